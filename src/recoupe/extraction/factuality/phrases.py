"""Fixed phrases of the lexicon, compiled so that most are passed over at a glance.

A phrase's pattern is compiled when a text first holds its longest word: there are near a thousand,
and a report holds a few.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from operator import itemgetter

from recoupe.model import Factuality

_WORD = re.compile(r"[\w-]+")
_CLITICS = (
    "ne|pas|plus|jamais|rien|tout|bien|mieux|se|s'|y|en|le|la|les|l'|lui|leur|nous|vous|me|m'"
)
_INFINITIVE = rf"(?:(?:{_CLITICS}) *)*(\w+(?:er|ir|re|oir))\b"
# Endings that are elided or contracted with what follows.
_ENDINGS = (
    ("de ~", rf"(?:de +|d' *){_INFINITIVE}"),
    ("~", _INFINITIVE),
    (" de", r"(?: +de\b| +du\b| +des\b| +d')"),
    (" que", r" +(?:que\b|qu')"),
    (" si", r" +(?:si\b|s'ils?\b)"),
)


@dataclass(frozen=True, slots=True)
class Met:
    """A phrase met in a text: where, its value, and the last word of what it governs."""

    start: int
    end: int
    value: Factuality
    infinitive: str


class Phrases:
    """Phrases with a value each, in order of precedence.

    Args:
        phrases: As the lexicon writes them, each with its value.
        within: Adverbs of which one may stand between the words of a phrase.
    """

    def __init__(
        self, phrases: Iterable[tuple[str, Factuality]], within: Sequence[str] = ()
    ) -> None:
        gap = " +"
        if within:
            gap = rf"(?:,? +(?:{'|'.join(map(re.escape, within))}),?)? +"
        self._gap = gap
        self._by_word: dict[str, list[tuple[int, str, Factuality]]] = {}
        for order, (written, value) in enumerate(phrases):
            for phrase in _variants(written.replace("’", "'")):
                key = max(_WORD.findall(phrase.rstrip("~")), key=len)
                self._by_word.setdefault(key, []).append((order, phrase, value))
        self._keys = frozenset(self._by_word)

    def may_hold(self, words: frozenset[str]) -> bool:
        """Tell whether any phrase could be met in a text of these words."""
        return not self._keys.isdisjoint(words)

    def find(self, text: str, words: frozenset[str]) -> Iterator[Met]:
        """Yield the phrases in a lower-case text, by precedence.

        Args:
            text: With plain apostrophes.
            words: Its words, as :func:`words_of` returns them.
        """
        known = self._keys & words
        if not known:
            return
        candidates = [c for word in known for c in self._by_word[word]]
        candidates.sort(key=itemgetter(0))
        for _, phrase, value in candidates:
            pattern = _pattern(phrase, self._gap)
            match = pattern.search(text)
            if match is not None:
                last = _WORD.findall(match.group())[-1] if pattern.groups else ""
                yield Met(match.start(), match.end(), value, last)


def words_of(text: str) -> frozenset[str]:
    """Return the words by which phrases are looked up."""
    return frozenset(_WORD.findall(text))


def _variants(phrase: str) -> Iterator[str]:
    pieces = re.split(r"\((\w+)\)", phrase)
    for choice in product((True, False), repeat=len(pieces) // 2):
        kept = [piece for i, piece in enumerate(pieces) if i % 2 == 0 or choice[i // 2]]
        yield "".join(kept)


@cache
def _pattern(phrase: str, gap: str) -> re.Pattern[str]:
    def plain(words: str) -> str:
        return re.escape(words).replace("\\ ", gap)

    if phrase.endswith("à ~"):
        # The accent is easily left out: "prête a vendre".
        stem = plain(phrase.removesuffix("à ~"))
        return re.compile(rf"(?<!\w){stem}[àa] +(?:[àa] +)?{_INFINITIVE}")
    for ending, pattern in _ENDINGS:
        if phrase.endswith(ending):
            return re.compile(rf"(?<!\w){plain(phrase.removesuffix(ending))}{pattern}")
    return re.compile(rf"(?<!\w){plain(phrase)}(?!\w)")
