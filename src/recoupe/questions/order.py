"""Which of two reports came first, as far as can be told."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping

from recoupe.compare.dates import before
from recoupe.linking.reports import prepare
from recoupe.model import Case


class Order:
    """The order of a case's reports: by day, and by who draws on whom.

    Of two reports of one day, or without a day, neither comes first unless one
    draws on the other.

    Args:
        case: The case.
    """

    def __init__(self, case: Case) -> None:
        self.reports = prepare(case.documents, case.readings)
        self._days = {report.id: report.days for report in self.reports}
        self._drawn: dict[str, set[str]] = defaultdict(set)
        for edge in case.links.lineage:
            if edge.on in self._days:
                self._drawn[edge.document].add(edge.on)
        self._drawing: dict[str, set[str]] = defaultdict(set)
        for document, on in self._drawn.items():
            for one in on:
                self._drawing[one].add(document)
        self._ends = sorted(days[1] for days in self._days.values() if days)

    def precedes(self, one: str, other: str) -> bool:
        """Tell whether one report is known to have come before another, both by id."""
        if self._drawn and one in self._reached(other, self._drawn):
            return True
        if self._drawn and other in self._reached(one, self._drawn):
            return False
        return before(self._days.get(one), self._days.get(other))

    def earlier(self, document: str) -> int:
        """Return how many reports are known to have come before one."""
        own = self._days.get(document)
        number = bisect_left(self._ends, own[0]) if own else 0
        # By day alone, until lineage says otherwise.
        for one in self._reached(document, self._drawn):
            number += not before(self._days[one], own)
        for one in self._reached(document, self._drawing) - self._reached(document, self._drawn):
            number -= before(self._days[one], own)
        return number

    @staticmethod
    def _reached(document: str, steps: Mapping[str, set[str]]) -> set[str]:
        found: set[str] = set()
        waiting = [document] if document in steps else []
        while waiting:
            fresh = steps.get(waiting.pop(), set()) - found
            found |= fresh
            waiting += fresh
        return found - {document}
