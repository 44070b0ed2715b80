"""How claims stand to each other; only what is clear is said.

A denial refutes the claim whose content it denies. The same source saying the
opposite later changes its position, which is no refutation. Two figures for
things done differently, or in periods apart, are incomparable.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from recoupe.compare.dates import before
from recoupe.compare.texts import words
from recoupe.linking.claims import Group
from recoupe.linking.likeness import Likeness
from recoupe.linking.propositions import Proposition, adds, conflict, figures_differ, times_differ
from recoupe.model import ClaimRelation, ClaimRelationKind, Reason

_HELD, _SHARED = 0.6, 3
"""Least share of the shorter of a claim and its outright denial that the other holds, and words."""
_HELD_SHORT, _SHARED_SHORT = 0.8, 2
"""The same for a short denial."""
_OPPOSITE, _SHARED_OPPOSITE = 0.7, 3
"""Least Dice coefficient of two that differ by a negation alone: antonyms resemble it."""
_SAME_THING = 0.45
"""The same for two that count one thing."""
_CLOSE = 0.1
"""A denial is bound to the claim it fits best, and to those that fit as well but for this."""
_SAYS_MORE, _SAYS_MORE_SHARED = 0.9, 4

_Found = dict[tuple[str, str, ClaimRelationKind], tuple[Reason, ...]]


def relate(
    found: Sequence[Proposition],
    pairs: Sequence[Likeness],
    groups: Sequence[Group],
    sources: Mapping[str, tuple[str | None, ...]],
) -> dict[str, tuple[ClaimRelation, ...]]:
    """Find the relations between claims.

    Args:
        found: Propositions in the order of the case.
        pairs: How alike those are that share rare words.
        groups: The claims.
        sources: Statement id to the entities of its sources.

    Returns:
        Claim id to its relations to other claims, sorted.
    """
    claim_of = {p.id: group.id for group in groups for p in group.members}
    nested = _nested(found, claim_of)
    relations: _Found = {}
    denials: dict[str, list[tuple[float, Proposition, Proposition, Likeness]]] = defaultdict(list)
    for pair in pairs:
        one, other = found[pair.one], found[pair.other]
        claims = claim_of[one.id], claim_of[other.id]
        if claims[0] == claims[1] or claims in nested or claims[::-1] in nested:
            continue
        if one.negative != other.negative:
            if _denies(one, other, pair):
                denial, denied = (one, other) if one.negative else (other, one)
                denials[claim_of[denial.id]].append((pair.inside, denial, denied, pair))
        elif pair.dice >= _SAME_THING and (why := _incomparable(one, other)):
            for a, b in ((one, other), (other, one)):
                relations.setdefault((claim_of[a.id], claim_of[b.id], "incomparable"), (why,))
        elif adds(one, other) and _says_more(one, other, pair):
            fuller, barer = (one, other) if len(one.stems) > len(other.stems) else (other, one)
            key: tuple[str, str, ClaimRelationKind]
            key = (claim_of[fuller.id], claim_of[barer.id], "supports")
            relations.setdefault(key, (Reason(rule="says-more", words=", ".join(pair.shared[:6])),))
    for options in denials.values():
        best = max(option[0] for option in options)
        for score, denial, denied, pair in options:
            if score >= best - _CLOSE:
                _bind(relations, claim_of, sources, denial, denied, pair)
    by_claim: dict[str, list[ClaimRelation]] = defaultdict(list)
    for (claim, other_claim, kind), reasons in sorted(relations.items(), key=lambda r: r[0]):
        by_claim[claim].append(ClaimRelation(claim=other_claim, relation=kind, reasons=reasons))
    return {claim: tuple(held) for claim, held in by_claim.items()}


def _denies(one: Proposition, other: Proposition, pair: Likeness) -> bool:
    if one.statement.denies or other.statement.denies:
        alike = (pair.inside >= _HELD and len(pair.shared) >= _SHARED) or (
            pair.inside >= _HELD_SHORT and len(pair.shared) >= _SHARED_SHORT
        )
    else:
        # Where both have a negation in their words, they say the same, one of
        # them inside a sentence that affirms it.
        alike = (
            pair.dice >= _OPPOSITE
            and len(pair.shared) >= _SHARED_OPPOSITE
            and not (_negated(one) and _negated(other))
        )
    return (
        alike
        and not one.open
        and not other.open
        and not figures_differ(one, other)
        and not times_differ(one, other)
    )


def _negated(p: Proposition) -> bool:
    return not p.report.vocabulary.negations.isdisjoint(p.folded)


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
    relations: _Found,
    claim_of: Mapping[str, str],
    sources: Mapping[str, tuple[str | None, ...]],
    denial: Proposition,
    denied: Proposition,
    pair: Likeness,
) -> None:
    shared = Reason(rule="shared-words", words=f"{pair.inside:.0%} · {', '.join(pair.shared[:6])}")
    side = {e for e in sources[denial.id] if e} & {e for e in sources[denied.id] if e}
    if not side:
        rule = "denies" if denial.statement.denies else "other-polarity"
        key: tuple[str, str, ClaimRelationKind]
        key = (claim_of[denial.id], claim_of[denied.id], "refutes")
        relations.setdefault(key, (Reason(rule=rule, words=denial.words), shared))
        return
    # One source on both sides: the later position changes the earlier one.
    # Where neither is known to be later, nothing is said.
    for later, earlier in ((denial, denied), (denied, denial)):
        if before(_said(earlier), _said(later)):
            names = sorted({s.name for s in later.statement.sources})
            why = Reason(rule="same-source-later", words=_days(later, earlier, names))
            key = (claim_of[later.id], claim_of[earlier.id], "changes")
            relations.setdefault(key, (why, shared))


def _said(p: Proposition) -> tuple[str, str] | None:
    """Return the days on which a statement may have been made."""
    for time in p.statement.times:
        if time.role == "speech" and time.earliest and time.latest:
            return time.earliest, time.latest
    return p.report.days


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


def _incomparable(one: Proposition, other: Proposition) -> Reason | None:
    """Tell why figures for one thing cannot be set against each other."""
    if not figures_differ(one, other):
        return None
    counted = sorted(_counted(one) & _counted(other))
    if not counted:
        return None
    here, there = {t for t, _ in one.statuses}, {t for t, _ in other.statuses}
    if here and there and not here & there:
        words_of = f"{', '.join(sorted(here))} ≠ {', '.join(sorted(there))}"
        return Reason(rule="other-action", words=words_of)
    if times_differ(one, other):
        return Reason(rule="other-period", words=", ".join(counted))
    return None


def _counted(p: Proposition) -> set[str]:
    """Return the stems of what the figures of a proposition count."""
    text = p.report.document.text
    spans = [q.of for q in p.statement.quantities if q.of]
    return set(p.report.vocabulary.content(words(text, spans).folded))
