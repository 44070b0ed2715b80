"""Words that point from the day of speaking, or from a day that the text set before."""

import re
from collections.abc import Iterator
from typing import Literal, cast

from recoupe.language.expressions import (
    Base,
    Meaning,
    Moment,
    Reference,
    Shift,
    TimeExpression,
)
from recoupe.language.packs.fr.grammar import AP, either, index, normal
from recoupe.language.packs.fr.times.vocabulary import (
    DAY_PART,
    DAY_PARTS,
    LEFT,
    WORDS,
    words_of,
)

_DAYS: dict[str, int] = {normal(form): n for form, n in WORDS["deictic_days"].items()}
_ANAPHORS: dict[str, int] = {normal(form): n for form, n in WORDS["anaphoric_days"].items()}
_REFERENCES: dict[str, str] = index(WORDS["references"])

TRIGGERS = words_of(_DAYS) | words_of(_ANAPHORS) | words_of(_REFERENCES) | words_of(DAY_PARTS)

_DAY = re.compile(rf"{LEFT}(?P<day>{either(_DAYS)})(?![\w-])", re.IGNORECASE)
_ANAPHOR = re.compile(
    rf"{LEFT}(?:(?:à|dès)\s+)?(?P<day>{either(_ANAPHORS)})(?!\w)(?P<of>\s+(?:de|du|des)(?!\w)|\s+d{AP})?"
    rf"|{LEFT}au\s+(?P<event>lendemain|surlendemain)\s+(?:de(?!\w)|du(?!\w)|des(?!\w)|d{AP})",
    re.IGNORECASE,
)
_REFERENCE = re.compile(rf"{LEFT}(?P<words>{either(_REFERENCES)})(?![\w-])", re.IGNORECASE)
_THIS_PART = re.compile(
    rf"{LEFT}(?:cette?|cet|ce)\s+(?P<part>{DAY_PART})(?!-)"
    rf"|{LEFT}(?:la\s+)(?P<night>nuit)\s+(?P<turn>dernière|passée|prochaine)(?!\w)"
    rf"|{LEFT}l[ea]\s+(?P<same>{DAY_PART})\s+même(?!\w)",
    re.IGNORECASE,
)
# A part of the day with nothing but its article leans on what the text said before.
_WITHIN = r"(?:dans|durant|pendant|au\s+cours\s+de|(?:plus\s+)?tard\s+dans)"
_EDGE_OF = rf"(?:de\s+(?:soirée|matinée|journée|nuit)|d{AP}(?:après|apres)[ -]midi)"
_BARE_PART = re.compile(
    rf"{LEFT}{_WITHIN}\s+(?P<bare>l{AP}après-midi|la\s+(?:matinée|soirée|nuit|journée))(?!\w)"
    rf"(?!\s+(?:de|du|d{AP}))"
    rf"|{LEFT}(?:à|avant|vers|d{AP}ici|jusqu{AP}à)\s+"
    rf"(?P<close>la\s+fin\s+de\s+la\s+(?:matinée|soirée|nuit|journée|journee))(?!\w)"
    rf"(?!\s+(?:de|du|d{AP}))"
    rf"|{LEFT}(?P<edge>(?:très\s+)?(?:tôt|tard)\s+le\s+(?:matin|soir)|en\s+(?:matinée|soirée|pleine\s+nuit|(?:début|fin|milieu)\s+{_EDGE_OF})"
    rf"|au\s+milieu\s+de\s+la\s+nuit|à\s+l{AP}aube|au\s+petit\s+matin|à\s+la\s+mi-journée)(?!\w)",
    re.IGNORECASE,
)


def find(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield deictic and anaphoric days, parts of the day, and references to now."""
    for match in _DAY.finditer(text, lo, hi):
        shift = _DAYS[normal(match["day"])]
        yield TimeExpression(match.start(), match.end(), Shift("day", shift))
    for match in _ANAPHOR.finditer(text, lo, hi):
        group = "day" if match["day"] else "event"
        words = normal(match[group])
        shift = _ANAPHORS[words if match["day"] else "le " + words]
        # "La veille du scrutin" is counted from the event, whatever day the text set before.
        base: Base = "event" if match["event"] or (match["of"] and shift) else "text"
        yield TimeExpression(*match.span(group), Shift("day", shift, base=base))
    for match in _REFERENCE.finditer(text, lo, hi):
        words = normal(match["words"])
        meaning = Reference(
            cast("Literal['PRESENT_REF', 'PAST_REF', 'FUTURE_REF']", _REFERENCES[words])
        )
        yield TimeExpression(match.start(), match.end(), meaning)
    for match in _THIS_PART.finditer(text, lo, hi):
        yield TimeExpression(match.start(), match.end(), _part_of_this_day(match))
    for match in _BARE_PART.finditer(text, lo, hi):
        group = next(name for name in ("bare", "close", "edge") if match[name])
        words = normal(match[group])
        part = DAY_PARTS[max((p for p in DAY_PARTS if words.endswith(p)), key=len)]
        yield TimeExpression(match.start(group), match.end(), Moment(None, part))


def _part_of_this_day(match: re.Match[str]) -> Meaning:
    if match["same"]:
        return Moment(Shift("day", 0, base="text"), DAY_PARTS[normal(match["same"])])
    if match["night"]:
        shift = 0 if match["turn"].lower() == "prochaine" else -1
        return Moment(Shift("day", shift), "NI")
    return Moment(Shift("day", 0), DAY_PARTS[normal(match["part"])])
