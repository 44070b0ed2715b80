"""What a figure of a statement counts, and how the two are shown together."""

from functools import lru_cache

from recoupe.compare.texts import words
from recoupe.linking.terms.vocabulary import vocabulary
from recoupe.model import Document, Quantity

_BETWEEN = 12
"""Signs at most between a figure and what it counts ("de ", "autres "), shown as it stands."""


def counted_stems(quantity: Quantity, document: Document) -> frozenset[str]:
    """Return the stems of the words for what is counted; none where the text does not say."""
    if quantity.of is None:
        return frozenset()
    return _stems(quantity.of.of(document.text), document.language)


def counted_thing(quantity: Quantity, document: Document) -> tuple[str, str] | None:
    """Return the term of what is counted, which words that say the same share, and its word.

    The word as written, its accents with it.

    The first word of matter is the head in French and, where it stands alone, in English.
    """
    if quantity.of is None:
        return None
    return _term(quantity.of.of(document.text), document.language)


# Figures of a case count the same few things, and each is asked for several times.
@lru_cache(maxsize=4096)
def _stems(counted: str, language: str) -> frozenset[str]:
    return frozenset(vocabulary(language).content(words(counted).folded))


@lru_cache(maxsize=4096)
def _term(counted: str, language: str) -> tuple[str, str] | None:
    held = words(counted)
    for term, _, place in vocabulary(language).told_in(held.folded):
        return term, counted[held.starts[place] : held.ends[place]].casefold()
    return None


def with_counted(quantity: Quantity, text: str) -> str:
    """Return the words of a figure with what it counts, and with what stands between them."""
    counted = quantity.of
    if counted is None or quantity.span.covers(counted):
        shown = quantity.span.of(text)
    elif 0 <= counted.start - quantity.span.end <= _BETWEEN:
        shown = text[quantity.span.start : counted.end]
    else:
        shown = f"{quantity.span.of(text)} {counted.of(text)}"
    return " ".join(shown.split())
