"""The value of a marking: a date, a number or quoted words close behind a word of marking."""

import re
from calendar import monthrange
from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.things.lexicon import EvidenceWords
from recoupe.extraction.things.names import closed
from recoupe.extraction.tokens import Token
from recoupe.model import Span, TimeValue
from recoupe.model.thing import Marking, MarkingKind

_OPENING = {"«": "»", "“": "”", '"': '"'}
_NUMBER = re.compile(r"(?:n[°o]\s*+)?(?=[\w./-]*\d)[A-Za-z0-9][\w./-]{2,}")
_NEAR = 9
"""Words that may stand between a word of marking and its value."""
_LONGEST = 80
"""Characters that an inscription may have."""
_FIGURES = re.compile(r"(0?[1-9]|1[0-2])[-/.]((?:19|20)\d\d)")
"""A month and a year as they stand on parts: "02/2022"."""


class Values:
    """Reads the values of markings in one report.

    Args:
        text: The document's stored text.
        times: Its expressions of time, in order.
        words: The language's words about things.
    """

    def __init__(self, text: str, times: Sequence[TimeValue], words: EvidenceWords) -> None:
        self._text = text
        self._times = {time.span.start: time for time in times}
        self._words = words

    def date(
        self,
        word: Token,
        kind: MarkingKind,
        sentence: Sentence,
        *,
        making: bool = False,
        opener: Token | None = None,
    ) -> Marking | None:
        """Return the date close behind a word.

        Args:
            word: Behind which it stands.
            kind: Of the marking.
            sentence: Where it stands.
            making: Whether the word tells of making, so that place and maker may come between.
            opener: Where the marking's words begin; ``word`` by default.
        """
        words = self._words
        for other in word.doc[word.i + 1 : min(word.past, word.i + 1 + _NEAR)]:
            low = other.lower_.replace("’", "'")
            time = self._times.get(sentence.offset + other.idx)
            if time is not None:
                if not (time.earliest and time.latest and time.value) or time.basis != "stated":
                    return None
                start = sentence.span_of([opener or word]).start
                return Marking(
                    kind=kind,
                    span=Span(start, closed(self._text, time.span.end)),
                    value=time.value,
                    earliest=time.earliest,
                    latest=time.latest,
                )
            if words.noun(other, words.not_made):
                return None
            if other.text in _OPENING or low in words.between:
                if (figures := self._figures(other, kind, opener or word, sentence)) is not None:
                    return figures
                continue
            if words.noun(other, words.mark_dates | words.made | words.mark_words):
                continue
            if words.verb(other) in words.dating and not grammar.is_finite(other):
                # "une étiquette datée de mars 2022"
                continue
            # "fabriqué en Iran en 2021", "fabriqués par la société X en 2021"
            placed = making and other.pos_ in {"PROPN", "ADP", "NOUN", "ADJ", "DET"}
            if not placed or low in words.before | words.after:
                return self._figures(other, kind, opener or word, sentence)
        return None

    def _figures(
        self, word: Token, kind: MarkingKind, opener: Token, sentence: Sentence
    ) -> Marking | None:
        """Take "02/2022", which no expression of time tells from a fraction."""
        at = sentence.offset + word.idx + (word.text in _OPENING)
        match = _FIGURES.match(self._text, at + (self._text[at : at + 1].isspace()))
        if match is None or kind == "made" or self._text[match.end() : match.end() + 1].isalnum():
            return None
        month, year = int(match.group(1)), int(match.group(2))
        last = monthrange(year, month)[1]
        return Marking(
            kind=kind,
            span=Span(sentence.span_of([opener]).start, closed(self._text, match.end())),
            value=f"{year}-{month:02d}",
            earliest=f"{year}-{month:02d}-01",
            latest=f"{year}-{month:02d}-{last:02d}",
        )

    def quoted(self, opener: Token, place: int, sentence: Sentence) -> Marking | None:
        """Take what stands between quotation marks close behind."""
        for word in opener.doc[place : min(opener.past, place + 5)]:
            if word.text in _OPENING:
                start = sentence.offset + word.idx + 1
                end = self._text.find(_OPENING[word.text], start, start + _LONGEST)
                if end < 0:
                    return None
                shown = " ".join(self._text[start:end].split())
                first = sentence.span_of([opener]).start
                return (
                    Marking(kind="words", span=Span(first, end + 1), value=shown) if shown else None
                )
            known = self._words.between | {":"}
            if word.lower_ not in known and not self._words.is_mark(word) and word.pos_ != "ADJ":
                return None
        return None

    def number(
        self, opener: Token, place: int, sentence: Sentence, *, shortest: int = 3
    ) -> Marking | None:
        """Return the number that stands close behind a place of the paragraph.

        Args:
            opener: Where the marking's words begin.
            place: From which word on to look.
            sentence: Where it stands.
            shortest: Characters that it must have.
        """
        for word in opener.doc[place : min(opener.past, place + 6)]:
            start = sentence.offset + word.idx
            match = _NUMBER.match(self._text, start)
            if match is not None and start not in self._times:
                shown = match.group().rstrip(".-/")
                if len(shown) < shortest:
                    return None
                span = Span(sentence.span_of([opener]).start, start + len(shown))
                return Marking(kind="number", span=span, value=shown)
            passed = word.lower_ in self._words.between or word.text in {",", ":", "("}
            if not passed and not self._words.is_mark(word) and self._words.kind(word) is None:
                return None
        return None
