"""EDTF (ISO 8601-2:2019, levels 0 to 2 as far as Recoupe writes it) in words, and its bounds.

Only the forms that readings hold are put into words; any other value is shown
as it is, which is always true and never guessed.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from recoupe.views.labels import Labels, get_labels

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<time>\d\d:\d\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"
    r"(?P<mark>[~?%])?"
)
_FIRST_SEASON, _LAST_SEASON = 21, 24


@dataclass(frozen=True, slots=True)
class _Date:
    """One date, as precise as it is written."""

    year: str
    month: int | None
    day: int | None
    time: str | None
    mark: str | None

    @property
    def season(self) -> str | None:
        """The season's EDTF number, if it is a season that is written."""
        is_season = self.month is not None and _FIRST_SEASON <= self.month <= _LAST_SEASON
        return str(self.month) if is_season else None


def _parse(value: str) -> _Date | None:
    found = _DATE.fullmatch(value)
    if not found:
        return None
    month = None if found["month"] in (None, "XX") else int(found["month"])
    day = None if month is None or found["day"] in (None, "XX") else int(found["day"])
    parsed = _Date(found["year"], month, day, found["time"], found["mark"])
    if month is not None and not parsed.season:
        if not 1 <= month <= 12:
            return None
        if day is not None and not _is_day(parsed.year, month, day):
            return None
    return parsed


def _is_day(year: str, month: int, day: int) -> bool:
    """Tell whether the month has that day; an unspecified year may be a leap year."""
    known = int(year) if year.isdigit() and int(year) > 0 else 2000
    return 1 <= day <= calendar.monthrange(known, month)[1]


def in_words(value: str | None, lang: str) -> str:
    """Return an EDTF value in words: ``2022-08/..`` to "depuis août 2022".

    Args:
        value: EDTF, or None.
        lang: ISO 639-1 code of the interface.

    Returns:
        The date in words, the value itself where it has a form not known
        here, or an empty string for None.
    """
    return _in_words(value, lang) if value else ""


@lru_cache(maxsize=4096)
def _in_words(value: str, lang: str) -> str:
    labels = get_labels(lang)
    if value[:1] == "[" and value[-1:] == "]":
        dates = [part.strip() for part in value[1:-1].split(",")]
        return _edtf(labels, "one_of", dates=", ".join(_in_words(d, lang) if d else d for d in dates))
    if "/" in value:
        return _interval(value, labels)
    parsed = _parse(value)
    return _date(parsed, labels) if parsed else value


def _edtf(labels: Labels, key: str, **values: str) -> str:
    form: str = labels.family("edtf")[key]
    return form.format(**values)


def _date(parsed: _Date, labels: Labels, year: bool = True) -> str:
    """Return one date in words, without its year if ``year`` is False."""
    if parsed.month is None:
        words = _year(parsed.year, labels)
    else:
        if parsed.season:
            words = labels.of("seasons", parsed.season)
        else:
            words = str(labels.family("months")[parsed.month - 1])
        if parsed.day is not None:
            key = "first_day" if parsed.day == 1 else "day"
            words = _edtf(labels, key, day=str(parsed.day), month=words)
        if year:
            words = _edtf(labels, "with_year", rest=words, year=_year(parsed.year, labels))
    if parsed.time:
        words = _edtf(labels, "at", date=words, time=parsed.time)
    if parsed.mark:
        key = {"~": "around", "?": "uncertain", "%": "both"}[parsed.mark]
        words = _edtf(labels, key, date=words)
    return words


def _year(year: str, labels: Labels) -> str:
    if year.endswith("XX"):
        return _edtf(labels, "century", ordinal=_ordinal(int(year[:2]) + 1, labels.lang))
    if year.endswith("X"):
        return _edtf(labels, "decade", year=year[:3] + "0")
    return year


def _ordinal(number: int, lang: str) -> str:
    if lang == "fr":
        numerals = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
        roman, rest = "", number
        for step, letters in numerals:
            roman += letters * (rest // step)
            rest %= step
        return roman + ("er" if number == 1 else "e")
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _interval(value: str, labels: Labels) -> str:
    left, right = value.split("/", 1)
    start, end = _parse(left), _parse(right)
    open_left, open_right = left in ("", ".."), right in ("", "..")
    if start and open_right:
        return _edtf(labels, f"since_{_form(start)}", start=_date(start, labels))
    if end and open_left:
        form = "year" if end.month is None and end.year.isdigit() else _form(end)
        return _edtf(labels, f"until_{form}", end=_date(end, labels))
    if not start or not end:
        return value
    # "du 3 au 9 novembre 2022": what both ends share is said once, at the end.
    same_year = start.year == end.year and start.month is not None and end.month is not None
    bare = start.mark is None and start.time is None
    if same_year and bare and start.month == end.month and start.day and end.day:
        first = labels.lang == "fr" and start.day == 1
        begin = _edtf(labels, "first_day", month="").strip() if first else str(start.day)
    else:
        begin = _date(start, labels, year=not (same_year and bare))
    form = _form(start)
    if form == "other" and begin[:1].lower() in "aeiouyé":
        form = "vowel"
    opening = _edtf(labels, f"from_{form}", start=begin)
    return f"{opening} {_edtf(labels, f'to_{_form(end)}', end=_date(end, labels))}"


def _form(parsed: _Date) -> str:
    return "day" if parsed.day is not None and parsed.mark is None else "other"


def bounds(value: str | None) -> tuple[date | None, date | None]:
    """Return the first and last day that an EDTF value allows.

    Args:
        value: EDTF, or None.

    Returns:
        Earliest and latest day, inclusive; None where open or not understood.
    """
    if not value:
        return None, None
    if "/" in value:
        left, right = value.split("/", 1)
        return bounds(left)[0], bounds(right)[1]
    parsed = _parse(value)
    if not parsed:
        return None, None
    first, last = (int(parsed.year.replace("X", digit)) for digit in "09")
    if not first:
        return None, None
    if parsed.season:
        return _season(first, int(parsed.season))
    low, high = parsed.month or 1, parsed.month or 12
    start, end = date(first, low, 1), date(last, high, calendar.monthrange(last, high)[1])
    if parsed.day:
        start = end = date(first, low, parsed.day)
    return start, end


def _season(year: int, season: int) -> tuple[date, date]:
    """Return a meteorological season of the northern hemisphere; winter ends in the next year."""
    begin = 3 * (season - _FIRST_SEASON) + 3
    last_year, last_month = (year, begin + 2) if begin < 12 else (year + 1, 2)
    last_day = calendar.monthrange(last_year, last_month)[1]
    return date(year, begin, 1), date(last_year, last_month, last_day)


def parse_day(value: str | None) -> date | None:
    """Return the ISO 8601 day ``value`` as a date, or None if it is none."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None
