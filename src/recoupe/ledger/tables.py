"""The ledger's tables, as SQLAlchemy Core; docs/ledger.md tells what each is for.

What a person would query stands in columns of its own. A column named
``record`` holds the whole record as JSON and is what the code reads back; its
neighbours are copies of its fields, written in the same insert, for queries.
Offsets are Unicode code points into ``document.text``.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    false,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _part_of(table: str, name: str, *, key: bool = False, index: bool = False) -> Column[Any]:
    """A column that ties a row to a row of ``table`` and goes with it."""
    return Column(
        name,
        String,
        ForeignKey(f"{table}.id", ondelete="CASCADE"),
        primary_key=key,
        nullable=False,
        index=index,
    )


def _place() -> Column[Any]:
    """The row's place in its record's list, from 0."""
    return Column("place", Integer, primary_key=True, autoincrement=False)


def _span(name: str = "span", *, optional: bool = False) -> tuple[Column[Any], Column[Any]]:
    return (
        Column(f"{name}_start", Integer, nullable=optional),
        Column(f"{name}_end", Integer, nullable=optional),
    )


# --- Builds, and what they could not read ------------------------------------

build = Table(
    "build",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", String, nullable=False),
    Column("finished", String),
    Column("version", String, nullable=False),
    # What was asked for: build, withdraw, restore or judge.
    Column("task", String, nullable=False, server_default="build"),
    # Whether the links now in the ledger are this build's and still whole.
    Column("linked", Boolean, nullable=False, default=False),
    Column("counts", JSON, nullable=False, default=dict),
)

skipped = Table(
    "skipped",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file", String, nullable=False),
    Column("location", String, nullable=False),
    Column("problem", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    Column("fatal", Boolean, nullable=False),
)

# --- Documents, and what was read in them -------------------------------------

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
    _part_of("document", "document_id", key=True),
    Column("version", String, nullable=False),
    Column("published", String),
    Column("published_basis", String, nullable=False),
    Column("record", JSON, nullable=False),
)

mention = Table(
    "mention",
    metadata,
    _part_of("document", "document_id", key=True),
    _place(),
    *_span(),
    Column("schema_name", String, nullable=False),
    Column("name", String, nullable=False, index=True),
)

citation = Table(
    "citation",
    metadata,
    _part_of("document", "document_id", key=True),
    _place(),
    *_span(),
    Column("name", String, nullable=False),
    Column("reason", JSON, nullable=False),
)

statement = Table(
    "statement",
    metadata,
    Column("id", String, primary_key=True),
    _part_of("document", "document_id"),
    Column("place", Integer, nullable=False),
    *_span(),
    *_span("cue", optional=True),
    Column("quotation", String),
    Column("factuality", String, nullable=False, index=True),
    Column("denies", Boolean, nullable=False),
    Column("record", JSON, nullable=False),
    Index(None, "document_id", "place"),
)

statement_source = Table(
    "statement_source",
    metadata,
    _part_of("statement", "statement_id", key=True),
    _place(),
    *_span(optional=True),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False, index=True),
)

statement_time = Table(
    "statement_time",
    metadata,
    _part_of("statement", "statement_id", key=True),
    _place(),
    *_span(),
    Column("value", String),
    Column("earliest", String, index=True),
    Column("latest", String),
    Column("role", String, nullable=False),
    Column("basis", String, nullable=False),
)

statement_quantity = Table(
    "statement_quantity",
    metadata,
    _part_of("statement", "statement_id", key=True),
    _place(),
    *_span(),
    Column("low", Float),
    Column("high", Float),
    Column("unit", String),
    *_span("of", optional=True),
    Column("approximate", Boolean, nullable=False),
)

statement_event = Table(
    "statement_event",
    metadata,
    _part_of("statement", "statement_id", key=True),
    _place(),
    Column("type", String, nullable=False, index=True),
    Column("status", String, nullable=False),
    # What the mention tells: one id for all mentions of a report that tell of one event.
    Column("event", String, nullable=False, index=True, server_default=""),
    *_span("trigger"),
)

event_role = Table(
    "event_role",
    metadata,
    Column("statement_id", String, primary_key=True),
    Column("event_place", Integer, primary_key=True, autoincrement=False),
    Column("role", String, primary_key=True),
    _place(),
    *_span(),
    Column("name", String, nullable=False),
    ForeignKeyConstraint(
        ["statement_id", "event_place"],
        ["statement_event.statement_id", "statement_event.place"],
        ondelete="CASCADE",
    ),
)

# --- What holds between documents: rewritten whole by each build --------------

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
    _part_of("entity", "entity_id", key=True),
    _place(),
    _part_of("document", "document_id", index=True),
    *_span(),
)

# Which entity each source of a statement is; null where it is none.
source_entity = Table(
    "source_entity",
    metadata,
    _part_of("statement", "statement_id", key=True),
    _place(),
    Column("entity_id", String, ForeignKey("entity.id", ondelete="CASCADE"), index=True),
)

lineage = Table(
    "lineage",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    _part_of("document", "document_id", index=True),
    # A document's id, or `origin:NAME`; hence no foreign key.
    Column("drawn_on", String, nullable=False, index=True),
    Column("relation", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
    *_span("cites", optional=True),
)

passage = Table(
    "passage",
    metadata,
    Column("lineage_id", ForeignKey("lineage.id", ondelete="CASCADE"), primary_key=True),
    _place(),
    *_span("document"),
    *_span("on"),
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
    _part_of("claim", "claim_id", key=True),
    _place(),
    _part_of("statement", "statement_id", index=True),
)

claim_document = Table(
    "claim_document",
    metadata,
    _part_of("claim", "claim_id", key=True),
    _place(),
    _part_of("document", "document_id", index=True),
)

claim_origin = Table(
    "claim_origin",
    metadata,
    _part_of("claim", "claim_id", key=True),
    _place(),
    Column("origin_id", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("reasons", JSON, nullable=False),
)

claim_relation = Table(
    "claim_relation",
    metadata,
    _part_of("claim", "claim_id", key=True),
    _place(),
    _part_of("claim", "other_id", index=True),
    Column("relation", String, nullable=False),
    Column("reasons", JSON, nullable=False),
)

# A place of the gazetteer that a report names, or may name.
spot = Table(
    "spot",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("latitude", Float, nullable=False),
    Column("longitude", Float, nullable=False),
    Column("country", String),
    Column("radius", Integer, nullable=False),
)

# `spot_id` is null where no place is known, or several remain likely: `reasons` says which.
place_mention = Table(
    "place_mention",
    metadata,
    _part_of("document", "document_id", key=True),
    _place(),
    *_span(),
    Column("name", String, nullable=False, index=True),
    Column("spot_id", String, ForeignKey("spot.id", ondelete="CASCADE"), index=True),
    Column("score", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
)

# All places that were weighed for a mention, likeliest first: the one taken and the runners-up.
place_candidate = Table(
    "place_candidate",
    metadata,
    Column("document_id", String, primary_key=True),
    Column("mention_place", Integer, primary_key=True, autoincrement=False),
    _place(),
    _part_of("spot", "spot_id", index=True),
    Column("score", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
    ForeignKeyConstraint(
        ["document_id", "mention_place"],
        ["place_mention.document_id", "place_mention.place"],
        ondelete="CASCADE",
    ),
)

# "à 900 kilomètres à l'est de Moscou": what was told, in kilometres and degrees, and whether it
# fits the map (null where that can't be told).
place_relation = Table(
    "place_relation",
    metadata,
    _part_of("document", "document_id", key=True),
    _place(),
    *_span(),
    *_span("anchor"),
    *_span("subject", optional=True),
    Column("anchor_id", String, ForeignKey("spot.id", ondelete="CASCADE"), index=True),
    Column("subject_id", String, ForeignKey("spot.id", ondelete="CASCADE"), index=True),
    Column("low", Float),
    Column("high", Float),
    Column("bearing", Float),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("agrees", Boolean),
    Column("record", JSON, nullable=False),
)

# What goes from one to another: one row for a thing between the same parties at one stage.
transfer = Table(
    "transfer",
    metadata,
    Column("id", String, primary_key=True),
    # Its place in the order of the ledger of transfers, from 0.
    Column("number", Integer, nullable=False),
    Column("item", Text, nullable=False),
    Column("phase", String, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("record", JSON, nullable=False),
)

# Its parties: role is supplier or recipient; none where no report tells.
transfer_party = Table(
    "transfer_party",
    metadata,
    _part_of("transfer", "transfer_id", key=True),
    Column("role", String, primary_key=True),
    _place(),
    Column("name", String, nullable=False, index=True),
    Column("entity_id", String, ForeignKey("entity.id", ondelete="CASCADE"), index=True),
)

transfer_telling = Table(
    "transfer_telling",
    metadata,
    _part_of("transfer", "transfer_id", key=True),
    _place(),
    _part_of("statement", "statement_id", index=True),
    *_span("trigger"),
    Column("status", String, nullable=False),
    Column("factuality", String, nullable=False),
    # Days that its times allow; null where open or not told.
    Column("earliest", String),
    Column("latest", String),
)

# What counts the thing, telling by telling: these figures are never added.
transfer_figure = Table(
    "transfer_figure",
    metadata,
    Column("transfer_id", String, primary_key=True),
    Column("telling_place", Integer, primary_key=True, autoincrement=False),
    _place(),
    *_span(),
    Column("low", Float),
    Column("high", Float),
    Column("unit", String),
    Column("approximate", Boolean, nullable=False),
    ForeignKeyConstraint(
        ["transfer_id", "telling_place"],
        ["transfer_telling.transfer_id", "transfer_telling.place"],
        ondelete="CASCADE",
    ),
)

# A way told of, from place to place.
leg = Table(
    "leg",
    metadata,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("item", Text, nullable=False),
    Column("phase", String, nullable=False),
    Column("record", JSON, nullable=False),
)

# Its places in order; kind is origin, via or destination.
leg_stop = Table(
    "leg_stop",
    metadata,
    _part_of("leg", "leg_id", key=True),
    _place(),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("spot_id", String, ForeignKey("spot.id", ondelete="CASCADE"), index=True),
)

leg_telling = Table(
    "leg_telling",
    metadata,
    _part_of("leg", "leg_id", key=True),
    _place(),
    _part_of("statement", "statement_id", index=True),
    *_span("trigger"),
    Column("status", String, nullable=False),
    Column("factuality", String, nullable=False),
)

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
    _part_of("thing", "thing_id", key=True),
    _place(),
    _part_of("document", "document_id", index=True),
    *_span(),
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
    _part_of("evidence", "evidence_id", key=True),
    _place(),
    _part_of("statement", "statement_id", index=True),
    *_span(),
    Column("factuality", String, nullable=False),
)

# What stands on it; kind is date, made, number or words.
evidence_marking = Table(
    "evidence_marking",
    metadata,
    Column("evidence_id", String, primary_key=True),
    Column("telling_place", Integer, primary_key=True, autoincrement=False),
    _place(),
    *_span(),
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
    _part_of("evidence", "evidence_id", key=True),
    _place(),
    _part_of("transfer", "transfer_id", index=True),
    _part_of("statement", "statement_id", index=True),
    Column("bearing", String, nullable=False),
    Column("from_day", String),
    Column("until_day", String),
)

# --- What people decided: only ever added to ----------------------------------

# No foreign keys: a judgement outlives the reading that it was made on.
judgement = Table(
    "judgement",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("decision", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False, index=True),
    Column("other", String),
    Column("author", String, nullable=False),
    Column("time", String, nullable=False),
    Column("note", Text, nullable=False),
    # What was in front of the person: words, and where they stand.
    Column("words", JSON, nullable=False, server_default="[]"),
    Column("places", JSON, nullable=False, server_default="[]"),
)

withdrawal = Table(
    "withdrawal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", String, nullable=False, index=True),
    Column("file", String, nullable=False),
    Column("title", Text),
    Column("restored", Boolean, nullable=False),
    Column("author", String, nullable=False),
    Column("time", String, nullable=False),
    Column("note", Text, nullable=False),
)

# --- What builds before held: rows are added and closed, never changed otherwise --------------

# A row held from the end of build `since` to that of build `until`; to this day where that is
# null. The state after a build is thus a query, and a build that changes little adds little.
history = Table(
    "history",
    metadata,
    Column("id", Integer, primary_key=True),
    # document, origin, claim, relation or edge
    Column("kind", String, nullable=False),
    Column("key", String, nullable=False),
    Column("since", Integer, nullable=False),
    Column("until", Integer, index=True),
    Column("record", JSON, nullable=False),
    Index(None, "kind", "key"),
)
