"""What a verb of saying governs: a clause, an infinitive, somebody's deed, or a noun."""

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.ends import past_adverbs, to_the_end
from recoupe.extraction.attribution.found import Content
from recoupe.extraction.attribution.lexicon import Cue, Saying
from recoupe.extraction.attribution.openers import QUE, opener_behind
from recoupe.extraction.attribution.things import (
    direct_object,
    figure_of,
    governed_by,
    is_proposition,
    object_of,
    quoted_of,
    threatened_with,
)
from recoupe.extraction.attribution.verdicts import blamed_of, predicate_of, verdict_of
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

# How far behind its verb an infinitive may stand that whoever is told parts from it.
_REACH = 14
_NOMINAL = {"DET", "NOUN", "PROPN", "ADJ", "NUM"}
_SHORTEST_CLAUSE = 2
# How far behind its verb an infinitive may stand ("a nié à plusieurs reprises avoir").
_NEAR_INFINITIVE = 8
_MARKS = {"«", "“", '"', "„"}


def contents_of(
    verb: Token, cue: Cue, saying: Saying, after: Token | None = None
) -> tuple[list[Content], str]:
    """Return what a verb of saying governs, and the rule by which it was found.

    Args:
        verb: The verb of saying.
        cue: What it takes.
        saying: The words of saying of the language.
        after: The last word of a phrase of saying ("met en garde"); None for a verb alone.

    Returns:
        Each content as its tokens, its main token (None where it has none), and
        its value where the form of the content decides it; empty where there is
        no content.
    """
    if after is not None:
        return _of_phrase(verb, after, cue, saying)
    if saying.lemma(verb) in saying.verdict_verbs:
        judged, rule = verdict_of(verb, saying)
        if judged:
            return judged, rule
    if cue.blames:
        blamed = blamed_of(verb, saying)
        if blamed:
            return blamed, "verb-of-blame"
    if "clause" in cue.takes:
        clauses = _clauses(verb, verb, saying)
        if clauses:
            return clauses, "verb-of-saying"
    if "predicate" in cue.takes:
        said = predicate_of(verb, saying)
        if said:
            return said, "verb-with-object"
    if "infinitive" in cue.takes:
        told = _infinitives(verb, cue, saying)
        if told:
            return told, "verb-with-infinitive"
    return _nouns(verb, cue, saying), "verb-with-object"


def _infinitives(verb: Token, cue: Cue, saying: Saying) -> list[Content]:
    infinitive = _infinitive(verb, saying) or _infinitive_behind(verb, saying)
    if infinitive is None:
        return []
    start = max(_leftmost(infinitive), verb.i + 1)
    told = direct_object(verb)
    if told is not None and told.i < start and saying.lemma(verb) in saying.calling:
        # "appelle les habitants à évacuer": whom, and to what.
        start = max(told.left_edge.i, verb.i + 1)
    start = past_adverbs(start, verb, saying)
    if start - 1 > verb.i and verb.doc[start - 1].text in _MARKS:
        start -= 1
    tokens = to_the_end(infinitive, verb, start=start, saying=saying)
    return [(_to_closing(tokens), infinitive, cue.infinitive)]


def _to_closing(tokens: list[Token]) -> list[Token]:
    """Return a quoted infinitive up to its closing mark, where a comma follows it."""
    if not tokens or tokens[0].text not in _MARKS:
        return tokens
    for position, token in enumerate(tokens[:-1]):
        if token.text in {"»", "”"} and tokens[position + 1].text == ",":
            return tokens[: position + 1]
    return tokens


def _denied_by(verb: Token, saying: Saying) -> list[Content]:
    """Return the subject of a denial in the passive: "le chiffre est contesté par X"."""
    subject = grammar.subject(verb)
    if subject is None or grammar.agent(verb) is None or subject.i > verb.i:
        return []
    if subject.pos_ != "NOUN":
        return []
    lemma = subject.lemma_.lower()
    if saying.lemma(verb) in saying.speech_objects and (
        lemma not in saying.nouns or lemma in saying.grantable
    ):
        # "la motion est rejetée par le conseil" is a vote and no denial.
        return []
    tokens = grammar.noun_phrase(subject)
    return [(tokens, subject, None)] if tokens else []


def _told_by(verb: Token, saying: Saying) -> list[Content]:
    """Return what somebody told in the passive: "la fermeture a été annoncée par X".

    The same of a participle set off by a comma: "une ligne de train, annoncée par X".
    """
    if grammar.is_bare_participle(verb) and verb.nbor(-1).text == ",":
        thing: Token | None = verb.head
    elif grammar.is_passive(verb):
        thing = grammar.subject(verb)
    else:
        return []
    agent = grammar.agent(verb)
    if thing is None or agent is None or thing.pos_ != "NOUN" or thing.i > verb.i:
        return []
    if thing.ent_type_ or not is_proposition(thing, verb, saying):
        return []
    first = grammar.verb_group(verb)[0].i
    tokens = [t for t in grammar.noun_phrase(thing) if t.i < first]
    return [(grammar.stripped(tokens), thing, None)] if tokens else []


