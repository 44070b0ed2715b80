"""Nouns that leave open what they name: "un grand risque que", "l'hypothèse d'un attentat"."""

from collections.abc import Sequence
from itertools import pairwise

from recoupe.extraction import grammar
from recoupe.extraction.factuality.negation import negation_of
from recoupe.extraction.factuality.scope import Scope, lexical
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
# Where the parse may put the noun of "le risque, c'est P".
_SPOKEN_OF = frozenset(("nsubj", "nsubj:pass", "dislocated", "ROOT"))
_MORE = frozenset(("plus", "moins", "davantage", "beaucoup"))
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
        if value is None:
            continue
        if _names_proposition(token, value):
            if head is None or head is token or (head.lemma_ in words.bearing and token.i > head.i):
                verdict.lower(value, reason("hedge", sentence, token))
                return
        elif scope.head is not None and _is_spoken_of(token, value, scope.head, words):
            verdict.lower(value, reason("hedge", sentence, token))
            return


def judge_bound(
    verdict: Verdict, sentence: Sentence, cue: Token | None, scope: Scope, words: Words
) -> None:
    """Take the noun into account that an infinitive hangs on: "la nécessité de ⟦fermer⟧".

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the proposition.
        cue: The word of saying, if any.
        scope: Its main clause.
        words: The pack's words.
    """
    first = next((t for t in scope.tokens if not t.is_quote), None)
    if first is None or first.i - 2 < grammar.sentence_start(first):
        return
    _judge_object(verdict, sentence, first, cue, words)
    if scope.head is not None:
        return
    before = [t for t in first.doc[max(0, first.i - 4) : first.i] if not t.is_quote]
    if len(before) < 2 or before[-1].lower_ not in grammar.DE or before[-2].pos_ != "NOUN":
        return
    if not any(grammar.has(t, "VerbForm", "Inf") for t in scope.tokens[:3]):
        return
    noun = before[-2]
    value = words.open_nouns.get(noun.lemma_.lower())
    if value is None and noun.lemma_.lower() in words.open_with_infinitive:
        value = Factuality.UNDERSPECIFIED
    if value is not None:
        verdict.lower(value, reason("hedge", sentence, noun))


def _judge_object(
    verdict: Verdict, sentence: Sentence, first: Token, cue: Token | None, words: Words
) -> None:
    """Take the verb into account whose object is quoted: "veut ⟦« un endroit sûr »⟧"."""
    if not first.nbor(-1).is_quote or not verdict.plain:
        return
    verb = next((t for t in reversed(first.doc[first.first : first.i]) if not t.is_quote), None)
    if verb is None or verb is cue or not grammar.is_verb(verb) or not grammar.is_finite(verb):
        return
    if words.lemma(verb) in words.planning and negation_of(verb, words) is None:
        verdict.lower(Factuality.UNDERSPECIFIED, reason("intention", sentence, verb))


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
    known = noun in words.open_nouns or noun in words.conjectures or noun in words.events
    return known or noun.endswith(words.event_endings)


def value_of(token: Token, words: Words) -> Factuality | None:
    """Return what a noun of doubt says of what it names; the tagger may take it for a verb."""
    low = token.lower_
    value = words.open_nouns.get(low) or words.open_nouns.get(low.removesuffix("s"))
    if value is None and low in words.binding:
        return Factuality.UNDERSPECIFIED
    return value


def _is_spoken_of(noun: Token, value: Factuality, verb: Token, words: Words) -> bool:
    """Tell "le risque, c'est P", "le danger est que P", "la volonté de frapper est intacte"."""
    if noun.i > verb.i or verb.lemma_ not in words.being or noun.dep_ not in _SPOKEN_OF:
        return False
    end = grammar.sentence_end(verb)
    following = [t for t in verb.doc[verb.i + 1 : min(verb.i + 5, end)] if not t.is_quote]
    if verb.i > 0 and verb.nbor(-1).lower_ in grammar.CE:
        article = bool(following) and grammar.has(following[0], "PronType", "Art")
        if article and value is not Factuality.UNDERSPECIFIED:
            return True
    if any(t.lower_ in grammar.QUE for t in following[:2]) and verb.lemma_ == "être":
        return True
    if binds_infinitive(following):
        return True
    # What the noun takes stands between it and the verb, and the rest says that it is there.
    return (
        grammar.is_verb(verb)
        and verb.head.pos_ != "VERB"
        and binds_infinitive(noun.doc[noun.i + 1 : verb.i])
    )


def binds_infinitive(tokens: Sequence[Token]) -> bool:
    """Tell whether "de" and an infinitive stand among tokens."""
    plain = [t for t in tokens if t.pos_ not in {"PRON", "PART"} and not t.is_quote]
    return any(
        a.lower_ in grammar.DE and grammar.has(b, "VerbForm", "Inf") for a, b in pairwise(plain)
    )


def _is_more(of: Token) -> bool:
    """Tell "plus de risques"."""
    return of.i > 0 and of.nbor(-1).lower_ in _MORE


def _names_proposition(noun: Token, value: Factuality) -> bool:
    """Tell whether "que" or "de" and an infinitive stand behind, or it begins a headline."""
    end = grammar.sentence_end(noun)
    following = noun.doc[noun.i + 1 : min(noun.i + 7, end)]
    # "un risque majeur de perdre"
    following = following[1:] if following and following[0].pos_ == "ADJ" else following
    cases = [c for c in noun.children if c.dep_ == "case"]
    if not following or any(c.lower_ not in grammar.DE or not _is_more(c) for c in cases):
        return False
    before = noun.nbor(-1) if noun.i > grammar.sentence_start(noun) else None
    headline = before is None or (
        before.pos_ in _BEFORE_HEADLINE and before.i == grammar.sentence_start(noun)
    )
    if following[0].lower_ in grammar.QUE:
        return (
            value is not Factuality.UNDERSPECIFIED
            and before is not None
            and before.pos_ in _BEFORE_HEADLINE
        )
    if following[0].lower_ not in grammar.DE:
        return False
    if binds_infinitive(following[:6]):
        # "a la chance d'être là" is no doubt.
        lucky = before is not None and before.lower_ == "la" and noun.lower_ == "chance"
        # "plus de risques de connaître une panne"
        more = before is not None and before.lower_ in grammar.DE
        return more or (before is not None and before.pos_ in _BEFORE_HEADLINE and not lucky)
    return (
        value is not Factuality.UNDERSPECIFIED
        and headline
        and not any(
            grammar.is_verb(t) and grammar.is_finite(t) and t is not noun
            for t in noun.doc[noun.i : end]
        )
    )
