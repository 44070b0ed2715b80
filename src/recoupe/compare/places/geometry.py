"""Distance and bearing on the globe."""

import math
from functools import lru_cache

EARTH_RADIUS = 6371.0088
"""Mean radius in kilometres (IUGG)."""

At = tuple[float, float]
"""Latitude and longitude in decimal degrees (WGS 84)."""


# The same two places of a case are held against each other again and again.
@lru_cache(maxsize=1 << 16)
def kilometres(one: At, other: At) -> float:
    """Return the great-circle distance between two points, in kilometres (haversine)."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    a = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_RADIUS * math.asin(min(1.0, math.sqrt(a)))


def bearing(origin: At, target: At) -> float:
    """Return the initial bearing from one point to another, in degrees clockwise from north."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*origin, *target))
    east = math.sin(lon2 - lon1) * math.cos(lat2)
    north = math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(
        lon2 - lon1
    )
    return math.degrees(math.atan2(east, north)) % 360


def destination(origin: At, distance: float, heading: float) -> At:
    """Return the point that lies ``distance`` kilometres from ``origin`` on a bearing."""
    lat1, lon1, course = map(math.radians, (*origin, heading))
    arc = distance / EARTH_RADIUS
    lat2 = math.asin(
        math.sin(lat1) * math.cos(arc) + math.cos(lat1) * math.sin(arc) * math.cos(course)
    )
    lon2 = lon1 + math.atan2(
        math.sin(course) * math.sin(arc) * math.cos(lat1),
        math.cos(arc) - math.sin(lat1) * math.sin(lat2),
    )
    return math.degrees(lat2), (math.degrees(lon2) + 540) % 360 - 180


def turn(one: float, other: float) -> float:
    """Return the angle between two bearings, 0 to 180 degrees."""
    return abs((one - other + 180) % 360 - 180)
