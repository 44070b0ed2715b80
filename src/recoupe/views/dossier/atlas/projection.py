"""How the round earth becomes a flat picture, and which part of it a picture shows.

A part of the earth is drawn in Lambert's azimuthal equal-area projection about its own middle
(Snyder 1987, Map Projections: A Working Manual, p. 185), which bends little as far as half a
hemisphere; the whole earth in Equal Earth (Šavrič, Patterson and Jenny 2018).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from recoupe.views.dossier.atlas.outlines import Box, Point

EARTH = 6371.0
"""Kilometres."""
WIDTH = 720.0
"""Of every picture, in its own units."""
_MARGIN = 0.13
"""Share of the picture kept free around what it shows."""
_LEAST = 480.0
"""Kilometres that a picture shows across, however close its places lie."""
_FLAT, _TALL = 0.52, 0.78
"""Height over width, at least and at most."""
_WIDEST = math.radians(62)
"""Farthest from the middle that a part of the earth may reach, before all of it is shown."""
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_WORLD_CENTRE = 10.0
_WORLD: Box = (-180.0, -56.0, 180.0, 84.0)


@dataclass(frozen=True)
class View:
    """A part of the earth and the picture that shows it.

    Attributes:
        longitude: Of the middle of the projection, in degrees.
        latitude: Likewise.
        world: Whether all the earth is shown.
        scale: Units of the picture for one radius of the earth.
        left: What lies at the picture's left edge, in units from the projection's middle.
        top: Likewise, at its upper edge; upwards is positive.
        height: Of the picture.
    """

    longitude: float
    latitude: float
    world: bool
    scale: float
    left: float
    top: float
    height: float

    def place(self, longitude: float, latitude: float) -> Point:
        """Return where a point of the earth lies in the picture, from its upper left corner."""
        x, y = _projected(longitude, latitude, self)
        return x * self.scale - self.left, self.top - y * self.scale

    def shows(self, at: Point, margin: float = 0.0) -> bool:
        """Tell whether a point of the picture lies in it, ``margin`` from its edge."""
        inner = margin <= at[0] <= WIDTH - margin
        return inner and margin <= at[1] <= self.height - margin

    @property
    def kilometre(self) -> float:
        """Units of the picture for a kilometre at its middle."""
        return self.scale / EARTH

    def earth(self, x: float, y: float) -> Point:
        """Return longitude and latitude of a point of the picture (of a part of the earth)."""
        east, north = (x + self.left) / self.scale, (self.top - y) / self.scale
        away = math.hypot(east, north)
        if not away:
            return self.longitude, self.latitude
        angle = 2 * math.asin(min(away / 2, 1.0))
        middle = math.radians(self.latitude)
        sine = math.cos(angle) * math.sin(middle)
        sine += north * math.sin(angle) * math.cos(middle) / away
        down = away * math.cos(middle) * math.cos(angle)
        down -= north * math.sin(middle) * math.sin(angle)
        turned = math.degrees(math.atan2(east * math.sin(angle), down))
        return self.longitude + turned, math.degrees(math.asin(max(-1.0, min(1.0, sine))))

    @cached_property
    def frame(self) -> list[Point]:
        """The picture's edge on the earth: longitudes and latitudes, going round."""
        steps = [n / 24 for n in range(24)]
        w, h = WIDTH, self.height
        edge = [(w * s, 0.0) for s in steps] + [(w, h * s) for s in steps]
        edge += [(w - w * s, h) for s in steps] + [(0.0, h - h * s) for s in steps]
        return [self.earth(x, y) for x, y in edge]

    @cached_property
    def box(self) -> Box:
        """Longitudes and latitudes that the picture may show, with something to spare.

        Longitudes go on past 180° where the picture crosses the date line.
        """
        if self.world:
            return self.longitude - 180, -90.0, self.longitude + 180, 90.0
        xs, ys = [p[0] for p in self.frame], [p[1] for p in self.frame]
        west, south, east, north = min(xs) - 2, min(ys) - 2, max(xs) + 2, max(ys) + 2
        if self.shows(self.place(self.longitude, 90.0)):
            west, east, north = self.longitude - 180, self.longitude + 180, 90.0
        if self.shows(self.place(self.longitude, -90.0)):
            west, east, south = self.longitude - 180, self.longitude + 180, -90.0
        return west, max(south, -90.0), east, min(north, 90.0)


