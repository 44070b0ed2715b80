"""What a verb is about, where the parse hangs it on another word.

French lets whom something goes to stand before the thing: "a livré à l'Ukraine des missiles".
Parsers take "des" for a preposition then, and the thing for a part of the name before it.
"""

from collections.abc import Iterator

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.tokens import Token

_COUNTED = frozenset(("NOUN", "PROPN", "NUM"))
_HUNG = frozenset(("nmod", "obl:arg", "obl:mod", "conj", "appos", "flat"))
_DEEPEST = 2


def counted(verb: Token, joining: Joining) -> Iterator[Token]:
    """Yield what "livre près de 600 pompes" is about, which hangs on the word of amount."""
    for child in verb.children:
        if child.i > verb.i and child.lower_ in joining.amounts:
            yield from (c for c in child.children if c.i > child.i and c.pos_ in _COUNTED)


def taken_up(verb: Token, joining: Joining) -> Iterator[Token]:
    """Yield what "que" takes up where the parse lost it: "les drones que l'Iran a livrés"."""
    top = verb
    for _ in range(3):
        if top.dep_ == "acl:relcl":
            opener = next(
                (
                    c
                    for c in sorted((c for c in top.children if c.i < top.i), key=_place)
                    if c.lower_ in joining.relative_object or c.lower_ in joining.relative_subject
                ),
                None,
            )
            if opener is not None and opener.lower_ in joining.relative_object:
                yield top.head
            return
        if top.dep_ not in {"xcomp", "ccomp", "conj"} or not grammar.is_verb(top.head):
            return
        top = top.head


def shared_object(verb: Token) -> list[Token]:
    """Return the object of "ont arrêté et inculpé deux hommes", which hangs on one of two verbs."""
    others = [verb.head] if verb.dep_ == "conj" else [c for c in verb.children if c.dep_ == "conj"]
    for other in others:
        low, high = sorted((verb.i, other.i))
        if not grammar.is_verb(other) or any(
            t.pos_ in _COUNTED or t.is_punct for t in verb.doc[low + 1 : high]
        ):
            continue
        things = [c for c in other.children if c.dep_ == "obj" and c.i > high and c.pos_ != "PRON"]
        if things:
            return things
    return []


def from_whom(thing: Token, joining: Joining) -> bool:
    """Tell "a reçu de l'Iran des drones", whose "de l'" the parse takes for an article."""
    if thing.pos_ != "PROPN":
        return False
    opener = next((c for c in thing.children if c.i < thing.i), None)
    if opener is None or opener.text[0].isupper():
        return False
    plain = joining.contracted.get(opener.lower_, opener.lower_)
    return plain == "de" and opener.lower_ not in joining.plural_of


def behind_others(verb: Token, joining: Joining) -> Iterator[Token]:
    """Yield what stands behind a phrase with a preposition and hangs on it, or on the verb.

    "a livré à l'Ukraine des missiles", "lui livre en retour des avions", "a remis, en
    janvier, des photographies".
    """
    for child in verb.children:
        if child.i < verb.i or child.pos_ == "PRON" or grammar.is_verb(child):
            continue
        if _is_partitive(child, joining):
            if child.dep_ in _HUNG:
                yield child
                return
        elif child.dep_.startswith(("obl", "obj", "iobj", "advmod")):
            found = _within(child, joining, 0)
            if found is not None:
                yield found
                return


def _within(noun: Token, joining: Joining, depth: int) -> Token | None:
    # A name is not "of some things", nor is a noun that stands bare behind its preposition.
    bare = noun.pos_ == "PROPN" or not any(
        c.pos_ == "DET" or c.lower_ in joining.with_article for c in noun.children
    )
    for child in noun.children:
        if child.i < noun.i or child.dep_ not in _HUNG:
            continue
        if bare and _is_partitive(child, joining):
            return child
        if depth < _DEEPEST and child.dep_ in {"flat", "nmod"} and child.pos_ == "PROPN":
            found = _within(child, joining, depth + 1)
            if found is not None:
                return found
    return None


def _is_partitive(noun: Token, joining: Joining) -> bool:
    """Tell "des missiles" from "de missiles" and "du ministère"."""
    if noun.pos_ != "NOUN":
        return False
    opener = next((c for c in noun.children if c.i < noun.i and not c.is_punct), None)
    return opener is not None and opener.lower_ in joining.plural_of


def _place(word: Token) -> int:
    return word.i
