"""A figure told by halves beside the one whose count it takes up: "le syndicat en compte trois".

Two sources' counts of one thing refute each other; one source's newer count changes its claim.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from recoupe.linking.claims.contrasts import shown_figures, times_differ
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.relations.figures import (
    SURE,
    counted_terms,
    exclude_each_other,
    expects,
    renews,
)
from recoupe.linking.terms.vocabulary import phrase_in
from recoupe.model import Reason


@dataclass(frozen=True)
class Recount:
    """A figure and the one that it is set against.

    Attributes:
        one: The figure told by halves.
        other: What it counts anew.
        relation: How it stands to that.
        reasons: What tells it.
    """

    one: Proposition
    other: Proposition
    relation: Literal["refutes", "changes"]
    reasons: tuple[Reason, ...]


def recounted(found: Sequence[Proposition]) -> Iterator[Recount]:
    """Set figures told by halves against those whose count they take up.

    Args:
        found: Propositions in the order of the case.
    """
    by_id = {p.id: p for p in found if p.figures}
    for p in found:
        q = by_id.get(p.recounts[0]) if p.recounts else None
        if q is None or not _are_counts(p, q):
            continue
        of = ", ".join(sorted(counted_terms(p) & counted_terms(q))) or "="
        figures = " ≠ ".join(", ".join(shown_figures(side)) for side in (p, q))
        before = Reason(rule="counts-as-before", words=q.words)
        if p.speaker == q.speaker:
            if _is_later(p):
                why = Reason(rule="counted-anew", words=f"{figures} · {of}")
                yield Recount(p, q, "changes", (why, before))
        elif not (times_differ(p, q) or any(renews(side) or expects(side) for side in (p, q))):
            why = Reason(rule="other-figures", words=f"{figures} · {of}")
            yield Recount(p, q, "refutes", (why, before))


def _are_counts(p: Proposition, q: Proposition) -> bool:
    """Tell whether two are counts that somebody vouches for, of which only one can be right."""
    return (
        None not in (p.speaker, q.speaker)
        and not (p.negative or q.negative or p.open or q.open or q.asks)
        and p.statement.factuality in SURE
        and exclude_each_other(p, q)
    )


def _is_later(p: Proposition) -> bool:
    """Tell "31 trois jours plus tard", "en compte désormais 31"."""
    vocabulary = p.report.vocabulary
    return bool(phrase_in(p.folded, vocabulary.henceforth)) or not vocabulary.later.isdisjoint(
        p.folded
    )
