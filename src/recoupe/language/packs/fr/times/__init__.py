"""Expressions of time in French: one family of patterns a module.

:func:`find_times` runs the families whose trigger words the text holds, keeps the
longest of what overlaps, then joins neighbours (:mod:`.joining`).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from recoupe.language.expressions import (
    CalendarDate,
    DayWithin,
    Feast,
    Interval,
    Meaning,
    Moment,
    PhaseOf,
    Shift,
    TimeExpression,
)
from recoupe.language.packs.fr.grammar import lowered
from recoupe.language.packs.fr.times import (
    calendar,
    clocks,
    deictics,
    durations,
    feasts,
    figures,
    periods,
    ranges,
    sets,
    shifts,
    weekdays,
    within,
)
from recoupe.language.packs.fr.times.joining import join
from recoupe.language.packs.fr.times.tense import clause_tense, told_by_participle

__all__ = ["find_times"]

_Finder = Callable[[str, int, int], Iterator[TimeExpression]]
# In order of precedence: of two expressions as long as each other, the earlier family wins.
_FAMILIES: tuple[tuple[frozenset[str], _Finder], ...] = (
    (ranges.TRIGGERS, ranges.find),
    (feasts.TRIGGERS, feasts.find),
    (within.TRIGGERS, within.find),
    (calendar.TRIGGERS, calendar.find),
    (periods.TRIGGERS, periods.find),
    (weekdays.TRIGGERS, weekdays.find),
    (deictics.TRIGGERS, deictics.find),
    (shifts.TRIGGERS, shifts.find),
    (sets.TRIGGERS, sets.find),
    (clocks.TRIGGERS, clocks.find),
    (durations.TRIGGERS, durations.find),
    (frozenset(), ranges.find_years),
    (figures.TRIGGERS, figures.find),
)
_RANK = {finder: rank for rank, (_, finder) in enumerate(_FAMILIES)}
_BY_WORD: dict[str, tuple[int, ...]] = {
    word: tuple(rank for rank, (triggers, _) in enumerate(_FAMILIES) if word in triggers)
    for word in frozenset().union(*(triggers for triggers, _ in _FAMILIES))
}
# Families that figures set off, by what the figures look like.
_YEAR_LIKE = (_RANK[ranges.find_years], _RANK[figures.find])
_DATE_LIKE = (_RANK[figures.find],)
_HOUR_LIKE = (_RANK[clocks.find], _RANK[durations.find])
_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"[0-9]+")
_SLASHED = re.compile(r"[/.-][0-9]")
_HOURS = re.compile(r"\s?(?:[hH](?![^\W\d_])|:[0-9]|[aApP]\.?[mM]\b)")
_LISTED = re.compile(r"\s*(?:,|et|ou|puis)\s*(?:les?\s+)?")
_COMPLEMENT = re.compile(r"(?<!\w)(?:de|du)\s+$", re.IGNORECASE)
REACH = 48
"""How far, in characters, a pattern may reach on either side of its trigger."""


@lru_cache(maxsize=4096)
def find_times(text: str, near: re.Pattern[str] | None = None) -> tuple[TimeExpression, ...]:
    """Return the expressions of time in ``text``, in order, without overlap.

    Args:
        text: A sentence, or any stretch of one paragraph.
        near: Where given, those alone are sure to be found that hold a match of it.

    Returns:
        Expressions with offsets into ``text``.
    """
    windows = _windows(text)
    if near is not None:
        spots = [match.span() for match in near.finditer(text)]
        windows = {rank: _about(spots, held) for rank, held in windows.items()}
    if not windows:
        return ()
    found: list[tuple[int, int, TimeExpression]] = []
    for rank in sorted(windows):
        finder = _FAMILIES[rank][1]
        for lo, hi in windows[rank]:
            found.extend((one.start - one.end, rank, one) for one in finder(text, lo, hi))
    if not found:
        return ()
    found.sort(key=lambda item: item[:2])
    kept: list[TimeExpression] = []
    for _, _, one in found:
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    kept.sort(key=lambda one: one.start)
    told: list[TimeExpression] = []
    for one in join(text, kept):
        told.append(_with_tense(text, one, told[-1] if told else None))
    return tuple(told)


def _windows(text: str) -> dict[int, list[tuple[int, int]]]:
    """Return, by family, the stretches of the text around the words that may set it off."""
    windows: dict[int, list[tuple[int, int]]] = {}
    for start, end, ranks in (*_triggers(lowered(text)), *_figures(text)):
        lo, hi = _snapped(text, start, end)
        for rank in ranks:
            held = windows.setdefault(rank, [])
            if held and held[-1][1] >= lo:
                held[-1] = (min(held[-1][0], lo), max(held[-1][1], hi))
            else:
                held.append((lo, hi))
    return windows


def _about(
    spots: Sequence[tuple[int, int]], windows: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return the windows that hold one of some spots, or a part of it."""
    return [(lo, hi) for lo, hi in windows if any(start < hi and lo < end for start, end in spots)]


