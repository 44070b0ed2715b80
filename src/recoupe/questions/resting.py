"""On which single origin most rests."""

from collections import defaultdict

from recoupe.model import Case, OriginKind, Record


class Resting(Record):
    """What rests on one origin.

    Attributes:
        origin: Its id.
        name: As shown to a person.
        kind: A source's kind, or ``outlet``.
        alone: Claims that have no other origin, in the order of the case.
        shared: Claims that have others too, likewise.
        repeated: Those of ``alone`` that several reports carry: many articles, one origin.
    """

    origin: str
    name: str
    kind: OriginKind
    alone: tuple[str, ...]
    shared: tuple[str, ...]
    repeated: tuple[str, ...]


def resting(case: Case) -> tuple[Resting, ...]:
    """Return the origins of a case, the one that most claims rest on alone first."""
    rank = {document.id: place for place, document in enumerate(case.documents)}
    ordered = sorted(
        case.links.claims,
        key=lambda claim: (min((rank.get(d, 0) for d in claim.documents), default=0), claim.id),
    )
    named: dict[str, tuple[str, OriginKind]] = {}
    alone, shared, repeated = (defaultdict[str, list[str]](list) for _ in range(3))
    for claim in ordered:
        for origin in claim.origins:
            named.setdefault(origin.id, (origin.name, origin.kind))
            single = len(claim.origins) == 1
            (alone if single else shared)[origin.id].append(claim.id)
            if single and len(claim.documents) > 1:
                repeated[origin.id].append(claim.id)
    found = (
        Resting(
            origin=key,
            name=name,
            kind=kind,
            alone=tuple(alone[key]),
            shared=tuple(shared[key]),
            repeated=tuple(repeated[key]),
        )
        for key, (name, kind) in named.items()
    )
    return tuple(
        sorted(found, key=lambda one: (-len(one.alone), -len(one.shared), one.name, one.origin))
    )
