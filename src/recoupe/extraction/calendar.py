"""Arithmetic of the calendar: periods as first and last day, and their EDTF.

EDTF is that of ISO 8601-2:2019, levels 0 and 1. Weeks are those of ISO 8601: they
begin on Monday, and week 1 holds the year's first Thursday.
"""

import calendar
import datetime
from dataclasses import dataclass

from recoupe.language.expressions import CalendarDate, Phase, Unit

_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_DAYS_IN = {"day": 1, "night": 1, "week": 7, "weekend": 7}
_MONTHS_IN = {
    "month": 1, "quarter": 3, "half-year": 6, "year": 12, "decade": 120, "century": 1200
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days.

    Attributes:
        first: Its first day; None if open.
        last: Its last day, included; None if open.
        edtf: The period in EDTF.
    """

    first: datetime.date | None
    last: datetime.date | None
    edtf: str


def day_period(day: datetime.date) -> Period:
    """Return one day as a period."""
    return Period(day, day, day.isoformat())


def span_period(first: datetime.date, last: datetime.date) -> Period:
    """Return the days from ``first`` to ``last`` as an EDTF interval."""
    if first == last:
        return day_period(first)
    return Period(first, last, f"{first.isoformat()}/{last.isoformat()}")


def month_period(year: int, month: int) -> Period:
    """Return a month as a period."""
    last = calendar.monthrange(year, month)[1]
    return Period(
        datetime.date(year, month, 1), datetime.date(year, month, last), f"{year:04}-{month:02}"
    )


def months_period(year: int, month: int, count: int) -> Period:
    """Return ``count`` months from one on, as an EDTF interval of months."""
    first = month_period(year, month)
    last = month_period(*_month_later(year, month, count - 1))
    return Period(first.first, last.last, f"{first.edtf}/{last.edtf}")


def year_period(year: int) -> Period:
    """Return a year as a period."""
    return Period(datetime.date(year, 1, 1), datetime.date(year, 12, 31), f"{year:04}")


def years_period(first: int, count: int) -> Period:
    """Return a decade (``199X``) or a century (``18XX``) as a period."""
    edtf = {10: f"{first // 10:03}X", 100: f"{first // 100:02}XX"}[count]
    begin = datetime.date(max(first, 1), 1, 1)
    return Period(begin, datetime.date(first + count - 1, 12, 31), edtf)


def season_period(year: int, season: int) -> Period:
    """Return a season of the northern hemisphere; its winter begins in December.

    News speaks of meteorological seasons, three whole months each.
    """
    bounds = months_period(year, _SEASON_STARTS[season], 3)
    return Period(bounds.first, bounds.last, f"{year:04}-{season}")


def fields_period(date: CalendarDate, year: int) -> Period:
    """Return the period of a date whose year is known.

    Raises:
        ValueError: There is no such day.
    """
    if date.season:
        return season_period(year, date.season)
    if date.quarter:
        return months_period(year, 3 * date.quarter - 2, 3)
    if date.half:
        return months_period(year, 6 * date.half - 5, 6)
    if date.month is None:
        return year_period(year)
    if date.day is None:
        return month_period(year, date.month)
    return day_period(datetime.date(year, date.month, date.day))


def shift_day(day: datetime.date, unit: Unit, amount: float) -> datetime.date:
    """Return ``day`` moved by ``amount`` units; a day that a month lacks becomes its last.

    Raises:
        OverflowError: The calendar does not reach that far.
    """
    try:
        if unit in _DAYS_IN:
            return day + datetime.timedelta(days=round(amount * _DAYS_IN[unit]))
        if unit in _MONTHS_IN:
            months = amount * _MONTHS_IN[unit]
            year, month = _month_later(day.year, day.month, int(months))
            last = calendar.monthrange(year, month)[1]
            moved = datetime.date(year, month, min(day.day, last))
            return moved + datetime.timedelta(days=round(30 * (months - int(months))))
        hours = amount / {"hour": 1, "minute": 60, "second": 3600}[unit]
        return day + datetime.timedelta(days=int(hours / 24))
    except (ValueError, calendar.IllegalMonthError) as error:
        raise OverflowError(str(error)) from error


def unit_period(day: datetime.date, unit: Unit) -> Period:
    """Return the calendar period of a unit that holds ``day``."""
    match unit:
        case "week":
            monday = day - datetime.timedelta(days=day.weekday())
            return span_period(monday, monday + datetime.timedelta(days=6))
        case "weekend":
            saturday = day + datetime.timedelta(days=5 - day.weekday())
            return span_period(saturday, saturday + datetime.timedelta(days=1))
        case "month":
            return month_period(day.year, day.month)
        case "quarter":
            return months_period(day.year, (day.month - 1) // 3 * 3 + 1, 3)
        case "half-year":
            return months_period(day.year, (day.month - 1) // 6 * 6 + 1, 6)
        case "year":
            return year_period(day.year)
        case "decade":
            return years_period(day.year // 10 * 10, 10)
        case "century":
            return years_period(day.year // 100 * 100, 100)
    return day_period(day)


def phase_period(period: Period, phase: Phase) -> Period:
    """Return the first, middle or last third of a period, in whole months if it has twelve.

    "Début novembre" is read as the first ten days, "fin 2022" as its last four months:
    thirds, as no standard says more.
    """
    if period.first is None or period.last is None:
        return period
    index = ("start", "mid", "end").index(phase)
    days = (period.last - period.first).days + 1
    if days in (365, 366) and period.first.month == 1 and period.first.day == 1:
        return months_period(period.first.year, 4 * index + 1, 4)
    if days < 3:
        return period
    if days > 366:
        third = (period.last.year - period.first.year + 1) / 3
        begin = period.first.year + round(index * third)
        end = period.first.year + round((index + 1) * third) - 1
        return Period(
            datetime.date(begin, 1, 1), datetime.date(end, 12, 31), f"{begin:04}/{end:04}"
        )
    third = days / 3
    first = period.first + datetime.timedelta(days=round(index * third))
    last = period.first + datetime.timedelta(days=round((index + 1) * third) - 1)
    return span_period(first, last)


def easter(year: int) -> datetime.date:
    """Return Easter Sunday in the Gregorian calendar (anonymous algorithm, Meeus 1991, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * ell) // 433
    month = (h + ell - 7 * m + 90) // 25
    return datetime.date(year, month, (h + ell - 7 * m + 33 * month + 19) % 32)


def _month_later(year: int, month: int, count: int) -> tuple[int, int]:
    years, index = divmod(year * 12 + month - 1 + count, 12)
    return years, index + 1
