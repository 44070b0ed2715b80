"""Days of publication: what may be written for one, and what it comes to.

EDTF is ISO 8601-2:2019 (Extended Date/Time Format). The ``edtf`` package reads
all of it but lets days through that no calendar has (``2023-02-29``) and
intervals that end before they begin, so the few forms that a day of
publication can take are checked here.
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)", re.ASCII)
_ISO_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:?\d\d", re.ASCII)
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_OPEN = ".."

FORMS = "write it as 2023-06-09, 2023-06 or 2023 (EDTF)"


def published_day(value: str) -> str:
    """Return a day of publication in EDTF.

    Args:
        value: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, each with ``?``, ``~``
            or ``%`` after it; an interval ``A/B`` of these, open where an end
            is ``..``; or a date and time in ISO 8601, whose day is taken as
            it is written, in its own time zone.

    Raises:
        ValueError: It is none of these, or no calendar has it; the message
            says what and what to write, as ``problem: remedy``.
    """
    value = value.strip()
    if _ISO_TIME.match(value):
        return _moment(value).date().isoformat()
    ends = value.split("/")
    if len(ends) == 2 and value != f"{_OPEN}/{_OPEN}":
        first = date.min if ends[0] == _OPEN else _bounds(ends[0], value)[0]
        last = date.max if ends[1] == _OPEN else _bounds(ends[1], value)[1]
        if first > last:
            raise ValueError(f"the interval '{value}' ends before it begins: swap its ends")
        return value
    _bounds(value, value)
    return value


def instant(value: str) -> tuple[str, datetime | None]:
    """Return the day that a page states and, when it states a time zone, the instant in UTC.

    Two statements of one instant in different zones may fall on different
    days; comparing instants keeps them from being taken for a contradiction.

    Args:
        value: A date, or date and time, in ISO 8601.

    Raises:
        ValueError: As :func:`published_day`, and for anything but one single day.
    """
    value = value.strip()
    if _ISO_TIME.match(value):
        moment = _moment(value)
        return moment.date().isoformat(), moment.astimezone(UTC) if moment.tzinfo else None
    return date.fromisoformat(value).isoformat(), None


def _moment(value: str) -> datetime:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"'{value}' is no date of the calendar: {FORMS}") from None


def _bounds(value: str, whole: str) -> tuple[date, date]:
    """Return the first and last day that one EDTF date allows, its qualifier aside."""
    match = _DATE.fullmatch(value)
    if match is None:
        hint = FORMS
        if numeric := _NUMERIC.fullmatch(value):
            day, month, year = numeric.groups()
            hint = f"write the year first, as {year}-{int(month):02}-{int(day):02}"
        raise ValueError(f"'{whole}' is no date that can be read: {hint}")
    year, month, day = match.groups()[:3]
    try:
        first = date(int(year), int(month or "1"), int(day or "1"))
    except ValueError:
        raise ValueError(f"'{whole}' is no date of the calendar: {FORMS}") from None
    if day is not None:
        return first, first
    last_month = first.month if month is not None else 12
    return first, date(first.year, last_month, monthrange(first.year, last_month)[1])
