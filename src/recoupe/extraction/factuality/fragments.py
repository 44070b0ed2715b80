"""Sentences whose only verb is a relative clause's: "Une décision qui pourrait coûter cher"."""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.tokens import Token

#: What opens the relative clause that tells.
RELATIVES = grammar.QUE | {"qui", "dont", "où"}
_BREAKS = {",", ";", ":", "-", "–", "—"}
_PHRASE_BEGINS = {"DET", "NOUN", "PROPN", "ADJ", "NUM"}


def is_fragment(tokens: Sequence[Token]) -> bool:
    """Tell whether a noun and its relative clause are all that is told.

    Args:
        tokens: The proposition.
    """
    if not tokens or tokens[0].pos_ not in _PHRASE_BEGINS:
        return False
    first = tokens[0]
    if first.i > first.first and not first.nbor(-1).is_quote:
        return False
    for token in tokens:
        if token.text in _BREAKS or (token.head is token and grammar.is_verb(token)):
            return False
        if token.lower_ in RELATIVES:
            break
        if token.pos_ == "PRON":
            # "La région équipe ceux qui campent": the verb before was not seen as one.
            return False
    return not any(t.head is t and grammar.is_verb(t) for t in tokens)
