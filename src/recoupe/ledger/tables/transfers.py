"""What went from one to another, and by which way."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    Text,
)

from recoupe.ledger.tables.columns import metadata, part_of, place, span

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
    part_of("transfer", "transfer_id", key=True),
    Column("role", String, primary_key=True),
    place(),
    Column("name", String, nullable=False, index=True),
    Column("entity_id", String, ForeignKey("entity.id", ondelete="CASCADE"), index=True),
)

transfer_telling = Table(
    "transfer_telling",
    metadata,
    part_of("transfer", "transfer_id", key=True),
    place(),
    part_of("statement", "statement_id", index=True),
    *span("trigger"),
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
    place(),
    *span(),
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
    part_of("leg", "leg_id", key=True),
    place(),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("spot_id", String, ForeignKey("spot.id", ondelete="CASCADE"), index=True),
)

leg_telling = Table(
    "leg_telling",
    metadata,
    part_of("leg", "leg_id", key=True),
    place(),
    part_of("statement", "statement_id", index=True),
    *span("trigger"),
    Column("status", String, nullable=False),
    Column("factuality", String, nullable=False),
)
