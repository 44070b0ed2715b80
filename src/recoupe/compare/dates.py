"""Days that a date in EDTF allows, and what order two dates stand in."""

import re
from calendar import monthrange
from functools import lru_cache
from time import struct_time

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?")
_PLAIN = re.compile(r"([1-9]\d{3})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?")
_OPEN = ".."
_OPEN_START, _OPEN_END = "0001-01-01", "9999-12-31"


@lru_cache(maxsize=1 << 13)
def days(value: str | None) -> tuple[str, str] | None:
    """Return the first and last day that a date allows, ``YYYY-MM-DD``; an open end is far off.

    Args:
        value: EDTF (ISO 8601-2), or None.

    Returns:
        None when there is no date, or none that can be read.
    """
    if not value:
        return None
    if day := _DAY.fullmatch(value):
        return day.group(1), day.group(1)
    # The library takes a hundredth of a second for each, and a case has hundreds.
    if plain := _plain(value):
        return plain
    try:
        parsed = parse_edtf(value)
        first, last = parsed.lower_strict(), parsed.upper_strict()
    except (EDTFParseException, AttributeError, ValueError, TypeError):
        return None
    return _iso(first), _iso(last)


def _plain(value: str) -> tuple[str, str] | None:
    """Return the days of a year, a month or a day, or from one such to another; else None."""
    start, slash, end = value.partition("/")
    if not slash:
        return _whole(start)
    first = (_OPEN_START, _OPEN_START) if start == _OPEN else _whole(start)
    last = (_OPEN_END, _OPEN_END) if end == _OPEN else _whole(end)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _whole(value: str) -> tuple[str, str] | None:
    """Return the first and last day of a year, a month or a day; None where it is none."""
    if not (found := _PLAIN.fullmatch(value)):
        return None
    year, month, day = found.groups()
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    last = monthrange(int(year), int(month))[1]
    if day is None:
        return f"{year}-{month}-01", f"{year}-{month}-{last:02d}"
    return (value, value) if 1 <= int(day) <= last else None


def _iso(day: struct_time | float) -> str:
    # The library gives an open end as an infinite number.
    if isinstance(day, float):
        return _OPEN_END if day > 0 else _OPEN_START
    return f"{day.tm_year:04d}-{day.tm_mon:02d}-{day.tm_mday:02d}"


def before(one: tuple[str, str] | None, other: tuple[str, str] | None) -> bool:
    """Tell whether every day that ``one`` allows lies before every day of ``other``."""
    return one is not None and other is not None and one[1] < other[0]


def disjoint(one: tuple[str, str] | None, other: tuple[str, str] | None) -> bool:
    """Tell whether two dates have no day in common; unknown dates always may."""
    return before(one, other) or before(other, one)
