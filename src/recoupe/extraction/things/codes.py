"""Codes of the Harmonised System that a text gives, and the goods they are of."""

import re
from collections.abc import Iterator

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

    Goods are the noun nearest before the code, else the first behind it.
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
    before = [w for w in sentence.words if sentence.offset + w.idx < start]
    behind = [w for w in sentence.words if sentence.offset + w.idx >= end]
    for word in (*reversed(before), *behind):
        if namer.kind(word) is not None and word.pos_ == "NOUN":
            return namer.thing(word, sentence)
    return None
