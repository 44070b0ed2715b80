"""Names that any paper writes, and the words that tell what a name names; read once."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from spacy.tokens import Token

from recoupe.language.packs.fr.grammar import lexicon

_SEPARATOR = " | "
# Letters from which a word in capitals may be an ordinary name in a headline in capitals.
_SHOUTED = 4


class Named(NamedTuple):
    """A name: its first word, the word behind its last, and the pipeline's label."""

    start: int
    end: int
    label: str


class Known:
    """The lexicons ``names.yml``, ``known_places.yml`` and ``firstnames.yml``.

    Attributes:
        contracted: Places without their article, that "du" and "au" hold: "Caire".
        before: Label by the noun right before a name.
        ships_or_firms: Nouns for ships that are also said of firms: "le pétrolier X".
        trades: Nouns for what a firm does, or now and then somebody: "l'armateur X".
        before_of: Label by the noun before "de" and a name.
        held: Nouns before "de" or "chez" and a name that is no person's: "la filiale de X".
        heads: Label by the word that a name begins with.
        tails: Label by the word that it ends with.
        seated: Nouns of bodies that are named by where they sit.
        ministries: Nouns of bodies that are named by what they are charged with.
        around: Words before a place: "au large de X".
        apart: Words that stand between two names and within none.
        apart_of_places: Words that stand within no place's name.
        no_names: Capitals that name nothing.
        first_names: First names that are hardly anything else.
    """

    def __init__(
        self, names: Mapping[str, Any], places: Mapping[str, Any], given: Mapping[str, str]
    ) -> None:
        self._runs: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for label, text in [*names["known"].items(), ("LOC", places["places"])]:
            for name in " ".join(text.split()).split(_SEPARATOR):
                self._add(tuple(_words(name)), label)
        for runs in self._runs.values():
            # The longest first; of two alike the one that is listed by hand.
            runs.sort(key=lambda run: -len(run[0]))
        articles = ("Le ", "Les ")
        self.contracted = frozenset(
            name.partition(" ")[2]
            for name in " ".join(places["places"].split()).split(_SEPARATOR)
            if name.startswith(articles)
        )
        self.before = _by_word(names["nouns_before"])
        self.ships_or_firms = frozenset(names["ships_or_firms"])
        self.trades = frozenset(names["trades"])
        self.before |= dict.fromkeys(self.trades, "ORG")
        self.before_of = _by_word(names["nouns_before_de"])
        self.held = frozenset(names["nouns_of_firms"])
        self.heads = _by_word(names["heads"])
        self.tails = _by_word(names["tails"])
        self.seated = frozenset(names["bodies_of_places"])
        self.ministries = frozenset(names["ministries"])
        self.apart = frozenset(names["apart"])
        self.apart_of_places = frozenset(names["apart_of_places"])
        self.no_names = frozenset(names["no_names"])
        self.around = frozenset(names["around"])
        self.first_names = frozenset(name for listed in given.values() for name in listed.split())

    def _add(self, words: tuple[str, ...], label: str) -> None:
        self._runs.setdefault(words[0], []).append((words, label))
        only = words[0]
        if len(words) == 1 and len(only) >= _SHOUTED and only != only.capitalize():
            # "Onu", "Tiktok": papers differ on capitals.
            self._runs.setdefault(only.capitalize(), []).append(((only.capitalize(),), label))

    def at(self, text: Sequence[str], start: int) -> Named | None:
        """Return the known name that begins at a word of a text, the longest there is."""
        first = text[start].replace("’", "'")
        if not (first[:1].isupper() or first[:1].isdigit()):
            return None
        shouted = len(first) >= _SHOUTED and first.isupper()
        for written in (first, first.capitalize()) if shouted else (first,):
            for words, label in self._runs.get(written, ()):
                end = start + len(words)
                if end <= len(text) and all(
                    _same(text[start + at], word, shouted) for at, word in enumerate(words)
                ):
                    return Named(start, end, label)
        return None


def _words(name: str) -> Iterator[str]:
    """Yield the words of a listed name as the tokenizer parts them."""
    for piece in name.split():
        head, mark, rest = piece.partition("'")
        if mark and rest and len(head) == 1:
            yield head + mark
            yield rest
        else:
            yield piece


def _same(token: str, word: str, shouted: bool) -> bool:
    token = token.replace("’", "'")
    return token == word or (shouted and token == word.upper())


def _by_word(listed: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {word: label for label, words in listed.items() for word in words}


def lower(token: Token) -> str:
    """Return a word in small letters, its apostrophe straight."""
    return token.lower_.replace("’", "'")


@cache
def known() -> Known:
    """Return the lexicons."""
    return Known(*map(lexicon, ("names", "known_places", "firstnames")))
