"""Feasts: fixed days of the year and those that follow Easter."""

import re
from collections.abc import Iterator

from recoupe.language.expressions import Feast, TimeExpression
from recoupe.language.packs.fr.grammar import AP, either, normal
from recoupe.language.packs.fr.times.vocabulary import (
    LAST,
    LEFT,
    NEXT,
    WORDS,
    YEAR,
    turn_of,
    words_of,
)

_FIXED: dict[str, tuple[int, int]] = {normal(k): v for k, v in WORDS["fixed_feasts"].items()}
_EASTER: dict[str, int] = {normal(k): v for k, v in WORDS["easter_feasts"].items()}
TRIGGERS = words_of((*_FIXED, *_EASTER))

_NAME = re.compile(
    rf"{LEFT}(?:(?:à|le|la)\s+|l{AP}|cette\s+fête\s+de\s+|fêtes?\s+de\s+)?"
    rf"(?P<name>{either((*_FIXED, *_EASTER))})"
    rf"(?:\s+(?P<year>{YEAR})|\s+(?P<turn>{LAST}|{NEXT}))?(?!\w)",
    re.IGNORECASE,
)


def find(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield feasts; a feast is written with a capital."""
    for match in _NAME.finditer(text, lo, hi):
        name = match["name"]
        if name == name.lower():
            continue
        start = (
            match.start() if not match[0].lower().startswith(("à", "fête")) else match.start("name")
        )
        month, day = _FIXED.get(normal(name), (None, None))
        meaning = Feast(
            month=month,
            day=day,
            easter=_EASTER.get(normal(name)),
            year=int(match["year"]) if match["year"] else None,
            turn=turn_of(match["turn"]),
        )
        yield TimeExpression(start, match.end(), meaning)
