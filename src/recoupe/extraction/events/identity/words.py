"""A language's words that tell which event is meant, compiled once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.extraction.claimers.words import fold
from recoupe.language import Pack
from recoupe.ontology import event_types


@dataclass(frozen=True, slots=True)
class IdentityWords:
    """A language's words that tell which event is meant, compiled.

    Attributes:
        pointing: Determiners that point back.
        definite: Articles of what is known.
        contracted: Prepositions that hold such an article, and look like others that do not.
        one_in_many: Plurals that name one event.
        denying: Words by which what was told of before is denied.
        another: Words beside a noun for another than the one told before.
        again: Words beside a verb for what happens anew.
        general: Type to the words for any event of it.
        families: Type and word to the number of its family.
    """

    pointing: frozenset[str]
    definite: frozenset[str]
    contracted: frozenset[str]
    one_in_many: frozenset[str]
    denying: frozenset[str]
    another: frozenset[str]
    again: frozenset[str]
    general: Mapping[str, frozenset[str]]
    families: Mapping[tuple[str, str], int]


@cache
def load_identity(pack: Pack) -> IdentityWords:
    """Return the pack's words that tell which event is meant, compiled once.

    Raises:
        ValueError: The list names a type that the ontology has not.
    """
    told = pack.words("event_identity")
    if unknown := ({*told["families"]} | {*told["general"]}) - set(event_types()):
        raise ValueError(f"no such types of events: {unknown}")
    families = {
        (name, fold(word)): number
        for name, lines in told["families"].items()
        for number, line in enumerate(lines)
        for word in line.split()
    }
    return IdentityWords(
        pointing=frozenset(told["pointing"]),
        definite=frozenset(told["definite"]),
        contracted=frozenset(told["contracted"]),
        one_in_many=frozenset(told["one_in_many"]),
        denying=frozenset(told["denying"]),
        another=frozenset(told["another"].split()),
        again=frozenset(told["again"]),
        general={name: frozenset(map(fold, words)) for name, words in told["general"].items()},
        families=families,
    )
