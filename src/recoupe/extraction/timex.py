"""Values of TIMEX3 (TimeML 1.2.1, as the French TimeBank uses them), for scoring.

Where the days are not known, ``X`` stands for each figure left open.
"""

from recoupe.extraction.calendar import Period
from recoupe.language.expressions import (
    CalendarDate,
    Clock,
    CountedFrom,
    DayWithin,
    Duration,
    Feast,
    Interval,
    Meaning,
    Moment,
    PhaseOf,
    Recurrence,
    Reference,
    Shift,
    Stretch,
    Unit,
    WeekOf,
    YearSpan,
)

_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_DATE_LETTERS: dict[Unit, tuple[str, float]] = {
    "day": ("D", 1), "night": ("D", 1), "week": ("W", 1), "weekend": ("WE", 1),
    "month": ("M", 1), "quarter": ("Q", 1), "half-year": ("M", 6), "year": ("Y", 1),
    "decade": ("Y", 10), "century": ("Y", 100),
}  # fmt: skip
_TIME_LETTERS: dict[Unit, str] = {"hour": "H", "minute": "M", "second": "S"}
_UNKNOWN_PERIODS: dict[Unit, str] = {
    "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half-year": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


def timex_of(meaning: Meaning, period: Period | None) -> tuple[str, str]:
    """Return the TIMEX3 type and value of ``meaning``, whose days are ``period``."""
    match meaning:
        case Reference(timex=value):
            return "TIME", value  # TimeML has DATE; the French TimeBank has TIME
        case Recurrence(timex=value):
            return "SET", value
        case Duration(lengths=lengths):
            return "DURATION", duration_value(lengths)
        case Stretch(unit=unit, amount=amount):
            return "DURATION", duration_value(((amount, unit),))
        case PhaseOf(of=inner):
            return timex_of(inner, _phase_base(inner, period))
        case Moment(part=part, clock=clock):
            day = period.first.isoformat() if period and period.first else _open_day(meaning.day)
            return "TIME", f"{day}T{part or _clock(clock)}"
        case YearSpan(first=first, count=count):
            return "DATE", str(first)[: -len(str(count)) + 1]
        case Shift(unit=unit, amount=amount) | CountedFrom(unit=unit, amount=amount):
            return "DATE", _unit_value(unit, amount, period)
        case WeekOf():
            return "DATE", _unit_value("week", 1, period)
        case Feast() | DayWithin():
            return "DATE", period.edtf if period else "XXXX-XX-XX"
        case CalendarDate():
            return "DATE", _date_value(meaning, period)
        case Interval():
            return "DATE", period.edtf if period else "XXXX-XX-XX"


def duration_value(lengths: tuple[tuple[float | None, Unit], ...]) -> str:
    """Return an ISO 8601 duration, with ``X`` for an unknown amount."""
    days, times = "", ""
    for amount, unit in lengths:
        if unit in _TIME_LETTERS:
            if amount is not None and unit == "hour" and amount % 1 == 0.5:
                times += f"{int(amount)}H30M"
            else:
                times += f"{_figure(amount)}{_TIME_LETTERS[unit]}"
        else:
            letter, factor = _DATE_LETTERS[unit]
            days += f"{_figure(None if amount is None else amount * factor)}{letter}"
    return f"P{days}" + (f"T{times}" if times else "")


def _figure(amount: float | None) -> str:
    return "X" if amount is None else f"{amount:g}"


def _clock(clock: Clock | None) -> str:
    if clock is None:
        return "XX:XX"
    value = f"{clock.hour:02}:{clock.minute or 0:02}"
    return value if clock.second is None else f"{value}:{clock.second:02}"


def _open_day(day: Meaning | None) -> str:
    if isinstance(day, CalendarDate):
        return _date_value(day, None)
    return "XXXX-XX-XX"


def _phase_base(inner: Meaning, period: Period | None) -> Period | None:
    """TIMEX3 gives the whole period and says "start" in an attribute: undo the phase."""
    if period is None or period.first is None or isinstance(inner, Moment):
        return period
    match inner:
        case CalendarDate(month=None):
            return Period(period.first, period.last, f"{period.first.year:04}")
        case CalendarDate():
            return Period(period.first, period.last, period.first.isoformat()[:7])
    return period


def _unit_value(unit: Unit, amount: float | None, period: Period | None) -> str:
    if period is None or period.first is None or amount is None:
        return _UNKNOWN_PERIODS.get(unit, "XXXX-XX-XX")
    first = period.first
    year, week, _ = first.isocalendar()
    match unit:
        case "week":
            return f"{year:04}-W{week:02}"
        case "weekend":
            return f"{year:04}-W{week:02}-WE"
        case "month":
            return first.isoformat()[:7]
        case "quarter":
            return f"{first.year:04}-Q{(first.month + 2) // 3}"
        case "half-year":
            return f"{first.year:04}-H{1 if first.month < 7 else 2}"
        case "year":
            return f"{first.year:04}"
        case "decade":
            return f"{first.year // 10:03}"
        case "century":
            return f"{first.year // 100:02}"
    return first.isoformat()


def _date_value(date: CalendarDate, period: Period | None) -> str:
    first = period.first if period else None
    year = f"{first.year:04}" if first else (f"{date.year:04}" if date.year else "XXXX")
    if date.season:
        return f"{year}-{_SEASONS[date.season]}"
    if date.quarter:
        return f"{year}-Q{date.quarter}"
    if date.half:
        return f"{year}-H{date.half}"
    if first and (date.day or date.weekday):
        return first.isoformat()
    if date.month is None and date.weekday:
        return f"XXXX-WXX-{date.weekday}"
    if date.month is None:
        return year
    month = f"{year}-{date.month:02}"
    return f"{month}-{date.day:02}" if date.day else month
