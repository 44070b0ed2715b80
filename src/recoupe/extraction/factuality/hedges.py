"""Hedges around the main verb, and conditionals that the parse put elsewhere."""

from collections.abc import Iterator
from itertools import pairwise

from recoupe.extraction import grammar
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.factuality.asides import is_conjugated
from recoupe.extraction.factuality.infinitives import infinitive_behind
from recoupe.extraction.factuality.mood import future_in_the_past
from recoupe.extraction.factuality.phrases import Met, Phrases
from recoupe.extraction.factuality.scope import Scope, lexical
from recoupe.extraction.factuality.unsure import judge_unsure
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.factuality.wishes import names_event
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality, Reason, Span

_F = Factuality
_DE = frozenset(("de", "d'", "d’"))
# A tagger may take "est douteuse" for a passive.
_COPULAS = frozenset(("cop", "aux:pass"))
_NEAR = 4
_LONGEST_VERDICT = 6
_PREDICATES = frozenset(("ROOT", "xcomp", "ccomp", "parataxis"))
# Reasons that already tell what a conditional in the content means.
_TOLD = {"conditional-of-hearsay", "hypothesis", "future-in-the-past", "modal-verb", "intention",
         "unreal"}  # fmt: skip


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


def judge_predicate(
    verdict: Verdict, sentence: Sentence, root: Token | None, scope: Scope, words: Words
) -> None:
    """Take predicates into account that declare their subject false or open ("c'est faux")."""
    main = scope.main
    if judge_unsure(verdict, sentence, scope, words):
        return
    if root is not None and root.lower_ in words.needed and _is_needed(root, words):
        verdict.open = True
        verdict.reasons.append(reason("intention", sentence, root))
        return
    if root is not None and not verdict.negative and _is_left_open(root, words):
        # "la fermeture est une hypothèse"
        open_noun = words.open_nouns.get(root.lemma_.lower(), _F.UNDERSPECIFIED)
        verdict.lower(open_noun, reason("hedge", sentence, root))
        return
    open_value = words.open_adjectives.get(root.lower_) if root is not None else None
    if root is not None and open_value is not None:
        impossible = verdict.negative and open_value is _F.POSSIBLE
        if not impossible and any(t.dep_ in _COPULAS for t in root.children):
            verdict.lower(open_value, reason("hedge", sentence, root))
        return
    if root is not None and root.lemma_ in words.being and not verdict.negative:
        # "la vente reste hypothétique"
        for child in root.rights:
            stays = words.open_adjectives.get(child.lower_)
            if stays is not None and child.i < root.i + _NEAR:
                verdict.lower(stays, reason("hedge", sentence, child))
                return
    for place, token in enumerate(main):
        if token.lower_ not in words.false_predicates:
            continue
        before = [t.lower_ for t in main[max(0, place - 5) : place]]
        if before and before[-1] in {"un", "des", "le", "les"} and token.lower_ == "faux":
            # A forged paper, a false one.
            continue
        elided = any(one in {"c'", "c’"} and other == "est" for one, other in pairwise(before))
        # "qualifie de « pure invention »": the verdict is the whole of it.
        long = sum(not (t.is_punct or t.is_quote) for t in main)
        verdict_alone = scope.head is None and long <= _LONGEST_VERDICT
        if verdict_alone or elided or any(word in words.copulas for word in before):
            verdict.lower(_F.CERTAIN_NOT, reason("denial", sentence, token))
            return


def _is_left_open(noun: Token, words: Words) -> bool:
    """Tell "est une hypothèse", "reste un espoir" from "est l'objectif du plan"."""
    if noun.lemma_.lower() not in words.open_predicates:
        return False
    indefinite = any(c.dep_ == "det" and grammar.has(c, "Definite", "Ind") for c in noun.children)
    return indefinite and any(c.dep_ == "cop" for c in noun.children)


def _is_needed(root: Token, words: Words) -> bool:
    """Tell "il serait souhaitable que" from "l'eau est nécessaire"."""
    if not any(t.dep_ == "cop" for t in root.children):
        return False
    subject = next((t for t in root.lefts if t.dep_ == "nsubj"), None)
    past = any(grammar.has(t, "Tense", "Imp") for t in root.children if t.dep_ == "cop")
    if subject is not None and not past and names_event(subject, words):
        # "une réforme est nécessaire"
        return True
    following = root.nbor(1) if root.i + 1 < grammar.sentence_end(root) else None
    return following is not None and (
        following.lower_ in grammar.QUE
        or (
            following.lower_ in _DE
            and following.i + 1 < grammar.sentence_end(root)
            and grammar.has(following.nbor(1), "VerbForm", "Inf")
        )
    )


def judge_stray_conditional(
    verdict: Verdict,
    sentence: Sentence,
    root: Token | None,
    cue: Token | None,
    scope: Scope,
    saying: Saying,
    words: Words,
) -> None:
    """Take a conditional into account that the parse did not put at the content's head.

    A proposition with a hearsay form in it is never certain: a missed
    conditional is the worst of errors, a doubt too much the least.

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the content's main verb.
        root: The content's main token.
        cue: The word of saying; None in the report's own voice.
        scope: The proposition's main clause.
        saying: The words of saying of the language.
        words: The pack's words.
    """
    if any(r.rule in _TOLD for r in verdict.reasons):
        return
    verbless = scope.head is None and (root is None or root.pos_ not in {"VERB", "AUX"})
    # In the report's own voice a further clause may be somebody's, unrecognised.
    further = scope.tail if cue is None else ()
    for token in scope.tokens if verbless else (*scope.main, *further):
        if not words.is_conditional(token) or not is_conjugated(token, words):
            continue
        lemma = words.lemma(token)
        if lemma in words.modals and further and token.i >= further[0].i:
            # "P, mais Q pourrait": P is what is told.
            continue
        if verdict.negative and token.lemma_ in words.ne_alone and lemma not in words.modals:
            # "ne saurait être tenu pour responsable": cannot
            continue
        wished = lemma in words.intention and infinitive_behind(token) is not None
        if wished or lemma in words.need:
            # Wishes and needs are told by what they govern.
            continue
        if future_in_the_past(token, token, cue):
            return
        # "le maire avait annoncé que la ligne fermerait"
        head = scope.head
        if head is not None and head.i < token.i:
            teller = _teller(head, token, saying)
            if teller is not None and future_in_the_past(token, token, teller):
                continue
        value = words.modals[lemma] if lemma in words.duty else _F.POSSIBLE
        verdict.lower(value, reason("conditional-of-hearsay", sentence, token))
        return


def _teller(head: Token, bearer: Token, saying: Saying) -> Token | None:
    """Return the word of saying between the main verb and a conditional, if any."""
    for token in head.doc[head.i : bearer.i]:
        if saying.cue(token) is not None:
            return token
    return None
