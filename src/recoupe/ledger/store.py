"""The ledger itself: what is known about a case, why, and since which build."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, or_

from recoupe.errors import LedgerError
from recoupe.ledger import tables
from recoupe.ledger.builds import (
    Build,
    Task,
    add_build,
    end_build,
    load_builds,
    load_version,
    unlink,
)
from recoupe.ledger.documents import Known, load_known, relocate, replace_document
from recoupe.ledger.engine import open_engine, plain_words
from recoupe.ledger.history import (
    changing_builds,
    load_difference,
    load_snapshot,
    record_history,
)
from recoupe.ledger.judgements import add_judgement, load_judgements
from recoupe.ledger.links import load_links, write_links
from recoupe.ledger.readings import load_documents, load_readings, published
from recoupe.ledger.skipped import load_skipped, write_skipped
from recoupe.ledger.withdrawals import add_withdrawals, load_withdrawals, load_withdrawn
from recoupe.model import (
    Case,
    Document,
    Judgement,
    Links,
    Reading,
    Skipped,
    Snapshot,
    Withdrawal,
)


class Ledger:
    """A case's store. Use :meth:`open`; it is a context manager.

    Every method is one transaction: when it returns, what it says is on disk;
    when it raises or the process dies, nothing of it is.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self.name = name

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True) -> Self:
        """Open a ledger, making it or bringing its schema up to date where needed.

        Args:
            where: A path of a SQLite file, or a database URL of SQLAlchemy.
            create: Whether a ledger that is not there yet is made.

        Raises:
            LedgerError: There is none, it is no ledger, it comes from a newer
                Recoupe, or its place can't be written.
        """
        return cls(open_engine(where, create=create), str(where))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with plain_words(self.name), self._engine.begin() as connection:
            yield connection

    # --- builds ---

    def start_build(self, version: str, task: Task = "build") -> int:
        """Note that a build began, and what for, and return its number."""
        with self._transaction() as connection:
            return add_build(connection, version, task)

    def finish_build(
        self,
        build: int,
        links: Links | None,
        counts: Mapping[str, float],
        *,
        judgements: Iterable[Judgement] = (),
        withdrawals: Iterable[Withdrawal] = (),
    ) -> None:
        """Put ``links`` in the place of the older ones and note that the build is done.

        Args:
            build: Its number.
            links: What holds between the reports of the case; None where that is what is stored.
            counts: What it did, in figures.
            judgements: New decisions that the links follow.
            withdrawals: Reports taken out or let in, likewise.

        Raises:
            ValueError: A judgement compares but names one thing, or the reverse.
        """
        with self._transaction() as connection:
            for judgement in judgements:
                add_judgement(connection, judgement)
            add_withdrawals(connection, withdrawals)
            if links is not None:
                write_links(connection, links)
                record_history(connection, build, links)
            end_build(connection, build, counts)

    @property
    def whole(self) -> bool:
        """Whether the links stored are those of the documents stored.

        False from the moment a document is added until the build that added it
        is done, however that build ended.
        """
        return self.linked_by is not None

    @property
    def linked_by(self) -> str | None:
        """Version of the build whose links are stored; None where they are not whole."""
        with self._transaction() as connection:
            return load_version(connection)

    def builds(self) -> list[Build]:
        """Return the builds that came to their end, oldest first."""
        with self._transaction() as connection:
            return load_builds(connection)

    def last_build(self) -> int:
        """Return the number of the last build that came to its end; 0 where there is none."""
        return max((build.id for build in self.builds()), default=0)

    def changing_builds(self) -> list[int]:
        """Return the builds after which the case was not what it had been, oldest first."""
        with self._transaction() as connection:
            return changing_builds(connection)

    def snapshot(self, build: int) -> Snapshot:
        """Return what the case held at the end of a build; nothing for build 0."""
        with self._transaction() as connection:
            return load_snapshot(connection, build)

    def difference(self, before: int, after: int) -> tuple[Snapshot, Snapshot]:
        """Return what the case held at the ends of two builds, without what is the same in both.

        Beside what differs they hold what that speaks of: enough to tell what changed.
        """
        with self._transaction() as connection:
            return load_difference(connection, before, after)

    # --- documents ---

    def known(self) -> list[Known]:
        """Return what is stored, without texts and readings."""
        with self._transaction() as connection:
            return load_known(connection)

    def document(self, key: str) -> Document:
        """Return one stored document.

        Raises:
            KeyError: There is none of that id.
            LedgerError: Its text is no longer what was stored.
        """
        with self._transaction() as connection:
            found = list(load_documents(connection, tables.document.c.id == key))
        if not found:
            raise KeyError(key)
        return self._intact(found[0])

    def store(self, document: Document, reading: Reading) -> None:
        """Write a document and its reading, in the place of any older self.

        The older self is the document of the same id or the same location; where that
        was withdrawn, the newer one is too. The links stored hold no more, see :attr:`whole`.
        """
        with self._transaction() as connection:
            unlink(connection)
            replace_document(connection, document, reading)

    def relocate(self, key: str, location: str) -> None:
        """Note that an unchanged report is now found elsewhere."""
        with self._transaction() as connection:
            relocate(connection, key, location)

    # --- what could not be read ---

    def skipped(self) -> tuple[Skipped, ...]:
        """Return the problems on record, by file."""
        with self._transaction() as connection:
            return load_skipped(connection)

    def set_skipped(self, skipped: Iterable[Skipped]) -> None:
        """Put ``skipped`` in the place of all problems on record."""
        with self._transaction() as connection:
            write_skipped(connection, skipped)

    # --- judgements ---

    def add_judgement(self, judgement: Judgement) -> Judgement:
        """Add a person's decision; return it with its time.

        Raises:
            ValueError: It compares but names one thing, or the reverse.
        """
        with self._transaction() as connection:
            return add_judgement(connection, judgement)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all decisions, oldest first."""
        with self._transaction() as connection:
            return load_judgements(connection)

    def withdrawals(self) -> tuple[Withdrawal, ...]:
        """Return which reports were taken out and let in again, oldest first."""
        with self._transaction() as connection:
            return load_withdrawals(connection)

    def withdrawn(self) -> tuple[Withdrawal, ...]:
        """Return who took out each report that is out of the case now, in that order."""
        with self._transaction() as connection:
            return load_withdrawn(connection)

    # --- everything ---

    def case(
        self, name: str = "", *, with_withdrawn: Collection[str] = (), linked_by: str | None = None
    ) -> Case:
        """Load all that the ledger holds, as it stood at one moment.

        Links that no longer hold are left out.

        Args:
            name: What to call the case.
            with_withdrawn: Ids of withdrawn reports to load beside the others, which no link
                holds.
            linked_by: Leave out links that another version made; None takes any.

        Raises:
            LedgerError: A stored text is no longer what was stored.
        """
        skipped = self.skipped()
        own = tables.document.c
        wanted = or_(own.withdrawn.is_(False), own.id.in_(with_withdrawn))
        with self._transaction() as connection:
            readings = {reading.document: reading for reading in load_readings(connection)}
            documents = [self._intact(document) for document in load_documents(connection, wanted)]
            version = load_version(connection)
            holds = version is not None and linked_by in {None, version}
            links = load_links(connection) if holds else Links()
        documents.sort(key=lambda document: _by_day(document, readings[document.id]))
        return Case(
            documents=tuple(documents),
            readings={document.id: readings[document.id] for document in documents},
            links=links,
            skipped=skipped,
            name=name,
        )

    def _intact(self, document: Document) -> Document:
        if hashlib.sha256(document.text.encode()).hexdigest() != document.sha256:
            raise LedgerError(
                f"the text of {document.file} in {self.name} was changed after it was stored",
                "put a copy of the ledger back, or remove it and build again",
            )
        return document


def _by_day(document: Document, reading: Reading) -> tuple[bool, str, str, str]:
    day = published(document, reading)[0] or ""
    return (not day, day, document.file, document.id)
