"""One build a case at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from recoupe.errors import LedgerError
from recoupe.ledger.engine import make_folder


@contextmanager
def only_build(folder: Path) -> Iterator[None]:
    """Hold the case in ``folder`` for one build, until the block ends or the process dies.

    The folder is made if it is not there.

    The lock is SQLite's own exclusive lock on an empty file beside the ledger:
    the same on every system, and the system lets go of it when the process is
    killed, so that no stale lock is left behind.

    Raises:
        LedgerError: Another build holds the case, or the folder can't be made or written.
    """
    make_folder(folder)
    path = folder / "ledger.lock"
    try:
        connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    except sqlite3.Error as error:
        raise _unusable(folder) from error
    with closing(connection):
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise _unusable(folder) from error
            raise LedgerError(
                f"another build is at work on the case in {folder}",
                "wait until it is done, or build into another --case folder",
            ) from error
        except sqlite3.DatabaseError as error:
            raise LedgerError(f"{path} is not Recoupe's lock file", "remove it") from error
        yield


def _unusable(folder: Path) -> LedgerError:
    return LedgerError(f"the folder {folder} can't be written", "choose another --case folder")
