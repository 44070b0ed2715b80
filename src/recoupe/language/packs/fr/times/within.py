"""Days and weeks named by what holds them: "le 20 du mois prochain", "le dernier lundi de mai"."""

import re
from collections.abc import Iterator

from recoupe.language.expressions import (
    CalendarDate,
    DayWithin,
    Interval,
    Meaning,
    Shift,
    TimeExpression,
    WeekOf,
)
from recoupe.language.packs.fr.grammar import AP, normal
from recoupe.language.packs.fr.times.vocabulary import (
    DAY_NUMBER,
    DAY_WORD,
    LAST,
    LEFT,
    MONTH,
    MONTHS,
    NEXT,
    RANK,
    RANKS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    day_of,
    turn_of,
)

TRIGGERS = frozenset({"mois", "semaine"}) | frozenset(WEEKDAYS)

_MONTH_OF_DAY = (
    rf"(?:(?:du|de\s+ce|de\s+cette|ce)\s+mois(?:-ci|\s+courant|\s+(?P<turn>{LAST}|{NEXT}))?"
    rf"|(?P<here>courant))(?![\w-])"
)
_NUMBERED = re.compile(
    rf"{LEFT}(?P<article>le|ce)\s+(?P<day>{DAY_WORD}|{DAY_NUMBER})\s+{_MONTH_OF_DAY}",
    re.IGNORECASE,
)
_DAY = rf"(?:{DAY_WORD}|{DAY_NUMBER})"
_RANGE = re.compile(
    rf"{LEFT}(?:(?P<open>du|entre\s+le|les|des|aux)\s+)?(?P<first>{_DAY})\s*"
    rf"(?P<link>jusqu{AP}au|au|à|et\s+le|et|-|–)\s*(?P<last>{_DAY})\s+"
    rf"(?:(?P<next>le\s+mois\s+(?P<turn2>{LAST}|{NEXT}))|{_MONTH_OF_DAY})",
    re.IGNORECASE,
)
_MONTH = (
    rf"(?:(?:du\s+mois\s+de\s+|du\s+mois\s+d{AP}|de\s+|d{AP})(?P<month>{MONTH})(?:\s+(?P<year>{YEAR}))?"
    rf"|(?:du|de\s+ce)\s+mois(?:-ci|\s+(?P<turn>{LAST}|{NEXT}))(?![\w-])|de\s+ce\s+mois(?![\w-]))"
)
_YEAR = rf"de\s+(?:l{AP}an(?:née)?\s+)?(?P<whole>{YEAR})"
_WEEK = re.compile(
    rf"{LEFT}(?:(?:la|cette)\s+)?(?P<rank>{RANK}|première|premiere|1re|1ère|seconde|dernière|derniere)\s+"
    rf"semaine\s+(?:{_MONTH}|{_YEAR})",
    re.IGNORECASE,
)
_RANKED = re.compile(
    rf"{LEFT}(?:(?:le|ce)\s+)?(?P<rank>{RANK})\s+(?P<weekday>{WEEKDAY})\s+{_MONTH}",
    re.IGNORECASE,
)


def find(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield days within a month that is named or counted from now."""
    for match in _NUMBERED.finditer(text, lo, hi):
        words = normal(match[0])
        if words.endswith("du mois"):
            continue  # "le 5 du mois": of every month
        month = Shift("month", turn_of(match["turn"]) or 0)
        meaning: Meaning = DayWithin(month, day=day_of(match["day"]))
        yield TimeExpression(match.start(), match.end(), meaning)
    for match in _RANKED.finditer(text, lo, hi):
        weekday = WEEKDAYS[normal(match["weekday"])]
        meaning = DayWithin(_month(match), weekday=weekday, nth=RANKS[normal(match["rank"])])
        yield TimeExpression(match.start(), match.end(), meaning)
    for match in _WEEK.finditer(text, lo, hi):
        rank = normal(match["rank"])
        nth = RANKS[rank] if rank in RANKS else _FEMININE[rank[0]]
        yield TimeExpression(match.start(), match.end(), WeekOf(_month(match), nth))
    yield from _ranges(text, lo, hi)


def _month(match: re.Match[str]) -> Meaning:
    if match.groupdict().get("whole"):
        return CalendarDate(int(match["whole"]))
    if match["month"]:
        year = int(match["year"]) if match["year"] else None
        return CalendarDate(year=year, month=MONTHS[normal(match["month"])])
    return Shift("month", turn_of(match["turn"]) or 0)


_FEMININE = {"p": 1, "1": 1, "s": 2, "d": -1}


def _ranges(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield "du 4 au 23 du mois prochain"; days "du mois" are those of every month."""
    for match in _RANGE.finditer(text, lo, hi):
        if normal(match[0]).endswith("du mois"):
            continue
        month = Shift("month", turn_of(match["turn"] or match["turn2"]) or 0)
        first, last = (DayWithin(month, day=day_of(match[end])) for end in ("first", "last"))
        parts = (
            TimeExpression(*match.span("first"), first),
            TimeExpression(match.start("last"), match.end(), last),
        )
        yield TimeExpression(match.start(), match.end(), Interval(first, last), parts=parts)
