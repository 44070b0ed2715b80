"""Statements of one report: attributions and the report's own sentences, with what they hold."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.extraction.asides import clauses_aside
from recoupe.extraction.attribution import Attribution, grammar
from recoupe.extraction.attribution.found import SourceWords
from recoupe.extraction.attribution.lexicon import load_saying
from recoupe.extraction.basis import find_basis
from recoupe.extraction.claimers import Claimers
from recoupe.extraction.factuality import judge
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.quotations import Quoted
from recoupe.extraction.said_when import said_when
from recoupe.language import Pack
from recoupe.model import (
    Document,
    Event,
    Factuality,
    Quantity,
    Reason,
    Source,
    Span,
    Statement,
    TimeValue,
)

# A sentence of which attributed words fill more than this says nothing of its own.
_ATTRIBUTED = 0.55
# Shorter sentences than this, in tokens, are signs and not statements.
_SHORTEST_STATEMENT = 4
_WHOLE_SENTENCE = 6


@dataclass(frozen=True, slots=True)
class Held:
    """What stands in a report's sentences, to be given to the statements that hold it."""

    times: Sequence[TimeValue]
    quantities: Sequence[Quantity]
    events: Sequence[Event] = ()


def build_statements(
    document: Document,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quoted],
    attributions: Sequence[Attribution],
    claimers: Claimers,
    held: Held,
    pack: Pack,
) -> tuple[Statement, ...]:
    """Return the statements of one report, in order of their content.

    Args:
        document: The report.
        sentences: Its parsed sentences.
        quotations: Its quotations.
        attributions: Who says what in it, in order.
        claimers: Resolves the names of sources.
        held: Times, figures and events found in it.
        pack: The pack of its language.
    """
    text = document.text
    sources = {id(a): _own_sources(a, claimers) for a in attributions}
    built: list[Statement] = []
    for attribution in attributions:
        chain = _chain(attribution, attributions, sources)
        value, why = judge(
            text,
            attribution.content,
            attribution.root,
            attribution.sentence,
            pack,
            cue=attribution.cue_token,
            cue_value=attribution.value,
            cue_negated=attribution.negated,
            denies=attribution.denies,
        )
        around = _around(attribution)
        built.append(
            _statement(
                document,
                attribution.content,
                around,
                held,
                quotation=attribution.quotation,
                cue=attribution.cue,
                sources=chain,
                factuality=value,
                factuality_reasons=why,
                basis=find_basis(text, around, attribution.content, pack),
                denies=attribution.denies,
                reasons=attribution.reasons,
                said=said_when(
                    attribution, (t.span for t in held.times), attributions, load_saying(pack)
                ),
            )
        )
    built.extend(_own_voice(document, sentences, quotations, attributions, held, pack))
    built.extend(_asides(document, sentences, attributions, built, held, pack))
    return _numbered(sorted(built, key=lambda s: (s.content.start, -s.content.end)))


def _own_sources(attribution: Attribution, claimers: Claimers) -> tuple[Source, ...]:
    words = [w for w in (attribution.source, *attribution.further) if w is not None]
    distinct = {w.span: w for w in words}
    found = (claimers.resolve(w) for w in distinct.values())
    return tuple(source for source in found if source is not None)


def _chain(
    attribution: Attribution,
    attributions: Sequence[Attribution],
    sources: dict[int, tuple[Source, ...]],
) -> tuple[Source, ...]:
    """Return the sources of an attribution, then of those whose content holds it."""
    chain = list(sources[id(attribution)])
    inner = attribution.content
    outer = [
        a
        for a in attributions
        if a is not attribution
        and a.content != inner
        and a.content.covers(inner)
        and (attribution.cue is None or a.content.covers(attribution.cue))
    ]
    for holder in sorted(outer, key=lambda a: a.content.end - a.content.start):
        chain.extend(s for s in sources[id(holder)] if s.name not in {c.name for c in chain})
    return tuple(chain)


