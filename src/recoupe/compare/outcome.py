"""What a comparison returns: a score, and what it rests on."""

from typing import NamedTuple

from recoupe.model import Reason


class Comparison(NamedTuple):
    """How alike two things are, and why.

    Attributes:
        score: 0 (nothing in common) to 1 (the same).
        reasons: What was compared and what was found, never empty above 0.
    """

    score: float
    reasons: tuple[Reason, ...] = ()
