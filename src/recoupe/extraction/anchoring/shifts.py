"""Periods counted from another time: "le mois dernier", "il y a trois jours"."""

import datetime
from dataclasses import replace

from recoupe.extraction import calendar
from recoupe.extraction.anchoring.context import NO_ANCHOR, Context, Found
from recoupe.extraction.calendar import Period
from recoupe.language.expressions import Shift, Stretch
from recoupe.model import Reason

_LOOSE_DAYS = 14
"""Beyond this many days, "il y a trente jours" is a round figure."""


def _base(shift: Shift, context: Context) -> tuple[datetime.date, tuple[Reason, ...]] | None:
    if shift.base == "speech":
        return None if context.day is None else (context.day, ())
    earlier = context.earlier(shift.unit in ("day", "night", "hour", "minute", "second"))
    return None if earlier is None else (earlier[0], (earlier[1],))


def of_shift(shift: Shift, context: Context) -> Found:
    """Return the calendar period so many units from its base."""
    base = _base(shift, context)
    if base is None:
        if shift.base == "text":
            return None, True, (Reason(rule="no-earlier-time"),)
        return NO_ANCHOR
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


def of_stretch(stretch: Stretch, context: Context) -> Found:
    """Return the days from the report's to so many units on, or back."""
    if context.day is None:
        return NO_ANCHOR
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
