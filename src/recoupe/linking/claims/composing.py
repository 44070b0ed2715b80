"""The statements of a report as propositions: their words, figures, names and signs.

What was made of a report stands until its reading or its names change (``claims/told``).
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from recoupe.compare.names import normalise
from recoupe.compare.texts import Words, fold, words
from recoupe.linking.claims.propositions import (
    Figure,
    Filler,
    Proposition,
    ToldOff,
    figure_terms,
)
from recoupe.linking.claims.wording import (
    clauses_of,
    is_negated,
    negation,
    outside_figures,
    set_in,
)
from recoupe.linking.entities import Entities
from recoupe.linking.relations.replaced import corrected, replaced, set_apart
from recoupe.linking.reports import Report
from recoupe.linking.terms.polarity import Signs, all_signs, base_terms, signs
from recoupe.linking.terms.vocabulary import Vocabulary
from recoupe.model import Factuality, Quantity, Span, Statement

_FAMILIES = {"PublicBody": "Organization", "Company": "Organization", "Country": "Address"}
"""Schemas that one name is easily read as in turn."""

_MARK = 3
"""Characters after a statement among which its question mark stands."""


@dataclass(frozen=True)
class Named:
    """What a named thing is.

    Attributes:
        kind: Its schema, or the one that it is easily read as.
        words: The words of its name, a state's adjective as its name.
        id: Its id, or that of the first thing of the case which is named so in other words:
            "les douanes chypriotes", "les douanes de Chypre".
    """

    kind: str
    words: frozenset[str]
    id: str


def names_of(entities: Entities, vocabularies: Collection[Vocabulary]) -> dict[str, Named]:
    """Return what each named thing of a case is, by id.

    Args:
        entities: The named things of the case.
        vocabularies: Those of the languages of its reports.
    """
    found: dict[str, Named] = {}
    first: dict[tuple[str, frozenset[str]], str] = {}
    states = frozenset().union(*(v.synonyms.states.values() for v in vocabularies))
    stop = frozenset().union(*(v.stop for v in vocabularies))
    for e in entities.records:
        kind = _FAMILIES.get(e.schema_name, e.schema_name)
        own: Sequence[str] = normalise(e.name).split()
        called = own
        for vocabulary in vocabularies:
            called = vocabulary.with_states(called)
        told = frozenset(called) - stop
        # The embassy of one state in another is not that of the other in the one.
        of_state = len(told) > 1 and len(told & states) == 1
        one = first.setdefault((kind, told), e.id) if of_state else e.id
        # A state by itself keeps its words: "le Sud" may be short for "Corée du Sud".
        found[e.id] = Named(kind, frozenset(called if of_state else own), one)
    return found


def of_report(
    report: Report, entities: Entities, known: Mapping[str, Named]
) -> Iterator[Proposition]:
    """Yield the statements of a report as propositions, in the order of its reading.

    Args:
        report: The report.
        entities: The named things of the case.
        known: What each is, by id.
    """
    vocabulary, text = report.vocabulary, report.document.text
    named = entities.named.get(report.id, ())
    starts = [span.start for span, _ in named]
    for statement in report.reading.statements:
        content = statement.content
        near = named[bisect_left(starts, content.start) : bisect_left(starts, content.end)]
        inside = [(span, entity) for span, entity in near if span.end <= content.end]
        terms = [
            base_terms(vocabulary.terms(words(text, [span]).folded), vocabulary)
            for span, _ in inside
        ]
        yield _of(report, statement, entities, known, inside, terms)


def _of(
    report: Report,
    statement: Statement,
    entities: Entities,
    known: Mapping[str, Named],
    inside: Sequence[tuple[Span, str]],
    named: Sequence[Collection[str]],
) -> Proposition:
    text = report.document.text
    found = clauses_of(report, statement)
    old, wrong = replaced(report, statement), corrected(report, statement)
    told_off = (*old, *wrong, *set_apart(report, statement))
    former = frozenset(quantity.span for quantity, _ in told_off)
    figures = frozenset(_read_figures(text, statement, former))
    told = [outside_figures(report, statement, clause) for clause in found]
    negative = statement.denies or statement.factuality.denied
    negated, affirmed = negation(report, found)
    names = _names(statement, [(span, known[entity].id) for span, entity in inside])
    folded = tuple(chain.from_iterable(clause.folded for clause in found))
    return Proposition(
        place=(report.place, statement.content.start, statement.id),
        statement=statement,
        report=report,
        folded=folded,
        terms=base_terms(report.vocabulary.terms(chain.from_iterable(told)), report.vocabulary)
        | _counted_before(report, statement)
        | figure_terms(figures),
        parts=_parts(named),
        names=names,
        kinds=tuple(known[name].kind for name in names),
        called=tuple(known[name].words for name in names),
        figures=figures,
        replaced=_places(statement, old),
        corrected=_places(statement, wrong),
        counted=_counted(report, statement, former),
        times=frozenset(
            (t.earliest or "0001-01-01", t.latest or "9999-12-31")
            for t in statement.times
            if t.role == "event" and (t.earliest or t.latest)
        ),
        anchored=all(t.basis == "inferred" for t in statement.times if t.role == "event"),
        negative=negative,
        negated=negated,
        affirmed=affirmed,
        signs=all_signs(_signs(report, statement, found, told, negative=negative)),
        open=statement.factuality is Factuality.UNDERSPECIFIED,
        asks=text[statement.content.end : statement.content.end + _MARK].lstrip().startswith("?"),
        of_oneself=not report.vocabulary.first_person.isdisjoint(folded),
        statuses=frozenset((e.type, e.status) for e in statement.events if e.status != "unknown"),
        roles=frozenset(
            (event.type, role, _filler(report, filler.span, entities, known))
            for event in statement.events
            for role, fillers in event.roles.items()
            for filler in fillers
        ),
        speaker=_speaker(report, statement, entities, known),
    )


def _places(statement: Statement, told: Iterable[tuple[Quantity, str]]) -> ToldOff:
    return tuple((statement.quantities.index(quantity), mark) for quantity, mark in told)


def _signs(
    report: Report,
    statement: Statement,
    found: Sequence[Words],
    told: Sequence[Sequence[str]],
    *,
    negative: bool,
) -> Iterator[Signs]:
    """Yield the signs of each clause of a statement.

    Who says of something that it is not so, in one clause of several, affirms what the others
    say; who denies what another said denies all of it.
    """
    denying = [is_negated(report, clause) for clause in found] if negative else []
    apart = not statement.denies and any(denying) and not all(denying)
    for at, clause in enumerate(told):
        here = denying[at] if apart else negative
        yield signs(clause, report.vocabulary, negative=here, rejects=statement.denies, apart=apart)


def _names(statement: Statement, inside: Iterable[tuple[Span, str]]) -> tuple[str, ...]:
    """Return the entities that a statement names, but for who says it ("a, dit-il, vendu").

    Args:
        statement: The statement.
        inside: The names in its words, in order.
    """
    holes = set_in(statement)
    found = (e for span, e in inside if not any(hole.overlaps(span) for hole in holes))
    return tuple(dict.fromkeys(found))


def _parts(named: Sequence[Collection[str]]) -> dict[str, int]:
    """Return the terms of the names in a statement, each with how many its name has."""
    found: dict[str, int] = {}
    for name in named:
        found |= {term: max(len(name), found.get(term, 0)) for term in name}
    return found


def _speaker(
    report: Report, statement: Statement, entities: Entities, known: Mapping[str, Named]
) -> str | None:
    if not statement.sources:
        return None
    nearest, entity = statement.sources[0], entities.sources[statement.id][0]
    name = normalise(nearest.name, report.vocabulary.leading)
    if entity:
        return known[entity].id
    return f"{report.id}:{name}" if nearest.kind == "unnamed" else name


def _filler(report: Report, span: Span, entities: Entities, known: Mapping[str, Named]) -> Filler:
    named = entities.within(report.id, span)
    if named:
        return known[named[0]].id
    told = report.vocabulary.terms(words(report.document.text, [span]).folded)
    return frozenset(told)


def _counted(
    report: Report, statement: Statement, former: Collection[Span]
) -> dict[Figure, frozenset[str]]:
    text, vocabulary = report.document.text, report.vocabulary
    return {
        (q.unit or "", q.low, q.high): frozenset(vocabulary.terms(words(text, [q.of]).folded))
        for q in statement.quantities
        if q.of and statement.content.overlaps(q.span) and q.span not in former
    }


def _counted_before(report: Report, statement: Statement) -> dict[str, str]:
    """Return what figures count by words outside the statement: "Combien de morts ? 23"."""
    text, vocabulary = report.document.text, report.vocabulary
    found: dict[str, str] = {}
    for q in statement.quantities:
        if q.of and not statement.content.overlaps(q.of):
            found |= vocabulary.terms(words(text, [q.of]).folded)
    return found


def _read_figures(text: str, statement: Statement, former: Collection[Span]) -> Iterator[Figure]:
    """Yield the figures of a statement but for those that it tells as replaced."""
    for quantity in statement.quantities:
        if statement.content.overlaps(quantity.span) and quantity.span not in former:
            yield quantity.unit or "", quantity.low, quantity.high
    told = [q.span for q in statement.quantities] + [t.span for t in statement.times]
    found = words(text, [statement.content])
    for word, start, end in zip(found.folded, found.starts, found.ends, strict=True):
        if word[0].isdigit() and not any(span.overlaps(Span(start, end)) for span in told):
            value = float(fold(word))
            yield "", value, value
