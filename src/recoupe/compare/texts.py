"""Words of a text, folded so that spelling does not hide that they are the same.

Folding drops case, accents, ligatures, hyphens and apostrophes. A figure is
one word however its thousands are set apart: ``1 160``, ``1.160`` and ``1160``
fold alike.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from recoupe.model import Span

_GROUPED = r"(?<![\d.,])\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?"
# Small raised figures and fractions in one sign ("m²", "½") are neither words nor figures.
_SIGNS = "²³¹¼-¾\u2070-\u2079\u2080-\u2089\u2150-\u218b\u2460-\u249b"
# Words come first, since most are.
_WORD = re.compile(rf"[^\W\d_{_SIGNS}]+|{_GROUPED}|\d+(?:[.,]\d+)?")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})
# Without its accent "né" is a word of negation: it goes with "née", in whatever case it stands.
_KEPT = {"né": "nee"}
_THOUSANDS = re.compile(r"[ .\u00a0\u202f](?=\d{3}(?!\d))")
_SHORT = 200
"""The words of a shorter text are found anew each time."""
# A stop ends a sentence before a capital, an opening quotation mark or a new line;
# some pages lose the space after it.
_SENTENCE_END = re.compile(
    r"[.!?…]+(?:\s?»|[”\"])?"
    r"(?:\s+(?=[«“\"—–-]?\s*[A-ZÀ-Ý\d])|(?=[A-ZÀ-Ý][a-zà-ÿ’'])|\s*$)"
    r"|\n+"
)


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words of a text and where each stands, in code points of the whole text."""

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.folded)

    def within(self, span: Span) -> tuple[int, int] | None:
        """Return the first word inside a span and the one past the last; None if it cuts a word."""
        first, last = bisect_left(self.starts, span.start), bisect_right(self.ends, span.end)
        cut = (first and self.ends[first - 1] > span.start) or (
            last < len(self.starts) and self.starts[last] < span.end
        )
        return None if cut else (first, max(first, last))


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """Return one word or figure without case, accents, ligatures and thousands marks."""
    if word[0].isdigit():
        return _THOUSANDS.sub("", word).replace(",", ".")
    return _KEPT.get(word.casefold()) or plain(word)


def plain(text: str) -> str:
    """Return a text without case, accents and ligatures; offsets are not kept."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return "".join(c for c in apart if not unicodedata.combining(c))


def words(text: str, spans: Iterable[Span] | None = None) -> Words:
    """Return the words of a text, or of some spans of it, in order.

    Args:
        text: The whole text.
        spans: Parts to read, in code points of ``text``; all of it when None.
    """
    if spans is None:
        return _of_all(text) if len(text) > _SHORT else _of_short(text)
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    every = _of_all(text) if len(text) > _SHORT else None
    for span in spans:
        if every and (held := every.within(span)):
            folded += every.folded[slice(*held)]
            starts += every.starts[slice(*held)]
            ends += every.ends[slice(*held)]
            continue
        for match in _WORD.finditer(text, span.start, span.end):
            folded.append(fold(match.group()))
            starts.append(match.start())
            ends.append(match.end())
    return Words(tuple(folded), tuple(starts), tuple(ends))


# What walks over a report asks for the words of its parts one after the other, and linking walks
# over all of them several times: the words of a few hundred reports are kept, some 15 megabytes.
@lru_cache(maxsize=512)
def _of_all(text: str) -> Words:
    return _read(text)


# Names, which come back and would put whole reports out of the few that are kept.
@lru_cache(maxsize=1 << 14)
def _of_short(text: str) -> Words:
    return _read(text)


def _read(text: str) -> Words:
    found = list(_WORD.finditer(text))
    return Words(
        tuple([fold(match[0]) for match in found]),
        tuple([match.start() for match in found]),
        tuple([match.end() for match in found]),
    )


def sentences(text: str, span: Span) -> list[Span]:
    """Cut a span at its sentence ends, by punctuation alone; blank pieces are left out."""
    found: list[Span] = []
    start = span.start
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        found.append(Span(start, match.end()))
        start = match.end()
    found.append(Span(start, span.end))
    return [trimmed for piece in found if (trimmed := trim(text, piece)).start < trimmed.end]


def trim(text: str, span: Span) -> Span:
    """Return the span without blanks at its ends."""
    piece = span.of(text)
    left = len(piece) - len(piece.lstrip())
    return Span(span.start + left, max(span.start + left, span.start + len(piece.rstrip())))


def weighted_overlap(
    one: Iterable[str], other: Iterable[str], weights: Mapping[str, float]
) -> tuple[float, float, frozenset[str]]:
    """Compare two bags of words as sets, each word by its weight.

    Args:
        one: Words of the first text, after stop words are dropped.
        other: Words of the second.
        weights: Weight of each word (inverse document frequency, Spärck Jones
            1972); a word without one counts 1.

    Returns:
        Dice coefficient (0 to 1), containment of the lighter text in the
        heavier one (0 to 1), and the shared words.
    """
    left, right = frozenset(one), frozenset(other)
    shared = left & right
    dice, inside = overlap(weigh(left, weights), weigh(right, weights), weigh(shared, weights))
    return dice, inside, shared


def weigh(bag: Iterable[str], weights: Mapping[str, float]) -> float:
    """Return the weight of a bag of words; a word without one counts 1."""
    # In sorted order: floating-point sums differ by the order of their terms.
    return sum([weights.get(word, 1.0) for word in sorted(bag)])


def overlap(one: float, other: float, shared: float) -> tuple[float, float]:
    """Return how far two bags of words are the same, from their weights and that of both.

    Returns:
        Dice coefficient (0 to 1), and containment of the lighter one in the heavier (0 to 1).
    """
    if not one or not other:
        return 0.0, 0.0
    return 2 * shared / (one + other), shared / min(one, other)
