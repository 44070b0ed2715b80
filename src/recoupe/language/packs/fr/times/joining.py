"""Joins what the families found: the ends of a range, a bound and its time, a week and its day."""

import re
from dataclasses import replace

from recoupe.language.expressions import (
    CalendarDate,
    CountedFrom,
    DayWithin,
    Duration,
    Feast,
    Interval,
    Meaning,
    Moment,
    PhaseOf,
    Recurrence,
    Shift,
    TimeExpression,
    WeekOf,
    YearSpan,
)
from recoupe.language.packs.fr.grammar import AP, either
from recoupe.language.packs.fr.times.hours import days_and_hours, is_day, part_of_day
from recoupe.language.packs.fr.times.vocabulary import PHASES, WORDS

_PHASE_BEFORE = re.compile(
    rf"(?P<whole>(?:l[ea]\s+)?(?P<phase>début|fin|milieu|courant)\s+(?:du\s+mois\s+d(?:e\s+|{AP})|de\s+la\s+|des\s+|de\s+|du\s+|d{AP})?|\b(?P<mid>mi)-\s?)$",
    re.IGNORECASE,
)
_OF_WEEK = re.compile(r"\s+(?:de\s+)?", re.IGNORECASE)
_OF_DAY = re.compile(rf"\s+(?:de\s+|du\s+|d{AP})(?:l{AP}|la\s+)?$", re.IGNORECASE)
_BEFORE_OR_AFTER = re.compile(rf"\s+(?:avant|(?P<after>après))\s+(?:l{AP}|la\s+)?$", re.IGNORECASE)
_WEEK_OF = re.compile(r"(?<!\w)(?P<week>(?:la\s+)?semaine\s+)(?:du\s+)$", re.IGNORECASE)
_AND = re.compile(r"\s*,?\s+et\s+(?:la\s+)?$", re.IGNORECASE)
_TO = re.compile(rf"\s+(?:jusqu{AP}(?:à|au|en)|à|au)\s+(?:la\s+)?$", re.IGNORECASE)
_DASH = re.compile(r"\s?[-–/]\s?$")
_BETWEEN = re.compile(r"(?<!\w)entre\s+$", re.IGNORECASE)
_FROM = re.compile(
    rf"(?<!\w)(?:(?:à\s+partir\s+)?(?:de(?:puis)?\s+|du\s+|d{AP})|dès\s+(?:le\s+)?)$", re.IGNORECASE
)
_SIGNALS = {
    kind: re.compile(
        rf"(?<!\w)(?P<whole>{either(words)}(?:\s+|(?<=['’])|(?<=-))(?:au\s+|la\s+|le\s+)?(?:seul\s+)?(?:mois\s+d(?:e\s+|{AP}))?)$",
        re.IGNORECASE,
    )
    for kind, words in WORDS["signals"].items()
}
_CONTRACTED = re.compile(
    rf"(?<!\w)(?P<whole>(?P<since>à\s+(?:partir|compter|dater)\s+du\s+|dès\s+le\s+)|(?P<until>jusqu{AP}(?:au|en)\s+(?:mois\s+d(?:e\s+|{AP}))?|d{AP}ici\s+(?:au\s+|à\s+la\s+|la\s+)))$",
    re.IGNORECASE,
)
WINDOW = 36
"""How many characters before an expression may hold the words that bound it."""


