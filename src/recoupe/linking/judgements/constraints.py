"""Things that are held together, and things kept apart, in sets that respect both.

The two kinds of constraint are those of constrained clustering ("must-link" and "cannot-link",
Wagstaff et al. 2001).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from recoupe.model import Judgement

Thing = TypeVar("Thing", int, str, tuple[str, str])


@dataclass(frozen=True)
class Constraints(Generic[Thing]):
    """Which things are one and which are not, with who said so.

    Attributes:
        together: Pairs that are one.
        apart: Pairs that are not.
    """

    together: Mapping[frozenset[Thing], Judgement]
    apart: Mapping[frozenset[Thing], Judgement]

    def __bool__(self) -> bool:
        return bool(self.together or self.apart)


class Sets(Generic[Thing]):
    """Things in sets that grow together, never across a pair kept apart."""

    def __init__(self) -> None:
        self._parent: dict[Thing, Thing] = {}
        self._shunned: dict[Thing, set[Thing]] = defaultdict(set)

    def root(self, thing: Thing) -> Thing:
        """Return the thing that stands for the set of ``thing``: its least."""
        while (above := self._parent.get(thing, thing)) != thing:
            thing = above
        return thing

    def part(self, one: Thing, other: Thing) -> bool:
        """Keep the sets of two things apart; False where they are one already."""
        low, high = self.root(one), self.root(other)
        if low == high:
            return False
        self._shunned[low].add(high)
        self._shunned[high].add(low)
        return True

    def unite(self, one: Thing, other: Thing) -> bool:
        """Join the sets of two things; False where they are kept apart."""
        low, high = sorted((self.root(one), self.root(other)))
        if high in self._shunned[low]:
            return False
        if low != high:
            self._parent[high] = low
            shunned = self._shunned.pop(high, set())
            self._shunned[low] |= shunned
            for third in shunned:
                self._shunned[third] = self._shunned[third] - {high} | {low}
        return True


def in_force(judgements: Iterable[Judgement]) -> Iterator[Judgement]:
    """Yield the last judgement about each thing or pair, the latest first; lifted ones are gone."""
    last: dict[frozenset[object], Judgement] = {}
    for judgement in judgements:
        last.pop(judgement.about, None)
        last[judgement.about] = judgement
    return (one for one in reversed(last.values()) if one.decision != "undecided")


def settle(
    decided: Iterable[tuple[Judgement, Thing, Thing]],
) -> Constraints[Thing]:
    """Turn decisions, the latest first, into constraints that do not exclude each other."""
    sets: Sets[Thing] = Sets()
    together: dict[frozenset[Thing], Judgement] = {}
    apart: dict[frozenset[Thing], Judgement] = {}
    for judgement, one, other in decided:
        pair = frozenset((one, other))
        same = judgement.decision != "different"
        # What a later decision excludes does not hold.
        held = sets.unite(one, other) if same else sets.part(one, other)
        if held and len(pair) > 1:
            (together if same else apart).setdefault(pair, judgement)
    return Constraints(together, apart)
