"""Scores times on the French cases of Microsoft's Recognizers-Text.

Its specifications are commands to an assistant ("Je reviendrai mercredi"), many of
them translated by machine, with values that leave past and future open. A case is
right where each expected expression is overlapped by one of ours with a value that
the case allows: days for dates and ranges, TIMEX for lengths of time and sets,
number and unit for quantities. Half of the cases give no day of reference, and many
of these need one: they are counted apart. Time zones and alternatives ("9 h ou 10 h") have no
place in our records and are left out.

Source: github.com/microsoft/Recognizers-Text, ``Specs`` (MIT).
"""

import datetime
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recoupe.errors import DataError
from recoupe.evaluation.frame import Benchmark
from recoupe.extraction.times import Anchor, read_times
from recoupe.language import Pack, get_pack
from recoupe.model import Span, TimeValue

_KINDS = ("date", "daterange", "datetime", "datetimerange", "time", "timerange", "duration", "set")
_DAY = datetime.timedelta(days=1)

Days = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Expected:
    """One expression of a case.

    Attributes:
        span: Where it stands.
        kind: One of the kinds of time.
        days: First and last day, for each reading that the case allows.
        timexes: TIMEX values that the case gives.
    """

    span: Span
    kind: str
    days: frozenset[Days]
    timexes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, the day that it is said on, and what is to be found in it."""

    text: str
    day: datetime.date | None
    expected: tuple[Expected, ...]


def load_cases(folder: Path) -> Iterator[Case]:
    """Load the cases of times that give values.

    Args:
        folder: Holds ``DateTime-*.json``.

    Raises:
        DataError: There are none, or one is malformed.
    """
    files = sorted((*folder.glob("DateTime-*Parser.json"), *folder.glob("DateTime-*Model*.json")))
    if not files:
        raise DataError(f"no case in {folder}", "name the folder of the Recognizers' French cases")
    for file in files:
        try:
            for entry in json.loads(file.read_text(encoding="utf-8")):
                reference = (entry.get("Context") or {}).get("ReferenceDateTime")
                expected = tuple(_expected(entry["Input"], r) for r in entry["Results"])
                if all(e is not None for e in expected):
                    day = datetime.date.fromisoformat(reference[:10]) if reference else None
                    yield Case(entry["Input"], day, tuple(e for e in expected if e))
        except (KeyError, TypeError, ValueError, OSError) as error:
            raise DataError(f"{file.name} has no cases of times: {error}") from error


def _expected(text: str, result: Mapping[str, Any]) -> Expected | None:
    kind = (result.get("Type") or result.get("TypeName") or "").removeprefix("datetimeV2.")
    if kind not in _KINDS:
        return None
    values = list(_values(result.get("Value") or result.get("Resolution") or {}))
    # The offsets given are not always right; the words are.
    start = text.lower().find(result["Text"].lower(), max(0, result.get("Start", 0) - 3))
    if start < 0:
        start = max(0, text.lower().find(result["Text"].lower()))
    span = Span(start, start + len(result["Text"]))
    days = frozenset(_days(v) for v in values)
    timexes = frozenset(str(v["timex"]) for v in values if v.get("timex"))
    return Expected(span, kind, days, timexes)


def _values(value: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """Yield the readings of either form of a result: ``timex``, ``value``, ``start``, ``end``."""
    if "values" in value:
        yield from value["values"] or []
        return
    for name in ("FutureResolution", "PastResolution"):
        plain: dict[str, str] = {"timex": value.get("Timex", "")}
        for key, one in (value.get(name) or {}).items():
            low = key.lower()
            plain["start" if "start" in low else "end" if "end" in low else "value"] = one
        yield plain


def _days(value: Mapping[str, str]) -> Days:
    """Return first and last day of a reading; the end that it gives is left out of the range."""
    if "start" in value or "end" in value:
        first = value.get("start", "")[:10] or None
        last = value.get("end", "")[:10] or None
        if last and re.fullmatch(r"\d{4}-\d\d-\d\d", last) and len(value["end"]) == len(last):
            last = (datetime.date.fromisoformat(last) - _DAY).isoformat()
        return first, last
    return value.get("value", "")[:10] or None, value.get("value", "")[:10] or None


def agrees(expected: Expected, found: TimeValue) -> bool:
    """Tell whether a value of ours is one that a case allows."""
    days = (found.earliest, found.latest)
    timex = found.timex[1] if found.timex else ""
    if expected.kind in {"duration", "set", "time"}:
        clock = re.sub(r"^[\dX-]+(?=T)", "", timex)
        return any(_same_timex(clock, one) for one in expected.timexes)
    if days == (None, None):
        return bool(timex) and timex in expected.timexes
    if days in expected.days:
        return expected.kind != "datetime" or _same_clock(found, expected)
    # "Du 4 au 22" ends on the 22nd in our reading; the end they give is the same, left out.
    return any(
        found.earliest == first and found.latest is not None and last is not None
        and found.latest == (datetime.date.fromisoformat(last) + _DAY).isoformat()
        for first, last in expected.days
        if last is None or re.fullmatch(r"\d{4}-\d\d-\d\d", last)
    ) and any(one.startswith("(") for one in expected.timexes)  # fmt: skip


def _same_clock(found: TimeValue, expected: Expected) -> bool:
    clock = (found.value or "").partition("T")[2]
    wanted = {one.partition("T")[2] for one in expected.timexes if "T" in one}
    return not wanted or any(clock.startswith(_clock(one)) for one in wanted if one)


def _clock(timex: str) -> str:
    return timex if ":" in timex else f"{timex}:00"


_LENGTH = re.compile(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?"
                     r"(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?")  # fmt: skip
_SECONDS = (31536000, 2592000, 604800, 86400, 3600, 60, 1)


def _same_timex(one: str, other: str) -> bool:
    if one == other:
        return True
    a, b = _LENGTH.fullmatch(one), _LENGTH.fullmatch(other)
    if a and b:
        return abs(_seconds(a.groups()) - _seconds(b.groups())) < 1
    return one.startswith("T") and other.startswith("T") and _clock(one) == _clock(other)


def _seconds(parts: Iterable[str | None]) -> float:
    return sum(float(p or 0) * s for p, s in zip(parts, _SECONDS, strict=True))


def right(case: Case, pack: Pack) -> bool:
    """Tell whether all that a case expects is found with a value that it allows."""
    anchor = Anchor(case.day, case.day.isoformat(), "metadata") if case.day else Anchor()
    found = read_times(case.text, Span(0, len(case.text)), pack, anchor)
    if not case.expected:
        return not found
    return all(any(f.span.overlaps(e.span) and agrees(e, f) for f in found) for e in case.expected)


def evaluate(folder: Path) -> dict[str, float]:
    """Score times on the cases of a folder.

    Args:
        folder: Holds ``DateTime-*.json``.

    Returns:
        ``right`` over the cases that give a day of reference and ``KIND`` for those of
        them whose first expression is of that kind, ``nothing`` where nothing is to be
        found; ``right_without_reference`` over the others; each with its count.
    """
    pack = get_pack("fr")
    of, good = Counter[str](), Counter[str]()
    for case in load_cases(folder):
        if case.day is None:
            of["right_without_reference"] += 1
            good["right_without_reference"] += right(case, pack)
            continue
        of["right"] += 1
        good["right"] += right(case, pack)
        kind = case.expected[0].kind if case.expected else "nothing"
        of[kind] += 1
        good[kind] += right(case, pack)
    scores: dict[str, float] = {}
    for kind in ("right", *_KINDS, "nothing", "right_without_reference"):
        scores[kind] = good[kind] / max(of[kind], 1)
        scores[f"n_{kind}"] = of[kind]
    return {name: round(score, 4) for name, score in scores.items()}


BENCHMARKS = (
    Benchmark(
        name="recognizers-times",
        description="French cases of dates and times of Microsoft's Recognizers-Text, "
        "the half that is developed on.",
        place="shared",
        path="data/recognizers_fr",
        score=evaluate,
    ),
)
