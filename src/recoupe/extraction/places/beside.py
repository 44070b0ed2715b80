"""What stands beside a name of a place: a noun of kind, adjectives, a place that holds it."""

import re
from typing import NamedTuple

from recoupe.extraction.parsed import Sentence
from recoupe.extraction.places.lexicon import PlaceWords, folded
from recoupe.model import Span
from recoupe.model.place import PlaceMention, PlaceName

# How far the noun of kind may stand: "la grande ville portuaire ukrainienne d'Odessa".
_REACH = 60


class Noun(NamedTuple):
    """A noun of kind beside a name.

    Attributes:
        kinds: What it asks for.
        more: The words between it and the name's own, or behind it; each with its place.
        link: What ties it to the name, in lower case.
        plural: Whether it is in the plural.
    """

    kinds: tuple[str, ...]
    more: tuple[tuple[str, int], ...]
    link: str
    plural: bool


class Beside:
    """What stands beside the names of one sentence."""

    def __init__(self, text: str, sentence: Sentence, words: PlaceWords) -> None:
        self._text = text
        self._words = words
        self._within = sentence.span
        self._has_nouns = not words.class_words.isdisjoint(sentence.forms)
        self._adjectives = frozenset(
            sentence.offset + token.idx for token in sentence.words if token.pos_ == "ADJ"
        )

    def noun_before(self, span: Span) -> Noun | None:
        """Return the noun of kind before a name: "la ville libyenne de"."""
        if not self._has_nouns:
            return None
        start = max(self._within.start, span.start - _REACH)
        match = self._words.noun_before.search(self._text[start : span.start])
        return self._noun(match, start) if match else None

    def noun_after(self, span: Span) -> Noun | None:
        """Return the noun of kind behind a name: ", la capitale libyenne"."""
        if not self._has_nouns:
            return None
        match = self._words.noun_after.match(self._text, span.end, self._within.end)
        return self._noun(match, 0) if match else None

    def _noun(self, match: re.Match[str], start: int) -> Noun:
        noun = folded(match["noun"])
        more = match["more"] or ""
        at = start + match.start("more")
        link = match.groupdict().get("link") or ""
        return Noun(
            self._words.classes.get(noun, ()),
            tuple((word[0], at + word.start()) for word in re.finditer(r"\S+", more)),
            " ".join(link.replace("’", "'").split()).lower(),
            noun.endswith("s") and noun[:-1] in self._words.classes,
        )

    def is_region(self, span: Span) -> bool:
        """Tell whether a noun says that a name is a region's: "département du Nord"."""
        noun = self.noun_before(span)
        return noun is not None and "region" in noun.kinds

    def told(
        self, span: Span, names: tuple[PlaceName, ...]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the kinds asked for, and the countries whose adjectives stand beside."""
        kinds: tuple[str, ...] = ()
        countries: list[str] = []
        before = self.noun_before(span)
        if before and self._belongs(before, names):
            kinds = before.kinds
            countries.extend(c for word, _ in before.more for c in self._words.countries_of(word))
        after = self.noun_after(span)
        if after and not after.plural:
            kinds = kinds or after.kinds
            countries.extend(c for word, _ in after.more for c in self._words.countries_of(word))
        first = folded(re.split(r"[\s’']", span.of(self._text))[0])
        if first in self._words.part_of_name:
            kinds = self._words.classes.get(first, ())
        return kinds, tuple(dict.fromkeys(countries))

    def _belongs(self, noun: Noun, names: tuple[PlaceName, ...]) -> bool:
        """Tell whether a noun of kind before a name says what the name itself is.

        "Le port de Bandar Abbas" does; "une ville du Tatarstan", "la capitale du Niger" and
        "le port a quitté Tripoli" do not.
        """
        for word, at in noun.more:
            if at not in self._adjectives and not self._words.countries_of(word):
                return False
        if noun.more and not noun.link:
            return False
        asked = noun.kinds[0] if noun.kinds else ""
        if asked == "capital":
            return noun.link in {"", ","}
        if asked in {"city", "port", "airport"} and noun.link in {"du", "de la", "de l'", "des"}:
            return names[0].form == "bare"  # "la ville du Caire"
        return True

    def inside(self, mention: PlaceMention, other: PlaceMention) -> bool:
        """Tell whether the words between two places say that the second holds the first."""
        match = self._words.inside.fullmatch(self._text, mention.span.end, other.span.start)
        if match is None:
            return False
        told = match["in"] or (match["of"] and match["noun"])
        bracket = match["stop"] == "(" and self._text[other.span.end : other.span.end + 1] == ")"
        return bool(told) or bracket

    def holds(self, other: Span, span: Span) -> bool:
        """Tell whether another place is plainly said to hold a name: ", dans le Piémont"."""
        if not span.end < other.start <= span.end + _REACH:
            return False
        match = self._words.inside.fullmatch(self._text, span.end, other.start)
        return match is not None and bool(match["in"]) and bool(match["stop"])
