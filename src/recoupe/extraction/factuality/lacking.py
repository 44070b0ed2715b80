"""What stands behind "sans" and is told by itself: "sans jamais ⟦recevoir de réponse⟧"."""

from recoupe.extraction import grammar
from recoupe.extraction.factuality.negation import adds_one_more
from recoupe.extraction.factuality.scope import Scope
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.model import Factuality

# "sans", then "jamais", "même", "pour autant", "le lui".
_NEAR = 4
_BETWEEN = frozenset(("ADV", "PRON", "PART"))


def judge_lack(verdict: Verdict, sentence: Sentence, scope: Scope, words: Words) -> None:
    """Take "sans" before a proposition into account, which says that it is not so.

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the proposition.
        scope: Its main clause.
        words: The pack's words.
    """
    first = next((t for t in scope.tokens if not (t.is_punct or t.is_quote)), None)
    if first is None or verdict.negative or not grammar.has(first, "VerbForm", "Inf"):
        return
    if adds_one_more(first, words):
        return
    low = max(grammar.sentence_start(first), first.i - _NEAR)
    for token in reversed(first.doc[low : first.i]):
        if token.lower_ in words.lacking:
            verdict.lower(Factuality.CERTAIN_NOT, reason("negation", sentence, token))
            return
        if token.pos_ not in _BETWEEN and not token.is_quote:
            return
