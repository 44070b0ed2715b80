"""Reports taken out of a case and let in again: what was decided, and what that leaves out."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update

from recoupe.ledger import tables
from recoupe.model import Withdrawal


def add_withdrawals(
    connection: Connection, withdrawals: Iterable[Withdrawal]
) -> tuple[Withdrawal, ...]:
    """Take reports out of the case, or let them in again; return what was noted, with its time."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    stored = tuple(one.model_copy(update={"time": one.time or now}) for one in withdrawals)
    for one in stored:
        marked = update(tables.document).where(tables.document.c.id == one.document)
        connection.execute(marked.values(withdrawn=not one.restored))
        connection.execute(insert(tables.withdrawal), [one.model_dump()])
    return stored


def load_withdrawals(connection: Connection) -> tuple[Withdrawal, ...]:
    """Return all of them in the order in which they were added."""
    columns = [tables.withdrawal.c[name] for name in Withdrawal.model_fields]
    query = select(*columns).order_by(tables.withdrawal.c.id)
    return tuple(
        Withdrawal.model_validate(dict(row)) for row in connection.execute(query).mappings()
    )
