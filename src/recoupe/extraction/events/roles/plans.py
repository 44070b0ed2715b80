"""Whose plan it is: "la décision de Paris de livrer", "son projet d'acheter", "a promis de".

Parsers hang the infinitive on the verb, on the noun, or on whoever stands between; the order of
words tells: a noun for a will, whose it is, and the infinitive.
"""

from collections.abc import Callable

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.tokens import Token

_FAR = 12
_STOPS = frozenset((",", ";", ":", "(", ")", "«", "»", "–", "—"))
_BETWEEN = frozenset(("PRON", "ADV", "PART"))
_NAMING = frozenset(("NOUN", "PROPN"))


def planner(
    infinitive: Token, joining: Joining, doer: Callable[[Token, Joining], Token | None]
) -> tuple[bool, Token | None]:
    """Return whether a noun for a will governs an infinitive, and whose will it is.

    Args:
        infinitive: The infinitive.
        joining: The language's words that join.
        doer: Tells who does what a verb tells.

    Returns:
        Whether there is such a noun; then its owner, None where nothing tells.
    """
    noun = plan_before(infinitive, joining)
    if noun is None:
        return False, None
    if noun.lemma_.lower() in joining.charges:
        return True, _accused(noun, infinitive, joining)
    behind = _owner_behind(noun, infinitive, joining)
    if behind is not None:
        return True, behind
    carrier = noun.head
    if carrier is noun or not grammar.is_verb(carrier) or noun.dep_ not in _GOVERNED:
        return True, None
    if carrier.lemma_.lower() in joining.on_others_plans and not _is_owned(noun):
        # "a critiqué le projet de vendre": nobody's, as far as the sentence tells.
        return True, None
    return True, doer(carrier, joining)


_GOVERNED = frozenset(("obj", "obl:arg", "obl:mod", "xcomp"))


def _is_owned(noun: Token) -> bool:
    return any(c.dep_ == "det" and grammar.has(c, "Poss", "Yes") for c in noun.children)


def plan_before(infinitive: Token, joining: Joining) -> Token | None:
    """Return the noun for a will before an infinitive with its "de"."""
    place = infinitive.i - 1
    while place > infinitive.first and (
        infinitive.doc[place].pos_ in _BETWEEN or infinitive.doc[place].dep_.startswith("aux")
    ):
        place -= 1
    mark = infinitive.doc[place]
    if joining.contracted.get(mark.lower_, mark.lower_) not in {"de", "à"}:
        return None
    for word in reversed(infinitive.doc[max(infinitive.first, place - _FAR) : place]):
        if word.text in _STOPS or word.pos_ in {"VERB", "AUX", "CCONJ", "SCONJ"}:
            return None
        if word.pos_ == "NOUN" and word.lemma_.lower() in joining.wills | joining.charges:
            return word
    return None


def _accused(noun: Token, infinitive: Token, joining: Joining) -> Token | None:
    """Return "Minsk" of "les accusations contre Minsk d'avoir livré"; never who accuses."""
    against = False
    for word in noun.doc[noun.i + 1 : infinitive.i]:
        against = against or "against" in joining.groups.get(word.lower_, ())
        if against and word.pos_ in _NAMING:
            return word
    return None


def _owner_behind(noun: Token, infinitive: Token, joining: Joining) -> Token | None:
    """Return "Paris" of "la décision de Paris de livrer"."""
    for word in noun.doc[noun.i + 1 : infinitive.i]:
        if word.pos_ in _NAMING:
            opener = noun.nbor(1)
            if opener.pos_ == "ADJ":
                opener = opener.nbor(1)
            of = joining.contracted.get(opener.lower_, opener.lower_) == "de"
            return word if of else None
    return None
