"""Codes of the Harmonised System that a text gives, and the goods they are of."""

import re
from collections.abc import Iterator

from recoupe.extraction.events.roles.objects import SUBJECTS
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.things.lexicon import EvidenceWords
from recoupe.extraction.things.naming import Draft, Namer
from recoupe.model import Span
from recoupe.model.thing import GoodsCode

_ONE = re.compile(r"\d{4}(?:[.\s]?\d{2}){0,3}(?!\d)")
_HEADING = 6
_LAST_CHAPTER, _RESERVED = 97, 77
"""Chapters of the nomenclature run from 1 to 97; one is kept for later use."""


def read_codes(
    text: str, sentence: Sentence, namer: Namer, words: EvidenceWords
) -> Iterator[tuple[Draft, GoodsCode]]:
    """Yield the codes of a sentence, each with the goods that it is of.

    Goods are what the words of the code hang on, else the thing nearest before it.
    """
    span = sentence.span
    for match in words.codes.finditer(text, span.start, span.end):
        codes = [
            GoodsCode(span=Span(*one.span()), value=re.sub(r"\D", "", one.group()))
            for one in _ONE.finditer(text, *match.span("codes"))
        ]
        # "HS 5000" alone may be anything; six digits are a code.
        shortest = 4 if match.group("told") else _HEADING
        if not all(_is_code(code.value) and len(code.value) >= shortest for code in codes):
            continue
        goods = _goods(sentence, match.start(), match.end(), namer)
        if goods is not None:
            yield from ((goods, code) for code in codes)


def _is_code(digits: str) -> bool:
    chapter = int(digits[:2])
    return 0 < chapter <= _LAST_CHAPTER and chapter != _RESERVED


def _goods(sentence: Sentence, start: int, end: int, namer: Namer) -> Draft | None:
    within = [w for w in sentence.words if start <= sentence.offset + w.idx < end]
    before = [w for w in sentence.words if sentence.offset + w.idx < start]
    if within:
        # What the words of the code hang on; through its verb, what that is said of.
        head = within[0].head
        while head in within and head.head is not head:
            head = head.head
        if head.pos_ in {"VERB", "AUX", "ADJ"}:
            head = next((c for c in head.children if c.dep_ in SUBJECTS), head)
            if head.pos_ != "NOUN" and head.dep_ == "acl":
                head = head.head
        while head.dep_ == "nmod" and not any(c.dep_ == "det" for c in head.children):
            # "roulements à billes" are no balls.
            if head.head.pos_ != "NOUN":
                break
            head = head.head
        if head.pos_ == "NOUN" and head not in within:
            return namer.thing(head, sentence, "thing")
    for word in reversed(before):
        if namer.kind(word) is not None and word.pos_ == "NOUN":
            return namer.thing(word, sentence)
    return None
