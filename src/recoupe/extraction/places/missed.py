"""Places that the pipeline took for something else, or passed over.

A name is taken as a place when the gazetteer knows it and the words beside it speak of one
("le port de", "à", "(Réunion)"), or when it is that of a large town and nothing makes it a
person's.
"""

import re
from collections.abc import Iterator, Sequence

from recoupe.compare.places import OWN, Hit, Place
from recoupe.extraction.places.beside import Beside
from recoupe.extraction.places.forms import (
    form_before,
    last_word,
    trimmed,
    with_noun,
    without_article,
)
from recoupe.extraction.places.lexicon import PlaceWords, folded
from recoupe.model import Mention, Span
from recoupe.model.place import PlaceForm

_PERSON = "Person"
_NAME = r"[A-ZÀ-ÝŒ][\w’'-]*"
_CAPITALISED = re.compile(
    rf"{_NAME}(?:[ -](?:(?:de|du|des|la|le|les|sur|el|al|ez|es|en)[ -])*{_NAME})*"
)
_OF = re.compile(r"\s(?:de|d['’]|du|des|de la|de l['’])\s*$")
# A name passed over by the pipeline must be of a place that news speaks of.
_KNOWN_SIZE = 20_000
# One that stands alone, with no word of place beside it, must be of a large one, unless
# the name itself is of several words ("Nova Kakhovka").
_DISTINCT, _LARGE, VERY_LARGE = 2_000, 100_000, 1_000_000
_NAMED = frozenset(("city", "capital", "country", "region"))
_WIDE = frozenset(("capital", "country", "sea", "area", "river", "lake"))
_WITH_ARTICLE = frozenset(("country", "region", "district", "sea", "area", "river"))
_LANDS = frozenset(("sea", "area", "river", "lake"))
_PLAIN_ARTICLES = frozenset(("le", "la", "les", "l'", "l’"))
_CAPITAL_BEFORE = re.compile(
    r"(?:\b[A-ZÀ-Ý](?!['’])[\w’'-]*\.?\s+(?:(?:de|du|of|the|von|van)\s+|d['’])?|\b(?:the|of|von|van)\s+)$"
)
_CAPITAL_AFTER = re.compile(r"\s++[A-ZÀ-Ý]|[\w-]")
_SHORT = 3


def is_noted(hit: Hit, least: int) -> bool:
    """Tell whether a place bears a name as its own and is known for its size or its kind."""
    return hit.form in OWN and (hit.place.size >= least or hit.place.kind in _WIDE)


