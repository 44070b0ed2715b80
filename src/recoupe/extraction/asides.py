"""Events told in passing: which words around one say it, where no statement holds it.

"La société, accusée d'avoir livré des drones, a déclaré que ...": what is attributed is
what stands behind "que", and the report itself tells of the accusation beside it. Such a
clause is a statement of the report's own.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from recoupe.extraction import grammar
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Event, Span

_CLAUSES = frozenset(("acl", "acl:relcl", "advcl", "parataxis"))
# Shorter clauses than this, in tokens, say nothing by themselves.
_SHORTEST = 3
_EDGES = frozenset((",", ";", ":", "(", ")", "«", "»", '"', "“", "”", "–", "—", "-", "."))


def clauses_aside(
    events: Iterable[Event], sentences: Sequence[Sentence], taken: Sequence[Span]
) -> Iterator[tuple[Span, Token, Sentence]]:
    """Yield the clauses that tell of events outside all statements, each once.

    Args:
        events: The events that no statement holds.
        sentences: The report's sentences, in order.
        taken: Spans of what is said by somebody, with the words of saying.

    Yields:
        The clause's span, its main word, and its sentence.
    """
    starts = [sentence.span.start for sentence in sentences]
    seen: set[Span] = set()
    for event in events:
        sentence = sentences[bisect_right(starts, event.trigger.start) - 1]
        word = _word_at(event.trigger, sentence)
        clause = _clause_of(word) if word is not None else None
        if clause is None or _only_describes(clause, word) or _is_by_author(clause):
            continue
        span = _span_of(clause, sentence, taken)
        if span is not None and span.covers(event.trigger) and span not in seen:
            seen.add(span)
            yield span, clause, sentence


def _word_at(trigger: Span, sentence: Sentence) -> Token | None:
    start = trigger.start - sentence.offset
    return next((w for w in sentence.words if w.idx == start), None)


def _clause_of(word: Token) -> Token | None:
    """Return the main word of the clause beside the main one that a word stands in."""
    while word.head is not word:
        if word.dep_ in _CLAUSES and (grammar.is_verb(word) or word.pos_ == "ADJ"):
            return word
        word = word.head
    return None


def _only_describes(clause: Token, word: Token | None) -> bool:
    """Tell "des responsables informés de l'accord": somebody who knows of an event."""
    participle = grammar.has(clause, "VerbForm", "Part") and not grammar.auxiliaries(clause)
    named = word is not None and word.pos_ == "NOUN"
    return named and participle and clause.dep_ == "acl"


def _is_by_author(clause: Token) -> bool:
    """Tell "que nous avons rencontrés", how the report came by what it says."""
    relative = clause.dep_ in {"acl", "acl:relcl"}
    return relative and any(
        t.dep_.startswith("nsubj") and grammar.has(t, "Person", "1") for t in clause.children
    )


def _span_of(clause: Token, sentence: Sentence, taken: Sequence[Span]) -> Span | None:
    """Return the run of words around a clause's main word that nobody else says."""
    inside = {t.i for t in clause.subtree}
    near = [s for s in taken if s.overlaps(sentence.span)]
    said = {
        t.i
        for s in near
        for t in sentence.words
        if s.start < sentence.offset + t.idx + len(t) and sentence.offset + t.idx < s.end
    }
    if clause.i in said:
        return None
    low = high = clause.i
    while low - 1 in inside and low - 1 not in said:
        low -= 1
    while high + 1 in inside and high + 1 not in said:
        high += 1
    words = list(clause.doc[low : high + 1])
    while words and (words[0].text in _EDGES or words[0].pos_ == "CCONJ"):
        words.pop(0)
    while words and (words[-1].text in _EDGES or words[-1].is_space):
        words.pop()
    return sentence.span_of(words) if len(words) >= _SHORTEST else None
