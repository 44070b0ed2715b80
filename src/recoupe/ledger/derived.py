"""A file beside the ledger with what linking derived from single reports.

Nothing in it is known from nowhere else: it may be deleted at any time, and where it can't be
read or written, all is derived anew.
"""

import sqlite3
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

_TABLE = """CREATE TABLE IF NOT EXISTS kept (
    document TEXT NOT NULL, part TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL,
    PRIMARY KEY (document, part)
)"""

_IN_USE = frozenset((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED))


class Derived:
    """What is kept of a case's reports from build to build; a context manager.

    When it is left, reports of which nothing was asked for are gone: they are no longer in the
    case. Of a build that fails nothing is kept.

    Args:
        path: The file; it is made where it is not there.
    """

    def __init__(self, path: Path) -> None:
        self._asked: set[str] = set()
        self._file: sqlite3.Connection | None = None
        try:
            self._file = _open(path)
        except sqlite3.Error as error:
            if error.sqlite_errorcode in _IN_USE:
                return
            # Broken, or of somebody else's making: it is only a copy.
            with suppress(OSError, sqlite3.Error):
                path.unlink(missing_ok=True)
                self._file = _open(path)

    def recall(self, document: str, part: str, key: str) -> bytes | None:
        """Return what was kept of a document under a key; None where there is nothing."""
        self._asked.add(document)
        query = "SELECT value FROM kept WHERE document = ? AND part = ? AND key = ?"
        found = self._run(query, document, part, key)
        return found[0] if found else None

    def keep(self, document: str, part: str, key: str, value: bytes) -> None:
        """Keep something of a document, in the place of what stood for the same part of it."""
        self._run("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", document, part, key, value)

    def _run(self, query: str, *values: str | bytes) -> tuple[bytes] | None:
        if self._file is None:
            return None
        try:
            found: tuple[bytes] | None = self._file.execute(query, values).fetchone()
        except sqlite3.Error:
            self._close()
            return None
        return found

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._file is not None and kind is None:
            with suppress(sqlite3.Error):
                held = {row[0] for row in self._file.execute("SELECT DISTINCT document FROM kept")}
                gone = [(document,) for document in held - self._asked]
                self._file.executemany("DELETE FROM kept WHERE document = ?", gone)
                self._file.execute("COMMIT")
        self._close()

    def _close(self) -> None:
        if self._file is not None:
            with suppress(sqlite3.Error):
                self._file.close()
            self._file = None


def _open(path: Path) -> sqlite3.Connection:
    # The build's own lock keeps others away.
    file = sqlite3.connect(path, isolation_level=None)
    file.execute(_TABLE)
    file.execute("SELECT document, part, key, value FROM kept LIMIT 1")
    file.execute("BEGIN IMMEDIATE")
    return file
