"""A whole report in POPCORN's terms: what is learnt from its training part, and put to use."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from recoupe.errors import DataError
from recoupe.evaluation.popcorn import attributes
from recoupe.evaluation.popcorn.attributes import attributes_of
from recoupe.evaluation.popcorn.entities import entities_of, learn_topics, marked_in, themes
from recoupe.evaluation.popcorn.mapping import families
from recoupe.evaluation.popcorn.reading import Read, read
from recoupe.evaluation.popcorn.records import Entity, Relation, Report
from recoupe.evaluation.popcorn.relations import learn_relations, relations_of
from recoupe.evaluation.popcorn.typing import Typing, learn_typing
from recoupe.evaluation.popcorn.units import units_of
from recoupe.evaluation.popcorn.weights import Weights

# Set on an eighth of the reports to learn from, the others learnt from; not on those kept apart.
_LEAN = 0.15
"""How far types lean towards rare ones: the power of their share that divides them."""
_RELATED = 0.3
"""The probability that makes a relation."""
_FEWEST = 3
_LEAST = 0.2


@dataclass(frozen=True, slots=True)
class Learnt:
    """What is learnt.

    Attributes:
        words: Types of words and names.
        topics: Which types of events a whole report holds.
        attributes: Types of attributes.
        relations: Which pairs are related.
    """

    words: Typing
    topics: Weights
    attributes: Typing
    relations: Weights

    def given(self, held: Read, entities: Sequence[Entity]) -> frozenset[Relation]:
        """Return the relations between entities that are given."""
        least = dict.fromkeys(families()["relation"], _RELATED)
        return relations_of(held, entities, self.relations, least)

    def report(self, held: Read) -> Report:
        """Return a report as Recoupe reads it, in POPCORN's terms."""
        entities = entities_of(held, self.words, self.topics)
        entities += attributes_of(held, self.attributes, entities)
        return Report(held.text, tuple(entities), self.given(held, entities))

    def save(self, folder: Path) -> None:
        """Write all tables into a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self.words.save(folder, "words")
        self.attributes.save(folder, "attributes")
        self.topics.save(folder / "topics.tsv", least=_LEAST)
        self.relations.save(folder / "relations.tsv", least=_LEAST)

    @classmethod
    def load(cls, folder: Path) -> "Learnt":
        """Load what :meth:`save` wrote.

        Raises:
            DataError: A table is missing.
        """
        try:
            return cls(
                Typing.load(folder, "words"),
                Weights.load(folder / "topics.tsv"),
                Typing.load(folder, "attributes"),
                Weights.load(folder / "relations.tsv"),
            )
        except OSError as error:
            remedy = "run python -m recoupe.evaluation.popcorn learn"
            raise DataError(f"{folder} lacks a table of the mapping ({error})", remedy) from error


def read_all(reports: Iterable[Report]) -> Iterator[tuple[Report, Read]]:
    """Yield reports with what Recoupe reads in them."""
    held = list(reports)
    yield from zip(held, read(r.text for r in held), strict=True)


def learn_mapping(reports: Sequence[Report]) -> Learnt:
    """Learn the mapping from annotated reports."""
    held = list(read_all(reports))
    named = (*families()["entity"], *families()["event"])
    words = learn_typing(((h, units_of(h), marked_in(r.entities, named)) for r, h in held), named)
    rest = attributes.types()
    others = learn_typing(
        ((h, attributes.units(h), marked_in(r.entities, rest)) for r, h in held), rest
    )
    shares = _shares(reports)
    return Learnt(
        words.leaning(shares, _LEAN),
        learn_topics((themes(h), r) for r, h in held),
        others.leaning(shares, _LEAN),
        learn_relations([(h, r.entities, r.relations) for r, h in held]),
    )


def _shares(reports: Iterable[Report]) -> Mapping[str, float]:
    """Return each type's share of all mentions."""
    counts = Counter(e.type for r in reports for e in r.entities for _ in e.mentions)
    return {kind: max(n, _FEWEST) / counts.total() for kind, n in counts.items()}