def _nouns(verb: Token, cue: Cue, saying: Saying) -> list[Content]:
    if cue.denies and grammar.is_passive(verb):
        return _denied_by(verb, saying)
    if "object" in cue.takes and not cue.blames:
        told = _told_by(verb, saying)
        if told:
            return told
    if saying.is_one_lemma(verb, "threatening"):
        return threatened_with(verb, saying)
    figure = figure_of(verb, saying)
    if figure:
        return figure
    if saying.lemma(verb) not in saying.speech_objects:
        quoted = quoted_of(verb, verb, saying)
        if quoted:
            return quoted
    following = verb.nbor(1) if verb.i + 1 < grammar.sentence_end(verb) else verb
    if "object" not in cue.takes or following.text in {"«", "“", '"'}:
        # Quoted words that are no content are a title: "a annoncé « La Digue », son film".
        return []
    return object_of(verb, cue, saying)


def _of_phrase(verb: Token, after: Token, cue: Cue, saying: Saying) -> tuple[list[Content], str]:
    if "clause" in cue.takes:
        clauses = _clauses(verb, after, saying)
        if clauses or "infinitive" not in cue.takes:
            return clauses, "verb-of-saying"
    if "infinitive" in cue.takes:
        told = _infinitive_of_phrase(verb, after, saying)
        if told:
            return told, "verb-with-infinitive"
    if cue.takes & {"of", "told"}:
        return governed_by(verb, after, cue, saying), "verb-with-object"
    return [], ""


def _infinitive_of_phrase(verb: Token, after: Token, saying: Saying) -> list[Content]:
    """Return the infinitive behind a phrase of saying: "s'attend à voir P"."""
    end = grammar.sentence_end(verb)
    start = after.i + 1
    if start < end and verb.doc[start].lower_ in {"de", "d'", "d’"}:
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
    if saying.lemma(verb) not in saying.dative:
        return None
    behind = verb.doc[verb.i + 1 : min(verb.i + _REACH, grammar.sentence_end(verb))]
    for token in behind:
        if grammar.has(token, "VerbForm", "Inf") and token.nbor(-1).lower_ in {"de", "d'", "d’"}:
            return token
        if grammar.has(token, "VerbForm", "Fin") or token.text in {",", ";", ":"}:
            return None
        if token.pos_ == "NOUN" and token.dep_ == "obj" and token.head is verb:
            # "suggère une volonté de résister": the infinitive is the noun's.
            return None
    return None


def _clauses(verb: Token, after: Token, saying: Saying) -> list[Content]:
    opener = opener_behind(after, saying, told=saying.lemma(verb) in saying.telling)
    if opener is None:
        return []
    start = opener.i + 1
    if opener.lower_ == "qu" and verb.doc[start].text in {"'", "’"}:
        # "qu' »environ": a blank behind the apostrophe parts the two.
        start += 1
    whole = to_the_end(_clause_head(opener, verb) or opener, verb, start=start, saying=saying)
    value = Factuality.UNDERSPECIFIED if opener.lower_ not in QUE else None
    starts = [0, *_further_openers(whole)]
    contents: list[Content] = []
    for number, start in enumerate(starts):
        # Before "et que" and not between its two words.
        end = starts[number + 1] - 2 if number + 1 < len(starts) else len(whole)
        piece = grammar.stripped(whole[start:end])
        # "n'en reconnaît que neuf" holds no clause.
        if len(piece) >= _SHORTEST_CLAUSE:
            contents.append((piece, grammar.root_of(piece), value))
    return contents


def _clause_head(opener: Token, verb: Token) -> Token | None:
    if opener.head.i > opener.i and grammar.is_verb(opener.head):
        return opener.head
    return next(
        (
            t
            for t in opener.doc[opener.i + 1 : grammar.sentence_end(verb)]
            if grammar.is_verb(t) and grammar.is_finite(t)
        ),
        None,
    )


def _further_openers(tokens: list[Token]) -> list[int]:
    """Return the positions behind each "et que" that opens a further content."""
    return [
        position + 1
        for position in range(1, len(tokens) - 2)
        if tokens[position].lower_ in QUE and tokens[position - 1].lower_ in {"et", "mais"}
    ]


def _infinitive(verb: Token, saying: Saying) -> Token | None:
    for child in verb.children:
        if child.i > verb.i and _is_infinitive(child, saying):
            return child
    # Behind the verb, with or without "de"; words on when or how may stand between.
    inside = False
    for token in verb.doc[verb.i + 1 : min(verb.i + _NEAR_INFINITIVE, grammar.sentence_end(verb))]:
        if grammar.has(token, "VerbForm", "Inf"):
            perfect = token.pos_ == "AUX"
            governed = token.nbor(-1).lower_ in {"de", "d'", "d’", "ne", "pas"}
            if inside and not perfect and not governed:
                return None
            return token.head if token.dep_.startswith("aux") and token.head.i > token.i else token
        if token.pos_ == "ADP" and token.lower_ not in {"de", "d'", "d’"}:
            inside = True
        elif token.pos_ not in {"ADP", "ADV", "PRON"} and not (inside and token.pos_ in _NOMINAL):
            return None
    return None


def _is_infinitive(token: Token, saying: Saying) -> bool:
    forms = [token, *(c for c in token.children if c.dep_.startswith("aux") or c.dep_ == "cop")]
    return any(grammar.has(t, "VerbForm", "Inf") for t in forms) and not any(
        saying.is_one(t, "purpose") for t in token.lefts
    )


def _leftmost(infinitive: Token) -> int:
    skip = {"mark", "case", "punct"}
    inside = [t.i for c in infinitive.lefts if c.dep_ not in skip for t in c.subtree]
    return min([infinitive.i, *inside])
