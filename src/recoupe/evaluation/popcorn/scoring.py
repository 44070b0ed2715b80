"""Scores in POPCORN's own terms: macro-F1 over the types of each family.

The set's publication gives macro-F1 for entities, attributes, events and relations. A
mention counts by both its ends and its type. A relation counts by its type and both its
ends: the challenge TextMine 2025 gave the entities and asked for triples of them
(`relations_given`); from words alone (`relations`) a found entity stands for the
annotated one of its type that shares the most mentions with it. F1 is averaged over the
types that are annotated at least once.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from recoupe.evaluation.popcorn.records import Entity, Report


@dataclass(slots=True)
class Tally:
    """What was expected, found, and found rightly, by type."""

    expected: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(
        self, expected: Iterable[tuple[object, str]], found: Iterable[tuple[object, str]]
    ) -> None:
        """Count one report: things with their types, each once."""
        asked, held = frozenset(expected), frozenset(found)
        self.expected.update(kind for _, kind in asked)
        self.found.update(kind for _, kind in held)
        self.right.update(kind for _, kind in asked & held)

    def f1(self, kind: str) -> float:
        """Return the F1 of one type."""
        return 2 * self.right[kind] / max(1, self.expected[kind] + self.found[kind])

    def macro(self, kinds: Iterable[str]) -> float:
        """Return the mean of F1 over those types that are annotated at all."""
        asked = [kind for kind in kinds if self.expected[kind]]
        return sum(map(self.f1, asked)) / max(1, len(asked))

    def micro(self, kinds: Iterable[str]) -> float:
        """Return F1 over all cases of these types together."""
        names = list(kinds)
        right, expected, found = (
            sum(c[k] for k in names) for c in (self.right, self.expected, self.found)
        )
        return 2 * right / max(1, expected + found)


def count_mentions(tally: Tally, gold: Report, found: Report) -> None:
    """Count mentions by their ends and types."""
    tally.add(
        ((m, e.type) for e in gold.entities for m in e.mentions),
        ((m, e.type) for e in found.entities for m in e.mentions),
    )


def count_relations(tally: Tally, gold: Report, found: Report) -> None:
    """Count triples; a found entity without counterpart makes a triple of its own."""
    stands_for = counterparts(gold.entities, found.entities)
    own = len(gold.entities)
    tally.add(
        (((a, b), kind) for a, kind, b in gold.relations),
        (
            ((stands_for.get(a, own + a), stands_for.get(b, own + b)), kind)
            for a, kind, b in found.relations
        ),
    )


def counterparts(gold: Sequence[Entity], found: Sequence[Entity]) -> Mapping[int, int]:
    """Return for found entities the annotated ones, one to one, most shared mentions first."""
    by_mention: dict[tuple[object, str], list[int]] = {}
    for at, entity in enumerate(gold):
        for mention in entity.mentions:
            by_mention.setdefault((mention, entity.type), []).append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for at, entity in enumerate(found):
        for mention in entity.mentions:
            shared.update((at, g) for g in by_mention.get((mention, entity.type), ()))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for (at, g), _ in sorted(shared.items(), key=lambda p: (-p[1], p[0])):
        if at not in pairs and g not in taken:
            pairs[at] = g
            taken.add(g)
    return pairs
