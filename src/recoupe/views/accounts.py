"""Accounts of one thing as exports tell them: each with its statement and report."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from recoupe.ledger import published
from recoupe.model import Case, Document, Factuality, Statement


class Account(Protocol):
    """What tells of a transfer or a find: one of its tellings."""

    @property
    def document(self) -> str:
        """Id of the report."""
        ...

    @property
    def statement(self) -> str:
        """Id of the statement that holds it."""
        ...

    @property
    def factuality(self) -> Factuality:
        """How sure its source is."""
        ...

    @property
    def claim(self) -> str | None:
        """Id of the claim of that statement."""
        ...


_Account = TypeVar("_Account", bound=Account)


class Accounts:
    """The accounts of a case with their statements and reports.

    Args:
        case: The case.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self.documents = {document.id: document for document in case.documents}
        self.statements = {s.id: s for r in case.readings.values() for s in r.statements}

    def known(self, told: Iterable[_Account]) -> Iterator[tuple[_Account, Statement, Document]]:
        """Yield each account with its statement and report; one without either is left out."""
        for one in told:
            statement = self.statements.get(one.statement)
            document = self.documents.get(one.document)
            if statement and document:
                yield one, statement, document

    def cells(self, one: Account, statement: Statement, document: Document) -> dict[str, str]:
        """Return the cells that say who tells it, how surely, in which words and where."""
        return {
            "factuality": one.factuality.value,
            "sources": "; ".join(source.name for source in statement.sources),
            "claim": one.claim or "",
            "statement": one.statement,
            "text": " ".join(statement.content.of(document.text).split()),
            "file": document.file,
            "publisher": document.publisher or "",
            "published": published(document, self._case.readings[document.id])[0] or "",
        }
