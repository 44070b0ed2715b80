"""What governing verbs say of what they govern: "peut livrer", "envisage l'achat"."""

from recoupe.extraction.attribution import grammar
from recoupe.extraction.factuality.lexicon import Words
from recoupe.extraction.factuality.mood import conditional_of, is_compound, is_past
from recoupe.extraction.factuality.scope import Scope
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

_F = Factuality
# Verbs that pass on what the next one says: "va devoir", "a fini par refuser de".
_TRANSPARENT = {"aller", "venir", "commencer", "finir", "continuer", "faire", "laisser", "devoir"}
_INFINITIVE_ENDINGS = ("er", "ir", "oir", "dre", "tre", "ire")
_TO = {"à", "au", "aux"}
_OF = {"de", "d'", "d’", "du", "des"}
_BREAKS = {";", ":", "«", "»", "pour", "afin", "sans", "avant", "après", "et"}


def modal_auxiliaries(root: Token, words: Words) -> list[Token]:
    """Return modals that the parse hangs under their infinitive ("peut livrer")."""
    return [t for t in grammar.auxiliaries(root) if words.lemma(t) in words.modals]


def governed(verb: Token) -> list[Token]:
    """Return the infinitives that a verb passes its commitment on to, and the next."""
    out: list[Token] = []
    while verb.lemma_.lower() in _TRANSPARENT and len(out) < 3:
        following = infinitive_behind(verb)
        if following is None:
            break
        out.append(following)
        verb = following
    return out


def judge_governor(
    verdict: Verdict,
    sentence: Sentence,
    token: Token,
    cue: Token | None,
    negated: bool,
    words: Words,
) -> None:
    """Take one verb and what it governs into account.

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the verb.
        token: The verb.
        cue: The word of saying that introduces the content, if any.
        negated: Whether the verb is negated.
        words: The pack's words.
    """
    lemma = words.lemma(token)
    if lemma not in words.governing:
        return
    infinitive = infinitive_behind(
        token,
        over_object=lemma in words.over_object,
        over_phrases=lemma in words.bare_infinitive,
    )
    if lemma in words.need:
        _need(verdict, sentence, token, infinitive, words)
    elif lemma in words.modals and (
        infinitive is not None
        or lemma in words.linking
        or (lemma in words.with_noun and _object(token) is not None)
    ):
        value = _modal_value(token, lemma, infinitive, cue, negated, words)
        if value is not None:
            verdict.lower(value, reason("modal-verb", sentence, token))
        behind = _negated_infinitive(token, words)
        if behind is not None:
            verdict.lower(_F.CERTAIN_NOT, reason("negation", sentence, behind))
    elif not negated and _is_wished(token, lemma, infinitive, words):
        verdict.lower(_F.UNDERSPECIFIED, reason("intention", sentence, token))


def _need(
    verdict: Verdict, sentence: Sentence, token: Token, infinitive: Token | None, words: Words
) -> None:
    if infinitive is not None and infinitive.lemma_ in words.need_to_say:
        return
    done = is_compound(token) or grammar.mood_and_tense(token)[1] == "Past"
    if not done or conditional_of(token, words) is not None:
        verdict.lower(_F.UNDERSPECIFIED, reason("modal-verb", sentence, token))


def _modal_value(
    token: Token,
    lemma: str,
    infinitive: Token | None,
    cue: Token | None,
    negated: bool,
    words: Words,
) -> Factuality | None:
    """Return what a modal makes of its infinitive, None where it takes nothing away."""
    value = words.modals[lemma]
    certain = conditional_of(token, words) is None
    compound = is_compound(token)
    if lemma in words.duty:
        if not certain:
            # "aurait dû": said by the mood; "devrait": expected.
            return None if compound else value
        if compound or grammar.mood_and_tense(token)[1] == "Past":
            # "a dû être annulé": forced, and done.
            return None
        if _is_expected(token, infinitive, words):
            past = grammar.mood_and_tense(token)[1] == "Imp"
            # "devait être rendu vendredi": whether it was is not said.
            return value if not past or cue is not None else _F.UNDERSPECIFIED
        return _F.UNDERSPECIFIED
    if lemma == "pouvoir":
        if negated and certain:
            # "ne peut pas livrer" is held to be impossible, not merely possibly not so.
            return None
        if grammar.mood_and_tense(token)[0] == "Sub":
            # "doute que la ligne puisse rouvrir": asked for by the verb before.
            return None
        granted = infinitive is not None and infinitive.lemma_ in words.granted
        if certain and infinitive is not None:
            reflexive = any(c.lower_ in {"se", "s'", "s’"} for c in infinitive.children)
            granted = granted or (reflexive and f"se_{infinitive.lemma_}" in words.granted)
            if granted or (compound and infinitive.lemma_ in words.achieved):
                return None
    return value


