"""Whether two tellings can be of one occasion: their times and their figures.

Extraction asks as well, which may import nothing with a clock: days are compared as they are
written, ``YYYY-MM-DD``, without the calendar.
"""

from collections.abc import Iterable, Sequence

from recoupe.model import Quantity, Span, TimeValue

_OPEN = ("0001-01-01", "9999-12-31")


def own_times(
    trigger: Span, others: Sequence[Span], times: Iterable[TimeValue]
) -> tuple[TimeValue, ...]:
    """Return the times that stand nearer to an event's word than to any other event's.

    Args:
        trigger: The event's word.
        others: Those of the other events around.
        times: Of the same sentence or statement; times of speaking and without a day are left out.
    """
    found = []
    for time in times:
        if time.role != "event" or not (time.earliest or time.latest):
            continue
        near = _gap(time.span, trigger)
        if all(_gap(time.span, other) >= near for other in others):
            found.append(time)
    return tuple(found)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def times_apart(ours: Iterable[TimeValue], theirs: Sequence[TimeValue]) -> bool:
    """Tell whether some two times have no day in common."""
    spans = [(b.earliest or _OPEN[0], b.latest or _OPEN[1]) for b in theirs]
    return any(
        (a.latest or _OPEN[1]) < first or last < (a.earliest or _OPEN[0])
        for a in ours
        for first, last in spans
    )


def figures_apart(ours: Iterable[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Tell whether some two figures in one unit can't both hold."""
    return any(_apart(a, b) for a in ours for b in theirs)


def _apart(one: Quantity, other: Quantity) -> bool:
    if one.unit != other.unit:
        return False
    low, high = _bounds(one)
    least, most = _bounds(other)
    return high < least or most < low


def _bounds(one: Quantity) -> tuple[float, float]:
    return (
        float("-inf") if one.low is None else one.low,
        float("inf") if one.high is None else one.high,
    )
