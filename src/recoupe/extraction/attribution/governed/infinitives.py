"""Infinitives that a verb or phrase of saying governs: "nie avoir", "s'attend à voir"."""

from recoupe.extraction import grammar
from recoupe.extraction.attribution.edges.ends import past_adverbs, to_the_end
from recoupe.extraction.attribution.found import Content
from recoupe.extraction.attribution.governed.things import (
    direct_object,
)
from recoupe.extraction.attribution.lexicon import Cue, Saying
from recoupe.extraction.tokens import Token

# How far behind its verb an infinitive may stand that whoever is told parts from it.
_REACH = 14
_NOMINAL = {"DET", "NOUN", "PROPN", "ADJ", "NUM"}
# How far behind its verb an infinitive may stand ("a nié à plusieurs reprises avoir").
_NEAR_INFINITIVE = 8
# "ne pas être identifié nommément", "conserver un strict anonymat", in tokens.
_LONGEST_REQUEST = 7
_CLOSING = {"»", "”", '"'}


def infinitives_of(verb: Token, cue: Cue, saying: Saying) -> list[Content]:
    """Return the infinitive that a verb of saying governs, with whom it calls upon.

    Args:
        verb: The verb.
        cue: What it does.
        saying: The words of saying of the language.
    """
    infinitive = _infinitive(verb, saying) or _infinitive_behind(verb, saying)
    if infinitive is None:
        return []
    start = max(_leftmost(infinitive, saying), verb.i + 1)
    told = direct_object(verb, saying)
    if told is not None and told.i < start and saying.lemma(verb) in saying.calling:
        # "appelle les habitants à évacuer": whom, and to what.
        start = max(told.left_edge.i, verb.i + 1)
    start = past_adverbs(start, verb, saying)
    whom = verb.doc[start]
    if whom.pos_ == "ADP" and whom.lemma_ != "de" and start < infinitive.i:
        # "raconte à l'agence avoir dû partir": whom it was told stands before.
        group = verb.doc[start : infinitive.i + 1]
        start = next((t.i for t in group if grammar.has(t, "VerbForm", "Inf")), start)
    if start - 1 > verb.i and verb.doc[start - 1].text in grammar.OPENING_MARKS:
        start -= 1
    tokens = to_the_end(infinitive, verb, start=start, saying=saying)
    if _asks_to_stay_unnamed(tokens, saying):
        return []
    return [(_to_closing(tokens, saying), infinitive, cue.infinitive)]


def _asks_to_stay_unnamed(tokens: list[Token], saying: Saying) -> bool:
    """Tell "a demandé à ne pas être nommé", "à rester anonyme", which is no news of anybody's."""
    if not tokens or len(tokens) > _LONGEST_REQUEST:
        return False
    kept = any(saying.is_one_lemma_of(t, "keeping") for t in tokens)
    if kept and any(saying.is_one_lemma_of(t, "unnamed") for t in tokens):
        return True
    last = tokens[-1]
    refused = any(saying.is_one(t, "not_before") for t in tokens)
    return refused and grammar.is_passive(last) and saying.is_one_lemma_of(last, "naming_people")


def _to_closing(tokens: list[Token], saying: Saying) -> list[Token]:
    """Return a quoted infinitive up to its closing mark where a comma, place or day follows it.

    "A dit « assumer » ce mercredi sur RTB": where and when it was said.
    """
    if not tokens or tokens[0].text not in grammar.OPENING_MARKS:
        return tokens
    closing = next((i for i, t in enumerate(tokens) if i and t.text in _CLOSING), None)
    if closing is None or closing + 1 == len(tokens):
        return tokens
    behind = tokens[closing + 1 :]
    told = saying.is_one(behind[0], "where_said") or any(
        t.lemma_.lower() in saying.never_sources for t in behind[:2]
    )
    apart = told and not any(grammar.is_verb(t) or t.text in grammar.OPENING_MARKS for t in behind)
    return tokens[: closing + 1] if apart or behind[0].text == "," else tokens


