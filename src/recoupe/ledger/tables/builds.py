"""Builds, what they could not read, what people decided, and what builds before held."""

from sqlalchemy import JSON, Boolean, Column, Index, Integer, String, Table, Text

from recoupe.ledger.tables.columns import metadata

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
