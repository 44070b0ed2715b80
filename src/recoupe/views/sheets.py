"""Tables for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from recoupe.model import Span
from recoupe.views import write_file

# A spreadsheet would run what begins so.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_sheet(
    out: Path, name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]
) -> None:
    """Write a table as CSV, whole or as it was before, in UTF-8 that spreadsheets know.

    Args:
        out: The file, or a folder to write it in.
        name: Name of the file in a folder.
        columns: What stands above each column.
        rows: Their cells; none is taken for a formula.

    Raises:
        UsageError: It can't be written.
    """
    path = out / name if out.is_dir() or not out.suffix else out
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([plain_cell(cell) for cell in row] for row in rows)
    # The mark tells spreadsheets that this is UTF-8.
    write_file(path, text.getvalue().encode("utf-8-sig"))


def plain_cell(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def words_of(text: str, spans: Iterable[Span]) -> str:
    """Return the words of spans of a text in one cell."""
    return "; ".join(" ".join(span.of(text).split()) for span in spans)
