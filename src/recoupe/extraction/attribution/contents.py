"""What a verb of saying governs: a clause, an infinitive, somebody's deed, or a noun."""

from spacy.tokens import Token

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.ends import to_the_end
from recoupe.extraction.attribution.lexicon import Cue, Saying
from recoupe.model import Factuality

# How far behind its verb "que" may stand ("a déclaré mardi soir à la presse que").
_REACH = 14
# "qu" where a blank parts it from its apostrophe.
_QUE = grammar.QUE | {"qu"}
_WHETHER = {"si", "s'", "s’"}
# "plus ... que", "tel que", "ne ... que": not the "que" of a content.
_COMPARING = {"plus", "moins", "tel", "telle", "tels", "telles", "même", "mêmes", "ne",
              "n'", "n’", "autant", "davantage", "mieux", "avant", "pour", "afin", "parce", "dès",
              "ainsi", "alors", "tandis", "après", "depuis", "lors", "sans", "bien"}  # fmt: skip
_MARKS = {"«", "“", '"', "„"}
# "dit vouloir": before an infinitive with one of these, it is a purpose and no content.
_PURPOSE = {"pour", "afin", "avant", "après", "sans"}

Content = tuple[list[Token], Token | None, Factuality | None]
"""The tokens of a content, its main token, and its value where its form decides it."""


def contents_of(verb: Token, cue: Cue, saying: Saying) -> tuple[list[Content], str]:
    """Return what a verb of saying governs, and the rule by which it was found.

    Args:
        verb: The verb of saying.
        cue: What it takes.
        saying: The words of saying of the language.

    Returns:
        Each content as its tokens, its main token (None where it has none), and
        its value where the form of the content decides it; empty where there is
        no content.
    """
    if saying.lemma(verb) in saying.verdict_verbs:
        judged = _verdict(verb, saying)
        if judged:
            return judged, "verdict"
    if cue.blames:
        return _blamed(verb, saying), "verb-of-blame"
    if "clause" in cue.takes:
        clauses = _clauses(verb, saying)
        if clauses:
            return clauses, "verb-of-saying"
    if "infinitive" in cue.takes:
        infinitive = _infinitive(verb) or _infinitive_behind(verb, saying)
        if infinitive is not None:
            tokens = to_the_end(
                infinitive, verb, start=max(_leftmost(infinitive), verb.i + 1), saying=saying
            )
            return [(tokens, infinitive, cue.infinitive)], "verb-with-infinitive"
    if "object" in cue.takes:
        thing = _object(verb)
        if thing is not None and _is_proposition(thing, verb, saying):
            start = max(thing.left_edge.i, verb.i + 1)
            tokens = to_the_end(thing, verb, start=start, saying=saying)
            return [(tokens, thing, cue.infinitive)], "verb-with-object"
    return [], ""


def _is_proposition(thing: Token, verb: Token, saying: Saying) -> bool:
    """Tell what can be said from who and what else a verb may have for an object."""
    lemma = thing.lemma_.lower()
    if saying.lemma(verb) in saying.speech_objects:
        return lemma in saying.nouns or lemma in saying.documents
    return lemma not in saying.people


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
    return None


def _object(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "obj" and child.pos_ == "NOUN" and child.i > verb.i:
            return child
    # Where the parse misses it: a noun with its article right behind the verb.
    for token in verb.doc[verb.i + 1 : min(verb.i + 4, grammar.sentence_end(verb))]:
        if token.pos_ == "NOUN" and token.i > verb.i + 1:
            return token if not grammar.is_governed(token) else None
        if token.pos_ not in {"DET", "ADJ", "NUM", "ADV"} and token.text not in _MARKS:
            return None
    return None


def _clauses(verb: Token, saying: Saying) -> list[Content]:
    opener = _opener(verb, saying)
    if opener is None:
        return []
    start = opener.i + 1
    if opener.lower_ == "qu" and verb.doc[start].text in {"'", "’"}:
        # "qu' »environ": a blank behind the apostrophe parts the two.
        start += 1
    whole = to_the_end(_clause_head(opener, verb) or opener, verb, start=start, saying=saying)
    value = Factuality.UNDERSPECIFIED if opener.lower_ not in _QUE else None
    starts = [0, *_further_openers(whole)]
    contents: list[Content] = []
    for number, start in enumerate(starts):
        # Before "et que" and not between its two words.
        end = starts[number + 1] - 2 if number + 1 < len(starts) else len(whole)
        piece = grammar.stripped(whole[start:end])
        if piece:
            contents.append((piece, grammar.root_of(piece), value))
    return contents


def _opener(verb: Token, saying: Saying) -> Token | None:
    words = verb.doc[verb.i + 1 : min(verb.i + 1 + _REACH, grammar.sentence_end(verb))]
    comparing = False
    told = saying.lemma(verb) in saying.telling
    for token in words:
        lower = token.lower_
        if lower in _QUE and (told or not _is_relative(token)):
            return None if comparing else token
        if lower in _WHETHER and token.i == verb.i + 1 + _clitics(verb):
            return token
        if lower in saying.openers - _QUE - _WHETHER and token.i == verb.i + 1:
            return token
        comparing = lower in _COMPARING
        if token.text in {";", "»", "”"} or (token.pos_ == "VERB" and token.i > verb.i):
            return None
        if token.text == ":" or token.text in _MARKS:
            return None
    return None


def _clitics(verb: Token) -> int:
    """Return how many tokens between a verb and "si" only negate it ("ne sait pas si")."""
    following = verb.doc[verb.i + 1 : min(verb.i + 3, grammar.sentence_end(verb))]
    return sum(1 for t in following if t.lower_ in {"pas", "plus", "encore"})


def _is_relative(token: Token) -> bool:
    """Tell "la loi que" (relative) from "déclaré que": the noun before it is its antecedent."""
    return (
        grammar.has(token, "PronType", "Rel")
        and token.i > grammar.sentence_start(token)
        and token.nbor(-1).pos_ in {"NOUN", "PROPN"}
        and token.head.dep_ == "acl:relcl"
        # "a dit aux journalistes que", "dans un communiqué que": no object, so no antecedent.
        and not grammar.is_governed(token.nbor(-1))
    )


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
        if tokens[position].lower_ in _QUE and tokens[position - 1].lower_ in {"et", "mais"}
    ]


