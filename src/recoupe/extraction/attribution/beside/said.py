"""What was said just before: in the sentence before, or before a mark within a sentence."""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.attribution.found import Attribution
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Span

SHORTEST = 3
"""Tokens of the shortest clause that can be answered."""
Said = tuple[Sentence, Span]
"""What is answered, and the sentence that it stands in."""


def said_before(stop: Token, sentence: Sentence, found: Sequence[Attribution]) -> Said | None:
    """Return what somebody is said to have said before a mark, else all that stands before it."""
    words = [t for t in sentence.words if t.i < stop.i and not t.is_space]
    content = grammar.stripped(words)
    if len(content) < SHORTEST:
        return None
    whole = sentence.span_of(content)
    told = [a.content for a in found if _told_to(a) == whole.end and whole.covers(a.content)]
    return sentence, max(told, key=lambda s: s.end - s.start) if told else whole


def _told_to(attribution: Attribution) -> int:
    """Return where what is said ends, with words of saying behind it: « P », a dit X."""
    source = attribution.source
    behind = [attribution.cue] if attribution.cue is not None else []
    if source is not None and source.sentence is attribution.sentence:
        behind.append(source.span)
    return max(span.end for span in (attribution.content, *behind))


def said_in(sentence: Sentence, found: Sequence[Attribution]) -> Said | None:
    """Return what a sentence says somebody said, else all of it; None for what asks.

    Of what goes on for several sentences within quotation marks, all of it, at its end.
    """
    content = grammar.stripped([t for t in sentence.words if not t.is_space])
    if len(content) < SHORTEST or sentence.text.rstrip(' »”"').endswith("?"):
        return None
    if not any(grammar.has(t, "VerbForm", "Fin") for t in content):
        return None
    span = sentence.span
    told = [a for a in found if a.content.overlaps(span)]
    for spoken in told:
        if spoken.quotation == "direct" and not span.covers(spoken.content):
            ends = spoken.sentence is not sentence and spoken.content.end <= span.end
            return (spoken.sentence, spoken.content) if ends else None
    told = [a for a in told if a.sentence is sentence]
    return sentence, told[-1].content if told else sentence.span_of(content)
