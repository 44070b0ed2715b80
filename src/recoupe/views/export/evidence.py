"""What was found, as CSV: a row an account and claim beside it; docs/export.md has the columns."""

from collections.abc import Iterator
from pathlib import Path

from recoupe.ledger import published
from recoupe.model import Case, Compared, Document, Evidence, EvidenceTelling, Statement
from recoupe.views.sheets import words_of, write_sheet

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
        write_sheet(out, "evidence.csv", COLUMNS, _rows(case))


EXPORTER = EvidenceCsv()


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
                yield [(row | beside).get(column, "") for column in COLUMNS]


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
        "item": words_of(text, (thing.span,)),
        "type": evidence.type,
        "within": words_of(text, (telling.within.span,) if telling.within else ()),
        "markings": "; ".join(f"{marking.kind}: {marking.value}" for marking in thing.markings),
        "codes": "; ".join(code.value for code in thing.codes),
        "earliest": evidence.earliest or "",
        "latest": evidence.latest or "",
        "found": words_of(text, tuple(time.span for time in find.times)),
        **{name: words_of(text, tuple(r.span for r in getattr(find, name))) for name in _ROLES},
        "factuality": telling.factuality.value,
        "sources": "; ".join(source.name for source in statement.sources),
        "claim": telling.claim or "",
        "statement": telling.statement,
        "text": words_of(text, (statement.content,)),
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
        "claimed_text": words_of(document.text, (claimed.content,)) if claimed and document else "",
    }
