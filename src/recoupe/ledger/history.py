"""What earlier builds held: each thing with the builds between which it stood so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Connection,
    Text,
    and_,
    cast,
    func,
    insert,
    not_,
    or_,
    select,
    update,
)

from recoupe.ledger import tables
from recoupe.ledger.engine import to_json
from recoupe.ledger.readings import Row
from recoupe.model import (
    Links,
    PastClaim,
    PastDocument,
    PastEdge,
    PastOrigin,
    PastRelation,
    Record,
    Snapshot,
)

Kind = Literal["document", "origin", "claim", "relation", "edge"]
#: Under which name a snapshot holds each kind.
_FIELDS: dict[Kind, str] = {
    "document": "documents",
    "origin": "origins",
    "claim": "claims",
    "relation": "relations",
    "edge": "lineage",
}
_MODELS: dict[Kind, type[Record]] = {
    "document": PastDocument,
    "origin": PastOrigin,
    "claim": PastClaim,
    "relation": PastRelation,
    "edge": PastEdge,
}
#: Rows named by one statement: databases bound how many values it may have.
_AT_ONCE = 500
_WRITTEN_AT_ONCE = 20_000
"""Rows that wait to be written."""


def snapshot_of(documents: Mapping[str, PastDocument], links: Links) -> Snapshot:
    """Return what a case holds, in brief.

    Args:
        documents: Its reports by id.
        links: What holds between them.
    """
    rows = {key: one.model_dump() for key, one in documents.items()}
    return _snapshot((kind, key, row) for (kind, key), row in _brief(rows, links))


def record_history(connection: Connection, build: int, links: Links) -> None:
    """Note what the case holds at the end of a build; only what changed is written."""
    own = tables.document.c
    query = select(own.id, own.file, own.title).where(own.withdrawn.is_(False))
    documents = {
        row.id: {"file": row.file, "title": row.title} for row in connection.execute(query)
    }
    past = tables.history.c
    # As text: to read and compare records as such takes several times as long. And as hashes:
    # what a large case holds fills a gigabyte.
    stored = cast(past.record, Text)
    standing = select(past.id, past.kind, past.key, stored).where(past.until.is_(None))
    standing = standing.execution_options(yield_per=_WRITTEN_AT_ONCE)
    held = {
        hash((kind, key)): (number, hash(record))
        for number, kind, key, record in connection.execute(standing)
    }
    rows: list[Row] = []
    for (kind, key), record in _brief(documents, links):
        name = hash((kind, key))
        before = held.get(name)
        if before is not None and before[1] == hash(to_json(record)):
            del held[name]
            continue
        rows.append({"kind": kind, "key": key, "since": build, "record": record})
        if len(rows) >= _WRITTEN_AT_ONCE:
            connection.execute(insert(tables.history), rows)
            rows.clear()
    if rows:
        connection.execute(insert(tables.history), rows)
    closed = [number for number, _ in held.values()]
    for first in range(0, len(closed), _AT_ONCE):
        ids = closed[first : first + _AT_ONCE]
        connection.execute(update(tables.history).where(past.id.in_(ids)).values(until=build))


def _brief(documents: Mapping[str, Row], links: Links) -> Iterator[tuple[tuple[Kind, str], Row]]:
    """Yield what a case holds as records, each with its kind and key."""
    for key, row in documents.items():
        yield ("document", key), row
    origins: dict[str, Row] = {}
    for claim in links.claims:
        origins |= {one.id: {"kind": one.kind, "name": one.name} for one in claim.origins}
        yield (
            ("claim", claim.id),
            {
                "text": claim.text,
                "statements": claim.statements,
                "documents": claim.documents,
                "origins": [origin.id for origin in claim.origins],
            },
        )
        for one in claim.relations:
            row = {"claim": claim.id, "relation": one.relation, "other": one.claim}
            yield ("relation", f"{claim.id} {one.relation} {one.claim}"), row
    for key, row in origins.items():
        yield ("origin", key), row
    edges: dict[str, Row] = {}
    for edge in links.lineage:
        row = {"document": edge.document, "relation": edge.relation, "on": edge.on}
        edges[f"{edge.document} {edge.relation} {edge.on}"] = row
    for key, row in edges.items():
        yield ("edge", key), row


def _snapshot(
    rows: Iterable[tuple[Kind, str, Row]], build: int = 0, finished: str = ""
) -> Snapshot:
    found: dict[str, dict[str, Any]] = {field: {} for field in _FIELDS.values()}
    for kind, key, record in rows:
        found[_FIELDS[kind]][key] = _MODELS[kind].model_validate(record)
    # Sorted here: databases differ in how they order strings.
    ordered = {field: dict(sorted(held.items())) for field, held in found.items()}
    return Snapshot(build=build, finished=finished, **ordered)


def load_snapshot(connection: Connection, build: int) -> Snapshot:
    """Return what the case held at the end of a build; nothing for build 0."""
    query = select(tables.history).where(_holding(build))
    rows = ((row.kind, row.key, row.record) for row in connection.execute(query))
    return _snapshot(rows, build, _finished(connection, build))


def load_difference(connection: Connection, before: int, after: int) -> tuple[Snapshot, Snapshot]:
    """Return what the case held at the ends of two builds, without what is the same in both.

    Beside what differs they hold what that speaks of: the reports and origins of claims, the
    claims of relations. In a large case that is little.

    Args:
        connection: To the ledger.
        before: Number of the earlier build.
        after: Number of the later one.
    """
    then, now = _holding(before), _holding(after)
    rows: dict[int, Any] = {}
    for query in (
        select(tables.history).where(then, not_(now)),
        select(tables.history).where(now, not_(then)),
    ):
        rows |= {row.id: row for row in connection.execute(query)}
    past = tables.history.c
    # A relation that stayed may be one between other claims than before, of the same ids.
    changed = {row.key for row in rows.values() if row.kind == "claim"}
    query = select(tables.history).where(past.kind == "relation", or_(then, now))
    rows |= {
        row.id: row
        for row in connection.execute(query)
        if not changed.isdisjoint(_speaks_of(row, "claim"))
    }
    spoken = {
        kind: sorted({key for row in rows.values() for key in _speaks_of(row, kind)})
        for kind in ("document", "origin", "claim")
    }
    for kind, keys in spoken.items():
        for first in range(0, len(keys), _AT_ONCE):
            named = past.key.in_(keys[first : first + _AT_ONCE])
            query = select(tables.history).where(past.kind == kind, named, or_(then, now))
            rows |= {row.id: row for row in connection.execute(query)}

    def state(build: int) -> Snapshot:
        held = (
            (row.kind, row.key, row.record)
            for row in rows.values()
            if row.since <= build and (row.until is None or row.until > build)
        )
        return _snapshot(held, build, _finished(connection, build))

    return state(before), state(after)


def _holding(build: int) -> ColumnElement[bool]:
    past = tables.history.c
    # Not by the absence of a value alone: a condition that is unknown is never true.
    return and_(past.since <= build, func.coalesce(past.until, build + 1) > build)


def _speaks_of(row: Any, kind: str) -> Sequence[str]:
    """Return the keys of one kind that a record speaks of."""
    record = row.record
    if row.kind == "claim":
        return record.get(f"{kind}s", ()) if kind != "claim" else ()
    if row.kind == "relation" and kind == "claim":
        return record["claim"], record["other"]
    if row.kind == "edge" and kind == "document":
        return record["document"], record["on"]
    return ()


def _finished(connection: Connection, build: int) -> str:
    ended = select(tables.build.c.finished).where(tables.build.c.id == build)
    return connection.execute(ended).scalar_one_or_none() or ""


def changing_builds(connection: Connection) -> list[int]:
    """Return the builds after which the case was not what it had been, oldest first."""
    past = tables.history.c
    since = connection.execute(select(past.since).distinct()).scalars()
    until = connection.execute(select(past.until).where(past.until.is_not(None)).distinct())
    return sorted({*since, *until.scalars()})
