"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this schema."""
    op.create_table(
        "build",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("started", sa.String(), nullable=False),
        sa.Column("finished", sa.String(), nullable=True),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("linked", sa.Boolean(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_build")),
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("published_basis", sa.String(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("encoding", sa.String(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_index(op.f("ix_document_fingerprint"), "document", ["fingerprint"], unique=False)
    op.create_index(op.f("ix_document_location"), "document", ["location"], unique=False)
    op.create_table(
        "entity",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("schema_name", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entity")),
    )
    op.create_index(op.f("ix_entity_name"), "entity", ["name"], unique=False)
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=True),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("time", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
    )
    op.create_index(op.f("ix_judgement_subject"), "judgement", ["subject"], unique=False)
    op.create_table(
        "skipped",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("remedy", sa.Text(), nullable=False),
        sa.Column("fatal", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skipped")),
    )
    op.create_table(
        "citation",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("reason", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_citation_document_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("document_id", "place", name=op.f("pk_citation")),
    )
    op.create_table(
        "claim_document",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_claim_document_claim_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_claim_document_document_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("claim_id", "place", name=op.f("pk_claim_document")),
    )
    op.create_index(
        op.f("ix_claim_document_document_id"), "claim_document", ["document_id"], unique=False
    )
    op.create_table(
        "claim_origin",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("origin_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_claim_origin_claim_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("claim_id", "place", name=op.f("pk_claim_origin")),
    )
    op.create_index(op.f("ix_claim_origin_origin_id"), "claim_origin", ["origin_id"], unique=False)
    op.create_table(
        "claim_relation",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("other_id", sa.String(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_claim_relation_claim_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["claim.id"], name=op.f("fk_claim_relation_other_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("claim_id", "place", name=op.f("pk_claim_relation")),
    )
    op.create_index(
        op.f("ix_claim_relation_other_id"), "claim_relation", ["other_id"], unique=False
    )
    op.create_table(
        "entity_mention",
        sa.Column("entity_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_entity_mention_document_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["entity_id"],
            ["entity.id"],
            name=op.f("fk_entity_mention_entity_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("entity_id", "place", name=op.f("pk_entity_mention")),
    )
    op.create_index(
        op.f("ix_entity_mention_document_id"), "entity_mention", ["document_id"], unique=False
    )
    op.create_table(
        "lineage",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("drawn_on", sa.String(), nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("cites_start", sa.Integer(), nullable=True),
        sa.Column("cites_end", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_lineage_document_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lineage")),
    )
    op.create_index(op.f("ix_lineage_document_id"), "lineage", ["document_id"], unique=False)
    op.create_index(op.f("ix_lineage_drawn_on"), "lineage", ["drawn_on"], unique=False)
    op.create_table(
        "mention",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("schema_name", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_mention_document_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("document_id", "place", name=op.f("pk_mention")),
    )
    op.create_index(op.f("ix_mention_name"), "mention", ["name"], unique=False)
    op.create_table(
        "reading",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("published_basis", sa.String(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_reading_document_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_reading")),
    )
    op.create_table(
        "statement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("cue_start", sa.Integer(), nullable=True),
        sa.Column("cue_end", sa.Integer(), nullable=True),
        sa.Column("quotation", sa.String(), nullable=True),
        sa.Column("factuality", sa.String(), nullable=False),
        sa.Column("denies", sa.Boolean(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_statement_document_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
    )
    op.create_index(
        op.f("ix_statement_document_id_place"), "statement", ["document_id", "place"], unique=False
    )
    op.create_index(op.f("ix_statement_factuality"), "statement", ["factuality"], unique=False)
    op.create_table(
        "claim_statement",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_claim_statement_claim_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statement.id"],
            name=op.f("fk_claim_statement_statement_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("claim_id", "place", name=op.f("pk_claim_statement")),
    )
    op.create_index(
        op.f("ix_claim_statement_statement_id"), "claim_statement", ["statement_id"], unique=False
    )
    op.create_table(
        "passage",
        sa.Column("lineage_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_start", sa.Integer(), nullable=False),
        sa.Column("document_end", sa.Integer(), nullable=False),
        sa.Column("on_start", sa.Integer(), nullable=False),
        sa.Column("on_end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["lineage_id"], ["lineage.id"], name=op.f("fk_passage_lineage_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("lineage_id", "place", name=op.f("pk_passage")),
    )
    op.create_table(
        "source_entity",
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entity_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entity_id"],
            ["entity.id"],
            name=op.f("fk_source_entity_entity_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statement.id"],
            name=op.f("fk_source_entity_statement_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("statement_id", "place", name=op.f("pk_source_entity")),
    )
    op.create_index(
        op.f("ix_source_entity_entity_id"), "source_entity", ["entity_id"], unique=False
    )
    op.create_table(
        "statement_event",
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statement.id"],
            name=op.f("fk_statement_event_statement_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("statement_id", "place", name=op.f("pk_statement_event")),
    )
    op.create_index(op.f("ix_statement_event_type"), "statement_event", ["type"], unique=False)
    op.create_table(
        "statement_quantity",
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("low", sa.Float(), nullable=True),
        sa.Column("high", sa.Float(), nullable=True),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("of_start", sa.Integer(), nullable=True),
        sa.Column("of_end", sa.Integer(), nullable=True),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statement.id"],
            name=op.f("fk_statement_quantity_statement_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("statement_id", "place", name=op.f("pk_statement_quantity")),
    )
    op.create_table(
        "statement_source",
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=True),
        sa.Column("span_end", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statement.id"],
            name=op.f("fk_statement_source_statement_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("statement_id", "place", name=op.f("pk_statement_source")),
    )
    op.create_index(op.f("ix_statement_source_name"), "statement_source", ["name"], unique=False)
    op.create_table(
        "statement_time",
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("earliest", sa.String(), nullable=True),
        sa.Column("latest", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statement.id"],
            name=op.f("fk_statement_time_statement_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("statement_id", "place", name=op.f("pk_statement_time")),
    )
    op.create_index(
        op.f("ix_statement_time_earliest"), "statement_time", ["earliest"], unique=False
    )
    op.create_table(
        "event_role",
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("event_place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement_id", "event_place"],
            ["statement_event.statement_id", "statement_event.place"],
            name=op.f("fk_event_role_statement_id_event_place"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "statement_id", "event_place", "role", "place", name=op.f("pk_event_role")
        ),
    )


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_table("event_role")
    op.drop_index(op.f("ix_statement_time_earliest"), table_name="statement_time")
    op.drop_table("statement_time")
    op.drop_index(op.f("ix_statement_source_name"), table_name="statement_source")
    op.drop_table("statement_source")
    op.drop_table("statement_quantity")
    op.drop_index(op.f("ix_statement_event_type"), table_name="statement_event")
    op.drop_table("statement_event")
    op.drop_index(op.f("ix_source_entity_entity_id"), table_name="source_entity")
    op.drop_table("source_entity")
    op.drop_table("passage")
    op.drop_index(op.f("ix_claim_statement_statement_id"), table_name="claim_statement")
    op.drop_table("claim_statement")
    op.drop_index(op.f("ix_statement_factuality"), table_name="statement")
    op.drop_index(op.f("ix_statement_document_id_place"), table_name="statement")
    op.drop_table("statement")
    op.drop_table("reading")
    op.drop_index(op.f("ix_mention_name"), table_name="mention")
    op.drop_table("mention")
    op.drop_index(op.f("ix_lineage_drawn_on"), table_name="lineage")
    op.drop_index(op.f("ix_lineage_document_id"), table_name="lineage")
    op.drop_table("lineage")
    op.drop_index(op.f("ix_entity_mention_document_id"), table_name="entity_mention")
    op.drop_table("entity_mention")
    op.drop_index(op.f("ix_claim_relation_other_id"), table_name="claim_relation")
    op.drop_table("claim_relation")
    op.drop_index(op.f("ix_claim_origin_origin_id"), table_name="claim_origin")
    op.drop_table("claim_origin")
    op.drop_index(op.f("ix_claim_document_document_id"), table_name="claim_document")
    op.drop_table("claim_document")
    op.drop_table("citation")
    op.drop_table("skipped")
    op.drop_index(op.f("ix_judgement_subject"), table_name="judgement")
    op.drop_table("judgement")
    op.drop_index(op.f("ix_entity_name"), table_name="entity")
    op.drop_table("entity")
    op.drop_index(op.f("ix_document_location"), table_name="document")
    op.drop_index(op.f("ix_document_fingerprint"), table_name="document")
    op.drop_table("document")
    op.drop_table("claim")
    op.drop_table("build")
