"""Alembic migrations of the ledger; run by themselves when a ledger is opened."""
