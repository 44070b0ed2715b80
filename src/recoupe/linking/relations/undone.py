"""What is said not to have come about, in any report: "pas un conteneur n'est sorti de Banjul".

It refutes what tells of that event: one of the same type, with the same thing and the same place or
party in it, though the words be others ("1 800 conteneurs ont été expédiés du port de Banjul").
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from recoupe.compare.names import normalise
from recoupe.linking.claims.contrasts import figures_differ, times_differ
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.relations.parties import called
from recoupe.linking.relations.pointing import Denial
from recoupe.model import Event, Reason

_HAPPENED = frozenset({"done", "begun"})
_HANDED = frozenset({"transfer", "movement"})
_FEWEST, _FEWEST_OTHER = 2, 3
"""Parts that are filled alike in both, where something is handed over or moved, and elsewhere: a
noun beside the point may tell of an event too ("des équipements liés à la production")."""

_Filler = tuple[str, frozenset[str], frozenset[str]]
"""A name, its terms, and those of what it stands for: a capital, or an adjective, for the state."""
_Parts = Mapping[str, Sequence[_Filler]]
"""Who or what fills each part of an event."""


def denied_as_undone(found: Sequence[Proposition]) -> Iterator[Denial]:
    """Bind denials that an event came about to what tells of it.

    Args:
        found: Propositions in the order of the case.
    """
    denials = [(p, e) for p in found if _asserts(p, denied=True) for e in _events(p, {"denied"})]
    types = {event.type for _, event in denials}
    told: dict[str, list[tuple[Proposition, _Parts]]] = defaultdict(list)
    for q in found if denials else ():
        if _asserts(q, denied=False):
            for event in _events(q, _HAPPENED):
                if event.type in types:
                    told[event.type].append((q, _parts(event, q)))
    filled = {kind: _Filled([there for _, there in held]) for kind, held in told.items()}
    for p, event in denials:
        here = _parts(event, p)
        least = _FEWEST if event.type in _HANDED else _FEWEST_OTHER
        for place in filled[event.type].like(here, least) if event.type in filled else ():
            q, there = told[event.type][place]
            shared = _alike(here, there)
            if len(shared) >= least and not _apart(p, q):
                why = Reason(rule="same-event", words=" · ".join(shared))
                yield Denial(p, q, (Reason(rule="denies", words=p.words), why))


class _Filled:
    """Events found by what fills their parts: a large case tells of a hundred thousand.

    Args:
        events: What fills the parts of each.
    """

    def __init__(self, events: Sequence[_Parts]) -> None:
        self._by_term: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, parts in enumerate(events):
            for role, fillers in parts.items():
                for term in _terms(fillers):
                    self._by_term[role, term].append(place)

    def like(self, parts: _Parts, least: int) -> list[int]:
        """Return, in order, those of which so many parts may be filled alike."""
        found: Counter[int] = Counter()
        for role, fillers in parts.items():
            found.update({p for t in _terms(fillers) for p in self._by_term.get((role, t), ())})
        return sorted(place for place, count in found.items() if count >= least)


def _terms(fillers: Sequence[_Filler]) -> frozenset[str]:
    return frozenset(term for _, own, stands in fillers for term in (*own, *stands))


def _asserts(p: Proposition, *, denied: bool) -> bool:
    """Tell whether a source commits itself, to a denial or to what is none."""
    return p.speaker is not None and p.negative == denied and not p.open and not p.asks


def _events(p: Proposition, statuses: frozenset[str] | set[str]) -> Iterator[Event]:
    return (event for event in p.statement.events if event.status in statuses)


def _parts(event: Event, p: Proposition) -> _Parts:
    """Return what fills each part; a thing that moves is what is moved."""
    vocabulary = p.report.vocabulary
    parts: dict[str, list[_Filler]] = defaultdict(list)
    for role, fillers in event.roles.items():
        part = "item" if event.type == "movement" and role == "actor" else role
        for filler in fillers:
            own = normalise(filler.name, vocabulary.leading).split()
            terms = frozenset(vocabulary.terms(own))
            if terms:
                parts[part].append((filler.name, terms, called(filler.name, vocabulary)))
    return parts


def _alike(one: _Parts, other: _Parts) -> list[str]:
    """Return what fills parts alike, as the first names it; nothing where one is not."""
    shared = []
    for role in sorted(one.keys() & other.keys()):
        both = [x[0] for x in one[role] for y in other[role] if _are_one(x, y)]
        if not both:
            return []
        shared.append(both[0])
    return shared


def _are_one(one: _Filler, other: _Filler) -> bool:
    """Tell whether one of two names holds the other, or what it stands for does."""
    both = zip(one[1:], other[1:], strict=True)
    return any(a and b and (a <= b or b <= a) for a, b in both)


def _apart(p: Proposition, q: Proposition) -> bool:
    """Tell whether a denial can't be of what another statement tells."""
    inside = p.report.id == q.report.id and p.statement.content.overlaps(q.statement.content)
    return inside or p.speaker == q.speaker or times_differ(p, q) or figures_differ(p, q)
