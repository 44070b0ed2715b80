"""Expressions of time in French: one family of patterns a module.

:func:`find_times` runs the families whose trigger words the text holds, keeps the
longest of what overlaps, then joins neighbours (:mod:`.joining`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from recoupe.language.expressions import (
    CalendarDate,
    Feast,
    Interval,
    Meaning,
    Moment,
    PhaseOf,
    TimeExpression,
)
from recoupe.language.packs.fr.times import (
    calendar,
    clocks,
    deictics,
    durations,
    feasts,
    periods,
    ranges,
    sets,
    shifts,
    weekdays,
)
from recoupe.language.packs.fr.times.joining import join
from recoupe.language.packs.fr.times.tense import clause_tense

__all__ = ["find_times"]

_Finder = Callable[[str], Iterator[TimeExpression]]
# In order of precedence: of two expressions as long as each other, the earlier family wins.
_FAMILIES: tuple[tuple[frozenset[str], _Finder], ...] = (
    (ranges.TRIGGERS, ranges.find),
    (feasts.TRIGGERS, feasts.find),
    (calendar.TRIGGERS, calendar.find),
    (periods.TRIGGERS, periods.find),
    (weekdays.TRIGGERS, weekdays.find),
    (deictics.TRIGGERS, deictics.find),
    (shifts.TRIGGERS, shifts.find),
    (sets.TRIGGERS, sets.find),
    (clocks.TRIGGERS, clocks.find),
    (durations.TRIGGERS, durations.find),
)
# Families that figures alone may set off.
_FIGURES = re.compile(r"\d(?:\d|\s?h|[/:])|années|siècle", re.IGNORECASE)
_FIGURE_FAMILIES: tuple[_Finder, ...] = (
    ranges.find_years,
    calendar.find_figures,
    clocks.find,
    durations.find,
)
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def find_times(text: str) -> tuple[TimeExpression, ...]:
    """Return the expressions of time in ``text``, in order, without overlap.

    Args:
        text: A sentence, or any stretch of one paragraph.

    Returns:
        Expressions with offsets into ``text``.
    """
    words = set(_WORD.findall(text.lower()))
    finders = [finder for triggers, finder in _FAMILIES if not triggers.isdisjoint(words)]
    if _FIGURES.search(text):
        finders += [finder for finder in _FIGURE_FAMILIES if finder not in finders]
    if not finders:
        return ()
    found: list[tuple[int, int, TimeExpression]] = []
    for rank, finder in enumerate(finders):
        found.extend((one.start - one.end, rank, one) for one in finder(text))
    if not found:
        return ()
    found.sort(key=lambda item: item[:2])
    kept: list[TimeExpression] = []
    for _, _, one in found:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    kept.sort(key=lambda one: one.start)
    return tuple(_with_tense(text, one) for one in join(text, kept))


def _with_tense(text: str, one: TimeExpression) -> TimeExpression:
    if not _needs_tense(one.meaning):
        return one
    tense = clause_tense(text, one.start, one.end)
    if tense is None:
        return one
    return replace(one, tense=tense, parts=tuple(replace(part, tense=tense) for part in one.parts))


def _needs_tense(meaning: Meaning | None) -> bool:
    match meaning:
        case CalendarDate(year=None, turn=None, year_shift=None) | Feast(year=None, turn=None):
            return True
        case Moment(day=inner) | PhaseOf(of=inner):
            return _needs_tense(inner)
        case Interval(start=first, end=last):
            return _needs_tense(first) or _needs_tense(last)
    return False
