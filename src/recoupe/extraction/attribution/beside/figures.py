"""Figures told by halves, each with whoever gives it.

"Le syndicat en compte trois", "300 selon la police, 2 000 selon les organisateurs", "23 morts le
premier jour, de 31 trois jours plus tard", "les 3,4 millions rapportés par l'agence". Parsers
attach such fragments anyhow; the order of words decides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.figures_given import (
    figure_told,
    may_count,
    put,
    told_in_passing,
)
from recoupe.extraction.attribution.beside.parted import (
    ALONE,
    FIGURE,
    REACH,
    STOPS,
    by_source,
    parted,
    run,
)
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.governed.reported import is_negated
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.sources.naming import source_of, words_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Reason


def with_figures(
    found: list[Attribution], sentences: Sequence[Sentence], saying: Saying
) -> list[Attribution]:
    """Add figures told by halves, and part those of two sources.

    Args:
        found: The attributions of the report, in order of their content.
        sentences: Its sentences, in order.
        saying: The words of saying of its language.
    """
    apart = [one for a in by_source(found) for one in parted(a, saying)]
    by_sentence: dict[int, list[Attribution]] = {}
    for a in apart:
        by_sentence.setdefault(id(a.sentence), []).append(a)
    fresh: list[Attribution] = []
    before: Sentence | None = None
    for sentence in sentences:
        if _has_figure(sentence, saying):
            known = by_sentence.get(id(sentence), [])
            told = (
                *_of_it(sentence, saying),
                *put(sentence, saying),
                *told_in_passing(sentence, saying),
            )
            whole = [one for a in told if _is_new(a, known) for one in parted(a, saying)]
            if before is not None and not known and not whole:
                last = by_sentence.get(id(before), [])
                whole = list(_goes_on(sentence, before, last, saying))
                # A third count may follow the second.
                by_sentence[id(sentence)] = whole
            fresh += whole
        before = sentence
    return sorted([*apart, *fresh], key=lambda a: (a.content.start, -a.content.end))


def _has_figure(sentence: Sentence, saying: Saying) -> bool:
    of_it = "en" in sentence.forms and not saying.classes["multiples"].isdisjoint(sentence.forms)
    return of_it or "NUM" in sentence.tags


def _is_new(attribution: Attribution, known: Sequence[Attribution]) -> bool:
    """Tell whether a figure is nobody's yet: its words of saying and it stand in no content."""
    cue = attribution.cue
    return not any(
        (cue is not None and a.cue is not None and a.cue.overlaps(cue))
        or _crosses(a, attribution)
        or a.content == attribution.content
        for a in known
    )


def _crosses(one: Attribution, other: Attribution) -> bool:
    a, b = one.content, other.content
    return a.overlaps(b) and not (a.covers(b) or b.covers(a))


def _of_it(sentence: Sentence, saying: Saying) -> Iterator[Attribution]:
    """Yield "Les douanes en dénombrent 52", "l'hôpital n'en admet que deux"."""
    if "en" not in sentence.forms:
        return
    words = sentence.words
    for position, token in enumerate(words[:-2]):
        if token.lower_ != "en" or not position:
            continue
        verb = next(
            (t for t in words[position + 1 : position + 4] if t.lower_ in saying.counting), None
        )
        if verb is None:
            yield from _stands_at(token, sentence, saying)
            continue
        if any(
            t.pos_ not in {"AUX", "ADV", "VERB"} for t in words[position + 1 : verb.i - words[0].i]
        ):
            continue
        figure = _figure_behind(verb, saying)
        if not figure or _is_denied(verb, figure):
            continue
        outside = {t.i for t in figure} | {token.i}
        source = _before_who(token, sentence, saying) or source_of(verb, sentence, saying, outside)
        if (
            source is not None
            and may_count(source, saying)
            and not source.span.overlaps(sentence.span_of(figure))
            and not (_may_have(verb, saying) and not _counts(source, saying))
        ):
            yield figure_told(figure, verb, sentence, source, saying)


def _is_denied(verb: Token, figure: Sequence[Token]) -> bool:
    """Tell "n'en a pas compté trois", whose negation stands before the figure, from "que trois"."""
    first = grammar.verb_group(verb)[0]
    return first is not verb and is_negated(first) and figure[0].lower_ not in grammar.QUE


