"""What is not sure, not proven, or too early to be said: "il n'est pas établi que P"."""

from recoupe.extraction import grammar
from recoupe.extraction.factuality.scope import Scope
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

# "il n'est pas encore officiellement établi", in words before the last.
_LONGEST_COPULA = 7
_SAID = grammar.QUE | grammar.SI
_IT = frozenset(("il", "ce", "rien"))
_TAKEN = grammar.QUE | grammar.DE | {"par", "du", "des", "si"}


def judge_unsure(verdict: Verdict, sentence: Sentence, scope: Scope, words: Words) -> bool:
    """Take "il n'est pas sûr que P", "il est trop tôt pour dire si P" into account.

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the proposition.
        scope: Its main clause.
        words: The pack's words.

    Returns:
        Whether such a predicate was met.
    """
    unsure = _unsure(scope, words) if verdict.negative else None
    if unsure is not None:
        value = words.unsure[unsure.lower_]
        told = reason("hedge", sentence, unsure)
        if value is Factuality.UNDERSPECIFIED:
            verdict.lower(value, told)
        else:
            verdict.settle(value, told)
        return True
    early = _too_early(scope, words)
    if early is not None:
        verdict.lower(Factuality.UNDERSPECIFIED, reason("hedge", sentence, early))
    return early is not None


def _too_early(scope: Scope, words: Words) -> Token | None:
    """Return "tôt" of "il est trop tôt pour dire si P"; None of "pour nommer le coupable"."""
    for token in scope.main:
        if token.lower_ in words.too_early and token.i + 1 < token.past:
            behind = token.doc[token.i + 1 : min(token.i + 7, token.past)]
            opener = next((i for i, t in enumerate(behind) if t.lower_ in _SAID), None)
            if opener and any(grammar.has(t, "VerbForm", "Inf") for t in behind[:opener]):
                return token
    return None


def _unsure(scope: Scope, words: Words) -> Token | None:
    """Return "sûr" of "il n'est pas sûr que"; None of "le pont n'est pas sûr"."""
    for place, token in enumerate(scope.main):
        if token.lower_ not in words.unsure:
            continue
        before = [t.lower_ for t in scope.main[max(0, place - _LONGEST_COPULA) : place]]
        if (
            words.ne.isdisjoint(before)
            or words.particles.isdisjoint(before)
            or words.copulas.isdisjoint(before)
        ):
            continue
        following = token.nbor(1) if token.i + 1 < token.past else None
        takes = following is not None and following.lower_ in _TAKEN
        proven = words.unsure[token.lower_] is Factuality.UNDERSPECIFIED
        if takes or (proven and token.pos_ == "VERB") or not _IT.isdisjoint(before):
            return token
    return None
