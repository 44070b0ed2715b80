"""What a report states in its own voice: sentences of its own, and events told in passing."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.asides import clauses_aside
from recoupe.extraction.attribution import Attribution
from recoupe.extraction.attribution.beside.answered import is_answer
from recoupe.extraction.basis import find_basis
from recoupe.extraction.factuality import judge
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.quotations import Quoted
from recoupe.extraction.statements.addressed import is_appeal, is_talk
from recoupe.extraction.statements.held import Held, made
from recoupe.extraction.tokens import Token
from recoupe.language import Pack
from recoupe.model import Document, Reason, Span, Statement

# A sentence of which attributed words fill more than this says nothing of its own.
_ATTRIBUTED = 0.55
# Shorter sentences than this, in tokens, are signs and not statements.
_SHORTEST_STATEMENT = 4
_WHOLE_SENTENCE = 6
# How many spans of attributions one sentence may hold.
_SPANS = 12
_OWN_VOICE = (Reason(rule="own-voice"),)


def own_voice(
    document: Document,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quoted],
    attributions: Sequence[Attribution],
    held: Held,
    pack: Pack,
) -> list[Statement]:
    """Return statements for the sentences that say something of the report's own."""
    # What is denied stays what the report says: "Il aurait fui. Son avocat le conteste."
    # Not so where somebody is said to have said it: "X affirme que P, mais Y dément."
    told = {a.content for a in attributions if not is_answer(a)}
    answers = [a for a in attributions if is_answer(a) and a.content not in told]
    attributions = [a for a in attributions if a.content in told]
    taken = sorted(
        span
        for a in attributions
        for span in (a.content, a.cue, *(w.span for w in (a.source, *a.further) if w))
        if span is not None
    )
    cues = [a.cue for a in attributions if a.cue is not None]
    # Who says of the sentence before that it is so, or not, says no more.
    cues += [a.cue for a in answers if a.cue is not None and not a.sentence.span.covers(a.cue)]
    triggers = sorted(event.trigger.start for event in held.events)
    cued = _by_sentence_of_cue(attributions, sentences)
    chained = _subjects_in_chains(attributions)
    own: list[Statement] = []
    for number, sentence in enumerate(sentences):
        tells = bisect_left(triggers, sentence.span.start) < bisect_left(
            triggers, sentence.span.end
        )
        content = _content_of(sentence, tells)
        # Where the main verb only says that somebody said it, that is told by the chain.
        main = sentence.span_of([sentence.root])
        if content is None or any(cue.covers(main) for cue in cues):
            continue
        if (id(sentence), sentence.root.i) in chained:
            continue
        if any(a.content.end <= content.start for a in cued[number]):
            # "C'est ce qu'a indiqué l'armée": it says who said the sentence before.
            continue
        if any(
            a.quotation == "direct"
            and a.content.overlaps(content)
            and a.cue is not None
            and content.covers(a.cue)
            for a in cued[number]
        ):
            continue
        if _share(content, taken) > _ATTRIBUTED or _says_nothing(sentence, taken):
            continue
        if any(q.outer.covers(content) for q in quotations):
            continue
        content = _without_answer(content, answers)
        if not tells and is_talk(content.of(document.text), not _has_main_verb(sentence), pack):
            continue
        value, why = judge(document.text, content, sentence.root, sentence, pack)
        if not tells and is_appeal(sentence.words, why):
            continue
        own.append(
            made(
                document,
                content,
                sentence.span,
                held,
                factuality=value,
                factuality_reasons=why,
                basis=find_basis(
                    document.text, sentence.span, Span(content.end, content.end), pack
                ),
                reasons=_OWN_VOICE,
            )
        )
    return own


def _by_sentence_of_cue(
    attributions: Sequence[Attribution], sentences: Sequence[Sentence]
) -> list[list[Attribution]]:
    """Return, for each sentence, the attributions whose word of saying stands in it."""
    starts = [sentence.span.start for sentence in sentences]
    cued: list[list[Attribution]] = [[] for _ in sentences]
    for attribution in attributions:
        if attribution.cue is not None:
            number = bisect_right(starts, attribution.cue.start) - 1
            if number >= 0 and sentences[number].span.covers(attribution.cue):
                cued[number].append(attribution)
    return cued


