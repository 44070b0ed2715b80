"""What comes again: "chaque année", "tous les deux ans", "par semestre", "annuel"."""

import re
from collections.abc import Iterator

from recoupe.language.expressions import Recurrence, TimeExpression, Unit
from recoupe.language.packs.fr.grammar import either, index, normal
from recoupe.language.packs.fr.times.vocabulary import (
    DAY_PART,
    DAY_PARTS,
    LEFT,
    NUMERAL,
    UNIT,
    UNITS,
    WORDS,
    number_of,
    unit_of,
    words_of,
)

_REPEATED: dict[str, str] = index(WORDS["repeated"])
TRIGGERS = words_of(UNITS) | frozenset(_REPEATED) | {"matin", "soir", "matins", "soirs", "nuits"}

_LETTER: dict[Unit, str] = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "night": "P{}D",
    "week": "P{}W", "weekend": "P{}WE", "month": "P{}M", "quarter": "P{}Q", "half-year": "P{}M",
    "year": "P{}Y", "decade": "P{}DE", "century": "P{}CE",
}  # fmt: skip
_EVERY = re.compile(
    rf"{LEFT}(?:chaque|tou(?:te)?s\s+les(?:\s+(?P<number>{NUMERAL}))?)\s+"
    rf"(?:(?P<unit>{UNIT})|(?P<part>{DAY_PART}|matins|soirs|nuits))(?!\w)",
    re.IGNORECASE,
)
_PER = re.compile(rf"(?<!\w)par\s+(?P<unit>{UNIT})(?![\w-])", re.IGNORECASE)
_ADJECTIVE = re.compile(rf"{LEFT}(?P<word>{either(_REPEATED)})(?![\w-])", re.IGNORECASE)
_DETERMINER = re.compile(r"(?<!\w)(?:le|la|les|un|ce|au|aux|du|des|son|leur)\s+$", re.IGNORECASE)


def find(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield recurrences."""
    for match in _EVERY.finditer(text, lo, hi):
        if match["part"]:
            part = DAY_PARTS[normal(match["part"]).removesuffix("s")]
            yield TimeExpression(match.start(), match.end(), Recurrence(f"XXXX-XX-XXT{part}"))
            continue
        number = number_of(match["number"]) if match["number"] else 1
        yield TimeExpression(match.start(), match.end(), _every(number, unit_of(match["unit"])))
    for match in _PER.finditer(text, lo, hi):
        yield TimeExpression(match.start("unit"), match.end(), _every(1, unit_of(match["unit"])))
    for match in _ADJECTIVE.finditer(text, lo, hi):
        if _DETERMINER.search(text[max(0, match.start() - 7) : match.start()]):
            continue  # "le quotidien" is a newspaper
        meaning = Recurrence(_REPEATED[normal(match["word"])])
        yield TimeExpression(match.start(), match.end(), meaning)


def _every(number: float, unit: Unit) -> Recurrence:
    if unit == "half-year":
        number *= 6
    return Recurrence(_LETTER[unit].format(f"{number:g}"))
