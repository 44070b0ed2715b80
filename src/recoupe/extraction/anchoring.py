"""From what words of time mean to the days they allow, given the report's day.

The rules of choice between past and coming are those of HeidelTime's news domain
(Strötgen and Gertz 2013) where it has one: the clause's tense decides, and without a
tense news tells what has happened.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace

from recoupe.extraction import calendar
from recoupe.extraction.calendar import Period
from recoupe.extraction.timex import timex_of
from recoupe.language.expressions import (
    CalendarDate,
    Feast,
    Interval,
    Meaning,
    Moment,
    PhaseOf,
    Shift,
    Stretch,
    Tense,
    YearSpan,
)
from recoupe.model import Reason

NEAR = 4
"""A date without a year lies ahead, for want of a tense, when ahead is so many times nearer."""
_LOOSE_DAYS = 14
"""Beyond this many days, "il y a trente jours" is a round figure."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an expression comes to.

    Attributes:
        period: The days it allows; None where no calendar value follows.
        timex: Type and value in TIMEX3.
        inferred: Whether an anchor was needed.
        reasons: The rules that spoke.
    """

    period: Period | None
    timex: tuple[str, str]
    inferred: bool = False
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression may be anchored on.

    Attributes:
        day: Day of publication, or None.
        earlier: Finds the last time that the text set before, and why; called only on
            need, with whether it must be a single day.
        tense: Tense of the clause, when known.
    """

    day: datetime.date | None
    earlier: Callable[[bool], tuple[datetime.date, Reason] | None]
    tense: Tense | None = None


def resolve(meaning: Meaning, context: Context) -> Resolution:
    """Return the days that ``meaning`` allows; never a guess at the day of writing."""
    try:
        period, inferred, reasons = _period(meaning, context)
    except ValueError:
        period, inferred, reasons = None, False, (Reason(rule="impossible-date"),)
    except OverflowError:
        period, inferred, reasons = None, True, (Reason(rule="beyond-calendar"),)
    return Resolution(period, timex_of(meaning, period), inferred, reasons)


_Found = tuple[Period | None, bool, tuple[Reason, ...]]
_NO_ANCHOR: _Found = (None, True, (Reason(rule="no-anchor-day"),))


def _period(meaning: Meaning, context: Context) -> _Found:
    match meaning:
        case CalendarDate():
            return _date(meaning, context)
        case YearSpan(first=first, count=count):
            return calendar.years_period(first, count), False, ()
        case Feast():
            return _feast(meaning, context)
        case Shift():
            return _shift(meaning, context)
        case Stretch():
            return _stretch(meaning, context)
        case Moment():
            return _moment(meaning, context)
        case PhaseOf(of=Moment() as moment):
            return _moment(moment, context)
        case PhaseOf(of=inner, phase=phase):
            period, inferred, reasons = _period(inner, context)
            if period is not None:
                period = calendar.phase_period(period, phase)
                reasons = (*reasons, Reason(rule="part-of-period", words=phase))
            return period, inferred, reasons
        case Interval():
            return _interval(meaning, context)
    return None, False, ()


def _date(date: CalendarDate, context: Context) -> _Found:
    if date.year_shift is not None and context.day is not None:
        date = replace(date, year=context.day.year + date.year_shift, year_shift=None)
        found = _date(date, context)
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
        return _NO_ANCHOR
    if date.weekday and date.month is None:
        return _weekday(date, context.day, context.tense)
    return _yearless(date, context.day, context.tense)


def _weekday(date: CalendarDate, day: datetime.date, tense: Tense | None) -> _Found:
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


def _yearless(date: CalendarDate, day: datetime.date, tense: Tense | None) -> _Found:
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


def _feast(feast: Feast, context: Context) -> _Found:
    def of_year(year: int) -> datetime.date:
        if feast.easter is not None:
            return calendar.easter(year) + datetime.timedelta(days=feast.easter)
        return datetime.date(year, feast.month or 1, feast.day or 1)

    if feast.year is not None:
        return calendar.day_period(of_year(feast.year)), False, (Reason(rule="feast"),)
    if context.day is None:
        return _NO_ANCHOR
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


def _base(shift: Shift, context: Context) -> tuple[datetime.date, tuple[Reason, ...]] | None:
    if shift.base == "speech":
        return None if context.day is None else (context.day, ())
    earlier = context.earlier(shift.unit in ("day", "night", "hour", "minute", "second"))
    return None if earlier is None else (earlier[0], (earlier[1],))


def _shift(shift: Shift, context: Context) -> _Found:
    base = _base(shift, context)
    if base is None:
        if shift.base == "text":
            return None, True, (Reason(rule="no-earlier-time"),)
        return _NO_ANCHOR
    day, reasons = base
    if not reasons:
        reasons = (Reason(rule="counted-from-anchor"),)
    if shift.amount is None:
        period = (
            Period(None, day, f"/{day.isoformat()}")
            if shift.sign < 0
            else Period(day, None, f"{day.isoformat()}/")
        )
        return period, True, (*reasons, Reason(rule="unknown-amount"))
    moved = calendar.shift_day(day, shift.unit, shift.amount)
    this_weekend = shift.unit == "weekend" and shift.amount == 0
    if this_weekend and context.tense == "past" and day.isoweekday() < 6:
        moved -= datetime.timedelta(days=7)  # "ce week-end", told on a Monday
    period = calendar.unit_period(moved, shift.unit)
    if shift.counted and (shift.unit not in ("day", "hour", "minute", "second", "night")
                          or abs(shift.amount) > _LOOSE_DAYS):  # fmt: skip
        if "/" not in period.edtf and "X" not in period.edtf:
            period = replace(period, edtf=period.edtf + "~")
        reasons = (*reasons, Reason(rule="counted-loosely"))
    return period, True, reasons


