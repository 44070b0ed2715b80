"""What mood and governing verbs do to a proposition.

The conditional has four uses in news: hearsay ("aurait reçu"), hypothesis
("serait, si"), a future seen from the past ("a déclaré qu'il livrerait") and
the weakened modal ("pourrait", "devrait"). Only the third leaves a source's
commitment whole.
"""

import re

from spacy.tokens import Token

from recoupe.extraction.attribution import grammar
from recoupe.extraction.factuality.negation import negation_of
from recoupe.extraction.factuality.verdict import Verdict, Words, reason
from recoupe.extraction.parsed import Sentence
from recoupe.model import Factuality, Span

_F = Factuality
_BEFORE_CONDITION = {",", "«", "“", '"', "et"}
# Reasons that already tell what a conditional in the content means.
_TOLD = {"conditional-of-hearsay", "hypothesis", "future-in-the-past", "modal-verb", "intention"}
_SUBORDINATE = {"qui", "dont", "où", "que", "qu'", "qu’", "si", "s'", "lorsque", "quand"}
_PAST_AUXILIARIES = {"avoir", "être"}


def judge_verb(
    verdict: Verdict, sentence: Sentence, root: Token, cue: Token | None, words: Words
) -> None:
    """Take polarity, mood and governing verbs of the main verb into account.

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the main verb.
        root: The main verb, or the predicate of a copula.
        cue: The word of saying that introduces the content, if any.
        words: The pack's words.
    """
    copula = next((t for t in root.children if t.dep_ == "cop"), None)
    if copula is None and not grammar.is_verb(root):
        # A predicate whose copula the parse calls an auxiliary: "n'a été victime de rien".
        copula = next(iter(grammar.auxiliaries(root)), None)
    verb = root if grammar.is_verb(root) and copula is None else copula
    if verb is None:
        _verbless(verdict, sentence, root, words)
        return
    governing = _governing(root, verb)
    bearer = governing or verb
    negation = negation_of(bearer, words)
    inner = negation_of(verb, words) if bearer is not verb else None
    if negation is not None and not _behind_modal(negation, verb, words):
        verdict.lower(_F.CERTAIN_NOT, reason("negation", sentence, negation))
        outer_negated = True
    else:
        inner = inner or negation
        outer_negated = False
    if inner is not None and not outer_negated:
        verdict.lower(_F.CERTAIN_NOT, reason("negation", sentence, inner))
    _mood(verdict, sentence, bearer, cue, words)
    for token in dict.fromkeys((*_modal_auxiliaries(root), bearer, root)):
        _modal(verdict, sentence, token, root, words, outer_negated)


def _governing(root: Token, verb: Token) -> Token | None:
    """Return a modal that the parse hangs under its infinitive ("peut livrer"), if any."""
    return next(iter(_modal_auxiliaries(root)), None) if verb is not None else None


def _modal_auxiliaries(root: Token) -> list[Token]:
    return [t for t in grammar.auxiliaries(root) if t.lemma_ in {"pouvoir", "devoir"}]


def _behind_modal(negation: Token, verb: Token, words: Words) -> bool:
    """Tell "pourrait ne pas rouvrir", where the negation is the infinitive's."""
    if negation.i == grammar.sentence_start(negation):
        return False
    before = negation.nbor(-1)
    return before.lower_ in words.ne and (
        before.i > verb.i or (verb.i > negation.i and not grammar.is_finite(verb))
    )


def _verbless(verdict: Verdict, sentence: Sentence, root: Token, words: Words) -> None:
    for token in root.children:
        if token.lower_ in words.determiners or token.lower_ == "sans":
            verdict.lower(_F.CERTAIN_NOT, reason("negation", sentence, token))
            return


