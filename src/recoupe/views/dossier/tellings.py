"""What the tellings of one entry say together: how surely, and by whom."""

from collections.abc import Sequence
from typing import Protocol

from recoupe.model import EvidenceTelling, Factuality, Telling
from recoupe.views.dossier.walk import Said, Speaker


class Told(Protocol):
    """One telling of an entry and the statement that it stands in."""

    @property
    def record(self) -> Telling | EvidenceTelling:
        """The telling."""
        ...

    @property
    def said(self) -> Said:
        """Its statement."""
        ...


def degrees(told: Sequence[Told]) -> list[tuple[Factuality, Said]]:
    """Return how sure the sources are, most sure first, each degree once with who is so first."""
    found = {one.record.factuality: one.said for one in reversed(told)}
    return [(value, found[value]) for value in Factuality if value in found]


def sort_key(told: Sequence[Told]) -> str:
    """Return what a table sorts entries by that are told more or less surely."""
    return str(min(list(Factuality).index(value) for value, _ in degrees(told)))


def nearest(told: Sequence[Told]) -> list[Speaker]:
    """Return who tells of an entry as the nearest source, each once, in order."""
    return list(dict.fromkeys(one.said.speaker for one in told))
