"""Floors: what a figure may not fall below.

``floors.json`` holds ``{benchmark: {metric: floor}}``. A floor is a number; for a
metric that is better the lower it is, ``{"ceiling": number}``. One is lowered
only by a change that says why.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import orjson

from recoupe.errors import DataError

# Floors are written with a few digits; a figure that rounds to its floor holds it.
_ROUNDING = 5e-5


@dataclass(frozen=True, slots=True)
class Bound:
    """What one metric must keep to."""

    limit: float
    ceiling: bool = False

    def holds(self, value: float | None) -> bool:
        """Tell whether a figure keeps to it; a figure that was not measured does not."""
        if value is None:
            return False
        if self.ceiling:
            return value <= self.limit + _ROUNDING
        return value >= self.limit - _ROUNDING

    def __str__(self) -> str:
        return f"{'≤' if self.ceiling else '≥'} {self.limit:g}"


@dataclass(frozen=True, slots=True)
class Line:
    """One figure and its bound; ``value`` is None where a bound has no figure."""

    metric: str
    value: float | None
    bound: Bound | None

    @property
    def holds(self) -> bool:
        """Whether the figure keeps to its bound, if it has one."""
        return self.bound is None or self.bound.holds(self.value)

    @property
    def is_count(self) -> bool:
        """Whether the figure says how many there were, not how well it went."""
        return self.metric.startswith("n_") or "_n_" in self.metric


def load_floors(path: Path) -> dict[str, dict[str, Bound]]:
    """Load ``floors.json``: bounds by benchmark and metric.

    Raises:
        DataError: It is missing or malformed.
    """
    try:
        stored = orjson.loads(path.read_bytes())
        return {
            benchmark: {metric: _bound(value) for metric, value in metrics.items()}
            for benchmark, metrics in stored.items()
        }
    except (OSError, orjson.JSONDecodeError, AttributeError, ValueError, TypeError) as error:
        raise DataError(f"{path} holds no floors ({error})", "put it right") from error


def _bound(value: object) -> Bound:
    if isinstance(value, dict):
        (kind,) = value
        if kind != "ceiling":
            raise ValueError(f"a bound is a number or has a ceiling, not '{kind}'")
        return Bound(float(value[kind]), ceiling=True)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"'{value}' is no number")
    return Bound(float(value))


def compare(figures: Mapping[str, float], bounds: Mapping[str, Bound]) -> list[Line]:
    """Put figures beside their bounds, in the order of the figures; then bounds without one."""
    names = [*figures, *(metric for metric in bounds if metric not in figures)]
    return [Line(name, figures.get(name), bounds.get(name)) for name in names]
