"""What people decided on statements and claims wins over the scores.

Decisions bind the statements that stood before the person; where they exclude each other, the
later one holds. Claims are decided by their scores first; those that a decision is about are
then joined, and what may not be in one claim is parted along the likest pairs. (Names are the
matter of :mod:`recoupe.linking.judgements.names`.)
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from recoupe.linking.claims.grouping import Group, make_group
from recoupe.linking.claims.likeness import Likeness
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.judgements.constraints import Constraints, Sets, in_force, settle
from recoupe.linking.judgements.standing import standing
from recoupe.model import Judgement, Located, Reason


def judged_statements(
    judgements: Sequence[Judgement], found: Sequence[Proposition]
) -> Constraints[int]:
    """Return which statements were judged to say the same, or not to.

    Those of a claim that was confirmed stay together, all of them that are still read.

    A statement that is read a little otherwise since, or whose claim holds others now, is
    found by the words that it shares with those judged.

    Args:
        judgements: Oldest first.
        found: Propositions in the order of the case.

    Returns:
        Constraints on places in ``found``.
    """
    wanted = [
        judgement
        for judgement in in_force(judgements)
        if judgement.kind in {"claim", "statement"}
        and (judgement.compares or judgement.decision == "confirmed")
        and len(judgement.places) > 1
    ]
    documents = {place.document for judgement in wanted for place in judgement.places}
    by_document: dict[str, list[int]] = defaultdict(list)
    for rank, p in enumerate(found):
        if p.report.id in documents:
            by_document[p.report.id].append(rank)

    decided = []
    for judgement in wanted:
        ranks = [_rank(place, found, by_document[place.document]) for place in judgement.places]
        if judgement.compares:
            ranks = ranks[:2] if None not in ranks[:2] else []
        known = [rank for rank in ranks if rank is not None]
        decided += [(judgement, known[0], other) for other in known[1:]]
    return settle(decided)


def _rank(place: Located, found: Sequence[Proposition], ranks: Sequence[int]) -> int | None:
    """Return the statement that stands where a judged one stood."""
    at = standing(place.span, (found[rank].statement.content for rank in ranks))
    return None if at is None else ranks[at]


def regroup(
    groups: Sequence[Group],
    found: Sequence[Proposition],
    pairs: Sequence[Likeness],
    judgements: Sequence[Judgement],
) -> tuple[Group, ...]:
    """Return the claims as people's decisions make them.

    Args:
        groups: The claims as the scores make them.
        found: Propositions in the order of the case.
        pairs: How alike those are that share rare words.
        judgements: Oldest first.
    """
    judged = judged_statements(judgements, found)
    if not judged:
        return tuple(groups)
    rank_of = {p.id: rank for rank, p in enumerate(found)}
    home = {rank_of[p.id]: at for at, group in enumerate(groups) for p in group.members}
    joined: Sets[int] = Sets()
    for pair in judged.together:
        one, other = pair
        joined.unite(home[one], home[other])
    touched: dict[int, list[int]] = defaultdict(list)
    about = {home[rank] for rank in chain(*judged.together, *judged.apart)}
    for at in sorted(about):
        touched[joined.root(at)].append(at)
    alike: dict[int, list[Likeness]] = defaultdict(list)
    for likeness in pairs:
        if (at := home[likeness.one]) in about and home[likeness.other] == at:
            alike[at].append(likeness)
    made = [
        regrouped
        for ats in touched.values()
        for regrouped in _remade([(groups[at], alike[at]) for at in ats], rank_of, found, judged)
    ]
    moved = {at for ats in touched.values() for at in ats}
    kept = [group for at, group in enumerate(groups) if at not in moved]
    return tuple(sorted((*kept, *made), key=lambda group: group.members[0].place))


def _remade(
    scored: Sequence[tuple[Group, Sequence[Likeness]]],
    rank_of: Mapping[str, int],
    found: Sequence[Proposition],
    judged: Constraints[int],
) -> list[Group]:
    """Return what becomes of claims that are held together, and of pairs in them kept apart.

    Args:
        scored: The claims, with how alike those are in each that share rare words.
        rank_of: Statement id to place in ``found``.
        found: Propositions in the order of the case.
        judged: What people decided.
    """
    held_in = [sorted(rank_of[p.id] for p in group.members) for group, _ in scored]
    ranks = {rank for ranks in held_in for rank in ranks}
    together = {pair: by for pair, by in judged.together.items() if pair <= ranks}
    apart = {pair: by for pair, by in judged.apart.items() if pair <= ranks}
    if not together and not apart:
        return [group for group, _ in scored]
    sets: Sets[int] = Sets()
    for pair in together:
        sets.unite(*sorted(pair))
    for pair in apart:
        sets.part(*sorted(pair))
    # What the scores put in one claim stays together as far as the decisions let it: along the
    # likest pairs first.
    for own, (_, pairs) in zip(held_in, scored, strict=True):
        for likeness in sorted(pairs, key=_likest_first):
            sets.unite(likeness.one, likeness.other)
        for place, rank in enumerate(own):
            any(sets.unite(rank, earlier) for earlier in own[:place])
    clusters: dict[int, list[int]] = defaultdict(list)
    for rank in sorted(ranks):
        clusters[sets.root(rank)].append(rank)
    reasons = dict.fromkeys(reason for group, _ in scored for reason in group.reasons)
    made = []
    for members in clusters.values():
        held = [
            _said("judged-confirmed" if by.decision == "confirmed" else "judged-same", by)
            for pair, by in together.items()
            if pair <= {*members}
        ]
        parted = [_said("judged-different", by) for pair, by in apart.items() if pair & {*members}]
        why = (*(reasons if len(members) > 1 else ()), *dict.fromkeys((*held, *parted)))
        made.append(make_group([found[rank] for rank in members], why))
    return made


def _likest_first(pair: Likeness) -> tuple[object, ...]:
    return not pair.identical, not pair.same_matter, -round(pair.score, 9), pair.one, pair.other


def _said(rule: str, judgement: Judgement) -> Reason:
    return Reason(rule=rule, words=f"{judgement.author} · {judgement.time[:10]}")
