"""The maps of a case: which parts of the earth to show, and what to draw on each."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from recoupe.views.dossier.atlas.drawing import TOLERANCE, Backdrop, backdrop
from recoupe.views.dossier.atlas.lettering import Name, lettered
from recoupe.views.dossier.atlas.outlines import Point
from recoupe.views.dossier.atlas.projection import WIDTH, View, fitted
from recoupe.views.dossier.maps.lines import Course, Route, course, frame, route, scale_bar
from recoupe.views.dossier.maps.spots import (
    TOO_WIDE,
    Mark,
    drawn,
    marks_on,
    names_wanted,
    point_of,
)
from recoupe.views.dossier.places import Named, Places
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
_SMALL = 1.6
"""Units that a line may be off on a map shown at half its size."""


@dataclass(frozen=True)
class Tint:
    """A country that the case speaks of, in its own colour."""

    named: str
    path: str
    link: str
    number: int


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
    points = {(s.longitude, s.latitude) for s, _ in drawn(found) if s.radius < TOO_WIDE}
    points |= {at for told in found.told if (at := point_of(told))}
    lands = {at for one in found.known if (at := _of_country(one))}
    if not points | lands:
        return []
    views = [fitted(sorted(points | lands))]
    for view in views:
        # Grows while it is gone through: a detail may have one of its own.
        views += _details(view, sorted(points), sorted(lands))[: MOST - len(views)]
    said = [sum(mark.number for mark in marks_on(view, found)) for view in views]
    best = max(range(1, len(views)), key=lambda n: said[n], default=0)
    if best and said[best] >= 0.5 * said[0]:
        views.insert(0, views.pop(best))
    return [
        _chart(view, views, found, ways, lang, _SMALL if n and len(views) > 2 else TOLERANCE)
        for n, view in enumerate(views)
    ]


def _of_country(one: Named) -> Point | None:
    return (
        (one.spot.longitude, one.spot.latitude) if one.spot and one.spot.kind == "country" else None
    )


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
    marks = marks_on(view, found)
    covered = [((mark.x, mark.y), mark.radius) for mark in marks]
    names = names_wanted(view, found, behind, countries, marks, lang)
    return Chart(
        view=view,
        backdrop=behind,
        tints=[
            Tint(one.name, behind.countries[code], one.anchor, one.weight)
            for code, one in countries.items()
            if code in behind.countries
        ],
        marks=list(reversed(marks)),
        courses=[one for told in found.told if (one := course(view, told))],
        routes=[leg for way in ways if (leg := route(view, way))],
        wide=lettered(names, covered, _WIDE, view.height),
        narrow=lettered(names, covered, _NARROW, view.height),
        frames=[frame(view, other) for other in views if other.scale > 1.5 * view.scale],
        bar=scale_bar(view),
    )
