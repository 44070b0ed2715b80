"""Land, coasts and borders of a view as paths of SVG, no finer than the picture shows.

Land is drawn country by country from rings that are cut to the view twice (Sutherland and Hodgman
1974): on the earth, so that nothing from beyond the horizon is projected, and in the picture.
Coordinates of paths are tenths of the picture's units.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from recoupe.views.dossier.atlas.outlines import Box, Country, Outlines, Point, box_of, outlines
from recoupe.views.dossier.atlas.projection import WIDTH, View

TOLERANCE = 0.8
"""Units of the picture that a line may be off."""
_LEAST = 2.5
"""Units of the picture across, from which an island is drawn."""
_OUTSIDE = 6.0
"""Units beyond the picture's edge to which lines are drawn, so that no end shows."""
_LONG = 3.0
"""Degrees from which a straight stretch is bent as the projection bends it."""


@dataclass
class Backdrop:
    """What lies behind the places of a view.

    Attributes:
        land: Path of all land.
        borders: Path of the borders between countries.
        coasts: Path of the coasts.
        countries: Path of each country asked for, by code.
        seen: Countries with land in the picture: code to the middle of their largest part there,
            and how much of the picture it takes, in square units.
    """

    land: str
    borders: str
    coasts: str
    countries: dict[str, str] = field(default_factory=dict)
    seen: dict[str, tuple[Point, float]] = field(default_factory=dict)


def backdrop(view: View, asked: Iterable[str], tolerance: float = TOLERANCE) -> Backdrop:
    """Return what lies behind the places of a view.

    Args:
        view: What is shown.
        asked: Countries whose own path is wanted, by code.
        tolerance: Units of the picture that a line may be off: more where it is shown small.
    """
    world = outlines()
    arcs = _near(world, view, tolerance)
    made = Backdrop("", _lines(world.borders, arcs, view), _lines(world.coasts, arcs, view))
    wanted = set(asked)
    land = []
    for code, country in world.countries.items():
        pieces = list(_pieces(country, arcs, view))
        if not pieces:
            continue
        path = "".join(_path(piece, closed=True) for piece in pieces)
        land.append(path)
        largest = max(pieces, key=_area)
        made.seen[code] = (_centre(largest), _area(largest))
        if code in wanted:
            made.countries[code] = path
    made.land = "".join(land)
    return made


def _near(world: Outlines, view: View, tolerance: float) -> list[list[Point]]:
    """Return the arcs, those out of sight as one stretch, the others as fine as is seen."""
    degrees = tolerance / (view.kilometre * 111)
    found = []
    for arc, box in zip(world.arcs, world.boxes, strict=True):
        seen = any(_meet(box, view.box, turn) for turn in (-360, 0, 360))
        found.append(thinned(_sparse(arc, degrees), degrees) if seen else [arc[0], arc[-1]])
    return found


def _meet(box: Box, other: Box, turn: float) -> bool:
    west, south, east, north = box
    apart = west + turn > other[2] or east + turn < other[0] or south > other[3] or north < other[1]
    return not apart


def _sparse(arc: Sequence[Point], degrees: float) -> list[Point]:
    """Return a line without points that are too close to the one before to be told apart."""
    kept = [arc[0]]
    for point in arc[1:-1]:
        if abs(point[0] - kept[-1][0]) > degrees or abs(point[1] - kept[-1][1]) > degrees:
            kept.append(point)
    return [*kept, arc[-1]]


def _pieces(country: Country, arcs: Sequence[list[Point]], view: View) -> Iterator[list[Point]]:
    """Yield the rings of a country inside the picture, in its units."""
    least = _LEAST / (view.kilometre * 111)
    frame = (-_OUTSIDE, -_OUTSIDE, WIDTH + _OUTSIDE, view.height + _OUTSIDE)
    for polygon in country.polygons:
        for ring in polygon:
            line = _unrolled(
                [point for a in ring for point in (arcs[a] if a >= 0 else arcs[~a][::-1])]
            )
            box = box_of(line)
            if max(box[2] - box[0], box[3] - box[1]) < least:
                continue
            for turn in (-360, 0, 360):
                if not _meet(box, view.box, turn):
                    continue
                cut = clipped([(x + turn, y) for x, y in line], view.box)
                shown = clipped([view.place(*p) for p in _bent(cut)], frame)
                if len(shown) > 2:
                    yield shown


def _unrolled(ring: list[Point]) -> list[Point]:
    """Return a ring whose longitudes go on past 180° where it crosses the date line."""
    if all(-179.9 < x < 179.9 for x, _ in ring) or any(y < -89.9 for _, y in ring):
        return ring  # nothing to unroll; Antarctica goes round the pole
    found = [ring[0]]
    turn = 0.0
    for (before, _), (x, y) in pairwise(ring):
        turn += -360.0 if x - before > 180 else 360.0 if before - x > 180 else 0.0
        found.append((x + turn, y))
    return found


