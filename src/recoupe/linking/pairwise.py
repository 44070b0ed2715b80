"""What follows from two reports alone, kept from one build of a case to the next.

Which passages two reports share, or that neither tells the other again, takes long to find out,
and stays so as long as both are what they were. It is kept with one of them, under the digests
of both (:mod:`recoupe.linking.kept`).
"""

from collections.abc import Callable
from typing import Any

from recoupe.linking.lineage.passages import Overlap, SharedPassage, align
from recoupe.linking.lineage.restated import Restated, restated
from recoupe.linking.lineage.retold import Retold, retold
from recoupe.linking.reports import Report
from recoupe.model import Passage, Span


class Pairwise:
    """One thing that is worked out for pairs of reports.

    Args:
        part: What it is.
    """

    def __init__(self, part: str) -> None:
        self._part = part
        self._known: dict[str, dict[str, Any]] = {}
        self._asked: dict[str, tuple[Report, dict[str, Any]]] = {}

    def of(self, one: Report, other: Report, make: Callable[[], Any]) -> Any:
        """Return it for two reports: as it was kept, or else as it is made.

        Args:
            one: The report that it is kept with.
            other: Another.
            make: Makes it, of what JSON holds, from nothing but the two.
        """
        if one.kept is None or other.kept is None:
            return make()
        if one.id not in self._known:
            self._known[one.id] = one.kept.recall(self._part) or {}
        known, digest = self._known[one.id], other.kept.digest
        value = known[digest] if digest in known else make()
        self._asked.setdefault(one.id, (one, {}))[1][digest] = value
        return value

    def keep(self) -> None:
        """Keep what was asked for, where that is not what is kept already."""
        for key, (report, asked) in self._asked.items():
            if report.kept and asked != self._known[key]:
                report.kept.keep(self._part, asked)


class Compared:
    """What lineage asks of two reports, as kept or else as found out.

    Args:
        least: Words in common, outside direct speech, below which two reports share nothing,
            unless they are one.
    """

    def __init__(self, least: int) -> None:
        self._least = least
        self._overlaps = Pairwise("overlaps")
        self._told_anew = Pairwise("told-anew")
        self._restated = Pairwise("restated")

    def overlap(self, one: Report, other: Report) -> Overlap | None:
        """Return what two reports share; None where it is too little."""

        def made() -> list[list[Any]] | None:
            found = align(one.body, other.body)
            if found.own < self._least and not found.very_same:
                return None
            return [[p.one, p.other, p.matched, p.own] for p in found.passages]

        told = self._overlaps.of(one, other, made)
        if told is None:
            return None
        passages = (SharedPassage(tuple(a), tuple(b), matched, own) for a, b, matched, own in told)
        return Overlap(tuple(passages), one.body, other.body)

    def retold(self, report: Report, on: Report) -> Retold | None:
        """Tell whether one report tells another again in other words."""
        found = None

        def made() -> bool:
            nonlocal found
            found = retold(report, on)
            return found is not None

        # Few pairs do: to know of the others that they don't is enough.
        if self._told_anew.of(report, on, made):
            return found or retold(report, on)
        return None

    def restated(self, report: Report, on: Report) -> Restated:
        """Return the sentences of one report that another says again."""

        def made() -> tuple[Any, ...]:
            found = restated(report, on)
            return [[*p.document, *p.on] for p in found.passages], found.share

        told, share = self._restated.of(report, on, made)
        passages = (Passage(document=Span(a, b), on=Span(c, d)) for a, b, c, d in told)
        return Restated(tuple(passages), share)

    def keep(self) -> None:
        """Keep all that was asked for."""
        for one in (self._overlaps, self._told_anew, self._restated):
            one.keep()
