"""The day of a calendar date that leaves out its year, or its month, or all but the weekday.

The rules of choice between past and coming are those of HeidelTime's news domain
(Strötgen and Gertz 2013) where it has one: the clause's tense decides, and without a
tense news tells what has happened.
"""

import datetime
from dataclasses import replace

from recoupe.extraction import calendar
from recoupe.extraction.anchoring.context import NO_ANCHOR, Context, Finder, Found
from recoupe.extraction.calendar import Period
from recoupe.language.expressions import CalendarDate, DayWithin, Feast, Tense, WeekOf
from recoupe.model import Reason

_LONGEST_MONTH = 31
NEAR = 4
"""A date without a year lies ahead, for want of a tense, when ahead is so many times nearer."""


def of_date(date: CalendarDate, context: Context) -> Found:
    """Return the days of a date, with the year or week that the context makes likely."""
    if date.year_shift is not None and context.day is not None:
        date = replace(date, year=context.day.year + date.year_shift, year_shift=None)
        found = of_date(date, context)
        return found[0], True, (*found[2], Reason(rule="counted-from-anchor"))
    if date.year is not None:
        period = calendar.fields_period(date, date.year)
        reasons: tuple[Reason, ...] = ()
        if date.weekday and period.first and period.first.isoweekday() != date.weekday:
            reasons = (Reason(rule="weekday-disagrees", words=period.edtf),)
        return period, False, reasons
    if date.month and date.day:
        datetime.date(2000, date.month, date.day)  # a leap year: "31 février" fails here
    if context.day is None:
        return NO_ANCHOR
    if date.weekday and date.month is None:
        return _weekday(date, context.day, context.tense)
    tense = None if context.loose and context.tense == "past" else context.tense
    return _yearless(date, context.day, tense)


def _weekday(date: CalendarDate, day: datetime.date, tense: Tense | None) -> Found:
    """Choose the day of the week, or with a day of the month the nearest that agrees."""
    if date.day:
        near = sorted(range(-200, 201), key=lambda n: (abs(n), n))
        for days in near:
            other = day + datetime.timedelta(days=days)
            if other.day == date.day and other.isoweekday() == date.weekday:
                return calendar.day_period(other), True, (Reason(rule="nearest-agreeing-day"),)
        return None, True, (Reason(rule="impossible-date"),)
    back = (day.isoweekday() - (date.weekday or 0)) % 7
    ahead = (7 - back) % 7
    if date.turn == -1:
        shift, rule = -(back or 7), "weekday-before-anchor"
    elif date.turn == 1:
        shift, rule = ahead or 7, "weekday-after-anchor"
    elif back == 0:
        shift, rule = 0, "weekday-of-anchor"
    elif tense == "future" or (
        # "Ce vendredi", and the present ("il reçoit vendredi"), go to the nearer one.
        tense != "past" and (date.turn == 0 or tense == "present") and ahead < back
    ):
        shift, rule = ahead, "weekday-after-anchor"
    else:
        shift, rule = -back, "weekday-before-anchor"
    return calendar.day_period(day + datetime.timedelta(days=shift)), True, (Reason(rule=rule),)


def _yearless(date: CalendarDate, day: datetime.date, tense: Tense | None) -> Found:
    """Choose the year of a date that states none."""
    candidates: list[Period] = []
    for year in range(day.year - 8, day.year + 9):
        try:
            candidates.append(calendar.fields_period(date, year))
        except ValueError:
            continue  # 29 February
    agreeing = [p for p in candidates if p.first and p.first.isoweekday() == date.weekday]
    if date.weekday and agreeing:
        nearest = min(agreeing, key=lambda period: abs(_distance(period, day)))
        if abs(_distance(nearest, day)) < 366:
            return nearest, True, (Reason(rule="nearest-agreeing-day"),)
    past = max((p for p in candidates if _distance(p, day) <= 0), key=lambda p: _distance(p, day))
    coming = min((p for p in candidates if _distance(p, day) >= 0), key=lambda p: _distance(p, day))
    if date.turn is not None:
        chosen = {-1: past, 1: coming}.get(date.turn)
        if chosen is None or _distance(chosen, day) == 0:
            chosen = _turn_from(candidates, day, date.turn)
    elif tense == "future":
        chosen = coming
    elif tense == "past":
        chosen = past
    else:
        chosen = coming if _distance(coming, day) * NEAR < -_distance(past, day) else past
    rule = "nearest-past-date" if chosen is past else "nearest-coming-date"
    return chosen, True, (Reason(rule=rule),)


