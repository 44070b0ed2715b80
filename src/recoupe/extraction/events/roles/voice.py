"""In which voice and form a verb tells: active, passive, reflexive; an infinitive."""

from dataclasses import dataclass

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.tokens import Token

_NEAR = 4
# What a participle without an auxiliary may be to its noun, or to a clause that it opens.
_DESCRIBING = frozenset(
    ("acl", "acl:relcl", "amod", "ROOT", "conj", "advcl", "appos", "xcomp", "parataxis", "obl:mod")
)
_BETWEEN = frozenset(("PRON", "AUX", "ADV", "PART"))


@dataclass(frozen=True, slots=True)
class Voice:
    """How a verb stands to its subject.

    Attributes:
        passive: What its subject undergoes: "est livré", "des drones livrés".
        reflexive: It has "se" before it.
    """

    passive: bool
    reflexive: bool


def voice_of(verb: Token, joining: Joining) -> Voice:
    """Return the voice of a verb, or of a participle that describes a noun."""
    reflexive = is_reflexive(verb, joining)
    passive = not reflexive and (grammar.is_passive(verb) or describes(verb))
    return Voice(passive, reflexive)


def _shares_auxiliary(verb: Token) -> bool:
    """Tell "a livré des chars et formé des équipages", both active."""
    first = verb.head
    return (
        grammar.is_verb(first)
        and not grammar.is_passive(first)
        and any(a.lemma_ == "avoir" for a in grammar.auxiliaries(first))
    )


def is_reflexive(verb: Token, joining: Joining) -> bool:
    """Tell whether "se" stands before a verb or its auxiliary."""
    first = grammar.verb_group(verb)[0]
    for i in range(verb.i - 1, max(verb.first, first.i - _NEAR) - 1, -1):
        word = verb.doc[i]
        if word.lower_ in joining.reflexive:
            return word.head is verb or word.head in grammar.auxiliaries(verb) or i >= first.i - 2
        if word.pos_ not in _BETWEEN:
            return False
    return False


def describes(verb: Token) -> bool:
    """Tell a past participle without an auxiliary: "des drones livrés", ", accusé de"."""
    if grammar.auxiliaries(verb) or grammar.has(verb, "Tense", "Pres"):
        return False
    if verb.lower_.endswith("ant") or verb.lower_.endswith("ants"):
        return False
    if verb.dep_ == "conj" and _shares_auxiliary(verb):
        return False
    if {"nsubj", "obj"} <= {c.dep_ for c in verb.children}:
        # "Chaque famille recevra 1 200 euros", whatever the tagger takes the verb for.
        return False
    participle = grammar.has(verb, "VerbForm", "Part") or verb.pos_ == "ADJ"
    return participle and verb.dep_ in _DESCRIBING


def is_infinitive(verb: Token) -> bool:
    """Tell an infinitive, simple or compound."""
    return any(grammar.has(t, "VerbForm", "Inf") for t in (verb, *grammar.auxiliaries(verb)))
