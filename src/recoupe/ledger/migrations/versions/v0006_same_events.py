"""The event that each mention of a report tells."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this schema."""
    # Readings made before have none: a later version of the extraction reads anew.
    with op.batch_alter_table("statement_event") as table:
        table.add_column(sa.Column("event", sa.String(), nullable=False, server_default=""))
        table.create_index(op.f("ix_statement_event_event"), ["event"], unique=False)


def downgrade() -> None:
    """Go back to the schema before."""
    with op.batch_alter_table("statement_event") as table:
        table.drop_index(op.f("ix_statement_event_event"))
        table.drop_column("event")
