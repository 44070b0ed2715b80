"""Which mentions are of one entity, beyond what claimers join: places, groups, things, events.

Claimers bind who can be a source; POPCORN also chains "la ville", "les manifestants", "le
camion". Mentions are read in order; each joins a chain of its type or begins one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from recoupe.evaluation.popcorn.mapping import families, kinds
from recoupe.evaluation.popcorn.reading import Read
from recoupe.evaluation.popcorn.units import Unit
from recoupe.extraction.tokens import Token

_DEFINITE = frozenset(("le", "la", "l'", "l’", "les", "ce", "cet", "cette", "ces"))
_CONTRACTED = frozenset(("du", "au", "des", "aux"))
_OWNED = frozenset(("son", "sa", "ses", "leur", "leurs"))
# What stands for a place or body told of before, whatever it was called.
_PLACES = frozenset(("lieu", "place", "endroit", "ville", "pays", "capitale", "y", "là", "où"))
_TOWNS = frozenset(("ville", "capitale"))
_BODIES = frozenset(
    ("association", "organisation", "groupe", "entreprise", "société", "ong", "collectif", "réseau")
)
_PEOPLE = frozenset(("victime", "homme", "femme", "dernier", "individu", "personne", "jeune"))
_APART = frozenset(("ECONOMICAL_CRISIS",))
"""Events of which a report tells several: each is its own unless the word is the same."""


@dataclass(slots=True)
class Chain:
    """Mentions of one entity.

    Attributes:
        kind: Its type.
        units: Its mentions so far, in order.
        lemmas: What they are called.
        names: The words of its names.
        state: One of its names is a state's.
        feminine: Its gender, None where nothing tells.
    """

    kind: str
    units: list[Unit] = field(default_factory=list)
    lemmas: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    state: bool = False
    feminine: bool | None = None

    def take(self, unit: Unit, feminine: bool | None, held: Read) -> None:
        """Add a mention."""
        self.units.append(unit)
        self.lemmas.add(_lemma(unit))
        if unit.name is not None:
            self.names |= set(unit.name.name.lower().split())
            states = held.things.states
            # A capital's name may speak for its state, but is not called a country.
            self.state |= states.is_state(unit.name.name) and not states.of_name(unit.name.name)
        if self.feminine is None:
            self.feminine = feminine


def chained(mentions: Iterable[tuple[Unit, str]], held: Read) -> list[Chain]:
    """Return the entities that typed units are mentions of.

    Args:
        mentions: Units with their types, in order.
        held: The report that they stand in.
    """
    chains: list[Chain] = []
    for unit, kind in mentions:
        feminine = _gender(unit, held)
        of_kind = [c for c in chains if c.kind == kind]
        chain = _chain_of(unit, kind, feminine, of_kind)
        if chain is None:
            chain = Chain(kind)
            chains.append(chain)
        else:
            # The last spoken of stands last.
            chains.remove(chain)
            chains.append(chain)
        chain.take(unit, feminine, held)
    return chains


def _chain_of(unit: Unit, kind: str, feminine: bool | None, of_kind: list[Chain]) -> Chain | None:
    if kind in families()["event"]:
        if kind not in _APART:
            return of_kind[-1] if of_kind else None
        return _latest(of_kind, lambda c: _lemma(unit) in c.lemmas)
    figure = unit.head.figure
    if figure is not None:
        found = _latest(of_kind, lambda c: any(u.head.figure is figure for u in c.units))
        if found is not None:
            return found
    if unit.name is not None:
        words = set(unit.name.name.lower().split())
        return _latest(of_kind, lambda c: bool(c.names) and (words <= c.names or c.names <= words))
    return _described(unit, kind, feminine, of_kind)


def _described(unit: Unit, kind: str, feminine: bool | None, of_kind: list[Chain]) -> Chain | None:
    """Return the chain that a noun or pronoun without a name takes up."""
    token, lemma = unit.head.token, _lemma(unit)
    known = _is_definite(token)
    person = kind in kinds()["GENDER_MALE"].subjects

    def agrees(chain: Chain) -> bool:
        return None in (feminine, chain.feminine) or feminine == chain.feminine

    if token.pos_ == "PRON":
        return _latest(of_kind, agrees) if person else _latest(of_kind, lambda _: True)
    if kind == "PLACE" and lemma in _PLACES and known:
        if lemma == "pays":
            return _latest(of_kind, lambda c: c.state)
        if lemma in _TOWNS:
            return _latest(of_kind, lambda c: bool(c.names) and not c.state)
        return _latest(of_kind, lambda c: bool(c.names)) or _latest(of_kind, lambda _: True)
    if person and known and (lemma in _PEOPLE or len(of_kind) == 1):
        return _latest(of_kind, agrees)
    if kind in kinds()["OPERATES_IN"].subjects and known and lemma in _BODIES:
        found = _latest(of_kind, lambda c: bool(c.names))
        if found is not None:
            return found
    if known or kind in kinds()["OPERATES_IN"].subjects:
        return _latest(of_kind, lambda c: lemma in c.lemmas)
    return None


def _latest(chains: list[Chain], fits: Callable[[Chain], bool]) -> Chain | None:
    return next((c for c in reversed(chains) if fits(c)), None)


def _lemma(unit: Unit) -> str:
    return unit.head.token.lemma_.lower()


def _gender(unit: Unit, held: Read) -> bool | None:
    figure = unit.head.figure
    if figure is not None and figure.feminine is not None:
        return figure.feminine
    if unit.name is not None:
        return held.things.people.gender_of_name(unit.name.name)
    told = unit.head.token.morph.get("Gender")
    if _lemma(unit) in {"victime", "personne"} or not told:
        return None
    return told[0] == "Fem"


def _is_definite(token: Token) -> bool:
    if token.lower_ in _PLACES and token.pos_ in {"ADV", "PRON"}:
        return True
    return any(
        child.lower_ in _DEFINITE
        or child.lower_ in _OWNED
        or (child.lower_ in _CONTRACTED and child.dep_ in {"case", "det"})
        for child in token.children
        if child.i < token.i
    )
