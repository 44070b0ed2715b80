"""The types of POPCORN and what of our reading answers each: ``mapping.yml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

Family = Literal["entity", "attribute", "event", "relation"]
FAMILIES: tuple[Family, ...] = ("entity", "attribute", "event", "relation")


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of POPCORN's.

    Attributes:
        name: Its name.
        family: Entity, attribute, event or relation.
        ours: What of our model answers it; "" where nothing does.
        subjects: Of a relation, the types that its subject may have.
        objects: Likewise of its object.
    """

    name: str
    family: Family
    ours: str
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()


@cache
def _file() -> Any:
    return yaml.safe_load((Path(__file__).parent / "mapping.yml").read_text(encoding="utf-8"))


@cache
def kinds() -> dict[str, Kind]:
    """Return all types by name, in the order of the file."""
    told = _file()
    groups: dict[str, frozenset[str]] = {}
    for name, members in told["groups"].items():
        groups[name] = frozenset(m for word in members.split() for m in groups.get(word, {word}))
    found: dict[str, Kind] = {}
    for family in FAMILIES:
        for name, entry in told[family].items():
            if family != "relation":
                found[name] = Kind(name, family, entry or "")
                continue
            ends = [
                frozenset(t for word in entry[end].split() for t in groups.get(word, {word}))
                for end in ("of", "to")
            ]
            found[name] = Kind(name, family, entry.get("ours") or "", *ends)
    return found


@cache
def plain() -> Mapping[str, Any]:
    """Return which type each of our schemas, kinds and types of events is by itself."""
    told: Mapping[str, Any] = _file()["plain"]
    return told


@cache
def families() -> dict[Family, tuple[str, ...]]:
    """Return the names of the types by family."""
    return {
        family: tuple(k.name for k in kinds().values() if k.family == family) for family in FAMILIES
    }


def covered(family: Family) -> float:
    """Return the share of a family's types that something of our model answers, 0 to 1."""
    names = families()[family]
    return sum(bool(kinds()[name].ours) for name in names) / len(names)
