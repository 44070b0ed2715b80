"""Scores quantities on the French cases of Microsoft's Recognizers-Text.

A case is right where each expected figure is overlapped by one of ours with its
number and, where it has one, its unit. Their units have names in words; what our
reader makes of "1 NAME" is what it should make of the figure. Ordinals and powers
are no quantities here and are left out.

Source: github.com/microsoft/Recognizers-Text, ``Specs`` (MIT).
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recoupe.errors import DataError
from recoupe.evaluation.frame import Benchmark
from recoupe.extraction.quantities import read_quantities
from recoupe.language import Pack, get_pack
from recoupe.model import Quantity, Span

_KINDS = ("number", "numberrange", "percentage", "age", "currency", "dimension", "temperature")
# Names that our reader would take for something else without a figure's context.
_NAMES = {"c": "degrés celsius", "f": "degrés fahrenheit", "livre": "livre sterling",
          "degree": "degrés", "degré": "degrés"}  # fmt: skip
_RANGE = re.compile(r"[\[(](-?[\d.]*),(-?[\d.]*)[\])]")


@dataclass(frozen=True, slots=True)
class Expected:
    """One figure of a case: its place, bounds (None where open) and unit in words."""

    span: Span
    kind: str
    low: float | None
    high: float | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and the figures to be found in it."""

    text: str
    expected: tuple[Expected, ...]


def load_cases(folder: Path) -> Iterator[Case]:
    """Load the cases.

    Args:
        folder: Holds ``Number-*.json`` and ``NumberWithUnit-*.json``.

    Raises:
        DataError: There are none, or one is malformed.
    """
    files = sorted(f for f in folder.glob("Number*.json") if "Ordinal" not in f.name)
    if not files:
        raise DataError(f"no case in {folder}", "name the folder of the Recognizers' French cases")
    for file in files:
        try:
            for entry in json.loads(file.read_text(encoding="utf-8")):
                expected = [_expected(entry["Input"], r) for r in entry["Results"]]
                known = tuple(e for e in expected if e is not None)
                if len(known) == len(expected):
                    yield Case(entry["Input"], known)
        except (KeyError, TypeError, ValueError, OSError) as error:
            raise DataError(f"{file.name} has no cases of figures: {error}") from error


def _expected(text: str, result: Mapping[str, Any]) -> Expected | None:
    kind, resolution = result["TypeName"], result.get("Resolution") or {}
    value = resolution.get("value")
    if kind not in _KINDS or value is None or resolution.get("subtype") == "power":
        return None
    start = text.lower().find(result["Text"].lower(), max(0, result.get("Start", 0) - 3))
    start = max(start, text.lower().find(result["Text"].lower()), 0)
    span = Span(start, start + len(result["Text"]))
    if kind == "numberrange":
        ends = _RANGE.fullmatch(value)
        if ends is None:
            return None
        low, high = (float(end) if end else None for end in ends.groups())
        return Expected(span, kind, low, high, None)
    number = float(value.rstrip("%").replace(",", "."))
    unit = "%" if kind == "percentage" else resolution.get("unit")
    return Expected(span, kind, number, number, unit)


def agrees(expected: Expected, found: Quantity, pack: Pack) -> bool:
    """Tell whether a figure of ours is the one that a case expects."""
    if expected.kind == "numberrange":
        return _same(expected.low, found.low) and _same(expected.high, found.high)
    share = found.unit == "%" and expected.kind == "number"  # one in five is 0.2, or 20 %
    number = expected.low * 100 if share and expected.low is not None else expected.low
    if not (_same(number, found.low) or _same(number, found.high)):
        return False
    return expected.unit is None or found.unit == _unit(expected.unit, pack)


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-3)


def _unit(name: str, pack: Pack) -> str | None:
    if name == "%":
        return name
    words = _NAMES.get(name.lower(), name.lower())
    found = pack.find_quantities(f"1 {words}")
    return next((one.unit for one in found if one.unit), f"unknown: {name}")


def right(case: Case, pack: Pack) -> bool:
    """Tell whether all that a case expects is found."""
    found = read_quantities(case.text, Span(0, len(case.text)), pack)
    if not case.expected:
        return not found
    return all(
        any(f.span.overlaps(e.span) and agrees(e, f, pack) for f in found) for e in case.expected
    )


def evaluate(folder: Path) -> dict[str, float]:
    """Score quantities on the cases of a folder.

    Args:
        folder: Holds ``Number-*.json`` and ``NumberWithUnit-*.json``.

    Returns:
        ``right`` over all cases and ``KIND`` for those whose first figure is of that
        kind, ``nothing`` where nothing is to be found; each with its count.
    """
    pack = get_pack("fr")
    of, good = Counter[str](), Counter[str]()
    for case in load_cases(folder):
        kind = case.expected[0].kind if case.expected else "nothing"
        found = right(case, pack)
        for name in ("right", kind):
            of[name] += 1
            good[name] += found
    scores: dict[str, float] = {}
    for kind in ("right", *_KINDS, "nothing"):
        scores[kind] = round(good[kind] / max(of[kind], 1), 4)
        scores[f"n_{kind}"] = of[kind]
    return scores


BENCHMARKS = (
    Benchmark(
        name="recognizers-quantities",
        description="French cases of numbers and units of Microsoft's Recognizers-Text, "
        "the half that is developed on.",
        place="shared",
        path="data/recognizers_fr",
        score=evaluate,
    ),
)
