"""What people decided about sources: which are one, and which are not.

A source without a name is known by how one report describes it, so that only a person can tell
whether "un haut responsable" and "deux diplomates" of two reports are of one mouth.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from recoupe.compare.names import normalise
from recoupe.linking.judgements.constraints import Constraints, Sets, in_force, settle
from recoupe.model import Entity, Judgement, Reason

SAME, OTHER = "judged-same-source", "judged-other-source"


@dataclass(frozen=True)
class JudgedSources:
    """Which origins are one source, by id.

    Attributes:
        constraints: What was decided, as far as it excludes nothing decided later.
    """

    constraints: Constraints[str] = field(default_factory=lambda: Constraints({}, {}))

    def are_one(self, one: str, other: str) -> bool | None:
        """Tell whether two origins were judged to be one source, or not to be; None for neither."""
        if not self.constraints:
            return None
        if frozenset((one, other)) in self.constraints.apart:
            return False
        return True if self._sets.root(one) == self._sets.root(other) else None

    @cached_property
    def _sets(self) -> Sets[str]:
        sets: Sets[str] = Sets()
        for held in self.constraints.together:
            sets.unite(*sorted(held))
        return sets

    def reasons(self, origin: str) -> tuple[Reason, ...]:
        """Return who decided something about an origin."""
        return tuple(
            Reason(rule=rule, words=f"{by.author} · {by.time[:10]}")
            for rule, decided in (
                (SAME, self.constraints.together),
                (OTHER, self.constraints.apart),
            )
            for pair, by in decided.items()
            if origin in pair
        )


def judged_sources(judgements: Sequence[Judgement], entities: Sequence[Entity]) -> JudgedSources:
    """Return which sources were judged to be one, or two.

    A named source that has another id by now, since its name was found in full, is known by the
    name that it was judged under.

    Args:
        judgements: Oldest first, of any kind.
        entities: The named things of the case.
    """
    wanted = [one for one in in_force(judgements) if one.kind == "origin" and one.other]
    if not wanted:
        return JudgedSources()
    known = {entity.id for entity in entities}
    named = {normalise(n): e.id for e in reversed(entities) for n in (*e.aliases, e.name)}

    def now(origin: str, name: str) -> str:
        return origin if origin in known else named.get(normalise(name), origin)

    return JudgedSources(
        settle(
            (one, now(one.subject, one.words[0]), now(one.other or "", one.words[-1]))
            for one in wanted
        )
    )
