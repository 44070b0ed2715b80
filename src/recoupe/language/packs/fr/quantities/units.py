"""What follows a figure: units of measure, money, percent."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.language.packs.fr.grammar import either, lexicon, normal


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A unit: its symbol (UCUM-like) or ISO 4217 code, and whether the word shares it."""

    symbol: str
    money: bool = False
    inferred: bool = False


@cache
def forms() -> Mapping[str, UnitWord]:
    """Return the units by their written forms, in lower case."""
    words = lexicon("units")
    table: dict[str, UnitWord] = {}
    for symbol, entry in words["measures"].items():
        for form in entry["forms"]:
            table[normal(form)] = UnitWord(symbol)
    for entry in words["currencies"]:
        for form in entry["forms"]:
            unit = UnitWord(entry["code"], money=True, inferred=entry.get("inferred", False))
            table.setdefault(normal(form), unit)
    return table


@cache
def symbols() -> Mapping[str, UnitWord]:
    """Return the units by their symbols, whose case counts."""
    words = lexicon("units")
    table: dict[str, UnitWord] = {}
    for symbol, entry in words["measures"].items():
        for form in entry["symbols"]:
            table[form] = UnitWord(symbol)
    for entry in words["currencies"]:
        for form in entry["symbols"]:
            # A bare "$" is a guess, a code is not.
            guess = entry.get("inferred", False) and not form.isalpha()
            table.setdefault(form, UnitWord(entry["code"], money=True, inferred=guess))
    return table


@cache
def after_scale() -> Mapping[str, UnitWord]:
    """Return the words that name money only after "million" or "milliard"."""
    words = lexicon("units")["currencies_after_scale"]
    return {form: UnitWord(code, money=True, inferred=True) for form, code in words.items()}


@cache
def _form() -> re.Pattern[str]:
    words = either((*forms(), *after_scale()))
    return re.compile(rf"\s*(?:de\s+|d['’])?(?P<form>{words})(?![\w'’-])", re.IGNORECASE)


@cache
def _symbol() -> re.Pattern[str]:
    # A sign ends a unit by itself; after a letter no other letter may follow.
    return re.compile(rf"\s?(?:de\s+)?(?P<symbol>{either(symbols())})(?:(?<![^\W\d_])|(?![\w'’-]))")


@cache
def _money_before() -> re.Pattern[str]:
    glyphs = either(word for word, unit in symbols().items() if unit.money and not word.isalpha())
    return re.compile(rf"(?P<symbol>(?<!\w){glyphs})\s?$")


_FIRST = re.compile(r"\s*(?:(?:de\s+|d['’]))?([^\W\d_]+|[^\s\w])", re.IGNORECASE)


@cache
def _first_words() -> frozenset[str]:
    """Return how units begin, for telling fast that none follows."""
    words = (*forms(), *after_scale(), *symbols())
    return frozenset(
        normal(match[1]) for word in words if (match := _FIRST.match(word)) is not None
    )


def unit_after(text: str, position: int, *, scaled: bool) -> tuple[int, UnitWord] | None:
    """Return the unit that begins right after a figure, and where it ends.

    Args:
        text: The sentence.
        position: Offset just past the figure.
        scaled: Whether the figure ends in "million" or the like: then "de" may stand
            between, and "livres" are money.
    """
    first = _FIRST.match(text, position)
    if first is None or normal(first[1]) not in _first_words():
        return None
    match = _symbol().match(text, position)
    if match and (scaled or "de" not in match[0].split()):
        return match.end(), symbols()[" ".join(match["symbol"].split())]
    match = _form().match(text, position)
    if match is None:
        return None
    form = normal(match["form"])
    of = match[0].strip().lower().startswith("d") and not match["form"].lower().startswith("d")
    if of and not scaled:
        return None
    if form in forms():
        return match.end(), forms()[form]
    return (match.end(), after_scale()[form]) if scaled else None


def money_before(text: str, position: int) -> tuple[int, UnitWord] | None:
    """Return the money sign right before a figure ("$ 400"), and where it begins."""
    match = _money_before().search(text[max(0, position - 5) : position])
    if match is None:
        return None
    return position - len(match[0]), symbols()[" ".join(match["symbol"].split())]