def _infinitive(verb: Token) -> Token | None:
    for child in verb.children:
        if child.i > verb.i and _is_infinitive(child):
            return child
    # Right behind the verb, with or without "de".
    for token in verb.doc[verb.i + 1 : min(verb.i + 5, grammar.sentence_end(verb))]:
        if grammar.has(token, "VerbForm", "Inf"):
            return token.head if token.dep_.startswith("aux") and token.head.i > token.i else token
        if token.pos_ not in {"ADP", "ADV", "PRON"}:
            return None
    return None


def _is_infinitive(token: Token) -> bool:
    forms = [token, *(c for c in token.children if c.dep_.startswith("aux") or c.dep_ == "cop")]
    return any(grammar.has(t, "VerbForm", "Inf") for t in forms) and not any(
        t.lower_ in _PURPOSE for t in token.lefts
    )


def _leftmost(infinitive: Token) -> int:
    skip = {"mark", "case", "punct"}
    inside = [t.i for c in infinitive.lefts if c.dep_ not in skip for t in c.subtree]
    return min([infinitive.i, *inside])


def _blamed(verb: Token, saying: Saying) -> list[Content]:
    """Return the deed of which a verb of blame accuses somebody, with the accused before it."""
    infinitive = next(
        (
            t
            for t in verb.doc[verb.i + 1 : grammar.sentence_end(verb)]
            if grammar.has(t, "VerbForm", "Inf")
            and t.i > verb.i + 1
            and t.nbor(-1).lower_ in {"de", "d'", "d’", "pas", "l'", "les", "la", "le", "se", "s'"}
        ),
        None,
    )
    if infinitive is None:
        return []
    main = infinitive
    if infinitive.dep_.startswith("aux") and infinitive.head.i > infinitive.i:
        main = infinitive.head
    accused = _object(verb)
    start = infinitive.i
    if accused is None and verb.i + 1 < grammar.sentence_end(verb) and verb.nbor(1).pos_ == "PROPN":
        accused = verb.nbor(1)
    if accused is not None and accused.i < infinitive.i and not grammar.is_passive(verb):
        start = min(accused.left_edge.i, accused.i)
        start = max(start, verb.i + 1)
    return [(to_the_end(main, verb, start=start, saying=saying), main, None)]


def _verdict(verb: Token, saying: Saying) -> list[Content]:
    """Return what a verb declares false: "juge « sans fondement » les accusations de P"."""
    behind = [t for t in verb.doc[verb.i + 1 : grammar.sentence_end(verb)] if not t.is_space]
    things = [t for t in behind if t.lemma_.lower() in {*saying.nouns, *saying.documents}]
    if not things:
        return []
    words = " ".join(t.lower_ for t in behind if t.text not in {*_MARKS, "»", "”", "de"})
    spoken = [v for v in saying.verdicts if f" {v} " in f" {words} "]
    if not spoken:
        return []
    first = spoken[0].split()[0]
    start = next((t.i for t in behind if t.lower_ == first), behind[0].i)
    start = min(start, things[0].left_edge.i if things[0].left_edge.i > verb.i else things[0].i)
    while start - 1 > verb.i and (
        verb.doc[start - 1].text in _MARKS or verb.doc[start - 1].lower_ in {"de", "d'", "comme"}
    ):
        start -= 1
    return [(to_the_end(things[0], verb, start=start, saying=saying), things[0], None)]
