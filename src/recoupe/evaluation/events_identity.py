"""Which mentions of a report tell one event, scored pair by pair.

Of two mentions that were both found, the annotation and the reading each say whether they tell one
event: precision and recall over such pairs. A pair of which one was not found counts in
``told_again_recall`` as missed too, in ``same_event_recall`` not: what was not found at all is
scored as a trigger. Pairs with a mention that is not annotated count neither way, nor do those of
optional mentions that neither side joins.
"""

from collections.abc import Iterator
from itertools import combinations

from recoupe.evaluation.events_gold import GoldEvent, GoldEvents
from recoupe.model import Event

Pairs = list[tuple[GoldEvent, Event]]


class Identity:
    """Counts pairs of mentions over the reports of one part."""

    def __init__(self) -> None:
        self.hits = self.missed = self.spurious = self.unfound = 0

    def add(self, gold: GoldEvents, pairs: Pairs) -> None:
        """Count one report, if its events' identity is annotated."""
        if not gold.identity:
            return
        for one, other, expected, found in judged(pairs):
            if expected and found:
                self.hits += 1
            elif expected and not (one.optional or other.optional):
                self.missed += 1
            elif found and not expected:
                self.spurious += 1
        seen = {id(expected) for expected, _ in pairs}
        for one, other in combinations(gold.events, 2):
            if one.event is None or one.event != other.event or one.optional or other.optional:
                continue
            self.unfound += not (id(one) in seen and id(other) in seen)

    def figures(self) -> dict[str, float]:
        """Return the figures, none where no report was annotated for it."""
        asked = self.hits + self.missed
        if not asked:
            return {}
        told = self.hits + self.spurious
        return {
            "same_event_precision": self.hits / told if told else 0.0,
            "n_same_event_precision": told,
            "same_event_recall": self.hits / asked,
            "n_same_event_recall": asked,
            "told_again_recall": self.hits / (asked + self.unfound),
            "n_told_again_recall": asked + self.unfound,
        }


def judged(pairs: Pairs) -> Iterator[tuple[GoldEvent, GoldEvent, bool, bool]]:
    """Yield each two mentions that were found, whether they are one event, and read as one."""
    for (one, read), (other, again) in combinations(pairs, 2):
        expected = one.event is not None and one.event == other.event
        found = bool(read.id) and read.id == again.id
        yield one, other, expected, found
