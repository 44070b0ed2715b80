"""What people decided about who draws on whom: edges checked, and edges misread.

``confirmed`` of two reports says that the first draws on the second, whatever they share; ``wrong``
that neither draws on the other. Instead of the second report an outlet may stand that the first is
found to cite.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from recoupe.linking.citations import Cited
from recoupe.linking.judgements.constraints import in_force
from recoupe.model import Judgement, Reason

DRAWS = "judged-draws"
"""Rule of the reason that somebody checked an edge."""
OUTSIDE = "origin:"
"""What the name of an outlet follows where an edge leads out of the pile."""


@dataclass(frozen=True)
class Judged:
    """Edges that people decided on.

    Attributes:
        drawn: The one that draws and what it draws on, with who said so.
        apart: Pairs of which neither draws on the other.
    """

    drawn: Mapping[tuple[str, str], Reason] = field(default_factory=dict)
    apart: frozenset[frozenset[str]] = frozenset()

    def keeps_apart(self, one: str, other: str) -> bool:
        """Tell whether there is no edge between two reports, or a report and an outlet."""
        return bool(self.apart) and frozenset((one, other)) in self.apart

    def heed(self, cited: Iterable[Cited]) -> list[Cited]:
        """Return the citations that hold.

        One that was taken to mean a report, wrongly, still names its outlet; one whose outlet was
        misread is none.
        """
        held = []
        for c in cited:
            if self.keeps_apart(c.report.id, f"{OUTSIDE}{c.outlet.name}"):
                continue
            parted = c.on is not None and self.keeps_apart(c.report.id, c.on.id)
            outside = replace(c, on=None, overlap=None, restated=None, tie=None) if parted else c
            held.append(outside)
        return held


def judged_lineage(judgements: Sequence[Judgement]) -> Judged:
    """Return which edges were decided on.

    Args:
        judgements: Oldest first, of any kind.
    """
    drawn: dict[tuple[str, str], Reason] = {}
    apart: set[frozenset[str]] = set()
    for one in in_force(judgements):
        if one.kind != "lineage" or one.other is None:
            continue
        if one.decision == "confirmed":
            words = f"{one.author} · {one.time[:10]}"
            drawn[one.subject, one.other] = Reason(rule=DRAWS, words=words)
        elif one.decision == "wrong":
            apart.add(frozenset((one.subject, one.other)))
    return Judged(drawn, frozenset(apart))
