"""What people decided: added to, never changed or removed."""

from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, insert, select

from recoupe.ledger import tables
from recoupe.model import Record

Decision = Literal["same", "different", "wrong", "confirmed"]
SubjectKind = Literal["statement", "claim", "entity", "lineage", "origin"]


class Judgement(Record):
    """A person's decision about one thing in the case, or about two.

    Attributes:
        decision: ``same`` or ``different`` of two things; ``wrong`` or
            ``confirmed`` of one.
        kind: What sort of thing was judged.
        subject: Its id.
        other: The id of the thing it was compared with, for same and different.
        author: Who decided.
        time: When, ISO 8601 in UTC; set when it is added.
        note: Why, in the author's words.
    """

    decision: Decision
    kind: SubjectKind
    subject: str
    other: str | None = None
    author: str
    time: str = ""
    note: str = ""

    @property
    def compares(self) -> bool:
        """Whether the decision is about two things."""
        return self.decision in {"same", "different"}


def add_judgement(connection: Connection, judgement: Judgement) -> Judgement:
    """Store a judgement after all others and return it with its time.

    Raises:
        ValueError: A comparison without the other thing, or the reverse.
    """
    if judgement.compares != (judgement.other is not None):
        raise ValueError(f"'{judgement.decision}' is about {1 + judgement.compares} thing(s)")
    now = judgement.time or datetime.now(UTC).isoformat(timespec="seconds")
    stored = judgement.model_copy(update={"time": now})
    connection.execute(insert(tables.judgement), [stored.model_dump()])
    return stored


def load_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Return all judgements in the order in which they were added."""
    query = select(tables.judgement).order_by(tables.judgement.c.id)
    return tuple(
        Judgement.model_validate({key: value for key, value in row.items() if key != "id"})
        for row in connection.execute(query).mappings()
    )
