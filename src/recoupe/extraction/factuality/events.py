"""The clause of a single event, for judging events that are no statement's main one."""

from collections.abc import Iterator

from recoupe.extraction import grammar
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.tokens import Token

# What hangs on an event and has an event of its own.
_OWN_CLAUSE = {"advcl", "ccomp", "acl:relcl", "acl", "parataxis", "conj", "csubj", "xcomp"}


def governor_of(event: Token, words: Words) -> Token:
    """Return the verb that says how certain an event is: "peut" of "peut livrer".

    Args:
        event: The event's word.
        words: The pack's words.
    """
    top = event
    while top.head is not top and any(
        grammar.has(t, "VerbForm", "Inf") for t in (top, *grammar.auxiliaries(top))
    ):
        above = top.head
        if above.i > top.i or words.lemma(above) not in words.governing:
            break
        if any(c.lower_ in words.purpose_openers for c in top.lefts):
            # "a décidé de partir pour ne courir aucun risque"
            break
        top = above
    return top


def teller_of(root: Token, saying: Saying) -> Token | None:
    """Return the word of saying that a clause hangs on, if any: it sets the clause's tenses."""
    top = root
    while top.dep_ == "conj" and top.head.i < top.i:
        top = top.head
    return top.head if top.dep_ == "ccomp" and saying.cue(top.head) is not None else None


def clause_of(root: Token) -> list[Token]:
    """Return the tokens of the clause that a word heads, in order.

    Clauses that hang on it are left out at its end; within it they stay, for a
    clause is one run of words.
    """
    kept = sorted({t.i for t in _own(root)})
    return [root.doc[i] for i in range(kept[0], kept[-1] + 1)]


def _own(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        modal = child.dep_ == "xcomp" and grammar.has(child, "VerbForm", "Inf")
        if (child.dep_ not in _OWN_CLAUSE or modal) and child.dep_ not in {"punct", "cc"}:
            yield from _own(child)
