"""A document's text once parsed: sentences whose tokens know their place in the document.

Paragraphs are parsed one by one, so a token's offset in its spaCy ``Doc`` is not
its offset in the document; :class:`Sentence` is the one place that converts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import spacy.tokens

from recoupe.model import Span

# Where a parsed paragraph keeps its sentences in lower case.
_LOWERED = "recoupe_lowered"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a report.

    Attributes:
        tokens: The sentence as spaCy parsed it.
        offset: Offset in the document's text of the parsed paragraph's first character.
        paragraph: Number of its paragraph in the document, from 0.
        words: The tokens, made once.
    """

    tokens: spacy.tokens.Span
    offset: int
    paragraph: int
    words: tuple[spacy.tokens.Token, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # spaCy makes its tokens anew each time they are walked; the finders walk them often.
        object.__setattr__(self, "words", tuple(self.tokens))

    @property
    def span(self) -> Span:
        """The sentence's span in the document."""
        return Span(self.offset + self.tokens.start_char, self.offset + self.tokens.end_char)

    @property
    def text(self) -> str:
        """The sentence's words."""
        return self.tokens.text

    @property
    def lowered(self) -> str:
        """The words in lower case with straight apostrophes, made once: many finders ask."""
        known: dict[int, str] = self.tokens.doc.user_data.setdefault(_LOWERED, {})
        place = self.tokens.start
        if place not in known:
            known[place] = self.tokens.text.lower().replace("’", "'")
        return known[place]

    def span_of(self, tokens: Iterable[spacy.tokens.Token]) -> Span:
        """Return the smallest span of the document that holds all ``tokens``."""
        starts, ends = [], []
        for token in tokens:
            starts.append(token.idx)
            ends.append(token.idx + len(token))
        return Span(self.offset + min(starts), self.offset + max(ends))
