"""Figures in French: cardinals, their units and hedges, ranges and shares."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from recoupe.language.expressions import QuantityExpression
from recoupe.language.packs.fr.grammar import lexicon
from recoupe.language.packs.fr.quantities import bounds, cardinals
from recoupe.language.packs.fr.quantities.counted import counted_after

__all__ = ["find_quantities"]

_WORDS = lexicon("numbers")
_SINGLE = {
    *(word for word in _WORDS["units"] if word not in ("un", "une")),
    *_WORDS["teens"],
    *_WORDS["tens"],
    *("cent", "cents", "mille", "vingts"),
    *(form for word in _WORDS["scales"] for form in (word, word + "s")),
}
_SHARED = {
    *(form for word in _WORDS["fractions"] for form in (word, word + "s")),
    "sur",
}
_COLLECTED = {form for word in _WORDS["collectives"] for form in (word, word + "s")} | {
    "douzaine", "demi", "millions", "milliards"
}  # fmt: skip
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
    words = set(_WORD.findall(text.lower()))
    figured = bool(_DIGIT.search(text)) or not _SINGLE.isdisjoint(words)
    found: list[QuantityExpression] = []
    if not _COLLECTED.isdisjoint(words):
        found.extend(bounds.collectives(text))
    if not _SHARED.isdisjoint(words):
        found.extend(bounds.shares(text))
    if figured:
        found.extend(_figures(text))
    kept: list[QuantityExpression] = []
    for one in _longest_first(found):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    kept.sort(key=lambda one: one.start)
    return tuple(_with_counted(text, one) for one in kept)


def _figures(text: str) -> Iterable[QuantityExpression]:
    figures = list(cardinals.find(text))
    used: set[int] = set()
    for first, last, expression in bounds.ranges(text, figures):
        if first not in used:
            used.update((first, last))
            yield expression
    for index, figure in enumerate(figures):
        if index in used:
            continue
        if any(
            0 <= other < len(figures) - 1 and bounds.is_score(text, figures[other], figures[other + 1])
            for other in (index - 1, index)
        ):
            continue
        yield bounds.hedged(text, figure)


def _longest_first(found: list[QuantityExpression]) -> list[QuantityExpression]:
    return sorted(found, key=lambda one: (one.start - one.end, one.start))


def _with_counted(text: str, one: QuantityExpression) -> QuantityExpression:
    # A measure says itself what it measures; only "de" may name the matter.
    if one.unit is not None and not re.match(r"\s+(?:de|d['’]|des|du)", text[one.end :]):
        return one
    return replace(one, of=counted_after(text, one.end))
