"""Times of day: "7h44 UTC", "18 heures", "20:30", "midi"."""

import re
from collections.abc import Iterator

from recoupe.language.expressions import Clock, Moment, TimeExpression
from recoupe.language.packs.fr.grammar import AP, either, normal
from recoupe.language.packs.fr.times.vocabulary import ZONES

TRIGGERS = frozenset({"heures", "heure", "midi", "minuit", "h"})
"""Besides these, any figure: "7h44" is one word."""

_ZONE = rf"(?:\s*\(?(?P<zone>{either(ZONES)}|heure\s+(?:de|d{AP})\s*[A-ZÉ][\w-]+)(?!\w)\)?)?"
_HOUR = r"(?P<hour>[01]?\d|2[0-4])"
_FIGURES = re.compile(
    rf"(?<![\w.,:/-]){_HOUR}(?:\s?h(?:\s?(?P<minute>[0-5]\d)(?!\d))?(?!\w)"
    rf"|:(?P<colon>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:/]))(?:\s?min\b)?{_ZONE}",
    re.IGNORECASE,
)
# "N heures" tells a time of day only after a preposition of place in the day.
_WORDS = re.compile(
    rf"(?:\b(?P<before>à|vers|dès|avant|après|jusqu{AP}à|depuis|de|entre|et|aux\s+alentours\s+de|ce\s+matin|aujourd{AP}hui)\s+)"
    rf"(?P<words>{_HOUR}\s?heures?(?:\s(?P<minute>[0-5]\d)(?!\d))?(?!\s+(?:par|de|d{AP}|plus|après|avant|ouvrées|supplémentaires))){_ZONE}(?!\w)",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?:\b(?:à|avant|après|vers|dès|jusqu{AP}à|de|et)\s+|(?:ce|dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi|hier|demain)\s+)(?P<name>midi|minuit)(?!\w)",
    re.IGNORECASE,
)


def find(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield times of day; those that may be lengths need a preposition before."""
    for match in _FIGURES.finditer(text, lo, hi):
        minute = match["minute"] or match["colon"]
        second = int(match["second"]) if match["second"] else None
        clock = Clock(
            int(match["hour"]), int(minute) if minute else None, second, _zone(match["zone"])
        )
        yield TimeExpression(match.start(), match.end(), Moment(None, clock=clock))
    for match in _WORDS.finditer(text, lo, hi):
        if match["before"].lower() in ("de", "et", "après", "depuis") and not _in_range(
            match, text
        ):
            continue
        minute = match["minute"]
        clock = Clock(
            int(match["hour"]), int(minute) if minute else None, None, _zone(match["zone"])
        )
        yield TimeExpression(match.start("words"), match.end(), Moment(None, clock=clock))
    for match in _NAMED.finditer(text, lo, hi):
        hour = 12 if match["name"].lower() == "midi" else 0
        yield TimeExpression(*match.span("name"), Moment(None, clock=Clock(hour, 0)))


def _in_range(match: re.Match[str], text: str) -> bool:
    """Tell "de 18 heures à 20 heures" from "de 18 heures"."""
    around = text[max(0, match.start() - 20) : match.end() + 16].lower()
    return bool(re.search(r"\b(?:de|entre)\s[\w\s]*heures?\s(?:\d\d\s)?(?:à|et)\s+\d", around))


def _zone(words: str | None) -> int | None:
    return ZONES.get(normal(words)) if words else None
