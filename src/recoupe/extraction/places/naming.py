"""The words of a report that name places.

The pipeline's names of places with the words that belong to them, and those that it missed.
Points of the compass, seats of power and peoples are no places.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from recoupe.extraction.parsed import Sentence
from recoupe.extraction.places.beside import Beside
from recoupe.extraction.places.forms import (
    completed,
    names_of,
    trimmed,
    with_article,
    without_article,
)
from recoupe.extraction.places.lexicon import PlaceWords, folded
from recoupe.extraction.places.missed import VERY_LARGE, Missed, is_noted
from recoupe.extraction.spans import Spans
from recoupe.model import Mention, Span
from recoupe.model.place import PlaceMention

_PLACE = "Address"


class Namer:
    """Finds the names of places in the sentences of one report."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], words: PlaceWords, taken: Sequence[Span]
    ) -> None:
        self._text = text
        self._words = words
        self._named = sorted(mentions, key=lambda mention: mention.span)
        self._starts = [mention.span.start for mention in self._named]
        self._taken = Spans(taken)
        self._missed = Missed(text, mentions, words)

    def in_sentence(self, sentence: Sentence, number: int) -> list[PlaceMention]:
        """Return the places named in a sentence, in order, without overlap."""
        within = sentence.span
        beside = Beside(self._text, sentence, self._words)
        here = self._named[
            bisect_left(self._starts, within.start) : bisect_left(self._starts, within.end)
        ]
        opening = _opening(sentence)
        spans = [
            span
            for mention in here
            if mention.schema_name == _PLACE
            for span in self._placed(mention.span, within, beside)
            if span.start not in opening or self._is_large(span)
        ]
        # Twice: a place found may tell of one before it ("Alexandrie, dans le Piémont").
        for _ in range(2):
            taken = [*spans, *self._taken.overlapping(within)]
            missed = list(self._missed.find(within, beside, here, taken, opening))
            spans += missed
            if not missed:
                break
        return self._mentions(sorted(spans), within, beside, number)

    def _mentions(
        self, spans: Sequence[Span], within: Span, beside: Beside, number: int
    ) -> list[PlaceMention]:
        found: list[PlaceMention] = []
        for span in spans:
            if found and found[-1].span.overlaps(span):
                continue
            names = names_of(self._text, span, within.start, self._words)
            whole = with_article(self._text, span, within.start, names)
            kinds, countries = beside.told(whole, names)
            found.append(
                PlaceMention(
                    span=whole, names=names, kinds=kinds, countries=countries, sentence=number
                )
            )
        for place, (mention, other) in enumerate(pairwise(found)):
            if beside.inside(mention, other):
                found[place] = mention.model_copy(update={"inside": (other.span,)})
        return found

    def _placed(self, span: Span, within: Span, beside: Beside) -> Iterator[Span]:
        """Yield the place in a name of the pipeline's: none if it is a direction or a seat."""
        words = self._words
        span = trimmed(self._text, span, words)
        name = span.of(self._text)
        bare = without_article(name)
        if bare.islower():
            return  # "amour" is no river
        if folded(name) in words.no_places or folded(bare) in words.seats:
            if beside.is_region(span):
                yield span
            return
        first = re.split(r"[\s’']", bare)[0]
        if not words.gazetteer.find(name) and (
            folded(first) in words.directions  # "Est du pays"
            or folded(name) in words.classes  # "Etat"
            or words.countries_of(name)  # "Grecs"
        ):
            return
        yield completed(self._text, span, within, words)

    def _is_large(self, span: Span) -> bool:
        hits = self._words.gazetteer.find(span.of(self._text))
        return any(is_noted(hit, VERY_LARGE) for hit in hits)


def _opening(sentence: Sentence) -> frozenset[int]:
    """Return where a sentence begins, if its first word is none of the proper names.

    "Fier", "Force": a capital there tells nothing, and a small town bears many a word.
    """
    first = next((token for token in sentence.words if token.text.isalpha()), None)
    if first is None or first.pos_ == "PROPN":
        return frozenset()
    return frozenset((sentence.offset + first.idx,))
