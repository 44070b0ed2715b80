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
_FLOATING: dict[str, tuple[int, int, int]] = {
    normal(k): v for k, v in WORDS["floating_feasts"].items()
}
_NAMES = (*_FIXED, *_EASTER, *_FLOATING)
_WITH_ARTICLE = frozenset(normal(name) for name in WORDS["feasts_with_article"])
TRIGGERS = words_of(_NAMES)

_NAME = re.compile(
    rf"{LEFT}(?P<before>(?:à|le|la)\s+|l{AP}|cette\s+fête\s+de\s+|fêtes?\s+de\s+)?(?P<name>{either(_NAMES)})"
    rf"(?:\s+(?:de\s+|en\s+)?(?P<year>{YEAR})|\s+(?P<turn>{LAST}|{NEXT}))?(?!\w)(?!\s+orthodoxe|-)",
    re.IGNORECASE,
)
_PERSON_BEFORE = re.compile(r"(?<![.!?:;«»\"“(–—-]\s)(?<!^)(?<!\w)[A-ZÀ-Ý][a-zà-ÿ]+\s$")
_PERSON_AFTER = re.compile(r"\s+[A-ZÀ-Ý][a-zà-ÿ]")
_ARTICLE = re.compile(rf"(?<!\w)(?:la|le|de\s+la|à\s+la|l{AP}|du)\s*$", re.IGNORECASE)


def find(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield feasts; one that is a common word or a name besides needs article and capital."""
    for match in _NAME.finditer(text, lo, hi):
        if _is_other(match, text):
            continue
        start = (
            match.start() if not match[0].lower().startswith(("à", "fête")) else match.start("name")
        )
        name = normal(match["name"])
        month, day = _FIXED.get(name, (None, None))
        weekday, nth = None, 1
        if name in _FLOATING:
            month, weekday, nth = _FLOATING[name]
        meaning = Feast(
            month=month,
            day=day,
            easter=_EASTER.get(name),
            weekday=weekday,
            nth=nth,
            year=int(match["year"]) if match["year"] else None,
            turn=turn_of(match["turn"]),
        )
        yield TimeExpression(start, match.end(), meaning)


def _is_other(match: re.Match[str], text: str) -> bool:
    """Tell a person ("Noël Duret"), a place or a common word from the feast."""
    name = match["name"]
    if name[0].isupper() and not name.isupper():
        end = match.end()
        if _PERSON_AFTER.match(text, end) and match["year"] is None:
            return True
        if not match["before"] and _PERSON_BEFORE.search(text[: match.start()][-30:]):
            return True
    if normal(name) not in _WITH_ARTICLE:
        return False
    article = match["before"] or text[: match.start()][-8:]
    return name == name.lower() or not _ARTICLE.search(article)
