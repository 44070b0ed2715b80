"""Who denies what: denials with the claims that they are aimed at, and positions that changed."""

from dataclasses import dataclass

from recoupe import questions
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
    said = {one.record.id: one for one in index.said}
    views = {view.record.id: view for view in index.claims}
    found = questions.denials(index.case)

    def shown(*, explicit: bool) -> list[Denial]:
        return [
            Denial(
                said[one.statement],
                [said[key] for key in one.again],
                [(views[aim.claim], aim.reasons) for aim in one.aimed],
            )
            for one in found.denials
            if one.explicit == explicit
        ]

    changes = [Change(views[one.now], views[one.before], one.reasons) for one in found.changes]
    return Denials(shown(explicit=True), shown(explicit=False), changes)
