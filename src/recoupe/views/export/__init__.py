"""Exports: one module a format, found by its place in this folder.

A module exposes ``EXPORTER``. Adding one changes no other file, but needs its
section in docs/export.md, or a test fails.
"""

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol

from recoupe.errors import UsageError
from recoupe.model import Case


class Exporter(Protocol):
    """One format."""

    @property
    def summary(self) -> str:
        """What it writes, as one clause for the help."""
        ...

    def write(self, case: Case, out: Path) -> None:
        """Write ``case`` to ``out``, a file or a folder as the format needs.

        Raises:
            UsageError: It can't be written there.
        """
        ...


@cache
def formats() -> tuple[str, ...]:
    """Return the names of the formats, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def get_exporter(name: str) -> Exporter:
    """Return the exporter of a format.

    Raises:
        UsageError: There is no such format.
    """
    if name not in formats():
        raise UsageError(f"no export format '{name}'", f"formats at hand: {', '.join(formats())}")
    exporter: Exporter = import_module(f"{__name__}.{name}").EXPORTER
    return exporter
