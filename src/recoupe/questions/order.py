"""Which of two reports came first, as far as can be told."""

from collections import defaultdict

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
        self._above: dict[str, frozenset[str]] = {}

    def precedes(self, one: str, other: str) -> bool:
        """Tell whether one report is known to have come before another, both by id."""
        if one in self._ancestors(other):
            return True
        if other in self._ancestors(one):
            return False
        return before(self._days.get(one), self._days.get(other))

    def _ancestors(self, document: str) -> frozenset[str]:
        if document not in self._above:
            found: set[str] = set()
            waiting = [document]
            while waiting:
                fresh = self._drawn.get(waiting.pop(), set()) - found
                found |= fresh
                waiting += fresh
            self._above[document] = frozenset(found - {document})
        return self._above[document]
