"""Places that reports name, and how they lie to each other."""

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
)

from recoupe.ledger.tables.columns import metadata, part_of, place, span

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
    part_of("document", "document_id", key=True),
    place(),
    *span(),
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
    place(),
    part_of("spot", "spot_id", index=True),
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
    part_of("document", "document_id", key=True),
    place(),
    *span(),
    *span("anchor"),
    *span("subject", optional=True),
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
