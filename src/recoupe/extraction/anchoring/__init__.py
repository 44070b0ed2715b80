"""From what words of time mean to the days they allow, given the report's day.

:mod:`.dates` chooses the day of a date, :mod:`.shifts` counts from a day, and
:mod:`.intervals` puts two ends together; none of them guesses at the day of writing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from recoupe.extraction import calendar
from recoupe.extraction.anchoring.context import Context, Finder, Found
from recoupe.extraction.anchoring.dates import NEAR, of_date, of_day_within, of_feast, of_week
from recoupe.extraction.anchoring.intervals import of_interval, of_moment
from recoupe.extraction.anchoring.shifts import of_counted, of_shift, of_stretch
from recoupe.extraction.calendar import Period
from recoupe.extraction.timex import timex_of
from recoupe.language.expressions import (
    CalendarDate,
    CountedFrom,
    DayWithin,
    Feast,
    Interval,
    Meaning,
    Moment,
    PhaseOf,
    Shift,
    Stretch,
    WeekOf,
    YearSpan,
)
from recoupe.model import Reason

__all__ = ["NEAR", "Context", "Resolution", "resolve"]


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


def resolve(meaning: Meaning, context: Context) -> Resolution:
    """Return the days that ``meaning`` allows; never a guess at the day of writing."""
    try:
        period, inferred, reasons = _period(meaning, context)
    except ValueError:
        period, inferred, reasons = None, False, (Reason(rule="impossible-date"),)
    except OverflowError:
        period, inferred, reasons = None, True, (Reason(rule="beyond-calendar"),)
    return Resolution(period, timex_of(meaning, period), inferred, reasons)


def _period(meaning: Meaning, context: Context) -> Found:
    alone = _ALONE.get(type(meaning))
    if alone is not None:
        return alone(meaning, context)
    of_parts = _OF_PARTS.get(type(meaning))
    if of_parts is not None:
        return of_parts(meaning, context, _period)
    match meaning:
        case YearSpan(first=first, count=count):
            return calendar.years_period(first, count), False, ()
        case PhaseOf(of=Moment() as moment):
            return of_moment(moment, context, _period)
        case PhaseOf(of=inner, phase=phase):
            period, inferred, reasons = _period(inner, context)
            if period is not None:
                period = calendar.phase_period(period, phase)
                reasons = (*reasons, Reason(rule="part-of-period", words=phase))
            return period, inferred, reasons
    return None, False, ()


_ALONE: dict[type, Callable[[Any, Context], Found]] = {
    CalendarDate: of_date,
    Feast: of_feast,
    Shift: of_shift,
    Stretch: of_stretch,
}
_OF_PARTS: dict[type, Callable[[Any, Context, Finder], Found]] = {
    CountedFrom: of_counted,
    DayWithin: of_day_within,
    Interval: of_interval,
    Moment: of_moment,
    WeekOf: of_week,
}
"""Meanings that hold another one, which is found first."""
