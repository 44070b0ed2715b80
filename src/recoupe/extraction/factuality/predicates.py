"""Predicates that declare their subject false, open or needed: "la vente reste hypothétique"."""

from collections.abc import Sequence
from itertools import pairwise

from recoupe.extraction import grammar
from recoupe.extraction.factuality.scope import Scope
from recoupe.extraction.factuality.unsure import judge_unsure
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.factuality.wishes import names_event
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

_F = Factuality
# A tagger may take "est douteuse" for a passive.
_COPULAS = frozenset(("cop", "aux:pass"))
_NEAR = 4
_LONGEST_VERDICT = 6
# In words, from "inculpé" to the last of what one is charged with.
_LONGEST_CHARGE = 12
_AS = "comme"
_LONGEST_NAME = 6


def judge_predicate(
    verdict: Verdict, sentence: Sentence, root: Token | None, scope: Scope, words: Words
) -> None:
    """Take predicates into account that declare their subject false or open ("c'est faux")."""
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
    if root is not None and not verdict.negative:
        named = _named_as(root, scope.main, words)
        if named is not None:
            verdict.lower(words.open_adjectives[named.lower_], reason("hedge", sentence, named))
            return
    _judge_false(verdict, sentence, scope, words)


def _judge_false(verdict: Verdict, sentence: Sentence, scope: Scope, words: Words) -> None:
    """Take "c'est faux", "ce récit est une pure invention" into account."""
    main = scope.main
    for place, token in enumerate(main):
        if token.lower_ not in words.false_predicates:
            continue
        before = [t.lower_ for t in main[max(0, place - 5) : place]]
        if before and before[-1] in {"un", "des", "le", "les"} and token.lower_ == "faux":
            # A forged paper, a false one.
            continue
        if _is_charge(main, place, words):
            # "inculpé de faux", "condamné pour diffamation"
            continue
        elided = any(one in {"c'", "c’"} and other == "est" for one, other in pairwise(before))
        # "qualifie de « pure invention »": the verdict is the whole of it.
        long = sum(not (t.is_punct or t.is_quote) for t in main)
        verdict_alone = scope.head is None and long <= _LONGEST_VERDICT
        if verdict_alone or elided or any(word in words.copulas for word in before):
            verdict.lower(_F.CERTAIN_NOT, reason("denial", sentence, token))
            return


def _is_charge(main: Sequence[Token], place: int, words: Words) -> bool:
    """Tell "inculpé de vol et de faux", "plainte pour calomnie", which name a crime."""
    if place == 0:
        return False
    if main[place - 1].lower_ in words.purpose_openers:
        return True
    if main[place - 1].lower_ not in grammar.DE:
        return False
    before = main[max(0, place - _LONGEST_CHARGE) : place]
    return any(t.lower_ in words.charging or t.lemma_.lower() in words.charging for t in before)


def _named_as(root: Token, main: Sequence[Token], words: Words) -> Token | None:
    """Return the adjective of "désigne la vanne comme la cause probable"."""
    if words.lemma(root) not in words.naming_as and root.lemma_ not in words.naming_as:
        return None
    behind = [t for t in main if t.i > root.i]
    place = next((i for i, t in enumerate(behind) if t.lower_ == _AS), None)
    if place is None:
        return None
    named = behind[place + 1 : place + 1 + _LONGEST_NAME]
    return next((t for t in named if t.lower_ in words.open_adjectives), None)


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
            following.lower_ in grammar.DE
            and following.i + 1 < grammar.sentence_end(root)
            and grammar.has(following.nbor(1), "VerbForm", "Inf")
        )
    )
