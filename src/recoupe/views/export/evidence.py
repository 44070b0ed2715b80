"""What was found, as CSV: one row an account and a claim beside it; docs/export.md has each column.

The records of the JSONL export are made here as well.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from recoupe.ledger import published
from recoupe.model import Case, Compared, Document, Evidence, EvidenceTelling, Span, Statement
from recoupe.views import write_file
from recoupe.views.export.transfers import plain_cell

COLUMNS = (
    "evidence",
    "thing",
    "item",
    "type",
    "within",
    "markings",
    "codes",
    "earliest",
    "latest",
    "places",
    "found",
    "finders",
    "examiners",
    "factuality",
    "sources",
    "claim",
    "statement",
    "text",
    "file",
    "publisher",
    "published",
    "bearing",
    "transfer",
    "claimed_earliest",
    "claimed_latest",
    "from",
    "until",
    "claimed_statement",
    "claimed_text",
)
_ROLES = ("places", "finders", "examiners")


class EvidenceCsv:
    """Writes the record of evidence as one CSV file."""

    summary = "one CSV file: what was found, one row for each account and claim beside it"

    def write(self, case: Case, out: Path) -> None:
        """Write the file ``out``, whole or as it was before; ``evidence.csv`` in a folder.

        Raises:
            UsageError: ``out`` can't be written.
        """
        path = out / "evidence.csv" if out.is_dir() or not out.suffix else out
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows(_rows(case))
        # The mark tells spreadsheets that this is UTF-8.
        write_file(path, text.getvalue().encode("utf-8-sig"))


EXPORTER = EvidenceCsv()


def thing_records(case: Case) -> Iterator[dict[str, Any]]:
    """Yield the records of ``things.jsonl``."""
    texts = {document.id: document.text for document in case.documents}
    for thing in case.links.things:
        yield {
            "id": thing.id,
            "name": thing.name,
            "aliases": list(thing.aliases),
            "type": thing.type,
            "kind": thing.kind,
            "makers": list(thing.makers),
            "codes": list(thing.codes),
            "mentions": [
                {
                    "document": document,
                    "start": span.start,
                    "end": span.end,
                    "text": span.of(texts[document]),
                }
                for document, span in thing.mentions
            ],
        }


def evidence_records(case: Case) -> Iterator[dict[str, Any]]:
    """Yield the records of ``evidence.jsonl``."""
    texts = {document.id: document.text for document in case.documents}
    for evidence in case.links.evidence:
        yield {
            "id": evidence.id,
            "thing": evidence.thing,
            "item": evidence.item,
            "type": evidence.type,
            "earliest": evidence.earliest,
            "latest": evidence.latest,
            "tellings": [_telling(texts[one.document], one) for one in evidence.tellings],
            "compared": [
                {
                    "transfer": one.transfer,
                    "statement": one.statement,
                    "bearing": one.bearing,
                    "earliest": one.earliest,
                    "latest": one.latest,
                    "from": one.from_day,
                    "until": one.until_day,
                    "reasons": [str(reason) for reason in one.reasons],
                }
                for one in evidence.compared
            ],
        }


def _telling(text: str, one: EvidenceTelling) -> dict[str, Any]:
    find, thing = one.find, one.thing
    return {
        "document": one.document,
        "statement": one.statement,
        "statements": list(one.statements),
        "factuality": one.factuality.value,
        "claim": one.claim,
        "thing": _span(text, thing.span),
        "kind": thing.kind,
        "remains": thing.remains,
        "model": thing.model and thing.model.name,
        "maker": thing.maker and thing.maker.name,
        "nations": list(thing.nations),
        "markings": [
            marking.model_dump(include={"kind", "value", "earliest", "latest"})
            | _span(text, marking.span)
            for marking in thing.markings
        ],
        "codes": [{"value": code.value, **_span(text, code.span)} for code in thing.codes],
        "within": one.within and _span(text, one.within.span),
        "found": find.found and _span(text, find.found),
        "examined": find.examined and _span(text, find.examined),
        **{
            name: [{"name": role.name, **_span(text, role.span)} for role in getattr(find, name)]
            for name in _ROLES
        },
        "times": [
            time.model_dump(include={"value", "earliest", "latest"}) | _span(text, time.span)
            for time in find.times
        ],
    }


def _span(text: str, span: Span) -> dict[str, Any]:
    return {"text": span.of(text), "start": span.start, "end": span.end}


def _rows(case: Case) -> Iterator[list[str]]:
    documents = {document.id: document for document in case.documents}
    statements = {s.id: s for reading in case.readings.values() for s in reading.statements}
    names = {thing.id: thing.name for thing in case.links.things}
    for evidence in case.links.evidence:
        for telling in evidence.tellings:
            statement = statements.get(telling.statement)
            document = documents.get(telling.document)
            if statement is None or document is None:
                continue
            row = _row(case, evidence, telling, statement, document)
            row["thing"] = names.get(evidence.thing or "", "")
            for one in evidence.compared or (None,):
                beside = _beside(one, statements, documents) if one else {}
                yield [plain_cell((row | beside).get(column, "")) for column in COLUMNS]


def _row(
    case: Case,
    evidence: Evidence,
    telling: EvidenceTelling,
    statement: Statement,
    document: Document,
) -> dict[str, str]:
    text, find, thing = document.text, telling.find, telling.thing
    return {
        "evidence": evidence.id,
        "item": _words(text, (thing.span,)),
        "type": evidence.type,
        "within": _words(text, (telling.within.span,) if telling.within else ()),
        "markings": "; ".join(f"{marking.kind}: {marking.value}" for marking in thing.markings),
        "codes": "; ".join(code.value for code in thing.codes),
        "earliest": evidence.earliest or "",
        "latest": evidence.latest or "",
        "found": _words(text, tuple(time.span for time in find.times)),
        **{name: _words(text, tuple(r.span for r in getattr(find, name))) for name in _ROLES},
        "factuality": telling.factuality.value,
        "sources": "; ".join(source.name for source in statement.sources),
        "claim": telling.claim or "",
        "statement": telling.statement,
        "text": _words(text, (statement.content,)),
        "file": document.file,
        "publisher": document.publisher or "",
        "published": published(document, case.readings[document.id])[0] or "",
    }


def _beside(
    one: Compared, statements: dict[str, Statement], documents: dict[str, Document]
) -> dict[str, str]:
    claimed = statements.get(one.statement)
    document = documents.get(claimed.document) if claimed else None
    return {
        "bearing": one.bearing,
        "transfer": one.transfer,
        "claimed_earliest": one.earliest or "",
        "claimed_latest": one.latest or "",
        "from": one.from_day or "",
        "until": one.until_day or "",
        "claimed_statement": one.statement,
        "claimed_text": _words(document.text, (claimed.content,)) if claimed and document else "",
    }


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return "; ".join(" ".join(span.of(text).split()) for span in spans)
