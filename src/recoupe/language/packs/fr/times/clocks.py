"""Times of day: "7h44 UTC", "20:30", "huit heures et demie", "8 heures du soir", "midi"."""

import re
from collections.abc import Iterator

from recoupe.language.expressions import Clock, Moment, TimeExpression
from recoupe.language.packs.fr.grammar import AP, either, literal, normal
from recoupe.language.packs.fr.times.vocabulary import (
    DAYS,
    MONTH,
    WEEKDAY,
    WORDS,
    ZONES,
)

_LIST = WORDS["clocks"]
TRIGGERS = frozenset({"heures", "heure", "midi", "minuit", "h"})
"""Besides these, any figure: "7h44" is one word."""

_HOURS: dict[str, int] = {**DAYS, "une": 1, "vingt et une": 21, "vingt-et-une": 21}
_MINUTES: dict[str, int] = {**DAYS, **_LIST["minutes"]}
_NUMBER = rf"(?:{either(_HOURS)}(?![\w-]))"
_ZONE = (
    rf"(?:,?\s*\(?(?P<zone>(?:UTC|GMT)\s?[+−-]\s?\d{{1,2}}(?::\d\d)?|{either(ZONES)}"
    rf"|heure\s+(?:de|d{AP})\s*[A-ZÉ][\w-]+)(?!\w)\)?)?"
)
_OF_DAY = rf"(?:\s+(?P<part>{either(_LIST['parts'])})(?!\w))?"
_HALF = r"(?P<ampm>\s?[ap](?:\.m\.?|m)(?!\w))?"
_HOUR = r"(?P<hour>[01]?\d|2[0-4])"
_FIGURES = re.compile(
    rf"(?<![\w.,:/-]){_HOUR}(?:\s?h(?:\s?(?P<minute>[0-5]\d)(?!\d)(?:\s?min(?:\s?(?P<s>[0-5]?\d)\s?s)?(?!\w))?)?(?!\w)"
    rf"|:(?P<colon>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:/]){_HALF}){_OF_DAY}{_ZONE}",
    re.IGNORECASE,
)
_HALVES = re.compile(
    rf"(?<![\w.,:/-])(?P<hour>1[0-2]|0?[1-9]){_HALF.removesuffix('?')}{_ZONE}", re.IGNORECASE
)
# After the hours in words: "dix", "et demie", "moins le quart"; what is counted comes after none.
_PAST = (
    rf"(?:\s+et\s+(?P<fraction>quart|demie?)(?!\w)"
    rf"|\s+moins\s+(?P<minus>le\s+quart|{_NUMBER}|[1-5]?\d(?!\d))(?:\s+minutes)?"
    rf"|\s(?P<minute>[0-5]\d)(?!\d)(?!\s+[a-zà-ÿ]{{3,}}[sx](?!\w))"
    rf"|\s+(?P<spelt>{either(_MINUTES)})(?=\s*(?:[^\w\s-]|$)|\s+{either(_LIST['after_minutes'])}(?!\w)))?"
)
# "N heures" tells a time of day only after a preposition of place in the day, or with its part.
_WORDS = re.compile(
    rf"(?<!\w)(?P<before>(?:{either(_LIST['before'])}|{WEEKDAY})(?:\s+|(?<=['’]))(?:les\s+)?)?"
    rf"(?P<words>(?P<about>environ\s+)?(?:{_HOUR}\s?|(?P<hours>{_NUMBER})\s+)heures?(?!\w){_PAST}{_OF_DAY}{_ZONE})(?!\w)"
    rf"(?!\s+(?:{'|'.join(literal(w) for w in _LIST['lengths_after'])})(?!\w)|\s+d['’])",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?:\b(?:à|avant|après|vers|dès|jusqu{AP}à|depuis|passé|de|et)\s+"
    rf"|(?:ce|{WEEKDAY}|hier|demain)\s+)(?P<name>midi|minuit)"
    rf"(?:\s+et\s+(?P<fraction>quart|demie?)|\s+(?P<spelt>trente|dix|vingt))?(?![\w-])",
    re.IGNORECASE,
)
_LENGTH_BEFORE = re.compile(
    rf"(?<!\w)(?:{'|'.join(_LIST['length_stems'])})\w*\s+(?:(?!\d)\w+['’]?\s+){{0,2}}?"
    rf"(?:à|de|entre|jusqu{AP}à)\s+$",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(rf"{MONTH}$|(?:\b(?:hier|demain|aujourd{AP}hui|matin|soir))$", re.I)
_LASTING = re.compile(r"(?<!\w)(?:en|pendant|pour|durant|dure|duré)\s+$", re.IGNORECASE)
_AFTERNOON_BEFORE = re.compile(r"(?:['’]|\bcet?\s|-)$", re.IGNORECASE)
_AMBIGUOUS = frozenset(_LIST["ambiguous_before"])
_OFFSET = re.compile(r"(?:utc|gmt)\s?(?P<sign>[+−-])\s?(?P<hours>\d{1,2})(?::(?P<minutes>\d\d))?")
AFTERNOON = {"AF": range(1, 8), "EV": range(5, 12)}
"""Hours that a part of the day moves by twelve: "ce soir vers 8 heures" is 20 h."""


def find(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield times of day; those that may be lengths need a preposition before."""
    for match in _FIGURES.finditer(text, lo, hi):
        if not match["part"] and _lasts(match, text):
            continue  # "pour 3 h", "3 h par jour"
        if match["hour"] == "24" and not (match["minute"] or match["colon"]):
            continue  # "sous 24h", "24H Series"
        minute, seconds = match["minute"] or match["colon"], match["second"] or match["s"]
        second = int(seconds) if seconds else None
        yield _moment(match, int(match["hour"]), int(minute) if minute else None, second)
    for match in _HALVES.finditer(text, lo, hi):
        if match["ampm"].isupper() and match["ampm"][0] == " ":
            continue  # "les 27 PM"
        yield _moment(match, int(match["hour"]), None)
    for match in _WORDS.finditer(text, lo, hi):
        if not _is_time(match, text):
            continue
        hours = int(match["hour"]) if match["hour"] else _HOURS[normal(match["hours"])]
        if hours > 24:
            continue
        yield _moment(match, *_with_minutes(match, hours), group="words")
    for match in _NAMED.finditer(text, lo, hi):
        if _AFTERNOON_BEFORE.search(text, max(0, match.start() - 5), match.start()):
            continue  # "l'après midi", the hyphen lost
        hours = 12 if match["name"].lower() == "midi" else 0
        hour, minutes = _with_minutes(match, hours)
        moment = Moment(None, clock=Clock(hour, minutes or 0))
        yield TimeExpression(match.start("name"), match.end(), moment)


def _moment(
    match: re.Match[str], hour: int, minute: int | None, second: int | None = None, group: str = ""
) -> TimeExpression:
    groups = match.groupdict()
    half = (groups.get("ampm") or "").strip().lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    elif groups.get("part"):
        hour = in_part(hour, _LIST["parts"][normal(groups["part"])])
    zone = _zone(groups.get("zone"))
    start = match.start(group or 0)
    moment = Moment(None, clock=Clock(hour, minute, second, zone))
    return TimeExpression(start, match.end(), moment, approximate=bool(groups.get("about")))


def in_part(hour: int, part: str | None) -> int:
    """Return an hour as a part of the day moves it: 8 in the evening is 20."""
    return hour + 12 if hour in AFTERNOON.get(part or "", ()) else hour


def _with_minutes(match: re.Match[str], hour: int) -> tuple[int, int | None]:
    groups = match.groupdict()
    if groups.get("fraction"):
        return hour, 15 if groups["fraction"].lower() == "quart" else 30
    if groups.get("minus"):
        words = normal(groups["minus"])
        less = 15 if words == "le quart" else int(words) if words.isdigit() else _MINUTES[words]
        return (hour or 24) - 1, 60 - less
    if groups.get("minute"):
        return hour, int(groups["minute"])
    return hour, _MINUTES[normal(groups["spelt"])] if groups.get("spelt") else None


def _is_time(match: re.Match[str], text: str) -> bool:
    """Tell a time of day ("à huit heures") from a length ("porté à huit heures")."""
    if match["part"] or (match["fraction"] and match["before"]):
        return True
    if not match["before"]:
        return bool(_DAY_BEFORE.search(text[max(0, match.start() - 12) : match.start()].rstrip()))
    if match["words"].lower() in ("24 heures", "vingt-quatre heures"):
        return False
    before = normal(match["before"])
    before = before.removesuffix(" les")
    if before in _AMBIGUOUS and not _in_range(match, text):
        return False
    if before == "à" and normal(match["words"]) == "une heure":
        return not re.match(r"\s+[a-zà-ÿ]+(?:ée?|ive|ue|le|te|ble)(?!\w)", text[match.end() :])
    return not _LENGTH_BEFORE.search(text[max(0, match.start() - 30) : match.start("words")])


def _lasts(match: re.Match[str], text: str) -> bool:
    return bool(_LASTING.search(text, max(0, match.start() - 9), match.start())) or (
        text.startswith(" par ", match.end())
    )


def _in_range(match: re.Match[str], text: str) -> bool:
    """Tell "de 18 heures à 20 heures" from "de 18 heures"."""
    around = text[max(0, match.start() - 34) : match.end() + 24].lower()
    return bool(_RANGE.search(around))


_RANGE = re.compile(
    rf"\b(?:de|entre)\s[\w\s-]*(?:heures?\s(?:(?:\d\d|{_NUMBER})\s)?|h\s?(?:\d\d)?\s?)(?:à|et|jusqu'à)\s+(?:\d|midi|minuit|{_NUMBER})"
    rf"|\b(?:de|entre)\s+(?:midi|minuit)\s+(?:à|et)\s"
)


def _zone(words: str | None) -> int | None:
    if not words:
        return None
    offset = _OFFSET.fullmatch(normal(words))
    if offset is None:
        return ZONES.get(normal(words))
    minutes = 60 * int(offset["hours"]) + int(offset["minutes"] or 0)
    return minutes if offset["sign"] == "+" else -minutes
