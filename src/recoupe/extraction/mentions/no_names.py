"""What the pipeline takes for a name and is none: peoples, charges, nouns that open a headline."""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.states import States
from recoupe.extraction.claimers.words import fold
from recoupe.extraction.tokens import Token

# A word of these classes that opens a sentence is no name.
_NO_NAMES = frozenset({"DET", "PRON", "ADP", "ADV", "CCONJ", "SCONJ", "VERB", "AUX"})


def names_nothing(words: Sequence[Token], name: str, lexicon: Lexicon, states: States) -> bool:
    """Tell what is no name: "« Mon (client)", a people ("des Bulgares"), marks alone."""
    if not any(c.isalpha() for c in name):
        return True
    if len(words) > 1:
        return False
    token = words[0]
    opens = token.i == token.first or not token.nbor(-1).text.isalnum()
    named = token.ent_type_ == "PER" and lexicon.is_first_name(token.text)
    # "Wouter raconte": a verb to the tagger, which does not know the name.
    if opens and not named and (token.pos_ in _NO_NAMES or token.lower_ in lexicon.no_names):
        return True
    if opens and _is_described(token):
        return True
    before = token.nbor(-1) if token.i > token.first else None
    if token.lower_ in lexicon.portfolios and before is not None and _governs(before, lexicon):
        # "le vice-ministre du Commerce"
        return True
    # "M. Lallemand" is somebody, "un Allemand" and "chaque État" are nobody's name.
    civil = before is not None and before.text in lexicon.civilities
    return not civil and (
        bool(states.of_adjective(name)) or lexicon.noun(token) in lexicon.no_names
    )


def _is_described(token: Token) -> bool:
    """Tell a noun that opens a headline from a name: "Puces retrouvées", "Flotte fantôme"."""
    if not token.text.istitle() or token.i + 1 >= token.past:
        return False
    following = token.nbor(1)
    if token.pos_ == "ADJ":
        # "Neuvième mort"
        return following.text.islower() and following.pos_ == "NOUN"
    return (
        token.pos_ == "NOUN"
        and following.text.islower()
        and (following.pos_ == "ADJ" or grammar.has(following, "VerbForm", "Part"))
    )


def _governs(token: Token, lexicon: Lexicon) -> bool:
    """Tell the preposition of a complement, over its article: "du", "de la"."""
    if token.pos_ == "DET" and token.i > token.first:
        token = token.nbor(-1)
    return fold(token.text) in lexicon.governing
