"""The conditional in its uses, conditions, and past tenses.

The conditional has four uses in news: hearsay ("aurait reçu"), hypothesis
("serait, si"), a future seen from the past ("a déclaré qu'il livrerait") and
the weakened modal ("pourrait", "devrait"). Only the third leaves a source's
commitment whole.
"""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.factuality.opening import begins_clause
from recoupe.extraction.factuality.scope import Scope
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.tokens import Token

_PAST_AUXILIARIES = {"avoir", "être"}
# A quotation mark may stand before "si".
_FIRST_WORDS = 2
_FUTURE = ("rai", "ras", "ra", "rons", "rez", "ront")
_WITH = frozenset(("avec",))


def conditional_of(verb: Token, words: Words) -> Token | None:
    """Return the part of a verb that stands in the conditional, or None.

    The form decides: taggers take imperfects in "-rait" for conditionals ("figurait", "encadrait").
    """
    parts = (*grammar.auxiliaries(verb), verb)
    return next((token for token in parts if words.is_conditional(token)), None)


def is_past(verb: Token) -> bool:
    """Tell whether a verb stands in a past tense, simple or compound."""
    return grammar.mood_and_tense(verb)[1] in {"Past", "Imp"} or is_compound(verb)


def is_compound(verb: Token) -> bool:
    """Tell whether a verb stands in a compound tense ("a dû", "avait pu")."""
    return any(
        a.lemma_ in _PAST_AUXILIARIES and a.dep_ != "aux:pass" for a in grammar.auxiliaries(verb)
    )


def is_done(verb: Token, words: Words) -> bool:
    """Tell whether a verb tells what happened: no condition hangs on "a accepté"."""
    if conditional_of(verb, words) is not None:
        return False
    mood, tense = grammar.mood_and_tense(verb)
    return mood == "Ind" and (tense == "Past" or (is_compound(verb) and tense != "Fut"))


def future_in_the_past(verb: Token, bearer: Token, cue: Token | None) -> bool:
    """Tell "a déclaré qu'il livrerait" (a future seen from the past) from hearsay.

    Only a simple conditional, under a past cue that stands before it with "que".
    """
    if cue is None or cue.doc is not verb.doc or cue.i > verb.i:
        return False
    if bearer is not verb and bearer.dep_ == "aux:tense":
        return False
    between = verb.doc[cue.i + 1 : verb.i]
    return _told_in_the_past(cue) and any(t.lower_ in grammar.QUE for t in between)


def _told_in_the_past(cue: Token) -> bool:
    if is_past(cue):
        return True
    # "a fait savoir que": the tense is the other verb's.
    before = cue.nbor(-1) if cue.i > grammar.sentence_start(cue) else None
    if before is None or before.lemma_ not in {"faire", "laisser"}:
        return False
    return is_past(before) or grammar.has(before, "VerbForm", "Part")


def condition_in(scope: Scope, conditional: bool, words: Words) -> Sequence[Token]:
    """Return the words that make a clause depend on a condition ("si", "en cas de").

    Args:
        scope: The proposition.
        conditional: Whether its main verb is in the conditional.
        words: The pack's words.
    """
    tokens = scope.tokens
    known = frozenset(t.lower_ for t in tokens)
    if not known.isdisjoint(grammar.SI):
        main = {t.i for t in scope.main}
        for place, token in enumerate(tokens):
            if (
                token.i in main
                and _is_condition(tokens, place, words)
                and not (place < _FIRST_WORDS and _grants(scope, token, conditional, words))
            ):
                return [token]
    if tokens and tokens[0].lower_ in words.conditions_of_conditional:
        head = scope.head
        future = head is not None and (
            grammar.mood_and_tense(head)[1] == "Fut" or head.lower_.endswith(_FUTURE)
        )
        lacks = future and tokens[0].lower_ not in _WITH and _names_condition(tokens, words)
        if conditional or lacks:
            return [tokens[0]]
    if not words.conditions.may_hold(known):
        return []
    shown = "".join(t.text_with_ws for t in tokens).lower().replace("’", "'")
    for met in words.conditions.find(shown, known):
        if not met.infinitive or any(
            t.lower_ == met.infinitive and grammar.has(t, "VerbForm", "Inf") for t in tokens
        ):
            start = tokens[0].idx
            held = [t for t in tokens if met.start <= t.idx - start < met.end]
            # Within a relative clause the condition is that clause's.
            if held and held[0].i in {t.i for t in scope.main}:
                return held
    return []


def _names_condition(tokens: Sequence[Token], words: Words) -> bool:
    """Tell "sans accord, l'usine fermera" from "sans surprise, l'usine fermera"."""
    behind = [t.lower_ for t in tokens[1:4]]
    return "," in [t.text for t in tokens[1:8]] and words.no_condition.isdisjoint(behind)


def _grants(scope: Scope, si: Token, conditional: bool, words: Words) -> bool:
    """Tell "si la ville est petite, elle emploie aussi dix agents" from a condition."""
    head = scope.head
    if head is None or conditional or head.i < si.i or conditional_of(head, words) is not None:
        return False
    mood, tense = grammar.mood_and_tense(head)
    if mood != "Ind" or tense != "Pres" or words.lemma(head) in words.need:
        return False
    if head.lower_.endswith(_FUTURE):
        # The tagger may take "partirons" for a present.
        return False
    if head.lemma_ in words.granting:
        return True
    inside = [t for t in scope.tokens if si.i < t.i < head.i and grammar.has(t, "VerbForm", "Fin")]
    if inside and (
        # An imperfect is a condition before a conditional only.
        grammar.feature(inside[0], "Tense") == "Imp" or inside[0].lemma_ in words.granted_state
    ):
        return True
    behind = head.doc[head.i : min(head.i + 6, grammar.sentence_end(head))]
    return any(t.lower_ in words.conceding for t in behind)


def _is_condition(tokens: Sequence[Token], place: int, words: Words) -> bool:
    token = tokens[place]
    low = token.lower_
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is None:
        return False
    if low in {"s'", "s’"}:
        if following.lower_ not in {"il", "ils"}:
            return False
    elif low != "si" or not begins_clause(token, following):
        return False
    behind = "".join(t.text_with_ws for t in tokens[place + 1 : place + 5])
    if behind.lower().replace("’", "'").startswith(words.behind_si):
        return False
    if place == 0:
        return True
    before = tokens[place - 1]
    if before.lower_ in words.not_si:
        return False
    if before.lower_ in grammar.QUE:
        # "a indiqué que si P, Q"
        return True
    for at in range(place - 1, max(0, place - 5) - 1, -1):
        if tokens[at].lemma_.lower() in words.asking:
            # "je dis oui tout de suite si": nothing is asked.
            return any(t.pos_ == "INTJ" for t in tokens[at:place])
    return True
