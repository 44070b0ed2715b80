"""Borders between countries: "la frontière turco-syrienne", "la frontière entre l'Iran et l'Irak".

A border is told by two countries; "la frontière russe" names one, and is a border only as seen
from somewhere.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from recoupe.extraction.places.lexicon import PlaceWords
from recoupe.model import Span
from recoupe.model.place import PlaceMention, PlaceName

_ARTICLE = r"(?:le\s+|la\s+|l['’]\s*|les\s+)?"
_OF = r"(?:de\s+la\s+|de\s+l['’]\s*|du\s+|des\s+|de\s+|d['’]\s*)"


class Border(NamedTuple):
    """Words of a border and the countries that they name, by adjective or by name."""

    span: Span
    countries: tuple[str, ...]


def borders_in(
    text: str, within: Span, named: Sequence[PlaceMention], words: PlaceWords
) -> Iterator[Border]:
    """Yield the borders told in a sentence, in order.

    Args:
        text: The document's text.
        within: The sentence.
        named: The places named in it.
        words: The pack's words for places.
    """
    starts = {mention.span.start: mention for mention in named}
    noun, between, link = _patterns(words)
    for match in noun.finditer(text, within.start, within.end):
        adjectives = re.compile(r"\s+([^\W\d_]+(?:[-–][^\W\d_]+)*)").match(text, match.end())
        countries = words.countries_of(adjectives[1].replace("–", "-")) if adjectives else ()
        if adjectives and countries:
            yield Border(Span(match.start(), adjectives.end()), countries)
            continue
        lead = between.match(text, match.end(), within.end)
        one = starts.get(lead.end()) if lead else None
        then = link.match(text, one.span.end, within.end) if one else None
        other = starts.get(then.end()) if then else None
        if one is None:
            continue
        sides = tuple(code for m in (one, other) if m and (code := _country(m, words)))
        if sides:
            end = other.span.end if other and len(sides) == 2 else one.span.end
            yield Border(Span(match.start(), end), sides)


def border_mention(border: Border, text: str, sentence: int) -> PlaceMention | None:
    """Return a border as a place named, or None when it takes two countries and one is told."""
    if len(border.countries) != 2:
        return None
    return PlaceMention(
        span=border.span,
        names=(PlaceName(text=border.span.of(text), form="free"),),
        kinds=("border",),
        countries=border.countries,
        sentence=sentence,
    )


def _country(mention: PlaceMention, words: PlaceWords) -> str | None:
    hits = (hit for name in mention.names for hit in words.gazetteer.find(name.text))
    return next((h.place.country for h in hits if h.place.kind == "country"), None)


@cache
def _patterns(
    words: PlaceWords,
) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    noun = re.compile(rf"\b{words.border}", re.IGNORECASE)
    between = re.compile(rf"\s+(?:entre\s+|avec\s+|{_OF}){_ARTICLE}", re.IGNORECASE)
    link = re.compile(rf"\s+(?:et|avec)\s+(?:celle\s+)?(?:{_OF})?{_ARTICLE}", re.IGNORECASE)
    return noun, between, link
