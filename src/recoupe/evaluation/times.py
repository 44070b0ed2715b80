"""Scores the reading of times on the French TimeBank.

The corpus (Bittar, Amsili, Denis and Danlos 2011) annotates TIMEX3 in the TimeML of
ISO 24617-1. The measures are those of TempEval-3 task A (UzZaman et al. 2013): an
expression is found strictly when both offsets agree, and found relaxed when it
overlaps; a value counts when the expression was found relaxed.
"""

import datetime
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recoupe.errors import DataError
from recoupe.extraction.times import Anchor, read_timexes
from recoupe.language import Pack, get_pack
from recoupe.model import Span


@dataclass(frozen=True, slots=True)
class Timex:
    """One annotated or found expression: its place, TIMEX3 type and value."""

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document of the corpus: text, day of creation, expressions in order."""

    name: str
    text: str
    day: datetime.date | None
    timexes: tuple[Timex, ...]


def read_timeml(path: Path) -> Annotated:
    """Read one TimeML file.

    Raises:
        DataError: The file is no TimeML.
    """
    try:
        root = ET.parse(path).getroot()
    except (OSError, ET.ParseError) as error:
        raise DataError(f"{path.name} is no TimeML file: {error}") from error
    body = root.find("TEXT")
    if body is None:
        raise DataError(f"{path.name} is no TimeML file: it has no TEXT")
    pieces: list[str] = []
    found: list[Timex] = []
    _walk(body, pieces, found)
    created = root.find("DCT/TIMEX3")
    day = None
    if created is not None:
        try:
            day = datetime.date.fromisoformat((created.get("value") or "")[:10])
        except ValueError:
            day = None
    found.sort(key=lambda timex: timex.span)
    return Annotated(path.stem, "".join(pieces), day, tuple(found))


def _walk(element: ET.Element, pieces: list[str], found: list[Timex]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, found)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        span = Span(start, sum(map(len, pieces)))
        if span.start < span.end:
            found.append(Timex(span, element.get("type", ""), element.get("value", "")))


def read(document: Annotated, pack: Pack) -> tuple[Timex, ...]:
    """Return the expressions that we find in a document, line by line."""
    anchor = Anchor(document.day, document.day.isoformat() if document.day else None, "metadata")
    found: list[Timex] = []
    for line in re.finditer(r"[^\n]+", document.text):
        for span, kind, value in read_timexes(document.text, Span(*line.span()), pack, anchor):
            found.append(Timex(span, kind, value))
    return tuple(found)


def pairs(
    expected: tuple[Timex, ...], found: tuple[Timex, ...]
) -> Iterator[tuple[Timex | None, Timex | None]]:
    """Pair expressions that overlap, each once, in order; the rest stand alone."""
    rest = list(found)
    for timex in expected:
        match = next((other for other in rest if other.span.overlaps(timex.span)), None)
        if match is not None:
            rest.remove(match)
        yield timex, match
    for other in rest:
        yield None, other


def evaluate(folder: Path) -> dict[str, float]:
    """Score the reading of times on a folder of TimeML files.

    Args:
        folder: Holds ``*.tml`` files, each with its day of creation.

    Returns:
        ``strict_f1``, ``strict_precision``, ``strict_recall``; ``relaxed_f1``,
        ``relaxed_precision``, ``relaxed_recall``; ``type_f1`` and ``value_f1`` (found
        relaxed, with the right type or value); ``value_accuracy`` (share of right values
        among those found relaxed); ``documents``, ``expected`` and ``found`` (counts).

    Raises:
        DataError: The folder holds no TimeML, or a file can't be read.
    """
    paths = sorted(folder.glob("*.tml"))
    if not paths:
        raise DataError(f"no TimeML file in {folder}", "name the folder of the French TimeBank")
    pack = get_pack("fr")
    counts = dict.fromkeys(("expected", "found", "strict", "relaxed", "type", "value"), 0)
    for path in paths:
        document = read_timeml(path)
        for timex, match in pairs(document.timexes, read(document, pack)):
            counts["expected"] += timex is not None
            counts["found"] += match is not None
            if timex is None or match is None:
                continue
            counts["relaxed"] += 1
            counts["strict"] += timex.span == match.span
            counts["type"] += timex.type == match.type
            counts["value"] += timex.value == match.value
    scores: dict[str, float] = {}
    for kind in ("strict", "relaxed"):
        scores[f"{kind}_precision"] = counts[kind] / max(counts["found"], 1)
        scores[f"{kind}_recall"] = counts[kind] / max(counts["expected"], 1)
    for kind in ("strict", "relaxed", "type", "value"):
        scores[f"{kind}_f1"] = 2 * counts[kind] / max(counts["found"] + counts["expected"], 1)
    scores["value_accuracy"] = counts["value"] / max(counts["relaxed"], 1)
    scores["documents"] = len(paths)
    scores["expected"], scores["found"] = counts["expected"], counts["found"]
    return {name: round(score, 4) for name, score in scores.items()}
