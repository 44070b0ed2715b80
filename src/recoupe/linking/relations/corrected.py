"""Who says which figure it is not, denies whoever gives it: "41 machines, et non 37".

Said by the same side it is a newer count.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from recoupe.linking.claims.contrasts import names_apart, times_differ
from recoupe.linking.claims.propositions import Figure, Proposition
from recoupe.linking.claims.sameness import is_telling
from recoupe.linking.relations.pointing import Denial
from recoupe.model import Reason


def correcting(found: Sequence[Proposition]) -> Iterator[Denial]:
    """Bind statements that say which figure it is not to those that give that figure.

    Args:
        found: Propositions in the order of the case.
    """
    holders: dict[tuple[float | None, float | None], list[Proposition]] = defaultdict(list)
    for p in found:
        for figure in p.figures:
            if is_telling(figure):
                holders[figure[1:]].append(p)
    for p in found:
        # A figure that is said not to be the one stands beside one that is.
        for at, mark in p.corrected if p.figures else ():
            quantity = p.statement.quantities[at]
            old = (quantity.unit or "", quantity.low, quantity.high)
            text = p.report.document.text
            said = f"{mark} {' '.join(quantity.span.of(text).split())}"
            for q in _giving(old, holders):
                if _is_corrected(q, p, old):
                    why = Reason(rule="other-figures", words=q.words)
                    yield Denial(p, q, (Reason(rule="denies", words=said), why))


def _giving(
    old: Figure, holders: dict[tuple[float | None, float | None], list[Proposition]]
) -> Iterator[Proposition]:
    """Yield who gives a figure, exactly or as the least that there is: "au moins 37"."""
    for bounds in dict.fromkeys((old[1:], (old[1], None))):
        yield from holders.get(bounds, ())


def _is_corrected(q: Proposition, p: Proposition, old: Figure) -> bool:
    """Tell whether a statement gives the figure that another denies, of the same thing."""
    own_voices = p.speaker is None and q.speaker is None and p.report.id == q.report.id
    if q.id == p.id or own_voices or q.negative or p.negative or q.open or q.asks or p.asks:
        return False
    if q.figures & p.figures or names_apart(p, q) or times_differ(p, q):
        return False
    units = {old[0], *(f[0] for f in q.figures if f[1] == old[1])}
    here = frozenset().union(*p.counted.values()) if p.counted else frozenset(p.terms)
    there = frozenset().union(*q.counted.values()) if q.counted else frozenset(q.terms)
    shared = {term for term in here & there if not term.startswith("#")}
    return len(units - {""}) <= 1 and bool(shared - p.report.vocabulary.counting)
