"""Places: what each mention means, what else it may, and places set out by others."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this schema."""
    op.create_table(
        "spot",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("radius", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spot")),
    )
    op.create_index(op.f("ix_spot_name"), "spot", ["name"], unique=False)
    op.create_table(
        "place_mention",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("spot_id", sa.String(), nullable=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_place_mention_document_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["spot_id"], ["spot.id"], name=op.f("fk_place_mention_spot_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "place", name=op.f("pk_place_mention")),
    )
    op.create_index(op.f("ix_place_mention_name"), "place_mention", ["name"], unique=False)
    op.create_index(op.f("ix_place_mention_spot_id"), "place_mention", ["spot_id"], unique=False)
    op.create_table(
        "place_relation",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("anchor_start", sa.Integer(), nullable=False),
        sa.Column("anchor_end", sa.Integer(), nullable=False),
        sa.Column("subject_start", sa.Integer(), nullable=True),
        sa.Column("subject_end", sa.Integer(), nullable=True),
        sa.Column("anchor_id", sa.String(), nullable=True),
        sa.Column("subject_id", sa.String(), nullable=True),
        sa.Column("low", sa.Float(), nullable=True),
        sa.Column("high", sa.Float(), nullable=True),
        sa.Column("bearing", sa.Float(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("agrees", sa.Boolean(), nullable=True),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["anchor_id"], ["spot.id"], name=op.f("fk_place_relation_anchor_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_place_relation_document_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"],
            ["spot.id"],
            name=op.f("fk_place_relation_subject_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("document_id", "place", name=op.f("pk_place_relation")),
    )
    op.create_index(
        op.f("ix_place_relation_anchor_id"), "place_relation", ["anchor_id"], unique=False
    )
    op.create_index(
        op.f("ix_place_relation_subject_id"), "place_relation", ["subject_id"], unique=False
    )
    op.create_table(
        "place_candidate",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("mention_place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("spot_id", sa.String(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id", "mention_place"],
            ["place_mention.document_id", "place_mention.place"],
            name=op.f("fk_place_candidate_document_id_mention_place"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["spot_id"], ["spot.id"], name=op.f("fk_place_candidate_spot_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(
            "document_id", "mention_place", "place", name=op.f("pk_place_candidate")
        ),
    )
    op.create_index(
        op.f("ix_place_candidate_spot_id"), "place_candidate", ["spot_id"], unique=False
    )
    # Links made before hold no places: the case is to be linked again before it is shown.
    op.execute(sa.update(sa.table("build", sa.column("linked"))).values(linked=sa.false()))


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_index(op.f("ix_place_candidate_spot_id"), table_name="place_candidate")
    op.drop_table("place_candidate")
    op.drop_index(op.f("ix_place_relation_subject_id"), table_name="place_relation")
    op.drop_index(op.f("ix_place_relation_anchor_id"), table_name="place_relation")
    op.drop_table("place_relation")
    op.drop_index(op.f("ix_place_mention_spot_id"), table_name="place_mention")
    op.drop_index(op.f("ix_place_mention_name"), table_name="place_mention")
    op.drop_table("place_mention")
    op.drop_index(op.f("ix_spot_name"), table_name="spot")
    op.drop_table("spot")
