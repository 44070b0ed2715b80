"""Times of day, and stretches from one time to another."""

import datetime
from dataclasses import replace

from recoupe.extraction import calendar
from recoupe.extraction.anchoring.context import NO_ANCHOR, Context, Finder, Found
from recoupe.extraction.calendar import Period
from recoupe.language.expressions import CalendarDate, Interval, Meaning, Moment, Phase, PhaseOf
from recoupe.model import Reason


def of_moment(moment: Moment, context: Context, find: Finder) -> Found:
    """Return the day of a time of day, with its clock time; without a day, that set before."""
    if moment.day is not None:
        period, inferred, reasons = find(moment.day, context)
    else:
        earlier = context.earlier(True)
        if earlier is not None and not _is_yet_to_come(earlier[0], context):
            period, inferred, reasons = calendar.day_period(earlier[0]), True, (earlier[1],)
        elif context.day is not None:
            period, inferred = calendar.day_period(context.day), True
            reasons = (Reason(rule="day-of-anchor-assumed"),)
        else:
            period, inferred, reasons = NO_ANCHOR
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


def _is_yet_to_come(day: datetime.date, context: Context) -> bool:
    """Tell whether a day is after the report's: what has happened was not at an hour of it."""
    return context.tense == "past" and context.day is not None and day > context.day


def of_interval(interval: Interval, context: Context, find: Finder) -> Found:
    """Return the days from one time to another; an end that is None is open."""
    start: Found = (None, False, ())
    end: Found = (None, False, ())
    if interval.start is not None:
        start = find(interval.start, context)
    if interval.end is not None:
        if interval.start is None and context.tense is None:
            context = replace(context, tense="future")  # "jusqu'au 31 décembre" is still open
        end = _range_end(interval, start[0]) or find(interval.end, context)
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
        if interval.strict and begin.last and _is_left_out(interval.start, "start"):
            after = begin.last + day
            return Period(after, None, f"{after.isoformat()}/.."), inferred, reasons
        return Period(begin.first, None, f"{_end(begin, 0)}/.."), inferred, reasons
    assert finish is not None
    if interval.strict and finish.first and _is_left_out(interval.end, "end"):
        before = finish.first - day
        return Period(None, before, f"../{before.isoformat()}"), inferred, reasons
    return Period(None, finish.last, f"../{_end(finish, -1)}"), inferred, reasons


def _is_left_out(named: Meaning | None, edge: Phase) -> bool:
    """Tell whether "avant" or "après" a time leaves all its days out.

    Not those of a time of day, and not of the edge that is reached last: "avant la fin
    de l'année" may be in its last days.
    """
    match named:
        case Moment():
            return False
        case PhaseOf(of=Moment()):
            return False
        case PhaseOf(phase=phase):
            return phase != edge
    return True


def _range_end(interval: Interval, begin: Period | None) -> Found | None:
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
