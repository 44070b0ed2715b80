"""Phrases behind a verb that the parse hangs on a verb or noun beside it: the nearest has them."""

from recoupe.extraction.attribution import grammar
from recoupe.extraction.tokens import Token

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"))
_OF = frozenset(("de", "d'", "d’", "du", "des"))


def lost_to(verb: Token) -> int:
    """Return the place from which phrases belong to a verb joined to it: "..., puis livrés à"."""
    for other in verb.children:
        if other.dep_ == "conj" and other.i > verb.i and grammar.is_verb(other):
            # "achète et revend à": without anything between them they share what follows.
            between = verb.doc[verb.i + 1 : other.i]
            if any(t.head is verb and t.pos_ in NOMINAL for t in between):
                return other.i
    return verb.past


def gained_by(verb: Token) -> list[Token]:
    """Return the phrases behind a verb that the parse hangs on what it describes or is joined to.

    "des drones achetés à l'Iran", "construits à Brno, expédiés par mer, de Gdańsk à Tema".
    """
    above = verb.head
    if verb.dep_ in {"acl", "amod"}:
        kinds: tuple[str, ...] = ("nmod",)
    elif verb.dep_ == "conj" and grammar.is_verb(above):
        kinds = ("obl",)
    else:
        return []
    following = [c for c in above.children if c.i > verb.i]
    until = min((c.i for c in following if grammar.is_verb(c)), default=verb.past)
    return [
        c
        for c in following
        if c.i < until
        and c.dep_.startswith(kinds)
        and not any(k.dep_ == "case" and k.lower_ in _OF for k in c.children if verb.dep_ != "conj")
    ]
