"""Calendar dates that name a month or a season: "le 3 mai 2021", "novembre dernier"."""

import re
from collections.abc import Iterator

from recoupe.language.expressions import CalendarDate, TimeExpression
from recoupe.language.packs.fr.grammar import AP, lexicon, normal
from recoupe.language.packs.fr.times.vocabulary import (
    DAY_NUMBER,
    DAY_WORD,
    LAST,
    LEFT,
    MONTH,
    MONTH_BEHIND_DAY,
    MONTHS_BEHIND_DAYS,
    NEXT,
    SEASON,
    SEASONS,
    WEEKDAY_BEFORE_DAY,
    WEEKDAYS_BEFORE_DAYS,
    WORDS,
    YEAR,
    day_of,
    full_year,
    turn_of,
    words_of,
)

TRIGGERS = words_of(MONTHS_BEHIND_DAYS) | words_of(SEASONS)

_YEAR_AFTER = (
    rf"(?:\s+(?:de\s+)?(?:l{AP}an(?:née)?\s+)?(?P<year>{YEAR})"
    rf"|\s+(?P<short>{AP}\d\d(?!\d)|\d\d(?=\s*[.;:)»]|\s*$|,\s)"
    r"|[4-9]\d(?=\s+(?:a|ont|avait|est|était|et|que|qui|dans|par|pour)\b))"
    rf"|\s+de\s+(?P<cette>cette)\s+année|\s+de\s+l{AP}an(?:née)?\s+(?P<shift>{LAST}|{NEXT})"
    rf"|\s+(?P<turn>{LAST}|{NEXT}))"
)

# "12 janvier, 2016", "novembre 23, 1987": the English way, kept in translation.
_YEAR_APART = rf"\s*,\s*(?P<apart>{YEAR})(?=\s*(?:[.,;:!?)»]|$))"

_DAY_MONTH = (
    rf"(?:(?:le|ce)\s+)?(?:(?P<weekday>{WEEKDAY_BEFORE_DAY})\s*,?\s+(?:le\s+)?)?"
    # "dix-sept." at the end of a sentence is no tenth of September.
    rf"(?P<day>(?:{DAY_WORD})(?!-)|{DAY_NUMBER})(?:-|\s*)(?P<month>{MONTH_BEHIND_DAY})"
    rf"(?:{_YEAR_AFTER}|{_YEAR_APART})?"
)
DAY_MONTH = re.compile(LEFT + _DAY_MONTH, re.IGNORECASE)
# No month has that day; with its article it is a date all the same, and is told as impossible.
_NO_DAY = re.compile(
    rf"{LEFT}(?:le\s+|(?<=\b[da]u\s))(?P<day>[4-9]\d)\s+(?P<month>{MONTH_BEHIND_DAY})(?:{_YEAR_AFTER})?",
    re.IGNORECASE,
)
DAY_MONTH_BEHIND = re.compile(_DAY_MONTH, re.IGNORECASE)
"""The same where something is known to end, as a range's first day ("19-20 novembre")."""
MONTH_YEAR = re.compile(
    rf"(?<!\w)(?:(?P<named>le\s+mois\s+de\s+|(?:au\s+)?mois\s+de\s+|ce\s+mois\s+de\s+))?"
    rf"(?<!dix-)(?<!vingt-)(?P<month>{MONTH}){_YEAR_AFTER}?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"{LEFT}(?:(?:le|ce)\s+)?(?:(?P<weekday>{WEEKDAY_BEFORE_DAY})\s*,?\s+(?:le\s+)?)?"
    rf"(?P<month>{MONTH_BEHIND_DAY})\s+(?P<day>{DAY_NUMBER})(?:\s*,\s*|\s+de\s+)(?P<year>{YEAR})",
    re.IGNORECASE,
)
_SEASON = re.compile(
    rf"{LEFT}(?P<article>l{AP}|le\s+|cet?\s+|en\s+|au\s+|du\s+|d{AP}un\s+)(?P<season>{SEASON})"
    rf"(?:\s+(?:de\s+)?(?P<year>{YEAR})(?:[-/](?:{YEAR}|\d\d(?!\d)))?|\s+(?P<turn>{LAST}|{NEXT}))?",
    re.IGNORECASE,
)
_UNITS = frozenset(lexicon("numbers")["units"])
_NAMES = frozenset(WORDS["month_names"])
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:en|depuis|dès|fin|début|mi|courant|jusqu['’]en)\s+|mi-|/)$",
    re.IGNORECASE,
)


def find(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield dates that name a month or a season."""
    for match in _NO_DAY.finditer(text, lo, hi):
        yield TimeExpression(match.start(), match.end(), date_of(match))
    for match in DAY_MONTH.finditer(text, lo, hi):
        if _is_numeral(match):
            continue
        yield TimeExpression(match.start(), match.end(), date_of(match))
    for match in _MONTH_DAY.finditer(text, lo, hi):
        yield TimeExpression(match.start(), match.end(), date_of(match))
    for match in MONTH_YEAR.finditer(text, lo, hi):
        if _is_month(match, text):
            yield TimeExpression(match.start("month"), match.end(), date_of(match))
    for match in _SEASON.finditer(text, lo, hi):
        year = int(match["year"]) if match["year"] else None
        turn = 0 if match["article"].lower().startswith("c") else turn_of(match["turn"])
        start = match.start() if match["article"][0] in "lLcC" else match.start("season")
        meaning = CalendarDate(year=year, season=SEASONS[normal(match["season"])], turn=turn)
        yield TimeExpression(start, match.end(), meaning)


def date_of(match: re.Match[str]) -> CalendarDate:
    """Return the date in a match of :data:`DAY_MONTH` or :data:`MONTH_YEAR`."""
    groups = match.groupdict()
    stated = groups["year"] or groups.get("apart")
    year = int(stated) if stated else None
    short = groups.get("short")
    if short and (groups.get("day") or not short.isdigit() or int(short) > 31):
        year = full_year(short)  # "octobre 14" may be a day, the English way
    shift = turn_of(groups.get("shift"))
    weekday = groups.get("weekday")
    return CalendarDate(
        year=year,
        month=MONTHS_BEHIND_DAYS[normal(groups["month"])],
        day=day_of(groups["day"]) if groups.get("day") else None,
        weekday=WEEKDAYS_BEFORE_DAYS[normal(weekday)] if weekday else None,
        turn=turn_of(groups.get("turn")),
        year_shift=0 if groups.get("cette") else shift,
    )


def _is_numeral(match: re.Match[str]) -> bool:
    """Tell a number in words from a day and a month cut short: "les Vingt-Sept"."""
    return normal(match["month"]) in _UNITS and not match["day"][0].isdigit()


def _is_month(match: re.Match[str], text: str) -> bool:
    if match["month"] not in _NAMES or any(
        match[group] for group in ("named", "year", "short", "turn")
    ):
        return True
    return bool(_BEFORE_MONTH.search(text[max(0, match.start() - 12) : match.start()]))
