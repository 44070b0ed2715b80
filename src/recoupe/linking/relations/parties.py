"""Who plays a part denies it: "X dément avoir reçu P" refutes "P a été livré à X", in any report.

The two need hardly a word in common. What binds them is who denies, the part that this one
plays in both, and what was handed over or who stood on the other side.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.compare.names import normalise
from recoupe.linking.claims.contrasts import figures_differ, times_differ
from recoupe.linking.claims.likeness import FEW_REPORTS
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.relations.pointing import Denial
from recoupe.linking.terms.vocabulary import Vocabulary
from recoupe.model import Event, Reason

_GIVER, _TAKER = "supplier", "recipient"
_TOLD = frozenset({"done", "begun"})
"""How far what is denied has come where another tells it."""


@dataclass(frozen=True)
class _Part:
    """A part that somebody plays where something is handed over.

    Attributes:
        role: The part.
        who: The terms of who plays it.
        items: What is handed over: its name, its first term, and all of them.
        others: Who plays the other part, as terms, with their names.
        vague: Whether nothing tells of what kind the things are ("des cargaisons").
    """

    role: str
    who: frozenset[str]
    items: tuple[tuple[str, str, frozenset[str]], ...]
    others: Mapping[frozenset[str], str]
    vague: bool


def denied_by_a_party(found: Sequence[Proposition]) -> Iterator[Denial]:
    """Bind the denial of a transfer by who would have given or taken to what tells of it.

    Args:
        found: Propositions in the order of the case.
    """
    denials = [(p, part) for p in found for part in _denied(p)]
    if not denials:
        return
    one_affair = len({p.report.id for p in found}) <= FEW_REPORTS
    told: dict[tuple[str, frozenset[str]], list[tuple[Proposition, _Part]]] = defaultdict(list)
    for q in found:
        if not (q.negative or q.open or q.asks):
            for event in q.statement.events:
                if event.status in _TOLD:
                    for part in _parts(event, q.report.vocabulary):
                        told[part.role, part.who].append((q, part))
    for p, part in denials:
        for q, other in told.get((part.role, part.who), ()):
            apart = q.speaker is None or q.speaker != p.speaker
            clash = times_differ(p, q) or figures_differ(p, q)
            if apart and not clash and (shared := _one_transfer(part, other, one_affair)):
                why = Reason(rule="same-part", words=f"{p.statement.sources[0].name} · {shared}")
                yield Denial(p, q, (Reason(rule="denies", words=p.words), why))


def _denied(p: Proposition) -> Iterator[_Part]:
    """Yield the parts that the source of a denial says it has not played."""
    if not p.negative or p.open or not p.statement.sources:
        return
    who = called(p.statement.sources[0].name, p.report.vocabulary)
    for event in p.statement.events:
        if event.type == "transfer" and event.status == "denied" and who:
            yield from (part for part in _parts(event, p.report.vocabulary) if part.who == who)


def _parts(event: Event, vocabulary: Vocabulary) -> Iterator[_Part]:
    """Yield who gives and who takes in an event; where a thing is brought to, there it is taken."""
    named = {
        role: {called(filler.name, vocabulary): filler.name for filler in event.roles.get(role, ())}
        for role in (_GIVER, _TAKER, "destination")
    }
    if event.type == "movement":
        named = {_GIVER: {}, _TAKER: named["destination"]}
    elif event.type != "transfer":
        return
    items = []
    for filler in event.roles.get("item", ()):
        terms = vocabulary.terms(normalise(filler.name, vocabulary.leading).split())
        if terms:
            items.append((filler.name, next(iter(terms)), frozenset(terms)))
    vague = all(terms <= vocabulary.packed for _, _, terms in items)
    for role, other in ((_GIVER, _TAKER), (_TAKER, _GIVER)):
        others = {who: name for who, name in named[other].items() if who}
        for who in filter(None, named[role]):
            yield _Part(role, who, tuple(items), others, vague)


def called(name: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the terms of who is called so; a state is its adjective, and so is its capital."""
    own = normalise(name, vocabulary.leading).split()
    if len(own) == 1:
        own = [vocabulary.capitals.get(own[0], own[0])]
    return frozenset(vocabulary.terms(vocabulary.with_states(own)))


def _one_transfer(one: _Part, other: _Part, one_affair: bool) -> str:
    """Return what shows that two tell of one transfer, empty if nothing does, or something not.

    The thing is the same by its first word, and neither is told to be of a kind of its own
    ("machines taïwanaises", "machines d'occasion"). In a case of one affair it is enough that one
    of them is told without its kind ("les cargaisons").

    Args:
        one: A part.
        other: The same part in another.
        one_affair: Whether the case is of one affair.
    """
    shared = one.others.keys() & other.others.keys()
    if one.others and other.others and not shared:
        return ""
    for name, head, terms in one.items:
        for _, same, told in other.items:
            own, others = terms - {head}, told - {same}
            if head == same and (own <= others or others <= own or own & others):
                return name
    if one.items and other.items and not (one_affair and (one.vague or other.vague)):
        return ""
    what = one.items[0][0] if one.items and other.items else ""
    return min((one.others[who] for who in shared), default=what)
