"""Documents and readings as rows, and back."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from sys import intern
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, Text, cast, insert, select

from recoupe.ledger import tables
from recoupe.model import (
    Citation,
    Document,
    Mention,
    PublishedBasis,
    Reading,
    Reason,
    Span,
    Statement,
)

Row = dict[str, Any]


def span_columns(span: Span | None, name: str = "span") -> Row:
    """Return the two columns of a span; both null for None."""
    start, end = span if span is not None else (None, None)
    return {f"{name}_start": start, f"{name}_end": end}


def published(document: Document, reading: Reading) -> tuple[str | None, PublishedBasis]:
    """Return the day a report was published, in EDTF, and where that comes from.

    What was read in the report decides, also when it decided that the day its
    page gives is not to be believed; only where nothing was decided does the
    document's own day stand.
    """
    dating = reading.dating
    if dating.value is None and not dating.doubts:
        return document.published, document.published_basis
    return dating.value, dating.basis


def write_document(connection: Connection, document: Document, reading: Reading) -> None:
    """Insert a document and its reading; neither may be there yet."""
    rows: defaultdict[Table, list[Row]] = defaultdict(list)
    rows[tables.document].append(document.model_dump(mode="json"))
    for table, row in _reading_rows(document, reading):
        rows[table].append(row)
    # In the tables' own order, parents come before their parts.
    for table in tables.metadata.sorted_tables:
        if rows[table]:
            connection.execute(insert(table), rows[table])


def _reading_rows(document: Document, reading: Reading) -> Iterator[tuple[Table, Row]]:
    owner = {"document_id": document.id}
    day, basis = published(document, reading)
    parts = {"mentions", "statements", "citations"}
    yield (
        tables.reading,
        owner
        | {
            "version": reading.version,
            "published": day,
            "published_basis": basis,
            "record": reading.model_dump(mode="json", exclude=parts),
        },
    )
    for place, mention in enumerate(reading.mentions):
        row = {"place": place, "schema_name": mention.schema_name, "name": mention.name}
        yield tables.mention, owner | row | span_columns(mention.span)
    for place, citation in enumerate(reading.citations):
        row = {"place": place, "name": citation.name, "reason": citation.reason.model_dump()}
        yield tables.citation, owner | row | span_columns(citation.span)
    for place, statement in enumerate(reading.statements):
        row = {
            "id": statement.id,
            "place": place,
            "quotation": statement.quotation,
            "factuality": statement.factuality.value,
            "denies": statement.denies,
            "record": statement.model_dump(mode="json"),
        }
        yield (
            tables.statement,
            owner | row | span_columns(statement.content) | span_columns(statement.cue, "cue"),
        )
        yield from _parts_of_statement(statement)


def _parts_of_statement(statement: Statement) -> Iterator[tuple[Table, Row]]:
    owner = {"statement_id": statement.id}
    for place, source in enumerate(statement.sources):
        row = {"place": place, "kind": source.kind, "name": source.name}
        yield tables.statement_source, owner | row | span_columns(source.span)
    for place, time in enumerate(statement.times):
        row = time.model_dump(include={"value", "earliest", "latest", "role", "basis"})
        yield tables.statement_time, owner | {"place": place} | row | span_columns(time.span)
    for place, quantity in enumerate(statement.quantities):
        row = quantity.model_dump(include={"low", "high", "unit", "approximate"})
        row |= span_columns(quantity.span) | span_columns(quantity.of, "of")
        yield tables.statement_quantity, owner | {"place": place} | row
    for place, event in enumerate(statement.events):
        row = {
            "place": place,
            "type": event.type,
            "status": event.status,
            "event": event.id,
        }
        yield tables.statement_event, owner | row | span_columns(event.trigger, "trigger")
        for role, fillers in event.roles.items():
            for nth, filler in enumerate(fillers):
                row = {"event_place": place, "role": role, "place": nth, "name": filler.name}
                yield tables.event_role, owner | row | span_columns(filler.span)


def load_documents(connection: Connection, wanted: ColumnElement[bool]) -> Iterator[Document]:
    """Yield the stored documents that fulfil a condition, in no particular order."""
    columns = [tables.document.c[name] for name in Document.model_fields]
    for row in connection.execute(select(*columns).where(wanted)).mappings():
        yield Document.model_validate(dict(row))


def load_readings(connection: Connection) -> Iterator[Reading]:
    """Yield what was read in the documents, in no particular order."""
    mentions = _by_document(
        connection,
        tables.mention,
        lambda row: Mention(
            span=Span(row["span_start"], row["span_end"]),
            # Names repeat, and the database hands each out anew.
            schema_name=intern(row["schema_name"]),
            name=intern(row["name"]),
        ),
    )
    citations = _by_document(
        connection,
        tables.citation,
        lambda row: Citation(
            span=Span(row["span_start"], row["span_end"]),
            name=row["name"],
            reason=Reason.model_validate(row["reason"]),
        ),
    )
    statements = _by_document(
        connection,
        tables.statement,
        lambda row: Statement.model_validate_json(row["record"]),
        _written(tables.statement),
    )
    owner = tables.reading.c.document_id
    for key, record in connection.execute(select(owner, _written(tables.reading))):
        reading = Reading.model_validate_json(record)
        yield reading.model_copy(
            update={
                "mentions": tuple(mentions.pop(key, ())),
                "citations": tuple(citations.pop(key, ())),
                "statements": tuple(statements.pop(key, ())),
            }
        )


def _written(table: Table) -> ColumnElement[str]:
    """Return a table's records as they are written: JSON that is read straight into models.

    What it says again and again (types, units, days) is then held once.
    """
    return cast(table.c.record, Text).label("record")


def _by_document(
    connection: Connection, table: Table, make: Callable[[Any], Any], *columns: ColumnElement[Any]
) -> defaultdict[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    held = (table.c.document_id, *columns) if columns else table.c
    query = select(*held).order_by(table.c.document_id, table.c.place)
    for row in connection.execute(query).mappings():
        found[row["document_id"]].append(make(row))
    return found
