"""What people decided: added to, never changed or removed."""

from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from recoupe.ledger import tables
from recoupe.model import Judgement


def add_judgement(connection: Connection, judgement: Judgement) -> Judgement:
    """Store a judgement after all others and return it with its time.

    Raises:
        ValueError: A comparison or an edge without the other thing, or the reverse.
    """
    two = judgement.other is not None
    if judgement.decision != "undecided" and judgement.of_two != two:
        raise ValueError(f"'{judgement.decision}' is about {1 + judgement.of_two} thing(s)")
    now = judgement.time or datetime.now(UTC).isoformat(timespec="seconds")
    stored = judgement.model_copy(update={"time": now})
    connection.execute(insert(tables.judgement), [stored.model_dump(mode="json")])
    return stored


def load_judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Return all judgements in the order in which they were added."""
    query = select(tables.judgement).order_by(tables.judgement.c.id)
    return tuple(
        Judgement.model_validate({key: value for key, value in row.items() if key != "id"})
        for row in connection.execute(query).mappings()
    )
