"""Transfers and the legs of routes, with their tellings."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this schema."""
    op.create_table(
        "leg",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leg")),
    )
    op.create_table(
        "transfer",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("phase", sa.String(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer")),
    )
    op.create_table(
        "leg_stop",
        sa.Column("leg_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("spot_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["leg_id"], ["leg.id"], name=op.f("fk_leg_stop_leg_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["spot_id"], ["spot.id"], name=op.f("fk_leg_stop_spot_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("leg_id", "place", name=op.f("pk_leg_stop")),
    )
    op.create_index(op.f("ix_leg_stop_spot_id"), "leg_stop", ["spot_id"], unique=False)
    op.create_table(
        "transfer_party",
        sa.Column("transfer_id", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("entity_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entity_id"],
            ["entity.id"],
            name=op.f("fk_transfer_party_entity_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["transfer_id"],
            ["transfer.id"],
            name=op.f("fk_transfer_party_transfer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("transfer_id", "role", "place", name=op.f("pk_transfer_party")),
    )
    op.create_index(
        op.f("ix_transfer_party_entity_id"), "transfer_party", ["entity_id"], unique=False
    )
    op.create_index(op.f("ix_transfer_party_name"), "transfer_party", ["name"], unique=False)
    op.create_table(
        "leg_telling",
        sa.Column("leg_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("factuality", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["leg_id"], ["leg.id"], name=op.f("fk_leg_telling_leg_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statement.id"],
            name=op.f("fk_leg_telling_statement_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("leg_id", "place", name=op.f("pk_leg_telling")),
    )
    op.create_index(
        op.f("ix_leg_telling_statement_id"), "leg_telling", ["statement_id"], unique=False
    )
    op.create_table(
        "transfer_telling",
        sa.Column("transfer_id", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("trigger_start", sa.Integer(), nullable=False),
        sa.Column("trigger_end", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("factuality", sa.String(), nullable=False),
        sa.Column("earliest", sa.String(), nullable=True),
        sa.Column("latest", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["statement_id"],
            ["statement.id"],
            name=op.f("fk_transfer_telling_statement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["transfer_id"],
            ["transfer.id"],
            name=op.f("fk_transfer_telling_transfer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("transfer_id", "place", name=op.f("pk_transfer_telling")),
    )
    op.create_index(
        op.f("ix_transfer_telling_statement_id"), "transfer_telling", ["statement_id"], unique=False
    )
    op.create_table(
        "transfer_figure",
        sa.Column("transfer_id", sa.String(), nullable=False),
        sa.Column("telling_place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("low", sa.Float(), nullable=True),
        sa.Column("high", sa.Float(), nullable=True),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["transfer_id", "telling_place"],
            ["transfer_telling.transfer_id", "transfer_telling.place"],
            name=op.f("fk_transfer_figure_transfer_id_telling_place"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "transfer_id", "telling_place", "place", name=op.f("pk_transfer_figure")
        ),
    )
    # Links made before hold no transfers: the case is to be linked again before it is shown.
    op.execute(sa.update(sa.table("build", sa.column("linked"))).values(linked=sa.false()))


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_table("transfer_figure")
    op.drop_index(op.f("ix_transfer_telling_statement_id"), table_name="transfer_telling")
    op.drop_table("transfer_telling")
    op.drop_index(op.f("ix_leg_telling_statement_id"), table_name="leg_telling")
    op.drop_table("leg_telling")
    op.drop_index(op.f("ix_transfer_party_name"), table_name="transfer_party")
    op.drop_index(op.f("ix_transfer_party_entity_id"), table_name="transfer_party")
    op.drop_table("transfer_party")
    op.drop_index(op.f("ix_leg_stop_spot_id"), table_name="leg_stop")
    op.drop_table("leg_stop")
    op.drop_table("transfer")
    op.drop_table("leg")
