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


def load_withdrawn(connection: Connection) -> tuple[Withdrawal, ...]:
    """Return what took out each report that is out of the case now, oldest first."""
    own = tables.document.c
    rows = connection.execute(select(own.id, own.file).where(own.withdrawn))
    out = {key: row.file for row in rows for key in (row.id, row.file)}
    last = {
        out[key]: one
        for one in load_withdrawals(connection)
        # A changed file has another id, and its report stays out all the same.
        for key in (one.document, one.file)
        if key in out and not one.restored
    }
    return tuple(sorted(last.values(), key=lambda one: (one.time, one.file)))
