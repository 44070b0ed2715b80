"""What polarity, mood and governing verbs of its main verb do to a proposition."""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.factuality.asides import is_conjugated
from recoupe.extraction.factuality.governing import judge_governor, modal_auxiliaries
from recoupe.extraction.factuality.infinitives import governed, infinitive_behind
from recoupe.extraction.factuality.mood import (
    condition_in,
    conditional_of,
    future_in_the_past,
)
from recoupe.extraction.factuality.negation import negation_of
from recoupe.extraction.factuality.nouns import is_ruled_out
from recoupe.extraction.factuality.opening import begins_clause
from recoupe.extraction.factuality.scope import Scope
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Paragraph, Token
from recoupe.model import Factuality

_F = Factuality
_THE = frozenset(("le", "la", "l'", "l’", "les"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "dislocated", "ROOT"))


def judge_verb(
    verdict: Verdict,
    sentence: Sentence,
    root: Token,
    cue: Token | None,
    scope: Scope,
    words: Words,
) -> None:
    """Take polarity, mood and governing verbs of the main verb into account.

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the main verb.
        root: The main verb, or the predicate of a copula.
        cue: The word of saying that introduces the content, if any.
        scope: The proposition's main clause.
        words: The pack's words.
    """
    verb = _verb_of(root)
    if verb is None and is_conjugated(root, words):
        # The tagger took it for a noun; its form or "ne" says what it is.
        verb = root
    if verb is None:
        return
    modals = modal_auxiliaries(root, words)
    governing = next(iter(modals), None)
    bearer = governing or verb
    negation = negation_of(bearer, words)
    inner = negation_of(verb, words) if bearer is not verb else None
    negated = negation is not None and not _behind_modal(negation, bearer, words)
    # The words of "il ne fait aucun doute que" affirm; those behind them may deny.
    affirmed = is_affirmed(scope, words) and root.dep_ not in {"ccomp", "csubj", "acl"}
    outspoken = words.lemma(bearer) in words.affirming_when_negated
    if negated and (affirmed or (outspoken and not grammar.is_passive(verb))):
        return
    if negated and words.lemma(bearer) in words.excluding:
        # "n'exclut pas", "n'écarte toujours pas"
        verdict.settle(_F.POSSIBLE, reason("hedge", sentence, bearer))
        return
    if not negated and is_ruled_out(root, words):
        # "la piste criminelle est exclue"
        verdict.lower(Factuality.CERTAIN_NOT, reason("denial", sentence, root))
    if negation is not None and negated and _leaves_open(root, bearer, negation, words):
        verdict.lower(Factuality.UNDERSPECIFIED, reason("cue-negated", sentence, bearer))
    if negated and negation is not None:
        verdict.lower(_F.CERTAIN_NOT, reason("negation", sentence, negation))
    elif (inner or negation) is not None and not affirmed:
        verdict.lower(_F.CERTAIN_NOT, reason("negation", sentence, inner or negation or verb))
    _mood(verdict, sentence, bearer, cue, scope, words)
    if not negated and verb.lemma_ == "être" and (aim := _aim_of(verb, scope, words)) is not None:
        verdict.lower(_F.UNDERSPECIFIED, reason("intention", sentence, aim))
    for token in dict.fromkeys((*modals, bearer, root, *governed(bearer))):
        judge_governor(verdict, sentence, token, cue, negated, words)


def _aim_of(copula: Token, scope: Scope, words: Words) -> Token | None:
    """Return the noun of "l'objectif du plan est de réduire", "le but est la libération de"."""
    end = grammar.sentence_end(copula)
    behind = copula.doc[copula.i + 1 : min(copula.i + 5, end)]
    of = next((t for t in behind if t.lower_ in grammar.DE), None)
    if any(t.lower_ in words.remote for t in behind):
        return None
    infinitive = of is not None and of.i + 1 < end and _is_infinitive(of.nbor(1), copula.doc, end)
    first = next((t for t in behind if t.pos_ != "ADV" and not t.is_quote), None)
    wished = first is not None and first.lower_ in grammar.QUE
    if (
        not infinitive
        and not wished
        and not _is_event(copula.doc[copula.i + 1 : min(copula.i + 7, end)], words)
    ):
        return None
    before = (t for t in scope.main if t.i < copula.i and t.pos_ == "NOUN")
    noun = next((t for t in before if t.lemma_.lower() in words.aims), None)
    return noun if infinitive or (noun is not None and noun.dep_ in _SUBJECTS) else None


def _is_event(behind: Sequence[Token], words: Words) -> bool:
    """Tell "la libération de la vallée", which is to be, from "un échec"."""
    plain = [t for t in behind if not t.is_quote]
    if len(plain) < 3 or plain[0].pos_ != "DET" or plain[1].pos_ != "NOUN":
        return False
    name = plain[1].lemma_.lower()
    of = plain[2].lower_ in grammar.DE_DU
    return of and (name in words.events or name.endswith(words.event_endings))