def fitted(places: Sequence[Point]) -> View:
    """Return the view that shows all places, with margins.

    Args:
        places: Longitudes and latitudes; at least one.
    """
    longitude, latitude = _middle(places)
    farthest = max(_angle((longitude, latitude), place) for place in places)
    if farthest > _WIDEST:
        return _whole()
    bare = View(longitude, latitude, False, 1.0, 0.0, 0.0, 1.0)
    projected = [_projected(x, y, bare) for x, y in places]
    west, east = min(x for x, _ in projected), max(x for x, _ in projected)
    south, north = min(y for _, y in projected), max(y for _, y in projected)
    across, up = max(east - west, _LEAST / EARTH), max(north - south, 0.0)
    height = WIDTH * min(max(up / across, _FLAT), _TALL)
    free = 1 - 2 * _MARGIN
    scale = min(WIDTH * free / across, height * free / up if up else math.inf)
    left = (west + east) / 2 * scale - WIDTH / 2
    return View(
        longitude, latitude, False, scale, left, (south + north) / 2 * scale + height / 2, height
    )


def _whole() -> View:
    _, south, _, north = _WORLD
    bare = View(_WORLD_CENTRE, 0.0, True, 1.0, 0.0, 0.0, 1.0)
    half = _projected(_WORLD_CENTRE + 180, 0.0, bare)[0]
    scale = WIDTH / (2 * half)
    top = _projected(_WORLD_CENTRE, north, bare)[1] * scale
    bottom = _projected(_WORLD_CENTRE, south, bare)[1] * scale
    return View(_WORLD_CENTRE, 0.0, True, scale, -WIDTH / 2, top, top - bottom)


def _projected(longitude: float, latitude: float, view: View) -> Point:
    turned = math.radians((longitude - view.longitude + 180) % 360 - 180)
    if view.world and longitude - view.longitude == 180:
        turned = math.pi
    up = math.radians(latitude)
    if view.world:
        theta = math.asin(math.sqrt(3) / 2 * math.sin(up))
        square = theta * theta
        six = square**3
        bend = 9 * _A4 * six * square + 7 * _A3 * six + 3 * _A2 * square + _A1
        x = 2 * math.sqrt(3) * turned * math.cos(theta) / (3 * bend)
        return x, theta * (_A4 * six * square + _A3 * six + _A2 * square + _A1)
    middle = math.radians(view.latitude)
    cosine = math.sin(middle) * math.sin(up)
    cosine += math.cos(middle) * math.cos(up) * math.cos(turned)
    k = math.sqrt(2 / max(1 + cosine, 1e-9))
    north = math.cos(middle) * math.sin(up) - math.sin(middle) * math.cos(up) * math.cos(turned)
    return k * math.cos(up) * math.sin(turned), k * north


def _middle(places: Sequence[Point]) -> Point:
    """Return the middle of what the places span, as seen from their mean direction."""
    x = y = z = 0.0
    for longitude, latitude in places:
        turn, up = math.radians(longitude), math.radians(latitude)
        x += math.cos(up) * math.cos(turn)
        y += math.cos(up) * math.sin(turn)
        z += math.sin(up)
    longitude = math.degrees(math.atan2(y, x))
    latitude = math.degrees(math.atan2(z, math.hypot(x, y)))
    turns = [(one - longitude + 180) % 360 - 180 for one, _ in places]
    ups = [one for _, one in places]
    # Many places close together must not push a lone one off the picture.
    middle = longitude + (min(turns) + max(turns)) / 2, (min(ups) + max(ups)) / 2
    return middle if max(turns) - min(turns) < 180 else (longitude, latitude)


def _angle(one: Point, other: Point) -> float:
    (x1, y1), (x2, y2) = one, other
    up1, up2 = math.radians(y1), math.radians(y2)
    cosine = math.sin(up1) * math.sin(up2)
    cosine += math.cos(up1) * math.cos(up2) * math.cos(math.radians(x2 - x1))
    return math.acos(max(-1.0, min(1.0, cosine)))
