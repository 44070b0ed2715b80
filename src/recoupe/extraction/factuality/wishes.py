"""Verbs whose complement is planned, wished for, asked for, offered or threatened."""

from collections.abc import Sequence
from itertools import pairwise

from recoupe.extraction import grammar
from recoupe.extraction.factuality.infinitives import infinitive_behind
from recoupe.extraction.factuality.mood import conditional_of, is_compound, is_past
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.tokens import Token

_LONGEST_INSERTION = 12
_MORE = {"plus", "davantage", "moins"}


def is_wished(token: Token, lemma: str, infinitive: Token | None, words: Words) -> bool:
    """Tell whether what a verb governs is open: a plan, wish, demand, offer or threat.

    Args:
        token: The verb, not negated.
        lemma: It, as the lexicon writes it.
        infinitive: The infinitive that it governs, if any.
        words: The pack's words.
    """
    if lemma in words.perceived and (
        is_compound(token) or (infinitive is not None and infinitive.lemma_ in words.granted)
    ):
        # "a entendu parler de"
        return False
    if lemma in words.planning and (object_of(token) is not None or grammar.is_passive(token)):
        return True
    if lemma in words.considering and _has_event(token, words):
        # "a demandé une expertise": the act itself is a fact.
        return not (lemma in words.performative and is_past(token))
    if (lemma in words.threatening and _threatens(token, words)) or (
        lemma in words.calling and _calls_on(token)
    ):
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
    if lemma in words.advocating and _stands_up(token, words):
        return True
    if lemma in words.incumbent:
        # "il revient au juge de trancher"
        return _is_impersonal(token) and _falls_to(token)
    if infinitive is not None and infinitive.lemma_ in words.granted and _is_polite(token, words):
        return False
    if lemma in words.if_conditional and conditional_of(token, words) is None:
        return False
    if lemma in words.if_impersonal and not _is_impersonal(token):
        return False
    if lemma in words.intention and infinitive is not None:
        return True
    return (
        lemma in words.performative
        and not is_past(token)
        and _is_asked(token, infinitive, enacted=lemma in words.enacting)
    )


def _is_asked(token: Token, infinitive: Token | None, *, enacted: bool) -> bool:
    """Tell "nous proposons un pacte", "proposent de fermer" from "nous imposons des droits"."""
    future = grammar.mood_and_tense(token)[1] == "Fut"
    if object_of(token) is not None and _is_first_person(token) and not future and not enacted:
        return True
    return infinitive is not None or infinitive_behind(token, over_object=True) is not None


def _is_impersonal(token: Token) -> bool:
    before = token.doc[max(grammar.sentence_start(token), token.i - 4) : token.i]
    return any(t.lower_ == "il" for t in before)


def _falls_to(token: Token) -> bool:
    """Tell whether "à X de" and an infinitive, or "lui de", stand behind a verb."""
    behind = _behind(token, 14)
    told = next((t for t in behind if t.pos_ != "ADV"), None)
    clitic = token.i > grammar.sentence_start(token) and token.nbor(-1).pos_ == "PRON"
    if told is None or not (
        told.lower_ in grammar.A_AU or (clitic and told.lower_ in grammar.DE_DU)
    ):
        return False
    return any(
        a.lower_ in grammar.DE and grammar.has(b, "VerbForm", "Inf")
        for a, b in pairwise(t for t in behind if t.pos_ not in {"PRON", "PART"})
    )


def _stands_up(token: Token, words: Words) -> bool:
    """Tell "plaide pour que", "se bat pour sauver la ligne"; not "plaide pour son client"."""
    behind = _behind(token, 9)
    place = next((i for i, t in enumerate(behind) if t.lower_ == "pour"), None)
    if place is None or any(t.pos_ in {"NOUN", "PROPN"} for t in behind[:place]):
        return False
    taken = [t for t in behind[place + 1 :] if not t.is_quote]
    if not taken or taken[0].lower_ in grammar.QUE:
        return bool(taken)
    if any(grammar.has(t, "VerbForm", "Inf") for t in taken[:3]):
        return True
    return len(taken) > 1 and names_event(taken[1], words)


