"""What still stands if a source falls."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from recoupe.linking import link
from recoupe.linking.claims.likeness import holding
from recoupe.linking.outlets import Outlets
from recoupe.linking.reports import prepare
from recoupe.model import Case, Claim, Document, Judgement, Lineage, Origin, Record, Span, Statement
from recoupe.questions.finding import find_source


class Shaken(Record):
    """A claim that loses an origin.

    Attributes:
        claim: Its id.
        text: Its words.
        before: How many origins it had.
        after: How many it keeps.
        kept: Names of those that it keeps.
        reports: How many reports carry it.
    """

    claim: str
    text: str
    before: int
    after: int
    kept: tuple[str, ...]
    reports: int


class Without(Record):
    """What a case is without a source.

    Attributes:
        kind: What fell: an origin or a report.
        id: Its id.
        name: As shown to a person.
        fallen: Claims that lose all their origins.
        doubtful: Claims that keep origins which may all be the fallen one under another name.
        weakened: Claims that keep others.
        carried: Where an outlet fell: claims with other origins that stand in its reports only,
            so that nobody else says that those sources said it.
        untouched: How many claims lose nothing.
    """

    kind: Literal["origin", "report"]
    id: str
    name: str
    fallen: tuple[Shaken, ...]
    doubtful: tuple[Shaken, ...]
    weakened: tuple[Shaken, ...]
    carried: tuple[Shaken, ...]
    untouched: int


def without(case: Case, source: str, judgements: Sequence[Judgement] = ()) -> Without:
    """Tell what still stands if a source falls.

    An origin falls alone. A report falls with all that others took over from it; the rest of
    the case is linked again without that.

    Args:
        case: The case.
        source: Name or id of an origin, or file, title or id of a report.
        judgements: People's decisions on the case, oldest first.

    Raises:
        UsageError: Nothing of the case goes by that name, or several things do.
    """
    key = find_source(case, source)
    document = next((one for one in case.documents if one.id == key), None)
    if document is not None:
        return _without_report(case, document, judgements)
    return without_origin(case, key)


def without_origin(case: Case, key: str) -> Without:
    """Tell what still stands if the origin of an id falls."""
    carried_by = _reports_of(case, key)
    fallen, doubtful, weakened, carried = (list[Shaken]() for _ in range(4))
    name, untouched = key, 0
    for claim in case.links.claims:
        fell = next((origin for origin in claim.origins if origin.id == key), None)
        kept = tuple(origin for origin in claim.origins if origin.id != key)
        if fell is None:
            if carried_by and carried_by.issuperset(claim.documents):
                carried.append(_shaken(claim, kept))
            else:
                untouched += 1
            continue
        name = fell.name
        if not kept:
            fallen.append(_shaken(claim, kept))
        elif all(other.may_be(fell) for other in kept):
            doubtful.append(_shaken(claim, kept))
        else:
            weakened.append(_shaken(claim, kept))
    return Without(
        kind="origin",
        id=key,
        name=name,
        fallen=_ordered(fallen),
        doubtful=_ordered(doubtful),
        weakened=_ordered(weakened),
        carried=_ordered(carried),
        untouched=untouched,
    )


def _without_report(case: Case, document: Document, judgements: Sequence[Judgement]) -> Without:
    gone = _taken_over(case, document)
    readings = {
        key: reading.model_copy(
            update={"statements": tuple(s for s in reading.statements if s.id not in gone)}
        )
        for key, reading in case.readings.items()
    }
    rest = [one for one in case.documents if one.id != document.id]
    after: dict[str, Claim] = {
        statement: claim
        for claim in link(rest, readings, judgements).claims
        for statement in claim.statements
    }
    fallen, weakened, untouched = list[Shaken](), list[Shaken](), 0
    for claim in case.links.claims:
        kept = {
            origin.id: origin
            for statement in claim.statements
            if statement in after
            for origin in after[statement].origins
        }
        if not kept:
            fallen.append(_shaken(claim, ()))
        elif len(kept) < len(claim.origins):
            weakened.append(_shaken(claim, tuple(kept.values())))
        else:
            untouched += 1
    return Without(
        kind="report",
        id=document.id,
        name=document.title or document.file,
        fallen=_ordered(fallen),
        doubtful=(),
        weakened=_ordered(weakened),
        carried=(),
        untouched=untouched,
    )


def _taken_over(case: Case, document: Document) -> set[str]:
    """Return the ids of a report's statements, and of those that others took over from it."""
    reports = prepare(case.documents, case.readings)
    outlets = Outlets(reports)
    by_id = {report.id: report for report in reports}
    drawing: dict[str, list[Lineage]] = defaultdict(list)
    for edge in case.links.lineage:
        drawing[edge.on].append(edge)
    read = case.readings.get(document.id)
    fallen: dict[str, dict[str, Span]] = {
        document.id: {s.id: s.content for s in read.statements} if read else {}
    }
    waiting = [document.id]
    while waiting:
        on = waiting.pop()
        own = outlets.of(by_id[on]) if on in by_id else None
        for edge in drawing[on]:
            if edge.document not in by_id:
                continue
            known = fallen.setdefault(edge.document, {})
            new = {
                s.id: s.content
                for s in case.readings[edge.document].statements
                if s.id not in known
                and (
                    _repeats(s, edge, fallen[on], whole=on == document.id)
                    or (own is not None and _told_by(s, own.key, outlets))
                )
            }
            if new:
                known |= new
                waiting.append(edge.document)
    return {key for statements in fallen.values() for key in statements}


def _repeats(
    statement: Statement, edge: Lineage, fallen: Mapping[str, Span], *, whole: bool
) -> bool:
    """Tell whether a statement stands in passages whose matter fell where they came from."""
    passages = sorted(edge.passages, key=lambda passage: passage.document)
    held = holding(statement.content, passages)
    return bool(held) and (
        whole or any(span.overlaps(passage.on) for passage in held for span in fallen.values())
    )


def _told_by(statement: Statement, outlet: str, outlets: Outlets) -> bool:
    if not statement.sources:
        return False
    named = outlets.find(statement.sources[0].name)
    return named is not None and named.key == outlet


def _reports_of(case: Case, origin: str) -> frozenset[str]:
    """Return the reports of the outlet that an origin is, none where it is no outlet."""
    if not origin.startswith("outlet:"):
        return frozenset()
    reports = prepare(case.documents, case.readings)
    outlets = Outlets(reports)
    published = ((report, outlets.of(report)) for report in reports)
    return frozenset(
        report.id for report, outlet in published if outlet and f"outlet:{outlet.key}" == origin
    )


def _shaken(claim: Claim, kept: Sequence[Origin]) -> Shaken:
    return Shaken(
        claim=claim.id,
        text=claim.text,
        before=len(claim.origins),
        after=len(kept),
        kept=tuple(sorted({origin.name for origin in kept})),
        reports=len(claim.documents),
    )


def _ordered(shaken: Sequence[Shaken]) -> tuple[Shaken, ...]:
    """Return claims with what most reports carry first."""
    return tuple(sorted(shaken, key=lambda one: (-one.reports, -one.before, one.text, one.claim)))
