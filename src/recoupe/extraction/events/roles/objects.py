"""The objects of a verb, pronouns before it among them, and those that the parse hung elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.roles.displaced import behind_others, counted, from_whom
from recoupe.extraction.events.roles.relatives import antecedent_of
from recoupe.extraction.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubj:pass", "nsubj:caus"))
# "nous" before a verb: whom it is done to, or given to where something else is the object.
_EITHER = "either"


@dataclass(frozen=True, slots=True)
class Objects:
    """What stands in the place of a verb's object.

    Attributes:
        things: Heads of nouns, names and pronouns behind it, and what a relative takes up.
        clitics: Slots and pronouns that stand before the verb.
        sources: Names behind "de" that the parse takes for objects: "a reçu de l'Iran".
    """

    things: list[Token]
    clitics: list[tuple[str, Token]]
    sources: list[Token]


def objects_of(verb: Token, joining: Joining, *, displaced: bool) -> Objects:
    """Return a verb's objects.

    Args:
        verb: The verb.
        joining: The language's words that join.
        displaced: Whether to look for those that the parse hung on other words.
    """
    clitics: list[tuple[str, Token]] = []
    things = list(_surface(verb, joining, clitics)) or list(counted(verb, joining))
    if not things and displaced and not any(slot == "object" for slot, _ in clitics):
        things = [c for c in verb.children if c.i > verb.i and is_bare_count(c, joining)][:1]
    sources: list[Token] = []
    if displaced:
        sources = [t for t in things if t.i > verb.i and from_whom(t, joining)]
        things = [t for t in things if t not in sources]
        if not things and not any(slot == "object" for slot, _ in clitics):
            things = list(behind_others(verb, joining))
    part = "to_whom" if things else "object"
    clitics = [(part if slot == _EITHER else slot, t) for slot, t in clitics]
    return Objects(things, clitics, sources)


def is_bare_count(noun: Token, joining: Joining) -> bool:
    """Tell "au moins 40 000 vannes", which the parse takes for a circumstance."""
    return (
        noun.dep_.startswith("obl")
        and noun.pos_ == "NOUN"
        and any(c.dep_ == "nummod" for c in noun.children)
        and joining.preposition(noun) is None
    )


def _surface(verb: Token, joining: Joining, clitics: list[tuple[str, Token]]) -> Iterator[Token]:
    for child in verb.children:
        slot = joining.clitics.get(child.lower_)
        if child.i < verb.i and child.pos_ == "PRON" and slot is not None:
            if slot != _EITHER or (child.dep_ in {"obj", "iobj"} and not _is_oneself(child, verb)):
                clitics.append((slot, child))
        elif child.dep_ == "obj" and child.pos_ != "PRON":
            yield child
        elif child.dep_ == "obj" and child.lower_ not in joining.reflexive:
            if child.lower_ in joining.relative_object:
                antecedent = antecedent_of(verb)
                if antecedent is not None:
                    yield antecedent
            elif child.i > verb.i or child.lower_ not in joining.clitics:
                yield child


def _is_oneself(pronoun: Token, verb: Token) -> bool:
    """Tell "je me suis rasé", "en me rasant": whoever does it is whom it is done to."""
    person = grammar.feature(pronoun, "Person")
    others = [c for c in verb.children if c.dep_ in SUBJECTS]
    return grammar.is_present_participle(verb) or any(
        c.pos_ == "PRON" and grammar.feature(c, "Person") == person for c in others
    )
