"""A verb's own surface subject, also where the parse takes another word for it."""

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.roles.relatives import antecedent_of_pronoun
from recoupe.extraction.events.roles.voice import describes
from recoupe.extraction.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:caus"))
_HIGHEST = 6
_NAME_BEFORE = 3


def own_subject(verb: Token, joining: Joining) -> Token | None:
    """Return the head of the subject that stands with a verb, through a relative pronoun.

    Args:
        verb: The verb.
        joining: The language's words that join.
    """
    own = [c for c in verb.children if c.dep_ in SUBJECTS and not _is_apart(c)]
    if not own and verb.i > verb.first and grammar.is_carrier(verb.nbor(-1)):
        own = [c for c in verb.nbor(-1).children if c.dep_ in SUBJECTS]
    tied = [c for c in verb.children if c.text.startswith("-") and c.dep_ == "expl:subj"]
    for token in own or tied or _impersonal(verb, joining):
        if "according" in joining.groups.get(joining.preposition(token) or "", ()):
            return _behind_source(token, verb, joining)
        behind = _ends_participle(token)
        if behind is not None:
            return behind
        if grammar.has(token, "PronType", "Rel") or token.lower_ in joining.relative_subject:
            return antecedent_of_pronoun(verb, token, joining)
        return token
    return None


def _behind_source(source: Token, verb: Token, joining: Joining) -> Token | None:
    """Return "trois cargos" of "Selon la capitainerie, trois cargos ont quitté le port".

    The parse takes the source for the subject and hangs the subject on it.
    """
    several = grammar.has(verb, "Number", "Plur")
    for child in source.children:
        if (
            source.i < child.i < verb.i
            and child.pos_ in {"NOUN", "PROPN"}
            and joining.preposition(child) is None
            and grammar.has(child, "Number", "Plur") == several
        ):
            return child
    return None


def _ends_participle(name: Token) -> Token | None:
    """Return "doses" of "les doses achetées au laboratoire Nordvax n'ont pas été livrées".

    The parse takes a name that ends what describes the subject for the subject.
    """
    if name.pos_ != "PROPN" or any(c.i < name.i for c in name.children):
        return None
    for word in reversed(name.doc[max(name.first, name.i - _NAME_BEFORE) : name.i]):
        if word.is_punct:
            return None
        if word.dep_.startswith("obl") and word.head.dep_ == "acl" and describes(word.head):
            return word.head.head
    return None


def _is_apart(token: Token) -> bool:
    """Tell "d'après elle", which the parse takes for a subject."""
    return token.pos_ == "PRON" and any(c.dep_ == "case" for c in token.children)


def _impersonal(verb: Token, joining: Joining) -> list[Token]:
    """Return "il" where the parse takes it for nobody: "il a livré"."""
    if grammar.is_passive(verb):
        return []
    return [c for c in verb.children if c.dep_ == "expl:subj" and c.lower_ in joining.third_person]


def agreeing(participle: Token, found: Token, joining: Joining) -> Token:
    """Return whom a joined participle agrees with, the noun described or a subject above it.

    "ont été achetées par Korvan, une société enregistrée à Riga, puis transportées": the parse
    joins "transportées" to "enregistrée", and the society is one.
    """
    if not describes(participle) or grammar.agree(found, participle):
        return found
    above = found
    for _ in range(_HIGHEST):
        if above.head is above:
            return found
        above = above.head
        if grammar.is_passive(above):
            own = own_subject(above, joining)
            return own if own is not None and grammar.agree(own, participle) else found
    return found


def is_joined(verb: Token) -> bool:
    """Tell a verb or participle that is joined to one before it."""
    return verb.dep_ == "conj" or any(c.dep_ == "cc" and c.i < verb.i for c in verb.children)
