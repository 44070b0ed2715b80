"""JSON lines: one folder, one record a line; docs/export.md has every field.

The names of files and fields are a contract: programs rely on them. Every
field stands in every record; what is not known is null or empty.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson

from recoupe.errors import UsageError
from recoupe.ledger import published
from recoupe.model import Case, Claim, Document, Entity, Event, Lineage, Reason, Span, Statement
from recoupe.views import write_file
from recoupe.views.export.jsonl.evidence import evidence_records, thing_records

Row = dict[str, Any]


class JsonLines:
    """Writes a case as a folder of JSON lines."""

    summary = (
        "a folder of JSON lines: documents, statements, claims, lineage, entities, things, evidence"
    )

    def write(self, case: Case, out: Path) -> None:
        """Write seven files into the folder ``out``, each whole or as it was before.

        Raises:
            UsageError: ``out`` is a file, or can't be written.
        """
        if out.exists() and not out.is_dir():
            raise UsageError(f"{out} is a file; this format writes a folder", "choose another -o")
        for name, rows in tables(case).items():
            lines = b"".join(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in rows)
            write_file(out / f"{name}.jsonl", lines)


EXPORTER = JsonLines()


def tables(case: Case) -> dict[str, Iterator[Row]]:
    """Return the records of each file, by the file's name without its ending."""
    return {
        "documents": _documents(case),
        "statements": _statements(case),
        "claims": map(_claim, case.links.claims),
        "lineage": map(_lineage, case.links.lineage),
        "entities": _entities(case),
        "things": thing_records(case),
        "evidence": evidence_records(case),
    }


def _documents(case: Case) -> Iterator[Row]:
    for document in case.documents:
        day, basis = published(document, case.readings[document.id])
        yield {
            "id": document.id,
            "file": document.file,
            "url": document.url,
            "title": document.title,
            "publisher": document.publisher,
            "published": day,
            "published_basis": basis,
            "language": document.language,
            "sha256": document.sha256,
            "characters": len(document.text),
        }


def _statements(case: Case) -> Iterator[Row]:
    claims = {key: claim.id for claim in case.links.claims for key in claim.statements}
    named = {
        (mention.document, mention.span): entity.id
        for entity in case.links.entities
        for mention in entity.mentions
    }
    for document in case.documents:
        for statement in case.readings[document.id].statements:
            yield {
                **_statement(document, statement),
                "sources": _sources(case, document, statement),
                "events": [_event(document, event, named) for event in statement.events],
                "claim": claims.get(statement.id),
            }


def _statement(document: Document, statement: Statement) -> Row:
    """Return what a statement says of itself, in the order of the contract."""
    text = document.text
    basis = statement.basis
    return {
        "id": statement.id,
        "document": document.id,
        "file": document.file,
        "start": statement.content.start,
        "end": statement.content.end,
        "text": statement.content.of(text),
        "quotation": statement.quotation,
        "cue": None if statement.cue is None else _span(text, statement.cue),
        "sources": [],
        "factuality": statement.factuality.value,
        "factuality_reasons": [str(reason) for reason in statement.factuality_reasons],
        "basis": None if basis is None else {"kind": basis.kind, **_span(text, basis.span)},
        "times": [
            {
                **_span(text, time.span),
                "value": time.value,
                "earliest": time.earliest,
                "latest": time.latest,
                "role": time.role,
                "basis": time.basis,
            }
            for time in statement.times
        ],
        "quantities": [
            {
                **_span(text, quantity.span),
                "low": quantity.low,
                "high": quantity.high,
                "unit": quantity.unit,
                "of": None if quantity.of is None else quantity.of.of(text),
                "approximate": quantity.approximate,
            }
            for quantity in statement.quantities
        ],
        "events": [],
        "claim": None,
    }


def _sources(case: Case, document: Document, statement: Statement) -> list[Row]:
    entities = case.links.source_entities.get(statement.id, ())
    return [
        {
            **_span(document.text, source.span),
            "entity": entities[place] if place < len(entities) else None,
            "name": source.name,
            "kind": source.kind,
        }
        for place, source in enumerate(statement.sources)
    ]


def _event(document: Document, event: Event, named: dict[tuple[str, Span], str]) -> Row:
    text = document.text
    return {
        "id": event.id,
        "type": event.type,
        "status": event.status,
        "trigger": _span(text, event.trigger),
        "roles": {
            role: [
                {
                    **_span(text, filler.span),
                    "entity": named.get((document.id, filler.span)),
                    "name": filler.name,
                }
                for filler in fillers
            ]
            for role, fillers in event.roles.items()
        },
    }


def _claim(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "text": claim.text,
        "statements": list(claim.statements),
        "documents": list(claim.documents),
        "origins": [
            {"id": origin.id, "kind": origin.kind, "name": origin.name} for origin in claim.origins
        ],
        "least_origins": claim.least_origins,
        "relations": [
            {
                "claim": relation.claim,
                "relation": relation.relation,
                "reason": _reason(relation.reasons),
            }
            for relation in claim.relations
        ],
    }


def _lineage(edge: Lineage) -> Row:
    return {
        "document": edge.document,
        "on": edge.on,
        "relation": edge.relation,
        "score": edge.score,
        "reason": _reason(edge.reasons),
        "passages": [
            {"document": list(passage.document), "on": list(passage.on)}
            for passage in edge.passages
        ],
    }


def _entities(case: Case) -> Iterator[Row]:
    texts = {document.id: document.text for document in case.documents}
    for entity in case.links.entities:
        yield _entity(entity, texts)


def _entity(entity: Entity, texts: dict[str, str]) -> Row:
    return {
        "id": entity.id,
        "schema": entity.schema_name,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "mentions": [
            {
                "document": mention.document,
                "start": mention.span.start,
                "end": mention.span.end,
                "text": mention.span.of(texts[mention.document]),
            }
            for mention in entity.mentions
        ],
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "country": entity.country,
    }


def _span(text: str, span: Span | None) -> Row:
    """Return a span with its words, cut from the text; all null where there is none."""
    if span is None:
        return {"text": None, "start": None, "end": None}
    return {"text": span.of(text), "start": span.start, "end": span.end}


def _reason(reasons: Iterable[Reason]) -> str:
    return "; ".join(str(reason) for reason in reasons)
