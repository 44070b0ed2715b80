"""What the finders of attributions hand on: one record, before names are resolved."""

from dataclasses import dataclass, field, replace

from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality, Quotation, Reason, Span

Content = tuple[list[Token], Token | None, Factuality | None]
"""The tokens of a content, its main token, and its value where its form decides it."""


@dataclass(frozen=True, slots=True)
class SourceWords:
    """The words that name a source.

    Attributes:
        span: Where they stand in the document.
        head: The syntactic head of the phrase; None when there is no parse of it.
        sentence: The sentence they stand in.
    """

    span: Span
    head: Token | None
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: who, the word of saying, what.

    Attributes:
        content: Span of the proposition.
        sentence: The sentence in which its main verb stands.
        root: The token at the head of the content, from which factuality is read.
        cue: Span of the word of saying; None where punctuation alone attributes.
        source: The words that name the source; None when it must be looked for
            elsewhere in the report.
        value: What the cue makes the source commit to for the content.
        negated: The same where the cue is negated.
        cue_token: The verb or noun of the cue, for its own negation and tense.
        denies: Whether the cue denies the content.
        quotation: Direct, indirect or mixed.
        reasons: Which patterns spoke.
        further: Sources behind the nearest one, from within the same sentence.
    """

    content: Span
    sentence: Sentence
    root: Token | None
    cue: Span | None
    source: SourceWords | None
    value: Factuality = Factuality.CERTAIN
    negated: Factuality = Factuality.UNDERSPECIFIED
    cue_token: Token | None = None
    denies: bool = False
    quotation: Quotation = "indirect"
    reasons: tuple[Reason, ...] = ()
    further: tuple[SourceWords, ...] = field(default=())

    def with_source(self, source: SourceWords, reason: Reason) -> "Attribution":
        """Return the attribution with its source filled in and the reason added."""
        return replace(self, source=source, reasons=(*self.reasons, reason))