def _has_event(token: Token, words: Words) -> bool:
    event = object_of(token)
    if event is None and words.lemma(token) in words.weighing:
        # "réfléchit à une réforme"
        event = next((c for c in token.rights if goes_to(c)), None)
        if event is not None and token.lemma_ != "travailler":
            return True
    if event is None:
        return False
    return names_event(event, words)


def names_event(noun: Token, words: Words) -> bool:
    """Tell whether a noun names what may be brought about: "achat", "le remboursement de"."""
    name = noun.lemma_.lower()
    of = any(t.lower_ in grammar.DE_DU for t in _behind(noun, 2))
    return name in words.events or (of and name.endswith(words.event_endings))


def _calls_for(token: Token) -> bool:
    """Tell "appelle à la grève", "exige des excuses"; not "appelle un taxi"."""
    if token.i > grammar.sentence_start(token) and token.nbor(-1).lower_ == "en":
        # "en appelle au président"
        return False
    behind = [t for t in _behind(token, 4) if not (t.is_punct or t.is_quote)]
    if any(a.lower_ in _MORE and b.lower_ in grammar.DE_DU for a, b in pairwise(behind)):
        # "réclament plus de moyens"
        return token.lemma_ != "appeler"
    first = next((t for t in behind if t.pos_ != "ADV"), None)
    return (first is not None and first.lower_ in grammar.A_AU) or (
        token.lemma_ != "appeler"
        and (thing := object_of(token)) is not None
        and not _is_amount(thing)
    )


def _is_amount(noun: Token) -> bool:
    return any(c.dep_ == "nummod" for c in noun.children)


def _threatens(token: Token, words: Words) -> bool:
    """Tell "menace le groupe de sanctions" from "le feu menace le village"."""
    behind = token.doc[token.i + 1 : min(token.i + 9, grammar.sentence_end(token))]
    return any(
        t.lemma_.lower() in words.threats and t.nbor(-1).lower_ in grammar.DE for t in behind
    )


def _wants_that(token: Token) -> bool:
    behind = [t for t in _behind(token, _LONGEST_INSERTION) if not (t.is_quote or t.is_space)]
    commas = [place for place, t in enumerate(behind) if t.text == ","]
    if commas[:1] == [0] and len(commas) > 1:
        # "vouloir, sur le principe, que"
        behind = behind[commas[1] + 1 :]
    following = next(iter(behind), None)
    return following is not None and following.lower_ in grammar.QUE


def object_of(token: Token) -> Token | None:
    """Return the noun that is a verb's object, behind it."""
    return next(
        (c for c in token.children if c.dep_ == "obj" and c.pos_ == "NOUN" and c.i > token.i), None
    )


def _is_polite(token: Token, words: Words) -> bool:
    """Tell "je voudrais remercier", which does so."""
    return _is_first_person(token) and conditional_of(token, words) is not None


def _is_first_person(token: Token) -> bool:
    before = token.doc[max(grammar.sentence_start(token), token.i - 2) : token.i]
    return any(t.lower_ in {"je", "j'", "j’", "nous"} for t in before)


def _behind(token: Token, many: int) -> Sequence[Token]:
    return token.doc[token.i + 1 : min(token.i + 1 + many, grammar.sentence_end(token))]


def goes_to(noun: Token) -> bool:
    """Tell whether a noun stands behind "à"."""
    return noun.pos_ == "NOUN" and any(
        c.lower_ in grammar.A_AU and c.dep_ == "case" for c in noun.children
    )


def _calls_on(token: Token) -> bool:
    """Tell "a appelé les parties à la retenue" from "a appelé le directeur"."""
    if token.lemma_ != "appeler" or object_of(token) is None:
        return False
    return any(goes_to(c) for c in token.rights)
