"""Named things and the record of evidence as rows, and back."""

from collections.abc import Iterator

from sqlalchemy import Connection, Table, select

from recoupe.ledger import tables
from recoupe.ledger.readings import Row, span_columns
from recoupe.model import Evidence, Links, Thing


def evidence_rows(links: Links) -> Iterator[tuple[Table, Row]]:
    """Yield the rows of a case's named things and evidence, with their tables."""
    for thing in links.things:
        yield from _thing(thing)
    for number, evidence in enumerate(links.evidence):
        yield from _evidence(number, evidence)


def load_things(connection: Connection) -> Iterator[Thing]:
    """Yield the stored things, as they were written."""
    # Sorted here: databases differ in how they order strings.
    records = connection.execute(select(tables.thing.c.record)).scalars()
    yield from sorted(map(Thing.model_validate, records), key=lambda thing: thing.id)


def load_evidence(connection: Connection) -> Iterator[Evidence]:
    """Yield the stored evidence, as it was written."""
    query = select(tables.evidence.c.record).order_by(tables.evidence.c.number)
    for record in connection.execute(query).scalars():
        yield Evidence.model_validate(record)


def _thing(thing: Thing) -> Iterator[tuple[Table, Row]]:
    row: Row = thing.model_dump(include={"id", "name", "type", "kind"})
    yield tables.thing, row | {"record": thing.model_dump(mode="json")}
    for place, (document, span) in enumerate(thing.mentions):
        row = {"thing_id": thing.id, "place": place, "document_id": document}
        yield tables.thing_mention, row | span_columns(span)


def _evidence(number: int, evidence: Evidence) -> Iterator[tuple[Table, Row]]:
    row: Row = evidence.model_dump(include={"id", "item", "type", "earliest", "latest"})
    row |= {"number": number, "thing_id": evidence.thing}
    yield tables.evidence, row | {"record": evidence.model_dump(mode="json")}
    owner: Row = {"evidence_id": evidence.id}
    for place, telling in enumerate(evidence.tellings):
        row = {"place": place, "statement_id": telling.statement}
        row |= {"factuality": telling.factuality.value}
        yield tables.evidence_telling, owner | row | span_columns(telling.thing.span)
        for nth, marking in enumerate(telling.thing.markings):
            row = {"telling_place": place, "place": nth}
            row |= {"kind": marking.kind, "value": marking.value}
            yield tables.evidence_marking, owner | row | span_columns(marking.span)
    for place, one in enumerate(evidence.compared):
        row = {"place": place, "transfer_id": one.transfer, "statement_id": one.statement}
        row |= {"bearing": one.bearing, "from_day": one.from_day, "until_day": one.until_day}
        yield tables.evidence_compared, owner | row
