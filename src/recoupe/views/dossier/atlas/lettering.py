"""Names on a map: each where it covers neither another name nor a mark, or not at all.

Names are placed greedily, the most spoken of first, at the first free of eight positions around
their mark (Imhof 1975, Positioning Names on Maps). What finds no room is in the list beside the
map, and in its mark's title.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from recoupe.views.dossier.atlas.outlines import Point
from recoupe.views.dossier.atlas.projection import WIDTH

Anchor = Literal["start", "middle", "end"]
_BROAD = 0.56
"""Width of a letter of a sans serif, in its size, on average and on the safe side."""
_EDGE = 3.0


@dataclass(frozen=True)
class Wanted:
    """A name to be placed.

    Attributes:
        text: The name.
        at: Its mark, or the middle of its land.
        radius: Of the mark; None for land, whose name stands on it.
        style: How it is written: ``spot``, ``area``, ``country``, ``land``.
        link: Where it leads in the page, if anywhere.
        room: Width that it may take; None for any.
        share: Of the usual size of letters.
    """

    text: str
    at: Point
    radius: float | None
    style: str
    link: str | None = None
    room: float | None = None
    share: float = 1.0


@dataclass(frozen=True)
class Name:
    """A name as placed: where its baseline begins, ends or has its middle."""

    text: str
    x: float
    y: float
    anchor: Anchor
    style: str
    link: str | None


def lettered(
    wanted: Sequence[Wanted], marks: Iterable[tuple[Point, float]], size: float, height: float
) -> list[Name]:
    """Place names on a picture.

    Args:
        wanted: The names, the most important first.
        marks: Middles and radii of all marks, which no name may cover.
        size: Of letters, in units of the picture.
        height: Of the picture.
    """
    taken = [(x - r, y - r, x + r, y + r) for (x, y), r in marks]
    placed = []
    for name in wanted:
        letters = size * name.share
        width = letters * _BROAD * len(name.text)
        if name.room is not None and width > name.room:
            continue
        for x, y, anchor in _positions(name, letters):
            left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
            box = (left, y - 0.8 * letters, left + width, y + 0.25 * letters)
            if _free(box, taken, height):
                taken.append(box)
                placed.append(
                    Name(name.text, round(x, 1), round(y, 1), anchor, name.style, name.link)
                )
                break
    return placed


def _positions(name: Wanted, size: float) -> list[tuple[float, float, Anchor]]:
    (x, y), r = name.at, name.radius
    middle = y + 0.3 * size
    if r is None:
        return [(x, middle + n * size, "middle") for n in (0, 1.2, -1.2, 2.4, -2.4)]
    aside, slant = r + 3, 0.75 * r
    return [
        (x + aside, middle, "start"),
        (x - aside, middle, "end"),
        (x + slant, y - slant - 2, "start"),
        (x + slant, y + slant + 0.8 * size, "start"),
        (x - slant, y - slant - 2, "end"),
        (x - slant, y + slant + 0.8 * size, "end"),
        (x, y - r - 4, "middle"),
        (x, y + r + 0.9 * size + 1, "middle"),
    ]


def _free(
    box: tuple[float, float, float, float],
    taken: Iterable[tuple[float, float, float, float]],
    height: float,
) -> bool:
    left, top, right, bottom = box
    if left < _EDGE or top < _EDGE or right > WIDTH - _EDGE or bottom > height - _EDGE:
        return False
    return all(
        right <= west or east <= left or bottom <= north or south <= top
        for west, north, east, south in taken
    )