def join(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """Join neighbouring expressions; ``found`` is sorted and does not overlap."""
    found = [_phase(text, part_of_day(text, one)) for one in found]
    found = _days_of_weeks(text, _without_overlap(found))
    found = _counted(text, [_week(text, one) for one in found])
    found = days_and_hours(text, found)
    found = _ranges(text, found)
    return [_bounded(text, one) for one in found]


def _without_overlap(found: list[TimeExpression]) -> list[TimeExpression]:
    kept: list[TimeExpression] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
            continue
        kept.append(one)
    return kept


def _days_of_weeks(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """Join a weekday and its week: "vendredi de la semaine prochaine"."""
    joined: list[TimeExpression] = []
    for one in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and isinstance(one.meaning, Shift)
            and one.meaning.unit == "week"
            and not one.meaning.counted
            and _OF_WEEK.fullmatch(text[last.end : one.start])
            and (weekday := _weekday_of(last.meaning))
        ):
            meaning = DayWithin(one.meaning, weekday=weekday)
            joined[-1] = TimeExpression(last.start, one.end, meaning)
            continue
        joined.append(one)
    return joined


def _counted(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    """Join a time and the length before it: "deux jours avant le 3 mai", "la veille de Noël"."""
    joined: list[TimeExpression] = []
    for one in found:
        last = joined[-1] if joined else None
        meaning = None
        if last is not None and _may_count(one.meaning):
            meaning = _from(text[last.end : one.start], last.meaning, one.meaning)
        if last is not None and meaning is not None:
            joined[-1] = TimeExpression(last.start, one.end, meaning, parts=(last, one))
        else:
            joined.append(one)
    return joined


def _may_count(meaning: Meaning) -> bool:
    kinds = (CalendarDate, DayWithin, Feast)
    return isinstance(meaning, kinds) or (isinstance(meaning, Shift) and not meaning.counted)


def _from(gap: str, first: Meaning, of: Meaning) -> Meaning | None:
    match first:
        case Shift(unit="day", amount=float() | int() as days, base="event") if _OF_DAY.match(gap):
            return CountedFrom(of, "day", days)
        case Duration(lengths=((float() | int() as amount, unit),)):
            word = _BEFORE_OR_AFTER.match(gap)
            if word is not None:
                return CountedFrom(of, unit, amount if word["after"] else -amount)
    return None


def _week(text: str, one: TimeExpression) -> TimeExpression:
    """Take in the week that a day names: "la semaine du 14 mai"."""
    if not (isinstance(one.meaning, CalendarDate) and one.meaning.day):
        return one
    before = _WEEK_OF.search(text, max(0, one.start - WINDOW), one.start)
    if before is None:
        return one
    return replace(one, start=before.start("week"), meaning=WeekOf(one.meaning))


def _weekday_of(meaning: Meaning) -> int | None:
    match meaning:
        case CalendarDate(month=None, day=None, weekday=weekday, turn=None):
            return weekday
        case Recurrence(timex=timex) if timex.startswith("XXXX-WXX-"):  # "le lundi"
            return int(timex[-1])
    return None


def _phase(text: str, one: TimeExpression) -> TimeExpression:
    match one.meaning:
        case CalendarDate(day=None, weekday=None) | YearSpan() | Shift(counted=False):
            pass
        case _:
            return one
    before = _PHASE_BEFORE.search(text[max(0, one.start - WINDOW) : one.start])
    bare = one.start
    if before is None:
        contracted = re.search(r"(?:l[ea]\s+|l['’])$", text[max(0, bare - 4) : bare], re.IGNORECASE)
        if contracted is None:
            return one
        before = _PHASE_BEFORE.search(
            text[max(0, bare - WINDOW) : contracted.start() + bare - min(4, bare)]
        )
        if before is None:
            return one
    if isinstance(one.meaning, Shift) and one.meaning.unit == "day":
        return one
    whole = before["whole"]
    start = one.start - len(whole)
    if (before["phase"] or "").lower() == "courant":
        return replace(one, start=start)  # some time in it
    phase = PHASES[(before["phase"] or before["mid"]).lower()]
    return replace(one, start=start, meaning=PhaseOf(one.meaning, phase))


def _ranges(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    joined: list[TimeExpression] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is not None and _may_end(last.meaning, one.meaning):
            gap = text[last.end : one.start]
            before = text[max(0, last.start - 14) : last.start]
            opening = None
            if _AND.match(gap):
                opening = _BETWEEN.search(before)
            elif _TO.match(gap):
                opening = _FROM.search(before)
            if (
                isinstance(last.meaning, Moment)
                and last.meaning.part == "NI"
                and _TO.match(gap)
                and is_day(one.meaning)
            ):  # "la nuit de lundi à mardi" is Monday's night
                joined[-1] = replace(last, end=one.end)
                continue
            if opening is not None or (
                _DASH.match(gap) and type(last.meaning) is type(one.meaning)
            ):
                start = last.start - (len(opening[0]) if opening else 0)
                joined[-1] = _interval(start, last, one)
                continue
        joined.append(one)
    return joined


def _may_end(first: Meaning, last: Meaning) -> bool:
    kinds = (CalendarDate, DayWithin, WeekOf, Shift, Feast, Moment, PhaseOf, YearSpan)
    if isinstance(first, Shift) and first.counted:
        return False
    return isinstance(first, kinds) and isinstance(last, kinds)


def _interval(start: int, first: TimeExpression, last: TimeExpression) -> TimeExpression:
    begin, end = first.meaning, last.meaning
    if (
        isinstance(begin, CalendarDate)
        and isinstance(end, CalendarDate)
        and begin.month
        and end.month
        and begin.year is None
        and end.year is not None
    ):
        begin = replace(begin, year=end.year - (1 if begin.month > end.month else 0))
    if isinstance(end, Moment) and end.day is None and isinstance(begin, Moment):
        end = replace(end, day=begin.day)
    elif isinstance(begin, Moment) and begin.day is None and isinstance(end, Moment):
        begin = replace(begin, day=end.day)  # "de 15 h à 17 h le 3 mai"
    parts = (
        *(first.parts or (replace(first, meaning=begin),)),
        *(last.parts or (replace(last, meaning=end),)),
    )
    return TimeExpression(start, last.end, Interval(begin, end), parts=parts)


def _bounded(text: str, one: TimeExpression) -> TimeExpression:
    """Take in the words before that open or close it: "depuis août", "jusqu'au 2 juin"."""
    before = text[max(0, one.start - WINDOW) : one.start]
    contracted = _CONTRACTED.search(before)
    if contracted:
        kind = "since" if contracted["since"] else "until"
        return _open(one, len(contracted["whole"]), kind)
    for kind, pattern in _SIGNALS.items():
        match = pattern.search(before)
        if match:
            return _open(one, len(match["whole"]), kind)
    return one


def _open(one: TimeExpression, width: int, kind: str) -> TimeExpression:
    start = one.start - width
    if isinstance(one.meaning, Interval):
        return one
    parts = one.parts or (one,)
    if kind == "about":
        if isinstance(one.meaning, Moment) or one.parts:
            parts = tuple(replace(part, approximate=True) for part in parts)
        return replace(one, start=start, approximate=True, parts=parts)
    meaning = one.meaning
    if isinstance(meaning, Duration):
        if kind != "since" or len(meaning.lengths) != 1:
            return one
        amount, unit = meaning.lengths[0]
        shift = Shift(unit, None if amount is None else -amount, counted=True, sign=-1)
        return replace(one, start=start, meaning=Interval(shift, None), parts=parts)
    if kind in ("since", "after"):
        opened = Interval(meaning, None, strict=kind == "after" and not one.approximate)
        return replace(one, start=start, meaning=opened, parts=parts)
    closed = Interval(None, meaning, strict=kind == "before")
    return replace(one, start=start, meaning=closed, parts=parts)
