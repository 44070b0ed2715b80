"""Reads what is needed of an ESRI shapefile: the rows of its table, the points of its shapes."""

import struct
from collections.abc import Iterator
from pathlib import Path

Point = tuple[float, float]


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a dBase table (``.dbf``), all values as text."""
    data = path.read_bytes()
    count, header, length = struct.unpack("<IHH", data[4:12])
    fields, at = [], 32
    while data[at] != 0x0D:
        fields.append((data[at : at + 11].split(b"\0")[0].decode(), data[at + 16]))
        at += 32
    for number in range(count):
        at = header + number * length + 1
        row = {}
        for name, width in fields:
            row[name.lower()] = data[at : at + width].decode("utf-8", "replace").strip(" \0")
            at += width
        yield row


def points(path: Path) -> Iterator[list[Point]]:
    """Yield the points (longitude, latitude) of each polyline or polygon of a ``.shp``."""
    data = path.read_bytes()
    at = 100
    while at < len(data):
        (words,) = struct.unpack(">i", data[at + 4 : at + 8])
        body = data[at + 8 : at + 8 + 2 * words]
        at += 8 + 2 * words
        if struct.unpack("<i", body[:4])[0] == 0:
            yield []
            continue
        parts, count = struct.unpack("<ii", body[36:44])
        start = 44 + 4 * parts
        flat = struct.unpack(f"<{2 * count}d", body[start : start + 16 * count])
        yield list(zip(flat[::2], flat[1::2], strict=True))
