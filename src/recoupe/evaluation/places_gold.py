"""Reports in which places are annotated: what each name means, and where that lies.

Invented reports stand in YAML files, one an affair; each quotes the words that name a
place and says which one is meant, and this module finds where they stand, so that an
annotation cannot drift from its text. Conventions: ``docs/annotation.md``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

import yaml

from recoupe.compare.places.geometry import kilometres
from recoupe.errors import DataError
from recoupe.evaluation.gold import HELD_OUT, locate
from recoupe.model import Document, Span
from recoupe.model.place import Spot

NEAR = 20.0
"""Kilometres: how far from a point an answer may lie, unless its annotation allows more."""
WATERS = frozenset({"river", "sea", "lake"})
_KINDS = WATERS | {
    "country", "capital", "city", "town", "village", "region", "port", "airport",
    "mountain", "island",
}  # fmt: skip

Sort = Literal["place", "unknown", "open", "trap", "optional"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that may be meant.

    Attributes:
        kind: ``city``, ``river``, ``country`` ...
        at: Latitude and longitude.
        countries: Codes that are right for it; empty where it lies in several, or in none.
        within: Kilometres from ``at`` that are right.
    """

    kind: str
    at: tuple[float, float]
    countries: frozenset[str]
    within: float

    def fits(self, spot: Spot) -> bool:
        """Tell whether a spot is this place; for a country, no town in it will do."""
        if self.countries and spot.country not in self.countries:
            return False
        if self.kind == "country" and spot.kind != "country":
            return False
        return kilometres(self.at, (spot.latitude, spot.longitude)) <= self.within


@dataclass(frozen=True, slots=True)
class Mention:
    """Annotated words.

    Attributes:
        span: The words.
        sort: ``place``: one place is meant. ``unknown``: an invented one. ``open``: several
            may be meant. ``trap``: a person, firm, ship or drink with the name of a place.
            ``optional``: neither asked for nor held against anyone.
        readings: What may be meant: one place, several, or none.
        metonym: The name stands for those who govern there.
    """

    span: Span
    sort: Sort
    readings: tuple[Place, ...] = ()
    metonym: bool = False

    def is_right(self, spot: Spot | None) -> bool:
        """Tell whether a spot is what the words mean; for a government, its state is too."""
        if spot is None:
            return False
        (place,) = self.readings
        as_state = self.metonym and spot.kind == "country" and spot.country in place.countries
        return as_state or place.fits(spot)


@dataclass(frozen=True, slots=True)
class Report:
    """An annotated report."""

    document: Document
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Affair:
    """Reports that belong together.

    Attributes:
        part: ``development`` or ``held_out``.
        together: They are one case; else each is read as a case of its own.
        reports: In the order of the file.
    """

    part: str
    together: bool
    reports: tuple[Report, ...]


def load(folder: Path) -> Iterator[Affair]:
    """Load the affairs of a folder and of its ``held_out/``, in the order of their names.

    Raises:
        DataError: There are none, or one is malformed, or quotes words that its text has not.
    """
    files = [*sorted(folder.glob("*.yml")), *sorted((folder / HELD_OUT).glob("*.yml"))]
    if not files:
        raise DataError(f"no annotated places in {folder}", "give the folder of the places")
    for file in files:
        try:
            data = yaml.safe_load(file.read_text(encoding="utf-8"))
            yield _affair(file, data)
        except (KeyError, TypeError, ValueError, OSError, yaml.YAMLError) as error:
            raise DataError(f"{file.name}: no annotated places ({error})", "mend it") from error


def _affair(file: Path, data: Mapping[str, Any]) -> Affair:
    if data["read"] not in {"together", "alone"}:
        raise ValueError(f"'read' is together or alone, not {data['read']}")
    places = {key: _place(key, given) for key, given in data["places"].items()}
    reports = []
    for number, given in enumerate(data["reports"], start=1):
        name, text = f"{file.stem}-{number}", given["text"]
        mentions = tuple(_mention(text, annotation, places) for annotation in given["mentions"])
        if list(mentions) != sorted(mentions, key=lambda mention: mention.span):
            raise ValueError(f"the mentions of report {number} stand out of order")
        document = Document(id=name, file=name, text=text, sha256="", language="fr")
        reports.append(Report(document, mentions))
    part = HELD_OUT if file.parent.name == HELD_OUT else "development"
    return Affair(part, data["read"] == "together", tuple(reports))


def _place(key: str, given: Mapping[str, Any]) -> Place:
    if given["kind"] not in _KINDS:
        raise ValueError(f"{key}: there is no kind {given['kind']}")
    latitude, longitude = given["at"]
    countries = given.get("country", [])
    return Place(
        given["kind"],
        (latitude, longitude),
        frozenset([countries] if isinstance(countries, str) else countries),
        float(given.get("within", NEAR)),
    )


def _mention(text: str, given: Mapping[str, Any], places: Mapping[str, Place]) -> Mention:
    span = locate(text, given["words"], given.get("occurrence"))
    sorts = [sort for sort in get_args(Sort) if sort in given]
    if len(sorts) != 1:
        raise ValueError(f"'{given['words']}' must say one of {', '.join(get_args(Sort))}")
    sort = cast(Sort, sorts[0])
    keys = [given[sort]] if sort == "place" else given[sort] if sort == "open" else []
    readings = tuple(places[key] for key in keys)
    return Mention(span, sort, readings, bool(given.get("metonym")))