def infinitive_of_phrase(verb: Token, after: Token, saying: Saying) -> list[Content]:
    """Return the infinitive behind a phrase of saying: "s'attend à voir P"."""
    end = grammar.sentence_end(verb)
    start = after.i + 1
    if start < end and verb.doc[start].lower_ in grammar.DE:
        start += 1
    for token in verb.doc[start : min(start + 4, end)]:
        if grammar.has(token, "VerbForm", "Inf"):
            main = token.head if token.dep_.startswith("aux") and token.head.i > token.i else token
            return [(to_the_end(main, verb, start=start, saying=saying), main, None)]
        if token.pos_ not in {"PRON", "ADV", "PART"}:
            return []
    return []


def _infinitive_behind(verb: Token, saying: Saying) -> Token | None:
    """Return the infinitive behind whoever is told: "a demandé à la cour de lever"."""
    calling = saying.lemma(verb) in saying.calling
    if saying.lemma(verb) not in saying.dative and not calling:
        return None
    behind = verb.doc[verb.i + 1 : min(verb.i + _REACH, grammar.sentence_end(verb))]
    for token in behind:
        before = token.nbor(-2) if token.nbor(-1).text in grammar.OPENING_MARKS else token.nbor(-1)
        joint = before.lower_ in grammar.DE or (calling and before.lower_ == "à")
        if grammar.has(token, "VerbForm", "Inf") and joint:
            return token
        if grammar.has(token, "VerbForm", "Fin") or token.text in {",", ";", ":"}:
            return None
        if token.pos_ == "NOUN" and token.dep_ == "obj" and token.head is verb and not calling:
            # "suggère une volonté de résister": the infinitive is the noun's.
            return None
    return None


def _infinitive(verb: Token, saying: Saying) -> Token | None:
    for child in verb.children:
        if child.i > verb.i and _is_infinitive(child, saying):
            return child
    # Behind the verb, with or without "de"; words on when or how may stand between.
    inside = False
    for token in verb.doc[verb.i + 1 : min(verb.i + _NEAR_INFINITIVE, grammar.sentence_end(verb))]:
        if saying.is_one(token, "purpose"):
            # "l'a nié avant d'être entendu"
            return None
        if grammar.has(token, "VerbForm", "Inf") and not token.is_title:
            perfect = token.pos_ == "AUX"
            governed = token.nbor(-1).lower_ in {"de", "d'", "d’", "ne", "pas"}
            if inside and not perfect and not governed:
                return None
            return token.head if token.dep_.startswith("aux") and token.head.i > token.i else token
        if token.pos_ == "ADP" and token.lower_ not in grammar.DE:
            inside = True
        elif token.pos_ not in {"ADP", "ADV", "PRON"} and not (inside and token.pos_ in _NOMINAL):
            return None
    return None


def _is_infinitive(token: Token, saying: Saying) -> bool:
    if token.is_title:
        # "sur France Inter": a name that the tagger took for a verb.
        return False
    forms = [token, *(c for c in token.children if c.dep_.startswith("aux") or c.dep_ == "cop")]
    return any(grammar.has(t, "VerbForm", "Inf") for t in forms) and not any(
        saying.is_one(t, "purpose") for t in token.lefts
    )


def _leftmost(infinitive: Token, saying: Saying) -> int:
    skip = {"mark", "case", "punct"}
    inside = [
        t.i
        for c in infinitive.lefts
        # "raconte à l'agence avoir dû partir": whom it was told.
        if c.dep_ not in skip and not grammar.is_governed(c)
        for t in c.subtree
    ]
    start = min([infinitive.i, *inside])
    before = infinitive.doc[start - 1] if start > infinitive.first else infinitive
    # "déclarent mal vivre": the adverb belongs to what is said.
    return start - 1 if saying.is_one(before, "manner") else start
