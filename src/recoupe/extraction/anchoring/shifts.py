"""Periods counted from another time: "le mois dernier", "il y a trois jours"."""

import datetime
from dataclasses import replace

from recoupe.extraction import calendar
from recoupe.extraction.anchoring.context import NO_ANCHOR, Context, Finder, Found
from recoupe.extraction.calendar import Period
from recoupe.language.expressions import CountedFrom, Shift, Stretch
from recoupe.model import Reason

_LOOSE_DAYS = 14
"""Beyond this many days, "il y a trente jours" is a round figure."""


def _base(shift: Shift, context: Context) -> tuple[datetime.date, tuple[Reason, ...]] | None:
    if shift.base == "speech":
        return None if context.day is None else (context.day, ())
    if shift.base == "event":
        return None
    earlier = context.earlier(shift.unit in ("day", "night", "hour", "minute", "second"))
    return None if earlier is None else (earlier[0], (earlier[1],))


def of_shift(shift: Shift, context: Context) -> Found:
    """Return the calendar period so many units from its base."""
    base = _base(shift, context)
    if base is None:
        if shift.base != "speech":
            rule = "no-earlier-time" if shift.base == "text" else "counted-from-event"
            return None, True, (Reason(rule=rule),)
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


def of_counted(counted: CountedFrom, context: Context, find: Finder) -> Found:
    """Return the period so many units before or after a time that the words name."""
    period, inferred, reasons = find(counted.of, context)
    base = None if period is None else period.first if counted.amount < 0 else period.last
    if base is None:
        return None, inferred, reasons
    moved = calendar.unit_period(
        calendar.shift_day(base, counted.unit, counted.amount), counted.unit
    )
    if counted.unit != "day" and "/" not in moved.edtf and "X" not in moved.edtf:
        moved = replace(moved, edtf=moved.edtf + "~")
        reasons = (*reasons, Reason(rule="counted-loosely"))
    return moved, inferred, reasons


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
