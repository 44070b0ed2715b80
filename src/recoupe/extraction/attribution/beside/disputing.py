"""Who shares or disputes what was said before: "X n'est pas de cet avis", "X crie au mensonge"."""

from collections.abc import Iterator, Sequence

from recoupe.extraction import grammar
from recoupe.extraction.attribution.beside.said import said_in
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.attribution.governed.reported import is_negated
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.attribution.sources.naming import is_impersonal, words_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality, Reason, Span

DISPUTES = "disputes-what-was-said"
"""Rule of who shares, or does not share, what the sentence before says."""
# Tokens from the verb to the noun: "n'est pas du tout de cet avis".
_REACH = 7


def with_disputed(
    found: list[Attribution], sentences: Sequence[Sentence], saying: Saying
) -> list[Attribution]:
    """Add who shares or disputes what the sentence before says.

    Args:
        found: The attributions of the report, in order of their content.
        sentences: Its sentences, in order.
        saying: The words of saying of the language.
    """
    added: list[Attribution] = []
    before: Sentence | None = None
    for sentence in sentences:
        near = before is not None and sentence.paragraph - before.paragraph <= 1
        if (
            near
            and before is not None
            and not saying.classes["disputing"].isdisjoint(sentence.forms)
        ):
            added.extend(_disputed(sentence, before, found, saying))
        before = sentence
    if not added:
        return found
    cues = [a.cue for a in added if a.cue is not None]
    kept = [a for a in found if a.cue is None or not any(a.cue.overlaps(c) for c in cues)]
    return sorted([*kept, *added], key=lambda a: (a.content.start, -a.content.end))


def _disputed(
    sentence: Sentence, before: Sentence, found: Sequence[Attribution], saying: Saying
) -> Iterator[Attribution]:
    verb = next((t for t in sentence.words if grammar.has(t, "VerbForm", "Fin")), None)
    if verb is None:
        return
    main = next(
        (
            t
            for t in sentence.words
            if t.i >= verb.i and grammar.verb_group(t)[0].i == verb.i and t.pos_ == "VERB"
        ),
        verb,
    )
    if any(_says_something(a, sentence.span_of([main]), sentence, saying) for a in found):
        # "a dénoncé des « fables »": what it has for an object is told.
        return
    told = _view(verb, sentence, saying) or _verdict(main, sentence, saying)
    head = grammar.subject(main)
    if head is None or head.i > verb.i:
        # "X n'est pas de cet avis": the noun has the subject.
        head = grammar.nominal_before(verb, saying.passed_over)
    if told is None or head is None or is_impersonal(main):
        return
    value, last = told
    source = words_of(head, sentence, saying, {t.i for t in sentence.words if t.i >= verb.i})
    if source is None or not _may_hold(source, saying):
        return
    said = said_in(before, found)
    told_by = [a for a in found if said is not None and a.content == said[1]]
    if said is None or not told_by or any(a.quotation == "direct" for a in told_by):
        # "Le procès s'est ouvert. L'accusé crie au mensonge.": what the report tells is no lie.
        return
    home, content = said
    words = [t for t in home.words if content.covers(home.span_of([t]))]
    start = grammar.verb_group(main)[0]
    yield Attribution(
        content=content,
        sentence=home,
        root=grammar.root_of(words),
        cue=sentence.span_of([t for t in sentence.words if start.i <= t.i <= last.i]),
        source=source,
        value=value,
        denies=value is Factuality.CERTAIN_NOT,
        reasons=(Reason(rule=DISPUTES, words=last.text),),
    )


def _says_something(
    attribution: Attribution, verb: Span, sentence: Sentence, saying: Saying
) -> bool:
    """Tell whether a verb reports more than "cela de mensonge"."""
    if attribution.cue is None or not attribution.cue.overlaps(verb):
        return False
    first = next(
        (t for t in sentence.words if attribution.content.covers(sentence.span_of([t]))), None
    )
    return first is None or not saying.is_one(first, "these_things")


def _may_hold(source: SourceWords, saying: Saying) -> bool:
    head = source.head
    if head is None or saying.names_nobody(head) or saying.is_one(head, "these_things"):
        return False
    return (
        head.pos_ in {"PROPN", "PRON"}
        or saying.can_be_source(head.lemma_.lower())
        or head.lemma_.lower().endswith(saying.of_people)
    )


def _view(verb: Token, sentence: Sentence, saying: Saying) -> tuple[Factuality, Token] | None:
    """Read "est de cet avis", "ne partage pas ce constat": whose it is stands before."""
    behind = _behind(verb, sentence)
    noun = next((t for t in behind if saying.is_one_lemma_of(t, "views")), None)
    if noun is None:
        return None
    between = [t for t in behind if t.i < noun.i]
    pointed = any(
        saying.is_one(t, "this") or saying.is_one(t, "even") or saying.is_one(t, "third_person_own")
        for t in between
    )
    shared = any(saying.is_one_lemma_of(t, "sharing") for t in (verb, *between))
    is_so = verb.lemma_ == "être" and any(saying.is_one(t, "of_somebody") for t in between)
    if not pointed or not (shared or is_so):
        return None
    denied = is_negated(verb)
    return (Factuality.CERTAIN_NOT if denied else Factuality.CERTAIN), noun


def _verdict(verb: Token, sentence: Sentence, saying: Saying) -> tuple[Factuality, Token] | None:
    """Read "a qualifié cela de mensonge", "crie à la calomnie", "parle d'une pure invention"."""
    if not saying.is_one_lemma_of(verb, "calling_it") or is_negated(grammar.verb_group(verb)[0]):
        return None
    behind = _behind(verb, sentence)
    noun = next((t for t in behind if saying.is_one_lemma_of(t, "falsehoods")), None)
    if noun is None:
        return None
    between = [t for t in behind if t.i < noun.i]
    if any(t.pos_ in {"NOUN", "PROPN", "VERB"} for t in between):
        # "a qualifié l'accusation de mensonge" has its object.
        return None
    following = next((t for t in sentence.words if t.i == noun.i + 1), None)
    if following is not None and saying.is_one(following, "of_somebody"):
        # "dénonce les mensonges de la mairie"
        return None
    return Factuality.CERTAIN_NOT, noun


def _behind(verb: Token, sentence: Sentence) -> list[Token]:
    behind = [t for t in sentence.words if t.i > verb.i and not t.is_space][:_REACH]
    stop = next((i for i, t in enumerate(behind) if t.text in {",", ";", ".", ":"}), len(behind))
    return behind[:stop]
