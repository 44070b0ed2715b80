"""What people decided about names: which name one thing, and which two."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from hashlib import sha256

from recoupe.compare.names import normalise
from recoupe.linking.constraints import Constraints, in_force, settle
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
    decided = [
        one
        for one in in_force(judgements)
        if one.kind == "entity" and one.compares and len(one.words) == 2
    ]
    bearing: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(names) if decided else ():
        bearing[key[1]].append(key)

    def meant(words: str, entity: str | None) -> list[Key]:
        """Return what bears a name: the very entity judged, where it still has its id."""
        name = normalise(words, leading)
        keys = bearing.get(name, [])
        same = (key for key in keys if any(entity_id(s, name) == entity for s in names[key]))
        very = next(same, None)
        return keys if very is None else [very]

    return settle(
        (judgement, one, other)
        for judgement in decided
        for one, other in _pairs(
            meant(judgement.words[0], judgement.subject),
            meant(judgement.words[1], judgement.other),
            same=judgement.decision == "same",
        )
    )


def _pairs(ones: Sequence[Key], others: Sequence[Key], *, same: bool) -> Iterator[tuple[Key, Key]]:
    """Yield what a judgement binds, where names are borne by things of several families."""
    every = [(one, other) for one in ones for other in others]
    # That a person and a person are one says nothing of a place that bears the name too.
    alike = [(one, other) for one, other in every if one[0] == other[0]]
    yield from (alike or every[:1]) if same else every
