"""The gazetteer: names of places and where they lie, looked up from a compact file.

The file holds tab-separated lines sorted by key, packed in blocks (the idea of dictzip): a
look-up finds the block by bisection and unpacks that one alone, so that opening costs a few
milliseconds and little memory, whatever the number of places.
"""

import json
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from recoupe.compare.names import pieces, sound
from recoupe.compare.places.geometry import At
from recoupe.errors import DataError

Kind = Literal[
    "capital", "city", "airport", "port", "country", "region", "district", "sea", "river", "lake",
    "area", "border",
]  # fmt: skip
Form = Literal["N", "E", "A", "S"]
"""A name in its own right; one by which the language knows the place, an exonym as a rule;
another tongue's or a former one; a sound."""
OWN: frozenset[Form] = frozenset(("N", "E"))
"""Forms in which a name is the place's own in the gazetteer's language."""

SOUND = "~"
"""Begins the key of a name filed by its sound."""
_MAGIC = b"recoupe gazetteer 1\n"
_BLOCK = 4096
_SAINTS = {"st": "saint", "ste": "sainte", "sts": "saints"}


class Place(NamedTuple):
    """A place on the map.

    Attributes:
        id: Its identity in the source of the data (``geonames:524901``, ``iso:RU``).
        name: In the language of the gazetteer where it has a name there.
        kind: What it is; a capital is that of a country.
        latitude: Decimal degrees; of an area, its middle.
        longitude: Likewise.
        country: ISO 3166-1 alpha-2, empty where there is none or more than one.
        admin: GeoNames' codes of the divisions it lies in, outermost first, with dots.
        size: Inhabitants, 0 where unknown.
        radius: Of an area, in kilometres, roughly; 0 for a point.
    """

    id: str
    name: str
    kind: Kind
    latitude: float
    longitude: float
    country: str
    admin: str
    size: int
    radius: int

    @property
    def at(self) -> At:
        """Latitude and longitude."""
        return self.latitude, self.longitude


class Hit(NamedTuple):
    """A place that bears a name, and how it bears it."""

    place: Place
    form: Form


def key_of(name: str) -> str:
    """Return a name as the key it is filed under: folded words, "St" written out."""
    return " ".join(_SAINTS.get(piece, piece) for piece in pieces(name))


def sound_of(name: str) -> str:
    """Return the one spelling that all transliterations of a name share."""
    return " ".join(sound(piece) for piece in key_of(name).split())


class Gazetteer:
    """A gazetteer opened for look-up; it may be shared between threads."""

    def __init__(self, path: Path) -> None:
        """Open a file written by :func:`write`.

        Raises:
            DataError: The file is missing, or is no gazetteer.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            raise DataError(f"no gazetteer at {path}", "install the package again") from error
        if not data.startswith(_MAGIC):
            raise DataError(f"{path} is no gazetteer", "build it again (docs/places.md)")
        at = len(_MAGIC)
        length = int.from_bytes(data[at : at + 4])
        head = json.loads(zlib.decompress(data[at + 4 : at + 4 + length]))
        self._firsts: list[str] = head["firsts"]
        self._ends: list[int] = head["ends"]
        self._data = memoryview(data)[at + 4 + length :]
        self.names: int = head["names"]
        self.exact = lru_cache(maxsize=1 << 14)(self._exact)
        self.find = lru_cache(maxsize=1 << 13)(self._find)

    def _exact(self, name: str) -> tuple[Hit, ...]:
        """Return the places that bear a name as it is spelt; see :meth:`find`."""
        key = key_of(name)
        return self._under(key) if key else ()

    def _find(self, name: str) -> tuple[Hit, ...]:
        """Return the places of a name, in no order of likelihood.

        Args:
            name: As written, without its article unless that is part of it.

        Returns:
            Places by name; when there are none, by sound ("Cheremetievo" for "Sheremetyevo").
        """
        sound = sound_of(name)
        return self.exact(name) or (self._under(SOUND + sound) if sound else ())

    def entries(self) -> Iterator[tuple[str, Hit]]:
        """Yield all keys in order with what is filed under them; unpacks the whole file."""
        for number in range(len(self._firsts)):
            for line in self._block(number).decode().splitlines():
                if line:
                    yield line.partition("\t")[0], _hit(line)

    def border(self, one: str, other: str) -> Hit | None:
        """Return the land border of two countries, given by their codes."""
        sides = " ".join(sorted((one.lower(), other.lower())))
        return next(iter(self._under(f"border {sides}")), None)

    def _under(self, key: str) -> tuple[Hit, ...]:
        number = max(0, bisect_right(self._firsts, key) - 1)
        found: list[Hit] = []
        # A key's lines may run over from the block before.
        while number > 0 and self._firsts[number] == key:
            number -= 1
        head = f"\n{key}\t".encode()
        while number < len(self._firsts) and self._firsts[number] <= key:
            block = self._block(number)
            at = block.find(head)
            while at >= 0:
                end = block.index(b"\n", at + 1)
                found.append(_hit(block[at + 1 : end].decode()))
                at = block.find(head, end)
            number += 1
        return tuple(found)

    def _block(self, number: int) -> bytes:
        start = self._ends[number - 1] if number else 0
        return zlib.decompress(self._data[start : self._ends[number]])


def _hit(line: str) -> Hit:
    _, form, *fields = line.split("\t")
    code, name, kind, latitude, longitude, country, admin, size, radius = fields
    return Hit(
        Place(
            code, name, cast(Kind, kind), float(latitude), float(longitude), country, admin,
            int(size), int(radius),
        ),
        cast(Form, form),
    )  # fmt: skip


@lru_cache(maxsize=4)
def open_gazetteer(path: Path) -> Gazetteer:
    """Return the gazetteer in a file, opened once."""
    return Gazetteer(path)


def write(path: Path, lines: Sequence[tuple[str, str, Place]]) -> None:
    """Write a gazetteer.

    Args:
        path: The file.
        lines: Keys (:func:`key_of`, or :data:`SOUND` and :func:`sound_of`), forms and
            places, sorted.

    Raises:
        ValueError: A place is of no known kind, or a line is out of order.
    """
    firsts: list[str] = []
    packed: list[bytes] = []
    block: list[str] = []
    before = ("", "")
    for key, form, place in lines:
        if place.kind not in get_args(Kind) or (key, form) < before:
            raise ValueError(f"bad line: {key} {place}")
        before = key, form
        if not block:
            firsts.append(key)
        block.append("\t".join((key, form, *map(str, place))))
        if sum(map(len, block)) > _BLOCK:
            packed.append(_packed(block))
            block = []
    if block:
        packed.append(_packed(block))
    ends, total = [], 0
    for one in packed:
        total += len(one)
        ends.append(total)
    head = json.dumps({"names": len(lines), "firsts": firsts, "ends": ends}, ensure_ascii=False)
    head_packed = zlib.compress(head.encode(), 9)
    path.write_bytes(_MAGIC + len(head_packed).to_bytes(4) + head_packed + b"".join(packed))


def _packed(block: list[str]) -> bytes:
    return zlib.compress(("\n" + "\n".join(block) + "\n").encode(), 9)
