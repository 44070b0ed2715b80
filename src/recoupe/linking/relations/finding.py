"""How claims stand to each other; only what is clear is said.

A denial refutes the claim whose content it denies. The same source saying the
opposite later changes its position, which is no refutation. Two figures for
things done differently, or in periods apart, are incomparable; two sources' figures for one
count of one time contradict each other.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from recoupe.compare.dates import before
from recoupe.linking.claims.contrasts import adds, conflict
from recoupe.linking.claims.grouping import Group
from recoupe.linking.claims.likeness import Likeness
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.relations.aimed import denied_of_a_source
from recoupe.linking.relations.announced import announced
from recoupe.linking.relations.bound import checked
from recoupe.linking.relations.denials import bind
from recoupe.linking.relations.earlier import told_as_earlier
from recoupe.linking.relations.figures import compare_figures, counted_anew
from recoupe.linking.relations.pointing import Denial
from recoupe.linking.relations.recounted import recounted
from recoupe.linking.relations.retorts import retorted
from recoupe.linking.relations.turned import said_of_another
from recoupe.linking.relations.undone import denied_as_undone
from recoupe.linking.sides.sides import Sides
from recoupe.model import ClaimRelation, ClaimRelationKind, Reason

_SAYS_MORE, _SAYS_MORE_SHARED = 0.9, 4
_CONTRADICTS: frozenset[ClaimRelationKind] = frozenset({"refutes", "changes"})


class _Relations:
    """The relations found so far, each with why and where: the first found stands for all.

    Args:
        claim_of: Statement id to its claim.
    """

    def __init__(self, claim_of: Mapping[str, str]) -> None:
        self.claim_of = claim_of
        self._found: dict[tuple[str, str, ClaimRelationKind], tuple[Reason, ...]] = {}

    def add(
        self,
        one: Proposition,
        other: Proposition,
        kind: ClaimRelationKind,
        reasons: tuple[Reason, ...],
    ) -> None:
        """Relate the claim of one statement to that of another, with their places on both sides."""
        sides = (_side("this-side", one), _side("other-side", other))
        key = self.claim_of[one.id], self.claim_of[other.id], kind
        why = (*reasons, *sides)
        self._found.setdefault(key, checked(why) if kind in _CONTRADICTS else why)

    def by_claim(self) -> dict[str, tuple[ClaimRelation, ...]]:
        """Return the relations of each claim, sorted."""
        held: dict[str, list[ClaimRelation]] = defaultdict(list)
        for (claim, other, kind), reasons in sorted(self._found.items(), key=lambda r: r[0]):
            held[claim].append(ClaimRelation(claim=other, relation=kind, reasons=reasons))
        return {claim: tuple(relations) for claim, relations in held.items()}


def _side(rule: str, p: Proposition) -> Reason:
    return Reason(rule=rule, words=p.report.document.file, span=p.statement.content)


def relate(
    found: Sequence[Proposition],
    pairs: Sequence[Likeness],
    groups: Sequence[Group],
    sources: Mapping[str, tuple[str | None, ...]],
    sides: Sides,
) -> dict[str, tuple[ClaimRelation, ...]]:
    """Find the relations between claims.

    Args:
        found: Propositions in the order of the case.
        pairs: How alike those are that share rare words.
        groups: The claims.
        sources: Statement id to the entities of its sources.
        sides: Tells who is of one side.

    Returns:
        Claim id to its relations to other claims, sorted.
    """
    claim_of = {p.id: group.id for group in groups for p in group.members}
    nested = _nested(found, claim_of)
    relations = _Relations(claim_of)
    for pair in pairs:
        one, other = found[pair.one], found[pair.other]
        claims = claim_of[one.id], claim_of[other.id]
        if claims[0] == claims[1] or claims in nested or claims[::-1] in nested:
            continue
        if one.negative != other.negative:
            continue
        _compare(relations, one, other, pair)
    for bound in _denials(found, pairs, sides):
        claims = claim_of[bound.denial.id], claim_of[bound.denied.id]
        apart = claims not in nested and claims[::-1] not in nested
        if claims[0] != claims[1] and (apart or bound.within):
            _bind(relations, sources, sides, bound)
    for turn in (*told_as_earlier(found), *announced(found, sides, claim_of)):
        later, earlier = claim_of[turn.later.id], claim_of[turn.earlier.id]
        if later != earlier:
            relations.add(turn.later, turn.earlier, "changes", turn.reasons)
    for count in recounted(found):
        ends = claim_of[count.one.id], claim_of[count.other.id]
        if ends[0] != ends[1] and ends not in nested and ends[::-1] not in nested:
            relations.add(count.one, count.other, count.relation, count.reasons)
            if count.relation == "refutes":
                relations.add(count.other, count.one, "refutes", count.reasons)
    return relations.by_claim()


def _denials(
    found: Sequence[Proposition], pairs: Sequence[Likeness], sides: Sides
) -> Iterator[Denial]:
    """Yield denials with what they deny: by their words first, then by what they are aimed at."""
    yield from bind(found, pairs)
    yield from denied_of_a_source(found, sides)
    yield from retorted(found)
    yield from denied_as_undone(found)


def _compare(
    relations: _Relations,
    one: Proposition,
    other: Proposition,
    pair: Likeness,
) -> None:
    """Say how two statements of one polarity stand to each other, if that is clear."""
    if pair.same_speaker and (counted := counted_anew(one, other, pair)):
        _change(relations, one, other, counted)
    elif turned := said_of_another(one, other, pair):
        _change(relations, one, other, turned)
    elif figures := compare_figures(one, other, pair):
        verdict, why = figures
        said: ClaimRelationKind = "refutes" if verdict == "contradictory" else "incomparable"
        for a, b in ((one, other), (other, one)):
            relations.add(a, b, said, (why,))
    elif adds(one, other) and _says_more(one, other, pair):
        fuller, barer = (one, other) if len(one.stems) > len(other.stems) else (other, one)
        why = Reason(rule="says-more", words=", ".join(pair.shared[:6]))
        relations.add(fuller, barer, "supports", (why,))


def _nested(found: Sequence[Proposition], claim_of: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return the claims of which one is, in some report, part of the other's words.

    "X denies having sold it" and "having sold it" stand in no relation that
    the attribution does not give already.
    """
    pairs: set[tuple[str, str]] = set()
    open_ones: list[Proposition] = []
    # Propositions stand by report and place, so what may overlap is at hand.
    for p in found:
        open_ones = [
            q
            for q in open_ones
            if q.report.id == p.report.id and q.statement.content.end > p.statement.content.start
        ]
        pairs |= {(claim_of[q.id], claim_of[p.id]) for q in open_ones}
        open_ones.append(p)
    return pairs


