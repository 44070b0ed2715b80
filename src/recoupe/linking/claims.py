"""Claims: statements that say the same, taken together; what is not sure stays apart.

Pairs are accepted from the likest down, and two groups join only if no member
of one conflicts with a member of the other (complete link). Every choice is
made in one order, so the order in which reports came does not matter.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from recoupe.linking.likeness import Likeness
from recoupe.linking.propositions import Proposition, adds, conflict, figures_differ, times_differ
from recoupe.model import Factuality, Reason

_ALIKE, _SHARED = 0.62, 4
"""Least weighted Dice coefficient, and least number of shared content words."""
_ALIKE_IF_ONE_ADDS = 0.7
_ALIKE_IN_PASSAGE = 0.4
_FEWEST_WORDS = 4
"""Shorter propositions ("c'est faux") say the same only in the same mouth or passage."""


@dataclass(frozen=True)
class Group:
    """Propositions that are one claim.

    Attributes:
        id: From the earliest statement, so that later reports do not change it.
        members: In the order of the case.
        reasons: Why they were taken together; empty for one alone.
    """

    id: str
    members: tuple[Proposition, ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def text(self) -> str:
        """The words of the member that says it most plainly."""
        return min(self.members, key=_plainness).words


def group(found: Sequence[Proposition], pairs: Sequence[Likeness]) -> tuple[Group, ...]:
    """Group propositions into claims; each belongs to exactly one.

    Args:
        found: In the order of the case.
        pairs: How alike those are that share rare words.
    """
    accepted = [pair for pair in pairs if _says_the_same(found, pair)]
    accepted = _without_ambiguous(found, accepted)
    alike = {(pair.one, pair.other) for pair in accepted}
    accepted.sort(
        key=lambda p: (not p.identical, not p.same_matter, -round(p.dice, 9), p.one, p.other)
    )
    leader = list(range(len(found)))
    members: dict[int, list[int]] = {place: [place] for place in leader}
    why: dict[int, list[Reason]] = defaultdict(list)
    for pair in accepted:
        one, other = sorted((leader[pair.one], leader[pair.other]))
        if (
            one == other
            or _bridged(found, members[one], members[other], alike)
            or not _compatible(found, members[one], members[other], pair)
        ):
            continue
        for place in members[other]:
            leader[place] = one
        members[one] += members.pop(other)
        why[one] += [*why.pop(other, []), *pair.reasons]
    groups = []
    for first, places in members.items():
        ordered = tuple(found[p] for p in sorted(places))
        identity = "c" + sha256(ordered[0].id.encode()).hexdigest()[:12]
        reasons = tuple(sorted(set(why[first]), key=lambda r: (r.rule, r.words)))
        groups.append(Group(identity, ordered, reasons))
    return tuple(sorted(groups, key=lambda g: g.members[0].place))


def _says_the_same(found: Sequence[Proposition], pair: Likeness) -> bool:
    one, other = found[pair.one], found[pair.other]
    if conflict(one, other, same_matter=pair.same_matter or pair.identical):
        return False
    if pair.same_matter and pair.dice >= _ALIKE_IN_PASSAGE:
        return True
    if min(len(one.stems), len(other.stems)) < _FEWEST_WORDS:
        return pair.identical and bool(_speakers(one) & _speakers(other))
    if pair.identical:
        return True
    least = _ALIKE_IF_ONE_ADDS if adds(one, other) else _ALIKE
    return pair.dice >= least and len(pair.shared) >= _SHARED


def _speakers(p: Proposition) -> set[str]:
    return {source.name for source in p.statement.sources[:1]}


def _without_ambiguous(
    found: Sequence[Proposition], accepted: Sequence[Likeness]
) -> list[Likeness]:
    """Leave open a vague statement that fits two precise ones which contradict each other."""
    fits: dict[int, list[int]] = defaultdict(list)
    for pair in accepted:
        if adds(found[pair.one], found[pair.other]):
            fits[pair.one].append(pair.other)
            fits[pair.other].append(pair.one)
    vague = {
        place
        for place, others in fits.items()
        if any(
            figures_differ(found[a], found[b]) or times_differ(found[a], found[b])
            for rank, a in enumerate(others)
            for b in others[rank + 1 :]
        )
    }
    return [
        pair
        for pair in accepted
        if not (adds(found[pair.one], found[pair.other]) and vague & {pair.one, pair.other})
    ]


def _bridged(
    found: Sequence[Proposition],
    one: Sequence[int],
    other: Sequence[int],
    alike: set[tuple[int, int]],
) -> bool:
    """Tell whether joining would make one claim of two different sentences of a report.

    A long quotation elsewhere may hold both of them.
    """
    reports = defaultdict(list)
    for place in one:
        reports[found[place].report.id].append(place)
    return any(
        (min(a, b), max(a, b)) not in alike
        for b in other
        for a in reports.get(found[b].report.id, ())
    )


def _compatible(
    found: Sequence[Proposition], one: Sequence[int], other: Sequence[int], pair: Likeness
) -> bool:
    # Members with one signature conflict with the same others: one stands for all.
    left = {found[p].signature: found[p] for p in one}.values()
    right = {found[p].signature: found[p] for p in other}.values()
    same = pair.same_matter or pair.identical
    return not any(conflict(a, b, same_matter=same) for a in left for b in right)


def _plainness(p: Proposition) -> tuple[object, ...]:
    statement = p.statement
    return (
        -len(p.figures),
        statement.factuality not in {Factuality.CERTAIN, Factuality.CERTAIN_NOT},
        statement.quotation in {"direct", "mixed"},
        len(p.folded),
        p.place,
    )
