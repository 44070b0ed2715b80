"""Joins what the families found: a day and its hour, two ends of a range, a bound and its time."""

import re
from dataclasses import replace

from recoupe.language.expressions import (
    CalendarDate,
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
    YearSpan,
)
from recoupe.language.packs.fr.grammar import AP, either, normal
from recoupe.language.packs.fr.times.vocabulary import DAY_PART, DAY_PARTS, PHASES, WORDS

_PART_AFTER = re.compile(
    rf"\s+(?:au\s+|dans\s+la\s+|dans\s+l{AP}|(?:en|à\s+la|au)\s+(?P<phase>début|fin|milieu)\s+(?:de\s+|d{AP}))?(?:le\s+)?(?P<part>{DAY_PART})(?!-)"
    rf"|\s*,?\s*«\s*dans\s+la\s+(?P<quoted>journée|matinée|soirée)\s*»",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(
    rf"(?P<whole>(?:l[ea]\s+|l{AP}|au\s+)?(?P<part>{DAY_PART})\s+(?:de\s+|du\s+|d{AP}))(?:le\s+)?$",
    re.IGNORECASE,
)
_PHASE_BEFORE = re.compile(
    rf"(?P<whole>(?:l[ea]\s+)?(?P<phase>début|fin|milieu|courant)\s+(?:du\s+mois\s+d(?:e\s+|{AP})|de\s+la\s+|des\s+|de\s+|du\s+|d{AP})?|\b(?P<mid>mi)-\s?)$",
    re.IGNORECASE,
)
_OF_WEEK = re.compile(r"\s+(?:de\s+)?", re.IGNORECASE)
_TIGHT = re.compile(r"\s+(?:à\s+)?$")
_LOOSE = re.compile(
    rf"\s*,?\s*(?:\(|(?:peu\s+)?(?:à|vers|dès|avant|après|jusqu{AP}à|à\s+partir\s+de|aux\s+alentours\s+de|aux\s+environs\s+de)\s+)?$"
)
_AND = re.compile(r"\s*,?\s+et\s+(?:la\s+)?$", re.IGNORECASE)
_TO = re.compile(rf"\s+(?:jusqu{AP}(?:à|au|en)|à|au)\s+(?:la\s+)?$", re.IGNORECASE)
_DASH = re.compile(r"\s?[-–/]\s?$")
_BETWEEN = re.compile(r"(?<!\w)entre\s+$", re.IGNORECASE)
_FROM = re.compile(rf"(?<!\w)(?:de(?:puis)?\s+|du\s+|d{AP})$", re.IGNORECASE)
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
    found = [_phase(text, _part_of_day(text, one)) for one in found]
    found = _days_of_weeks(text, _without_overlap(found))
    found = _days_and_hours(text, found)
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


def _is_day(meaning: Meaning) -> bool:
    match meaning:
        case CalendarDate(day=day, weekday=weekday):
            return day is not None or weekday is not None
        case Shift(unit="day", counted=False) | Feast() | DayWithin():
            return True
    return False


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


def _weekday_of(meaning: Meaning) -> int | None:
    match meaning:
        case CalendarDate(month=None, day=None, weekday=weekday, turn=None):
            return weekday
        case Recurrence(timex=timex) if timex.startswith("XXXX-WXX-"):  # "le lundi"
            return int(timex[-1])
    return None


def _part_of_day(text: str, one: TimeExpression) -> TimeExpression:
    if not _is_day(one.meaning):
        return one
    after = _PART_AFTER.match(text, one.end)
    if after:
        part = DAY_PARTS[normal(after["part"] or after["quoted"])]
        meaning: Meaning = Moment(one.meaning, part)
        if after["phase"]:
            meaning = PhaseOf(meaning, PHASES[after["phase"].lower()])
        return replace(one, end=after.end(), meaning=meaning)
    before = _PART_BEFORE.search(text[max(0, one.start - WINDOW) : one.start])
    if before and normal(before["whole"]).split()[-1] != "journée":
        start = one.start - len(before[0])
        part = DAY_PARTS[normal(before["part"])]
        return replace(one, start=start, meaning=Moment(one.meaning, part))
    return one


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
    phase = PHASES[(before["phase"] or before["mid"]).lower()]
    return replace(one, start=start, meaning=PhaseOf(one.meaning, phase))


def _days_and_hours(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    joined: list[TimeExpression] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is not None and isinstance(one.meaning, Moment) and one.meaning.day is None:
            gap = text[last.end : one.start]
            day = _day_of(last.meaning)
            if day is not None and len(gap) < 30:
                moment = Moment(day, one.meaning.part, one.meaning.clock)
                if _TIGHT.match(gap) and not last.parts and _is_day(last.meaning):
                    joined[-1] = replace(last, end=one.end, meaning=moment)
                    continue
                if _LOOSE.match(gap):
                    part = replace(one, meaning=moment)
                    joined[-1] = replace(
                        last, end=one.end, meaning=moment, parts=(*(last.parts or (last,)), part)
                    )
                    continue
        if (
            last is not None
            and isinstance(last.meaning, Moment)
            and last.meaning.day is None
            and _is_day(one.meaning)
            and re.fullmatch(r"\s*,?\s*(?:le\s+|du\s+)?", text[last.end : one.start])
        ):
            moment = Moment(one.meaning, last.meaning.part, last.meaning.clock)
            first = replace(last, meaning=moment)
            joined[-1] = replace(last, end=one.end, meaning=moment, parts=(first, one))
            continue
        if (
            last is not None
            and _is_day(last.meaning)
            and isinstance(last.meaning, Shift)
            and isinstance(one.meaning, CalendarDate)
            and one.meaning.weekday
            and re.fullmatch(r"\s*,?\s*\(?", text[last.end : one.start])
        ):  # "aujourd'hui vendredi", "hier, mardi 3 mai"
            close = 1 if text[last.end : one.start].endswith("(") else 0
            better = one.meaning if one.meaning.day else last.meaning
            joined[-1] = replace(last, end=one.end + close, meaning=better)
            continue
        joined.append(one)
    return joined


def _day_of(meaning: Meaning) -> Meaning | None:
    if isinstance(meaning, Moment):
        return meaning.day
    if isinstance(meaning, PhaseOf) and isinstance(meaning.of, Moment):
        return meaning.of.day
    return meaning if _is_day(meaning) else None


def _ranges(text: str, found: list[TimeExpression]) -> list[TimeExpression]:
    joined: list[TimeExpression] = []
    for one in found:
        last = joined[-1] if joined else None
        if last is not None and _may_end(last.meaning, one.meaning):
            gap = text[last.end : one.start]
            before = text[max(0, last.start - 10) : last.start]
            opening = None
            if _AND.match(gap):
                opening = _BETWEEN.search(before)
            elif _TO.match(gap):
                opening = _FROM.search(before)
            if (
                isinstance(last.meaning, Moment)
                and last.meaning.part == "NI"
                and _TO.match(gap)
                and _is_day(one.meaning)
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
    kinds = (CalendarDate, DayWithin, Shift, Feast, Moment, PhaseOf, YearSpan)
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
        opened = Interval(meaning, None, strict=kind == "after")
        return replace(one, start=start, meaning=opened, parts=parts)
    closed = Interval(None, meaning, strict=kind == "before")
    return replace(one, start=start, meaning=closed, parts=parts)
