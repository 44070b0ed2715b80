"""What holds between documents: entities, lineage and claims, written anew by each build."""

from sqlalchemy import JSON, Column, Float, ForeignKey, Integer, String, Table, Text

from recoupe.ledger.tables.columns import metadata, part_of, place, span

entity = Table(
    "entity",
    metadata,
    Column("id", String, primary_key=True),
    Column("schema_name", String, nullable=False),
    Column("name", String, nullable=False, index=True),
    Column("aliases", JSON, nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("country", String),
)

entity_mention = Table(
    "entity_mention",
    metadata,
    part_of("entity", "entity_id", key=True),
    place(),
    part_of("document", "document_id", index=True),
    *span(),
)

# Which entity each source of a statement is; null where it is none.
source_entity = Table(
    "source_entity",
    metadata,
    part_of("statement", "statement_id", key=True),
    place(),
    Column("entity_id", String, ForeignKey("entity.id", ondelete="CASCADE"), index=True),
)

lineage = Table(
    "lineage",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    part_of("document", "document_id", index=True),
    # A document's id, or `origin:NAME`; hence no foreign key.
    Column("drawn_on", String, nullable=False, index=True),
    Column("relation", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
    *span("cites", optional=True),
)

passage = Table(
    "passage",
    metadata,
    Column("lineage_id", ForeignKey("lineage.id", ondelete="CASCADE"), primary_key=True),
    place(),
    *span("document"),
    *span("on"),
)

claim = Table(
    "claim",
    metadata,
    Column("id", String, primary_key=True),
    Column("text", Text, nullable=False),
    Column("reasons", JSON, nullable=False),
)

claim_statement = Table(
    "claim_statement",
    metadata,
    part_of("claim", "claim_id", key=True),
    place(),
    part_of("statement", "statement_id", index=True),
)

claim_document = Table(
    "claim_document",
    metadata,
    part_of("claim", "claim_id", key=True),
    place(),
    part_of("document", "document_id", index=True),
)

claim_origin = Table(
    "claim_origin",
    metadata,
    part_of("claim", "claim_id", key=True),
    place(),
    Column("origin_id", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("reasons", JSON, nullable=False),
)

claim_relation = Table(
    "claim_relation",
    metadata,
    part_of("claim", "claim_id", key=True),
    place(),
    part_of("claim", "other_id", index=True),
    Column("relation", String, nullable=False),
    Column("reasons", JSON, nullable=False),
)
