"""Figures said alone, with what they count: "Combien de morts ? 23, disait la gendarmerie".

Such a figure answers the question before it, or stands for the figure in what another said just
before ("Douze morts, selon la police ; trente, d'après l'opposition"). With "en" it counts what was
counted last ("Caracas dit en compter trois").
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.compare.texts import words
from recoupe.linking.claims.propositions import Proposition
from recoupe.model import Span

_NEAR = 300
"""Characters from a question, or a figure with its noun, to the figure alone."""
_BACK = 8
"""Statements before a figure alone among which that one is."""
_ENDS = ".!?:\n"


def with_what_they_count(found: Sequence[Proposition]) -> dict[str, Proposition]:
    """Return the statements that are a figure alone, by id, with what the figure counts.

    Args:
        found: Propositions in the order of the case.
    """
    told: dict[str, Proposition] = {}
    for place, p in enumerate(found):
        own = _own_terms(p)
        if not p.figures or len(own) > 1 or any(p.counted.values()) or p.negative or p.asks:
            continue
        counts_more = _says_of_it(p) if own else False
        if own and not counts_more:
            continue
        near = [q for q in reversed(found[max(0, place - _BACK) : place]) if _is_near(q, p)]
        asked = _asked_for(p, near)
        if asked is not None:
            told[p.id] = _counting(p, asked, p.id)
            continue
        q = next((q for q in near if not _is_bare(q)), None)
        if q is not None and q.figures and not (q.negative or q.negated or q.asks):
            told_of = told.get(q.id, q)
            if counted := _counted_alike(p, told_of):
                taken = counted if counts_more else _all_but_figures(told_of)
                told[p.id] = _counting(p, taken, q.id, None if counts_more else q)
    return told


def _own_terms(p: Proposition) -> list[str]:
    return [term for term in p.terms if not term.startswith("#")]


def _is_bare(p: Proposition) -> bool:
    return bool(p.figures) and not _own_terms(p)


def _is_near(q: Proposition, p: Proposition) -> bool:
    gap = p.statement.content.start - q.statement.content.end
    return q.report.id == p.report.id and 0 <= gap <= _NEAR


def _says_of_it(p: Proposition) -> bool:
    """Tell "en compte trois" from "coûte trois": the pronoun stands in front."""
    text, start = p.report.document.text, p.statement.content.start
    before = words(text, [Span(max(0, start - 4), start)]).folded
    return bool(p.report.vocabulary.of_them.intersection((*before[-1:], *p.folded[:2])))


def _asked_for(p: Proposition, near: Sequence[Proposition]) -> Mapping[str, str] | None:
    """Return the terms of the question how many there are, right before a figure."""
    text, start = p.report.document.text, p.statement.content.start
    end = text.rfind("?", max(0, start - _NEAR), start)
    if end < 0:
        return None
    # What stands between the question and the figure answers it as well.
    if any(q.statement.content.start > end and not _is_bare(q) for q in near):
        return None
    first = max(text.rfind(mark, 0, end) for mark in _ENDS) + 1
    asked = words(text, [Span(first, end)]).folded
    if p.report.vocabulary.how_many.isdisjoint(asked[:2]):
        return None
    return p.report.vocabulary.terms(w for w in asked if w not in p.report.vocabulary.how_many)


def _counted_alike(p: Proposition, q: Proposition) -> Mapping[str, str]:
    """Return what the last figure of another counts that has the unit of a figure alone."""
    units = {unit for unit, _, _ in p.figures}
    counted = {t for (unit, _, _), terms in q.counted.items() if unit in units for t in terms}
    return {term: q.terms.get(term, term) for term in sorted(counted)}


def _all_but_figures(q: Proposition) -> Mapping[str, str]:
    return {term: word for term, word in q.terms.items() if not term.startswith("#")}


def _counting(
    p: Proposition, taken: Mapping[str, str], from_: str, q: Proposition | None = None
) -> Proposition:
    """Return a figure alone with the terms of what it counts."""
    new = {term: word for term, word in taken.items() if term not in p.terms}
    found = replace(
        p,
        folded=(*p.folded, *(word for phrase in new.values() for word in phrase.split())),
        terms={**p.terms, **new},
        counted={figure: frozenset(taken) for figure in p.figures},
        takes_up=from_,
    )
    if q is None:
        return found
    return replace(
        found,
        names=q.names,
        kinds=q.kinds,
        called=q.called,
        parts=q.parts,
        times=p.times or q.times,
        anchored=p.anchored if p.times else q.anchored,
        statuses=q.statuses,
    )