class Missed:
    """Finds the places that the pipeline missed in one report."""

    def __init__(self, text: str, mentions: Sequence[Mention], words: PlaceWords) -> None:
        self._text = text
        self._words = words
        self._surnames = frozenset(
            part
            for mention in mentions
            if mention.schema_name == _PERSON and " " in mention.name
            for part in mention.name.split()
        )

    def find(
        self,
        within: Span,
        beside: Beside,
        here: Sequence[Mention],
        spans: Sequence[Span],
        opening: frozenset[int],
    ) -> Iterator[Span]:
        """Yield the places missed in a sentence.

        Args:
            within: The sentence.
            beside: What stands beside its names.
            here: What the pipeline named in it.
            spans: The places known in it.
            opening: Where it begins, if its first word is no proper name.
        """
        for match in _CAPITALISED.finditer(self._text, within.start, within.end):
            for span in _whole_and_last(match):
                if any(span.overlaps(known) for known in spans):
                    continue
                longer = with_noun(self._text, span, within, self._words)
                if longer != span or self._is_place(span, within, beside, here, spans, opening):
                    yield longer
                    break

    def _is_place(
        self,
        span: Span,
        within: Span,
        beside: Beside,
        here: Sequence[Mention],
        spans: Sequence[Span],
        opening: frozenset[int],
    ) -> bool:
        name = span.of(self._text)
        form, longer = form_before(self._text, span, within.start, self._words)
        find = self._words.gazetteer.exact
        hits = find(name)
        if not hits and not (longer and find(longer)):
            return False
        held = [mention for mention in here if mention.span.overlaps(span)]
        if not all(self._is_held(mention, span) for mention in held):
            return False
        if folded(name) in self._words.no_places or len(name) < _SHORT:
            return beside.is_region(span)
        if folded(without_article(name)) in self._words.seats:
            return False
        if longer and self._is_town_with_article(longer, span, within):
            return True
        for noun in (beside.noun_before(span), beside.noun_after(span)):
            # "L'aéroport de Mehrabad"; "Elabouga, ville du Tatarstan"
            plain_noun = noun and not noun.plural and (not noun.link or not noun.more)
            if (
                noun
                and plain_noun
                and any(h.form in OWN and h.place.kind in noun.kinds for h in hits)
            ):
                return True
        schemas = {mention.schema_name for mention in held}
        if self._is_distinct(name, hits, schemas) and self._stands_alone(span, True, opening):
            return True
        own = [hit.place for hit in hits if is_noted(hit, _KNOWN_SIZE)]
        if form in {"article", "within"}:
            return len(name) > _SHORT and self._takes_article(own, form, schemas)
        if not own:
            return False
        located = self._is_located(span, beside, spans)
        large = any(place.size >= _LARGE and place.kind in _NAMED for place in own)
        return (
            located
            or (form in {"bare", "en"} and _PERSON not in schemas)
            or (large and self._stands_alone(span, bool(held), opening))
        )

    def _is_located(self, span: Span, beside: Beside, spans: Sequence[Span]) -> bool:
        """Tell whether a name is set out by a known place: "(Réunion)", ", dans le Piémont"."""
        bracket = self._text[span.start - 1 : span.start] == "("
        if bracket and any(known.end + 2 >= span.start > known.end for known in spans):
            return True
        return any(beside.holds(other, span) for other in spans)

    def _is_held(self, mention: Mention, span: Span) -> bool:
        """Tell whether what the pipeline named is this name, or a body that it ends.

        "La justice de La Paz" is a common name and a place.
        """
        if trimmed(self._text, mention.span, self._words) == span:
            return True
        body = mention.span.of(self._text)
        before = self._text[mention.span.start : span.start]
        return body[0].islower() and mention.span.end == span.end and bool(_OF.search(before))

    def _is_town_with_article(self, longer: str, span: Span, within: Span) -> bool:
        """Tell "quitté Le Caire" and "au Caire" from "la Garde"."""
        article = last_word(self._text, within.start, span.start)
        if article in _PLAIN_ARTICLES:
            return False
        least = _KNOWN_SIZE if article[0].isupper() else _LARGE
        return any(is_noted(hit, least) for hit in self._words.gazetteer.exact(longer))

    def _is_distinct(self, name: str, hits: Sequence[Hit], schemas: set[str]) -> bool:
        """Tell whether a name is hardly anything but a place's.

        It has several words and no first name; or French has long known the place by it; or
        the pipeline took it for a body, and a town of some size bears it.
        """
        parts = re.split(r"[ -]", name)
        if len(parts) > 1 and folded(parts[0]) not in self._words.first_names:
            return any(hit.form in OWN and hit.place.size >= _DISTINCT for hit in hits)
        if any(hit.form == "E" for hit in hits):
            return bool(schemas)
        body = bool(schemas) and _PERSON not in schemas
        return body and any(is_noted(hit, _KNOWN_SIZE) for hit in hits)

    def _takes_article(self, own: Sequence[Place], form: PlaceForm, schemas: set[str]) -> bool:
        """Tell whether a name with an article is a land's or a river's."""
        if any(place.kind == "country" or place.kind in _LANDS for place in own):
            return True  # a person has no article
        if _PERSON in schemas:
            return False
        free = not schemas or form == "within"
        return any(
            place.kind in _WITH_ARTICLE and (free or place.size >= VERY_LARGE) for place in own
        )

    def _stands_alone(self, span: Span, held: bool, opening: frozenset[int]) -> bool:
        """Tell whether a name of a large town is not rather a person's, or part of more."""
        before = self._text[max(0, span.start - 24) : span.start]
        if _CAPITAL_BEFORE.search(before) or _CAPITAL_AFTER.match(self._text, span.end):
            return False
        if not held and span.start in opening:
            return False  # "Tours", "Nice": a common word that begins the sentence
        name = span.of(self._text)
        return folded(name) not in self._words.first_names and name not in self._surnames


def _whole_and_last(match: re.Match[str]) -> Iterator[Span]:
    """Yield the whole of some capitalised words and, of several, the last of them."""
    yield Span(match.start(), match.end())
    last = match[0].rsplit(" ", 1)[-1]
    if last != match[0]:
        yield Span(match.end() - len(last), match.end())
