"""What a verb of saying governs: a clause, an infinitive, somebody's deed, or a noun."""

from recoupe.extraction import grammar
from recoupe.extraction.attribution.edges.ends import to_the_end
from recoupe.extraction.attribution.found import Content
from recoupe.extraction.attribution.governed.blame import blamed_of
from recoupe.extraction.attribution.governed.infinitives import infinitive_of_phrase, infinitives_of
from recoupe.extraction.attribution.governed.openers import GOING_ON, QUE, opener_behind
from recoupe.extraction.attribution.governed.passives import denied_by, told_by
from recoupe.extraction.attribution.governed.reported import is_yet_to_be_known
from recoupe.extraction.attribution.governed.things import (
    figure_of,
    governed_by,
    object_of,
    threatened_with,
)
from recoupe.extraction.attribution.governed.verdicts import predicate_of, verdict_of
from recoupe.extraction.attribution.lexicon import Cue, Saying
from recoupe.extraction.attribution.quoted.quoted_things import is_labelling, quoted_of
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

_SHORTEST_CLAUSE = 2
# "le fait que", in tokens.
_FACT = 3


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
    contents, rule = _contents_of(verb, cue, saying, after)
    return [_without_fact(content, saying) for content in contents], rule


def _without_fact(content: Content, saying: Saying) -> Content:
    """Drop "le fait que" from "a insisté sur ⟦le fait que P⟧": P is told."""
    tokens, _, value = content
    if len(tokens) < _FACT + _SHORTEST_CLAUSE or tokens[2].lower_ not in QUE:
        return content
    if tokens[0].pos_ != "DET" or not saying.is_one_lemma_of(tokens[1], "the_fact"):
        return content
    told = tokens[_FACT:]
    return told, grammar.root_of(told), value


def _contents_of(
    verb: Token, cue: Cue, saying: Saying, after: Token | None
) -> tuple[list[Content], str]:
    if after is not None:
        return _of_phrase(verb, after, cue, saying)
    if is_labelling(verb, saying):
        labelled = quoted_of(verb, verb, saying)
        if labelled:
            certain = Factuality.CERTAIN
            return [(words, root, certain) for words, root, _ in labelled], "verb-with-object"
    return _of_verb(verb, cue, saying)


def _of_verb(verb: Token, cue: Cue, saying: Saying) -> tuple[list[Content], str]:
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
        told = infinitives_of(verb, cue, saying)
        if told:
            return told, "verb-with-infinitive"
    return _nouns(verb, cue, saying), "verb-with-object"


def _nouns(verb: Token, cue: Cue, saying: Saying) -> list[Content]:
    if cue.denies and grammar.is_passive(verb):
        return denied_by(verb, saying)
    if "object" in cue.takes and not cue.blames:
        told = told_by(verb, saying)
        if told:
            return told
    if saying.is_one_lemma(verb, "threatening"):
        return threatened_with(verb, saying)
    figure = figure_of(verb, saying)
    if figure:
        return figure
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
        told = infinitive_of_phrase(verb, after, saying)
        if told:
            return told, "verb-with-infinitive"
    if cue.takes & {"of", "told"}:
        return governed_by(verb, after, cue, saying), "verb-with-object"
    return [], ""


def _clauses(verb: Token, after: Token, saying: Saying) -> list[Content]:
    opener = opener_behind(after, saying, told=saying.lemma(verb) in saying.telling)
    if opener is None:
        return []
    cue = saying.cue(verb)
    if saying.is_one(opener, "asked_by_people") and (cue is None or "quote" not in cue.takes):
        # "Une carte montre où P": nobody asks.
        return []
    start = opener.i + 1
    if opener.lower_ == "qu" and verb.doc[start].text in {"'", "’"}:
        # "qu' »environ": a blank behind the apostrophe parts the two.
        start += 1
    start = opener.i if saying.is_one(opener, "which") else start
    start = _from_quality(verb, opener, saying) or start
    whole = to_the_end(_clause_head(opener, verb) or opener, verb, start=start, saying=saying)
    value = Factuality.UNDERSPECIFIED if opener.lower_ not in QUE else None
    if value is not None and is_yet_to_be_known(verb):
        # "L'expertise dira si la vanne était ouverte"
        return []
    starts = [0, *(i for i in further_openers(whole) if not _is_denied_within(whole, i, saying))]
    contents: list[Content] = []
    for number, start in enumerate(starts):
        # Before "et que" and not between its two words.
        end = starts[number + 1] - 2 if number + 1 < len(starts) else len(whole)
        piece = grammar.stripped(whole[start:end])
        # "n'en reconnaît que neuf" holds no clause.
        if len(piece) >= _SHORTEST_CLAUSE:
            contents.append((piece, grammar.root_of(piece), value))
    return contents


def _is_denied_within(whole: list[Token], opened: int, saying: Saying) -> bool:
    """Tell Q of "X dit que Y nie que P et que Q" by its subjunctive: Y denies it, X says nothing.

    Args:
        whole: What X says.
        opened: The position in it of the first token of Q.
        saying: The words of saying of the language.
    """
    verb = next((t for t in whole[opened:] if grammar.has(t, "VerbForm", "Fin")), None)
    if verb is None or not grammar.has(verb, "Mood", "Sub"):
        return False
    return any(
        (cue := saying.cue(inner)) is not None
        and cue.denies
        and (opener := opener_behind(inner, saying, told=False)) is not None
        and opener.i < whole[opened].i - 1
        for inner in saying.candidates(whole[: opened - 1])
    )


def _from_quality(verb: Token, opener: Token, saying: Saying) -> int | None:
    """Return where "scandaleux que P" begins behind a verb of judging, whose content it is."""
    quality = opener.nbor(-1)
    if quality.pos_ != "ADJ" or saying.lemma(verb) not in saying.classes["judging"]:
        return None
    before = quality.nbor(-1)
    start = before.i if before.pos_ == "ADV" and before.i > verb.i else quality.i
    return start if start == verb.i + 1 else None


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


def further_openers(tokens: list[Token]) -> list[int]:
    """Return the positions behind each "et que" that opens a further content.

    Args:
        tokens: What is said, from its first word on.
    """
    return [
        position + 1
        for position in range(1, len(tokens) - 2)
        if tokens[position].lower_ in QUE and tokens[position - 1].lower_ in GOING_ON
    ]