def _subjects_in_chains(attributions: Sequence[Attribution]) -> set[tuple[int, int]]:
    """Return the verbs of "X a déclaré que Y accuse Z de P", whose subject is in a chain.

    Each with the identity of its sentence.
    """
    return {
        (id(words.sentence), words.head.head.i)
        for attribution in attributions
        for words in attribution.further
        if words.head is not None and words.head.dep_ == "nsubj"
    }


def _without_answer(content: Span, answers: Sequence[Attribution]) -> Span:
    """Return what a report says without the answer to it: "P, ce que X dément"."""
    for answer in answers:
        behind = answer.cue is not None and answer.cue.start >= answer.content.end
        if behind and answer.content.start == content.start and content.covers(answer.content):
            return answer.content
    return content


def told_aside(
    document: Document,
    sentences: Sequence[Sentence],
    attributions: Sequence[Attribution],
    built: Sequence[Statement],
    held: Held,
    pack: Pack,
) -> list[Statement]:
    """Return statements for events told in passing, which none of those built holds."""
    kept = {event.trigger for statement in built for event in statement.events}
    left = [event for event in held.events if event.trigger not in kept]
    if not left:
        return []
    taken = [span for a in attributions for span in (a.content, a.cue) if span is not None]
    found: list[Statement] = []
    for content, root, sentence in clauses_aside(left, sentences, taken):
        value, why = judge(document.text, content, root, sentence, pack)
        found.append(
            made(
                document,
                content,
                sentence.span,
                held,
                factuality=value,
                factuality_reasons=why,
                reasons=(Reason(rule="own-voice"), Reason(rule="told-aside")),
            )
        )
    return found


def _content_of(sentence: Sentence, tells: bool = False) -> Span | None:
    """Return the span of what a sentence says; a headline without a verb may tell of an event."""
    tokens = [t for t in sentence.words if not t.is_space]
    stopped = bool(tokens) and tokens[-1].text in {".", "…", "!", "?"}
    while tokens and tokens[-1].text in {".", "…", "...", ";", ":", ",", "!", "?"}:
        tokens.pop()
    if len(tokens) < _SHORTEST_STATEMENT:
        return None
    # A whole sentence in which the tagger saw no verb is still one.
    whole = tells or (stopped and len(tokens) >= _WHOLE_SENTENCE)
    if not whole and not any(grammar.is_verb(t) and grammar.is_finite(t) for t in tokens):
        return None
    return sentence.span_of(tokens)


def _says_nothing(sentence: Sentence, taken: Sequence[Span]) -> bool:
    """Tell a sentence that names a speaker and what is said, and has no other main verb.

    "Le journal, qui cite deux élus, affirme que P": what is told of the journal is told in passing.
    """
    place = bisect_left(taken, sentence.span)
    inside = [s for s in taken[place : place + _SPANS] if s.overlaps(sentence.span)]
    if not inside:
        return False
    return not any(
        grammar.has(token, "VerbForm", "Fin")
        and not any(span.covers(sentence.span_of([token])) for span in inside)
        and not _is_relative(token)
        for token in sentence.words
    )


def _has_main_verb(sentence: Sentence) -> bool:
    return any(
        grammar.has(token, "VerbForm", "Fin") and not _is_relative(token)
        for token in sentence.words
    )


def _is_relative(verb: Token) -> bool:
    """Tell the verb of a relative clause, or its auxiliary."""
    if any(grammar.has(t, "PronType", "Rel") for t in verb.lefts):
        return True
    head = verb.head if verb.dep_.startswith(("aux", "cop")) else verb
    return head.dep_ == "acl:relcl" or any(grammar.has(t, "PronType", "Rel") for t in head.lefts)


def _share(content: Span, taken: Sequence[Span]) -> float:
    """Return the share of a span's characters that the taken spans cover."""
    covered = 0
    position = content.start
    for span in taken:
        if span.start >= content.end:
            break
        start, end = max(span.start, position), min(span.end, content.end)
        if end > start:
            covered += end - start
            position = end
    return covered / (content.end - content.start)
