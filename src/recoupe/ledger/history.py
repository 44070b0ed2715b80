"""What earlier builds held: each thing with the builds between which it stood so."""

from collections.abc import Mapping
from typing import Any, Literal

from sqlalchemy import Connection, insert, or_, select, update

from recoupe.ledger import tables
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
#: Rows closed by one statement: databases bound how many values it may have.
_CLOSED_AT_ONCE = 500


def snapshot_of(documents: Mapping[str, PastDocument], links: Links) -> Snapshot:
    """Return what a case holds, in brief.

    Args:
        documents: Its reports by id.
        links: What holds between them.
    """
    relations = (
        PastRelation(claim=claim.id, relation=one.relation, other=one.claim)
        for claim in links.claims
        for one in claim.relations
    )
    edges = (
        PastEdge(document=edge.document, relation=edge.relation, on=edge.on)
        for edge in links.lineage
    )
    return Snapshot(
        documents=dict(documents),
        origins={
            origin.id: PastOrigin(kind=origin.kind, name=origin.name)
            for claim in links.claims
            for origin in claim.origins
        },
        claims={
            claim.id: PastClaim(
                text=claim.text,
                statements=claim.statements,
                documents=claim.documents,
                origins=tuple(origin.id for origin in claim.origins),
            )
            for claim in links.claims
        },
        relations={f"{one.claim} {one.relation} {one.other}": one for one in relations},
        lineage={f"{one.document} {one.relation} {one.on}": one for one in edges},
    )


def record_history(connection: Connection, build: int, links: Links) -> None:
    """Note what the case holds at the end of a build; only what changed is written."""
    own = tables.document.c
    query = select(own.id, own.file, own.title).where(own.withdrawn.is_(False))
    documents = {
        row.id: PastDocument(file=row.file, title=row.title) for row in connection.execute(query)
    }
    now = snapshot_of(documents, links)
    fresh: dict[tuple[str, str], Row] = {
        (kind, key): one.model_dump(mode="json")
        for kind, field in _FIELDS.items()
        for key, one in getattr(now, field).items()
    }
    closed = []
    past = tables.history.c
    held = select(past.id, past.kind, past.key, past.record).where(past.until.is_(None))
    for row in connection.execute(held):
        if fresh.get((row.kind, row.key)) == row.record:
            del fresh[row.kind, row.key]
        else:
            closed.append(row.id)
    for first in range(0, len(closed), _CLOSED_AT_ONCE):
        ids = closed[first : first + _CLOSED_AT_ONCE]
        connection.execute(update(tables.history).where(past.id.in_(ids)).values(until=build))
    rows = [
        {"kind": kind, "key": key, "since": build, "record": record}
        for (kind, key), record in fresh.items()
    ]
    if rows:
        connection.execute(insert(tables.history), rows)


def load_snapshot(connection: Connection, build: int) -> Snapshot:
    """Return what the case held at the end of a build; nothing for build 0."""
    past = tables.history.c
    held = or_(past.until.is_(None), past.until > build)
    query = select(past.kind, past.key, past.record).where(past.since <= build, held)
    found: dict[str, dict[str, Any]] = {field: {} for field in _FIELDS.values()}
    for row in connection.execute(query):
        found[_FIELDS[row.kind]][row.key] = _MODELS[row.kind].model_validate(row.record)
    ended = select(tables.build.c.finished).where(tables.build.c.id == build)
    finished = connection.execute(ended).scalar_one_or_none() or ""
    ordered = {field: dict(sorted(held.items())) for field, held in found.items()}
    return Snapshot(build=build, finished=finished, **ordered)


def changing_builds(connection: Connection) -> list[int]:
    """Return the builds after which the case was not what it had been, oldest first."""
    past = tables.history.c
    since = connection.execute(select(past.since).distinct()).scalars()
    until = connection.execute(select(past.until).where(past.until.is_not(None)).distinct())
    return sorted({*since, *until.scalars()})
