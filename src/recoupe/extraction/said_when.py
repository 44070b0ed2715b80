"""Which times in a sentence tell when something was said: "a déclaré mardi", "Mardi, X a dit".

A time elsewhere in the sentence belongs to something else: "X, arrêté le 24 février, a dit P",
"Y, selon qui P, avait quitté le port en mai".
"""

from collections.abc import Iterable

from recoupe.extraction import grammar
from recoupe.extraction.attribution import Attribution
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Span

# The most tokens, stops aside, between a word of saying and a time that stands beside it.
_BESIDE = 3
_NOT_BESIDE = {"VERB", "AUX", "SCONJ", "CCONJ"}


def said_when(
    attribution: Attribution,
    times: Iterable[Span],
    others: Iterable[Attribution],
    saying: Saying,
) -> frozenset[Span]:
    """Return those times that tell when an attribution's content was said.

    Args:
        attribution: Who says what.
        times: Spans of times in the document.
        others: All attributions of the report; a time in another content is that content's,
            unless the word of saying stands there as well.
        saying: The words of saying of the report's language.

    Returns:
        Times that hang on the word of saying, or stand beside it, in its sentence.
    """
    cue = attribution.cue
    home = _home(attribution)
    if cue is None or home is None:
        return frozenset()
    inside = [t for t in times if home.span.covers(t) and not attribution.content.overlaps(t)]
    if not inside:
        return frozenset()
    foreign = [
        a.content
        for a in others
        if a is not attribution
        and a.sentence.paragraph == home.paragraph
        and not a.content.covers(cue)
    ]
    return frozenset(
        t
        for t in inside
        if not any(content.covers(t) for content in foreign)
        and not _in_relative(t, cue, home, saying)
        and (_hangs(t, attribution.cue_token, home, saying) or _beside(t, cue, home, saying))
    )


def _home(attribution: Attribution) -> Sentence | None:
    """Return the sentence of the word of saying."""
    cue = attribution.cue
    source = attribution.source
    for sentence in (attribution.sentence, source.sentence if source is not None else None):
        if cue is not None and sentence is not None and sentence.span.covers(cue):
            return sentence
    return None


def _words(span: Span, sentence: Sentence) -> list[Token]:
    low, high = span.start - sentence.offset, span.end - sentence.offset
    return [t for t in sentence.words if t.idx < high and t.idx + len(t.text) > low]


def _hangs(time: Span, verb: Token | None, sentence: Sentence, saying: Saying) -> bool:
    """Tell whether a time depends on the verb of saying itself, or on the document that says it.

    "A indiqué mardi", "a écrit dans une lettre publiée mardi"; not "après la panne de mardi".
    """
    if verb is None or verb.first != sentence.start:
        return False
    group = {t.i for t in grammar.verb_group(verb)}
    words = _words(time, sentence)
    inside = {t.i for t in words}
    for token in words:
        head = token.head
        if head.i in inside:
            continue
        while head.i not in group and head.head is not head and _passes(head, saying):
            head = head.head
        return head.i in group
    return False


def _in_relative(time: Span, cue: Span, sentence: Sentence, saying: Saying) -> bool:
    """Tell "a déclaré X, qui dirigeait le port il y a dix ans": a relative clause parts the two."""
    if time.start < cue.end:
        return False
    return any(
        saying.is_one(t, "relative") or grammar.has(t, "PronType", "Rel")
        for t in _words(Span(cue.end, time.start), sentence)
    )


def _passes(head: Token, saying: Saying) -> bool:
    """Tell a document, or the participle that describes one, from what has a time of its own."""
    noun = head.head if grammar.is_verb(head) and head.dep_ == "acl" else head
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in saying.documents


def _beside(time: Span, cue: Span, sentence: Sentence, saying: Saying) -> bool:
    """Tell whether nothing but a few light words part a time from the word of saying."""
    gap = Span(time.end, cue.start) if time.end <= cue.start else Span(cue.end, time.start)
    if gap.start > gap.end:
        return False
    between = [t for t in _words(gap, sentence) if not t.is_space]
    opening = bool(sentence.words) and sentence.offset + sentence.words[0].idx >= time.start
    if any(t.text == "," for t in between) and not opening:
        return False
    between = [t for t in between if not t.is_punct]
    return len(between) <= _BESIDE and not any(
        t.pos_ in _NOT_BESIDE or saying.is_one(t, "relating") for t in between
    )
