"""The documents stored: which they are, and a newer self in the place of an older one."""

from typing import NamedTuple

from sqlalchemy import Connection, and_, delete, or_, select, update

from recoupe.ledger import tables
from recoupe.ledger.readings import write_document
from recoupe.model import Document, Reading


class Known(NamedTuple):
    """What a build needs to know of a stored document to tell whether to read it again."""

    id: str
    file: str
    location: str
    fingerprint: str
    language: str
    withdrawn: bool
    version: str


def load_known(connection: Connection) -> list[Known]:
    """Return what is stored, without texts and readings."""
    columns = (tables.document.c[name] for name in Known._fields[:-1])
    query = select(*columns, tables.reading.c.version).join(tables.reading)
    return [Known._make(row) for row in connection.execute(query)]


def replace_document(connection: Connection, document: Document, reading: Reading) -> None:
    """Write a document and its reading, in the place of any older self.

    The older self is the document of the same id or the same location; where that was
    withdrawn, the newer one is too.
    """
    own = tables.document.c
    older = or_(own.id == document.id, and_(own.location == document.location, own.location != ""))
    out = select(own.id).where(older, own.withdrawn)
    withdrawn = connection.execute(out).first() is not None
    connection.execute(delete(tables.document).where(older))
    write_document(connection, document, reading)
    if withdrawn:
        newer = update(tables.document).where(own.id == document.id)
        connection.execute(newer.values(withdrawn=True))


def relocate(connection: Connection, key: str, location: str) -> None:
    """Note that an unchanged report, named by its id, is now found elsewhere."""
    query = update(tables.document).where(tables.document.c.id == key)
    connection.execute(query.values(location=location))
