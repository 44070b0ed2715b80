"""What governing verbs say of what they govern: "peut livrer", "envisage l'achat"."""

from recoupe.extraction import grammar
from recoupe.extraction.factuality.infinitives import infinitive_behind
from recoupe.extraction.factuality.mood import conditional_of, is_compound
from recoupe.extraction.factuality.scope import Scope
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.factuality.wishes import goes_to, is_wished, object_of
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

_F = Factuality
_EVERY = frozenset(("tout", "toute", "tous", "toutes"))
# Labels of names whose bearers do things.
_DOING = frozenset(("PER", "ORG", "PUBLIC"))
_REFLEXIVE = frozenset(("se", "s'", "s’", "me", "m'", "m’", "nous", "vous"))


def modal_auxiliaries(root: Token, words: Words) -> list[Token]:
    """Return modals that the parse hangs under their infinitive ("peut livrer")."""
    return [t for t in grammar.auxiliaries(root) if words.lemma(t) in words.modals]


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
        or (lemma in words.linking and _links(token, lemma, words))
        or (lemma in words.elliptic and _stands_alone(token, lemma))
        or (lemma in words.with_noun and (object_of(token) is not None or _up_to(token)))
        or (lemma in words.giving_up and any(goes_to(c) for c in token.rights))
        or (words.modals[lemma] is _F.CERTAIN_NOT and _takes_all(token))
    ):
        value = _modal_value(token, lemma, infinitive, cue, negated, words)
        if value is not None:
            verdict.lower(value, reason("modal-verb", sentence, token))
        behind = _negated_infinitive(token, words)
        if behind is not None:
            verdict.lower(_F.CERTAIN_NOT, reason("negation", sentence, behind))
    elif lemma in words.deciding:
        behind = _negated_infinitive(token, words) if infinitive is not None else None
        if behind is not None:
            verdict.lower(_F.CERTAIN_NOT, reason("negation", sentence, behind))
        elif not negated and is_wished(token, lemma, infinitive, words):
            verdict.lower(_F.UNDERSPECIFIED, reason("intention", sentence, token))
    elif not negated and is_wished(token, lemma, infinitive, words):
        verdict.lower(_F.UNDERSPECIFIED, reason("intention", sentence, token))


def _up_to(token: Token) -> bool:
    """Tell "risque jusqu'à deux ans de prison"."""
    following = token.nbor(1) if token.i + 1 < grammar.sentence_end(token) else None
    return following is not None and following.lower_.startswith("jusqu")


def _takes_all(token: Token) -> bool:
    """Tell "refuse toute coopération", "s'abstient de tout commentaire"."""
    behind = token.doc[token.i + 1 : min(token.i + 3, grammar.sentence_end(token))]
    first = next((t for t in behind if t.pos_ != "ADP"), None)
    if first is None or first.lower_ not in _EVERY or first.i + 1 >= first.past:
        return False
    return first.nbor(1).pos_ in {"NOUN", "ADJ"}


def _links(token: Token, lemma: str, words: Words) -> bool:
    """Tell "paraît compromis" from "le livre paraît jeudi", "est paru en mai"."""
    if lemma not in words.appearing:
        return True
    if any(a.lemma_ == "être" for a in grammar.auxiliaries(token)):
        return False
    if any(t.lower_ == "il" and t.dep_.startswith("expl") for t in token.lefts):
        return True
    behind = token.doc[token.i + 1 : min(token.i + 5, grammar.sentence_end(token))]
    first = next((t for t in behind if t.pos_ not in {"ADV", "PUNCT", "PRON"}), None)
    return first is not None and (first.pos_ in {"ADJ", "VERB"} or first.dep_ == "xcomp")


def _need(
    verdict: Verdict, sentence: Sentence, token: Token, infinitive: Token | None, words: Words
) -> None:
    if infinitive is not None and _is_only_said(infinitive, words):
        return
    done = is_compound(token) or grammar.mood_and_tense(token)[1] == "Past"
    if not done or conditional_of(token, words) is not None:
        verdict.lower(_F.UNDERSPECIFIED, reason("modal-verb", sentence, token))


def _stands_alone(token: Token, lemma: str) -> bool:
    """Tell "peut" with its infinitive out of sight from "s'ils le peuvent", "n'ont pu que voir"."""
    if not grammar.is_verb(token) or token.lower_ == lemma or token.i == 0:
        return False
    behind = token.doc[token.i + 1 : min(token.i + 3, grammar.sentence_end(token))]
    return token.nbor(-1).lower_ != "le" and not any(t.lower_ in grammar.QUE for t in behind)


