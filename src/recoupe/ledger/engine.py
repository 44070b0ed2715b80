"""Opening the database: connections, schema, and what goes wrong, in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError

from recoupe.errors import LedgerError

#: The newest schema that this code knows: the number of the last migration.
SCHEMA = "0006"
#: How long a statement waits for another process's transaction, in seconds.
PATIENCE = 15

# What the database's own message says, and what a person can do about it.
_TROUBLES = (
    ("not a database", "is not a ledger", "choose another --case folder, or move the file away"),
    ("malformed", "is damaged", "put a copy of it back, or remove it and build again"),
    ("is locked", "is in use by another command", "wait until that is done, then try again"),
    ("readonly", "can't be written", "check the permissions of its folder, or use another --case"),
    ("unable to open", "can't be opened", "check the permissions of its folder"),
    ("is full", "can't grow: the disk is full", "make room, then run the same command again"),
)


def open_engine(where: str | Path, *, create: bool) -> Engine:
    """Connect to a ledger and bring its schema up to date.

    Args:
        where: A path of a SQLite file, or a database URL of SQLAlchemy.
        create: Whether a ledger that is not there yet is made.

    Raises:
        LedgerError: There is none, it is no ledger, it comes from a newer
            Recoupe, or its place can't be written.
    """
    url = _url(where, create=create)
    name = url.database if url.drivername == "sqlite" else url.render_as_string(hide_password=True)
    try:
        engine = create_engine(url, json_serializer=to_json, json_deserializer=orjson.loads)
    except (ArgumentError, ModuleNotFoundError) as error:
        raise LedgerError(
            f"{name} can't be connected to: {error}", "check the address, or give a folder"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    try:
        with plain_words(str(name)):
            _bring_up_to_date(engine, str(name))
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def plain_words(name: str) -> Iterator[None]:
    """Turn the database's errors inside the block into LedgerErrors about ``name``.

    A broken constraint is left as it is: that is a fault of ours, not of the
    person's disk.
    """
    try:
        yield
    except IntegrityError:
        raise
    except (DBAPIError, sqlite3.Error) as error:
        message = str(getattr(error, "orig", None) or error)
        for words, problem, remedy in _TROUBLES:
            if words in message:
                raise LedgerError(f"{name} {problem}", remedy) from error
        raise LedgerError(
            f"the database of {name} answered: {message.splitlines()[0]}",
            "if that does not tell you what to do, please report it",
        ) from error


def make_folder(folder: Path) -> None:
    """Make the folder of a case where there is none.

    Raises:
        LedgerError: It can't be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(
            f"the folder {folder} can't be made ({error.strerror})",
            "choose another --case folder",
        ) from error


def _url(where: str | Path, *, create: bool) -> URL:
    if "://" in str(where):
        try:
            return make_url(str(where))
        except ArgumentError as error:
            raise LedgerError(f"{where} is no database address", "give a folder") from error
    path = Path(where)
    if create:
        make_folder(path.parent)
    elif not path.is_file():
        raise LedgerError(f"there is no case in {path.parent}", "build one first: recoupe build")
    if path.is_dir():
        raise LedgerError(f"{path} is a folder, not a ledger", "choose another --case folder")
    return URL.create("sqlite", database=str(path), query={"timeout": str(PATIENCE)})


def to_json(value: Any) -> str:
    """Return a value as the ledger stores it: JSON with sorted keys."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def _prepare_sqlite(connection: sqlite3.Connection, _: object) -> None:
    # The driver's own way of opening transactions leaves DDL and reads outside
    # of them; `_begin_sqlite` does it instead.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    # Readers don't wait for the writer; and a write-ahead log survives a kill
    # at any moment. NORMAL may lose the last transaction when the power goes,
    # never the database: the next build reads that document again.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _bring_up_to_date(engine: Engine, name: str) -> None:
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        found = None
        if "alembic_version" in tables:
            query = text("SELECT version_num FROM alembic_version")
            found = connection.execute(query).scalar_one_or_none()
        elif tables:
            raise LedgerError(
                f"{name} is a database, but not a ledger",
                "choose another --case folder, or move the file away",
            )
    if found != SCHEMA:
        _migrate(engine, name, found)


def _migrate(engine: Engine, name: str, found: str | None) -> None:
    # Imported here: Alembic takes longer to load than an up-to-date ledger to open.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    scripts = str(Path(__file__).parent / "migrations")
    config.set_main_option("script_location", scripts.replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise LedgerError(
            f"{name} was written by a newer Recoupe (its schema is {found}, this one's {SCHEMA})",
            "update Recoupe, or build into another --case folder",
        )
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
