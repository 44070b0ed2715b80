"""Places on a map: marks as large as much is said of them, and their names."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recoupe.model.place import Spot
from recoupe.views.dossier.atlas.drawing import Backdrop
from recoupe.views.dossier.atlas.lettering import Wanted
from recoupe.views.dossier.atlas.outlines import Point, outlines
from recoupe.views.dossier.atlas.projection import View
from recoupe.views.dossier.places import Named, Places, Told

TOO_WIDE = 800
"""Kilometres of radius from which an area has no mark of its own ("Europe")."""


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


def drawn(found: Places) -> Iterable[tuple[Spot, Named]]:
    """Yield what has a mark, with its name: places but countries, and all that a name may be."""
    for one in found.known:
        if one.spot and one.spot.kind != "country":
            yield one.spot, one
    for one in found.left_open:
        for spot in one.likely:
            yield spot, one


def point_of(told: Told) -> Point | None:
    """Return where a distance and a direction put something: longitude and latitude."""
    record = told.record
    if record.latitude is None or record.longitude is None:
        return None
    return record.longitude, record.latitude


def marks_on(view: View, found: Places) -> list[Mark]:
    """Return the marks of the places that lie on a map, the most spoken of first."""
    marks = []
    for spot, one in drawn(found):
        at = view.place(spot.longitude, spot.latitude)
        if view.shows(at, 2.0) and spot.radius < TOO_WIDE:
            area = spot.radius > 0 and spot.kind not in {"capital", "city", "airport", "port"}
            style = "maybe" if one.spot is None else "area" if area else "spot"
            marks.append(_mark(one.name, at, _radius(one.weight), style, one.anchor, one.weight))
    for told in found.told:
        record = told.record
        if (point := point_of(told)) and view.shows(at := view.place(*point), 2.0):
            words = told.report.words(record.relation.span)
            marks.append(_mark(words, at, 5.0, "point", told.anchor, 1))
    return marks


def _mark(name: str, at: Point, radius: float, style: str, link: str, number: int) -> Mark:
    return Mark(name, round(at[0], 1), round(at[1], 1), round(radius, 1), style, link, number)


def _radius(number: int) -> float:
    return min(3.2 + 1.1 * math.sqrt(number), 11.0)


def names_wanted(
    view: View,
    found: Places,
    behind: Backdrop,
    countries: Mapping[str, Named],
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
        if one.spot and one.spot.radius >= TOO_WIDE and one.spot.kind != "country":
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
