"""Forms of words: without case, in the masculine, for one or several."""

import unicodedata
from functools import cache, lru_cache

from recoupe.extraction.attribution import grammar
from recoupe.extraction.tokens import Token

# Feminine endings of nouns for people, and the masculine ones that lexicons list.
_FEMININE = (
    ("trice", "teur"),
    ("euse", "eur"),
    ("ienne", "ien"),
    ("enne", "en"),
    ("onne", "on"),
    ("ère", "er"),
    ("eure", "eur"),
    ("esse", "e"),
    ("ive", "if"),
    ("e", ""),
)


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return a word without case and with one kind of apostrophe."""
    return word.casefold().replace("’", "'")


@lru_cache(maxsize=1 << 14)
def told_apart_by(word: str) -> str:
    """Return a word as it tells one office from another.

    Folded, and without an accent on its first letter, which papers leave out on capitals
    ("le ministre de l'Education", "de l'Éducation").
    """
    folded = fold(word)
    return unicodedata.normalize("NFD", folded[:1])[:1] + folded[1:]


def is_plural(head: Token) -> bool:
    """Tell whether a noun stands for several, by its own number or its determiner's."""
    if any(grammar.has(c, "Number", "Plur") for c in head.children if c.dep_ in {"det", "nummod"}):
        return True
    if grammar.feature(head, "Number"):
        return grammar.has(head, "Number", "Plur")
    return head.lower_.endswith("s") and not head.lemma_.endswith("s")


@cache
def masculine(noun: str) -> tuple[str, ...]:
    """Return what a feminine noun for people may be in the masculine, the likeliest first."""
    return tuple(
        noun[: len(noun) - len(ending)] + put
        for ending, put in _FEMININE
        if noun.endswith(ending) and len(noun) > len(ending) + 2
    )
