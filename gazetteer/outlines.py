"""Builds ``outlines.json.xz``, the coasts and borders behind the dossier's maps.

Run from the root of the repository, with the extra ``gazetteer`` installed::

    python -m gazetteer.outlines WORK

WORK is a folder for the packages that the data comes from, the same as for ``gazetteer.build``.
The outlines are Natural Earth's (public domain), from the package world-atlas, which keeps a
border that two countries share as one line. Lines are thinned to about a kilometre.

The file is JSON: ``arcs`` are lines in steps of ``step`` degrees, each a flat list of longitude
and latitude, the first absolute and the others counted from the one before. ``countries`` holds
by ISO 3166-1 code the polygons, each a list of rings, each a list of arcs as TopoJSON numbers them
(``~n`` is arc n backwards), where to write the name, and the name by language.
"""

import argparse
import json
import lzma
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from babel import Locale

from gazetteer import shapes, sources
from recoupe.views.labels import languages

TARGET = Path(__file__).parents[1] / "src/recoupe/views/dossier/atlas/outlines.json.xz"
_STEP = 0.005
"""Degrees; about half a kilometre."""
_TOLERANCE = 0.01
"""Degrees that a thinned line may be off."""
_SMALLEST = 0.04
"""Degrees across, below which an island is left out, unless it is all of its country."""
# What Natural Earth draws apart and the gazetteer files under a country, and what it draws under
# another country than the gazetteer does: one case file must not say two things.
_CODES = {
    "Kosovo": "XK",
    "Somaliland": "SO",
    "N. Cyprus": "CY",
    "Cyprus U.N. Buffer Zone": "CY",
    "Baikonur": "KZ",
}
_MOVED = (("RU", "UA", (34.2, 45.2)),)

Point = tuple[float, float]
Ring = list[int]


def build(work: Path) -> dict[str, Any]:
    """Return the outlines, ready to be written."""
    sources.fetch(work)
    raw = json.loads((work / "world-atlas/package/countries-10m.json").read_bytes())
    lines = [_unpacked(arc, raw["transform"]) for arc in raw["arcs"]]
    held = _polygons(raw, work)
    for giver, taker, at in _MOVED:
        moved = [p for p in held[giver] if _contains(_points(p[0], lines), at)]
        held[giver] = [p for p in held[giver] if p not in moved]
        held[taker] += moved
    held = {code: _worth_drawing(polygons, lines) for code, polygons in held.items()}
    used = sorted(
        {abs_arc(a) for polygons in held.values() for p in polygons for r in p for a in r}
    )
    number = {old: new for new, old in enumerate(used)}
    labels = _labels(work)
    # Lands that Natural Earth draws within their state (La Réunion) still have a name.
    for code in Locale("en").territories:
        if len(code) == 2 and code.isalpha():
            held.setdefault(code, [])
    return {
        "source": "Natural Earth 4.1, 1:10m, public domain (naturalearthdata.com)",
        "step": _STEP,
        "arcs": [_packed(thinned(lines[old], _TOLERANCE)) for old in used],
        "countries": {
            code: {
                "polygons": [[_renumbered(ring, number) for ring in p] for p in polygons],
                "label": labels.get(code),
                "names": {lang: Locale(lang).territories.get(code, code) for lang in languages()},
            }
            for code, polygons in sorted(held.items())
        },
    }


def abs_arc(arc: int) -> int:
    """Return the number of an arc, whichever way it runs."""
    return ~arc if arc < 0 else arc