def _is_expected(duty: Token, infinitive: Token | None, words: Words) -> bool:
    """Tell "doit s'ouvrir mardi" (a schedule), "doit avoir oublié" (a guess) from a duty."""
    if infinitive is None:
        return False
    if "avoir" in (infinitive.lemma_, *(a.lemma_ for a in grammar.auxiliaries(infinitive))):
        return True
    end = grammar.sentence_end(duty)
    for token in duty.doc[infinitive.i + 1 : min(infinitive.i + 12, end)]:
        if token.text in {";", ":", "»"} or token.pos_ == "SCONJ":
            break
        if token.lower_ in words.schedule:
            return True
    reflexive = any(c.lower_ in {"se", "s'", "s’"} for c in infinitive.children)
    return reflexive and infinitive.lemma_ in words.held


def _is_wished(token: Token, lemma: str, infinitive: Token | None, words: Words) -> bool:
    if lemma in words.planning and (_object(token) is not None or grammar.is_passive(token)):
        return True
    if lemma in words.considering and _has_event(token, words):
        # "a demandé une expertise": the act itself is a fact.
        return not (lemma in words.performative and is_past(token))
    if lemma in words.threatening and _threatens(token, words):
        return True
    if lemma in words.planning and _wants_that(token):
        return True
    if (
        lemma in words.calling
        and not is_past(token)
        and conditional_of(token, words) is None
        and _calls_for(token)
    ):
        return True
    if infinitive is not None and infinitive.lemma_ in words.granted and _is_polite(token, words):
        return False
    if lemma in words.if_conditional and conditional_of(token, words) is None:
        return False
    if lemma in words.if_impersonal and not _is_impersonal(token):
        return False
    if lemma in words.intention and infinitive is not None:
        return True
    if lemma in words.performative and not is_past(token):
        if _object(token) is not None and _is_first_person(token):
            # "nous proposons un pacte"
            return True
        return infinitive is not None or infinitive_behind(token, over_object=True) is not None
    return False


def _is_impersonal(token: Token) -> bool:
    before = token.doc[max(grammar.sentence_start(token), token.i - 4) : token.i]
    return any(t.lower_ == "il" for t in before)


def _has_event(token: Token, words: Words) -> bool:
    event = _object(token)
    if event is None:
        return False
    name = event.lemma_.lower()
    following = event.nbor(1) if event.i + 1 < grammar.sentence_end(event) else None
    of = following is not None and following.lower_ in _OF
    return name in words.events or (of and name.endswith(words.event_endings))


def _calls_for(token: Token) -> bool:
    """Tell "appelle à la grève", "exige des excuses"; not "appelle un taxi"."""
    behind = token.doc[token.i + 1 : min(token.i + 3, grammar.sentence_end(token))]
    first = next((t for t in behind if not t.is_punct and not t.is_quote), None)
    return (first is not None and first.lower_ in _TO) or (
        token.lemma_ != "appeler"
        and (thing := _object(token)) is not None
        and not _is_amount(thing)
    )


def _is_amount(noun: Token) -> bool:
    return any(c.dep_ == "nummod" for c in noun.children)


def _threatens(token: Token, words: Words) -> bool:
    """Tell "menace le groupe de sanctions" from "le feu menace le village"."""
    of = {"de", "d'", "d’"}
    behind = token.doc[token.i + 1 : min(token.i + 9, grammar.sentence_end(token))]
    return any(t.lemma_.lower() in words.threats and t.nbor(-1).lower_ in of for t in behind)


