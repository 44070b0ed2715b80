"""What a statement says, in a form that can be compared."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.compare.names import normalise
from recoupe.compare.texts import fold, words
from recoupe.linking.entities import Entities
from recoupe.linking.reports import Report
from recoupe.model import Factuality, Span, Statement

FAMILIES = {"PublicBody": "Organization", "Company": "Organization", "Country": "Address"}
"""Schemas that one name is easily read as in turn."""

Figure = tuple[str, float | None, float | None]
"""Unit and bounds."""
_Days = tuple[str, str]


@dataclass(frozen=True)
class Proposition:
    """One statement as linking compares it.

    Attributes:
        place: Rank of its report, offset, and id: its place in the case.
        statement: The statement.
        report: Where it stands.
        folded: Its words, folded.
        terms: What its words and figures say, each with the word that says it.
        parts: Terms that are one word of a longer name, with the words of that name: a name
            of three words counts once.
        names: Entities named in it, in the order of their first mention.
        kinds: What each of them is: a person is no place.
        figures: Unit and bounds of each figure in it that is no date.
        times: Days that its event times allow.
        anchored: Whether all of them are counted from another day, such as the report's own.
        negative: Whether it is denied.
        negated: Whether its words hold a negation.
        open: Whether its source leaves open whether it holds.
        statuses: Event type and status, where both are known.
        roles: Event type and role with who or what fills it.
        speaker: Who says it: the nearest source's entity, or its name; an unnamed one is
            known within its report only. None for the report's own voice.
    """

    place: tuple[int, int, str]
    statement: Statement
    report: Report
    folded: tuple[str, ...]
    terms: Mapping[str, str]
    parts: Mapping[str, int]
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    figures: frozenset[Figure]
    times: frozenset[_Days]
    anchored: bool
    negative: bool
    negated: bool
    open: bool
    statuses: frozenset[tuple[str, str]]
    roles: frozenset[tuple[str, str, str]]
    speaker: str | None

    @property
    def stems(self) -> Collection[str]:
        """Its terms, without repeats, in order."""
        return self.terms.keys()

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def words(self) -> str:
        """The words of the proposition, verbatim."""
        return self.statement.content.of(self.report.document.text)

    @property
    def signature(self) -> tuple[object, ...]:
        """What sets propositions apart (``contrasts.conflict``): two with one never differ."""
        return (
            self.names,
            self.figures,
            self.times,
            self.anchored,
            self.negative,
            self.negated,
            self.open,
            self.statuses,
            self.roles,
        )


def propositions(reports: Sequence[Report], entities: Entities) -> tuple[Proposition, ...]:
    """Return the statements of a case as propositions, in the order of the case."""
    kinds = {e.id: FAMILIES.get(e.schema_name, e.schema_name) for e in entities.records}
    found = (_of(r, s, entities, kinds) for r in reports for s in r.reading.statements)
    return tuple(sorted(found, key=lambda p: p.place))


def _of(
    report: Report, statement: Statement, entities: Entities, kinds: Mapping[str, str]
) -> Proposition:
    text = report.document.text
    found = words(text, [statement.content])
    figures = frozenset(_read_figures(text, statement))
    known = [e for e in statement.events if e.status != "unknown"]
    return Proposition(
        place=(report.place, statement.content.start, statement.id),
        statement=statement,
        report=report,
        folded=found.folded,
        terms=_terms(report, statement) | _told(figures),
        parts=_parts(report, statement, entities),
        names=(names := entities.within(report.id, statement.content)),
        kinds=tuple(kinds[name] for name in names),
        figures=figures,
        times=frozenset(
            (t.earliest or "0001-01-01", t.latest or "9999-12-31")
            for t in statement.times
            if t.role == "event" and (t.earliest or t.latest)
        ),
        anchored=all(t.basis == "inferred" for t in statement.times if t.role == "event"),
        negative=statement.denies or statement.factuality.denied,
        negated=_is_negated(report, statement),
        open=statement.factuality is Factuality.UNDERSPECIFIED,
        statuses=frozenset((e.type, e.status) for e in known),
        roles=frozenset(
            (event.type, role, _filler(report, filler.span, filler.name, entities))
            for event in statement.events
            for role, fillers in event.roles.items()
            for filler in fillers
        ),
        speaker=_speaker(report, statement, entities),
    )


def _terms(report: Report, statement: Statement) -> dict[str, str]:
    """Return what the words outside figures say, each with the word that says it."""
    counted = [q.span for q in statement.quantities]
    found = words(report.document.text, [statement.content])
    outside = (
        word
        for word, start, end in zip(found.folded, found.starts, found.ends, strict=True)
        if not any(span.start < end and start < span.end for span in counted)
    )
    return report.vocabulary.terms(outside)


def _parts(report: Report, statement: Statement, entities: Entities) -> dict[str, int]:
    text, found = report.document.text, dict[str, int]()
    for span, _ in entities.named.get(report.id, ()):
        if statement.content.covers(span):
            name = report.vocabulary.terms(words(text, [span]).folded)
            found |= {term: max(len(name), found.get(term, 0)) for term in name}
    return found


def _is_negated(report: Report, statement: Statement) -> bool:
    """Tell whether a negation stands in a statement; an elided one has its apostrophe ("n° 2")."""
    text, negating = report.document.text, report.vocabulary.negating
    found = words(text, [statement.content])
    return any(
        word in negating and (len(word) > 1 or text[end : end + 1] in {"'", "’"})
        for word, end in zip(found.folded, found.ends, strict=True)
    )


def _told(figures: Iterable[Figure]) -> dict[str, str]:
    """Return figures as terms, however they are written."""
    values = {(v, unit) for unit, low, high in figures for v in (low, high) if v is not None}
    return {f"#{v:.10g} {unit}": f"{v:.10g} {unit}".strip() for v, unit in sorted(values)}


def _speaker(report: Report, statement: Statement, entities: Entities) -> str | None:
    if not statement.sources:
        return None
    nearest, entity = statement.sources[0], entities.sources[statement.id][0]
    name = normalise(nearest.name, report.vocabulary.leading)
    return entity or (f"{report.id}:{name}" if nearest.kind == "unnamed" else name)


def _filler(report: Report, span: Span, name: str, entities: Entities) -> str:
    named = entities.within(report.id, span)
    return named[0] if named else normalise(name, report.vocabulary.leading)


def _read_figures(text: str, statement: Statement) -> Iterator[Figure]:
    for quantity in statement.quantities:
        if statement.content.overlaps(quantity.span):
            yield quantity.unit or "", quantity.low, quantity.high
    told = [q.span for q in statement.quantities] + [t.span for t in statement.times]
    found = words(text, [statement.content])
    for word, start, end in zip(found.folded, found.starts, found.ends, strict=True):
        if word[0].isdigit() and not any(span.overlaps(Span(start, end)) for span in told):
            value = float(fold(word))
            yield "", value, value
