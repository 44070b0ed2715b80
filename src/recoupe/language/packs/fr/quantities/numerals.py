"""French numerals, in figures and in words: their patterns and their values.

The grammar of numbers in words follows Grevisse, *Le bon usage*, §§ 595-600, with the
spelling of 1990 (hyphens throughout) and the forms of Belgium and Switzerland.
"""

import re
from collections.abc import Mapping
from functools import cache

from recoupe.language.packs.fr.grammar import either, lexicon

SPACE = "[ \u00a0\u2009\u202f]"
"""What may part groups of three digits: space, no-break space, thin and narrow ones."""

FIGURES = (
    rf"(?:\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)(?:,\d+)?"
    r"|\d{1,3}(?:[.,'’]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)"
)
"""A number in figures; which of comma and point parts thousands is for :func:`figures`."""

_JOIN = r"(?:\s+|-)"


@cache
def _values() -> Mapping[str, int]:
    words = lexicon("numbers")
    values: dict[str, int] = {}
    for table in ("units", "teens", "tens"):
        values.update(words[table])
    values.update({"vingts": 20, "cent": 100, "cents": 100, "mille": 1000})
    for word, value in words["scales"].items():
        values[word] = values[word + "s"] = value
    return values


@cache
def words_pattern() -> str:
    """Return a pattern (no groups) for a whole number in words, up to the long scale."""
    lexical = lexicon("numbers")
    unit = either(lexical["units"])
    teen = either(lexical["teens"])
    ten = either(word for word in lexical["tens"])
    low = rf"(?:dix{_JOIN}(?:sept|huit|neuf)|{teen}|{unit})"
    below_100 = (
        rf"(?:quatre{_JOIN}vingts?(?:{_JOIN}{low})?"
        rf"|{ten}(?:{_JOIN}et{_JOIN}(?:une?|onze)|{_JOIN}{low})?|{low})\b"
    )
    below_1000 = rf"(?:(?:{unit}{_JOIN})?cents?\b(?:{_JOIN}(?:et{_JOIN})?{below_100})?|{below_100})"
    below_million = (
        rf"(?:(?:{below_1000}{_JOIN})?mille\b(?:{_JOIN}(?:et{_JOIN})?{below_1000})?|{below_1000})"
    )
    scale = either([form for word in lexical["scales"] for form in (word, word + "s")])
    return rf"(?:(?:{below_million}{_JOIN}{scale}{_JOIN}(?:et{_JOIN})?)*{below_million})"


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def loose_pattern() -> str:
    """Return a smaller pattern for a run of number words, where a unit follows anyway."""
    word = either(word for word in _values() if word not in _scale_words())
    return rf"(?:{word}(?:(?:\s+|-)(?:et(?:\s+|-))?{word})*)"


@cache
def _scale_words() -> frozenset[str]:
    return frozenset(form for word in lexicon("numbers")["scales"] for form in (word, word + "s"))


def in_words(numeral: str) -> float:
    """Return the value of a number in words that :func:`words_pattern` matched."""
    values = _values()
    total = current = 0
    for word in _word().findall(numeral.lower()):
        value = values.get(word)
        if value is None:  # "et"
            continue
        if word in ("vingt", "vingts") and current % 100 == 4:
            current += 76  # quatre-vingt: the 4 was already added
        elif value == 100:
            current = max(current, 1) * 100
        elif value >= 1000:
            total += max(current, 1) * value
            current = 0
        else:
            current += value
    return float(total + current)


_GROUPED = re.compile(
    rf"\d{{1,3}}(?:(?:{SPACE}|['’])\d{{3}})+(?:,\d+)?|\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?"
)
_COMMAS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")


def figures(numeral: str, *, measured: bool = False) -> float:
    """Return the value of a number in figures.

    A point before exactly three digits parts thousands, as in French typewriting. A
    comma is decimal; but things that are counted do not come in thousandths, so
    before exactly three digits it parts thousands, as translated reports have it.

    Args:
        numeral: Figures that :data:`FIGURES` matched.
        measured: Whether a unit or a scale follows, which makes a lone comma decimal.
    """
    if _COMMAS.fullmatch(numeral) and (not measured or numeral.count(",") > 1):
        return float(numeral.replace(",", ""))
    if _GROUPED.fullmatch(numeral) and (not numeral.startswith("0.") or numeral.count(".") > 1):
        numeral = re.sub(rf"{SPACE}|['’.]", "", numeral)
    return float(numeral.replace(",", "."))


def value_of(numeral: str, *, measured: bool = False) -> float:
    """Return the value of a number in figures or in words."""
    if numeral[0].isdigit():
        return figures(numeral, measured=measured)
    return in_words(numeral)
