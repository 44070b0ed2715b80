"""The builds of a case: when each began and ended, and whose links are stored."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from sqlalchemy import Connection, insert, select, update

from recoupe.ledger import tables

Task = Literal["build", "withdraw", "restore", "judge"]


class Build(NamedTuple):
    """A build that came to its end: its number, when (ISO 8601 in UTC), and what for."""

    id: int
    finished: str
    task: Task


def add_build(connection: Connection, version: str, task: Task) -> int:
    """Note that a build began, and return its number."""
    begun = {"started": _now(), "version": version, "task": task}
    values = {**begun, "linked": False, "counts": {}}
    query = insert(tables.build).values(values).returning(tables.build.c.id)
    return int(connection.execute(query).scalar_one())


def end_build(connection: Connection, build: int, counts: Mapping[str, float]) -> None:
    """Note that a build is done, that the links stored are its own, and its figures."""
    done = {"finished": _now(), "linked": True, "counts": dict(counts)}
    unlink(connection)
    connection.execute(update(tables.build).where(tables.build.c.id == build).values(done))


def unlink(connection: Connection) -> None:
    """Note that the links stored hold no more."""
    connection.execute(update(tables.build).values(linked=False))


def load_version(connection: Connection) -> str | None:
    """Return the version of the build whose links are stored; None where they hold no more."""
    linked = select(tables.build.c.version).where(tables.build.c.linked)
    version: str | None = connection.execute(linked).scalar()
    return version


def load_builds(connection: Connection) -> list[Build]:
    """Return the builds that came to their end, oldest first."""
    own = tables.build.c
    query = select(own.id, own.finished, own.task).where(own.finished.is_not(None))
    return [Build._make(row) for row in connection.execute(query.order_by(own.id))]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
