"""What opens a clause that hangs on another: relative pronouns, conjunctions, "pour"."""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.tokens import Token

_COMPARING = {"plus", "moins", "aussi", "autant", "tel", "telle", "tels", "même", "mêmes", "autre",
              "autres", "si", "tellement", "tant", "ainsi"}  # fmt: skip
_CLAUSE_BEGINS = {"DET", "PRON", "PROPN", "NOUN", "NUM"}
# Pronouns that a tagger takes for adverbs: "si tout va bien".
_ALL = {"tout", "tous", "toutes", "rien"}
_ASKING = {"qui", "où", "comment", "pourquoi", "combien"}


def opens_clause(
    tokens: Sequence[Token], place: int, words: Words, behind_verb: bool
) -> str | None:
    """Return what kind of clause a token opens: "clause", "complement", "infinitive" or None.

    Args:
        tokens: The proposition.
        place: The token's place in it.
        words: The pack's words.
        behind_verb: Whether the main verb was met before it.
    """
    token = tokens[place]
    low = token.lower_
    if low in grammar.QUE:
        return _que(tokens, place, behind_verb, words)
    if low in words.subordinating:
        if low in {"comme", "alors", "bien", "parce", "tandis"}:
            behind = tokens[place + 1].lower_ if place + 1 < len(tokens) else ""
            opens = behind in grammar.QUE
            if low == "comme":
                opens = token.pos_ == "SCONJ" and not _compares(tokens, place)
            return "clause" if opens else None
        if low == "si":
            following = tokens[place + 1] if place + 1 < len(tokens) else None
            degree = (token.pos_ == "ADV" and token.dep_ == "advmod") or (
                following is not None
                and following.pos_ in {"ADV", "ADJ"}
                and not begins_clause(token, following)
            )
            return None if degree else "clause"
        # "Qui a ouvert ?", "Quand ...": at the head a question word asks.
        return "clause" if place > 0 or low not in _ASKING else None
    if low in {"s'", "s’"} and place + 1 < len(tokens):
        return "clause" if tokens[place + 1].lower_ in {"il", "ils"} else None
    if low == "lieu" and (place == 0 or tokens[place - 1].lower_ != "au"):
        # "il y a lieu de croire"
        return None
    if low in words.subordinating_infinitive:
        for at, following in enumerate(tokens[place + 1 : place + 5]):
            if grammar.has(following, "VerbForm", "Inf") or (
                low == "en" and grammar.is_present_participle(following)
            ):
                return "infinitive"
            if following.lower_ in grammar.QUE:
                # "pour que P", not "c'est pour cela que P"
                return "clause" if at == 0 else None
            if following.pos_ in {"NOUN", "PROPN", "PUNCT", "DET"} or low == "en":
                return None
    return None


def _compares(tokens: Sequence[Token], place: int) -> bool:
    """Tell "comme en France, le but est de" from "comme le port ferme"."""
    behind = tokens[place + 1 : place + 3]
    return len(behind) > 1 and behind[0].pos_ == "ADP" and not grammar.is_verb(behind[1])


def begins_clause(si: Token, following: Token) -> bool:
    """Tell "si demain il part" from "si fortement", "si vite"."""
    if following.pos_ in _CLAUSE_BEGINS or following.lower_ in _ALL:
        return True
    if si.dep_ == "advmod" or following.i + 1 >= grammar.sentence_end(si):
        return False
    return following.pos_ != "PUNCT" and following.nbor(1).pos_ in _CLAUSE_BEGINS


def _que(tokens: Sequence[Token], place: int, behind_verb: bool, words: Words) -> str | None:
    before = tokens[place - 1] if place else None
    if before is not None and before.pos_ == "NOUN" and before.lower_ in words.holding_que:
        return "clause"
    if before is not None and before.lower_ in {"ce", "tant"}:
        return "clause"
    if tokens[place].pos_ == "SCONJ" and (
        behind_verb or (before is not None and grammar.is_verb(before))
    ):
        return "complement"
    if before is None:
        return "clause"
    if any(t.lower_ in _COMPARING for t in tokens[max(0, place - 4) : place]):
        return None
    if before.pos_ in {"NOUN", "PROPN", "PRON", "SCONJ", "CCONJ"} or before.text in {",", "»"}:
        return "clause"
    return "complement" if behind_verb else "clause"