def _bent(ring: Sequence[Point]) -> Iterator[Point]:
    """Yield the points of a ring, long stretches in steps."""
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        steps = int(max(abs(x2 - x1), abs(y2 - y1)) / _LONG) + 1
        for n in range(steps):
            yield x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps


def clipped(ring: Sequence[Point], box: Box) -> list[Point]:
    """Return the part of a ring inside a box (Sutherland and Hodgman 1974)."""
    found = list(ring)
    for axis, limit, keep in ((0, box[0], 1), (1, box[1], 1), (0, box[2], -1), (1, box[3], -1)):
        if all((p[axis] - limit) * keep >= 0 for p in found):
            continue
        found = list(_on_one_side(found, axis, limit, keep))
        if not found:
            break
    return found


def _on_one_side(ring: Sequence[Point], axis: int, limit: float, keep: int) -> Iterator[Point]:
    before = ring[-1]
    was = (before[axis] - limit) * keep >= 0
    for point in ring:
        here = (point[axis] - limit) * keep >= 0
        if here != was:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            across = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            yield (limit, across) if axis == 0 else (across, limit)
        if here:
            yield point
        before, was = point, here


def _lines(numbers: Iterable[int], arcs: Sequence[list[Point]], view: View) -> str:
    path = []
    for number in numbers:
        if _is_speck(arcs[number], view):
            continue
        if len(arcs[number]) == 2 and not any(view.shows(view.place(*p)) for p in arcs[number]):
            continue
        runs: list[list[Point]] = [[]]
        before: Point | None = None
        for longitude, latitude in arcs[number]:
            at = view.place(longitude, latitude)
            seen = view.shows(at, -_OUTSIDE)
            # The 180th meridian is where Natural Earth cuts land, not a coast.
            jump = before is not None and abs(at[0] - before[0]) > WIDTH / 2
            if jump or abs(longitude) > 179.98:
                runs.append([])
            elif seen or runs[-1]:
                if not runs[-1] and before is not None and not jump:
                    runs[-1].append(before)
                runs[-1].append(at)
                if not seen:
                    runs.append([])
            before = at
        path += [_path(run, closed=False) for run in runs if len(run) > 1]
    return "".join(path)


def _is_speck(arc: list[Point], view: View) -> bool:
    """Tell whether an arc is an island too small to be drawn."""
    west, south, east, north = box_of(arc)
    return arc[0] == arc[-1] and max(east - west, north - south) < _LEAST / (view.kilometre * 111)


def _path(line: Sequence[Point], *, closed: bool) -> str:
    """Return a line as a path of SVG, in tenths."""
    whole = [(round(10 * x), round(10 * y)) for x, y in line]
    steps = [f"M{whole[0][0]} {whole[0][1]}l"]
    x, y = whole[0]
    told = 0
    for here in whole[1:]:
        dx, dy = here[0] - x, here[1] - y
        if dx or dy:
            lead = "" if dx < 0 or not told else " "
            steps.append(f"{lead}{dx}{'' if dy < 0 else ' '}{dy}")
            told += 1
        x, y = here
    return "".join(steps) + ("z" if closed else "") if told else ""


def thinned(line: Sequence[Point], tolerance: float) -> list[Point]:
    """Return a line without the points that it can do without (Douglas and Peucker 1973)."""
    if len(line) < 3:
        return list(line)
    last = len(line) - 1
    keep = bytearray(len(line))
    keep[0] = keep[last] = 1
    waiting = [(0, last)]
    if line[0] == line[-1]:
        far = max(range(len(line)), key=lambda n: _squared(line[0], line[n]))
        keep[far] = 1
        waiting = [(0, far), (far, last)]
    limit = tolerance * tolerance
    while waiting:
        first, end = waiting.pop()
        measure = _distance_from(line[first], line[end])
        worst, at = limit, 0
        for n in range(first + 1, end):
            away = measure(line[n])
            if away > worst:
                worst, at = away, n
        if at:
            keep[at] = 1
            waiting += [(first, at), (at, end)]
    return [point for point, kept in zip(line, keep, strict=True) if kept]


def _distance_from(one: Point, other: Point) -> Callable[[Point], float]:
    """Return what measures the squared distance of a point to a stretch of line."""
    x0, y0 = one
    dx, dy = other[0] - x0, other[1] - y0
    length = dx * dx + dy * dy

    def measure(point: Point) -> float:
        x, y = point[0] - x0, point[1] - y0
        along = min(max((x * dx + y * dy) / length, 0.0), 1.0) if length else 0.0
        x, y = x - along * dx, y - along * dy
        return x * x + y * y

    return measure


def _squared(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _area(ring: Sequence[Point]) -> float:
    turned = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in turned)) / 2


def _centre(ring: Sequence[Point]) -> Point:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
