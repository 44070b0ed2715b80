"""Verbs that deny or confirm without an object of their own: "dément", "le nie", "nie en bloc"."""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.tokens import Token

# How many words may stand behind a bare "dément": "dément formellement ces jours-ci",
# "dément par la voix de son avocate".
_LONGEST_BEHIND, _LONGEST_MANNER = 4, 8
# How far behind a comma the verb of another clause stands: "dément, et son avocat aussi".
_CLAUSE_REACH = 8
_PARTS = {",", ";", "–", "—", ":", "("}


def is_reversed(verb: Token, saying: Saying) -> bool:
    """Tell "soutient le contraire", which holds the reverse of what was said."""
    near = verb.doc[verb.i + 1 : min(verb.i + 4, verb.past)]
    return any(saying.is_one(t, "reverse") for t in near)


def says_alone(verb: Token, saying: Saying) -> bool:
    """Tell "dément", "le conteste" from a verb with an object of its own."""
    if has_clitic(grammar.verb_group(verb)[0], saying) or is_reversed(verb, saying):
        return _says_no_more(verb, saying)
    return is_bare(verb, saying)


def has_clitic(first: Token, saying: Saying) -> bool:
    """Tell "le conteste", "l'a toujours nié", "en doute": what was said stands as a pronoun."""
    if first.i == first.first:
        return False
    before = first.nbor(-1)
    held = saying.is_one_lemma(first, "holding") and saying.is_one(before, "of_it")
    return held or saying.is_one(before, "it")


def is_bare(verb: Token, saying: Saying) -> bool:
    """Tell "dément", "confirme" with nothing behind that is denied or confirmed."""
    return _is_alone(verb, saying) and _says_no_more(verb, saying)


def _is_alone(verb: Token, saying: Saying) -> bool:
    return any(saying.is_one_lemma(verb, n) for n in ("denying_alone", "confirming_alone"))


def _says_no_more(verb: Token, saying: Saying) -> bool:
    """Tell whether nothing behind a verb can be what it says: "dément en bloc, l'autre se tait"."""
    behind = [
        t
        for t in _of_its_clause(verb, saying)
        if not (t.is_punct or t.is_space or saying.is_one(t, "reverse"))
    ]
    # "l'a reconnu à la voix" tells by what somebody is known.
    manner = _is_alone(verb, saying) and any(_tells_how(t, saying) for t in behind)
    return len(behind) <= (_LONGEST_MANNER if manner else _LONGEST_BEHIND) and not any(
        (grammar.is_verb(t) or t.pos_ in {"NOUN", "PROPN"} or t.lower_ in grammar.QUE)
        and not (manner and _tells_how(t, saying))
        for t in behind
        if t.pos_ != "ADV"
    )


def _tells_how(noun: Token, saying: Saying) -> bool:
    return saying.is_one_lemma_of(noun, "by_what_means") and noun.i > noun.first


def _of_its_clause(verb: Token, saying: Saying) -> Sequence[Token]:
    """Return what stands behind a verb up to a clause, or somebody, that answers for itself.

    "Moscou dément, Ankara vérifie", "Le maire nie, son adjoint aussi".
    """
    words = verb.doc[verb.i + 1 : verb.past]
    for place, mark in enumerate(words[: _LONGEST_MANNER + 1]):
        if mark.text in _PARTS and _stands_by_itself(words[place + 1 :], saying):
            return words[:place]
    return words


def _stands_by_itself(words: Sequence[Token], saying: Saying) -> bool:
    """Tell whether words are a clause with a subject before its verb, or "son adjoint aussi"."""
    named = False
    for place, token in enumerate(words[:_CLAUSE_REACH]):
        if token.is_punct or grammar.has(token, "VerbForm", "Fin"):
            return named and (not token.is_punct or _adds(words[:place], saying))
        named = named or token.pos_ in {"NOUN", "PROPN"} or saying.is_one(token, "personal")
        if (
            token.pos_ == "VERB"
            or grammar.has(token, "PronType", "Rel")
            or (token.pos_ == "ADP" and not named)
        ):
            return False
    return False


def _adds(words: Sequence[Token], saying: Saying) -> bool:
    return any(saying.is_one(t, "too") for t in words[-2:])
