"""Days named by the month that holds them: "le 20 du mois prochain", "le dernier lundi de mai"."""

import re
from collections.abc import Iterator

from recoupe.language.expressions import CalendarDate, DayWithin, Meaning, Shift, TimeExpression
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

TRIGGERS = frozenset({"mois"}) | frozenset(WEEKDAYS)

_MONTH_OF_DAY = (
    rf"(?:(?:du|de\s+ce|de\s+cette|ce)\s+mois(?:-ci|\s+courant|\s+(?P<turn>{LAST}|{NEXT}))?"
    rf"|(?P<here>courant))(?![\w-])"
)
_NUMBERED = re.compile(
    rf"{LEFT}(?P<article>le|ce)\s+(?P<day>{DAY_WORD}|{DAY_NUMBER})\s+{_MONTH_OF_DAY}",
    re.IGNORECASE,
)
_RANKED = re.compile(
    rf"{LEFT}(?:(?:le|ce)\s+)?(?P<rank>{RANK})\s+(?P<weekday>{WEEKDAY})\s+"
    rf"(?:(?:du\s+mois\s+de\s+|de\s+|d{AP})(?P<month>{MONTH})(?:\s+(?P<year>{YEAR}))?"
    rf"|(?:du|de\s+ce)\s+mois(?:-ci|\s+(?P<turn>{LAST}|{NEXT}))(?![\w-])|de\s+ce\s+mois(?![\w-]))",
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
        if match["month"]:
            year = int(match["year"]) if match["year"] else None
            of: Meaning = CalendarDate(year=year, month=MONTHS[normal(match["month"])])
        else:
            of = Shift("month", turn_of(match["turn"]) or 0)
        weekday = WEEKDAYS[normal(match["weekday"])]
        meaning = DayWithin(of, weekday=weekday, nth=RANKS[normal(match["rank"])])
        yield TimeExpression(match.start(), match.end(), meaning)
