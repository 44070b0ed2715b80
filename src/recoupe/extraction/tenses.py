"""The tense around a place in a sentence: whether "vendredi" is past or to come."""

from collections.abc import Callable
from typing import Literal

from recoupe.extraction import grammar
from recoupe.extraction.parsed import Sentence
from recoupe.model import Span

Tense = Literal["past", "present", "future"]


def tense_in(sentence: Sentence) -> Callable[[Span], Tense | None]:
    """Return a function from a span in the sentence to the tense of its clause.

    The clause is that of the verb the words depend on; a compound past counts as
    past, "va" and "doit" with an infinitive as future.
    """

    def tense(span: Span) -> Tense | None:
        low = span.start - sentence.offset
        token = next((t for t in sentence.words if t.idx <= low < t.idx + len(t)), sentence.root)
        while not grammar.is_verb(token) or not grammar.is_finite(token):
            if token.dep_ == "ROOT" or token.head is token:
                break
            token = token.head
        if not grammar.is_verb(token):
            copula = next((t for t in token.children if t.dep_ == "cop"), None)
            if copula is None:
                return None
            token = copula
        mood, form = grammar.mood_and_tense(token)
        compound = any(
            a.dep_ == "aux:tense" and a.lemma_ in {"avoir", "être"}
            for a in grammar.auxiliaries(token)
        )
        # "aurait reçu vendredi", "a dû partir vendredi": a compound tense is past.
        if compound or form in {"Past", "Imp"}:
            return "past"
        if form == "Fut" or mood == "Cnd" or token.lemma_ in {"aller", "devoir"}:
            return "future"
        return "present" if form == "Pres" else None

    return tense
