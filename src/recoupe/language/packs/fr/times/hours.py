"""Joins days, their parts and their hours: "lundi soir", "hier à 8 heures", "chaque jour à 9 h"."""

import re
from dataclasses import replace

from recoupe.language.expressions import (
    CalendarDate,
    Clock,
    DayWithin,
    Feast,
    Meaning,
    Moment,
    PhaseOf,
    Recurrence,
    Shift,
    TimeExpression,
)
from recoupe.language.packs.fr.grammar import AP, normal
from recoupe.language.packs.fr.times.clocks import in_part
from recoupe.language.packs.fr.times.vocabulary import DAY_PART, DAY_PARTS, PHASES

_PART_AFTER = re.compile(
    rf"\s+(?:au\s+|dans\s+la\s+|dans\s+l{AP}|(?:en|à\s+la|au)\s+(?P<phase>début|fin|milieu)\s+(?:de\s+|d{AP}))?(?:le\s+)?(?P<part>{DAY_PART})(?!-)"
    rf"|\s*,?\s*«\s*dans\s+la\s+(?P<quoted>journée|matinée|soirée)\s*»",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(
    rf"(?P<whole>(?:l[ea]\s+|l{AP}|au\s+)?(?P<part>{DAY_PART})\s+(?:de\s+|du\s+|d{AP}))(?:le\s+)?$",
    re.IGNORECASE,
)
_TIGHT = re.compile(r"\s+(?:à\s+)?$")
_LOOSE = re.compile(
    rf"\s*,?\s*(?:\(|(?:peu\s+)?(?:à|vers|dès|avant|après|jusqu{AP}à|à\s+partir\s+de|aux\s+alentours\s+de|aux\s+environs\s+de)\s+)?$"
)
_BOUND = re.compile(r"(?<!\w)(?:avant|après|dès|jusqu|partir)", re.IGNORECASE)
_BARE = re.compile(r"\s*,?\s*(?:le\s+|du\s+|de\s+)?")
_NEXT_TO = re.compile(r"\s*,?\s*\(?")
_BEFORE = 36
"""How many characters before a day may hold the part of it."""
_LONGEST_GAP = 30


def is_day(meaning: Meaning) -> bool:
    """Tell whether a meaning names one day."""
    match meaning:
        case CalendarDate(day=day, weekday=weekday):
            return day is not None or weekday is not None
        case Shift(unit="day", counted=False) | Feast() | DayWithin():
            return True
    return False


def part_of_day(text: str, one: TimeExpression) -> TimeExpression:
    """Take in the part of a day that stands beside it: "vendredi soir", "la nuit de lundi"."""
    if not is_day(one.meaning):
        return one
    after = _PART_AFTER.match(text, one.end)
    if after:
        part = DAY_PARTS[normal(after["part"] or after["quoted"])]
        meaning: Meaning = Moment(one.meaning, part)
        if after["phase"]:
            meaning = PhaseOf(meaning, PHASES[after["phase"].lower()])
        return replace(one, end=after.end(), meaning=meaning)
    before = _PART_BEFORE.search(text[max(0, one.start - _BEFORE) : one.start])
    if before and normal(before["whole"]).split()[-1] != "journée":
        start = one.start - len(before[0])
        part = DAY_PARTS[normal(before["part"])]
        return replace(one, start=start, meaning=Moment(one.meaning, part))
    return one


def days_and_hours(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """Join days, or what comes again, with the hours beside them; ``found`` is in order."""
    joined: list[TimeExpression] = []
    for one in found:
        last = joined[-1] if joined else None
        both = _joined(text[last.end : one.start], last, one) if last is not None else None
        if both is not None:
            joined[-1] = both
        else:
            joined.append(one)
    return joined


def _joined(gap: str, last: TimeExpression, one: TimeExpression) -> TimeExpression | None:
    """Return what two neighbours make, or None if they stay apart."""
    if len(gap) >= _LONGEST_GAP:
        return None
    if isinstance(one.meaning, Moment) and one.meaning.day is None:
        return _day_then_hour(gap, last, one, one.meaning)
    if isinstance(last.meaning, Moment) and last.meaning.day is None:
        return _hour_then_day(gap, last, one, last.meaning)
    if (
        isinstance(last.meaning, Shift)
        and is_day(last.meaning)
        and isinstance(one.meaning, CalendarDate)
        and one.meaning.weekday
        and _NEXT_TO.fullmatch(gap)
    ):  # "aujourd'hui vendredi", "hier, mardi 3 mai"
        close = 1 if gap.endswith("(") else 0
        better = one.meaning if one.meaning.day else last.meaning
        return replace(last, end=one.end + close, meaning=better)
    return None


def _day_then_hour(
    gap: str, last: TimeExpression, one: TimeExpression, hour: Moment
) -> TimeExpression | None:
    if isinstance(last.meaning, Recurrence):
        again = _at(last.meaning, hour.clock)
        return replace(last, end=one.end, meaning=again) if again and _LOOSE.match(gap) else None
    day = _day_of(last.meaning)
    if day is None:
        return None
    part = last.meaning.part if isinstance(last.meaning, Moment) else None
    moment = Moment(day, hour.part, _in_part(hour.clock, part))
    if _TIGHT.match(gap) and not last.parts and is_day(last.meaning):
        return replace(last, end=one.end, meaning=moment)
    if not _LOOSE.match(gap):
        return None
    both = (*(last.parts or (last,)), replace(one, meaning=moment))
    # "Demain avant 17 h" is some time of that day.
    whole = last.meaning if _BOUND.search(gap) else moment
    return replace(last, end=one.end, meaning=whole, parts=both)


def _hour_then_day(
    gap: str, last: TimeExpression, one: TimeExpression, hour: Moment
) -> TimeExpression | None:
    if not _BARE.fullmatch(gap):
        return None
    if isinstance(one.meaning, Recurrence):
        again = _at(one.meaning, hour.clock)
        return replace(last, end=one.end, meaning=again, parts=()) if again else None
    if is_day(one.meaning):
        moment = Moment(one.meaning, hour.part, hour.clock)
    elif isinstance(one.meaning, Moment) and one.meaning.day and not one.meaning.clock:
        moment = Moment(one.meaning.day, None, _in_part(hour.clock, one.meaning.part))
    else:
        return None
    first = replace(last, meaning=moment)
    return replace(last, end=one.end, meaning=moment, parts=(first, one))


def _day_of(meaning: Meaning) -> Meaning | None:
    if isinstance(meaning, Moment):
        return meaning.day
    if isinstance(meaning, PhaseOf) and isinstance(meaning.of, Moment):
        return meaning.of.day
    return meaning if is_day(meaning) else None


def _in_part(clock: Clock | None, part: str | None) -> Clock | None:
    return replace(clock, hour=in_part(clock.hour, part)) if clock and part else clock


def _at(again: Recurrence, clock: Clock | None) -> Recurrence | None:
    """Return what comes again at an hour: "chaque lundi à 16 heures", "tous les jours à 9 h"."""
    day, _, part = again.timex.partition("T")
    if clock is None or not (day.startswith(("XXXX-WXX-", "XXXX-XX-XX")) or day == "P1D"):
        return None
    clock = _in_part(clock, part) or clock
    day = "XXXX-XX-XX" if day == "P1D" else day
    return Recurrence(f"{day}T{clock.hour:02}:{clock.minute or 0:02}")
