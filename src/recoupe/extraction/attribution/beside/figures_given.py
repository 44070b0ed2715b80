"""Figures that stand in another's sentence with who gives them: put, or told in passing.

"A mis le chiffre à 25 000", "porte à 12 le nombre de morts", "les 3,4 millions rapportés par
l'agence".
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.parted import FIGURE, NAME, REACH, STOPS
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.governed.reported import is_negated
from recoupe.extraction.attribution.lexicon import PLAIN, Saying
from recoupe.extraction.attribution.sources.naming import source_of, words_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Reason

_PUTTING = 12
"""Tokens between "porte" and the figure: "porte à 12 le bilan", "porte le bilan à 12"."""


def may_count(source: SourceWords, saying: Saying) -> bool:
    """Tell who may give a figure from what has so many: "le pays en compte trois"."""
    head = source.head
    if head is None or saying.is_one(head, "first_person") or saying.is_one(head, "one"):
        return False
    if head.pos_ in {"PROPN", "PRON"}:
        return True
    lemma = head.lemma_.lower()
    known = saying.can_be_source(lemma) or saying.is_one_lemma_of(head, "counters")
    return known or lemma.endswith(saying.of_people)


def figure_told(
    figure: list[Token], verb: Token, sentence: Sentence, source: SourceWords, saying: Saying
) -> Attribution:
    """Return a figure as somebody's statement.

    Args:
        figure: Its words.
        verb: The word of saying.
        sentence: Their sentence.
        source: Who gives it.
        saying: The words of saying of the language.
    """
    cue = saying.cue(verb) or PLAIN
    return Attribution(
        content=sentence.span_of(figure),
        sentence=sentence,
        root=grammar.root_of(figure),
        cue=sentence.span_of(grammar.verb_group(verb)),
        source=source,
        value=cue.value,
        reasons=(Reason(rule=FIGURE, words=verb.text),),
    )


def put(sentence: Sentence, saying: Saying) -> Iterator[Attribution]:
    """Yield "a mis le chiffre à 25 000", "porte à 12 le nombre de morts"."""
    if saying.putting.keys().isdisjoint(sentence.forms):
        return
    for verb in sentence.words:
        if verb.lower_ not in saying.putting or verb.pos_ not in {"VERB", "AUX"}:
            continue
        if is_negated(grammar.verb_group(verb)[0]):
            # "La police n'a pas porté à 12 le nombre de morts": nothing is told.
            continue
        if grammar.is_present_participle(verb):
            # "Un homme a succombé, portant à quatre le nombre de morts"
            continue
        behind = _run_on(verb)
        count = next((t for t in behind if saying.is_one_lemma_of(t, "counts")), None)
        to = next(
            (
                t
                for t, after in pairwise(behind)
                if t.lower_ in grammar.A_AU and after.pos_ == "NUM"
            ),
            None,
        )
        if count is None or to is None or min(count.i, to.i) > verb.i + REACH:
            continue
        if saying.is_one_lemma_of(count, "how_many") and not _is_found(behind, saying):
            # "Le conseil a porté à 42 le nombre de sièges" is a deed.
            continue
        source = source_of(verb, sentence, saying, {t.i for t in behind})
        if source is None or not may_count(source, saying) or not _is_known(source, saying):
            continue
        start = min(to.i, count.left_edge.i if count.i < to.i else to.i)
        content = grammar.stripped([t for t in behind if t.i >= start])
        if content:
            yield figure_told(content, verb, sentence, source, saying)


def _is_found(behind: Sequence[Token], saying: Saying) -> bool:
    """Tell what is counted, "le nombre de morts", from what is decided, "le nombre de sièges"."""
    return any(
        saying.is_one_lemma_of(t, "losses")
        or saying.is_one_lemma_of(t, "cases")
        or (t.i > behind[0].i and t.lower_ in saying.classes["found"])
        for t in behind
    )


def _is_known(source: SourceWords, saying: Saying) -> bool:
    """Tell somebody from "cet accident", which puts a toll up by itself."""
    head = source.head
    return (
        head is not None
        # "Ce bilan porte à 45 le nombre de morts"
        and not saying.is_one_lemma_of(head, "counts")
        and (
            head.pos_ == "PROPN"
            or grammar.has(head, "PronType", "Prs")
            or saying.can_be_source(head.lemma_.lower())
            or head.lemma_.lower().endswith(saying.of_people)
        )
    )


def _run_on(verb: Token) -> list[Token]:
    """Return what stands behind a verb up to a stop, another verb or a conjunction."""
    end = grammar.sentence_end(verb)
    kept: list[Token] = []
    for token in verb.doc[verb.i + 1 : end]:
        if token.text in STOPS or token.pos_ in {"CCONJ", "SCONJ"}:
            break
        if grammar.is_finite(token) and grammar.is_verb(token):
            break
        kept.append(token)
    return kept[: _PUTTING + NAME]


def told_in_passing(sentence: Sentence, saying: Saying) -> Iterator[Attribution]:
    """Yield "les 3,4 millions rapportés par l'agence", "le chiffre de 300 avancé par X"."""
    if "NUM" not in sentence.tags:
        return
    words = sentence.words
    for position, verb in enumerate(words):
        if not position or verb.pos_ == "AUX" or not grammar.has(verb, "VerbForm", "Part"):
            continue
        if not saying.is_one_lemma(verb, "passing_on") or words[position - 1].pos_ == "AUX":
            continue
        figure = _figure_before(words[:position], saying)
        if not figure:
            continue
        by = grammar.agent(verb) or _document_behind(verb, saying)
        if by is None or by.i < verb.i or _is_bare(by):
            continue
        source = words_of(by, sentence, saying, {t.i for t in figure})
        if source is not None and may_count(source, saying):
            yield figure_told(figure, verb, sentence, source, saying)


def _is_bare(noun: Token) -> bool:
    """Tell "annoncés par erreur", "par mail" from "par la banque": how, and not who."""
    return noun.pos_ == "NOUN" and not any(t.pos_ in {"DET", "NUM", "ADJ"} for t in noun.lefts)


def _figure_before(words: Sequence[Token], saying: Saying) -> list[Token]:
    """Return the figure that a participle stands behind: "3,4 millions", "quatorze fois"."""
    start = len(words)
    while start and words[start - 1].pos_ in {"NUM", "NOUN", "ADJ", "SYM"}:
        start -= 1
    run = list(words[start:])
    number = next((i for i, t in enumerate(run) if t.pos_ == "NUM"), None)
    if number is None or not start:
        return []
    # "Les deux salariés cités par X" are somebody, and no figure.
    plain = any(t.text[0].isdigit() for t in run) or saying.is_one_lemma_of(run[-1], "time")
    before = words[start - 1]
    named = (
        before.lower_ in grammar.DE
        and start > 1
        and saying.is_one_lemma_of(words[start - 2], "counts")
    )
    if not (named or (plain and before.pos_ in {"DET", "ADP"})):
        return []
    return run[number:]


def _document_behind(verb: Token, saying: Saying) -> Token | None:
    """Return the document in which something is mentioned: "mentionnées dans un rapport"."""
    near = verb.doc[verb.i + 1 : min(verb.i + 2 + REACH, grammar.sentence_end(verb))]
    opened = next((t for t in near[:2] if saying.is_one(t, "where_said")), None)
    noun = next((t for t in near if t.pos_ == "NOUN"), None)
    if opened is None or noun is None or noun.lemma_.lower() not in saying.documents:
        return None
    return noun
