"""What could not be read, with the reason."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from recoupe.ledger import tables
from recoupe.model import Skipped


def load_skipped(connection: Connection) -> tuple[Skipped, ...]:
    """Return the problems on record, by file."""
    columns = [tables.skipped.c[name] for name in Skipped.model_fields]
    rows = connection.execute(select(*columns)).mappings()
    found = [Skipped.model_validate(dict(row)) for row in rows]
    return tuple(sorted(found, key=lambda one: (one.file, one.problem)))


def write_skipped(connection: Connection, skipped: Iterable[Skipped]) -> None:
    """Put ``skipped`` in the place of all problems on record."""
    rows = [one.model_dump() for one in skipped]
    connection.execute(delete(tables.skipped))
    if rows:
        connection.execute(insert(tables.skipped), rows)