def _is_infinitive(first: Token, doc: Paragraph, end: int) -> bool:
    """Tell whether an infinitive stands first, or behind its pronouns."""
    for token in doc[first.i : min(first.i + 4, end)]:
        if grammar.has(token, "VerbForm", "Inf"):
            return True
        if token.pos_ not in {"PRON", "ADV", "PART"} and not token.is_quote:
            return False
    return False


def is_affirmed(scope: Scope, words: Words) -> bool:
    """Tell whether a clause only looks negated: "il ne fait aucun doute"."""
    return next(words.affirming.find(scope.text, scope.words), None) is not None


def has_verb(root: Token) -> bool:
    """Tell whether a proposition's main word is a verb, or a predicate with one."""
    return _verb_of(root) is not None


def _verb_of(root: Token) -> Token | None:
    """Return what is conjugated: the verb itself, or the copula of a predicate."""
    copula = next((t for t in root.children if t.dep_ == "cop"), None)
    if copula is not None:
        return copula
    if grammar.is_verb(root):
        return root
    # A predicate whose copula the parse calls an auxiliary: "n'a été victime de rien".
    return next(iter(grammar.auxiliaries(root)), None)


def _leaves_open(root: Token, bearer: Token, negation: Token, words: Words) -> bool:
    """Tell "ne sait pas qui a signé", "n'a pas voulu confirmer la vente", denied as they are."""
    if negation.lower_ not in words.particles:
        # "n'a ni confirmé ni démenti"
        return False
    verbs = {root.lemma_.lower(), bearer.lemma_.lower()}
    infinitive = infinitive_behind(bearer)
    if infinitive is not None:
        verbs.add(infinitive.lemma_.lower())
    if not verbs.isdisjoint(words.confirming):
        return True
    end = grammar.sentence_end(bearer)
    last = infinitive or max(bearer, root, key=lambda t: t.i)
    behind = bearer.doc[last.i + 1 : min(last.i + 6, end)]
    asks = next((t for t in behind if t.pos_ != "ADV" or t.lower_ in grammar.SI), None)
    if asks is not None and asks.lower_ in grammar.QUE and not verbs.isdisjoint(words.proving):
        return True
    if asks is not None and asks.lower_ in grammar.SI and asks.i + 1 < end:
        # "n'a pas dit si P"
        return begins_clause(asks, asks.nbor(1))
    if "savoir" not in verbs or infinitive is not None:
        return False
    return asks is None or asks.is_punct or asks.lower_ in words.asking_openers


def _behind_modal(negation: Token, bearer: Token, words: Words) -> bool:
    """Tell "pourrait ne pas rouvrir", where the negation is the infinitive's."""
    if negation.i == grammar.sentence_start(negation):
        return False
    before = negation.nbor(-1)
    return before.lower_ in words.ne and before.i > bearer.i


def _says_who(bearer: Token, cue: Token | None, words: Words) -> bool:
    """Tell "a écrit que l'armateur serait le fils du maire": who somebody is, is no future."""
    if cue is None or bearer.dep_ != "cop" or words.lemma(cue) in words.announcing:
        return False
    what = bearer.head
    if what.pos_ not in {"NOUN", "PROPN"} or what.i < bearer.i:
        return False
    end = grammar.sentence_end(what)
    if any(t.lower_ in words.schedule for t in what.doc[bearer.i : end]):
        return False
    return what.pos_ == "PROPN" or any(
        c.dep_ == "det" and c.lower_ in _THE and c.i < what.i for c in what.children
    )


def _mood(
    verdict: Verdict,
    sentence: Sentence,
    verb: Token,
    cue: Token | None,
    scope: Scope,
    words: Words,
) -> None:
    bearer = conditional_of(verb, words)
    lemma = words.lemma(verb)
    if bearer is None or lemma in words.need:
        return
    if verdict.negative and bearer.lemma_ in words.ne_alone and lemma not in words.modals:
        # "ne saurait être tenu pour responsable": cannot
        return
    if lemma in words.intention and infinitive_behind(verb) is not None:
        return
    if lemma in words.modals and (bearer is verb or lemma not in words.duty):
        return
    if lemma in words.duty and bearer.lemma_ != "être":
        # "aurait dû ralentir": and did not; not "serait dû à une panne".
        verdict.lower(_F.CERTAIN_NOT, reason("unreal", sentence, bearer, verb))
        return
    if condition := condition_in(scope, True, words):
        verdict.lower(_F.UNDERSPECIFIED, reason("hypothesis", sentence, bearer, *condition))
    elif not _says_who(bearer, cue, words) and future_in_the_past(verb, bearer, cue):
        verdict.reasons.append(reason("future-in-the-past", sentence, bearer))
    else:
        # "aurait vraisemblablement cédé"
        likely = any(
            met.value is _F.PROBABLE for met in words.adverbs.find(scope.text, scope.words)
        )
        value = _F.PROBABLE if likely else _F.POSSIBLE
        verdict.lower(value, reason("conditional-of-hearsay", sentence, bearer))
