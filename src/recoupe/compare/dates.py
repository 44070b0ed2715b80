"""Days that a date in EDTF allows, and what order two dates stand in."""

import re
from functools import lru_cache
from time import struct_time

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?")
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
    try:
        parsed = parse_edtf(value)
        first, last = parsed.lower_strict(), parsed.upper_strict()
    except (EDTFParseException, AttributeError, ValueError, TypeError):
        return None
    return _iso(first), _iso(last)


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
