"""Units that may be typed: names, words that head a phrase, times, figures; and where they end."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.evaluation.popcorn import clues
from recoupe.evaluation.popcorn.reading import Read, Word
from recoupe.extraction.tokens import Token
from recoupe.model import Mention, Span

NOTHING = "-"
_QUOTED = re.compile(r"[«\"“]\s?([^«»\"“”]{2,60}?)\s?[»\"”]")
_HEADS = frozenset(("NOUN", "PROPN", "PRON", "VERB", "ADJ", "NUM", "ADV", "DET", "X", "AUX"))
_QUOTED_WORDS = 8
_REACH = 7


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that may name something.

    Attributes:
        spans: The spans that they may have, by the form of what is joined to the head.
        head: The word that the others hang on.
        clues: What speaks for their type.
        name: They are a name.
        whole: They were read as one, a time or a measure: any part of them may be annotated.
    """

    spans: dict[str, Span]
    head: Word
    clues: tuple[str, ...]
    name: Mention | None = None
    whole: bool = False

    @property
    def core(self) -> Span:
        """The span without what may be joined to it."""
        return self.spans["bare"]


def units_of(held: Read) -> list[Unit]:
    """Return the units of a report, in order; no word heads two."""
    by_start = {w.span.start: w for w in held.words}
    names = list(_names(held))
    found: list[Unit] = []
    taken: list[Span] = []
    for mention in names:
        words = [w for w in held.words if mention.span.overlaps(w.span)]
        if words and not any(mention.span.overlaps(t) for t in taken):
            taken.append(mention.span)
            told = clues.of_name(words, mention, held)
            found.append(Unit({"bare": mention.span}, words[0], told, mention))
    covered = {w.span for span in taken for w in held.words if span.overlaps(w.span)}
    for word in held.words:
        if word.span not in covered and word.token.pos_ in _HEADS:
            spans = dict(_spans(word, by_start, covered))
            found.append(Unit(spans, word, clues.of_word(word, held)))
    return sorted(found, key=lambda u: u.core)


def _names(held: Read) -> Iterator[Mention]:
    # What stands in quotation marks with a capital is a name in full: "Une mère, une idole".
    for match in _QUOTED.finditer(held.text):
        words = match.group(1)
        if words[0].isupper() and len(words.split()) <= _QUOTED_WORDS:
            span = Span(*match.span(1))
            inside = next((m for m in held.mentions if m.span.overlaps(span)), None)
            schema = inside.schema_name if inside is not None else "Quoted"
            yield Mention(span=span, schema_name=schema, name=words)
    yield from held.mentions


def _spans(word: Word, by_start: dict[int, Word], covered: set[Span]) -> Iterator[tuple[str, Span]]:
    """Yield the spans that a phrase may have by what stands next to its head."""
    yield "bare", word.span
    token, sentence = word.token, word.sentence

    def span(first: Token, last: Token) -> Span:
        return sentence.span_of((first, last))

    right: list[Token] = list(token.doc[token.i + 1 : min(token.past, token.i + _REACH)])
    if token.i > token.first and token.nbor(-1).pos_ in {"ADJ", "NOUN", "AUX", "ADP", "PRON"}:
        yield f"{token.nbor(-1).pos_} before", span(token.nbor(-1), token)
    path: list[str] = []
    for following in right:
        if following.pos_ in {"PUNCT", "CCONJ", "SCONJ", "AUX", "SPACE"}:
            break
        path.append(following.pos_)
        if following.pos_ not in {"ADP", "DET"}:
            yield " ".join(path), span(token, following)


def label(unit: Unit, marked: Sequence[tuple[Span, str]]) -> tuple[str, str]:
    """Return the annotated type of a unit and which of its spans is the annotated one.

    A phrase is that of its head: the word in it that hangs on none of its others.
    """
    exact = dict(marked)
    for form, span in unit.spans.items():
        if form == "bare" and span in exact:
            return exact[span], form
    for form, span in unit.spans.items():
        if span in exact and (unit.whole or _heads(unit, span)):
            return exact[span], form
    for span, kind in marked:
        if unit.name is not None and span.overlaps(unit.core):
            return kind, "bare"
        if span.covers(unit.core) and _heads(unit, span):
            return kind, "bare"
    return NOTHING, "bare"


def _heads(unit: Unit, span: Span) -> bool:
    token = unit.head.token
    start = unit.head.sentence.offset + token.head.idx
    return token.head is token or not (span.start <= start < span.end)
