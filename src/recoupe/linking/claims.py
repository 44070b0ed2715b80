"""Claims: statements that say the same, taken together; what is not sure stays apart.

Pairs are accepted from the likest down, and two groups join only if no member
of one conflicts with a member of the other (complete link). Every choice is
made in one order, so the order in which reports came does not matter.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from recoupe.linking.contrasts import adds, conflict, figures_differ, times_differ
from recoupe.linking.denials import only_points
from recoupe.linking.likeness import Likeness
from recoupe.linking.propositions import Proposition
from recoupe.linking.sameness import shares_telling_figure
from recoupe.model import Factuality, Reason

_LIKELY, _LIKELY_SOURCED = 0.0, -0.4
"""Least log-odds that two statements say the same; where both have a source, which parts them
from what reports on one affair have in common anyway, a little less will do."""
_ALIKE_IN_PASSAGE = 0.4
_LEAST_DICE = (0.3, 0.4, 0.6)
"""Least weighted Dice coefficient where both have a source, one has, or neither: the sentences of
reports on one affair share background, whatever each of them says of it."""
_LEAST_DICE_FEW = 0.4
"""The same for two with no more words in common than they must have."""
_LEAST_DICE_COUNTED = 0.15
"""The same for two that give one figure of one thing, whatever else they tell."""
_LEAST_DICE_SPEAKER = ((4, 0.2), (10, 0.3))
"""The same for one source that says both, by how many statements it has at most: who is asked
about everything says many things in the same words."""
_LEAST_DICE_TALKER = 0.42
"""The same for one with more."""
_FEWEST_SHARED, _FEWEST_TERMS = 2, 3
"""Words that two statements share, and that each has, at least. Fewer shared will do where one has
no other, in one mouth where it is much of both, or for a telling figure; fewer in all ("deux
blessés") only in one mouth, in two denials or for such a figure."""
_LINKED = 0.5
"""Least share of the pairs across two groups that say the same, for the groups to join."""
_SAMPLES = 4
"""Statements of one wording that are looked at."""


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
        key=lambda p: (not p.identical, not p.same_matter, -round(p.score, 9), p.one, p.other)
    )
    leader = list(range(len(found)))
    members: dict[int, list[int]] = {place: [place] for place in leader}
    why: dict[int, list[Reason]] = defaultdict(list)
    for pair in accepted:
        one, other = sorted((leader[pair.one], leader[pair.other]))
        if (
            one == other
            or _bridged(found, members[one], members[other], alike)
            or not _linked(found, members[one], members[other], alike)
            or not _compatible(found, members[one], members[other], pair)
        ):
            continue
        for place in members[other]:
            leader[place] = one
        members[one] += members.pop(other)
        why[one] += [*why.pop(other, []), *pair.reasons]
    groups = []
    for first, places in members.items():
        groups.append(make_group([found[p] for p in sorted(places)], why[first]))
    return tuple(sorted(groups, key=lambda g: g.members[0].place))


def make_group(members: Sequence[Proposition], reasons: Iterable[Reason]) -> Group:
    """Make a claim of propositions, given in the order of the case."""
    identity = "c" + sha256(members[0].id.encode()).hexdigest()[:12]
    ordered = tuple(sorted(set(reasons), key=lambda r: (r.rule, r.words)))
    return Group(identity, tuple(members), ordered)


def _says_the_same(found: Sequence[Proposition], pair: Likeness) -> bool:
    one, other = found[pair.one], found[pair.other]
    # What keeps two apart takes longest to find: few come so far.
    return _alike(one, other, pair) and not conflict(
        one,
        other,
        same_matter=pair.same_matter or pair.identical,
        same_passage=pair.same_matter and pair.identical,
    )


def _alike(one: Proposition, other: Proposition, pair: Likeness) -> bool:
    """Tell whether the words of two statements are alike enough to say the same."""
    if pair.same_matter and pair.dice >= _ALIKE_IN_PASSAGE:
        return True
    unsourced = sum(p.speaker is None for p in (one, other))
    if not pair.identical and pair.score < (_LIKELY if unsourced else _LIKELY_SOURCED):
        return False
    # The same "ces accusations" may be others each time.
    if only_points(one) or only_points(other):
        return False
    # A headline and the sentence that it was taken from are of one report.
    same = pair.identical and one.report.id == other.report.id
    denied = one.negative and other.negative and pair.inside == 1
    telling = same or denied or shares_telling_figure(one, other)
    near = (pair.same_speaker or pair.drawn) and pair.dice >= _LEAST_DICE_FEW
    if len(pair.shared) < _FEWEST_SHARED and not (telling or near or pair.inside == 1):
        return False
    short = min(len(one.stems), len(other.stems)) < _FEWEST_TERMS
    if short and not (telling or pair.same_speaker or pair.drawn):
        return False
    return pair.dice >= _least_dice(pair, unsourced)


def _least_dice(pair: Likeness, unsourced: int) -> float:
    """Return the share of their words that two statements must have in common at least."""
    few = len(pair.shared) <= _FEWEST_SHARED
    if pair.counted:
        return _LEAST_DICE_COUNTED
    if pair.inside == 1 and len(pair.shared) >= _FEWEST_SHARED and not unsourced:
        return 0.0
    if pair.same_speaker:
        bars = (bar for most, bar in _LEAST_DICE_SPEAKER if pair.says <= most)
        return next(bars, _LEAST_DICE_TALKER)
    return max(_LEAST_DICE[unsourced], _LEAST_DICE_FEW if few else 0.0)


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


def _linked(
    found: Sequence[Proposition],
    one: Sequence[int],
    other: Sequence[int],
    alike: set[tuple[int, int]],
) -> bool:
    """Tell whether enough pairs across two groups say the same, each wording counted once."""
    left, right = _wordings(found, one), _wordings(found, other)
    held = sum(
        any((min(a, b), max(a, b)) in alike for a in here for b in there)
        for here in left
        for there in right
    )
    return held >= _LINKED * len(left) * len(right)


def _wordings(found: Sequence[Proposition], places: Sequence[int]) -> list[list[int]]:
    """Group statements by their words; of many alike, a few stand for all."""
    by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in places:
        same = by_words[found[place].folded]
        if len(same) < _SAMPLES:
            same.append(place)
    return list(by_words.values())


def _compatible(
    found: Sequence[Proposition], one: Sequence[int], other: Sequence[int], pair: Likeness
) -> bool:
    # Members with one signature conflict with the same others: one stands for all.
    left = {found[p].signature: found[p] for p in one}.values()
    right = {found[p].signature: found[p] for p in other}.values()
    same, passage = pair.same_matter or pair.identical, pair.same_matter and pair.identical
    return not any(
        conflict(a, b, same_matter=same, same_passage=passage) for a in left for b in right
    )


def _plainness(p: Proposition) -> tuple[object, ...]:
    statement = p.statement
    return (
        p.takes_up is not None,
        -len(p.figures),
        statement.factuality not in {Factuality.CERTAIN, Factuality.CERTAIN_NOT},
        statement.quotation in {"direct", "mixed"},
        len(p.folded),
        p.place,
    )
