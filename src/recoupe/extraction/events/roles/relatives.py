"""What a relative clause describes, also where the parse hangs it on a noun that can't be meant."""

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.tokens import Token


def antecedent_of(verb: Token) -> Token | None:
    """Return what a relative clause describes, from a verb within it."""
    top = verb
    while top.dep_ in {"conj", "xcomp", "ccomp"} and top.head is not top:
        top = top.head
    return top.head if top.dep_ in {"acl:relcl", "acl"} and top.head is not top else None


def relative_noun(clause: Token, joining: Joining) -> Token:
    """Return what a relative clause describes; one that agrees before one that does not.

    "fournit des drones à la Russie, qui lui livre": parsers hang the clause on "drones".
    """
    head = clause.head
    opener = next((c for c in clause.children if c.lower_ in joining.relative_subject), None)
    if opener is None or opener.i <= head.i or not _disagrees(head, clause):
        return head
    for word in reversed(clause.doc[head.i + 1 : opener.i]):
        if word.pos_ in {"NOUN", "PROPN"} and not _disagrees(word, clause):
            return grammar.name_head(word)
    return head


def _disagrees(noun: Token, verb: Token) -> bool:
    """Tell a noun that can't be a verb's subject by its number; a name's is open."""
    finite = next((t for t in (*grammar.auxiliaries(verb), verb) if "Number" in t.morph), None)
    number = grammar.feature(noun, "Number")
    return bool(finite and number) and number != grammar.feature(finite or verb, "Number")


def antecedent_of_pronoun(verb: Token, relative: Token, joining: Joining) -> Token | None:
    """Return what the relative pronoun that is a verb's subject takes up."""
    top = verb
    while top.dep_ in {"conj", "xcomp"} and grammar.is_verb(top.head):
        top = top.head
    if top.dep_ == "acl:relcl" and top.head.i < relative.i:
        return relative_noun(top, joining)
    if top.dep_ == "acl" and top.head.i < relative.i:
        return top.head
    for i in range(relative.i - 1, max(relative.first, relative.i - 4) - 1, -1):
        word = relative.doc[i]
        if word.pos_ in {"NOUN", "PROPN"}:
            return grammar.name_head(word)
        if not word.is_punct:
            return None
    return None