def _mood(
    verdict: Verdict, sentence: Sentence, verb: Token, cue: Token | None, words: Words
) -> None:
    mood, _ = grammar.mood_and_tense(verb)
    if mood == "Imp" and grammar.subject(verb) is None:
        verdict.lower(_F.UNDERSPECIFIED, reason("imperative", sentence, verb))
        return
    bearer = conditional_of(verb, words)
    if bearer is None or bearer.lemma_ in words.modals:
        return
    if condition_in(verb, words) is not None:
        verdict.lower(_F.UNDERSPECIFIED, reason("hypothesis", sentence, bearer))
    elif _future_in_the_past(verb, bearer, cue):
        verdict.reasons.append(reason("future-in-the-past", sentence, bearer))
    else:
        near = verb.doc[bearer.i : min(verb.i + 3, grammar.sentence_end(verb))]
        likely = any(words.adverbs.get(t.lower_) is _F.PROBABLE for t in near)
        value = _F.PROBABLE if likely else _F.POSSIBLE
        verdict.lower(value, reason("conditional-of-hearsay", sentence, bearer))


def conditional_of(verb: Token, words: Words) -> Token | None:
    """Return the part of a verb that stands in the conditional, or None.

    The form counts besides the tag: an imperfect is easily taken for it.
    """
    for token in (*grammar.auxiliaries(verb), verb):
        if grammar.has(token, "Mood", "Cnd") or words.conditional.match(token.lower_):
            return token
    return None


def judge_stray_conditional(
    verdict: Verdict, sentence: Sentence, content: Span, cue: Token | None, words: Words
) -> None:
    """Take a conditional into account that the parse did not put at the content's head.

    A proposition with a hearsay form in it is never certain: a missed
    conditional is the worst of errors, a doubt too much the least.

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the content's main verb.
        content: Span of the proposition.
        cue: The word of saying; None in the report's own voice.
        words: The pack's words.
    """
    if any(r.rule in _TOLD for r in verdict.reasons):
        return
    low, high = content.start - sentence.offset, content.end - sentence.offset
    subordinate = False
    for token in sentence.words:
        if not low <= token.idx < high:
            continue
        if token.text in {",", ";", ":"}:
            subordinate = False
        elif token.lower_ in _SUBORDINATE:
            # In the report's own voice "que" may hide a saying that was not recognised.
            subordinate = cue is not None or token.lower_ not in grammar.QUE
        elif words.conditional.match(token.lower_) and grammar.is_verb(token) and not subordinate:
            if cue is not None and _future_in_the_past(token, token, cue):
                return
            verdict.lower(_F.POSSIBLE, reason("conditional-of-hearsay", sentence, token))
            return


def condition_in(verb: Token, words: Words) -> Token | None:
    """Return the word that makes a clause depend on a condition ("si", "en cas de"), or None."""
    sentence = verb.doc[grammar.sentence_start(verb) : grammar.sentence_end(verb)]
    for token in sentence:
        following = token.nbor(1).lower_ if token.i + 1 < sentence.end else ""
        elided = token.lower_ in {"s'", "s’"} and following in {"il", "ils"}
        if token.i > sentence.start and token.nbor(-1).lower_ == "même":
            # "même si" grants, it does not condition.
            continue
        if elided or (token.lower_ == "si" and token.pos_ != "ADV" and token.dep_ != "advmod"):
            if token.i == sentence.start or token.nbor(-1).text in _BEFORE_CONDITION:
                return token
            if token.dep_ == "mark" and token.head.dep_ == "advcl":
                return token
    lowered = sentence.text.lower().replace("’", "'")
    for phrase in words.conditions:
        if phrase in lowered and re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", lowered):
            return next(t for t in sentence if t.lower_ in phrase or phrase.startswith(t.lower_))
    return None


def _future_in_the_past(verb: Token, bearer: Token, cue: Token | None) -> bool:
    """Tell "a déclaré qu'il livrerait" (a future seen from the past) from hearsay.

    Only a simple conditional, under a past cue that stands before it with "que".
    """
    if cue is None or cue.doc is not verb.doc or cue.i > verb.i:
        return False
    if bearer is not verb and bearer.dep_ == "aux:tense":
        return False
    _, tense = grammar.mood_and_tense(cue)
    past = tense in {"Past", "Imp"} or any(
        a.lemma_ in _PAST_AUXILIARIES for a in grammar.auxiliaries(cue)
    )
    between = verb.doc[cue.i + 1 : verb.i]
    return past and any(t.lower_ in grammar.QUE for t in between)


