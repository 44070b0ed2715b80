"""What there is to read, in an order that does not change, and what there is not."""

import os
import stat
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from recoupe.errors import UnreadableError, UsageError
from recoupe.model import Skipped
from recoupe.sources.items import MAX_BYTES, STDIN_NAME, Item, shown, too_large
from recoupe.sources.metadata import METADATA_NAME, MetadataRow, MetadataTable, key, read_metadata
from recoupe.sources.walking import walk


@dataclass(frozen=True)
class Found:
    """What discovery found.

    Attributes:
        items: What can be tried, each place once; inputs in the order given,
            within a folder by name.
        skipped: What was left out, and what of ``metadata.csv`` cannot be used.
    """

    items: tuple[Item, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def discover(inputs: Sequence[str | Path], *, stdin: BinaryIO | None = None) -> Found:
    """List what there is to read, without reading any of it but standard input.

    Args:
        inputs: Files, folders (taken recursively, without hidden files), and
            ``-`` for standard input, which is one document.
        stdin: What to read for ``-``; the process's own by default.

    Raises:
        UsageError: No input was given, or none of them exists.
    """
    if not inputs:
        raise UsageError("nothing to read", "name a file, a folder, or - for standard input")
    if not any(str(name) == "-" or os.path.lexists(name) for name in inputs):
        names = ", ".join(shown(name) for name in inputs)
        raise UsageError(f"no such file or folder: {names}", "check the path")
    search = _Search()
    for name in inputs:
        if str(name) == "-":
            search.take_stdin(sys.stdin.buffer if stdin is None else stdin)
        else:
            search.take(Path(name))
    search.end()
    return Found(tuple(search.items.values()), tuple(dict.fromkeys(search.skipped)))


@dataclass
class _Search:
    """What has been found so far; items and tables by their resolved place."""

    items: dict[str, Item] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    tables: dict[str, MetadataTable] = field(default_factory=dict)
    named_tables: list[Path] = field(default_factory=list)

    def take_stdin(self, stream: BinaryIO) -> None:
        if "" in self.items:
            return
        data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            self._skip(None, STDIN_NAME, too_large(None))
        else:
            self.items[""] = Item(file=STDIN_NAME, location="", size=len(data), data=data)

    def take(self, path: Path) -> None:
        if path.is_dir():
            self._take_folder(path)
        elif not os.path.lexists(path):
            self._skip(path, shown(path), UnreadableError("no such file or folder", "check it"))
        elif path.name.casefold() == METADATA_NAME:
            # A pattern such as reports/* names the table along with what it describes.
            self._table(path.parent, path.parent)
            self.named_tables.append(path)
        else:
            self._take_file(path, path.parent)

    def end(self) -> None:
        if not self.items:
            why = UnreadableError("a table about reports, not a report", "name its folder")
            for path in self.named_tables:
                self._skip(path, shown(path), why)

    def _take_folder(self, top: Path) -> None:
        found = walk(top)
        for folder, reason in found.closed:
            problem = f"cannot be opened ({reason})"
            self._skip(folder, _name(folder, top), UnreadableError(problem, "change permissions"))
        for folder in found.companions:
            problem = "pictures and scripts that belong to a saved page: not read"
            self._skip(folder, _name(folder, top), UnreadableError(problem), fatal=False)
        tables = [path for path in found.files if path.name.casefold() == METADATA_NAME]
        for path in found.files:
            if path not in tables:
                self._take_file(path, top)
        if len(tables) == len(found.files) and not found.closed:
            empty = UnreadableError("nothing in it to read", "put reports in it, as .txt or .html")
            self._skip(top, shown(top), empty)
        for path in tables:
            self._report_unknown(path, top)

    def _take_file(self, path: Path, top: Path) -> None:
        location = _place(path)
        if location in self.items:
            return
        name = _name(path, top)
        try:
            status = path.stat()
        except OSError as error:
            problem = "a link to nothing" if path.is_symlink() else str(error.strerror)
            self._skip(path, name, UnreadableError(problem, "check where it leads"))
            return
        if not stat.S_ISREG(status.st_mode):
            remedy = "give its text to standard input, as -"
            self._skip(path, name, UnreadableError("not a regular file", remedy))
        elif status.st_size > MAX_BYTES:
            self._skip(path, name, too_large(status.st_size))
        else:
            row = self._row(path, top)
            self.items[location] = Item(name, location, status.st_size, metadata=row, path=path)

    def _row(self, path: Path, top: Path) -> MetadataRow | None:
        """Return what the tables between ``top`` and the file say of it; the nearest outranks."""
        row = None
        relative = path.relative_to(top)
        for depth in range(len(relative.parts)):
            folder = top.joinpath(*relative.parts[:depth])
            table = self._table(folder, top)
            file = key(path.relative_to(folder).as_posix())
            if file in table.rows:
                table.used.add(file)
                row = table.rows[file]
        return row

    def _table(self, folder: Path, top: Path) -> MetadataTable:
        """Return the table of a folder, read once; an empty one where there is none."""
        place = _place(folder)
        if place not in self.tables:
            try:
                entries = sorted(folder.iterdir())
            except OSError:  # a folder may let its files be read but not listed
                entries = []
            tables = [entry for entry in entries if entry.name.casefold() == METADATA_NAME]
            if tables and tables[0].is_file():
                path = tables[0]
                self.tables[place] = read_metadata(path, _name(path, top))
                self.skipped.extend(self.tables[place].problems)
            else:
                self.tables[place] = MetadataTable()
        return self.tables[place]

    def _report_unknown(self, path: Path, top: Path) -> None:
        table = self._table(path.parent, top)
        for file, line in table.lines.items():
            if file not in table.used and not (path.parent / file).exists():
                unknown = UnreadableError(f"line {line}: no file '{file}' beside it", "correct it")
                self._skip(path, _name(path, top), unknown, fatal=False)

    def _skip(
        self, path: Path | None, name: str, why: UnreadableError, *, fatal: bool = True
    ) -> None:
        location = "" if path is None else _place(path)
        self.skipped.append(
            Skipped(
                file=name, problem=why.problem, remedy=why.remedy, location=location, fatal=fatal
            )
        )


def _place(path: Path) -> str:
    # Not Path.resolve, which raises on a loop of links.
    return shown(os.path.realpath(path))


def _name(path: Path, top: Path) -> str:
    """Return a path as a person would name it: relative to the input folder."""
    return shown(path.relative_to(top).as_posix()) if path != top else shown(top)
