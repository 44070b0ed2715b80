"""Ranges whose first end is cut short: "du 3 au 5 mai", "les 3 et 4 mai", "mars-avril 2022"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from recoupe.language.expressions import CalendarDate, Interval, TimeExpression
from recoupe.language.packs.fr.grammar import normal
from recoupe.language.packs.fr.times.calendar import DAY_MONTH_BEHIND, date_of
from recoupe.language.packs.fr.times.vocabulary import (
    DAY_NUMBER,
    DAY_WORD,
    LEFT,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    day_of,
    words_of,
)

TRIGGERS = words_of(MONTHS)

_TO = re.compile(
    rf"{LEFT}(?P<open>du|entre\s+le|les|le|des|nuit\s+du|dès\s+le|aux)?\s*"
    rf"(?P<left>(?:(?P<weekday>{WEEKDAY})\s+)?(?P<day>{DAY_WORD}|{DAY_NUMBER}))\s*"
    rf"(?P<link>jusqu['’]au|au|à|et\s+(?:le|du|au)|et|ou\s+le|ou|,|-|–|/)\s*(?=(?:{WEEKDAY}\s+)?(?:{DAY_WORD}|{DAY_NUMBER})\s*[a-zA-Zéû]{{3}})",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"(?<![\w.,/–-])(?P<first>(?:1[5-9]|20)\d{2})\s?(?P<link>[-–/])\s?(?P<last>(?:1[5-9]|20)\d{2}|\d{2})(?![\w/-]|[.,]\d)"
)
_SHORT, _LONG = 15, 150
"""How many years a range may hold whose last year is in two figures ("2021-22"), or four."""


def find(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield ranges and pairs of days of one month."""
    for match in _TO.finditer(text, lo, hi):
        right = DAY_MONTH_BEHIND.match(text, match.end())
        if right is None:
            continue
        end = date_of(right)
        weekday = match["weekday"]
        begin = replace(
            end,
            day=day_of(match["day"]),
            weekday=WEEKDAYS[normal(weekday)] if weekday else None,
        )
        opening = normal(match["open"] or "")
        if opening == "le" and not match["link"].startswith(("et", "ou")):
            continue
        article = opening in ("le", "les") or opening.startswith("entre")
        start = match.start() if opening in ("les", "le") else match.start("left")
        if opening.startswith("entre"):
            start = match.end("open") - 2
        left = TimeExpression(start if article else match.start("left"), match.end("left"), begin)
        link = match["link"]
        right_start = match.end("link") - 2 if link.lower().endswith("le") else match.end()
        right_part = TimeExpression(right_start, right.end(), end)
        whole = match.start() if opening in ("du", "les", "le") or article else match.start("left")
        yield TimeExpression(whole, right.end(), Interval(begin, end), parts=(left, right_part))


def find_years(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield ranges of years."""
    for match in _YEARS.finditer(text, lo, hi):
        first = int(match["first"])
        last = int(match["last"])
        if last < 100:
            last += first - first % 100
        if not first < last <= first + (_SHORT if len(match["last"]) == 2 else _LONG):
            continue
        begin, end = CalendarDate(first), CalendarDate(last)
        parts = (
            TimeExpression(*match.span("first"), begin),
            TimeExpression(*match.span("last"), end),
        )
        yield TimeExpression(match.start(), match.end(), Interval(begin, end), parts=parts)
