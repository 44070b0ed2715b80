"""Projection, drawing and lettering of the maps."""

import itertools
import math
import re

import pytest

from recoupe.views.dossier.atlas.drawing import backdrop, clipped, thinned
from recoupe.views.dossier.atlas.lettering import Wanted, lettered
from recoupe.views.dossier.atlas.outlines import country_name, outlines
from recoupe.views.dossier.atlas.projection import WIDTH, fitted

LYON, TUNIS, TALLINN, SUVA, APIA = (
    (4.85, 45.75), (10.18, 36.8), (24.75, 59.44), (178.44, -18.14), (-171.77, -13.83),
)  # fmt: skip
TOKYO, LIMA = (139.69, 35.69), (-77.03, -12.05)


@pytest.mark.parametrize(
    "places",
    [[LYON], [LYON, TUNIS], [LYON, TUNIS, TALLINN], [SUVA, APIA], [LYON, TOKYO, LIMA]],
    ids=["one town", "two", "three", "across the date line", "the world"],
)
def test_a_view_shows_all_its_places_inside_its_margins(places) -> None:
    view = fitted(places)
    margin = 5.0 if view.world else 0.1 * view.height
    assert all(view.shows(view.place(*place), margin) for place in places)


def test_places_all_over_the_earth_get_the_whole_of_it() -> None:
    assert fitted([LYON, TOKYO, LIMA]).world
    assert not fitted([LYON, TUNIS, TALLINN]).world


def test_distances_on_a_map_are_those_of_its_scale() -> None:
    view = fitted([LYON, TUNIS])
    away = math.dist(view.place(*LYON), view.place(*TUNIS)) / view.kilometre
    assert away == pytest.approx(1090, rel=0.02)


def test_the_earth_comes_back_from_the_picture() -> None:
    view = fitted([LYON, TALLINN])
    assert view.earth(*view.place(*TUNIS)) == pytest.approx(TUNIS, abs=1e-6)


def test_a_ring_is_cut_at_the_edges_of_a_box() -> None:
    cut = clipped([(-5, -5), (5, -5), (5, 5), (-5, 5)], (0, 0, 3, 3))
    assert sorted(set(cut)) == [(0, 0), (0, 3), (3, 0), (3, 3)]
    assert clipped([(-5, -5), (-4, -5), (-4, -4)], (0, 0, 3, 3)) == []


def test_a_thinned_line_stays_within_its_tolerance() -> None:
    line = [(x / 10, math.sin(x / 10)) for x in range(60)]
    kept = thinned(line, 0.05)
    assert len(kept) < 20
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    for x, y in line:
        left = max(p for p in kept if p[0] <= x)
        right = min(p for p in kept if p[0] >= x)
        on = (
            left[1]
            if left == right
            else left[1] + (x - left[0]) / (right[0] - left[0]) * (right[1] - left[1])
        )
        assert abs(on - y) < 0.06


def test_what_is_drawn_stays_near_the_picture() -> None:
    view = fitted([SUVA, APIA])
    drawn = backdrop(view, ["FJ"])
    x = y = 0
    for move, steps in re.findall(r"M(-?\d+ ?-?\d+)l([-\d ]+)", drawn.land):
        x, y = map(int, re.findall(r"-?\d+", move))
        numbers = [int(n) for n in re.findall(r"-?\d+", steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            assert -100 <= x <= 10 * WIDTH + 100
            assert -100 <= y <= 10 * view.height + 100
    assert drawn.countries["FJ"]


def test_the_page_stays_small_whatever_a_map_shows() -> None:
    for places in ([LYON], [LYON, TUNIS, TALLINN], [LYON, TOKYO, LIMA]):
        drawn = backdrop(fitted(places), ["FR", "RU"])
        size = len(drawn.land) + len(drawn.coasts) + len(drawn.borders)
        assert size + sum(map(len, drawn.countries.values())) < 120_000


def test_names_cover_neither_each_other_nor_a_mark() -> None:
    spots = [(100.0 + 17 * n % 90, 100.0 + 29 * n % 70) for n in range(12)]
    wanted = [Wanted(f"Ville {n}", at, 4.0, "spot", f"g{n}") for n, at in enumerate(spots)]
    placed = lettered(wanted, [(at, 4.0) for at in spots], 12.0, 300.0)
    boxes = []
    for name in placed:
        width = 12 * 0.56 * len(name.text)
        left = name.x - {"start": 0, "middle": width / 2, "end": width}[name.anchor]
        boxes.append((left, name.y - 9.6, left + width, name.y + 3))
    assert 3 <= len(placed) <= len(wanted)
    for one, other in itertools.combinations(boxes, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart or abs(one[0] - other[2]) < 0.2 or abs(one[2] - other[0]) < 0.2


def test_a_name_that_finds_no_room_is_left_out() -> None:
    wanted = [Wanted("A" * 200, (360.0, 100.0), 4.0, "spot")]
    assert lettered(wanted, [], 12.0, 300.0) == []


@pytest.mark.parametrize(("code", "fr", "en"), [("EE", "Estonie", "Estonia"), ("QW", "QW", "QW")])
def test_countries_are_named_in_the_interfaces_language(code: str, fr: str, en: str) -> None:
    assert (country_name(code, "fr"), country_name(code, "en")) == (fr, en)
    assert country_name(None, "fr") == ""


def test_the_outlines_file_a_land_under_the_country_where_the_gazetteer_has_it() -> None:
    from recoupe.compare.places import open_gazetteer
    from recoupe.language.gazetteers import gazetteer_path

    world = outlines()
    gazetteer = open_gazetteer(gazetteer_path("fr"))
    for name in ("Simferopol", "Pristina", "Nicosie", "Tallinn", "Oslo", "Hargeisa"):
        place = next(hit.place for hit in gazetteer.find(name))
        polygons = world.countries[place.country].polygons
        at = (place.longitude, place.latitude)
        rings = [
            [p for a in polygon[0] for p in (world.arcs[a] if a >= 0 else world.arcs[~a][::-1])]
            for polygon in polygons
        ]
        assert any(_inside(ring, at) for ring in rings), name


def _inside(ring, at) -> bool:
    x, y = at
    crossed = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossed = not crossed
    return crossed
