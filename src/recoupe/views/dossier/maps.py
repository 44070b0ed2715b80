"""The maps of a case: which parts of the earth to show, and what to draw on each."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.model.place import Spot
from recoupe.views.dossier.atlas.drawing import TOLERANCE, Backdrop, backdrop
from recoupe.views.dossier.atlas.lettering import Name, Wanted, lettered
from recoupe.views.dossier.atlas.outlines import Point, outlines
from recoupe.views.dossier.atlas.projection import WIDTH, View, fitted
from recoupe.views.dossier.places import Named, Places, Told
from recoupe.views.dossier.transfers import Way

MOST = 3
"""Maps of a case."""
_NEAR = 0.085
"""Share of a picture's width within which places belong to one detail."""
_CROWDED = 0.03
"""Likewise, within which two of them need it."""
_FEWEST = 3
"""Places that make a detail."""
_CLOSER = 2.0
"""How many times larger a detail shows them, at least."""
_WIDE, _NARROW = 12.5, 23.0
"""Size of letters, in units of a picture, for a wide screen and for a phone."""
_TOO_WIDE = 800
"""Kilometres of radius from which an area has no mark of its own ("Europe")."""
_SMALL = 1.6
"""Units that a line may be off on a map shown at half its size."""
_LENGTHS = (10, 20, 50, 100, 200, 500, 1000, 2000)
_BAR = 130.0
_HEAD = 11.0
"""Length of an arrow's point; a shorter leg is not drawn."""


@dataclass(frozen=True)
class Mark:
    """One place on one map.

    Attributes:
        named: Its name, or the words that give the point.
        x: From the left edge.
        y: From the upper edge.
        radius: By how much the case speaks of it.
        style: ``spot``, ``area``, ``maybe`` (left open), ``point`` (from distance and direction).
        link: Address in the page.
        number: Statements that speak of it.
    """

    named: str
    x: float
    y: float
    radius: float
    style: str
    link: str
    number: int


@dataclass(frozen=True)
class Tint:
    """A country that the case speaks of, in its own colour."""

    named: str
    path: str
    link: str
    number: int


@dataclass(frozen=True)
class Course:
    """A distance or direction as told: from the place counted from, to the one set out."""

    path: str
    link: str
    agrees: bool | None


@dataclass(frozen=True)
class Route:
    """A leg of a route.

    Attributes:
        named: Its places, for a reader who does not see it.
        path: From its first place to its last.
        head: The point of an arrow in the middle of its last part.
        link: Address in the page.
        travelled: Whether somebody says for certain that it was travelled.
    """

    named: str
    path: str
    head: str
    link: str
    travelled: bool


@dataclass(frozen=True)
class Chart:
    """One map.

    Attributes:
        view: What it shows.
        backdrop: Land, coasts, borders.
        tints: Countries spoken of.
        marks: Places spoken of, the least first, so that the most lie on top.
        courses: Distances and directions.
        routes: Legs of routes.
        wide: Names for a wide screen.
        narrow: Names for a narrow one.
        frames: Outlines of the details on it.
        bar: Length of the scale bar in units and in kilometres; None on a map of the world.
    """

    view: View
    backdrop: Backdrop
    tints: list[Tint]
    marks: list[Mark]
    courses: list[Course]
    routes: list[Route]
    wide: list[Name]
    narrow: list[Name]
    frames: list[str]
    bar: tuple[float, int] | None


def charts(found: Places, lang: str, ways: Sequence[Way] = ()) -> list[Chart]:
    """Lay out the maps of a case.

    Args:
        found: Its places.
        lang: Of the names of countries.
        ways: Legs of routes.

    Returns:
        The maps, the one that holds most of what is said first; none where nothing lies anywhere.
    """
    points = {(s.longitude, s.latitude) for s, _ in _drawn(found) if s.radius < _TOO_WIDE}
    points |= {at for told in found.told if (at := _point(told))}
    lands = {at for one in found.known if (at := _of_country(one))}
    if not points | lands:
        return []
    views = [fitted(sorted(points | lands))]
    for view in views:
        # Grows while it is gone through: a detail may have one of its own.
        views += _details(view, sorted(points), sorted(lands))[: MOST - len(views)]
    said = [sum(mark.number for mark in _marks(view, found)) for view in views]
    best = max(range(1, len(views)), key=lambda n: said[n], default=0)
    if best and said[best] >= 0.5 * said[0]:
        views.insert(0, views.pop(best))
    return [
        _chart(view, views, found, ways, lang, _SMALL if n and len(views) > 2 else TOLERANCE)
        for n, view in enumerate(views)
    ]


