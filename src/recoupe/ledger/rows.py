"""The rows of what linking decides: of those that a build makes, only what differs is written.

Most of a case stands after one report more as it stood before, and to write it all anew, with its
indexes, takes longer than to read it and compare. Of the rows that are stored only hashes are
held: as they are, those of a large case fill four gigabytes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

import orjson
from sqlalchemy import (
    JSON,
    Connection,
    Table,
    Text,
    and_,
    bindparam,
    cast,
    delete,
    insert,
    select,
    update,
)

from recoupe.ledger import tables
from recoupe.ledger.engine import to_json
from recoupe.ledger.readings import Row

_Values = tuple[Any, ...]
_AT_ONCE = 20_000
"""Rows that wait to be written; those of a whole large case fill a gigabyte."""
_LINKED: tuple[Table, ...] = (
    tables.entity,
    tables.source_entity,
    tables.spot,
    tables.place_mention,
    tables.place_relation,
    tables.lineage,
    tables.claim,
    tables.transfer,
    tables.leg,
    tables.thing,
    tables.evidence,
)
"""Tables of what linking decides; their parts are found by their keys."""


class _Form(NamedTuple):
    """How a table's rows are compared.

    Attributes:
        names: Of its columns.
        keys: Of those that tell its rows apart.
        records: Of those that hold JSON, which is compared as it is written.
    """

    names: tuple[str, ...]
    keys: tuple[str, ...]
    records: frozenset[str]

    def of(self, row: Row) -> _Values:
        """Return a row as the database would give it back."""
        return tuple([to_json(row[n]) if n in self.records else row.get(n) for n in self.names])


class Rows:
    """The rows that are stored, and those that are to take their place.

    Args:
        connection: To the ledger.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        # Hash of a row's key to that of the row: those in whose place none was put so far.
        self._stored: dict[Table, dict[int, int]] = {}
        self._new: defaultdict[Table, list[Row]] = defaultdict(list)
        self._other: defaultdict[Table, list[Row]] = defaultdict(list)
        self._waiting = 0

    def put(self, rows: Iterable[tuple[Table, Row]]) -> None:
        """Write rows, but for those that stand there already.

        Args:
            rows: With their tables; what speaks of a row comes after it.
        """
        for table, row in rows:
            if table not in self._stored:
                self._stored[table] = self._load(table)
            stored, waiting = self._stored[table], self._new
            if stored:
                form = _form(table)
                before = stored.pop(hash(tuple([row[name] for name in form.keys])), None)
                if before is not None:
                    if before == hash_of(form.of(row)):
                        continue
                    waiting = self._other
            waiting[table].append(row)
            self._waiting += 1
            if self._waiting >= _AT_ONCE:
                self._write()
        self._write()
        # Dictionaries keep the room of what is gone from them.
        self._stored = {table: dict(left) for table, left in self._stored.items()}

    def drop_others(self) -> None:
        """Remove the rows in whose place none was put."""
        # Parts before what they are parts of, and last of all: nothing speaks of them any more.
        for table in reversed(_with_parts(_LINKED)):
            if table not in self._stored:
                self._connection.execute(delete(table))
            elif gone := self._stored[table]:
                keys = table.primary_key.columns
                held = self._connection.execute(select(*keys))
                which = [
                    {_old(name): value for name, value in row._mapping.items()}
                    for row in held
                    if hash(tuple(row)) in gone
                ]
                self._connection.execute(delete(table).where(_at(table)), which)

    def _load(self, table: Table) -> dict[int, int]:
        return {hash(key): hash_of(row) for key, row in self._rows(table)}

    def _rows(self, table: Table) -> Iterator[tuple[_Values, _Values]]:
        """Yield the rows of a table that are stored, each with its key."""
        form = _form(table)
        columns = [
            cast(column, Text).label(column.name) if column.name in form.records else column
            for column in table.columns
        ]
        places = [form.names.index(name) for name in form.keys]
        query = select(*columns).execution_options(yield_per=_AT_ONCE)
        for row in self._connection.execute(query):
            yield tuple([row[place] for place in places]), tuple(row)

    def _write(self) -> None:
        # In the tables' own order, what is spoken of comes before what speaks of it.
        for table in tables.metadata.sorted_tables:
            if self._new[table]:
                self._connection.execute(insert(table), self._new[table])
        for table, rows in self._other.items():
            form = _form(table)
            values = [name for name in form.names if name not in form.keys]
            told = [
                {name: row.get(name) for name in values}
                | {_old(name): row[name] for name in form.keys}
                for row in rows
            ]
            self._connection.execute(update(table).where(_at(table)), told)
        self._new.clear()
        self._other.clear()
        self._waiting = 0


@cache
def _form(table: Table) -> _Form:
    return _Form(
        tuple(column.name for column in table.columns),
        tuple(column.name for column in table.primary_key.columns),
        frozenset(column.name for column in table.columns if isinstance(column.type, JSON)),
    )


def hash_of(values: _Values) -> int:
    """Return what stands for the values of a row where they are compared, in this process."""
    # Two hashes in one: to Python's own -1 is as -2, and JSON has nothing beyond all bounds.
    return hash((values, orjson.dumps(values)))


def _at(table: Table) -> Any:
    """Return the condition that a row has a key, to be told for each."""
    own = table.primary_key.columns
    return and_(*(column == bindparam(_old(column.name)) for column in own))


def _old(name: str) -> str:
    """Return what the value of a key is called where its column has the plain name."""
    return f"at_{name}"


def _with_parts(whole: Iterable[Table]) -> list[Table]:
    """Return tables with those whose rows are parts of theirs, which come after them."""
    held = set(whole)
    for table in tables.metadata.sorted_tables:
        if any(key.column.table in held for key in table.foreign_keys):
            held.add(table)
    return [table for table in tables.metadata.sorted_tables if table in held]
