"""Where Alembic meets the ledger: runs on the connection that `engine.py` hands it."""

from alembic import context

from recoupe.ledger.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite takes DDL in a transaction too: a ledger that was being made or
    # changed when the power went is as it was before.
    transactional_ddl=True,
    # SQLite can't alter most things in place; later migrations need this.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