def _drawn(found: Places) -> Iterable[tuple[Spot, Named]]:
    for one in found.known:
        if one.spot and one.spot.kind != "country":
            yield one.spot, one
    for one in found.left_open:
        for spot in one.likely:
            yield spot, one


def _of_country(one: Named) -> Point | None:
    return (
        (one.spot.longitude, one.spot.latitude) if one.spot and one.spot.kind == "country" else None
    )


def _point(told: Told) -> Point | None:
    record = told.record
    if record.latitude is None or record.longitude is None:
        return None
    return record.longitude, record.latitude


def _details(view: View, points: Sequence[Point], lands: Sequence[Point]) -> list[View]:
    """Return views of the places that lie too close together in ``view``, largest group first.

    Countries widen a group that they lie amid, and make none.
    """
    left = [(view.place(*p), p) for p in (*points, *lands) if view.shows(view.place(*p))]
    whole = len(left)
    groups = []
    while left:
        group = [left.pop()]
        for (x, y), _ in group:
            close = [o for o in left if math.dist((x, y), o[0]) < _NEAR * WIDTH]
            left = [one for one in left if one not in close]
            group += close
        spots = [at for at, point in group if point in points]
        crowded = any(math.dist(a, b) < _CROWDED * WIDTH for a, b in combinations(spots, 2))
        if len(spots) >= _FEWEST and crowded and len(group) < whole:
            groups.append(sorted(point for _, point in group))
    groups.sort(key=lambda group: (-len(group), group))
    views = [fitted(group) for group in groups]
    return [one for one in views if one.scale > _CLOSER * view.scale]


def _chart(
    view: View,
    views: Sequence[View],
    found: Places,
    ways: Sequence[Way],
    lang: str,
    tolerance: float,
) -> Chart:
    countries = {
        one.spot.country: one
        for one in found.known
        if one.spot and one.spot.kind == "country" and one.spot.country
    }
    behind = backdrop(view, countries, tolerance)
    marks = _marks(view, found)
    covered = [((mark.x, mark.y), mark.radius) for mark in marks]
    names = _wanted(view, found, behind, countries, marks, lang)
    return Chart(
        view=view,
        backdrop=behind,
        tints=[
            Tint(one.name, behind.countries[code], one.anchor, one.weight)
            for code, one in countries.items()
            if code in behind.countries
        ],
        marks=list(reversed(marks)),
        courses=[one for told in found.told if (one := _course(view, told))],
        routes=[route for way in ways if (route := _route(view, way))],
        wide=lettered(names, covered, _WIDE, view.height),
        narrow=lettered(names, covered, _NARROW, view.height),
        frames=[_frame(view, other) for other in views if other.scale > 1.5 * view.scale],
        bar=_bar(view),
    )


def _marks(view: View, found: Places) -> list[Mark]:
    marks = []
    for spot, one in _drawn(found):
        at = view.place(spot.longitude, spot.latitude)
        if view.shows(at, 2.0) and spot.radius < _TOO_WIDE:
            area = spot.radius > 0 and spot.kind not in {"capital", "city", "airport", "port"}
            style = "maybe" if one.spot is None else "area" if area else "spot"
            marks.append(_mark(one.name, at, _radius(one.weight), style, one.anchor, one.weight))
    for told in found.told:
        record = told.record
        if (point := _point(told)) and view.shows(at := view.place(*point), 2.0):
            words = told.report.words(record.relation.span)
            marks.append(_mark(words, at, 5.0, "point", told.anchor, 1))
    return marks


