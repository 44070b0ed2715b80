"""Figures in French: cardinals, their units and hedges, ranges and shares."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from recoupe.language.expressions import QuantityExpression
from recoupe.language.packs.fr.grammar import lexicon, lowered
from recoupe.language.packs.fr.quantities import bounds, cardinals, shares
from recoupe.language.packs.fr.quantities.absurd import checked
from recoupe.language.packs.fr.quantities.counted import counted_after
from recoupe.language.packs.fr.quantities.idioms import counting

__all__ = ["find_quantities"]

_WORDS = lexicon("numbers")
_SINGLE = {
    *_WORDS["units"],
    *_WORDS["teens"],
    *_WORDS["tens"],
    *("cent", "cents", "mille", "vingts", "zéro", "quart"),
    *(form for word in _WORDS["scales"] for form in (word, word + "s")),
}
_SHARED = {
    *(form for word in _WORDS["fractions"] for form in (word, word + "s")),
    "sur",
}
_COLLECTED = {form for word in _WORDS["collectives"] for form in (word, word + "s")} | {
    "douzaine", "demi", "millions", "milliards"
}  # fmt: skip
_ALL = _SINGLE | _SHARED | _COLLECTED
_ONE = {"un", "une"}
_SCALES = {form for word in _WORDS["scales"] for form in (word, word + "s")} | {"demi"}
_FOLLOWING = re.compile(r"\s+([^\W\d_]+|[0-9])")
REACH = 40
"""How far before a trigger word, in characters, a share or collective may begin."""
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


@lru_cache(maxsize=4096)
def find_quantities(text: str) -> tuple[QuantityExpression, ...]:
    """Return the figures in ``text``, in order, without overlap.

    Dates and names are not told apart here but for their plainest forms: the caller
    knows where they stand.

    Args:
        text: A sentence, or any stretch of one paragraph.

    Returns:
        Figures with offsets into ``text``.
    """
    places = _triggers(lowered(text))
    if not places and not _DIGIT.search(text):
        return ()
    worded, shared, collected = (
        [start for word, start in places if word in words]
        for words in (_SINGLE, _SHARED, _COLLECTED)
    )
    found: list[QuantityExpression] = []
    for lo, hi in _windows(text, collected):
        found.extend(shares.collectives(text, lo, hi))
    for lo, hi in _windows(text, shared):
        found.extend(shares.shares(text, lo, hi))
    if "/" in text:
        found.extend(shares.slashed(text))
    found.extend(_figures(text, worded))
    if not found:
        return ()
    kept: list[QuantityExpression] = []
    for one in _longest_first(found):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    kept.sort(key=lambda one: one.start)
    counted = counting(text, (_with_counted(text, one) for one in kept))
    return tuple(checked(text, one) for one in counted)


def _triggers(lower: str) -> list[tuple[str, int]]:
    """Return the words that may set a pattern off, with their places."""
    held = _ALL.intersection(_WORD.findall(lower))
    if held.isdisjoint(_SCALES):
        held -= _ONE  # "un" is an article, unless "un million" follows
    if not held:
        return []
    return [
        (match[0], match.start())
        for match in _WORD.finditer(lower)
        if match[0] in held and (match[0] != "sur" or _figure_follows(lower, match.end()))
    ]


def _figure_follows(lower: str, end: int) -> bool:
    match = _FOLLOWING.match(lower, end)
    return match is not None and (match[1].isdigit() or match[1] in _SINGLE)


def _windows(text: str, places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches around some words, cut at spaces, without overlap."""
    last = 0
    for place in places:
        if place < last:
            continue
        lo = text.rfind(" ", last, max(last, place - REACH)) + 1 if place - last > REACH else last
        hi = text.find(" ", place + 2 * REACH)
        last = hi if hi >= 0 else len(text)
        yield lo, last


def _figures(text: str, worded: list[int]) -> Iterator[QuantityExpression]:
    figures = list(cardinals.find(text, worded))
    used: set[int] = set()
    for first, last, expression in bounds.ranges(text, figures):
        if first not in used:
            used.update((first, last))
            yield expression
    single: list[QuantityExpression] = []
    for index, figure in enumerate(figures):
        if index in used:
            continue
        if any(
            0 <= other < len(figures) - 1
            and bounds.is_score(text, figures[other], figures[other + 1])
            for other in (index - 1, index)
        ):
            continue
        one = bounds.hedged(text, figure)
        both = bounds.joined(text, single[-1], one) if single else None
        if both is not None:
            single[-1] = both
        else:
            single.append(one)
    yield from single


def _longest_first(found: list[QuantityExpression]) -> list[QuantityExpression]:
    return sorted(found, key=lambda one: (one.start - one.end, one.start))


_MATTER = re.compile(r"\s+(?:de|des|du)\s|\s+d['’]")
_LENGTH_OF = re.compile(
    r"\s+(?:de\s+(?!la\s|l['’]|large|long|haut|profond|diamètre|distance|altitude|plus|moins)|d['’])"
    r"[a-zà-ÿ]"
)
_LENGTHS = frozenset(("km", "m", "cm", "mm", "dm", "hm", "[mi_i]", "[nmi_i]", "[ft_i]", "[yd_i]"))


def _with_counted(text: str, one: QuantityExpression) -> QuantityExpression:
    # A measure says itself what it measures; only "de" may name the matter, and behind a
    # length "du port", "de Moscou" is where it is counted from.
    if one.unit is not None:
        matter = _LENGTH_OF if one.unit in _LENGTHS else _MATTER
        if not matter.match(text, one.end):
            return one
    return replace(one, of=counted_after(text, one.end))
