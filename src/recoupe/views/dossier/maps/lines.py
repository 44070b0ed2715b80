"""Lines on a map: distances and directions as told, routes, frames of details, the scale."""

import math
from dataclasses import dataclass

from recoupe.views.dossier.atlas.projection import View
from recoupe.views.dossier.maps.spots import point_of
from recoupe.views.dossier.places import Told
from recoupe.views.dossier.transfers import Way

_LENGTHS = (10, 20, 50, 100, 200, 500, 1000, 2000)
_BAR = 130.0
_HEAD = 11.0
"""Length of an arrow's point; a shorter leg is not drawn."""


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


def course(view: View, told: Told) -> Course | None:
    """Return a distance or direction as drawn; None where an end lies off the map or nowhere."""
    record = told.record
    if record.anchor is None:
        return None
    if record.subject:
        end = (record.subject.longitude, record.subject.latitude)
    elif point := point_of(told):
        end = point
    else:
        return None
    ends = view.place(record.anchor.longitude, record.anchor.latitude), view.place(*end)
    if not all(view.shows(at) for at in ends):
        return None
    (x1, y1), (x2, y2) = ends
    return Course(f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}", told.anchor, record.agrees)


def route(view: View, way: Way) -> Route | None:
    """Return a leg as drawn; None where it leaves the map or is too short for its arrow."""
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


def frame(view: View, other: View) -> str:
    """Return the outline of another map on this one, as a path; empty where they lie apart."""
    at = [view.place(*point) for point in other.frame]
    if not any(view.shows(point) for point in at):
        return ""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in at) + "z"


def scale_bar(view: View) -> tuple[float, int] | None:
    """Return the scale bar's length in units and in kilometres; None on a map of the world."""
    if view.world:
        return None
    fitting = [km for km in _LENGTHS if km * view.kilometre <= _BAR]
    length = fitting[-1] if fitting else _LENGTHS[0]
    return round(length * view.kilometre, 1), length
