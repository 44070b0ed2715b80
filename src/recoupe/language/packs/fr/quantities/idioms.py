"""Numerals that count nothing: "à deux pas", "tous les deux", "les deux pays"."""

import re
from collections.abc import Iterable

from recoupe.language.expressions import QuantityExpression
from recoupe.language.packs.fr.grammar import either, lexicon

_WORDS = lexicon("numbers")
_ALWAYS = (
    *_WORDS["idioms"],
    *(f"{word} deux {noun}" for word in _WORDS["both_before"] for noun in _WORDS["both"]),
)
_IDIOM = re.compile(rf"(?<![\w-]){either(_ALWAYS)}(?![\w-])", re.IGNORECASE)
_IDIOM_ALONE = re.compile(rf"(?<![\w-]){either(_WORDS['idioms_alone'])}(?![\w-])", re.IGNORECASE)
_REACH = max(map(len, _ALWAYS))
"""Characters of the longest: how far around a figure one may stand."""


def counting(text: str, found: Iterable[QuantityExpression]) -> list[QuantityExpression]:
    """Return the figures that are no part of an idiom.

    Args:
        text: Where they stand.
        found: Figures with what they count, as far as their place tells.
    """
    return [one for one in found if not _is_idiom(text, one)]


def _is_idiom(text: str, one: QuantityExpression) -> bool:
    # Measures and money are never idle; neither is what the words bound or hedge.
    if one.unit is not None or one.rules:
        return False
    lo, hi = max(0, one.start - _REACH), one.end + _REACH
    patterns = (_IDIOM,) if one.of else (_IDIOM, _IDIOM_ALONE)
    return any(
        match.start() <= one.start and one.end <= match.end()
        for pattern in patterns
        for match in pattern.finditer(text, lo, hi)
    )
