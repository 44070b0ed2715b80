"""Whether two descriptions of people without a name may be of one person.

"Un haut fonctionnaire du ministère sélène de la Marine" and "un responsable de la Marine" may be;
"un député" and "un sénateur" are two, whatever both are of. What tells of whom they are must be
the same, or told by one of them only.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from recoupe.compare.texts import fold, plain
from recoupe.language.pack import codes, get_pack
from recoupe.linking.sides.offices import OfficeWords, office_words

_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True)
class _Described:
    """A description taken apart.

    Attributes:
        noun: Its noun, folded and in the singular.
        circles: Circles of people that it may be anybody of.
        within: All circles that its noun belongs to.
        of: Stems of what else it tells.
    """

    noun: str
    circles: frozenset[str]
    within: frozenset[str]
    of: frozenset[str]


def one_is_former(one: str, other: str, language: str) -> bool:
    """Tell whether one of two descriptions is of somebody who no longer is what it says."""
    words = _people(language).former
    # "Ex-ouvrier": the hyphen parts what no longer is.
    said = (set(re.split(r"\W+", fold(name))) for name in (one, other))
    return len({words.isdisjoint(tokens) for tokens in said}) > 1


def may_be_alike(one: str, other: str, language: str) -> bool:
    """Tell whether two descriptions that differ in their noun may be of one person.

    Args:
        one: A description, as its report has it.
        other: Another.
        language: ISO 639-1 code of both.
    """
    people, words = _people(language), office_words(language)
    left, right = people.read(one, words), people.read(other, words)
    if left is None or right is None or left.noun == right.noun:
        return False
    shared = (left.circles & right.within) | (right.circles & left.within)
    if not shared or not (left.of <= right.of or right.of <= left.of):
        return False
    return bool(left.of and right.of) or not shared <= people.vague


class _People:
    """The words of one language for people without a name."""

    def __init__(self, language: str) -> None:
        known = language in codes()
        lists = get_pack(language).words("offices") if known else {}
        circles = get_pack(language).words("sources").get("circles", {}) if known else {}
        self.former = frozenset(map(plain, lists.get("former", ())))
        self.vague = frozenset(lists.get("vague", ()))
        self._source = frozenset(map(plain, lists.get("source", ())))
        self._of_source = {plain(w): c for w, c in lists.get("source_circles", {}).items()}
        self._left_out = frozenset(
            plain(word) for name in ("rank_words", "determiners") for word in lists.get(name, ())
        )
        self._anybody = _turned(lists.get("anybody", {}))
        self._within = _turned(circles)

    def read(self, description: str, words: OfficeWords) -> _Described | None:
        """Take a description apart, None where it has no noun."""
        tokens = [fold(token) for token in _TOKEN.findall(description)]
        numerals, stop = words.vocabulary.numerals, words.vocabulary.stop
        told = [
            t for t in tokens if t not in self._left_out and t not in stop and t not in numerals
        ]
        if not told:
            return None
        noun, rest = self._singular(told[0]), told[1:]
        anybody, within = self._anybody.get(noun, frozenset()), self._within.get(noun, frozenset())
        if noun in self._source:
            for word in rest:
                if circle := self._of_source.get(word) or self._of_source.get(
                    word.removesuffix("s")
                ):
                    rest.remove(word)
                    anybody = within = frozenset({circle})
                    break
        return _Described(noun, anybody, anybody | within, frozenset(words.called(" ".join(rest))))

    def _singular(self, word: str) -> str:
        bare = word.removesuffix("s")
        known = self._anybody.keys() | self._within.keys()
        return bare if bare in known or bare in self._source else word


def _turned(circles: dict[str, Collection[str]]) -> dict[str, frozenset[str]]:
    """Return the circles of each noun."""
    pairs = [(plain(noun), circle) for circle, nouns in circles.items() for noun in nouns]
    return {noun: frozenset(c for n, c in pairs if n == noun) for noun, _ in pairs}


@cache
def _people(language: str) -> _People:
    return _People(language)
