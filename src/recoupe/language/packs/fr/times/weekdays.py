"""Days of the week, alone or with their turn, and those that come again."""

import re
from collections.abc import Iterator

from recoupe.language.expressions import CalendarDate, Recurrence, TimeExpression
from recoupe.language.packs.fr.grammar import normal
from recoupe.language.packs.fr.times.vocabulary import (
    LAST,
    LEFT,
    NEXT,
    WEEKDAY,
    WEEKDAYS,
    turn_of,
)

TRIGGERS = frozenset(WEEKDAYS) | {day + "s" for day in WEEKDAYS}

_DAY = re.compile(
    rf"{LEFT}(?:(?P<article>le|ce|chaque|un)\s+)?(?P<weekday>{WEEKDAY})"
    rf"(?:\s+(?:le\s+)?(?P<number>[12]?\d|3[01]|1er)(?![\w.,:/-]*\w)(?!\s*%|\s+(?!(?:au|à|et|en|vers|dans|dernier|prochain)(?!\w))[a-zà-ÿ]))?"
    rf"(?:\s+(?P<turn>{LAST}|{NEXT}))?",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    rf"{LEFT}(?:tous\s+les|les|certains)\s+(?:[^\W\d]+\s+){{0,3}}?(?P<weekday>{'|'.join(WEEKDAYS)})s(?!\w)",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?:\b(?:[Dd][ue]s?|[Ll][ae]s?)|\w['’]|\b[A-ZÀ-Ý][\w’'-]*)\s*$")
_NAME_AFTER = re.compile(r"\s+[A-ZÀ-Ý][a-zà-ÿ]+(?!\w)")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;«»\"“(–—-])\s*$")


def find(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield days of the week."""
    for match in _PLURAL.finditer(text, lo, hi):
        number = WEEKDAYS[normal(match["weekday"])]
        yield TimeExpression(match.start(), match.end(), Recurrence(f"XXXX-WXX-{number}"))
    for match in _DAY.finditer(text, lo, hi):
        if _is_name(match, text):
            continue
        article = (match["article"] or "").lower()
        number = WEEKDAYS[normal(match["weekday"])]
        start, turn, day = match.start(), turn_of(match["turn"]), None
        if match["number"]:
            day = int(match["number"].removesuffix("er"))
        if article == "chaque" or (article == "le" and turn is None and day is None):
            yield TimeExpression(start, match.end(), Recurrence(f"XXXX-WXX-{number}"))
            continue
        if article == "ce":
            turn = 0
        if article == "un":
            start = match.start("weekday")
        meaning = CalendarDate(weekday=number, day=day, turn=turn)
        yield TimeExpression(start, match.end(), meaning)


def _is_name(match: re.Match[str], text: str) -> bool:
    """Tell a name with a weekday in it ("le Journal du Dimanche") from a capital in translation."""
    word = match["weekday"]
    if not word[0].isupper() or word.isupper() or match["article"]:
        return False
    before = text[max(0, match.start() - 24) : match.start()]
    if _SENTENCE_START.search(before[-3:]):
        return False
    return bool(_NAME_BEFORE.search(before) or _NAME_AFTER.match(text, match.end()))