def _before_who(of_it: Token, sentence: Sentence, saying: Saying) -> SourceWords | None:
    """Return whom "qui en revendiquent" is about: the noun before it, "les pirates eux-mêmes"."""
    before = [t for t in of_it.doc[of_it.first : of_it.i] if not saying.is_one(t, "not_before")]
    if not before or not saying.is_one(before.pop(), "who"):
        return None
    while before and (before[-1].is_punct or before[-1].lower_.endswith(("-même", "-mêmes"))):
        before.pop()
    if not before or before[-1].pos_ not in {"NOUN", "PROPN"}:
        return None
    return words_of(grammar.name_head(before[-1]), sentence, saying)


def _stands_at(of_it: Token, sentence: Sentence, saying: Saying) -> Iterator[Attribution]:
    """Yield "Le Guyana en est à quatre morts"."""
    verb, *behind = of_it.doc[of_it.i + 1 : grammar.sentence_end(of_it)]
    if verb.lemma_ != "être" and verb.lower_ not in saying.classes["stands"]:
        return
    to = next((i for i, t in enumerate(behind[:REACH]) if t.lower_ in grammar.A_AU), None)
    figure = run(behind[to + 1 :]) if to is not None else []
    if (
        len(figure) < 2
        or figure[0].pos_ != "NUM"
        or not any(saying.is_one_lemma_of(t, "losses") for t in figure[1:3])
    ):
        return
    head = grammar.nominal_before(of_it, saying.passed_over)
    source = words_of(grammar.name_head(head), sentence, saying) if head is not None else None
    if source is not None and may_count(source, saying):
        end = next((i for i, t in enumerate(figure) if i > 1 and t.pos_ == "ADP"), len(figure))
        yield figure_told(figure[:end], verb, sentence, source, saying)


def _may_have(verb: Token, saying: Saying) -> bool:
    """Tell "en compte trois", which who has three does too, from "en a compté trois"."""
    return saying.counting[verb.lower_] in saying.classes["having"] and verb.nbor(-1).pos_ != "AUX"


def _counts(source: SourceWords, saying: Saying) -> bool:
    """Tell who counts what is not theirs from who may have it: "la ville", "le club"."""
    head = source.head
    return (
        head is not None
        and head.pos_ == "NOUN"
        and (
            head.lemma_.lower() in saying.people
            or saying.is_one_lemma_of(head, "counters")
            or head.lemma_.lower().endswith(saying.of_people)
        )
    )


def _figure_behind(verb: Token, saying: Saying) -> list[Token]:
    """Return the figure right behind a verb with what belongs to it, or nothing."""
    behind = [t for t in verb.doc[verb.i + 1 : grammar.sentence_end(verb)] if not t.is_space]
    number = next(
        (
            i
            for i, t in enumerate(behind[:REACH])
            # "Le syndicat en compte le double"
            if t.pos_ == "NUM" or saying.is_one(t, "multiples")
        ),
        None,
    )
    if number is None or any(
        t.pos_ not in {"ADV", "ADP", "SCONJ", "DET", "PUNCT", "ADJ"}
        and not saying.is_one(t, "beside_verb")
        for t in behind[:number]
    ):
        return []
    start = number
    while start and behind[start].lower_ not in grammar.QUE:
        # "que neuf" says more than "neuf"; in "plus que neuf" the adverb is the verb's.
        before = behind[start - 1]
        if before.pos_ not in {"ADV", "ADP", "DET"} and before.lower_ not in grammar.QUE:
            break
        start -= 1
    return run(behind[start:])


def _tells_when(content: Sequence[Token], saying: Saying) -> bool:
    return any(saying.is_one(t, "since") for t in content)


def _goes_on(
    sentence: Sentence, before: Sentence, found: Sequence[Attribution], saying: Saying
) -> Iterator[Attribution]:
    """Yield "31 trois jours plus tard" behind "23, disait la gendarmerie le premier jour"."""
    words = [t for t in sentence.words if not t.is_space]
    content = grammar.stripped(words)
    if (
        not content
        or content[0].pos_ != "NUM"
        or len(content) > ALONE
        or words[-1].text != "."
        or sentence.paragraph != before.paragraph
        or any(grammar.is_verb(t) or t.text in STOPS for t in content)
        # "31 rue des Lilas"
        or (any(t.pos_ in {"NOUN", "PROPN"} for t in content) and not _tells_when(content, saying))
    ):
        return
    told = [a for a in found if a.source is not None]
    if len(told) != 1:
        return
    (one,) = told
    said = [t for t in before.words if one.content.covers(before.span_of([t]))]
    if said[0].pos_ == "NUM" and len(said) <= REACH and one.quotation == "indirect":
        yield replace(
            one,
            content=sentence.span_of(content),
            sentence=sentence,
            root=grammar.root_of(content),
            reasons=(Reason(rule=FIGURE, words=content[0].text),),
        )
