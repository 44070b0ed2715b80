"""Fragments of patterns that several families share, and what their words mean."""

import re
from collections.abc import Iterable
from typing import cast

from recoupe.language.expressions import Phase, Unit
from recoupe.language.packs.fr.grammar import either, index, lexicon, normal
from recoupe.language.packs.fr.quantities.numerals import FIGURES, loose_pattern, value_of

WORDS = lexicon("times")

MONTHS: dict[str, int] = index(WORDS["months"])
WEEKDAYS: dict[str, int] = index(WORDS["weekdays"])
MONTHS_BEHIND_DAYS: dict[str, int] = MONTHS | index(WORDS["months_behind_days"])
WEEKDAYS_BEFORE_DAYS: dict[str, int] = WEEKDAYS | index(WORDS["weekdays_before_days"])
RANKS: dict[str, int] = index(WORDS["ranks"])
SEASONS: dict[str, int] = index(WORDS["seasons"])
DAYS: dict[str, int] = index(WORDS["days"])
UNITS: dict[str, str] = index(WORDS["units"])
DAY_PARTS: dict[str, str] = index(WORDS["day_parts"])
ZONES: dict[str, int | None] = {normal(zone): value for zone, value in WORDS["zones"].items()}

PHASES: dict[str, Phase] = {
    form: phase for phase, forms in WORDS["phases"].items() for form in forms
}

NAMED_DURATIONS: dict[str, tuple[float, Unit]] = {
    normal(form): (float(count), unit) for form, (count, unit) in WORDS["named_durations"].items()
}

MONTH = rf"(?:{either(MONTHS)}(?!\w))"
WEEKDAY = rf"(?:{either(WEEKDAYS)}(?!\w))"
MONTH_BEHIND_DAY = rf"(?:{either(MONTHS_BEHIND_DAYS)}(?!\w))"
WEEKDAY_BEFORE_DAY = rf"(?:{either(WEEKDAYS_BEFORE_DAYS)}(?!\w))"
RANK = rf"(?:{either(RANKS)}(?!\w))"
SEASON = rf"(?:{either(SEASONS)}(?!\w))"
UNIT = rf"(?:{either(UNITS)}(?!\w))"
DAY_PART = rf"(?:{either(DAY_PARTS)}(?!\w))"
DAY_WORD = rf"(?:{either(DAYS)}(?!\w))"
DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3\d)(?!\d)"
YEAR = r"(?:1\d{3}|20\d{2}|2100)(?![\d\w])"
VAGUE = rf"(?:{either(WORDS['vague_counts'])}(?!\w))"
NUMERAL = rf"(?:{FIGURES}|{loose_pattern()}(?!\w))"
LEFT = r"(?<![\w-])"
"""A word begins here: what stands before is no letter, figure or hyphen."""

LAST = r"(?:derni(?:er|[eè]re)s?|pass[ée]+e?s?|écoul[ée]e?s?)(?!\w)"
NEXT = r"(?:prochaine?s?)(?!\w)"
BEFORE = r"(?:précédent(?:e?s?)|d['’]avant)(?!\w)"
AFTER = r"(?:suivant(?:e?s?)|d['’]après)(?!\w)"


_FREQUENT = frozenset(("avant", "après", "même"))


def words_of(forms: Iterable[str]) -> frozenset[str]:
    """Return one word of each form, its longest, for telling fast whether a text may have it."""
    words = (re.findall(r"[^\W\d_]+", form) for form in forms)
    return frozenset(
        max(held, key=lambda word: (word not in _FREQUENT, len(word))) for held in words if held
    )


def unit_of(word: str) -> Unit:
    """Return the unit that a French word names."""
    return cast(Unit, UNITS[normal(word)])


def number_of(word: str) -> float:
    """Return the value of a numeral before a unit."""
    return value_of(word.strip(), measured=True)


def day_of(word: str) -> int:
    """Return the number of a day of the month, in figures or words."""
    return DAYS[normal(word)] if normal(word) in DAYS else int(word)


def turn_of(word: str | None) -> int | None:
    """Return -1 for "dernier" and its kin, 1 for "prochain", None for no word."""
    if not word:
        return None
    return 1 if word.lower().startswith("pro") else -1


def full_year(short: str) -> int:
    """Return the year that two figures stand for: 1950 to 2049."""
    year = int(short.strip("'’"))
    return 1900 + year if year >= 50 else 2000 + year
