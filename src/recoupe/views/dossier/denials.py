"""Who denies what: denials with the claims that they are aimed at, and positions that changed."""

from dataclasses import dataclass

from recoupe.model import Reason
from recoupe.views.dossier.index import Index
from recoupe.views.dossier.walk import ClaimView, Said


@dataclass(frozen=True)
class Denial:
    """A denial, however many reports carry it, and the claims it bears on.

    Attributes:
        said: The first statement that makes it.
        again: Those of the same claim that repeat it.
        aimed: The claims, with the reasons for binding them.
    """

    said: Said
    again: list[Said]
    aimed: list[tuple[ClaimView, tuple[Reason, ...]]]


@dataclass(frozen=True)
class Change:
    """A claim by which a source leaves an earlier one."""

    now: ClaimView
    before: ClaimView
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Denials:
    """The case's denials.

    Attributes:
        explicit: Statements that deny by their words ("dément", "sans fondement").
        negative: Statements that are negative without a word of denial, and refute a claim
            or are attributed to a source; what a report denies in its own voice
            of no one's claim is plain negation, and is left to the claims.
        changes: Changes of position.
    """

    explicit: list[Denial]
    negative: list[Denial]
    changes: list[Change]


def denials(index: Index) -> Denials:
    """Gather the denials of a case, in its order."""
    explicit: dict[str, Denial] = {}
    negative: dict[str, Denial] = {}
    for said in index.said:
        if not said.denied:
            continue
        key = said.claim.anchor if said.claim else said.anchor
        kind = explicit if said.record.denies else negative
        if key in kind:
            kind[key].again.append(said)
        elif (aimed := _aimed(said)) or said.record.denies or said.record.sources:
            kind[key] = Denial(said, [], aimed)
    changes = [
        Change(view, other, reasons)
        for view in index.claims
        for kind, other, reasons, inverse in view.relations
        if kind == "changes" and not inverse
    ]
    return Denials(list(explicit.values()), list(negative.values()), changes)


def _aimed(said: Said) -> list[tuple[ClaimView, tuple[Reason, ...]]]:
    claim = said.claim
    if not claim:
        return []
    # A denial may be bound by a relation, or stand in the claim that others affirm.
    affirmed = any(not other.denied for other in claim.said)
    aimed = [(claim, claim.record.reasons)] if affirmed else []
    return aimed + [(other, why) for kind, other, why, _ in claim.relations if kind == "refutes"]
