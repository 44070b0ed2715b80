"""POPCORN's reports: text, entities with their mentions, relations.

The form is that of the set's own README (Giordano et al. 2024, "POPCORN: Fictional and
Synthetic Intelligence Reports for Named Entity Recognition and Relation Extraction
Tasks", KES 2024): events and attributes are entities too, told apart by their types.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recoupe.errors import DataError
from recoupe.model import Span

APART = 12
"""One report in so many is kept out of all training, that of the shipped weights too."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that a report speaks of: an entity, event or attribute.

    Attributes:
        type: Its type in POPCORN's ontology.
        mentions: The words that name it, in order.
        value: Normal form of an attribute, None for others.
    """

    type: str
    mentions: tuple[Span, ...]
    value: str | None = None


Relation = tuple[int, str, int]
"""Place of the subject among the report's entities, type, place of the object."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report with what is annotated, or read, in it."""

    text: str
    entities: tuple[Entity, ...]
    relations: frozenset[Relation]


def load(path: Path) -> list[Report]:
    """Load the reports of one file.

    Args:
        path: ``train.json`` or any file of its form: reports under their names, or a
            list of such groups.

    Raises:
        DataError: It is missing or of another form.
    """
    try:
        held: Any = json.loads(path.read_text(encoding="utf-8"))
        groups: Sequence[Any] = [held] if isinstance(held, dict) else held
        return [_report(r) for group in groups for r in _records(group)]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"{path} holds no POPCORN reports ({error})", "give its JSON") from error


def _records(group: Any) -> Iterable[Any]:
    return [group] if "text" in group else group.values()


def _report(record: dict[str, Any]) -> Report:
    places: dict[int, int] = {}
    entities: list[Entity] = []
    for entity in record["entities"]:
        places[entity["id"]] = len(entities)
        spans = {Span(m["start"], m["end"]) for m in entity["mentions"]}
        value = entity.get("value")
        # "CATEGORY_0" and "CATEGORY" are one type.
        kind = entity["type"].removesuffix("_0")
        entities.append(Entity(kind, tuple(sorted(spans)), None if value is None else str(value)))
    relations = frozenset(
        (places[a], name, places[b])
        for a, name, b in record["relations"]
        if a in places and b in places
    )
    return Report(record["text"], tuple(entities), relations)


def as_record(report: Report) -> dict[str, Any]:
    """Return a report in POPCORN's own form."""
    entities = []
    for place, entity in enumerate(report.entities):
        mentions = [
            {"value": m.of(report.text), "start": m.start, "end": m.end} for m in entity.mentions
        ]
        one: dict[str, Any] = {"id": place, "mentions": mentions, "type": entity.type}
        if entity.value is not None:
            one["value"] = entity.value
        entities.append(one)
    relations = [list(relation) for relation in sorted(report.relations)]
    return {"text": report.text, "entities": entities, "relations": relations}


def folds(folder: Path) -> tuple[list[Report], list[Report], list[Report]]:
    """Return the reports to learn from, those kept apart, and the synthetic ones to learn from.

    The order is that in which ``training/fr`` reads them: the shipped pipeline learnt
    names on the same ones.

    Args:
        folder: Holds ``train.json`` and ``synthetic.json``.

    Raises:
        DataError: A file is missing or of another form.
    """
    written, synthetic = load(folder / "train.json"), load(folder / "synthetic.json")
    learnt = [r for at, r in enumerate(written) if at % APART]
    apart = written[::APART]
    made = [r for at, r in enumerate(synthetic, start=len(written)) if at % APART]
    return learnt, apart, made
