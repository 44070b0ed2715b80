"""The ledger of transfers as CSV: one row a telling; docs/export.md has every column.

A spreadsheet can so filter by who tells it, and the figures of tellings stay apart: rows of one
``transfer`` are accounts of one thing, not parts of a sum.
"""

from collections.abc import Iterator
from pathlib import Path

from recoupe.model import Case, Quantity, Telling, Transfer
from recoupe.views.accounts import Accounts
from recoupe.views.sheets import words_of, write_sheet

COLUMNS = (
    "transfer",
    "suppliers",
    "recipients",
    "item",
    "phase",
    "status",
    "factuality",
    "sources",
    "origins",
    "low",
    "high",
    "unit",
    "approximate",
    "figure",
    "earliest",
    "latest",
    "time",
    "origin",
    "via",
    "destination",
    "claim",
    "statement",
    "text",
    "file",
    "publisher",
    "published",
)


class TransfersCsv:
    """Writes the ledger of transfers as one CSV file."""

    summary = "one CSV file: who gave what to whom, one row for each account of it"

    def write(self, case: Case, out: Path) -> None:
        """Write the file ``out``, whole or as it was before; ``transfers.csv`` in a folder.

        Raises:
            UsageError: ``out`` can't be written.
        """
        write_sheet(out, "transfers.csv", COLUMNS, _rows(case))


EXPORTER = TransfersCsv()


def _rows(case: Case) -> Iterator[list[str]]:
    accounts = Accounts(case)
    for transfer in case.links.transfers:
        for telling, statement, document in accounts.known(transfer.tellings):
            cells = accounts.cells(telling, statement, document)
            # Several figures for one thing stay rows of their own.
            for quantity in telling.quantities or (None,):
                row = _row(transfer, telling, quantity, document.text) | cells
                yield [row[column] for column in COLUMNS]


def _row(
    transfer: Transfer, telling: Telling, quantity: Quantity | None, text: str
) -> dict[str, str]:
    earliest = [time.earliest for time in telling.times]
    latest = [time.latest for time in telling.times]
    words = {role: words_of(text, spans) for role, spans in telling.roles.items()}
    return {
        "transfer": transfer.id,
        "suppliers": "; ".join(party.name for party in transfer.suppliers),
        "recipients": "; ".join(party.name for party in transfer.recipients),
        "item": words.get("item", transfer.item),
        "phase": transfer.phase,
        "status": telling.status,
        "origins": str(len(transfer.origins)),
        "low": _number(quantity.low if quantity else None),
        "high": _number(quantity.high if quantity else None),
        "unit": (quantity.unit or "") if quantity else "",
        "approximate": str(quantity.approximate).lower() if quantity else "",
        "figure": quantity.span.of(text) if quantity else "",
        "earliest": "" if None in earliest else min(map(str, earliest), default=""),
        "latest": "" if None in latest else max(map(str, latest), default=""),
        "time": words_of(text, tuple(time.span for time in telling.times)),
        **{way: words.get(way, "") for way in ("origin", "via", "destination")},
    }


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"