def thinned(line: Sequence[Point], tolerance: float) -> list[Point]:
    """Return a line without the points that it can do without (Douglas and Peucker 1973).

    Args:
        line: Longitudes and latitudes.
        tolerance: Degrees of latitude that the outcome may be off.
    """
    keep = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    if line[0] == line[-1] and len(line) > 3:
        # A ring has no line between its ends: it is cut at the point farthest off.
        far = max(range(len(line)), key=lambda n: math.dist(line[0], line[n]))
        keep.add(far)
        waiting = [(0, far), (far, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        worst, at = tolerance, 0
        for n in range(first + 1, last):
            away = _away(line[n], line[first], line[last])
            if away > worst:
                worst, at = away, n
        if at:
            keep.add(at)
            waiting += [(first, at), (at, last)]
    return [line[n] for n in sorted(keep)]


def _away(point: Point, one: Point, other: Point) -> float:
    """Return how far a point is from a stretch of line, in degrees of latitude."""
    narrow = math.cos(math.radians(point[1]))
    x, y = (point[0] - one[0]) * narrow, point[1] - one[1]
    dx, dy = (other[0] - one[0]) * narrow, other[1] - one[1]
    length = dx * dx + dy * dy
    along = min(max((x * dx + y * dy) / length, 0.0), 1.0) if length else 0.0
    return math.hypot(x - along * dx, y - along * dy)


def _unpacked(arc: Iterable[Sequence[int]], transform: dict[str, list[float]]) -> list[Point]:
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    found = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        found.append((x * sx + tx, y * sy + ty))
    return found


def _packed(line: Iterable[Point]) -> list[int]:
    flat: list[int] = []
    before = (0, 0)
    for longitude, latitude in line:
        here = (round(longitude / _STEP), round(latitude / _STEP))
        if here != before or not flat or len(flat) == 2:
            flat += [here[0] - before[0], here[1] - before[1]]
        before = here
    return flat


def _polygons(raw: dict[str, Any], work: Path) -> dict[str, list[list[Ring]]]:
    """Return the polygons of each country, by code."""
    table = sources.earth(work, "cultural/ne_10m_admin_0_countries", "dbf")
    codes = {row["iso_n3_eh"]: row["iso_a2_eh"] for row in shapes.rows(table)}
    held: dict[str, list[list[Ring]]] = {}
    for shape in raw["objects"]["countries"]["geometries"]:
        code = codes.get(shape.get("id", "")) or _CODES.get(shape["properties"]["name"], "")
        arcs = shape.get("arcs", [])
        polygons = [arcs] if shape["type"] == "Polygon" else arcs
        # What has no code is drawn as land without a name.
        held.setdefault(code if len(code) == 2 else "", []).extend(polygons)
    return held


def _labels(work: Path) -> dict[str, list[float]]:
    table = sources.earth(work, "cultural/ne_10m_admin_0_countries", "dbf")
    found: dict[str, list[float]] = {}
    for row in shapes.rows(table):
        at = [round(float(row["label_y"]), 2), round(float(row["label_x"]), 2)]
        found.setdefault(row["iso_a2_eh"], at)
    return found


def _points(ring: Ring, lines: Sequence[list[Point]]) -> list[Point]:
    return [point for a in ring for point in (lines[a] if a >= 0 else lines[~a][::-1])]


def _contains(ring: Sequence[Point], at: Point) -> bool:
    x, y = at
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside


def _worth_drawing(polygons: list[list[Ring]], lines: Sequence[list[Point]]) -> list[list[Ring]]:
    sizes = [_across(_points(polygon[0], lines)) for polygon in polygons]
    largest = max(sizes)
    return [
        [ring for n, ring in enumerate(p) if n == 0 or _across(_points(ring, lines)) >= _SMALLEST]
        for p, size in zip(polygons, sizes, strict=True)
        if size >= _SMALLEST or size == largest
    ]


def _across(ring: Sequence[Point]) -> float:
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _renumbered(ring: Ring, number: dict[int, int]) -> Ring:
    return [~number[~a] if a < 0 else number[a] for a in ring]


def main() -> None:
    """Build the file."""
    parser = argparse.ArgumentParser(description="Build the outlines behind the maps.")
    parser.add_argument("work", type=Path)
    made = build(parser.parse_args().work)
    data = json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(lzma.compress(data, preset=9))
    print(f"{TARGET}: {len(made['arcs'])} lines, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
