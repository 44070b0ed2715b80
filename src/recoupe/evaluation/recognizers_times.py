"""Scores times on the French cases of Microsoft's Recognizers-Text.

Its specifications are commands to an assistant ("Je reviendrai mercredi"), many of
them translated by machine, with values that leave past and future open. A case is
right where each expected expression is overlapped by one of ours whose value the case
allows, see :func:`agrees`. Time zones and alternatives ("9 h ou 10 h") have no place
in our records and are left out.

Most cases give no day of reference though their values were counted from one. Of these,
only expressions whose value follows from the words are judged: lengths, sets, times of
day, and dates that state their year. Cases without any such expression are counted as
left out.

Source: github.com/microsoft/Recognizers-Text, ``Specs`` (MIT).
"""

import datetime
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recoupe.errors import DataError
from recoupe.evaluation.frame import Benchmark
from recoupe.extraction.times import Anchor, read_times, read_timexes
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
    """Return the two ends of a reading as it gives them; the last day of a range is left out."""
    if "start" in value or "end" in value:
        return _day(value.get("start", "")), _day(value.get("end", ""))
    return _day(value.get("value", "")), _day(value.get("value", ""))


def _day(words: str) -> str | None:
    return words[:10] if re.match(r"\d{4}-\d\d-\d\d", words) else None


def agrees(expected: Expected, found: TimeValue, timexes: Sequence[str]) -> bool:
    """Tell whether a value of ours is one that a case allows.

    * Lengths, sets and times of day are compared by TIMEX; a week is seven days. A length
      within a longer expression ("il y a deux minutes") counts, and so do both ends of a
      range of hours, whose value we keep as its day.
    * Ranges are compared by first day and by the last unit that the words name: they
      give its first moment ("du 4 au 22" ends on the 22nd, "de mars à mai" on 1 May) or
      the moment after it; we give its last day. Both name the same unit.
    * What has no days here or there is compared by TIMEX: seasons, "maintenant".

    Args:
        expected: What the case expects.
        found: A value of ours that overlaps it.
        timexes: TIMEX3 values found within ``found``, as TimeML would annotate them.
    """
    ours = [re.sub(r"^[\dX-]+(?=T\d)", "", one) for one in timexes]
    if expected.kind in {"duration", "set", "time"}:
        return any(_same_timex(one, other) for one in (*ours, *timexes)
                   for other in expected.timexes)  # fmt: skip
    if expected.kind == "timerange":
        return any(_same_hours(ours, other) for other in expected.timexes)
    if (found.earliest, found.latest) == (None, None) and expected.timexes & set(timexes):
        return True  # "maintenant", and dates whose year neither side knows
    if not any(any(days) for days in expected.days):
        return any(one in timexes or one in {t[5:] for t in timexes} for one in expected.timexes)
    if not any(_same_days(days, found) for days in expected.days):
        return False
    return expected.kind != "datetime" or _same_clock(ours, expected)


def _same_days(days: Days, found: TimeValue) -> bool:
    first, last = days
    if first == last:
        return (found.earliest, found.latest) == days
    if found.earliest != first or last is None or found.latest is None:
        return (found.earliest, found.latest) == days
    end = datetime.date.fromisoformat(found.latest) + _DAY
    return _last_unit(found) <= last <= end.isoformat()


def _last_unit(found: TimeValue) -> str:
    """Return the first day of the last unit that a range of ours names."""
    unit = (found.value or "").rpartition("/")[2].rstrip("~")
    return (unit + "-01-01"[len(unit) - 4 :])[:10] if re.match(r"\d{4}", unit) else ""


def _same_hours(ours: Sequence[str], expected: str) -> bool:
    """Compare "(T14,T16,PT2H)" with the hours that we found, or a part of the day."""
    ends = expected.strip("()").split(",")[:2]
    if len(ends) == 2:
        return len(ours) >= 2 and all(map(_same_timex, ours[:2], ends))
    return any(_same_timex(one, expected) or one.endswith(expected) for one in ours)


def _same_clock(ours: Sequence[str], expected: Expected) -> bool:
    wanted = {"T" + one.partition("T")[2] for one in expected.timexes if "T" in one}
    return not wanted or any(_same_timex(one, other) for one in ours for other in wanted)


def _clock(timex: str) -> str:
    return timex if ":" in timex else f"{timex}:00"


def _follows_from_words(text: str, expected: Expected) -> bool:
    """Tell whether a value can be read without a day of reference."""
    if expected.kind in {"duration", "set", "time", "timerange"}:
        return True
    words = expected.span.of(text)
    return bool(_STATED_YEAR.search(words)) and not _COUNTED_FROM_NOW.search(words)


_STATED_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|\d[/.-]\d{1,2}[/.-]\d\d(?!\d)")
_COUNTED_FROM_NOW = re.compile(
    r"aujourd|demain|hier|maintenant|présent|prochain|derni|ce(?:tte)?\s", re.IGNORECASE
)


_LENGTH = re.compile(r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?"
                     r"(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?")  # fmt: skip
_SECONDS = (31536000, 2592000, 604800, 86400, 3600, 60, 1)


def _same_timex(one: str, other: str) -> bool:
    if one == other:
        return True
    a, b = _LENGTH.fullmatch(one), _LENGTH.fullmatch(other)
    if a and b:
        return abs(_seconds(a.groups()) - _seconds(b.groups())) < 1
    return "T" in one and "T" in other and _clock(one) == _clock(other)


def _seconds(parts: Iterable[str | None]) -> float:
    return sum(float(p or 0) * s for p, s in zip(parts, _SECONDS, strict=True))


def right(case: Case, pack: Pack) -> bool | None:
    """Tell whether all that a case expects is found with a value that it allows.

    Returns:
        None for a case whose values can't follow from its words.
    """
    anchor = Anchor(case.day, case.day.isoformat(), "metadata") if case.day else Anchor()
    whole = Span(0, len(case.text))
    found = read_times(case.text, whole, pack, anchor)
    if not case.expected:
        return not found
    judged = [e for e in case.expected if case.day or _follows_from_words(case.text, e)]
    if not judged:
        return None
    parts = read_timexes(case.text, whole, pack, anchor)

    def agreeing(expected: Expected) -> bool:
        for one in found:
            if one.span.overlaps(expected.span):
                inner = [value for span, _, value in parts if span.overlaps(one.span)]
                own = (one.timex[1],) if one.timex else ()
                if agrees(expected, one, (*inner, *own)):
                    return True
        return False

    return all(map(agreeing, judged))


def evaluate(folder: Path) -> dict[str, float]:
    """Score times on the cases of a folder.

    Args:
        folder: Holds ``DateTime-*.json``.

    Returns:
        ``right`` over the cases that give a day of reference and ``KIND`` for those of
        them whose first expression is of that kind, ``nothing`` where nothing is to be
        found; ``right_without_reference`` over the others whose values follow from their
        words, and ``left_out`` the rest; each with its count.
    """
    pack = get_pack("fr")
    of, good = Counter[str](), Counter[str]()
    left_out = 0
    for case in load_cases(folder):
        verdict = right(case, pack)
        if verdict is None:
            left_out += 1
            continue
        names = ["right_without_reference"]
        if case.day is not None:
            names = ["right", case.expected[0].kind if case.expected else "nothing"]
        for name in names:
            of[name] += 1
            good[name] += verdict
    scores: dict[str, float] = {}
    for kind in ("right", *_KINDS, "nothing", "right_without_reference"):
        scores[kind] = good[kind] / max(of[kind], 1)
        scores[f"n_{kind}"] = of[kind]
    scores["left_out"] = left_out
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
