"""Named parts of a year: "le premier trimestre 2023", "second semestre", "la rentrée"."""

import re
from collections.abc import Iterator

from recoupe.language.expressions import CalendarDate, TimeExpression
from recoupe.language.packs.fr.grammar import AP
from recoupe.language.packs.fr.times.vocabulary import LAST, LEFT, NEXT, YEAR, turn_of

TRIGGERS = frozenset({"trimestre", "semestre", "rentrée", "t", "q", "h", "s"})

_ORDINALS = {"premi": 1, "1": 1, "deuxi": 2, "second": 2, "2": 2, "troisi": 3, "3": 3,
             "quatri": 4, "dernier": 4, "4": 4}  # fmt: skip
_PERIOD = re.compile(
    rf"{LEFT}(?:le\s+)?(?P<ordinal>premier|deuxième|second|troisième|quatrième|dernier|1er|[2-4](?:e|ème|d|nd))\s+"
    rf"(?P<unit>trimestre|semestre)"
    rf"(?:\s+(?:de\s+)?(?:l['’]année\s+)?(?P<year>{YEAR})|\s+(?P<turn>{LAST}|{NEXT}))?(?!\w)",
    re.IGNORECASE,
)


# As companies write: "T3 2022", "S1 de 2023".
_SHORT = re.compile(
    rf"{LEFT}(?:(?P<quarter>[TQ][1-4])|(?P<half>[SH][12]))\s+(?:de\s+)?(?P<year>{YEAR})"
)
# Schools and parliaments of most French-speaking countries come back in September, or about.
_RETURN = re.compile(
    rf"{LEFT}(?:à|dès|pour|depuis|avant|après|d{AP}ici|jusqu{AP}à)\s+"
    rf"(?P<return>la\s+rentrée(?:\s+(?:scolaire|universitaire|politique|parlementaire|sociale|des\s+classes))?"
    rf"(?:\s+(?:de\s+)?(?:septembre\s+)?(?P<year>{YEAR})|\s+(?P<turn>{LAST}|{NEXT}))?)(?!\w)"
    rf"(?!\s+(?:de|du|des)(?!\w)|\s+d{AP})",
    re.IGNORECASE,
)


def find(text: str, lo: int, hi: int) -> Iterator[TimeExpression]:
    """Yield quarters and half-years."""
    for match in _PERIOD.finditer(text, lo, hi):
        word = match["ordinal"].lower()
        number = next(n for stem, n in _ORDINALS.items() if word.startswith(stem))
        if word == "dernier" and not match["year"]:
            continue  # "le dernier trimestre": the last one, or the year's last
        quarterly = match["unit"].lower() == "trimestre"
        if not quarterly and (number > 2 and word != "dernier"):
            continue
        meaning = CalendarDate(
            year=int(match["year"]) if match["year"] else None,
            quarter=number if quarterly else None,
            half=None if quarterly else min(number, 2),
            turn=turn_of(match["turn"]),
        )
        yield TimeExpression(match.start(), match.end(), meaning)
    for match in _SHORT.finditer(text, lo, hi):
        meaning = CalendarDate(
            year=int(match["year"]),
            quarter=int(match["quarter"][1]) if match["quarter"] else None,
            half=int(match["half"][1]) if match["half"] else None,
        )
        yield TimeExpression(match.start(), match.end(), meaning)
    for match in _RETURN.finditer(text, lo, hi):
        year = int(match["year"]) if match["year"] else None
        meaning = CalendarDate(year=year, month=9, turn=turn_of(match["turn"]))
        yield TimeExpression(*match.span("return"), meaning, approximate=True)