def _is_only_said(infinitive: Token, words: Words) -> bool:
    """Tell "il faut savoir que P", "il faut noter la hausse" from "il faut savoir attendre"."""
    if infinitive.lemma_ not in words.need_to_say:
        return False
    if infinitive.nbor(-1).lower_ in {"le", "l'", "l’"}:
        # "il faut le dire, P"
        return True
    end = grammar.sentence_end(infinitive)
    behind = infinitive.doc[infinitive.i + 1 : min(infinitive.i + 4, end)]
    return infinitive.lemma_ in words.need_to_note or any(
        (t.lower_ in grammar.QUE and t.nbor(-1).lower_ != "ce") or t.text == ":" for t in behind
    )


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
        future = grammar.mood_and_tense(token)[1] == "Fut"
        if not future and _is_expected(token, infinitive, words):
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
            reflexive = any(c.lower_ in _REFLEXIVE for c in infinitive.children)
            granted = granted or (reflexive and f"se_{infinitive.lemma_}" in words.granted)
            if granted or (compound and _is_achieved(token, infinitive, words)):
                return None
    return value


def _is_achieved(could: Token, infinitive: Token, words: Words) -> bool:
    """Tell "a enfin pu accoster", which somebody did, from "a pu causer la panne".

    What people or bodies "ont pu" do, and what "a pu être" done, is mostly told as done; not
    what one only guesses at ("a pu provoquer", "a pu se tromper"), and not in a question.
    """
    passive = infinitive.lemma_ == "être" and infinitive.dep_.startswith("aux")
    deed = infinitive.head if passive and infinitive.head.i > infinitive.i else infinitive
    if deed.lemma_ in words.achieved:
        return True
    first = grammar.verb_group(could)[0]
    group = could.doc[first.i : infinitive.i]
    if any(t.lower_ in words.at_last for t in group):
        return True
    if deed.lemma_ in words.guessed or deed.pos_ != "VERB":
        return False
    before = could.doc[grammar.sentence_start(could) : first.i]
    if any(t.lower_ in words.asking_how for t in before):
        return False
    return deed is not infinitive or _is_doer(grammar.subject(could), words)


def _is_doer(subject: Token | None, words: Words) -> bool:
    """Tell people and bodies from things, of which one guesses what they did."""
    if subject is None:
        return False
    if subject.pos_ == "PRON":
        return subject.lower_ in words.doers
    return subject.ent_type_ in _DOING or subject.lemma_.lower() in words.doers


def _is_expected(duty: Token, infinitive: Token | None, words: Words) -> bool:
    """Tell "doit s'ouvrir mardi" (a schedule), "doit avoir oublié" (a guess) from a duty."""
    if infinitive is None:
        return False
    end = grammar.sentence_end(duty)
    if any(a.lemma_ == "avoir" for a in grammar.auxiliaries(infinitive)) or (
        infinitive.lemma_ == "avoir"
        and any(
            grammar.has(t, "Tense", "Past") for t in duty.doc[infinitive.i + 1 : infinitive.i + 3]
        )
    ):
        return True
    for token in duty.doc[infinitive.i + 1 : min(infinitive.i + 12, end)]:
        if token.text in {";", ":", "»"} or token.pos_ == "SCONJ":
            break
        if token.lower_ in words.schedule:
            return True
    reflexive = any(c.lower_ in {"se", "s'", "s’"} for c in infinitive.children)
    return reflexive and infinitive.lemma_ in words.held


def _negated_infinitive(modal: Token, words: Words) -> Token | None:
    """Return the particle in "pourrait ne pas rouvrir", "risque de ne pas partir"."""
    behind = modal.doc[modal.i + 1 : min(modal.i + 6, grammar.sentence_end(modal))]
    for place, token in enumerate(behind):
        if token.lower_ in words.ne:
            return next((t for t in behind[place:] if t.lower_ in words.particles), None)
        if token.pos_ not in {"ADP", "ADV"}:
            return None
    return None


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
        if before.pos_ in {"DET", "ADP"} and before.lower_ not in {"a", "l'", "l’"}:
            continue
        behind = following.lower_ in {"de", "d'", "d’", "à"} or grammar.has(
            following, "VerbForm", "Inf"
        )
        links = words.lemma(token) in words.linking and following.pos_ in {"ADJ", "VERB", "AUX"}
        stands_up = words.lemma(token) in words.advocating and following.lower_ == "pour"
        if links or stands_up or (behind and infinitive_behind(token) is not None):
            judge_governor(verdict, sentence, token, cue, False, words)
            return
