"""The transfers of a case: who gives what to whom, at which stage, with all who tell of it.

Tellings are one entry where parties, thing and stage are the same and neither figures nor times
speak against it, each with each (complete link). A party or a thing that one telling leaves open
may be told by another only where both state one claim. Different figures stay entries of their
own: nothing is merged, nothing added.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256

from recoupe.compare.occasions import figures_apart, times_apart
from recoupe.linking.entities import Entities
from recoupe.linking.reports import Report
from recoupe.linking.transfers.parties import Parties
from recoupe.linking.transfers.tellings import Told, happenings, told
from recoupe.model import Claim, Reason
from recoupe.model.transfer import Party, Transfer

__all__ = ["build"]

_TYPES = frozenset(("transfer",))


def build(
    reports: Sequence[Report], entities: Entities, claims: Sequence[Claim]
) -> tuple[Transfer, ...]:
    """Return the transfers that a case tells of, sorted by parties, thing and stage.

    Args:
        reports: In the order of the case.
        entities: Its named things.
        claims: Its claims.
    """
    claim_of = {statement: claim.id for claim in claims for statement in claim.statements}
    parties = Parties(entities, reports)
    found = [
        one
        for happening in happenings(reports, _TYPES)
        for one in told(happening, parties, claim_of)
    ]
    # The fullest first: who leaves something open joins them, and never joins two of them.
    order = sorted(range(len(found)), key=lambda n: (-_fullness(found[n]), n))
    groups: list[list[int]] = []
    near: dict[object, dict[int, None]] = defaultdict(dict)
    for n in order:
        keys = _keys(found[n])
        candidates = sorted({place for key in keys for place in near[key]})
        fitting = [
            place
            for place in candidates
            if all(_one_event(found[n], found[m]) for m in groups[place])
        ]
        if len(fitting) == 1 or (fitting and _full(found[n])):
            home = fitting[0]
            groups[home].append(n)
        else:
            home = len(groups)
            groups.append([n])
        for key in keys:
            near[key][home] = None
    origins = {claim.id: tuple(origin.id for origin in claim.origins) for claim in claims}
    entries = [_entry([found[n] for n in sorted(group)], origins) for group in groups]
    return tuple(sorted(entries, key=_order))


def _keys(one: Told) -> list[object]:
    """Return what tellings of one event share at least one of."""
    sides = tuple(frozenset(p.key for p in side) for side in (one.suppliers, one.recipients))
    keys: list[object] = [(one.happening.phase, *sides)]
    if one.telling.claim:
        keys.append((one.happening.phase, one.telling.claim))
    if one.happening.event.id:
        keys.append((one.happening.phase, one.happening.event.id))
    return keys


def _fullness(one: Told) -> int:
    return (
        4 * bool(one.suppliers)
        + 4 * bool(one.recipients)
        + 2 * bool(one.item)
        + bool(one.telling.quantities)
        + bool(one.telling.times)
    )


def _full(one: Told) -> bool:
    return bool(one.suppliers and one.recipients and one.item)


def _one_event(one: Told, other: Told) -> bool:
    """Tell whether two tellings can be told of one event."""
    if one.happening.phase != other.happening.phase:
        return False
    event = one.happening.event.id
    # Of one claim, or told again by one report, they are one, whatever either leaves open.
    bound = (one.telling.claim is not None and one.telling.claim == other.telling.claim) or (
        event != "" and event == other.happening.event.id
    )
    for side, against in (
        (one.suppliers, other.suppliers),
        (one.recipients, other.recipients),
    ):
        keys, others = {p.key for p in side}, {p.key for p in against}
        if keys != others and not (bound and not (keys and others)):
            return False
    # Only one side told, by nothing that binds them: it may be another's doing each time.
    if not bound and not (one.suppliers and one.recipients):
        return False
    same_thing = one.head == other.head and (one.marks <= other.marks or other.marks <= one.marks)
    if not same_thing and not (bound and not (one.head and other.head)):
        return False
    ours, theirs = one.telling, other.telling
    return not (
        figures_apart(ours.quantities, theirs.quantities) or times_apart(ours.times, theirs.times)
    )


def _entry(group: Sequence[Told], origins: Mapping[str, tuple[str, ...]]) -> Transfer:
    first = group[0]
    telling = first.telling
    # By place: "dix millions de masques, puis trois millions de masques" are two of one name.
    things = ",".join(str(span.start) for span in telling.roles.get("item", ()))
    # By phase: what one says at a place, another may deny there.
    told_at = f"{telling.document}|{telling.trigger.start}|{first.happening.phase}"
    words = f"{told_at}|{first.item}|{things}"
    claims = {one.telling.claim for one in group if one.telling.claim}
    reasons = []
    if len(group) > 1:
        reasons.append(Reason(rule="same-transfer", words=str(len(group))))
    return Transfer(
        id="t" + sha256(words.encode()).hexdigest()[:12],
        suppliers=_fullest([one.suppliers for one in group]),
        recipients=_fullest([one.recipients for one in group]),
        item=max((one for one in group), key=lambda o: (len(o.marks), bool(o.item))).item,
        phase=first.happening.phase,
        origins=tuple(sorted({origin for claim in claims for origin in origins.get(claim, ())})),
        tellings=tuple(one.telling for one in group),
        reasons=tuple(reasons),
    )


def _fullest(sides: Sequence[tuple[Party, ...]]) -> tuple[Party, ...]:
    return max(sides, key=len)


_STAGES = ("carried-out", "planned", "unknown", "refused", "denied")


def _order(one: Transfer) -> tuple[object, ...]:
    sides = (one.suppliers, one.recipients)
    return (
        *(not side for side in sides),
        *(tuple(p.name.casefold() for p in side) for side in sides),
        _STAGES.index(one.phase),
        one.item.casefold(),
        one.id,
    )
