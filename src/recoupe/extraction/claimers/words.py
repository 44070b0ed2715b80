"""Forms of words: without case, as they tell offices apart, for one or several."""

import unicodedata
from functools import lru_cache

from recoupe.extraction import grammar
from recoupe.extraction.tokens import Token


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
