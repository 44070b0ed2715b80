"""What stands around a noun that tells of an event, and around the verb that carries it."""

from recoupe.extraction.attribution import grammar
from recoupe.extraction.events.arguments import (
    SUBJECTS,
    Arguments,
    beyond_of,
    is_infinitive,
    join,
)
from recoupe.extraction.events.control import doer
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.voice import voice_of
from recoupe.extraction.tokens import Token


def of_noun(noun: Token, joining: Joining) -> Arguments:
    """Return what takes part in what a noun tells."""
    found = Arguments(noun)
    for child in noun.children:
        if child.dep_ == "det" and grammar.has(child, "Poss", "Yes"):
            found.possessive = child
        elif child.dep_ in {"amod", "acl"} and child.pos_ in {"ADJ", "VERB", "NOUN", "PROPN"}:
            found.adjectives.append(child)
        if child.i > noun.i:
            join(child, joining, found, 0)
    for _, token in list(found.joined):
        beyond_of(token, joining, found, 1)
    if found.possessive is not None and noun.dep_ == "obj" and grammar.is_verb(noun.head):
        # "a annoncé son intention de", "mène son attaque": whose, is told by the verb.
        own = doer(noun.head, joining)
        if own is not None and own is not noun:
            found.owner = own
    carrier = carrier_of(noun, joining)
    if carrier is not None:
        _carried(noun, carrier, joining, found)
    found.infinitive = next(
        (
            c
            for c in noun.children
            if c.i > noun.i and c.dep_ in {"acl", "xcomp"} and is_infinitive(c)
        ),
        None,
    )
    return found


def _carried(noun: Token, carrier: Token, joining: Joining, found: Arguments) -> None:
    """Take what stands around the verb that carries a noun's event."""
    surface = doer(carrier, joining)
    voice = voice_of(carrier, joining)
    lemma = carrier.lemma_.lower()
    if lemma in joining.suffering and not voice.passive:
        found.object = [surface] if surface is not None and surface is not noun else []
    elif voice.passive:
        agent = grammar.agent(carrier)
        found.subject = [agent] if agent is not None else []
    elif surface is not None and surface is not noun:
        found.subject = [surface]
    for child in carrier.children:
        if child is not noun and child.i > carrier.i:
            join(child, joining, found, 0)


def carrier_of(noun: Token, joining: Joining) -> Token | None:
    """Return the verb that carries a noun's event: "procède à la livraison", "mène une attaque"."""
    verb = noun.head
    if verb is noun or (noun.i < verb.i and not _is_subject(noun) and noun.dep_ != "obj"):
        return None
    if not grammar.is_verb(verb) and not voice_like(verb):
        return None
    fits = noun.dep_ in {"obj", "nsubj:pass"} or (noun.dep_.startswith("obl") and noun.i > verb.i)
    if noun.dep_ == "nsubj" and grammar.is_passive(verb):
        fits = True
    return verb if fits and verb.lemma_.lower() in joining.support else None


def voice_like(word: Token) -> bool:
    """Tell a participle that the tagger took for an adjective."""
    return word.pos_ == "ADJ" and any(c.dep_.startswith("aux") for c in word.children)


def _is_subject(token: Token) -> bool:
    return token.dep_ in SUBJECTS
