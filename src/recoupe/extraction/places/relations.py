"""Places set out by others: "à 900 kilomètres à l'est de Moscou", "au nord de Bakhmout".

A relation is read from its distance, or from a direction with "de"; the place counted from
is the name behind it, or a border. The place set out is the name before it when nothing but
words of setting out stands between ("Elabouga, ville du Tatarstan située à ...").
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from recoupe.extraction.places.borders import Border
from recoupe.extraction.places.lexicon import PlaceWords, folded
from recoupe.language import Pack
from recoupe.language.expressions import QuantityExpression
from recoupe.model import Span
from recoupe.model.place import PlaceMention, PlaceRelation

_OF = r"(?:de\s+la\s+|de\s+l['’]\s*|du\s+|des\s+|de\s+|d['’]\s*)"
_ARTICLE = r"(?:le\s+|la\s+|l['’]\s*|les\s+)?"
_BEFORE_FIGURE = re.compile(r"(?:(?:à|a)\s+|distante?s?\s+de\s+)$", re.IGNORECASE)
_FARTHEST = 80
"""Characters between a place and the words that set it out."""


def relations_in(
    text: str,
    within: Span,
    named: Sequence[PlaceMention],
    borders: Sequence[Border],
    pack: Pack,
    words: PlaceWords,
) -> Iterator[PlaceRelation]:
    """Yield the relations of place of one sentence, those with a distance first.

    Args:
        text: The document's text.
        within: The sentence.
        named: The places named in it.
        borders: The borders told in it.
        pack: The pack of its language.
        words: Its words for places.
    """
    behind, alone = _patterns(words)
    used: list[Span] = []
    for figure in pack.find_quantities(within.of(text)):
        scale = words.lengths.get(figure.unit or "")
        if scale is None:
            continue
        start, end = within.start + figure.start, within.start + figure.end
        match = behind.match(text, end, within.end)
        anchor = _anchor(text, match.end(), named, borders, words) if match else None
        if match is None or anchor is None:
            continue
        if lead := _BEFORE_FIGURE.search(text, within.start, start):
            start = lead.start()
        relation = _relation(match, anchor, start, text, named, words)
        used.append(relation.span)
        yield relation.model_copy(update=_distance(figure, scale))
    for match in alone.finditer(text, within.start, within.end):
        anchor = _anchor(text, match.end(), named, borders, words)
        if anchor:
            relation = _relation(match, anchor, match.start(), text, named, words)
            if not any(relation.span.overlaps(other) for other in used):
                yield relation


def _distance(figure: QuantityExpression, scale: float) -> dict[str, object]:
    return {
        "low": figure.low * scale if figure.low is not None else 0.0,
        "high": figure.high * scale if figure.high is not None else None,
        "approximate": figure.approximate,
    }


def _relation(
    match: re.Match[str],
    anchor: PlaceMention | Border,
    start: int,
    text: str,
    named: Sequence[PlaceMention],
    words: PlaceWords,
) -> PlaceRelation:
    border = isinstance(anchor, Border)
    direction = match["direction"]
    return PlaceRelation(
        span=Span(start, anchor.span.end),
        anchor=anchor.span,
        subject=_subject(text, start, named, words),
        bearing=words.directions[folded(direction)] if direction else None,
        border=border,
        countries=anchor.countries if isinstance(anchor, Border) else (),
    )


@cache
def _patterns(words: PlaceWords) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands between a distance and its anchor, and a direction without distance."""
    direction = rf"(?P<direction>{words.direction})"
    side = rf"(?:\s*,)?\s+(?:(?:au|à\s+l['’]|vers\s+le|vers\s+l['’])\s*{direction}\s+{_OF}|{_OF})"
    behind = re.compile(rf"(?:\s+environ|\s+à\s+vol\s+d['’]oiseau)?{side}", re.IGNORECASE)
    alone = re.compile(rf"\b(?:au|à\s+l['’])\s*{direction}\s+{_OF}", re.IGNORECASE)
    return behind, alone


@cache
def _noun(words: PlaceWords) -> re.Pattern[str]:
    """Return what may stand before the anchor's name: "de la ville de"."""
    return re.compile(rf"{_ARTICLE}(?:(?:{words.noun})\s+(?:{_OF})?)?{_ARTICLE}", re.IGNORECASE)


def _anchor(
    text: str,
    at: int,
    named: Sequence[PlaceMention],
    borders: Sequence[Border],
    words: PlaceWords,
) -> PlaceMention | Border | None:
    """Return the border or the place named right behind the words, past a noun of kind."""
    lead = re.compile(_ARTICLE, re.IGNORECASE).match(text, at)
    edges = {at, lead.end() if lead else at}
    for border in borders:
        if border.span.start in edges:
            return border
    noun = _noun(words).match(text, at)
    edges.add(noun.end() if noun else at)
    # A name may hold the noun or the article that stands here ("du golfe d'Oman", "La Haye").
    return next((m for m in named if m.span.start in edges), None)


def _subject(
    text: str, start: int, named: Sequence[PlaceMention], words: PlaceWords
) -> Span | None:
    """Return the named place that a relation sets out, if the words between allow it."""
    for mention in reversed([m for m in named if m.span.end <= start]):
        between = text[mention.span.end : start]
        if len(between) > _FARTHEST:
            return None
        if _tie(words).fullmatch(between):
            # "Elabouga, ville du Tatarstan, à 900 km": what is set out is the town.
            holding = next((m for m in named if mention.span in m.inside), None)
            return holding.span if holding else mention.span
    return None


@cache
def _tie(words: PlaceWords) -> re.Pattern[str]:
    return re.compile(
        rf"\s*[,(–—-]?\s*(?:(?:qui|elle|laquelle)\s+)?(?:(?:une?|la|le|l['’]|cette|ce)\s*)?"
        rf"(?:[^\W\d_]+\s+)?(?:{words.noun}\s*(?:[^\W\d_]+\s*){{0,2}}?,?\s*)?"
        rf"(?:{words.situated}\s*)?(?:plus\s+|juste\s+)?[,(]?\s*",
        re.IGNORECASE,
    )
