"""What people decided about names: which name one thing, which two, and which none."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import sha256

from recoupe.compare.names import normalise
from recoupe.linking.judgements.constraints import Constraints, in_force, settle
from recoupe.model import Judgement

Key = tuple[str, str]
"""Family of schemas and normalised name."""


def entity_id(schema: str, name: str) -> str:
    """Return the id of an entity of a schema whose fullest name, normalised, is ``name``."""
    return "e" + sha256(f"{schema}|{name}".encode()).hexdigest()[:12]


def judged_names(
    judgements: Sequence[Judgement],
    names: Mapping[Key, Collection[str]],
    leading: Collection[str],
) -> Constraints[Key]:
    """Return which names of a case were judged to name one thing, or two.

    Args:
        judgements: Oldest first, of any kind.
        names: The names of the case, each with the schemas that it was read as.
        leading: Folded words that are no part of a name.
    """
    decided = [one for one in _on_names(judgements) if one.compares and len(one.words) == 2]
    bearing = _bearing(names if decided else {})
    return settle(
        (judgement, one, other)
        for judgement in decided
        for one, other in _pairs(
            _meant(judgement.words[0], judgement.subject, names, bearing, leading),
            _meant(judgement.words[1], judgement.other, names, bearing, leading),
            same=judgement.decision == "same",
        )
    )


def judged_none(
    judgements: Sequence[Judgement],
    names: Mapping[Key, Collection[str]],
    leading: Collection[str],
) -> frozenset[Key]:
    """Return which names of a case were judged to name nothing; arguments as above.

    The other names of what was judged go with its first, as far as they are of its family.
    """
    wrong = [one for one in _on_names(judgements) if one.decision == "wrong" and one.words]
    bearing = _bearing(names if wrong else {})
    none: set[Key] = set()
    for one in wrong:
        first, *others = (
            _meant(words, one.subject, names, bearing, leading) for words in one.words
        )
        families = {family for family, _ in first}
        none.update(first, (key for keys in others for key in keys if key[0] in families))
    return frozenset(none)


def _on_names(judgements: Sequence[Judgement]) -> list[Judgement]:
    return [one for one in in_force(judgements) if one.kind == "entity"]


def _bearing(names: Mapping[Key, Collection[str]]) -> Mapping[str, list[Key]]:
    """Return what bears each name."""
    bearing: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(names):
        bearing[key[1]].append(key)
    return bearing


def _meant(
    words: str,
    entity: str | None,
    names: Mapping[Key, Collection[str]],
    bearing: Mapping[str, list[Key]],
    leading: Collection[str],
) -> list[Key]:
    """Return what bears a name: the very entity judged, where it still has its id."""
    name = normalise(words, leading)
    keys = bearing.get(name, [])
    same = (key for key in keys if any(entity_id(s, name) == entity for s in names[key]))
    very = next(same, None)
    return keys if very is None else [very]


def _pairs(ones: Sequence[Key], others: Sequence[Key], *, same: bool) -> Iterator[tuple[Key, Key]]:
    """Yield what a judgement binds, where names are borne by things of several families."""
    every = [(one, other) for one in ones for other in others]
    # That a person and a person are one says nothing of a place that bears the name too.
    alike = [(one, other) for one, other in every if one[0] == other[0]]
    yield from (alike or every[:1]) if same else every
