"""Which words of a language say one thing, and which say the opposite."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from recoupe.compare.texts import plain, words

_Phrase = tuple[str, ...]
_MARK = "="
"""Behind the word that stands for a group: the stem of another word may read the same."""


@dataclass(frozen=True)
class Synonyms:
    """What stands for what, folded; the first word of a group, marked, stands for all of it.

    A word that is no form of one in a group is not taken for it though a stemmer cuts both to
    one stem: "père" and "périr", "communiqué" and "commune", "porter" and "port".

    Attributes:
        forms: A form of a word to the word that stands for all which say the same.
        phrases: First word of a phrase to the phrases that begin with it, the longest first,
            each with the word that stands for it; with nothing if it is grammar ("à partir").
        opposites: Word that stands for others to the one that stands for their opposite.
        states: Names and adjectives of states, each with the word that stands for the state.
    """

    forms: Mapping[str, str]
    phrases: Mapping[str, tuple[tuple[_Phrase, str], ...]]
    opposites: Mapping[str, str]
    states: Mapping[_Phrase, str] = field(default_factory=dict)

    def of(self, word: str, stem: str) -> str:
        """Return what stands for a word: its stem where it is in no group."""
        return self.forms.get(word, stem)

    def phrase_at(self, folded: Sequence[str], place: int) -> tuple[int, str] | None:
        """Return how many words the phrase at a place has, and what stands for it."""
        for phrase, head in self.phrases.get(folded[place], ()):
            if tuple(folded[place : place + len(phrase)]) == phrase:
                return len(phrase), head
        return None


NONE = Synonyms({}, {}, {})


def synonyms(lists: Mapping[str, Any], states: Iterable[Sequence[str]] = ()) -> Synonyms:
    """Read the lists of a language.

    Args:
        lists: ``groups`` of words that say one thing, ``endings`` that they take by that of
            their dictionary form, ``homographs`` that look like such a form and mostly are of
            another word, ``idle`` phrases that say nothing, and ``opposites`` in pairs of lists.
        states: For each state the forms of its adjective, and its names. They are one in names
            alone ("les douanes chypriotes", "les douanes de Chypre"): as terms they would join
            whatever is told of a state.
    """
    of_state = {words(name).folded: plain(names[0]) for names in states for name in names}
    endings = {plain(key): [plain(e) for e in found] for key, found in lists["endings"].items()}
    homographs = frozenset(map(plain, lists["homographs"]))
    groups = [(plain(group[0]) + _MARK, group) for group in lists["groups"]]
    listed = {plain(word): head for head, group in groups for word in group if _is_word(word)}
    opposites: dict[str, str] = {}
    for said, against in lists["opposites"]:
        first, second = (
            listed.get(plain(side[0]), plain(side[0]) + _MARK) for side in (said, against)
        )
        opposites[second] = first
        groups += [(first, said), (second, against)]
    forms = dict(listed)
    phrases: dict[str, list[tuple[_Phrase, str]]] = defaultdict(list)
    for phrase in lists["idle"]:
        folded = words(phrase).folded
        phrases[folded[0]].append((folded, ""))
    # What is listed comes before what only follows from an ending; a form that two groups share
    # belongs to the first.
    for head, group in groups:
        for word in group:
            folded = words(word).folded
            if len(folded) > 1:
                phrases[folded[0]].append((folded, head))
                continue
            for form in _forms(folded[0], endings):
                if form not in homographs:
                    forms.setdefault(form, head)
    ordered = {first: tuple(sorted(held, key=_longest)) for first, held in phrases.items()}
    return Synonyms(forms, ordered, opposites, of_state)


def _longest(entry: tuple[_Phrase, str]) -> tuple[int, _Phrase]:
    return -len(entry[0]), entry[0]


def _forms(word: str, endings: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the forms that a dictionary form takes."""
    key = max((key for key in endings if word.endswith(key)), key=len)
    base = word[: len(word) - len(key)]
    return [word, *(base + ending for ending in endings[key])]


def _is_word(entry: str) -> bool:
    return len(words(entry).folded) == 1