def _stretch(stretch: Stretch, context: Context) -> _Found:
    if context.day is None:
        return _NO_ANCHOR
    day = context.day
    reasons = (Reason(rule="counted-from-anchor"),)
    if stretch.amount is None:
        period = (
            Period(None, day, f"/{day.isoformat()}")
            if stretch.sign < 0
            else Period(day, None, f"{day.isoformat()}/")
        )
        return period, True, (*reasons, Reason(rule="unknown-amount"))
    other = calendar.shift_day(day, stretch.unit, stretch.sign * stretch.amount)
    if other == day and stretch.unit in ("hour", "minute", "second"):
        return calendar.day_period(day), True, reasons
    return calendar.span_period(min(day, other), max(day, other)), True, reasons


def _moment(moment: Moment, context: Context) -> _Found:
    if moment.day is not None:
        period, inferred, reasons = _period(moment.day, context)
    else:
        earlier = context.earlier(True)
        if earlier is not None:
            period, inferred, reasons = calendar.day_period(earlier[0]), True, (earlier[1],)
        elif context.day is not None:
            period, inferred = calendar.day_period(context.day), True
            reasons = (Reason(rule="day-of-anchor-assumed"),)
        else:
            period, inferred, reasons = _NO_ANCHOR
    if period is None or period.first is None or period.first != period.last:
        return period, inferred, reasons
    if moment.part:
        reasons = (*reasons, Reason(rule="part-of-day", words=moment.part))
    if moment.clock is None or moment.clock.hour > 23:
        return period, inferred, reasons
    clock = moment.clock
    edtf = f"{period.edtf}T{clock.hour:02}:{clock.minute or 0:02}:{clock.second or 0:02}"
    if clock.zone is not None:
        sign = "-" if clock.zone < 0 else "+"
        hours, minutes = divmod(abs(clock.zone), 60)
        edtf += f"{sign}{hours:02}:{minutes:02}" if clock.zone else "Z"
    return replace(period, edtf=edtf), inferred, reasons


def _interval(interval: Interval, context: Context) -> _Found:
    start: _Found = (None, False, ())
    end: _Found = (None, False, ())
    if interval.start is not None:
        start = _period(interval.start, context)
    if interval.end is not None:
        if interval.start is None and context.tense is None:
            context = replace(context, tense="future")  # "jusqu'au 31 décembre" is still open
        end = _range_end(interval, start[0], context) or _period(interval.end, context)
    inferred = start[1] or end[1]
    reasons = tuple(dict.fromkeys((*start[2], *end[2])))
    if (interval.start is not None and start[0] is None) or (
        interval.end is not None and end[0] is None
    ):
        return None, inferred, reasons
    begin, finish = start[0], end[0]
    if begin is not None and begin.first is None:
        return None, inferred, reasons  # "depuis plusieurs jours"
    if begin is not None and finish is not None:
        if begin.first and finish.last and begin.first > finish.last:
            begin = _before(begin, interval.start)
        if begin.first == finish.last and "T" in begin.edtf and finish.edtf < begin.edtf:
            finish = _next_day(finish)  # "de 19 h à minuit"
        if begin.first and finish.last and begin.first > finish.last:
            return None, inferred, (*reasons, Reason(rule="impossible-range"))
        ends = _end(begin, 0), _end(finish, -1)
        edtf = ends[0] if ends[0] == ends[1] else "/".join(ends)
        return Period(begin.first, finish.last, edtf), inferred, reasons
    day = datetime.timedelta(days=1)
    if begin is not None:
        if interval.strict and begin.last and "T" not in begin.edtf:
            after = begin.last + day
            return Period(after, None, f"{after.isoformat()}/.."), inferred, reasons
        return Period(begin.first, None, f"{_end(begin, 0)}/.."), inferred, reasons
    assert finish is not None
    if interval.strict and finish.first and "T" not in finish.edtf:
        before = finish.first - day
        return Period(None, before, f"../{before.isoformat()}"), inferred, reasons
    return Period(None, finish.last, f"../{_end(finish, -1)}"), inferred, reasons


def _range_end(interval: Interval, begin: Period | None, context: Context) -> _Found | None:
    """Return the first day after a range's beginning that its end may mean, if it has no year."""
    end = interval.end
    if begin is None or begin.first is None or not isinstance(end, CalendarDate):
        return None
    if end.month is None or end.year is not None or end.turn is not None:
        return None
    for year in (begin.first.year, begin.first.year + 1):
        period = calendar.fields_period(end, year)
        if period.last is not None and period.last >= begin.first:
            return period, True, (Reason(rule="end-after-beginning"),)
    return None


def _before(begin: Period, meaning: Meaning | None) -> Period:
    """Move a range's first weekday, chosen on its own, to the week before."""
    if isinstance(meaning, CalendarDate) and begin.first and meaning.weekday and not meaning.month:
        return calendar.day_period(begin.first - datetime.timedelta(days=7))
    return begin


def _next_day(period: Period) -> Period:
    """Move a clock time to the day after."""
    if period.last is None:
        return period
    day = period.last + datetime.timedelta(days=1)
    return Period(day, day, day.isoformat() + period.edtf[10:])


def _end(period: Period, index: int) -> str:
    """Return one end of a period, which may be an interval itself, as EDTF lets intervals be.

    Intervals of EDTF hold dates: a clock time at an end goes.
    """
    return period.edtf.split("/")[index].partition("T")[0]
