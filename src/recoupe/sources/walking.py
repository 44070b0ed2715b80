"""Which files lie in a folder: every one once, under its own name, in a fixed order."""

import errno
import os
from dataclasses import dataclass, field
from pathlib import Path

# What systems leave in folders, beside the hidden files.
_CLUTTER = {"thumbs.db", "desktop.ini", "__macosx"}
_HIDDEN = (".", "~$")
_PAGE_SUFFIXES = (".html", ".htm")
# Where browsers put the parts of a page saved whole: "Report.html" and "Report_files".
_COMPANIONS = ("_files", "_fichiers", "-dateien", "_archivos")


@dataclass
class Walk:
    """What a walk through a folder came upon.

    Attributes:
        files: Everything that is no folder, sorted by path.
        companions: Folders of a saved page's parts, not entered.
        closed: Folders that could not be opened, with the system's reason.
    """

    files: list[Path] = field(default_factory=list)
    companions: list[Path] = field(default_factory=list)
    closed: list[tuple[Path, str]] = field(default_factory=list)


def walk(top: Path) -> Walk:
    """Walk through a folder and those in it.

    Hidden files are left out. Links are followed after everything else, so
    that what can be reached in two ways goes by its own name; a loop of links
    ends where it began.
    """
    walk = Walk()
    entered: set[str] = set()
    known: set[str] = set()
    folders, links = [top], list[Path]()
    while folders or links:
        path = folders.pop() if folders else links.pop(0)
        real = os.path.realpath(path)
        if real in entered or real in known or _is_loop(path):
            continue
        if not path.is_dir():
            known.add(real)
            walk.files.append(path)
            continue
        entered.add(real)
        try:
            entries = sorted(os.scandir(path), key=lambda entry: entry.name)
        except OSError as error:
            walk.closed.append((path, error.strerror or str(error)))
            continue
        pages = {
            entry.name.rpartition(".")[0].casefold()
            for entry in entries
            if entry.name.lower().endswith(_PAGE_SUFFIXES)
        }
        for entry in entries:
            child = path / entry.name
            if entry.name.startswith(_HIDDEN) or entry.name.casefold() in _CLUTTER:
                continue
            if entry.is_symlink():
                links.append(child)
            elif not entry.is_dir():
                known.add(os.path.join(real, entry.name))  # noqa: PTH118 (compared with realpath)
                walk.files.append(child)
            elif _is_companion(entry.name, pages):
                walk.companions.append(child)
            else:
                folders.append(child)
    walk.files.sort(key=lambda path: path.parts)
    return walk


def _is_loop(path: Path) -> bool:
    try:
        path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


def _is_companion(name: str, pages: set[str]) -> bool:
    """Tell whether a folder holds the parts of a saved page that lies beside it."""
    name = name.casefold()
    return any(name.removesuffix(end) in pages for end in _COMPANIONS if name.endswith(end))
