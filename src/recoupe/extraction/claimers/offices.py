"""Which office a noun names with its complement, and what tells it from another."""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.words import fold, told_apart_by
from recoupe.extraction.tokens import Token


def office(token: Token, complement: Sequence[Token], lexicon: Lexicon) -> str:
    """Return the noun of a token, or the office that it makes with its complement."""
    noun = lexicon.noun(token)
    if token.i > grammar.sentence_start(token):
        before = token.nbor(-1).lower_
        # "La première ministre"
        for form in (before, *lexicon.masculine(before)):
            if (form, noun) in lexicon.compounds:
                return lexicon.compounds[form, noun]
    for word in complement[:4]:
        known = lexicon.compounds.get((noun, fold(word.lemma_)))
        if known is not None:
            return known
    return noun


def complement_words(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the words that tell one office from another: "santé", "iranien", "lyon"."""
    return frozenset(
        fold(t.lemma_) if t.pos_ == "ADJ" else told_apart_by(t.lemma_)
        for t in tokens
        if t.pos_ in {"NOUN", "PROPN", "ADJ"}
    )
