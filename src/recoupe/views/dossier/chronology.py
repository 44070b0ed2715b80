"""The timeline: publications and the dates that statements give, drawn and listed.

The drawing places everything by share of the width (an SVG without a view box,
whose lengths are percentages), so it fits any screen with its text at full size.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from recoupe.model import Span, TimeValue
from recoupe.views.dossier import dates
from recoupe.views.dossier.index import Index, Report, Said
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
class Entry:
    """One claim at one date, whoever repeats it.

    Attributes:
        role: Whether the date is that of what happened or of the act of speaking.
        said: The statements, in the case's order.
        inferred: The first statement's expression of time, where its date was inferred.
    """

    role: str
    said: list[Said]
    inferred: Span | None

    @property
    def reports(self) -> int:
        """In how many reports it stands."""
        return len({said.report.anchor for said in self.said})


@dataclass(eq=False)
class Moment:
    """A date, and everything that bears it.

    Attributes:
        value: EDTF.
        first: First day it allows, None if open.
        last: Last day it allows, likewise.
        anchor: Its address in the page.
        reports: Reports published then.
        told: Statements with the expression that gives this date.
    """

    value: str
    first: date | None
    last: date | None
    anchor: str = ""
    reports: list[Report] = field(default_factory=list)
    told: list[tuple[Said, TimeValue]] = field(default_factory=list)

    @property
    def number(self) -> int:
        """How many things bear this date."""
        return len(self.reports) + len(self.told)

    @property
    def entries(self) -> list[Entry]:
        """What was told, each claim once: a date repeated by five reports is one line."""
        found: dict[tuple[str, str], Entry] = {}
        for said, time in self.told:
            key = (said.claim.anchor if said.claim else said.anchor, time.role)
            words = time.span if time.basis == "inferred" else None
            found.setdefault(key, Entry(time.role, [], words)).said.append(said)
        return list(found.values())


@dataclass(frozen=True)
class Bar:
    """A moment as drawn: lengths in percent of the width, ``row`` from 0."""

    moment: Moment
    x: float
    width: float
    row: int
    open_left: bool
    open_right: bool


@dataclass(frozen=True)
class Tick:
    """A date on the axis, at a percentage of the width."""

    x: float
    words: str
    anchor: str


@dataclass(frozen=True)
class Chronology:
    """The timeline of a case.

    Attributes:
        moments: Every date, in order.
        undated: Reports without a day of publication.
        unresolved: Statements with an expression of time that gives no date.
        without: How many statements carry no date of what happened.
        bars: The drawing of what was told, packed in rows.
        marks: The drawing of publications.
        rows: Rows used by ``bars``.
        ticks: The axis.
        start: First day drawn, None where there is nothing to draw.
        end: Last day drawn.
        before: How many things lie wholly before ``start``.
        after: How many lie wholly after ``end``.
        undrawn: How many bars found no row.
    """

    moments: list[Moment]
    undated: list[Report]
    unresolved: list[tuple[Said, TimeValue]]
    without: int
    bars: list[Bar]
    marks: list[Bar]
    rows: int
    ticks: list[Tick]
    start: date | None
    end: date | None
    before: int
    after: int
    undrawn: int


def chronology(index: Index, labels: Labels) -> Chronology:
    """Lay out the timeline of a case."""
    found: dict[tuple[str, date | None, date | None], Moment] = {}
    unresolved: list[tuple[Said, TimeValue]] = []
    undated = [report for report in index.reports if not report.day]
    without = 0

    def moment(value: str, first: date | None, last: date | None) -> Moment:
        return found.setdefault((value, first, last), Moment(value, first, last))

    for report in index.reports:
        value = report.dating.value
        if report.day and value:
            moment(value, *dates.bounds(value)).reports.append(report)
        for said in report.said:
            without += not said.record.times
            for time in said.record.times:
                first, last = dates.parse_day(time.earliest), dates.parse_day(time.latest)
                if not first and not last:
                    first, last = dates.bounds(time.value)
                if time.value and (first or last):
                    moment(time.value, first, last).told.append((said, time))
                else:
                    unresolved.append((said, time))
    moments = sorted(found.values(), key=_order)
    for number, one in enumerate(moments, 1):
        one.anchor = f"t{number}"
    start, end = _window(index.reports, moments)
    drawn = [one for one in moments if start and end and _visible(one, start, end)]
    bars, rows, undrawn = _pack([one for one in drawn if one.told], start, end)
    marks = [bar for one in drawn if one.reports if (bar := _bar(one, 0, start, end))]
    hidden = [one for one in moments if start and one not in drawn]
    before = sum(one.number for one in hidden if one.last and start and one.last < start)
    return Chronology(
        moments=moments,
        undated=undated,
        unresolved=unresolved,
        without=without,
        bars=bars,
        marks=marks,
        rows=rows,
        ticks=_ticks(start, end, labels) if start and end else [],
        start=start,
        end=end,
        before=before,
        after=sum(one.number for one in hidden) - before,
        undrawn=undrawn,
    )


def _order(moment: Moment) -> tuple[date, date, str]:
    anchor = moment.first or moment.last or date.max
    return anchor, moment.last or date.max, moment.value


def _window(
    reports: Iterable[Report], moments: Sequence[Moment]
) -> tuple[date | None, date | None]:
    """Return the first and last day to draw."""
    known = [day for one in moments for day in (one.first, one.last) if day]
    if not known:
        return None, None
    start, end = min(known), max(known)
    published = [report.day for report in reports if report.day]
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


def _visible(moment: Moment, start: date, end: date) -> bool:
    return (moment.last or end) >= start and (moment.first or start) <= end


def _bar(moment: Moment, row: int, start: date | None, end: date | None) -> Bar | None:
    if not start or not end:
        return None
    days = (end - start).days + 1

    def place(day: date) -> float:
        return 100 * min(max((day - start).days, 0), days) / days

    left = place(moment.first) if moment.first else 0.0
    right = place(_shift(moment.last, timedelta(days=1))) if moment.last else 100.0
    width = max(right - left, POINT)
    left = min(left, 100 - width)
    open_left = not moment.first or moment.first < start
    open_right = not moment.last or moment.last > end
    return Bar(moment, round(left, 2), round(width, 2), row, open_left, open_right)


def _pack(
    moments: Sequence[Moment], start: date | None, end: date | None
) -> tuple[list[Bar], int, int]:
    """Give each bar the first row where it is free; short ones first, so that they stay together.

    Returns:
        The bars, the number of rows, and how many things found no row.
    """
    taken: list[list[tuple[float, float]]] = []
    bars: list[Bar] = []
    undrawn = 0
    laid = [bar for one in moments if (bar := _bar(one, 0, start, end))]
    for bar in sorted(laid, key=lambda one: (one.width > 10, one.x, one.width)):
        left, right = bar.x, bar.x + bar.width + 0.3
        for row in range(ROWS):
            if row == len(taken):
                taken.append([])
            if all(right <= begin or stop <= left for begin, stop in taken[row]):
                taken[row].append((left, right))
                bars.append(
                    Bar(bar.moment, bar.x, bar.width, row, bar.open_left, bar.open_right)
                )
                break
        else:
            undrawn += bar.moment.number
    return bars, len(taken), undrawn


def _ticks(start: date, end: date, labels: Labels) -> list[Tick]:
    """Return round dates on the axis: years, months or days, as many as stay readable."""
    days = (end - start).days + 1
    steps: list[tuple[str, int]] = [("day", 1), ("day", 7), ("month", 1), ("month", 3)]
    steps += [("month", 6), *(("year", n) for n in (1, 2, 5, 10, 20, 50, 100, 500, 1000))]
    lengths = {"day": 1.0, "month": 30.4, "year": 365.25}
    unit, step = next(
        ((unit, n) for unit, n in steps if days / (lengths[unit] * n) <= WIDEST_TICKS), ("year", 5000)
    )
    ticks = []
    for day in _round_days(start, end, unit, step):
        month = labels.family("months_short")[day.month - 1]
        words = {"day": f"{day.day} {month}", "month": f"{month} {day.year}"}.get(unit, str(day.year))
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
