"""The drawing of the timeline: bars packed in rows, over an axis of round dates.

Everything is placed by share of the width (an SVG without a view box, whose
lengths are percentages), so it fits any screen with its text at full size.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from recoupe.views.dossier.moments import Moment
from recoupe.views.labels import Labels

# A point is drawn at least this wide, in percent of the picture.
POINT = 1.2
# Rows of bars; what does not fit is counted and listed.
ROWS = 16
# Publications lie in a few days, what they tell of in years: the picture reaches back at least
# this long before the first report, and never further than ten times what the reports span.
REACH = timedelta(days=400)
WIDEST_TICKS = 6


@dataclass(frozen=True)
class Bar:
    """A moment as drawn: lengths in percent of the width, ``row`` from 0."""

    moment: Moment
    x: float
    width: float
    row: int
    open_left: bool
    open_right: bool

    @property
    def ends(self) -> str:
        """Which of its ends are open, as the picture fades them: ``both``, ``left``, ``right``."""
        if self.open_left and self.open_right:
            return "both"
        return "left" if self.open_left else "right" if self.open_right else ""


@dataclass(frozen=True)
class Tick:
    """A date on the axis, at a percentage of the width."""

    x: float
    words: str
    anchor: str


@dataclass(frozen=True)
class Drawing:
    """What is drawn.

    Attributes:
        bars: What was told, packed in rows.
        marks: Publications.
        rows: Rows used by ``bars``.
        ticks: The axis.
        start: First day drawn.
        end: Last day drawn.
        before: How many things lie wholly before ``start``.
        after: How many lie wholly after ``end``.
        undrawn: How many found no row.
    """

    bars: list[Bar]
    marks: list[Bar]
    rows: int
    ticks: list[Tick]
    start: date
    end: date
    before: int
    after: int
    undrawn: int


def draw(moments: Sequence[Moment], labels: Labels) -> Drawing | None:
    """Lay out the drawing of a case's dates; None where there is nothing to draw."""
    window = _window(moments)
    if not window:
        return None
    start, end = window
    early = [one for one in moments if one.last and one.last < start]
    late = [one for one in moments if one.first and one.first > end]
    hidden = {one.anchor for one in (*early, *late)}
    bars = [_bar(one, start, end) for one in moments if one.anchor not in hidden]
    packed, rows, undrawn = _pack([bar for bar in bars if bar.moment.told])
    return Drawing(
        bars=packed,
        marks=[bar for bar in bars if bar.moment.reports],
        rows=rows,
        ticks=_ticks(start, end, labels),
        start=start,
        end=end,
        before=sum(one.number for one in early),
        after=sum(one.number for one in late),
        undrawn=undrawn,
    )


def _window(moments: Iterable[Moment]) -> tuple[date, date] | None:
    """Return the first and last day to draw."""
    known = [day for one in moments for day in (one.first, one.last) if day]
    if not known:
        return None
    start, end = min(known), max(known)
    published = [report.day for one in moments for report in one.reports if report.day]
    if published:
        reach = max(REACH, 9 * (max(published) - min(published)))
        start = max(start, _shift(min(published), -reach))
        end = min(end, _shift(max(published), reach))
    pad = max(timedelta(days=1), (end - start) * 0.02)
    return _shift(start, -pad), _shift(end, pad)


def _shift(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta() else date.max


def _bar(moment: Moment, start: date, end: date) -> Bar:
    days = (end - start).days + 1

    def place(day: date) -> float:
        return 100 * min(max((day - start).days, 0), days) / days

    left = place(moment.first) if moment.first else 0.0
    right = place(_shift(moment.last, timedelta(days=1))) if moment.last else 100.0
    width = max(right - left, POINT)
    left = min(left, 100 - width)
    open_left = not moment.first or moment.first < start
    open_right = not moment.last or moment.last > end
    return Bar(moment, round(left, 2), round(width, 2), 0, open_left, open_right)


def _pack(bars: Iterable[Bar]) -> tuple[list[Bar], int, int]:
    """Give each bar the first row where it is free; short ones first, so that they stay together.

    Returns:
        The bars, the number of rows, and how many things found no row.
    """
    taken: list[list[tuple[float, float]]] = []
    packed: list[Bar] = []
    undrawn = 0
    for bar in sorted(bars, key=lambda one: (one.width > 10, one.x, one.width)):
        left, right = bar.x, bar.x + bar.width + 0.3
        row = next(
            (n for n, spans in enumerate(taken) if all(right <= a or b <= left for a, b in spans)),
            len(taken),
        )
        if row == ROWS:
            undrawn += bar.moment.number
            continue
        if row == len(taken):
            taken.append([])
        taken[row].append((left, right))
        packed.append(replace(bar, row=row))
    return packed, len(taken), undrawn


def _ticks(start: date, end: date, labels: Labels) -> list[Tick]:
    """Return round dates on the axis: years, months or days, as many as stay readable."""
    days = (end - start).days + 1
    steps: list[tuple[str, int]] = [("day", 1), ("day", 7), ("month", 1), ("month", 3)]
    steps += [("month", 6), *(("year", n) for n in (1, 2, 5, 10, 20, 50, 100, 500, 1000))]
    lengths = {"day": 1.0, "month": 30.4, "year": 365.25}
    unit, step = next(
        ((unit, n) for unit, n in steps if days / (lengths[unit] * n) <= WIDEST_TICKS),
        ("year", 5000),
    )
    ticks = []
    months = labels.listed("months_short")
    for day in _round_days(start, end, unit, step):
        month = months[day.month - 1]
        words = {"day": f"{day.day} {month}", "month": f"{month} {day.year}"}.get(
            unit, str(day.year)
        )
        x = round(100 * (day - start).days / days, 2)
        ticks.append(Tick(x, words, "start" if x < 4 else "end" if x > 92 else "middle"))
    return ticks


def _round_days(start: date, end: date, unit: str, step: int) -> Iterable[date]:
    if unit == "day":
        for offset in range(0, (end - start).days + 1, step):
            yield start + timedelta(days=offset)
        return
    for year in range(start.year, end.year + 1):
        if unit == "year":
            days = [date(year, 1, 1)] if year % step == 0 else []
        else:
            days = [date(year, month, 1) for month in range(1, 13, step)]
        yield from (day for day in days if start <= day <= end)
