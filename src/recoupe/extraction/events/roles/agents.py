"""Who acts where the subject does not: "livré par la Russie", "s'est vu livrer"."""

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.roles.voice import is_infinitive
from recoupe.extraction.tokens import Token

_NAMED = frozenset(("NOUN", "PROPN"))


def given_to(verb: Token, joining: Joining) -> bool:
    """Tell "s'est vu livrer", whose subject is whom something is done to or given to."""
    if not is_infinitive(verb):
        return False
    above = verb.head if verb.dep_ in {"xcomp", "ccomp"} else None
    seeing = next((c for c in verb.children if c.dep_ == "aux:caus"), above)
    return (
        seeing is not None
        and seeing.lemma_.lower() in joining.dative
        and any(t.lower_ in joining.reflexive for t in (*verb.children, *seeing.children))
    )


def agent_of(verb: Token, joining: Joining) -> Token | None:
    """Return who acts in a passive; "par le biais de" names nobody who does."""
    agent = grammar.agent(verb)
    return None if agent is not None and agent.lower_ in joining.inner else agent


def agent_behind(objects: list[Token], joining: Joining) -> Token | None:
    """Return who acts where the parse hangs "par" on the object."""
    for thing in objects:
        for child in thing.children:
            if child.dep_ == "nmod" and joining.preposition(child) == "par":
                return child
    return None


def agent_beyond(verb: Token, joining: Joining) -> Token | None:
    """Return who acts where the parse hangs "par" on whom it was bought from: "à X par Y"."""
    for child in verb.children:
        if child.i > verb.i and child.dep_.startswith("obl") and child.pos_ in _NAMED:
            for inner in child.children:
                if inner.dep_ == "nmod" and inner.i > child.i and _is_by(inner, joining):
                    return inner
    return None


def _is_by(token: Token, joining: Joining) -> bool:
    return token.lower_ not in joining.inner and joining.preposition(token) == "par"
