"""Named things and the record of evidence."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this schema."""
    op.create_table(
        "thing",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thing")),
    )
    op.create_index(op.f("ix_thing_name"), "thing", ["name"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("thing_id", sa.String(), nullable=True),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("earliest", sa.String(), nullable=True),
        sa.Column("latest", sa.String(), nullable=True),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["thing_id"], ["thing.id"], name=op.f("fk_evidence_thing_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
    )
    op.create_index(op.f("ix_evidence_thing_id"), "evidence", ["thing_id"], unique=False)
    op.create_table(
        "thing_mention",
        sa.Column("thing_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["document.id"],
            name=op.f("fk_thing_mention_document_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["thing_id"], ["thing.id"], name=op.f("fk_thing_mention_thing_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("thing_id", "place", name=op.f("pk_thing_mention")),
    )
    op.create_index(
        op.f("ix_thing_mention_document_id"), "thing_mention", ["document_id"], unique=False
    )
    op.create_table(
        "evidence_compared",
        sa.Column("evidence_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("transfer_id", sa.String(), nullable=False),
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("bearing", sa.String(), nullable=False),
        sa.Column("from_day", sa.String(), nullable=True),
        sa.Column("until_day", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["evidence_id"],
            ["evidence.id"],
            name=op.f("fk_evidence_compared_evidence_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statement.id"],
            name=op.f("fk_evidence_compared_statement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["transfer_id"],
            ["transfer.id"],
            name=op.f("fk_evidence_compared_transfer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("evidence_id", "place", name=op.f("pk_evidence_compared")),
    )
    op.create_index(
        op.f("ix_evidence_compared_statement_id"),
        "evidence_compared",
        ["statement_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_evidence_compared_transfer_id"), "evidence_compared", ["transfer_id"], unique=False
    )
    op.create_table(
        "evidence_telling",
        sa.Column("evidence_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("factuality", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_id"],
            ["evidence.id"],
            name=op.f("fk_evidence_telling_evidence_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statement.id"],
            name=op.f("fk_evidence_telling_statement_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("evidence_id", "place", name=op.f("pk_evidence_telling")),
    )
    op.create_index(
        op.f("ix_evidence_telling_statement_id"), "evidence_telling", ["statement_id"], unique=False
    )
    op.create_table(
        "evidence_marking",
        sa.Column("evidence_id", sa.String(), nullable=False),
        sa.Column("telling_place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evidence_id", "telling_place"],
            ["evidence_telling.evidence_id", "evidence_telling.place"],
            name=op.f("fk_evidence_marking_evidence_id_telling_place"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "evidence_id", "telling_place", "place", name=op.f("pk_evidence_marking")
        ),
    )
    # Links made before hold no evidence: the case is to be linked again before it is shown.
    op.execute(sa.update(sa.table("build", sa.column("linked"))).values(linked=sa.false()))


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_table("evidence_marking")
    op.drop_index(op.f("ix_evidence_telling_statement_id"), table_name="evidence_telling")
    op.drop_table("evidence_telling")
    op.drop_index(op.f("ix_evidence_compared_transfer_id"), table_name="evidence_compared")
    op.drop_index(op.f("ix_evidence_compared_statement_id"), table_name="evidence_compared")
    op.drop_table("evidence_compared")
    op.drop_index(op.f("ix_thing_mention_document_id"), table_name="thing_mention")
    op.drop_table("thing_mention")
    op.drop_index(op.f("ix_evidence_thing_id"), table_name="evidence")
    op.drop_table("evidence")
    op.drop_index(op.f("ix_thing_name"), table_name="thing")
    op.drop_table("thing")
