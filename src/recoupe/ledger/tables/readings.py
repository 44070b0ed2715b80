"""Documents, and what was read in them."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    false,
)

from recoupe.ledger.tables.columns import metadata, part_of, place, span

document = Table(
    "document",
    metadata,
    Column("id", String, primary_key=True),
    Column("file", String, nullable=False),
    Column("location", String, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("sha256", String, nullable=False),
    Column("fingerprint", String, nullable=False, index=True),
    Column("title", Text),
    Column("publisher", String),
    Column("published", String),
    Column("published_basis", String, nullable=False),
    Column("url", Text),
    Column("language", String, nullable=False),
    Column("encoding", String, nullable=False),
    Column("notes", JSON, nullable=False),
    # Taken out of the case: stored and read, but no link holds it.
    Column("withdrawn", Boolean, nullable=False, server_default=false()),
)

# `record` is the reading without its mentions, statements and citations.
reading = Table(
    "reading",
    metadata,
    part_of("document", "document_id", key=True),
    Column("version", String, nullable=False),
    Column("published", String),
    Column("published_basis", String, nullable=False),
    Column("record", JSON, nullable=False),
)

mention = Table(
    "mention",
    metadata,
    part_of("document", "document_id", key=True),
    place(),
    *span(),
    Column("schema_name", String, nullable=False),
    Column("name", String, nullable=False, index=True),
)

citation = Table(
    "citation",
    metadata,
    part_of("document", "document_id", key=True),
    place(),
    *span(),
    Column("name", String, nullable=False),
    Column("reason", JSON, nullable=False),
)

statement = Table(
    "statement",
    metadata,
    Column("id", String, primary_key=True),
    part_of("document", "document_id"),
    Column("place", Integer, nullable=False),
    *span(),
    *span("cue", optional=True),
    Column("quotation", String),
    Column("factuality", String, nullable=False, index=True),
    Column("denies", Boolean, nullable=False),
    Column("record", JSON, nullable=False),
    Index(None, "document_id", "place"),
)

statement_source = Table(
    "statement_source",
    metadata,
    part_of("statement", "statement_id", key=True),
    place(),
    *span(optional=True),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False, index=True),
)

statement_time = Table(
    "statement_time",
    metadata,
    part_of("statement", "statement_id", key=True),
    place(),
    *span(),
    Column("value", String),
    Column("earliest", String, index=True),
    Column("latest", String),
    Column("role", String, nullable=False),
    Column("basis", String, nullable=False),
)

statement_quantity = Table(
    "statement_quantity",
    metadata,
    part_of("statement", "statement_id", key=True),
    place(),
    *span(),
    Column("low", Float),
    Column("high", Float),
    Column("unit", String),
    *span("of", optional=True),
    Column("approximate", Boolean, nullable=False),
)

statement_event = Table(
    "statement_event",
    metadata,
    part_of("statement", "statement_id", key=True),
    place(),
    Column("type", String, nullable=False, index=True),
    Column("status", String, nullable=False),
    # What the mention tells: one id for all mentions of a report that tell of one event.
    Column("event", String, nullable=False, index=True, server_default=""),
    *span("trigger"),
)

event_role = Table(
    "event_role",
    metadata,
    Column("statement_id", String, primary_key=True),
    Column("event_place", Integer, primary_key=True, autoincrement=False),
    Column("role", String, primary_key=True),
    place(),
    *span(),
    Column("name", String, nullable=False),
    ForeignKeyConstraint(
        ["statement_id", "event_place"],
        ["statement_event.statement_id", "statement_event.place"],
        ondelete="CASCADE",
    ),
)