def _wants_that(token: Token) -> bool:
    following = token.nbor(1) if token.i + 1 < grammar.sentence_end(token) else None
    return following is not None and following.lower_ in grammar.QUE


def _object(token: Token) -> Token | None:
    return next(
        (c for c in token.children if c.dep_ == "obj" and c.pos_ == "NOUN" and c.i > token.i), None
    )


def _is_polite(token: Token, words: Words) -> bool:
    """Tell "je voudrais remercier", which does so."""
    return _is_first_person(token) and conditional_of(token, words) is not None


def _is_first_person(token: Token) -> bool:
    before = token.doc[max(grammar.sentence_start(token), token.i - 2) : token.i]
    return any(t.lower_ in {"je", "j'", "j’", "nous"} for t in before)


def _negated_infinitive(modal: Token, words: Words) -> Token | None:
    """Return the particle in "pourrait ne pas rouvrir", "risque de ne pas partir"."""
    behind = modal.doc[modal.i + 1 : min(modal.i + 6, grammar.sentence_end(modal))]
    for place, token in enumerate(behind):
        if token.lower_ in words.ne:
            return next((t for t in behind[place:] if t.lower_ in words.particles), None)
        if token.pos_ not in {"ADP", "ADV"}:
            return None
    return None


def infinitive_behind(
    token: Token, *, over_object: bool = False, over_phrases: bool = False
) -> Token | None:
    """Return the infinitive that a verb governs, by the order of words, else by the parse.

    Args:
        token: The verb.
        over_object: It may stand behind an object ("empêche le ferry d'accoster").
        over_phrases: It may stand behind a phrase ("peut en effet saisir").
    """
    for following in token.doc[token.i + 1 : min(token.i + 10, grammar.sentence_end(token))]:
        if _dates(following):
            continue
        # Right behind a modal the ending is enough: "veut rebondir".
        near = following.i == token.i + 1 and following.pos_ not in {"NUM", "DET", "PRON"}
        near = near and (over_phrases or following.pos_ != "NOUN")
        if grammar.has(following, "VerbForm", "Inf") or (
            near and following.lower_.endswith(_INFINITIVE_ENDINGS)
        ):
            return following
        if following.pos_ in {"NOUN", "PROPN"} and not over_object:
            if not (over_phrases and following.nbor(-1).pos_ in {"ADP", "DET"}):
                break
        elif following.pos_ == "SCONJ" or following.lower_ in _BREAKS:
            break
    return _governed_by_parse(token)


def _dates(token: Token) -> bool:
    """Tell "à partir de", which governs nothing."""
    if token.lower_ != "partir" or token.i + 1 >= grammar.sentence_end(token):
        return False
    return token.nbor(-1).lower_ == "à" and token.nbor(1).lower_ in _OF


def _governed_by_parse(token: Token) -> Token | None:
    """Return the infinitive that only the parse finds: "tentaient mardi soir de rejoindre"."""
    return next(
        (
            c
            for c in token.children
            if c.dep_ == "xcomp"
            and c.i > token.i
            and grammar.has(c, "VerbForm", "Inf")
            and not _dates(c)
        ),
        None,
    )


def judge_mistagged(
    verdict: Verdict, sentence: Sentence, cue: Token | None, scope: Scope, words: Words
) -> None:
    """Take governing verbs into account that the tagger took for nouns: "compte embaucher".

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the proposition.
        cue: The word of saying.
        scope: The proposition's main clause.
        words: The pack's words.
    """
    main = scope.main
    for place, token in enumerate(main[:-1]):
        if token.lower_ not in words.forms or token.pos_ in {"VERB", "AUX"} or place == 0:
            continue
        before, following = main[place - 1], main[place + 1]
        if before.pos_ in {"DET", "NUM", "ADP"} and before.lower_ not in {"a", "l'", "l’"}:
            continue
        behind = following.lower_ in {"de", "d'", "d’", "à"} or grammar.has(
            following, "VerbForm", "Inf"
        )
        links = words.lemma(token) in words.linking and following.pos_ in {"ADJ", "VERB", "AUX"}
        if links or (behind and infinitive_behind(token) is not None):
            judge_governor(verdict, sentence, token, cue, False, words)
            return
