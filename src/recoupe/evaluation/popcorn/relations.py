"""Relations: which pairs of entities stand in which, by types, grammar and nearness."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.evaluation.popcorn.mapping import Kind, families, kinds
from recoupe.evaluation.popcorn.reading import Read, Word
from recoupe.evaluation.popcorn.records import Entity, Relation
from recoupe.evaluation.popcorn.weights import Case, Weights, learn, sigmoid
from recoupe.extraction.tokens import Token

GENDERS = ("GENDER_FEMALE", "GENDER_MALE")
_PRIOR_FEMALE = frozenset(("elle", "elles", "celle", "la"))
_PRIOR_MALE = frozenset(("il", "ils", "celui", "le"))
_EPOCHS = 6
_FAR = 4
_PATH = 4
_STEPS = (1, 3, 8)


@dataclass(frozen=True, slots=True)
class Node:
    """An entity with its words.

    Attributes:
        entity: The entity.
        heads: For each mention, the word that the others hang on.
        first: Place of its first mention among all entities of its group of types.
    """

    entity: Entity
    heads: tuple[Word, ...]
    first: int


def nodes_of(held: Read, entities: Sequence[Entity]) -> list[Node]:
    """Return the entities of a report with the words that head their mentions."""
    order = sorted(range(len(entities)), key=lambda k: entities[k].mentions[:1])
    seen: Counter[str] = Counter()
    rank: dict[int, int] = {}
    for at in order:
        group = group_of(entities[at].type)
        rank[at] = seen[group]
        seen[group] += 1
    found = []
    for at, entity in enumerate(entities):
        heads = []
        for mention in entity.mentions:
            words = [w for w in held.words if mention.overlaps(w.span)]
            inside = {w.token.i for w in words}
            top = next((w for w in words if w.token.head.i not in inside), None)
            head = top or (words[0] if words else None)
            if head is not None:
                heads.append(head)
        found.append(Node(entity, tuple(heads), rank[at]))
    return found


@cache
def group_of(kind: str) -> str:
    """Return a coarser type: person, organisation, happening, time, quantity or its own."""
    for name, members in _groups().items():
        if kind in members:
            return name
    return kind


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    every = kinds()
    return {
        "person": every["GENDER_MALE"].subjects,
        "organisation": every["OPERATES_IN"].subjects,
        "happening": every["STARTED_IN"].subjects,
        "time": every["START_DATE"].objects,
        "quantity": every["HAS_QUANTITY"].objects,
    }


@cache
def possible(subject: str, object_: str) -> frozenset[str]:
    """Return the relations that two types may stand in."""

    def fits(kind: Kind) -> bool:
        return subject in kind.subjects and object_ in kind.objects

    return frozenset(k.name for k in map(kinds().__getitem__, families()["relation"]) if fits(k))


def pairs_of(
    held: Read, entities: Sequence[Entity]
) -> Iterator[tuple[int, int, frozenset[str], tuple[str, ...]]]:
    """Yield each pair that may be related: both places, the relations, the clues."""
    nodes = nodes_of(held, entities)
    counts = Counter(group_of(e.type) for e in entities)
    ancestors: dict[int, list[Token]] = {}
    for a, one in enumerate(nodes):
        for b, other in enumerate(nodes):
            among = possible(one.entity.type, other.entity.type)
            if not among or not one.heads or not other.heads:
                continue
            if a == b:
                among &= frozenset(GENDERS)
                if among:
                    yield a, b, among, tuple(_gender(one, held))
                continue
            among -= frozenset(GENDERS)
            if among:
                told = tuple(dict.fromkeys(_clues(one, other, counts, ancestors)))
                yield a, b, among, told


def _gender(node: Node, held: Read) -> Iterator[str]:
    yield "*gender"
    people = held.things.people
    for word in node.heads:
        token = word.token
        if token.lower_ in _PRIOR_FEMALE | _PRIOR_MALE or token.pos_ == "PRON":
            yield f"pronoun={token.lower_}"
        feminine = people.gender_of_noun(token)
        if token.pos_ == "NOUN":
            yield f"noun feminine={feminine}"
            yield f"noun={token.lower_}"
        if word.figure is not None:
            yield f"figure feminine={word.figure.feminine}"
            yield f"named feminine={people.gender_of_name(word.figure.name)}"
        if word.mention is not None:
            yield f"civility feminine={people.civility_before(held.text, word.span.start)}"
            yield f"name feminine={people.gender_of_name(word.mention.name)}"
    yield f"type={node.entity.type}"


def _clues(
    one: Node, other: Node, counts: Mapping[str, int], ancestors: dict[int, list[Token]]
) -> Iterator[str]:
    a, b = group_of(one.entity.type), group_of(other.entity.type)
    near, far = min(((x, y) for x in one.heads for y in other.heads), key=lambda p: _distance(*p))
    apart = min(_FAR, abs(near.number - far.number))
    types = f"{a}>{b}"
    exact = f"{one.entity.type}>{other.entity.type}"
    order = "<" if near.span < far.span else ">"
    x, y = near.token, far.token
    head, tail = x.lemma_.lower(), y.lemma_.lower()
    yield types
    yield exact
    yield f"{one.entity.type}>{b}"
    yield f"{a}>{other.entity.type}"
    yield f"{types} apart={apart}"
    yield f"{exact} apart={apart}"
    yield f"{types} {order} apart={apart}"
    yield f"{types} first={min(3, one.first)} {min(3, other.first)}"
    yield f"{types} of={min(4, counts[a])} {min(4, counts[b])}"
    yield f"{types} mentions={min(3, len(one.heads))} {min(3, len(other.heads))}"
    yield f"{types} head={head}"
    yield f"{types} tail={tail}"
    yield f"{head}>{tail}"
    if near.mention is not None:
        yield f"{types} head named"
    if far.mention is not None:
        yield f"{types} tail named"
    for s in dict.fromkeys(w.token.dep_ for w in one.heads):
        yield f"{types} head dep={s}"
    case = next((c.lower_ for c in y.children if c.dep_ == "case"), "")
    yield f"{types} case={case}"
    yield f"{types} tail={tail} case={case}"
    if near.sentence is far.sentence:
        between = abs(x.i - y.i)
        yield f"{types} {order} words={bisect_left(_STEPS, between)}"
        path = _path(x, y, ancestors)
        if path:
            yield f"{types} path={path[0]}"
            yield f"{types} path={path[0]} case={case}"
            yield f"{types} over={path[1]}"
            yield f"{types} over={path[1]} {path[0]}"
        if between <= _PATH:
            inner = x.doc[min(x.i, y.i) + 1 : max(x.i, y.i)]
            yield f"{types} {order} between={' '.join(t.lower_ for t in inner)}"


def _distance(one: Word, other: Word) -> tuple[int, int]:
    return abs(one.number - other.number), abs(one.span.start - other.span.start)


def _path(x: Token, y: Token, ancestors: dict[int, list[Token]]) -> tuple[str, str] | None:
    """Return the relations of the parse from one word to another, and the word on top of both."""
    up, down = _above(x, ancestors), _above(y, ancestors)
    places = {t.i: k for k, t in enumerate(down)}
    for k, token in enumerate(up):
        if token.i in places:
            down_to = places[token.i]
            if k + down_to > _PATH:
                return None
            steps = [t.dep_ for t in up[:k]] + ["^"] + [t.dep_ for t in reversed(down[:down_to])]
            return " ".join(steps), token.lemma_.lower()
    return None


def _above(token: Token, ancestors: dict[int, list[Token]]) -> list[Token]:
    if token.i not in ancestors:
        found = [token]
        while found[-1].head is not found[-1]:
            found.append(found[-1].head)
        ancestors[token.i] = found
    return ancestors[token.i]


def learn_relations(
    reports: Sequence[tuple[Read, Sequence[Entity], frozenset[Relation]]],
) -> Weights:
    """Learn which pairs stand in which relations from annotated entities and relations."""
    cases = []
    for held, entities, relations in reports:
        told: dict[tuple[int, int], set[str]] = {}
        for a, name, b in relations:
            told.setdefault((a, b), set()).add(name)
        for a, b, among, found in pairs_of(held, entities):
            right = frozenset(told.get((a, b), ())) & among
            cases.append(Case(found, right, among))
    return learn(cases, families()["relation"], many=True, epochs=_EPOCHS, least=4)


def relations_of(
    held: Read, entities: Sequence[Entity], weights: Weights, least: Mapping[str, float]
) -> frozenset[Relation]:
    """Return the relations between the entities of a report.

    Args:
        held: The report as read.
        entities: Its entities, found or given.
        weights: What was learnt.
        least: The probability that each relation needs.
    """
    found: set[Relation] = set()
    for a, b, among, told in pairs_of(held, entities):
        chances = sigmoid(weights.scores(told))
        by_name = {name: float(chances[weights.types.index(name)]) for name in among}
        if a == b:
            best = max(by_name, key=lambda n: by_name[n])
            found.add((a, best, b))
            continue
        found |= {(a, name, b) for name, p in by_name.items() if p >= least.get(name, 0.5)}
    return frozenset(found)
