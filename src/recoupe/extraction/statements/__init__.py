"""Statements of one report: attributions and the report's own sentences, with what they hold."""

from collections.abc import Sequence

from recoupe.extraction.attribution import Attribution
from recoupe.extraction.attribution.beside.answered import is_answer
from recoupe.extraction.attribution.beside.short_answers import settled
from recoupe.extraction.attribution.found import SourceWords
from recoupe.extraction.attribution.lexicon import load_saying
from recoupe.extraction.basis import find_basis
from recoupe.extraction.claimers import Claimers
from recoupe.extraction.factuality import judge
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.quotations import Quoted
from recoupe.extraction.said_when import said_when
from recoupe.extraction.statements.held import Held, made
from recoupe.extraction.statements.own_voice import own_voice, told_aside
from recoupe.language import Pack
from recoupe.model import Document, Factuality, Source, Span, Statement

__all__ = ["Held", "build_statements"]


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
    times = [time.span for time in held.times]
    saying = load_saying(pack)
    built: list[Statement] = []
    for attribution in attributions:
        chain = _chain(attribution, attributions, sources)
        value, why = settled(attribution) or judge(
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
        if value.denied and attribution.denies and _is_of_others(attribution):
            # "Il aurait fui, ce que X nie": hearsay for the report, flatly denied by X.
            value = Factuality.CERTAIN_NOT
        around = _around(attribution)
        denied = attribution.denies and is_answer(attribution)
        built.append(
            made(
                document,
                attribution.content,
                around,
                held.denied_in(attribution.content, attribution.cue) if denied else held,
                quotation=attribution.quotation,
                cue=attribution.cue,
                sources=chain,
                factuality=value,
                factuality_reasons=why,
                basis=find_basis(text, around, attribution.content, pack),
                # "n'exclut pas", "ne dément pas": who denies a denial denies nothing.
                denies=attribution.denies and not any(r.rule == "cue-negated" for r in why),
                reasons=attribution.reasons,
                said=said_when(attribution, times, attributions, saying),
            )
        )
    built.extend(own_voice(document, sentences, quotations, attributions, held, pack))
    built.extend(told_aside(document, sentences, attributions, built, held, pack))
    return _numbered(sorted(built, key=lambda s: (s.content.start, -s.content.end)))


def _is_of_others(attribution: Attribution) -> bool:
    """Tell whether what is denied stands in the words of others: in their conditional too."""
    return is_answer(attribution) or any(r.rule == "noun-of-saying" for r in attribution.reasons)


def _own_sources(attribution: Attribution, claimers: Claimers) -> tuple[Source, ...]:
    words = [w for w in (attribution.source, *attribution.further) if w is not None]
    distinct = {w.span: w for w in words}
    by_name: dict[str, Source] = {}
    for source in (claimers.resolve(w) for w in distinct.values()):
        if source is not None:
            # "L'avocat se montre prudent : il n'exclut pas que P": one source, named twice.
            by_name.setdefault(source.name, source)
    return tuple(by_name.values())


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