def _turn_from(candidates: list[Period], day: datetime.date, turn: int) -> Period:
    """Return the period before, of or after the one that holds ``day``, or the nearest."""
    index = min(range(len(candidates)), key=lambda i: abs(_distance(candidates[i], day)))
    return candidates[index + turn]


def _distance(period: Period, day: datetime.date) -> int:
    """Return how many days lie from ``day`` to the period: negative before, 0 within."""
    first, last = period.first, period.last
    if last is not None and last < day:
        return (last - day).days
    if first is not None and first > day:
        return (first - day).days
    return 0


def of_feast(feast: Feast, context: Context) -> Found:
    """Return the day of a feast, in the year that the context makes likely."""

    def of_year(year: int) -> datetime.date:
        if feast.easter is not None:
            return calendar.easter(year) + datetime.timedelta(days=feast.easter)
        if feast.weekday is not None:
            return _nth(calendar.month_period(year, feast.month or 1), feast.weekday, feast.nth)
        return datetime.date(year, feast.month or 1, feast.day or 1)

    if feast.year is not None:
        return calendar.day_period(of_year(feast.year)), False, (Reason(rule="feast"),)
    if context.day is None:
        return NO_ANCHOR
    day = context.day
    days = [of_year(year) for year in (day.year - 1, day.year, day.year + 1)]
    past = max(d for d in days if d <= day)
    coming = min(d for d in days if d >= day)
    if feast.turn == -1 or (feast.turn is None and context.tense == "past"):
        chosen = past
    elif feast.turn == 1 or context.tense == "future":
        chosen = coming
    else:
        chosen = min(past, coming, key=lambda d: abs((d - day).days))
    return calendar.day_period(chosen), True, (Reason(rule="feast"),)


def _nth(period: Period, weekday: int, nth: int) -> datetime.date:
    """Return the ``nth`` weekday counted from a period's first day, or its last one for -1."""
    assert period.first is not None
    assert period.last is not None
    if nth == -1:
        return period.last - datetime.timedelta(days=(period.last.isoweekday() - weekday) % 7)
    ahead = (weekday - period.first.isoweekday()) % 7
    return period.first + datetime.timedelta(days=ahead + 7 * (nth - 1))


def of_week(week: WeekOf, context: Context, find: Finder) -> Found:
    """Return the week that holds a day, or one of a month or a year.

    The weeks of a month are its first, second, ... seven days; those of a year are of ISO 8601.
    """
    period, inferred, reasons = find(week.of, context)
    if period is None or period.first is None or period.last is None:
        return None, inferred, reasons
    if week.nth is None:
        return calendar.unit_period(period.first, "week"), inferred, reasons
    reasons = (*reasons, Reason(rule="part-of-period", words=str(week.nth)))
    six = datetime.timedelta(days=6)
    if (period.last - period.first).days > _LONGEST_MONTH and week.nth > 0:
        monday = datetime.date.fromisocalendar(period.first.year, week.nth, 1)
        return calendar.span_period(monday, monday + six), inferred, reasons
    if week.nth == -1:
        return calendar.span_period(period.last - six, period.last), inferred, reasons
    first = period.first + datetime.timedelta(days=7 * (week.nth - 1))
    if first > period.last:
        return None, inferred, (*reasons, Reason(rule="impossible-date"))
    return calendar.span_period(first, min(first + six, period.last)), inferred, reasons


def of_day_within(meaning: DayWithin, context: Context, find: Finder) -> Found:
    """Choose the day that a week or a month holds: "le deuxième lundi de mai"."""
    period, inferred, reasons = find(meaning.of, context)
    if period is None or period.first is None or period.last is None:
        return None, inferred, reasons
    if meaning.day is not None:
        day = period.first.replace(day=meaning.day)  # the month may not have it
    else:
        day = _nth(period, meaning.weekday or 1, meaning.nth)
    if not period.first <= day <= period.last:
        return None, inferred, (*reasons, Reason(rule="impossible-date"))
    return calendar.day_period(day), inferred, reasons
