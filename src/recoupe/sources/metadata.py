"""``metadata.csv``: what a person says of the files in a folder.

A table with the columns ``file,title,publisher,published,url,language``, of
which any but ``file`` may be missing, as may rows. Whatever in it cannot be
used is named with its line, and the rest is used.
"""

import csv
import io
import posixpath
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from recoupe.errors import UnreadableError
from recoupe.model import Record, Skipped
from recoupe.sources.dates import published_day
from recoupe.sources.decoding import decode

METADATA_NAME = "metadata.csv"
COLUMNS = ("file", "title", "publisher", "published", "url", "language")

_MAX_BYTES = 20 * 1024 * 1024
_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9-]+)?")


class MetadataRow(Record):
    """What one row says; a field it leaves empty, or fills with what cannot be used, is None."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass
class MetadataTable:
    """A table as read.

    Attributes:
        rows: Row by file, as :func:`key` writes it.
        lines: Line of the table by file, likewise.
        used: Files of ``rows`` that were found; kept by the one who looks them up.
        problems: What could not be used, one entry each, none fatal.
    """

    rows: dict[str, MetadataRow] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    problems: list[Skipped] = field(default_factory=list)


def key(file: str) -> str:
    """Return the form under which a file is looked up: ``/`` between folders, NFC, no ``./``.

    macOS writes accents apart from their letters (NFD) where a spreadsheet
    writes them together; both name one file.
    """
    return posixpath.normpath(unicodedata.normalize("NFC", file.strip().replace("\\", "/")))


def web_address(value: str) -> str | None:
    """Return an address if it is one of the web (http or https), else None.

    Anything else (``javascript:``, a bare path) has no place behind a link.
    """
    value = value.strip()
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    usable = parts.scheme in {"http", "https"} and parts.netloc and not re.search(r"\s", value)
    return value if usable else None


def read_metadata(path: Path, name: str) -> MetadataTable:
    """Read a table.

    Args:
        path: Where it lies.
        name: How a person would name it, for the entries about it.

    Returns:
        The table. One that cannot be used at all has no rows and one problem.
    """
    table = MetadataTable()
    location = str(path.resolve())

    def report(problem: str, remedy: str = "", line: int | None = None) -> None:
        where = f"line {line}: " if line is not None else ""
        entry = Skipped(
            file=name, problem=where + problem, remedy=remedy, location=location, fatal=False
        )
        table.problems.append(entry)

    try:
        if path.stat().st_size > _MAX_BYTES:
            raise UnreadableError("too large for a table of files", "keep one row a file")
        decoded = decode(path.read_bytes())
    except (OSError, UnreadableError) as error:
        problem = error.problem if isinstance(error, UnreadableError) else error.strerror
        report(f"could not be read ({problem})", "save it as CSV in UTF-8")
        return table
    if not decoded.encoding.startswith("utf"):
        report(f"not in UTF-8: read as {decoded.encoding}", "save it as CSV in UTF-8")
    try:
        _fill(table, decoded.text, report)
    except csv.Error as error:
        report(f"not a well-formed table ({error}): the rows after this are not used", "")
    return table


def _fill(table: MetadataTable, text: str, report: "_Report") -> None:
    delimiter, header = _header(text)
    if "file" not in header:
        wanted = ",".join(COLUMNS)
        report("no column 'file': the table is not used", f"begin it with {wanted}", 1)
        return
    if delimiter != ",":
        report(f"columns set apart by {_DELIMITERS[delimiter]}: read so", "use commas", 1)
    for column in header:
        if column and column not in COLUMNS:
            known = ", ".join(COLUMNS)
            report(f"unknown column '{column}': not used", f"known columns: {known}", 1)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    next(reader)
    for cells in reader:
        line = reader.line_num
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell in cells[len(header) :]):
            report("more cells than columns: the row is not used", "quote cells with commas", line)
            continue
        row = {column: cell.strip() for column, cell in zip(header, cells, strict=False)}
        if not row["file"]:
            report("no file named: the row is not used", "fill the column 'file'", line)
            continue
        file = key(row["file"])
        if file in table.rows:
            first = table.lines[file]
            report(f"'{row['file']}' a second time: not used", f"see line {first}", line)
            continue
        table.rows[file] = _row(row, line, report)
        table.lines[file] = line


def _header(text: str) -> tuple[str, list[str]]:
    """Return the delimiter under which there is a column ``file``, and the column names."""
    for delimiter in _DELIMITERS:
        first = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
        header = [cell.strip().casefold() for cell in first]
        if "file" in header:
            return delimiter, header
    return ",", []


def _row(row: dict[str, str], line: int, report: "_Report") -> MetadataRow:
    """Check the cells of one row; what cannot be used is reported and left out."""
    published = url = language = None
    if value := row.get("published"):
        try:
            published = published_day(value)
        except ValueError as error:
            problem, _, remedy = str(error).rpartition(": ")
            report(f"{problem}, the date is not used", remedy, line)
    if value := row.get("url"):
        url = web_address(value)
        if url is None:
            report(f"'{value}' is no web address: not used", "begin it with https://", line)
    if value := row.get("language"):
        match = _LANGUAGE.fullmatch(value)
        language = match[1].lower() if match else None
        if language is None:
            report(f"'{value}' is no language code: not used", "write fr for French", line)
    return MetadataRow(
        title=row.get("title") or None,
        publisher=row.get("publisher") or None,
        published=published,
        url=url,
        language=language,
    )


class _Report(Protocol):
    """Type of the function that notes one problem: what, what to do, on which line."""

    def __call__(self, problem: str, remedy: str = "", line: int | None = None) -> None: ...
