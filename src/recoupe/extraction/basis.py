"""What a source says that it rests on: a document, an image, a witness, a service."""

import re
from functools import cache
from typing import get_args

from recoupe.language import Pack
from recoupe.model import Basis, BasisKind, Span


@cache
def _patterns(pack: Pack) -> tuple[tuple[BasisKind, re.Pattern[str]], ...]:
    words = pack.words("basis")
    return tuple(
        (kind, re.compile("|".join(words[kind]), re.IGNORECASE))
        for kind in get_args(BasisKind)
        if kind in words
    )


def find_basis(text: str, sentence: Span, content: Span, pack: Pack) -> Basis | None:
    """Return what the statement is said to rest on, or None where the text is silent.

    Args:
        text: The document's stored text.
        sentence: The sentence around the statement.
        content: The statement's content; words inside it are what is claimed,
            words around it tell what the claim rests on.
        pack: The pack of the language.
    """
    best: Basis | None = None
    for kind, pattern in _patterns(pack):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            span = Span(match.start(), match.end())
            if content.overlaps(span):
                continue
            if best is None or span.start < best.span.start:
                best = Basis(kind=kind, span=span)
    return best