def _triggers(lower: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Yield the places of trigger words, with the families that each sets off."""
    words = _WORD.findall(lower)
    if _BY_WORD.keys().isdisjoint(words):
        return
    end = 0
    for word in words:
        # No letter stands between two words, so that the next begins where its letters first do.
        start = lower.index(word, end)
        end = start + len(word)
        ranks = _BY_WORD.get(word)
        if ranks and (word != "été" or _is_summer(lower, start)):
            yield start, end, ranks


def _figures(text: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Yield the places of figures that look like a year, a date or an hour."""
    for match in _FIGURES.finditer(text):
        start, end = match.span()
        if end - start == 4:
            yield start, end, _YEAR_LIKE
        elif end - start <= 2:
            if _SLASHED.match(text, end):
                yield start, end, _DATE_LIKE
            elif _HOURS.match(text, end):
                yield start, end, _HOUR_LIKE


def _is_summer(lower: str, start: int) -> bool:
    """Tell "l'été" from "a été", which is far more frequent."""
    return lower[max(0, start - 1) : start] in ("'", "’") or lower[: start - 1].endswith(
        ("cet", "en", "un", "chaque")
    )


def _snapped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the window around a trigger, whose ends cut no word."""
    lo = text.rfind(" ", 0, max(0, start - REACH)) + 1 if start > REACH else 0
    hi = text.find(" ", end + REACH)
    return lo, hi if hi >= 0 else len(text)


def _with_tense(text: str, one: TimeExpression, before: TimeExpression | None) -> TimeExpression:
    if not _tells_tense(one.meaning):
        return one
    open_start = isinstance(one.meaning, Interval) and one.meaning.start is None
    open_end = isinstance(one.meaning, Interval) and one.meaning.end is None
    named = bool(_COMPLEMENT.search(text[max(0, one.start - 4) : one.start]))
    if not (open_start or open_end) and told_by_participle(text, one.start):
        parts = tuple(replace(part, tense="past", settled=True) for part in one.parts)
        return replace(one, tense="past", settled=True, parts=parts)
    tense = clause_tense(text, one.start, one.end, until=open_start)
    if tense is None and named:
        tense = "past"  # "le discours de vendredi montre": what already has a name has happened
    if tense is None and before is not None and _LISTED.fullmatch(text[before.end : one.start]):
        tense = before.tense  # "aura lieu les 9 mai et 6 juin"
    loose = named or open_start or open_end
    if tense is None and not loose:
        return one
    parts = tuple(replace(part, tense=tense, loose=loose) for part in one.parts)
    return replace(one, tense=tense, loose=loose, parts=parts)


def _tells_tense(meaning: Meaning | None) -> bool:
    """Tell whether a tense helps: to choose a year or a week, or to see what is told as past."""
    match meaning:
        case CalendarDate(turn=None, year_shift=None) | Feast(year=None, turn=None):
            return True
        case Shift(unit="weekend", amount=0):
            return True
        case Moment(day=inner) | PhaseOf(of=inner) | DayWithin(of=inner):
            return _tells_tense(inner)
        case Interval(start=first, end=last):
            return _tells_tense(first) or _tells_tense(last)
    return False