def _mark(name: str, at: Point, radius: float, style: str, link: str, number: int) -> Mark:
    return Mark(name, round(at[0], 1), round(at[1], 1), round(radius, 1), style, link, number)


def _radius(number: int) -> float:
    return min(3.2 + 1.1 * math.sqrt(number), 11.0)


def _wanted(
    view: View,
    found: Places,
    behind: Backdrop,
    countries: dict[str, Named],
    marks: Sequence[Mark],
    lang: str,
) -> list[Wanted]:
    """Return the names of a map, the most important first."""
    wanted = [
        Wanted(
            f"{mark.named}\u202f?" if mark.style == "maybe" else mark.named,
            (mark.x, mark.y),
            mark.radius,
            mark.style,
            mark.link,
        )
        for mark in marks
        if mark.style != "point"
    ]
    for code, one in countries.items():
        if code in behind.seen:
            wanted.append(
                Wanted(one.name, _on_land(view, code, behind), None, "country", one.anchor)
            )
    for one in found.known:
        if one.spot and one.spot.radius >= _TOO_WIDE and one.spot.kind != "country":
            at = view.place(one.spot.longitude, one.spot.latitude)
            if view.shows(at, 2.0) and one.spot.kind != "area":
                wanted.append(Wanted(one.name, at, None, "area", one.anchor))
    if not view.world:
        # Others only where there is room: they tell where one is, not what is said.
        for code, (_, area) in sorted(behind.seen.items(), key=lambda item: -item[1][1]):
            if code and code not in countries:
                name = outlines().countries[code].names.get(lang, code)
                at, room = _on_land(view, code, behind), 1.1 * math.sqrt(area)
                wanted.append(Wanted(name, at, None, "land", None, room, 0.85))
    return wanted


def _on_land(view: View, code: str, behind: Backdrop) -> Point:
    """Return where a country's name stands: where its atlas puts it, or on what is seen of it."""
    label = outlines().countries[code].label
    if label:
        at = view.place(label[1], label[0])
        if view.shows(at, 30.0):
            return at
    return behind.seen[code][0]


def _course(view: View, told: Told) -> Course | None:
    record = told.record
    if record.anchor is None:
        return None
    if record.subject:
        end = (record.subject.longitude, record.subject.latitude)
    elif point := _point(told):
        end = point
    else:
        return None
    ends = view.place(record.anchor.longitude, record.anchor.latitude), view.place(*end)
    if not all(view.shows(at) for at in ends):
        return None
    (x1, y1), (x2, y2) = ends
    return Course(f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}", told.anchor, record.agrees)


def _route(view: View, way: Way) -> Route | None:
    spots = [stop.spot for stop in way.drawn if stop.spot]
    at = [view.place(spot.longitude, spot.latitude) for spot in spots]
    if len(at) < 2 or not all(view.shows(point) for point in at):
        return None
    (x1, y1), (x2, y2) = at[-2:]
    length = math.dist((x1, y1), (x2, y2))
    if length < _HEAD:
        return None
    right, down = (x2 - x1) / length, (y2 - y1) / length
    x, y = (x1 + x2) / 2 + right * _HEAD / 2, (y1 + y2) / 2 + down * _HEAD / 2
    back = x - right * _HEAD, y - down * _HEAD
    wing = _HEAD / 2
    return Route(
        named=" → ".join(stop.name for stop in way.record.stops),
        path="M" + "L".join(f"{a:.1f} {b:.1f}" for a, b in at),
        head=f"M{x:.1f} {y:.1f}L{back[0] - down * wing:.1f} {back[1] + right * wing:.1f}"
        f"L{back[0] + down * wing:.1f} {back[1] - right * wing:.1f}z",
        link=way.anchor,
        travelled=way.travelled,
    )


def _frame(view: View, other: View) -> str:
    at = [view.place(*point) for point in other.frame]
    if not any(view.shows(point) for point in at):
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in at) + "z"


def _bar(view: View) -> tuple[float, int] | None:
    if view.world:
        return None
    fitting = [km for km in _LENGTHS if km * view.kilometre <= _BAR]
    length = fitting[-1] if fitting else _LENGTHS[0]
    return round(length * view.kilometre, 1), length
