"""What was found, as CSV: a row an account and claim beside it; docs/export.md has the columns."""

from collections.abc import Iterator
from pathlib import Path

from recoupe.model import Case, Compared, Evidence, EvidenceTelling
from recoupe.views.accounts import Accounts
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
    accounts = Accounts(case)
    names = {thing.id: thing.name for thing in case.links.things}
    for evidence in case.links.evidence:
        for telling, statement, document in accounts.known(evidence.tellings):
            row = _row(evidence, telling, document.text)
            row |= accounts.cells(telling, statement, document)
            row["thing"] = names.get(evidence.thing or "", "")
            for one in evidence.compared or (None,):
                beside = _beside(one, accounts) if one else {}
                yield [(row | beside).get(column, "") for column in COLUMNS]


def _row(evidence: Evidence, telling: EvidenceTelling, text: str) -> dict[str, str]:
    find, thing = telling.find, telling.thing
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
    }


def _beside(one: Compared, accounts: Accounts) -> dict[str, str]:
    claimed = accounts.statements.get(one.statement)
    document = accounts.documents.get(claimed.document) if claimed else None
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