def _around(attribution: Attribution) -> Span:
    spans = [attribution.sentence.span, attribution.content]
    if attribution.cue is not None:
        spans.append(attribution.cue)
    source: SourceWords | None = attribution.source
    if source is not None and source.sentence.paragraph == attribution.sentence.paragraph:
        spans.append(source.sentence.span)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _asides(
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
            _statement(
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


def _own_voice(
    document: Document,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quoted],
    attributions: Sequence[Attribution],
    held: Held,
    pack: Pack,
) -> list[Statement]:
    taken = sorted(
        span
        for a in attributions
        for span in (a.content, a.cue, a.source.span if a.source else None)
        if span is not None
    )
    cues = [a.cue for a in attributions if a.cue is not None]
    triggers = sorted(event.trigger.start for event in held.events)
    own: list[Statement] = []
    for sentence in sentences:
        tells = bisect_left(triggers, sentence.span.start) < bisect_left(
            triggers, sentence.span.end
        )
        content = _content_of(sentence, tells)
        # Where the main verb only says that somebody said it, that is told by the chain.
        main = sentence.span_of([sentence.root])
        if content is None or any(cue.covers(main) for cue in cues):
            continue
        if any(
            a.quotation == "direct"
            and a.content.overlaps(content)
            and a.cue is not None
            and content.covers(a.cue)
            for a in attributions
        ):
            continue
        if _share(content, taken) > _ATTRIBUTED:
            continue
        if any(q.outer.covers(content) for q in quotations):
            continue
        value, why = judge(document.text, content, sentence.root, sentence, pack)
        own.append(
            _statement(
                document,
                content,
                sentence.span,
                held,
                factuality=value,
                factuality_reasons=why,
                basis=find_basis(
                    document.text, sentence.span, Span(content.end, content.end), pack
                ),
                reasons=(Reason(rule="own-voice"),),
            )
        )
    return own


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


def _share(content: Span, taken: Sequence[Span]) -> float:
    """Return the share of a span's characters that the taken spans cover."""
    covered = 0
    position = content.start
    for span in taken:
        start, end = max(span.start, position), min(span.end, content.end)
        if end > start:
            covered += end - start
            position = end
    return covered / (content.end - content.start)


def _statement(
    document: Document,
    content: Span,
    around: Span,
    held: Held,
    said: frozenset[Span] = frozenset(),
    **fields: object,
) -> Statement:
    times = []
    for time in held.times:
        if content.covers(time.span):
            times.append(time)
        elif time.span in said:
            times.append(time.model_copy(update={"role": "speech"}))
    quantities = tuple(q for q in held.quantities if content.covers(q.span))
    cue = fields.get("cue")
    values = {
        "id": f"{document.id}:{content.start}-{content.end}",
        "document": document.id,
        "content": content,
        "sentence": around,
        "factuality": Factuality.CERTAIN,
        "times": tuple(times),
        "quantities": quantities,
        "events": tuple(
            e
            for e in held.events
            if content.covers(e.trigger)
            or (isinstance(cue, Span) and _opens(cue, content, e.trigger))
        ),
        **fields,
    }
    return Statement.model_validate(values)


def _opens(cue: Span, content: Span, trigger: Span) -> bool:
    """Tell "menace de P", "se dit prêt à P": by or beside the word of saying itself."""
    return cue.covers(trigger) or (cue.end <= trigger.start and trigger.end <= content.start)


def _numbered(statements: list[Statement]) -> tuple[Statement, ...]:
    """Tell apart the ids of statements that share their content's span."""
    seen: dict[str, int] = {}
    out = []
    for statement in statements:
        count = seen[statement.id] = seen.get(statement.id, 0) + 1
        out.append(
            statement
            if count == 1
            else statement.model_copy(update={"id": f"{statement.id}.{count}"})
        )
    return tuple(out)
