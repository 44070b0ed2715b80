"""Dates in EDTF (ISO 8601-2:2019, levels 0 to 2 as far as Recoupe writes it) and their bounds."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?:T(?P<time>\d\d:\d\d)(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?"
    r"(?P<mark>[~?%])?"
)
_FIRST_SEASON, _LAST_SEASON = 21, 24


@dataclass(frozen=True, slots=True)
class Parsed:
    """One date, as precise as it is written: a part not specified is None."""

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


def parse(value: str) -> Parsed | None:
    """Return one date, or None if ``value`` has a form not known here."""
    found = _DATE.fullmatch(value)
    if not found:
        return None
    month = None if found["month"] in (None, "XX") else int(found["month"])
    day = None if month is None or found["day"] in (None, "XX") else int(found["day"])
    parsed = Parsed(found["year"], month, day, found["time"], found["mark"])
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
    parsed = parse(value)
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
