"""What stands around a verb or noun that tells of an event, by its slot in the grammar.

Slots are the language-neutral names that frames use: subject and object as the
event has them (a passive's subject is its object), and what prepositions join.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.roles.agents import agent_behind, agent_beyond, agent_of, given_to
from recoupe.extraction.events.roles.control import doer
from recoupe.extraction.events.roles.displaced import shared_object, taken_up
from recoupe.extraction.events.roles.neighbours import (
    NOMINAL,
    begins_anew,
    gained_by,
    gap_behind,
    lost_to,
)
from recoupe.extraction.events.roles.objects import objects_of
from recoupe.extraction.events.roles.relatives import antecedent_of
from recoupe.extraction.events.roles.voice import Voice, is_infinitive, voice_of
from recoupe.extraction.tokens import Token

_OBLIQUE = ("obl", "iobj", "nmod", "advmod", "dislocated", "parataxis", "amod", "appos")
# How the parse hangs a phrase on a noun; names run into one another as well.
_HUNG = ("nmod", "obl", "flat")
_DEEPEST = 3
_NAMED = frozenset(("NOUN", "PROPN"))


@dataclass(slots=True)
class Arguments:
    """What takes part in an event, as far as grammar tells.

    Attributes:
        word: The verb or noun.
        subject: Heads of who does it.
        object: Heads of what it is done to.
        joined: Prepositions and what they name, those nearest to the word first.
        clitics: Slots and pronouns that stand before the verb.
        adjectives: What describes a noun.
        possessive: The determiner that says whose it is.
        owner: Whom the determiner means, where the verb above tells.
        infinitive: What the word governs as an infinitive.
        clause: The verb of what it governs with "que".
        where: What a relative "où" takes up.
    """

    word: Token
    subject: list[Token] = field(default_factory=list)
    object: list[Token] = field(default_factory=list)
    joined: list[tuple[str, Token]] = field(default_factory=list)
    clitics: list[tuple[str, Token]] = field(default_factory=list)
    adjectives: list[Token] = field(default_factory=list)
    possessive: Token | None = None
    owner: Token | None = None
    infinitive: Token | None = None
    clause: Token | None = None
    where: list[Token] = field(default_factory=list)

    def heads(self) -> Iterator[Token]:
        """Yield all that stands in a slot."""
        yield from self.subject
        yield from self.object
        yield from (token for _, token in self.joined)
        yield from self.adjectives


def of_verb(verb: Token, joining: Joining) -> tuple[Arguments, Voice]:
    """Return what takes part in what a verb tells, and its voice."""
    voice = voice_of(verb, joining)
    found = Arguments(verb)
    surface = doer(verb, joining)
    held = objects_of(verb, joining, displaced=not voice.passive)
    own_objects, found.clitics = held.things or _number_of_them(verb, joining), held.clitics
    found.joined += [("de", source) for source in held.sources]
    if given_to(verb, joining):
        voice = _given(verb, surface, own_objects, joining, found)
    elif voice.passive:
        found.object = own_objects if surface is None else [surface]
        agent = agent_of(verb, joining) or agent_beyond(verb, joining)
        found.subject = [agent] if agent is not None else []
    elif voice.reflexive:
        found.subject = [surface] if surface is not None else []
        found.object = own_objects
    else:
        found.subject = [surface] if surface is not None else []
        found.object = own_objects or list(taken_up(verb, joining)) or shared_object(verb)
    lost = lost_to(verb)
    for child in (*verb.children, *gained_by(verb)):
        if child in found.subject and child.i > verb.i:
            # "vendus par une filiale de Korvan à l'armée", where no place can be meant
            found.joined += [("à", t) for t in _datives_within(child, joining)]
            continue
        if child.i >= lost:
            continue
        join(child, joining, found, 0)
    if verb.dep_ == "xcomp" and is_infinitive(verb):
        # "devaient partir pour Malte": the parse easily hangs what is behind on the first verb.
        for child in verb.head.children:
            if child.i > verb.i and child.dep_.startswith("obl"):
                join(child, joining, found, 0)
    for thing in own_objects:
        beyond_of(thing, joining, found, 1)
    if voice.passive and surface is not None and surface.i > verb.i:
        beyond_of(surface, joining, found, 1)
    gap = gap_behind(verb, joining)
    found.joined = [(p, t) for p, t in found.joined if t.i < gap]
    found.infinitive = next(
        (
            c
            for c in verb.children
            if c.i > verb.i and c.dep_ in {"xcomp", "ccomp"} and is_infinitive(c)
        ),
        None,
    )
    found.clause = next(
        (
            c
            for c in verb.children
            if c.i > verb.i
            and c.dep_ == "ccomp"
            and any(m.lower_ in grammar.QUE for m in c.children if m.dep_ == "mark")
        ),
        None,
    )
    return found, voice


def _number_of_them(verb: Token, joining: Joining) -> list[Token]:
    """Return "six" of "en a livré au moins six"."""
    if not any(c.i < verb.i and c.lower_ in joining.open_form for c in verb.children):
        return []
    return [c for c in verb.children if c.i > verb.i and c.pos_ == "NUM"][:1]


def _given(
    verb: Token, surface: Token | None, objects: list[Token], joining: Joining, found: Arguments
) -> Voice:
    """Take who takes part in "s'est vu livrer six avions par la Russie"; return the voice."""
    agent = agent_of(verb, joining) or agent_behind(objects, joining)
    found.subject = [agent] if agent is not None else []
    if surface is None and verb.dep_ == "xcomp":
        surface = doer(verb.head, joining)
    whom = [surface] if surface is not None else []
    # "s'est fait livrer des grues", but "s'est fait arrêter"
    found.object = objects or whom
    found.clitics += [("to_whom", who) for who in whom if objects]
    return Voice(passive=False, reflexive=False)


def join(child: Token, joining: Joining, found: Arguments, depth: int) -> None:
    """Take what hangs on the word with a preposition."""
    if child.lower_ in joining.relative_of and child.i < found.word.i:
        antecedent = antecedent_of(found.word)
        if antecedent is not None:
            found.joined.append(("de", antecedent))
        return
    if child.lower_ in joining.relative_where:
        antecedent = antecedent_of(found.word)
        if antecedent is not None and joining.preposition(child) is None:
            found.where.append(antecedent)
        return
    if not (child.dep_.startswith(_OBLIQUE) or child.lower_ in joining.inner):
        return
    if child.pos_ not in NOMINAL and child.lower_ not in joining.inner:
        return
    if joining.is_around(child):
        return
    for preposition, token in joining.governed(child):
        if grammar.has(token, "PronType", "Rel") or token.lower_ in joining.relative_subject:
            antecedent = antecedent_of(found.word)
            if antecedent is not None:
                found.joined.append((preposition, antecedent))
            continue
        found.joined.append((preposition, token))
        acts = child.dep_ == "obl:agent" and child.lower_ not in joining.inner
        if acts or (preposition == "pour" and token.pos_ == "NOUN"):
            # "pour une utilisation au Soudan": what stands behind is the use's.
            continue
        beyond_of(token, joining, found, depth + 1)


def _datives_within(agent: Token, joining: Joining) -> Iterator[Token]:
    """Yield to whom something is done, hung on who does it."""
    for word in agent.subtree:
        if (
            word.i > agent.i
            and word.dep_ == "nmod"
            and word.head.pos_ in _NAMED
            and joining.preposition(word) == "à"
            and is_dative(word)
        ):
            yield word


def is_dative(noun: Token) -> bool:
    """Tell "à la Russie", "à l'armateur", which name no whereabouts, from "à Varna", "au Mali"."""
    opener = next((c for c in noun.children if c.dep_ == "det" and c.i < noun.i), None)
    if noun.pos_ == "PROPN":
        return opener is not None
    return noun.pos_ == "NOUN" and (opener is not None or grammar.has(noun, "Number", "Plur"))


def beyond_of(noun: Token, joining: Joining, found: Arguments, depth: int) -> None:
    """Take phrases that the parse hangs on a filler and that belong to the event.

    "livre des drones à la Russie": "à la Russie" easily hangs on "drones". What "de"
    joins stays the filler's own.
    """
    if depth > _DEEPEST:
        return
    held = {token.i for _, token in found.joined}
    for child in noun.children:
        if child.i < noun.i or child.i in held or joining.is_around(child):
            continue
        # "deux citernes, l'une à Oman, l'autre à Chypre"
        each = child.dep_ == "appos" and child.pos_ == "PRON"
        if each or child.dep_ == "conj" or joining.only_describes(child):
            beyond_of(child, joining, found, depth + 1)
        if child.dep_ == "conj" and begins_anew(child):
            found.joined += joining.governed(child)
        if child.lower_ not in joining.inner and (
            not child.dep_.startswith(_HUNG) or child.pos_ not in NOMINAL
        ):
            continue
        for preposition, token in joining.governed(child):
            if preposition != "de" and token.i not in held:
                held.add(token.i)
                found.joined.append((preposition, token))
            beyond_of(token, joining, found, depth + 1)
