"""Who "on" is: "À Bruxelles, on craint que P", "assure-t-on au ministère", "on dit à Bercy que".

Where something is said stands for those who say it there: a town or seat, a body, those around
somebody.
"""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.tokens import Token

# How far behind its verb the place may stand.
_NEAR = 5
# The longest phrase before ", on dit que", in tokens.
_LONGEST_FRONTED = 10


def place_of_talk(verb: Token, saying: Saying) -> Token | None:
    """Return the noun that names where "on" says something, or None.

    Args:
        verb: A verb of saying.
        saying: The words of saying of the language.
    """
    group = grammar.verb_group(verb)
    clitic = grammar.clitic_of(verb)
    if clitic is not None and is_nobody(clitic):
        return _behind(verb.doc[clitic.i + 1 : min(clitic.i + _NEAR, clitic.past)], saying)
    pronoun = next(
        (t for t in verb.doc[max(verb.first, group[0].i - 4) : group[0].i] if _is_one(t, saying)),
        None,
    )
    if pronoun is None:
        return None
    fronted = _fronted(verb.doc[verb.first : pronoun.i], saying)
    return fronted or _behind(verb.doc[verb.i + 1 : min(verb.i + _NEAR, verb.past)], saying)


def is_nobody(clitic: Token | None) -> bool:
    """Tell "dit-on", "assure-t-on" from "dit-il": nobody in particular says it."""
    return clitic is not None and clitic.lower_.endswith("on")


def _is_one(token: Token, saying: Saying) -> bool:
    return saying.is_one(token, "one") or (
        token.lower_ == "on" and token.i > token.first and saying.is_one(token.nbor(-1), "it")
    )


def _fronted(words: Sequence[Token], saying: Saying) -> Token | None:
    """Read "À Tbilissi,", "Dans l'entourage du président,", "Du côté de la police,"."""
    words = [t for t in words if not t.is_space and not saying.is_one(t, "it")]
    if len(words) < 3 or len(words) > _LONGEST_FRONTED or words[-1].text != ",":
        return None
    start = next((i for i, t in enumerate(words) if t.pos_ not in {"CCONJ", "ADV"}), 0)
    return _place(words[start:-1], saying)


def _behind(words: Sequence[Token], saying: Saying) -> Token | None:
    words = list(words)
    while words and grammar.is_verb(words[0]):
        words.pop(0)
    return _place(words, saying) if words and saying.is_one(words[0], "at_place") else None


def _place(words: Sequence[Token], saying: Saying) -> Token | None:
    if not words or not saying.is_one(words[0], "at_place"):
        return None
    for token in words[1:]:
        if saying.can_speak(token):
            return grammar.name_head(token) if token.pos_ == "PROPN" else token
        if token.pos_ == "NOUN" and not saying.is_one_lemma_of(token, "sides"):
            return None
        if grammar.has(token, "VerbForm", "Fin") or token.is_punct:
            return None
    return None
