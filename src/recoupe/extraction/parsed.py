"""A document's text once parsed: sentences whose tokens know their place in the document.

Paragraphs are parsed one by one, so a token's offset in its paragraph is not its
offset in the document; :class:`Sentence` is the one place that converts.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc

from recoupe.extraction.lifting import Lifted
from recoupe.extraction.tokens import Paragraph, Token
from recoupe.model import Span


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A name as the pipeline found it.

    Attributes:
        words: Its tokens.
        label: What it names, in the pipeline's labels.
    """

    words: tuple[Token, ...]
    label: str


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence of a report.

    Attributes:
        doc: The words of its paragraph.
        start: Place in the paragraph of its first token.
        end: Place just past its last one.
        offset: Offset in the document's text of the paragraph's first character.
        paragraph: Number of its paragraph in the document, from 0.
        names: The names in it.
        words: Its tokens.
        root: The token that all others depend on.
    """

    doc: Paragraph
    start: int
    end: int
    offset: int
    paragraph: int
    names: tuple[Name, ...] = ()
    words: tuple[Token, ...] = field(init=False, repr=False)
    root: Token = field(init=False, repr=False)

    def __post_init__(self) -> None:
        words = self.doc[self.start : self.end]
        object.__setattr__(self, "words", words)
        object.__setattr__(self, "root", next((w for w in words if w.head is w), words[0]))

    @cached_property
    def span(self) -> Span:
        """The sentence's span in the document."""
        return self.span_of((self.words[0], self.words[-1]))

    @property
    def text(self) -> str:
        """The sentence's words."""
        last = self.words[-1]
        return self.doc.text[self.words[0].idx : last.idx + len(last.text)]

    @cached_property
    def lowered(self) -> str:
        """The words in lower case with straight apostrophes, made once: many finders ask."""
        return self.text.lower().replace("’", "'")

    @cached_property
    def forms(self) -> frozenset[str]:
        """The words' forms in lower case: a finder whose words are not among them has no work."""
        return frozenset([word.lower_ for word in self.words])

    @cached_property
    def tags(self) -> frozenset[str]:
        """The words' parts of speech, for finders that have no work without one of them."""
        return frozenset([word.pos_ for word in self.words])

    def span_of(self, tokens: Iterable[Token]) -> Span:
        """Return the smallest span of the document that holds all ``tokens``."""
        held = tokens if isinstance(tokens, list | tuple) else list(tokens)
        first = last = held[0]
        low = high = first.i
        for token in held:
            if token.i < low:
                first, low = token, token.i
            elif token.i > high:
                last, high = token, token.i
        return Span(self.offset + first.idx, self.offset + last.idx + len(last.text))


def sentences_of(
    doc: Doc, offset: int, paragraph: int, lifted: Lifted | None = None
) -> Iterator[Sentence]:
    """Yield the sentences of a parsed paragraph.

    Args:
        doc: The paragraph as spaCy parsed it.
        offset: Offset in the document's text of its first character.
        paragraph: Its number in the document, from 0.
        lifted: What was lifted out of it before it was parsed, if anything was.
    """
    words = Paragraph.of(doc)
    if lifted is not None and lifted.places:
        words.text = lifted.whole
        for word in words:
            word.idx += lifted.before(word.idx)
    first = 0
    while first < len(words):
        past = words[first].past
        yield Sentence(words, first, past, offset, paragraph, _names_in(words[first:past]))
        first = past


def _names_in(words: tuple[Token, ...]) -> tuple[Name, ...]:
    """Return the names that begin and end in a sentence."""
    names: list[Name] = []
    for start, word in enumerate(words):
        if word.ent_iob_ != "B" or not word.ent_type_:
            continue
        end = start + 1
        while end < len(words) and words[end].ent_iob_ == "I":
            end += 1
        last = words[end - 1]
        if last.i + 1 < len(word.doc) and word.doc[last.i + 1].ent_iob_ == "I":
            continue  # a name over the end of a sentence is none
        names.append(Name(words[start:end], word.ent_type_))
    return tuple(names)
