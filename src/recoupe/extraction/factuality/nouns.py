"""Nouns that leave open what they name: "un grand risque que", "l'hypothèse d'un attentat"."""

from recoupe.extraction.attribution import grammar
from recoupe.extraction.factuality.scope import Scope, lexical
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

_OF = frozenset(("de", "d'", "d’"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_BEFORE_HEADLINE = frozenset(("DET", "ADJ", "ADV"))


def judge_nouns(verdict: Verdict, sentence: Sentence, scope: Scope, words: Words) -> None:
    """Take "il y a un grand risque que P", "Fort risque d'avalanche" into account.

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the proposition.
        scope: Its main clause.
        words: The pack's words.
    """
    if verdict.negative or not verdict.plain:
        return
    head = lexical(scope.head) if scope.head is not None else None
    for token in scope.main:
        value = value_of(token, words)
        if value is None or not _names_proposition(token):
            continue
        if head is None or head is token or (head.lemma_ in words.bearing and token.i > head.i):
            verdict.lower(value, reason("hedge", sentence, token))
            return


def judge_bound(verdict: Verdict, sentence: Sentence, scope: Scope, words: Words) -> None:
    """Take the noun into account that an infinitive hangs on: "la nécessité de ⟦fermer⟧".

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the proposition.
        scope: Its main clause.
        words: The pack's words.
    """
    first = next((t for t in scope.tokens if not t.is_quote), None)
    if scope.head is not None or first is None or first.i - 2 < grammar.sentence_start(first):
        return
    before = [t for t in first.doc[max(0, first.i - 4) : first.i] if not t.is_quote]
    if len(before) < 2 or before[-1].lower_ not in _OF or before[-2].pos_ != "NOUN":
        return
    if not any(grammar.has(t, "VerbForm", "Inf") for t in scope.tokens[:3]):
        return
    noun = before[-2]
    value = words.open_nouns.get(noun.lemma_.lower())
    if value is None and noun.lemma_.lower() in words.open_with_infinitive:
        value = Factuality.UNDERSPECIFIED
    if value is not None:
        verdict.lower(value, reason("hedge", sentence, noun))


def is_ruled_out(root: Token, words: Words) -> bool:
    """Tell "la piste criminelle est écartée" from "le joueur est écarté".

    Args:
        root: A verb, not negated.
        words: The pack's words.
    """
    if root.lemma_.lower() not in words.excluding or not grammar.is_passive(root):
        return False
    thing = next((c for c in root.lefts if c.dep_ in _SUBJECTS), None)
    if thing is None:
        return False
    noun = thing.lemma_.lower()
    return noun in words.open_nouns or noun in words.events or noun.endswith(words.event_endings)


def value_of(token: Token, words: Words) -> Factuality | None:
    """Return what a noun of doubt says of what it names; the tagger may take it for a verb."""
    low = token.lower_
    value = words.open_nouns.get(low) or words.open_nouns.get(low.removesuffix("s"))
    if value is None or value is Factuality.UNDERSPECIFIED:
        return None
    return value


def _names_proposition(noun: Token) -> bool:
    """Tell whether "que" or "de" and an infinitive stand behind, or it begins a headline."""
    end = grammar.sentence_end(noun)
    following = noun.doc[noun.i + 1 : min(noun.i + 6, end)]
    if not following or any(c.dep_ == "case" for c in noun.children):
        return False
    before = noun.nbor(-1) if noun.i > grammar.sentence_start(noun) else None
    headline = before is None or (
        before.pos_ in _BEFORE_HEADLINE and before.i == grammar.sentence_start(noun)
    )
    if following[0].lower_ in grammar.QUE:
        return before is not None and before.pos_ in _BEFORE_HEADLINE
    if following[0].lower_ not in _OF:
        return False
    if any(grammar.has(t, "VerbForm", "Inf") for t in following[1:4]):
        # "a la chance d'être là" is no doubt.
        lucky = before is not None and before.lower_ == "la" and noun.lower_ == "chance"
        return before is not None and before.pos_ in _BEFORE_HEADLINE and not lucky
    return headline and not any(
        grammar.is_verb(t) and grammar.is_finite(t) and t is not noun
        for t in noun.doc[noun.i : end]
    )
