"""Capitals, seats of power and adjectives, and the state that speaks through them.

A capital is a place until it acts: it is asked for here only where it is a
source. Where the words speak for several ("Bruxelles") all are returned.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.words import fold, is_plural
from recoupe.extraction.tokens import Token
from recoupe.language import Pack

# Families of bodies that speak for their state.
_OF_STATES = frozenset(("government", "ministry", "state", "army"))


@dataclass(frozen=True, slots=True)
class States:
    """The states that words can stand for.

    Attributes:
        capitals: Folded name of a capital to its states' names.
        seats: Folded name of a seat of power to its state's name.
        names: Folded name of a state to the name that the lexicon gives it.
        adjectives: Form of an adjective to its states' names.
        articled: Folded names that begin with an article: "la havane".
        article: Pattern of the article that a name may begin with.
    """

    capitals: Mapping[str, tuple[str, ...]]
    seats: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]
    adjectives: Mapping[str, tuple[str, ...]]
    articled: frozenset[str]
    article: re.Pattern[str]

    def of_name(self, name: str) -> tuple[str, tuple[str, ...]] | None:
        """Return by which rule a name speaks for a state, and for which.

        Args:
            name: As written, with or without its article.

        Returns:
            ``capital-for-state`` or ``seat-for-state`` with the states, or None.
        """
        bare = _bare(name, self.article)
        if bare in self.names:
            return None
        if bare in self.capitals:
            return "capital-for-state", self.capitals[bare]
        return ("seat-for-state", self.seats[bare]) if bare in self.seats else None

    def is_state(self, name: str) -> bool:
        """Tell whether a name is a state's, or a capital's that can speak for one."""
        bare = _bare(name, self.article)
        return bare in self.names or bare in self.capitals

    def of_adjective(self, word: str) -> tuple[str, ...]:
        """Return the states that an adjective, or a people ("les Américains"), is of."""
        return self.adjectives.get(fold(word), ())


def states_spoken_for(head: Token, lexicon: Lexicon, states: States) -> tuple[str, ...]:
    """Return the states that a noun phrase without a name speaks for: "les autorités iraniennes".

    Args:
        head: Its noun.
        lexicon: Words for who can be meant.
        states: The table of states.

    Returns:
        Nothing for "un touriste américain", who speaks for himself.
    """
    families = lexicon.families.get(lexicon.noun(head), frozenset())
    people = bool(states.of_adjective(head.text)) and is_plural(head)
    if not people and families.isdisjoint(_OF_STATES):
        return ()
    for token in (head, *head.children):
        found = states.of_adjective(token.text)
        if found and (token is not head or token.text[0].isupper()):
            return found
    return ()


@cache
def load_states(pack: Pack) -> States:
    """Return the pack's table of states, compiled once."""
    words = pack.words("states")
    article = re.compile("|".join(_opening(form) for form in words["articles"]), re.IGNORECASE)
    capitals: dict[str, tuple[str, ...]] = {}
    seats: dict[str, tuple[str, ...]] = {}
    names: dict[str, str] = {}
    adjectives: dict[str, tuple[str, ...]] = {}

    def add(table: dict[str, tuple[str, ...]], name: str, state: str) -> None:
        key = _bare(name, article)
        if state not in table.get(key, ()):
            table[key] = (*table.get(key, ()), state)

    for entry in words["states"].values():
        state = entry["name"]
        for name in (state, *entry.get("with", [])):
            names[_bare(name, article)] = state
        for name in entry.get("seats", []):
            add(seats, name, state)
        if "capital" in entry:
            add(capitals, entry["capital"], state)
        for name in entry.get("shared", []):
            add(capitals, name, words["shared"].get(name, state))
        adjective = entry["adjective"]
        for form in (*(adjective + ending for ending in words["endings"]), *entry.get("forms", [])):
            add(adjectives, form, state)
    articled = {
        fold(entry["capital"])
        for entry in words["states"].values()
        if article.match(entry.get("capital", ""))
    }
    return States(capitals, seats, names, adjectives, frozenset(articled), article)


def _opening(article: str) -> str:
    """Return the pattern of an article at the head of a name; no blank need follow one elided."""
    if article.endswith("'"):
        return rf"^{article[:-1]}['’]\s*"
    return rf"^{article}\s+"


def _bare(name: str, article: re.Pattern[str]) -> str:
    return fold(article.sub("", name.strip()))
