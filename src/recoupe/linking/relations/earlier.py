"""What a text itself tells as said first and as said now: "évaluait à 300, parle désormais de 460".

No date is needed where one source is told to have said one thing before and another now, in one
breath: "après avoir nié X, il a reconnu Y". A figure may also be told with the one it replaces:
"75 000, contre une estimation précédente de 60 000".
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.compare.texts import words
from recoupe.linking.claims.propositions import Figure, Proposition
from recoupe.linking.claims.sameness import is_telling
from recoupe.linking.relations.turned import admits
from recoupe.linking.terms.vocabulary import Vocabulary, phrase_in
from recoupe.model import Reason, Span

_NEAR = 160
"""Characters between what was said first and what is said now."""
_NEXT = 6
"""Words behind "puis" among which an admission follows."""
_BARE = 3
"""Most terms of a statement that gives little but a figure, for what was counted before."""


@dataclass(frozen=True)
class Turn:
    """What a source says now, and what it said before.

    Attributes:
        later: What it says now.
        earlier: What it said before.
        reasons: How the text tells it.
    """

    later: Proposition
    earlier: Proposition
    reasons: tuple[Reason, ...]


def told_as_earlier(found: Sequence[Proposition]) -> Iterator[Turn]:
    """Yield what texts tell as said first, and now.

    Args:
        found: Propositions in the order of the case.
    """
    for place, p in enumerate(found):
        for q in found[place + 1 : place + 4]:
            if q.report.id != p.report.id or p.speaker is None or q.speaker != p.speaker:
                continue
            gap = q.statement.content.start - p.statement.content.end
            if 0 <= gap <= _NEAR and not (p.asks or q.asks):
                yield from _in_one_breath(p, q)
    yield from _with_the_one_replaced(found)


def _in_one_breath(first: Proposition, second: Proposition) -> Iterator[Turn]:
    figures = first.figures and second.figures
    if not (figures or first.statement.denies):
        return  # The words of a report are found last: that takes longest.
    vocabulary = first.report.vocabulary
    formerly = phrase_in(_before(first, None), vocabulary.formerly)
    henceforth = phrase_in(_before(second, first), vocabulary.henceforth)
    next_told = _admitted_next(_before(second, first), vocabulary)
    if not (formerly or henceforth or next_told):
        return
    when = Reason(rule="told-as-earlier", words=formerly or henceforth or next_told)
    if (formerly or henceforth) and figures and _counts_the_same(first, second):
        shown = " ≠ ".join(_shown(p) for p in (first, second))
        yield Turn(second, first, (when, Reason(rule="counted-anew", words=shown)))
    elif (
        first.statement.denies
        # "Il nie les faits, puis reconnaît", "avait nié P, avant de reconnaître".
        and (formerly or next_told)
        and not second.negative
        and admits(second)
        # Who admits only something else stays with the denial: "reconnaissant seulement Q".
        and vocabulary.limiting.isdisjoint(second.folded[:1])
    ):
        yield Turn(second, first, (when, Reason(rule="denies", words=first.words)))


def _admitted_next(between: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the words before an admission that follows: "nie P, puis reconnaît Q"."""
    for place in range(len(between)):
        for phrase in vocabulary.thereupon:
            end = place + len(phrase)
            if tuple(between[place:end]) == phrase and vocabulary.admits(
                between[end : end + _NEXT]
            ):
                return " ".join(phrase)
    return ""


def _before(p: Proposition, last: Proposition | None) -> tuple[str, ...]:
    """Return the words that lead to a statement in its sentence, from another that ends before."""
    start = p.statement.sentence.start
    if last is not None:
        start = last.statement.content.end
    return words(
        p.report.document.text, [Span(start, max(start, p.statement.content.start))]
    ).folded


def _counts_the_same(first: Proposition, second: Proposition) -> bool:
    """Tell whether the second gives another figure for what the first counts."""
    if len(first.figures) > 1 or len(second.figures) > 1 or first.negative != second.negative:
        return False
    (one,), (other,) = first.figures, second.figures
    units = {one[0], other[0]} - {""}
    here, there = first.counted.get(one, frozenset()), second.counted.get(other, frozenset())
    bare = sum(not term.startswith("#") for term in second.terms) <= _BARE
    return len(units) <= 1 and one[1:] != other[1:] and (bool(here & there) or (bare and not there))


def _shown(p: Proposition) -> str:
    text = p.report.document.text
    spans = [q.span for q in p.statement.quantities if p.statement.content.overlaps(q.span)]
    return " ".join(spans[0].of(text).split()) if spans else p.words


def _with_the_one_replaced(found: Sequence[Proposition]) -> Iterator[Turn]:
    holders: dict[float, list[Proposition]] = defaultdict(list)
    for p in found:
        for value in {_value(figure) for figure in p.figures}:
            holders[value].append(p)
    for p in found:
        for at, mark in p.replaced if p.figures else ():
            quantity = p.statement.quantities[at]
            old = (quantity.unit or "", quantity.low, quantity.high)
            for q in holders[_value(old)] if is_telling(old) else ():
                if q.id != p.id and _is_replaced_in(q, p, old):
                    why = Reason(rule="counted-anew", words=f"{_shown(p)} ≠ {_shown(q)}")
                    yield Turn(p, q, (Reason(rule="told-as-earlier", words=mark), why))


def _value(figure: Figure) -> float:
    return next((bound for bound in figure[1:] if bound is not None), 0.0)


def _is_replaced_in(q: Proposition, p: Proposition, old: Figure) -> bool:
    """Tell whether a statement gives the figure that another replaces, of the same thing."""
    if q.negative or q.asks or q.place > p.place:
        return False
    units = {old[0]} | {f[0] for f in q.figures if _value(f) == _value(old)}
    shared = p.terms.keys() & q.terms.keys() - p.report.vocabulary.counting
    return len(units - {""}) <= 1 and any(not term.startswith("#") for term in shared)