def _modal(
    verdict: Verdict,
    sentence: Sentence,
    token: Token,
    root: Token,
    words: Words,
    negated: bool,
) -> None:
    lemma = _lemma(token, words)
    governs = token is not root or _governs_infinitive(token)
    if lemma in words.modals and (governs or lemma in words.linking):
        value = words.modals[lemma]
        if lemma in words.duty and _is_past(token) and conditional_of(token, words) is None:
            # "a dû être annulé": forced, and done.
            return
        if lemma in words.duty and not _is_likelihood(token, root, words):
            value = _F.UNDERSPECIFIED
        if lemma == "pouvoir" and negated:
            # "ne peut pas livrer" is held to be impossible, not merely possibly not so.
            return
        verdict.lower(value, reason("modal-verb", sentence, token))
        behind = _negated_infinitive(token, words) if token is root else None
        if behind is not None:
            verdict.lower(_F.CERTAIN_NOT, reason("negation", sentence, behind))
        return
    if negated:
        # "n'a pas souhaité répondre": what was not even wished for did not happen.
        return
    wished = lemma in words.intention or (lemma in words.performative and not _is_past(token))
    performed = lemma in words.performative and not _is_past(token)
    if performed and _governs_infinitive(token, through_nouns=True):
        governs = True
    if (wished and governs) or (lemma in words.considering and _has_object(token)):
        verdict.lower(_F.UNDERSPECIFIED, reason("intention", sentence, token))


def _is_past(verb: Token) -> bool:
    """Tell whether a verb stands in a past tense, simple or compound."""
    return grammar.mood_and_tense(verb)[1] in {"Past", "Imp"} or any(
        a.lemma_ in _PAST_AUXILIARIES and a.dep_ != "aux:pass" for a in grammar.auxiliaries(verb)
    )


def _negated_infinitive(modal: Token, words: Words) -> Token | None:
    """Return the particle in "pourrait ne pas rouvrir"."""
    behind = modal.doc[modal.i + 1 : min(modal.i + 4, grammar.sentence_end(modal))]
    if not behind or behind[0].lower_ not in words.ne:
        return None
    return next((t for t in behind if t.lower_ in words.particles), None)


def _lemma(token: Token, words: Words) -> str:
    lemma = token.lemma_.lower()
    reflexive = f"se_{lemma}"
    if reflexive in words.intention:
        near = token.doc[max(grammar.sentence_start(token), token.i - 3) : token.i]
        if any(t.lower_ in {"se", "s'", "s’"} for t in near):
            return reflexive
    return lemma


def _is_likelihood(duty: Token, root: Token, words: Words) -> bool:
    """Tell "devrait livrer", "doit s'ouvrir mardi" (likelihood, schedule) from a duty.

    A duty has somebody who can have one: without a person for a subject, and in
    the conditional, "devoir" tells what is expected.
    """
    if conditional_of(duty, words) is not None or grammar.mood_and_tense(duty)[1] in {
        "Past",
        "Imp",
    }:
        return True
    if any(t.lower_ in words.schedule for t in duty.doc[duty.i : grammar.sentence_end(duty)]):
        return True
    infinitive = (
        root
        if duty is not root
        else next((c for c in root.children if grammar.has(c, "VerbForm", "Inf")), None)
    )
    if infinitive is None:
        return False
    reflexive = any(c.lower_ in {"se", "s'", "s’"} for c in infinitive.children)
    return reflexive or grammar.is_passive(infinitive)


def _governs_infinitive(token: Token, *, through_nouns: bool = False) -> bool:
    behind = token.doc[token.i + 1 : min(token.i + 8, grammar.sentence_end(token))]
    for following in behind:
        if grammar.has(following, "VerbForm", "Inf"):
            return True
        if following.pos_ in {"NOUN", "PROPN"} and not through_nouns:
            return False
        if following.pos_ == "SCONJ" or following.text in {",", ";"}:
            return False
        if following.lower_ in {"pour", "afin", "sans", "avant", "après"}:
            return False
    return False


def _has_object(token: Token) -> bool:
    return any(c.dep_ == "obj" and c.pos_ == "NOUN" and c.i > token.i for c in token.children)
