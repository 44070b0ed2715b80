"""What a language's grammar finds before anything is resolved: the common tongue of all packs.

The finders of a pack say what the words mean; ``extraction`` decides, with the
report's day at hand, which days that allows.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time as written, not yet anchored."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QuantityExpression:
    """A figure as written."""

    start: int
    end: int
