"""What an expression of time may be anchored on, and what looking it up gives."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from recoupe.extraction.calendar import Period
from recoupe.language.expressions import Meaning, Tense
from recoupe.model import Reason


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression may be anchored on.

    Attributes:
        day: Day of publication, or None.
        earlier: Finds the last time that the text set before, and why; called only on
            need, with whether it must be a single day.
        tense: Tense of the clause, when known.
        loose: Whether that tense says little of the time looked up: a day much nearer
            ahead than behind outweighs a past tense.
    """

    day: datetime.date | None
    earlier: Callable[[bool], tuple[datetime.date, Reason] | None]
    tense: Tense | None = None
    loose: bool = False


Found = tuple[Period | None, bool, tuple[Reason, ...]]
"""The days found, whether an anchor was needed, and the rules that spoke."""
Finder = Callable[[Meaning, Context], Found]
"""Finds the days of a part of a meaning."""
NO_ANCHOR: Found = (None, True, (Reason(rule="no-anchor-day"),))
