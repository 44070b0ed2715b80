"""Reads the figures of a sentence: bounds, unit, and what is counted."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from recoupe.language import Pack
from recoupe.model import Quantity, Reason, Span

CountedIn = Callable[[Span], Span | None]


def read_quantities(
    text: str,
    within: Span,
    pack: Pack,
    counted: CountedIn | None = None,
    taken: Sequence[Span] = (),
) -> tuple[Quantity, ...]:
    """Return the figures in one sentence, in order, without overlap.

    Args:
        text: The document's text.
        within: The sentence.
        pack: The document's language.
        counted: Finds, from the parse, the words that name what a figure counts; None
            where it can't. Without it the words right after the figure are taken.
        taken: Spans of times and names; a figure within one is no quantity.

    Returns:
        Quantities whose spans are offsets into ``text``. The span holds hedge, figure
        and unit; the words that name what is counted are apart, in ``of``.
    """
    read = []
    for one in pack.find_quantities(within.of(text)):
        span = Span(within.start + one.start, within.start + one.end)
        if any(other.overlaps(span) for other in taken):
            continue
        named = Span(within.start + one.of[0], within.start + one.of[1]) if one.of else None
        if named is not None and any(t.start <= named.start < t.end for t in taken):
            named = None  # "31 trois jours plus tard"
        of = None
        if counted is not None and (one.unit is None or named is not None):
            of = _phrase(text, span, counted(span), pack)  # a measure counts only its matter
        of = of or named
        read.append(
            Quantity(
                span=span,
                low=one.low,
                high=one.high,
                unit=one.unit,
                of=of,
                approximate=one.approximate,
                reasons=tuple(Reason(rule=rule, words=words) for rule, words in one.rules),
            )
        )
    return tuple(read)


def _phrase(text: str, figure: Span, counted: Span | None, pack: Pack) -> Span | None:
    """Cut what the parse says is counted before words that lead to something else.

    "9 000 volontaires en juillet" counts volunteers; the parse may hang July on them.
    """
    if counted is None or counted.start < figure.end:
        return counted
    ends, no_nouns = _ends(pack), _no_nouns(pack)
    if ends.search(text, figure.end, counted.start) or counted.of(text).lower() in no_nouns:
        return None
    end = ends.search(text, counted.start, counted.end)
    if end is None:
        return counted
    last = counted.start + len(text[counted.start : end.start()].rstrip())
    return Span(counted.start, last) if last > counted.start else None


@cache
def _ends(pack: Pack) -> re.Pattern[str]:
    forms = sorted(pack.words("numbers")["ends_counted"], key=len, reverse=True)
    words = "|".join(re.escape(form).replace("'", "['’]") for form in forms)
    return re.compile(rf"(?<!\w)(?:{words})(?:(?<=['’])|(?!\w))", re.IGNORECASE)


@cache
def _no_nouns(pack: Pack) -> frozenset[str]:
    return frozenset(pack.words("numbers")["not_counted"])