def _bind(
    relations: _Relations,
    sources: Mapping[str, tuple[str | None, ...]],
    sides: Sides,
    bound: Denial,
) -> None:
    denial, denied = bound.denial, bound.denied
    shared = {e for e in sources[denial.id] if e} & {e for e in sources[denied.id] if e}
    same = denial.speaker is not None and denial.speaker == denied.speaker
    if shared or same or sides.speak_for(denial, denied):
        # One side on both: the later position changes the earlier one.
        _change(relations, denial, denied, bound.reasons[1:])
        return
    relations.add(denial, denied, "refutes", bound.reasons)


def _change(
    relations: _Relations,
    one: Proposition,
    other: Proposition,
    why: tuple[Reason, ...],
) -> None:
    """Say that the later of two positions changes the earlier, where one is known to be later."""
    for later, earlier in ((one, other), (other, one)):
        # "Après avoir fait état de deux blessés, ils assurent en compter trois": the text tells it.
        taken_up = earlier.recounts is not None and earlier.recounts[0] == later.id
        # In one report, what has no day of its own may be of any.
        dated = later.report.id != earlier.report.id or _spoken(later) is not None
        if dated and not taken_up and before(_said(earlier), _said(later)):
            names = sorted({s.name for s in later.statement.sources})
            when = Reason(rule="same-source-later", words=_days(later, earlier, names))
            relations.add(later, earlier, "changes", (when, *why))


def _said(p: Proposition) -> tuple[str, str] | None:
    """Return the days on which a statement may have been made."""
    return _spoken(p) or p.report.days


def _spoken(p: Proposition) -> tuple[str, str] | None:
    """Return the days on which the report says that a statement was made."""
    for time in p.statement.times:
        if time.role == "speech" and time.earliest and time.latest:
            return time.earliest, time.latest
    return None


def _days(later: Proposition, earlier: Proposition, names: Sequence[str]) -> str:
    first, second = _said(later), _said(earlier)
    return f"{', '.join(names)} · {first[0] if first else '?'} > {second[1] if second else '?'}"


def _says_more(one: Proposition, other: Proposition, pair: Likeness) -> bool:
    return (
        one.report.id != other.report.id
        and pair.inside >= _SAYS_MORE
        and len(pair.shared) >= _SAYS_MORE_SHARED
        and conflict(one, other) is None
    )
