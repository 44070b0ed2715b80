"""Claims: statements that say the same, taken together; what is not sure stays apart.

Pairs are accepted from the likest down, and two groups join only if no member
of one conflicts with a member of the other (complete link). Every choice is
made in one order, so the order in which reports came does not matter.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from recoupe.linking.claims.contrasts import adds, conflict, figures_differ, times_differ
from recoupe.linking.claims.leaning import leans_elsewhere
from recoupe.linking.claims.likeness import Likeness, nested
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.claims.sameness import shares_telling_figure
from recoupe.linking.relations.verdicts import only_points
from recoupe.model import Factuality, Reason

_LIKELY = (0.0, 0.5, 0.5)
"""Least log-odds that two statements say the same where both have a source, one has, or neither:
what a report tells in its own voice is the less sure."""
_LEAST_DICE = 0.2
"""Least weighted Dice coefficient: a long statement holds a few words of any other."""
_LEAST_DICE_TALKER, _TALKER = 0.35, 10
"""The same for a source with more statements than this: who is asked about everything says many
things in the same words."""
_FEWEST_TERMS, _FEWEST_SHARED = 3, 2
"""Words that each of two statements of other reports has at least, if nothing else ties them:
"deux blessés" are of any accident. Fewer will do where two sources share all that the shorter has,
and more than one word."""
_SHARED_BY_STRANGERS = 4
"""The same for statements of reports that have no lineage and no rare name in common, where they
share no figure that tells: two words are of any affair."""
_ALIKE_IN_PASSAGE = 0.4
_LINKED = 0.5
"""Least share of the pairs across two groups that say the same, for the groups to join."""
_FEWEST_WORDS = 4
"""Words of a statement that can be read by itself, as the text of a claim is."""
_LEAST_PART = 0.3
"""Least share of a statement's words that another has which is set in it, for both to be one claim
through what others say: a long sentence tells more than what it quotes."""
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
    told = {Reason(rule="counts-as-before", words=p.recounts[1]) for p in members if p.recounts}
    ordered = tuple(sorted({*reasons, *told}, key=lambda r: (r.rule, r.words)))
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
    if pair.strangers and not _anchored(one, other):
        return False
    unsourced = sum(p.speaker is None for p in (one, other))
    if pair.score < _LIKELY[unsourced]:
        return False
    whole = pair.inside == 1 and _words_in_common(one, other) >= _FEWEST_SHARED
    # Two words are background of an affair where nobody is quoted with either.
    few = len(pair.shared) <= _FEWEST_SHARED and not (whole or pair.identical)
    if few and one.speaker is None and other.speaker is None:
        return False
    talker = pair.says > _TALKER and not whole
    if pair.dice < (_LEAST_DICE_TALKER if talker else _LEAST_DICE):
        return False
    # The same "ces accusations" may be others each time.
    if only_points(one) or only_points(other) or leans_elsewhere(one, other):
        return False
    # What ties two whatever their words: one mouth, one report, a figure, denials of one thing.
    tied = (
        pair.same_speaker
        or one.report.id == other.report.id
        or shares_telling_figure(one, other)
        or (one.negative and other.negative and pair.inside == 1 and _one_denies(one, other))
    )
    if tied or (whole and not unsourced):
        return True
    short = min(len(one.terms), len(other.terms)) < _FEWEST_TERMS
    return not short and _words_in_common(one, other) >= _FEWEST_SHARED


def _anchored(one: Proposition, other: Proposition) -> bool:
    """Tell whether two statements share enough to be of one affair, whatever their reports do."""
    shared = _words_in_common(one, other)
    return shared >= _SHARED_BY_STRANGERS or (
        shared >= _FEWEST_SHARED and shares_telling_figure(one, other)
    )


def _one_denies(one: Proposition, other: Proposition) -> bool:
    return one.statement.denies or other.statement.denies


def _words_in_common(one: Proposition, other: Proposition) -> int:
    """Count the terms that two statements share, without figures."""
    return sum(not term.startswith("#") for term in one.terms.keys() & other.terms.keys())


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

    A long quotation elsewhere may hold both of them. A statement set in another is no other
    sentence.
    """
    reports = defaultdict(list)
    for place in one:
        reports[found[place].report.id].append(place)
    return any(
        (min(a, b), max(a, b)) not in alike and not _set_in(found[a], found[b])
        for b in other
        for a in reports.get(found[b].report.id, ())
    )


def _set_in(one: Proposition, other: Proposition) -> bool:
    """Tell whether one of two statements of a report is in the other, and a good part of it."""
    shorter, longer = sorted((len(one.folded), len(other.folded)))
    return nested(one, other) and shorter >= _LEAST_PART * longer


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
        p.takes_up is not None or p.recounts is not None,
        # "Une « traction brutale »": the words alone that somebody is said to have used.
        len(p.folded) < _FEWEST_WORDS,
        -len(p.figures),
        statement.factuality not in {Factuality.CERTAIN, Factuality.CERTAIN_NOT},
        statement.quotation in {"direct", "mixed"},
        len(p.folded),
        p.place,
    )
