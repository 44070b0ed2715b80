"""Things that reports name, and what was found."""

from sqlalchemy import JSON, Column, ForeignKey, ForeignKeyConstraint, Integer, String, Table, Text

from recoupe.ledger.tables.columns import metadata, part_of, place, span

# Things that go by a name, across reports.
thing = Table(
    "thing",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False, index=True),
    Column("type", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("record", JSON, nullable=False),
)

thing_mention = Table(
    "thing_mention",
    metadata,
    part_of("thing", "thing_id", key=True),
    place(),
    part_of("document", "document_id", index=True),
    *span(),
)

# What was found, in the order of the case; days are null where open or not told.
evidence = Table(
    "evidence",
    metadata,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("thing_id", String, ForeignKey("thing.id", ondelete="CASCADE"), index=True),
    Column("item", Text, nullable=False),
    Column("type", String, nullable=False),
    Column("earliest", String),
    Column("latest", String),
    Column("record", JSON, nullable=False),
)

evidence_telling = Table(
    "evidence_telling",
    metadata,
    part_of("evidence", "evidence_id", key=True),
    place(),
    part_of("statement", "statement_id", index=True),
    *span(),
    Column("factuality", String, nullable=False),
)

# What stands on it; kind is date, made, number or words.
evidence_marking = Table(
    "evidence_marking",
    metadata,
    Column("evidence_id", String, primary_key=True),
    Column("telling_place", Integer, primary_key=True, autoincrement=False),
    place(),
    *span(),
    Column("kind", String, nullable=False),
    Column("value", Text, nullable=False),
    ForeignKeyConstraint(
        ["evidence_id", "telling_place"],
        ["evidence_telling.evidence_id", "evidence_telling.place"],
        ondelete="CASCADE",
    ),
)

# A dated claim beside it: bearing is allows, excludes or says-nothing.
evidence_compared = Table(
    "evidence_compared",
    metadata,
    part_of("evidence", "evidence_id", key=True),
    place(),
    part_of("transfer", "transfer_id", index=True),
    part_of("statement", "statement_id", index=True),
    Column("bearing", String, nullable=False),
    Column("from_day", String),
    Column("until_day", String),
)
