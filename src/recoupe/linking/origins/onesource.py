"""Which origins of one claim are one source, and which may be: origins are counted, not names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from recoupe.linking.judgements.sources import JudgedSources
from recoupe.linking.origins.perhaps import may_be_one
from recoupe.linking.origins.same import are_one
from recoupe.linking.origins.told import Told, joined
from recoupe.linking.sides.sides import Side, Sides
from recoupe.model import Origin, Reason
from recoupe.model.links import PERHAPS_ONE


@dataclass
class _OneSource:
    """Origins that are one source: the one that names it best with all that was found, and all."""

    told: Told
    ids: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, told: Told, judged: JudgedSources) -> "_OneSource":
        return cls(_as_judged(told, judged), [told.origin.id])

    def holds(self, one: Told, judged: JudgedSources) -> bool:
        """Tell whether an origin is this source, and was judged to be other than none of it."""
        decided = [judged.are_one(known, one.origin.id) for known in self.ids]
        return False not in decided and (True in decided or are_one(self.told, one))

    def add(self, one: Told, judged: JudgedSources) -> None:
        self.told = joined(self.told, _as_judged(one, judged))
        self.ids.append(one.origin.id)

    def parted(self, other: "_OneSource", judged: JudgedSources) -> bool:
        """Tell whether any of two sources were judged to be two."""
        return any(judged.are_one(a, b) is False for a in self.ids for b in other.ids)


def merge(told: Sequence[Told], sides: Sides, judged: JudgedSources) -> tuple[Origin, ...]:
    """Return the origins of a claim, each once, sorted by id, with what they may be besides.

    Args:
        told: The origin of each statement of the claim, in the order of the case.
        sides: Tells who speaks for whom.
        judged: What people decided about sources.
    """
    held: dict[str, Told] = {}
    for one in told:
        held[one.origin.id] = joined(held[one.origin.id], one) if one.origin.id in held else one
    # Whatever names it best stands for all: names before descriptions, then the first by id.
    ranked = sorted(held.values(), key=lambda t: (t.origin.kind == "unnamed", t.origin.id))
    if len(ranked) > 1:
        ranked = [replace(one, sides=_sides(one, sides)) for one in ranked]
    kept: list[_OneSource] = []
    for one in ranked:
        same = next((source for source in kept if source.holds(one, judged)), None)
        if same is None:
            kept.append(_OneSource.of(one, judged))
        else:
            same.add(one, judged)
    ordered = sorted(kept, key=lambda source: source.told.origin.id)
    return tuple(
        _perhaps(one.told, [o.told for o in kept if o is not one and not one.parted(o, judged)])
        for one in ordered
    )


def _as_judged(one: Told, judged: JudgedSources) -> Told:
    """Return an origin with who decided about its source, if anybody did."""
    why = judged.reasons(one.origin.id)
    reasons = (*one.origin.reasons, *why)
    return replace(one, origin=one.origin.model_copy(update={"reasons": reasons})) if why else one


def _sides(one: Told, sides: Sides) -> tuple[Side, ...]:
    found = (sides.of(p, place) for p, place in one.said if one.origin.kind != "outlet")
    # One who says much in a case is told alike again and again.
    return tuple(dict.fromkeys(side for side in found if side is not None))


def _perhaps(one: Told, every: Iterable[Told]) -> Origin:
    twins = [
        Reason(
            rule=PERHAPS_ONE,
            words=f"{other.origin.name} · {other.report.document.file}",
        )
        for other in every
        if may_be_one(one, other)
    ]
    if not twins:
        return one.origin
    return one.origin.model_copy(update={"reasons": (*one.origin.reasons, *twins)})
