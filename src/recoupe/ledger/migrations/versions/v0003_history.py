"""History of what builds held, reports withdrawn, and what a judgement was made on."""

from collections import defaultdict
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this schema."""
    op.add_column("build", sa.Column("task", sa.String(), nullable=False, server_default="build"))
    op.add_column(
        "document",
        sa.Column("withdrawn", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    for name in ("words", "places"):
        op.add_column("judgement", sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
    op.create_table(
        "withdrawal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("restored", sa.Boolean(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("time", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_withdrawal")),
    )
    op.create_index(op.f("ix_withdrawal_document"), "withdrawal", ["document"], unique=False)
    history = op.create_table(
        "history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.Column("until", sa.Integer(), nullable=True),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
    )
    op.create_index(op.f("ix_history_kind_key"), "history", ["kind", "key"], unique=False)
    op.create_index(op.f("ix_history_until"), "history", ["until"], unique=False)
    rows = _held_now()
    if rows:
        op.bulk_insert(history, rows)


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_index(op.f("ix_history_until"), table_name="history")
    op.drop_index(op.f("ix_history_kind_key"), table_name="history")
    op.drop_table("history")
    op.drop_index(op.f("ix_withdrawal_document"), table_name="withdrawal")
    op.drop_table("withdrawal")
    op.drop_column("judgement", "places")
    op.drop_column("judgement", "words")
    op.drop_column("document", "withdrawn")
    op.drop_column("build", "task")


def _held_now() -> list[dict[str, Any]]:
    """Return what the last build held, so that the next one is compared with it."""
    ask = op.get_bind().exec_driver_sql
    build = ask("SELECT max(id) FROM build WHERE finished IS NOT NULL").scalar_one()
    claims = ask("SELECT id, text FROM claim").all()
    if build is None or not claims:
        return []
    parts: dict[str, defaultdict[str, list[str]]] = {}
    for part in ("statement", "document", "origin"):
        query = f"SELECT claim_id, {part}_id FROM claim_{part} ORDER BY claim_id, place"
        parts[part] = defaultdict(list)
        for claim, key in ask(query):
            parts[part][claim].append(key)
    found: list[tuple[str, str, dict[str, Any]]] = []
    for key, file, title in ask("SELECT id, file, title FROM document"):
        found.append(("document", key, {"file": file, "title": title}))
    for key, kind, name in ask(
        "SELECT origin_id, min(kind), min(name) FROM claim_origin GROUP BY 1"
    ):
        found.append(("origin", key, {"kind": kind, "name": name}))
    for key, text in claims:
        record = {f"{part}s": held[key] for part, held in parts.items()}
        found.append(("claim", key, {"text": text, **record}))
    for claim, relation, other in ask("SELECT claim_id, relation, other_id FROM claim_relation"):
        record = {"claim": claim, "relation": relation, "other": other}
        found.append(("relation", f"{claim} {relation} {other}", record))
    for document, relation, on in ask("SELECT document_id, relation, drawn_on FROM lineage"):
        record = {"document": document, "relation": relation, "on": on}
        found.append(("edge", f"{document} {relation} {on}", record))
    return [
        {"kind": kind, "key": key, "since": build, "until": None, "record": record}
        for kind, key, record in found
    ]
