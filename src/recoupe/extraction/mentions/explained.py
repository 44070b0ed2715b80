"""Names that the report abbreviates in brackets: "la Centrale des licences techniques (CLT)".

Whether the pipeline saw the name or not, its initials say where it begins: the method of Schwartz
and Hearst ("A simple algorithm for identifying abbreviation definitions in biomedical text", 2003),
by initials alone.
"""

import re
from collections.abc import Sequence

from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.words import fold
from recoupe.extraction.mentions.seen import ORGANISATION, PUBLIC_BODY
from recoupe.extraction.parsed import Sentence
from recoupe.model import Span

_BRACKET = re.compile(r"\s?\(([A-ZÀ-Ý][A-ZÀ-Ýa-zà-ÿ]{1,8})\)")
_WORD = re.compile(r"[\w-]+['’]?")
_FEWEST, _LONGEST = 3, 110


def with_explained(
    text: str, sentences: Sequence[Sentence], found: list[tuple[Span, str]], lexicon: Lexicon
) -> list[tuple[Span, str]]:
    """Return the names with those added or made whole that an abbreviation behind them spells.

    Args:
        text: The document's stored text.
        sentences: Its parsed sentences.
        found: Its names with their schemas, in order.
        lexicon: Words for who can be meant.
    """
    result = found
    for sentence in sentences:
        if "(" not in sentence.lowered:
            continue
        for bracket in _BRACKET.finditer(text, sentence.span.start, sentence.span.end):
            name = _spelt_out(text, bracket, sentence.span.start, lexicon)
            if name is None or any(span.covers(name) for span, _ in result):
                continue
            inside = [schema for span, schema in result if span.overlaps(name)]
            result = [(span, schema) for span, schema in result if not span.overlaps(name)]
            result.append((name, PUBLIC_BODY if PUBLIC_BODY in inside else ORGANISATION))
    return result if result is found else sorted(result)


def _spelt_out(text: str, bracket: re.Match[str], start: int, lexicon: Lexicon) -> Span | None:
    """Return the words before a bracket whose initials spell it, the first with a capital."""
    short = bracket.group(1)
    capitals = [c.casefold() for c in short if c.isupper()]
    letters = capitals if len(capitals) > 1 else list(short.casefold())
    if len(letters) < _FEWEST:
        return None
    words = list(_WORD.finditer(text, max(start, bracket.start() - _LONGEST), bracket.start()))
    at = len(words) - 1
    for letter in reversed(letters):
        while at >= 0 and not _begins(words[at].group(), letter):
            # Between two letters only small words stand.
            if fold(words[at].group()) not in lexicon.joints:
                return None
            at -= 1
        if at < 0:
            return None
        at -= 1
    first = words[at + 1]
    between = text[first.start() : bracket.start()]
    if not first.group()[0].isupper() or any(mark in between for mark in ",;:.«»("):
        return None
    return Span(first.start(), bracket.start())


def _begins(word: str, letter: str) -> bool:
    return word[0].casefold() == letter
