"""Coasts and borders of the world, as ``gazetteer/outlines.py`` wrote them."""

import json
import lzma
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Point = tuple[float, float]
"""Longitude and latitude in degrees."""
Box = tuple[float, float, float, float]
"""West, south, east, north."""


@dataclass(frozen=True)
class Country:
    """A country's shape.

    Attributes:
        polygons: Its parts, each a list of rings, each a list of arcs; ``~n`` is arc n backwards.
        label: Latitude and longitude of its name, None for land without one.
        names: Its name by language.
    """

    polygons: list[list[list[int]]]
    label: Point | None
    names: dict[str, str]


@dataclass(frozen=True)
class Outlines:
    """The outlines of the world.

    Attributes:
        arcs: Lines; where two countries meet, one for both.
        boxes: What each arc spans.
        countries: By ISO 3166-1 code; land without one under the empty string.
        borders: Arcs between two countries.
        coasts: Arcs that bound one country only.
    """

    arcs: list[list[Point]]
    boxes: list[Box]
    countries: dict[str, Country]
    borders: list[int]
    coasts: list[int]


@cache
def outlines() -> Outlines:
    """Return the outlines that ship with Recoupe."""
    packed = (files(__package__) / "outlines.json.xz").read_bytes()
    raw = json.loads(lzma.decompress(packed))
    arcs = [_unpacked(flat, raw["step"]) for flat in raw["arcs"]]
    countries = {
        code: Country(one["polygons"], tuple(one["label"]) if one["label"] else None, one["names"])
        for code, one in raw["countries"].items()
    }
    owners: dict[int, Counter[str]] = {}
    for code, country in countries.items():
        for arc in {a if a >= 0 else ~a for p in country.polygons for r in p for a in r}:
            owners.setdefault(arc, Counter())[code] += 1
    # An arc between two parts of one country has one owner too, but runs both ways in its rings.
    inner = {
        arc
        for country in countries.values()
        for arc, times in Counter(
            a if a >= 0 else ~a for p in country.polygons for r in p for a in r
        ).items()
        if times > 1
    }
    return Outlines(
        arcs=arcs,
        boxes=[box_of(arc) for arc in arcs],
        countries=countries,
        borders=sorted(arc for arc, held in owners.items() if len(held) > 1),
        coasts=sorted(arc for arc, held in owners.items() if len(held) == 1 and arc not in inner),
    )


def country_name(code: str | None, lang: str) -> str:
    """Return a country's name, or its code where no name is known; empty for None.

    Args:
        code: ISO 3166-1 alpha-2.
        lang: ISO 639-1 code of the interface.
    """
    if not code:
        return ""
    country = outlines().countries.get(code)
    return country.names.get(lang, code) if country else code


def box_of(line: list[Point]) -> Box:
    """Return what a line spans."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return min(xs), min(ys), max(xs), max(ys)


def _unpacked(flat: list[int], step: float) -> list[Point]:
    x = y = 0
    line = []
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        line.append((x * step, y * step))
    return line
