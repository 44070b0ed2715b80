"""What holds between documents as rows, and back."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select

from recoupe.ledger import tables
from recoupe.ledger.places import load_place_relations, load_places, place_rows
from recoupe.ledger.readings import Row, span_columns
from recoupe.ledger.reasons import dump_reasons, load_reasons
from recoupe.ledger.rows import Rows
from recoupe.ledger.things import evidence_rows, load_evidence, load_things
from recoupe.ledger.transfers import load_legs, load_transfers, transfer_rows
from recoupe.model import (
    Claim,
    ClaimRelation,
    Entity,
    Lineage,
    Links,
    Located,
    Origin,
    Passage,
    Span,
)

Part = TypeVar("Part")


def write_links(connection: Connection, links: Links) -> None:
    """Put ``links`` in the place of those stored; only rows that differ are written."""
    rows = Rows(connection)
    for rows_of in _ROWS:
        rows.put(rows_of(links))
    rows.drop_others()


def load_links(connection: Connection) -> Links:
    """Return the stored links, as they were written."""
    return Links(
        # Sorted here: databases differ in how they order strings.
        entities=tuple(sorted(_entities(connection), key=lambda entity: entity.id)),
        source_entities=_parts(
            connection, tables.source_entity, "statement_id", lambda row: row["entity_id"]
        ),
        lineage=tuple(_lineage(connection)),
        claims=tuple(sorted(_claims(connection), key=lambda claim: claim.id)),
        places=tuple(load_places(connection)),
        place_relations=tuple(load_place_relations(connection)),
        transfers=tuple(load_transfers(connection)),
        legs=tuple(load_legs(connection)),
        things=tuple(load_things(connection)),
        evidence=tuple(load_evidence(connection)),
    )


def _entity_rows(links: Links) -> Iterator[tuple[Table, Row]]:
    for entity in links.entities:
        yield tables.entity, entity.model_dump(mode="json", exclude={"mentions"})
        for place, mention in enumerate(entity.mentions):
            row = {"entity_id": entity.id, "place": place, "document_id": mention.document}
            yield tables.entity_mention, row | span_columns(mention.span)
    for statement, entities in links.source_entities.items():
        for place, key in enumerate(entities):
            row = {"statement_id": statement, "place": place, "entity_id": key}
            yield tables.source_entity, row


def _lineage_rows(links: Links) -> Iterator[tuple[Table, Row]]:
    for number, edge in enumerate(links.lineage):
        row = {
            "id": number,
            "document_id": edge.document,
            "drawn_on": edge.on,
            "relation": edge.relation,
            "score": edge.score,
            "reasons": dump_reasons(edge.reasons),
        }
        yield tables.lineage, row | span_columns(edge.cites, "cites")
        for place, passage in enumerate(edge.passages):
            row = {"lineage_id": number, "place": place}
            row |= span_columns(passage.document, "document") | span_columns(passage.on, "on")
            yield tables.passage, row


def _claim_rows(links: Links) -> Iterator[tuple[Table, Row]]:
    for claim in links.claims:
        owner = {"claim_id": claim.id}
        row: Row = {"id": claim.id, "text": claim.text, "reasons": dump_reasons(claim.reasons)}
        yield tables.claim, row
        for place, key in enumerate(claim.statements):
            yield tables.claim_statement, owner | {"place": place, "statement_id": key}
        for place, key in enumerate(claim.documents):
            yield tables.claim_document, owner | {"place": place, "document_id": key}
        for place, origin in enumerate(claim.origins):
            row = {"place": place, "origin_id": origin.id, "kind": origin.kind}
            row |= {"name": origin.name, "reasons": dump_reasons(origin.reasons)}
            yield tables.claim_origin, owner | row
    for claim in links.claims:
        owner = {"claim_id": claim.id}
        for place, relation in enumerate(claim.relations):
            row = {"place": place, "other_id": relation.claim, "relation": relation.relation}
            yield tables.claim_relation, owner | row | {"reasons": dump_reasons(relation.reasons)}


# What speaks of something comes after it.
_ROWS = (_entity_rows, place_rows, _lineage_rows, _claim_rows, transfer_rows, evidence_rows)


def _parts(
    connection: Connection, table: Table, owner: str, make: Callable[[Any], Part]
) -> dict[Any, tuple[Part, ...]]:
    """Load the rows of ``table`` as lists, by the id of what they are parts of."""
    found: defaultdict[Any, list[Part]] = defaultdict(list)
    query = select(table).order_by(table.c[owner], table.c.place)
    for row in connection.execute(query).mappings():
        found[row[owner]].append(make(row))
    return {key: tuple(parts) for key, parts in found.items()}


def _entities(connection: Connection) -> Iterator[Entity]:
    mentions = _parts(
        connection,
        tables.entity_mention,
        "entity_id",
        lambda row: Located(
            document=row["document_id"], span=Span(row["span_start"], row["span_end"])
        ),
    )
    for row in connection.execute(select(tables.entity)).mappings():
        yield Entity.model_validate(dict(row) | {"mentions": mentions.get(row["id"], ())})


def _lineage(connection: Connection) -> Iterator[Lineage]:
    passages = _parts(
        connection,
        tables.passage,
        "lineage_id",
        lambda row: Passage(
            document=Span(row["document_start"], row["document_end"]),
            on=Span(row["on_start"], row["on_end"]),
        ),
    )
    query = select(tables.lineage).order_by(tables.lineage.c.id)
    for row in connection.execute(query).mappings():
        cites = row["cites_start"]
        yield Lineage(
            document=row["document_id"],
            on=row["drawn_on"],
            relation=row["relation"],
            score=row["score"],
            reasons=load_reasons(row["reasons"]),
            passages=passages.get(row["id"], ()),
            cites=None if cites is None else Span(cites, row["cites_end"]),
        )


def _claims(connection: Connection) -> Iterator[Claim]:
    statements = _parts(
        connection, tables.claim_statement, "claim_id", lambda row: row["statement_id"]
    )
    documents = _parts(
        connection, tables.claim_document, "claim_id", lambda row: row["document_id"]
    )
    origins = _parts(
        connection,
        tables.claim_origin,
        "claim_id",
        lambda row: Origin(
            id=row["origin_id"],
            kind=row["kind"],
            name=row["name"],
            reasons=load_reasons(row["reasons"]),
        ),
    )
    relations = _parts(
        connection,
        tables.claim_relation,
        "claim_id",
        lambda row: ClaimRelation(
            claim=row["other_id"],
            relation=row["relation"],
            reasons=load_reasons(row["reasons"]),
        ),
    )
    for row in connection.execute(select(tables.claim)).mappings():
        key = row["id"]
        yield Claim(
            id=key,
            text=row["text"],
            reasons=load_reasons(row["reasons"]),
            statements=statements.get(key, ()),
            documents=documents.get(key, ()),
            origins=origins.get(key, ()),
            relations=relations.get(key, ()),
        )
