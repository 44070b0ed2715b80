"""The report's sentences and quotations with look-up by place in the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from recoupe.extraction.parsed import Sentence
from recoupe.extraction.quotations import Quoted
from recoupe.extraction.tokens import Token
from recoupe.model import Span

_place = attrgetter("idx")


def _end(token: Token) -> int:
    return token.idx + len(token.text)


class Passage:
    """A report as the finders of direct speech see it.

    Args:
        text: The document's stored text.
        sentences: Its parsed sentences, in order.
        quotations: Its quotations, in order.
    """

    def __init__(
        self, text: str, sentences: Sequence[Sentence], quotations: Sequence[Quoted]
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.quotations = quotations
        self._starts = [s.span.start for s in sentences]
        self._quoted_starts = [q.outer.start for q in quotations]

    def sentence_at(self, place: int) -> Sentence | None:
        """Return the sentence that holds a character, or None."""
        number = bisect_right(self._starts, place) - 1
        if number < 0 or place >= self.sentences[number].span.end:
            return None
        return self.sentences[number]

    def sentence_from(self, place: int) -> Sentence | None:
        """Return the sentence that holds a character, or the next one."""
        number = bisect_right(self._starts, place) - 1
        if number >= 0 and place < self.sentences[number].span.end:
            return self.sentences[number]
        return self.sentences[number + 1] if number + 1 < len(self.sentences) else None

    def before(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence before, or None."""
        number = bisect_right(self._starts, sentence.span.start) - 2
        return self.sentences[number] if number >= 0 else None

    def within(self, span: Span) -> list[Sentence]:
        """Return the sentences that share a character with a span, in order."""
        number = max(bisect_right(self._starts, span.start) - 1, 0)
        found = []
        while number < len(self.sentences) and self._starts[number] < span.end:
            if self.sentences[number].span.overlaps(span):
                found.append(self.sentences[number])
            number += 1
        return found

    def is_quoted(self, span: Span) -> bool:
        """Tell whether a span lies in a quotation."""
        number = bisect_right(self._quoted_starts, span.start) - 1
        return number >= 0 and self.quotations[number].outer.covers(span)

    def is_alone(self, quoted: Quoted) -> bool:
        """Tell whether a quotation has its paragraph to itself."""
        text, (start, end) = self.text, quoted.outer
        before = text[max(0, start - 3) : start].rstrip(" \t\u00a0")
        behind = text[end : end + 3].lstrip(" \t\u00a0.")
        return (not before or before.endswith("\n")) and (not behind or behind.startswith("\n"))

    def joined_to(self, quoted: Quoted, following: Sequence[Token]) -> Quoted | None:
        """Return the next quotation where only "mais", "et" or a comma parts the two.

        Args:
            quoted: A quotation.
            following: The tokens behind it in its sentence.
        """
        number = bisect_right(self._quoted_starts, quoted.outer.start)
        if number >= len(self.quotations) or not following:
            return None
        other = self.quotations[number]
        sentence = self.sentence_at(other.outer.start)
        if sentence is None or self.sentence_at(quoted.outer.end - 1) is not sentence:
            return None
        between = tokens_in(Span(quoted.outer.end, other.outer.start), sentence)
        joins = any(t.pos_ == "CCONJ" for t in between)
        return other if joins and all(t.is_punct or t.pos_ == "CCONJ" for t in between) else None


def tokens_in(span: Span, sentence: Sentence) -> list[Token]:
    """Return the sentence's tokens that lie wholly within a span, without blanks."""
    low, high = span.start - sentence.offset, span.end - sentence.offset
    words = sentence.words
    first, past = bisect_left(words, low, key=_place), bisect_right(words, high, key=_end)
    return [token for token in words[first:past] if not token.is_space]
