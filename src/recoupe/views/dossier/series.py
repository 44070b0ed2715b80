"""Figures of one thing beside each other, each drawn on the scale that they share."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from recoupe.model import Quantity
from recoupe.questions import figures
from recoupe.questions.series import Series, ToldFigure, Verdict
from recoupe.views.dossier.index import Index
from recoupe.views.dossier.walk import Said
from recoupe.views.labels import Labels

SERIES_LISTED = 40
"""Things that the page shows, those with most origins; the command has them all."""
FIGURES_LISTED = 60
"""Figures of one thing that it shows."""
_ORDER: tuple[Verdict, ...] = ("contradictory", "newer", "older", "compatible", "incomparable")
# Figures this far apart could not be told from nothing on an even scale.
_FAR_APART = 50
_NOTHING = 1e-6
"""What is smaller is drawn as nothing."""
_MOST_TICKS = 6
_POINT = 1.4
"""Width of an exact figure, in percent of the picture."""
_SIGN = 3.6
"""Width of one sign of a tick's words where the table is narrow, likewise."""
_FIRST, _LAST = 6, 90
"""Places before and after which a tick's words stand on its inner side, likewise."""
_LEFT, _RIGHT = 1.0, 97.0
"""What the scale leaves free at both ends, likewise."""


@dataclass(frozen=True)
class Bar:
    """A figure as drawn, in percent of the width; an open end runs to the edge."""

    x: float
    width: float
    open_left: bool
    open_right: bool


@dataclass(frozen=True)
class Tick:
    """A round value of the scale, at a percentage of the width; its words, where there is room."""

    x: float
    words: str

    @property
    def anchor(self) -> str:
        """Which part of the words stands at the place: those at the ends stay in the picture."""
        return "start" if self.x < _FIRST else "end" if self.x > _LAST else "middle"

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where the words go."""
        width = len(self.words) * _SIGN
        before = {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return self.x - before, self.x - before + width


@dataclass(frozen=True)
class Row:
    """One figure of a series.

    Attributes:
        record: The figure.
        said: The statement that gives it first.
        again: Further statements that give it.
        bar: As drawn; None where it has another unit than most.
        standing: Verdicts, the graver first, each with what says why, where something does, and
            the figures that it is passed on with their words.
    """

    record: ToldFigure
    said: Said
    again: list[Said]
    bar: Bar | None
    standing: list[tuple[Verdict, str, list[tuple[Said, str]]]]

    @property
    def sureness(self) -> str:
        """How it is drawn: ``sure``, ``maybe`` or ``denied``."""
        if self.said.denied:
            return "denied"
        return "sure" if self.record.factuality.value == "CT+" else "maybe"


@dataclass(frozen=True)
class Counted:
    """One thing and its figures.

    Attributes:
        record: The series.
        anchor: Its address in the page.
        rows: Its figures.
        ticks: The scale that they are drawn on.
    """

    record: Series
    anchor: str
    rows: list[Row]
    ticks: list[Tick]


def counted(index: Index, labels: Labels) -> list[Counted]:
    """Gather what is counted in a case; figures whose statement is missing are left out."""
    said = {one.record.id: one for one in index.said}
    found: list[Counted] = []
    for series in figures(index.case):
        known = [one for one in series.figures if one.statement in said][:FIGURES_LISTED]
        if len(known) < 2:
            continue
        scale = _Scale([one.quantity for one in known])
        shown = {one.statement: one.words for one in known}
        rows = [
            Row(
                record=one,
                said=said[one.statement],
                again=[said[key] for key in one.again if key in said],
                bar=scale.bar(one.quantity),
                standing=_standing(one, said, shown, labels),
            )
            for one in known
        ]
        found.append(Counted(series, f"n{len(found) + 1}", rows, scale.ticks(labels)))
        if len(found) == SERIES_LISTED:
            break
    return found


def _standing(
    figure: ToldFigure, said: dict[str, Said], shown: dict[str, str], labels: Labels
) -> list[tuple[Verdict, str, list[tuple[Said, str]]]]:
    known = labels.family("difference")
    found: dict[tuple[Verdict, str], list[tuple[Said, str]]] = {}
    for one in figure.standing:
        if one.statement in shown:
            why = next((known[r.rule] for r in one.reasons if r.rule in known), "")
            told = (said[one.statement], shown[one.statement])
            found.setdefault((one.verdict, why), []).append(told)
    ordered = sorted(found, key=lambda key: (_ORDER.index(key[0]), key[1]))
    return [(verdict, why, found[verdict, why]) for verdict, why in ordered]


class _Scale:
    """The scale of a series: even from nothing, or in powers of ten where figures lie far apart.

    Args:
        quantities: The figures; those of the commonest unit are drawn.
    """

    def __init__(self, quantities: Sequence[Quantity]) -> None:
        self._unit = Counter(q.unit for q in quantities).most_common(1)[0][0]
        values = [abs(v) for q in quantities if q.unit == self._unit for v in _ends(q)]
        told = [value for value in values if value > _NOTHING]
        self._top, least = max(told, default=0.0), min(told, default=0.0)
        self._even = least == 0.0 or self._top / least < _FAR_APART
        self._least = 0.0 if self._even else math.log10(least)
        self._whole = all(value.is_integer() for value in values)

    def bar(self, quantity: Quantity) -> Bar | None:
        """Return a figure as drawn."""
        if quantity.unit != self._unit or self._top == 0:
            return None
        left = 0.0 if quantity.low is None else self._place(quantity.low)
        right = 100.0 if quantity.high is None else self._place(quantity.high)
        left, right = min(left, right), max(left, right)
        if right - left < _POINT:
            left, right = left - _POINT / 2, left + _POINT / 2
        return Bar(
            x=round(left, 2),
            width=round(right - left, 2),
            open_left=quantity.low is None,
            open_right=quantity.high is None,
        )

    def ticks(self, labels: Labels) -> list[Tick]:
        """Return round values within the scale."""
        if self._top == 0:
            return []
        values = self._round() if self._even else self._powers()
        ticks = [Tick(round(self._place(value), 2), labels.number(value)) for value in values]
        return _with_room(ticks)

    def _place(self, value: float) -> float:
        value = abs(value)
        if self._even:
            share = value / self._top
        else:
            logarithm = math.log10(value) if value > _NOTHING else self._least
            share = (logarithm - self._least) / (math.log10(self._top) - self._least)
        return _LEFT + (_RIGHT - _LEFT) * share

    def _powers(self) -> Iterable[float]:
        first, last = math.ceil(self._least), math.floor(math.log10(self._top))
        step = max(1, math.ceil((last - first + 1) / _MOST_TICKS))
        return (10.0**power for power in range(first, last + 1, step))

    def _round(self) -> Iterable[float]:
        magnitude = 10.0 ** math.floor(math.log10(self._top))
        steps = (magnitude * share for share in (0.2, 0.5, 1.0))
        step = next((s for s in steps if self._top / s <= _MOST_TICKS - 1), magnitude * 2)
        step = max(step, 1.0) if self._whole else step
        return (step * number for number in range(int(self._top / step) + 1))


def _with_room(ticks: list[Tick]) -> list[Tick]:
    """Leave out words that would run into those of the next; the greatest value keeps its own."""
    found: list[Tick] = []
    free = math.inf
    for tick in reversed(ticks):
        start, end = tick.reach
        fits = end + _SIGN <= free
        free = start if fits else free
        found.append(tick if fits else replace(tick, words=""))
    return found[::-1]


def _ends(quantity: Quantity) -> list[float]:
    return [value for value in (quantity.low, quantity.high) if value is not None]
