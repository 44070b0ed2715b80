"""Adverbs and fixed phrases of doubt, plan and impossibility in a proposition."""

from collections.abc import Iterator

from recoupe.extraction import grammar
from recoupe.extraction.factuality.phrases import Met, Phrases
from recoupe.extraction.factuality.scope import Scope, lexical
from recoupe.extraction.factuality.verdict import Verdict
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality, Reason, Span

_F = Factuality
_REFLEXIVE = frozenset(("se", "s'", "s’"))
# In words, from an auxiliary to its participle.
_NEAR = 4
_PREDICATES = frozenset(("ROOT", "xcomp", "ccomp", "parataxis"))


def judge_hedges(verdict: Verdict, text: str, content: Span, scope: Scope, words: Words) -> None:
    """Take adverbs and fixed phrases of doubt, plan and impossibility into account.

    Args:
        verdict: The value in the making; changed in place.
        text: The document's stored text.
        content: Span of the proposition.
        scope: Its main clause.
        words: The pack's words.
    """

    def told(rule: str, met: Met) -> Reason:
        span = Span(content.start + met.start, content.start + met.end)
        return Reason(rule=rule, words=span.of(text), span=span)

    def met_in(phrases: Phrases) -> Iterator[Met]:
        # What looks like an infinitive may be a noun: "loin de la frontière".
        for met in phrases.find(scope.text, scope.words):
            if not met.infinitive or met.infinitive in scope.infinitives:
                yield met

    for excluded in met_in(words.not_excluded):
        verdict.settle(_F.POSSIBLE, told("hedge", excluded))
        return
    for met in met_in(words.phrases):
        if _is_aside(met, scope, words, frozenset()):
            continue
        # A conditional or a plain negation of the same clause is told by the phrase.
        if met.value.denied:
            verdict.settle(met.value, told("hedge", met))
        else:
            verdict.lower(met.value, told("hedge", met))
        break
    for adverb in met_in(words.adverbs):
        verdict.lower(adverb.value, told("hedging-adverb", adverb))
        break
    if verdict.negative:
        return
    for regarded in met_in(words.regarded):
        if not _is_aside(regarded, scope, words, frozenset()):
            verdict.lower(_F.PROBABLE, told("hedge", regarded))
            break
    for plan in (*met_in(words.intention_phrases), *met_in(words.wanted)):
        if not _is_aside(plan, scope, words, words.purpose):
            verdict.lower(_F.UNDERSPECIFIED, told("intention", plan))
            break


def _is_aside(plan: Met, scope: Scope, words: Words, purpose: frozenset[str]) -> bool:
    """Tell a plan that only describes or explains: "dans le but de", "des crédits destinés à"."""
    start, end = scope.start + plan.start, scope.start + plan.end
    held = [t for t in scope.main if start <= t.idx < end]
    bearer = next((t for t in held if t.pos_ in {"NOUN", "ADJ", "VERB"}), None)
    if held and held[0].lower_ in words.remote:
        # "loin d'être achevé, P", "P, loin d'être achevé"
        before = held[0].i > 0 and held[0].nbor(-1).text == ","
        return before or (held[0] is scope.tokens[0] and any(t.text == "," for t in scope.tokens))
    if bearer is None:
        return False
    if bearer.lower_ in words.forced and _is_done(bearer):
        return True
    if scope.head is None:
        # "un débat entre les candidats à la mairie"
        governed = bearer.pos_ == "NOUN" and _is_governed(bearer)
        return bool(purpose) and governed
    if bearer.i < scope.head.i:
        if bearer.pos_ != "NOUN":
            # "Destiné aux familles, le car partira", "l'homme, soupçonné d'avoir fui, est jugé"
            return bearer.dep_ not in _PREDICATES
        governed = _is_governed(bearer)
        return governed or _is_spoken_of(bearer, words)
    if bearer.pos_ == "NOUN":
        if bearer.head is not scope.head and grammar.is_present_participle(bearer.head):
            # "a surpris en affirmant sa volonté de vendre"
            return True
        cases = {c.lower_ for c in bearer.children if c.dep_ == "case"}
        described = bearer.dep_ == "nmod" and bearer.head.pos_ == "NOUN"
        return described or not cases.isdisjoint(purpose)
    if (
        grammar.has(bearer, "VerbForm", "Part")
        and bearer.dep_ not in _PREDICATES
        and bearer is not lexical(scope.head)
        and not any(c.dep_.startswith(("aux", "cop")) for c in bearer.children)
    ):
        # "il est jugé, soupçonné de fraude"
        return True
    noun = bearer.head
    return (
        bearer.dep_ in {"acl", "amod"}
        and noun.pos_ == "NOUN"
        and noun.i < bearer.i
        and noun.dep_ not in {"ROOT", "xcomp"}
    )


def _is_done(participle: Token) -> bool:
    """Tell "a été contraint de vendre", "s'est résolu à vendre" from "est contraint de"."""
    low = max(grammar.sentence_start(participle), participle.i - _NEAR)
    for token in reversed(participle.doc[low : participle.i]):
        if token.lower_ == "été" or token.lower_ in _REFLEXIVE:
            return True
        if token.pos_ not in {"AUX", "ADV"}:
            # "s'est dite résolue à vendre"
            return False
    return False


def _is_governed(noun: Token) -> bool:
    """Tell whether a noun stands behind a preposition; "a pour but de" is a plan."""
    return any(c.dep_ == "case" and c.lower_ != "pour" for c in noun.children)


def _is_spoken_of(noun: Token, words: Words) -> bool:
    """Tell "le projet de percer un tunnel divise la vallée", which tells of the valley."""
    verb = noun.head
    if noun.dep_ == "nsubj:pass":
        return verb.lemma_ in words.excluding
    return (
        noun.dep_ == "nsubj"
        and verb.pos_ == "VERB"
        and verb.lemma_ not in words.bearing
        and not any(c.dep_ == "cop" for c in verb.children)
    )
