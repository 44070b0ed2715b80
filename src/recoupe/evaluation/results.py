"""Figures on record: ``evaluation/results.json``, and their table in its README."""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

import recoupe
from recoupe.errors import DataError
from recoupe.evaluation.floors import Bound, Line, compare
from recoupe.views import write_file

BEGIN = "<!-- results -->"
END = "<!-- /results -->"


def update_results(
    folder: Path,
    figures: Mapping[str, Mapping[str, float]],
    floors: Mapping[str, Mapping[str, Bound]],
) -> None:
    """Record today's figures; those of benchmarks that were not run stay.

    Args:
        folder: ``evaluation/``; its README gets the table between two marks,
            at its end where it has none yet.
        figures: By benchmark and metric.
        floors: Likewise.

    Raises:
        DataError: The figures on record can't be read.
    """
    path = folder / "results.json"
    try:
        results: dict[str, Any] = orjson.loads(path.read_bytes()) if path.exists() else {}
    except orjson.JSONDecodeError as error:
        raise DataError(f"{path} is no JSON ({error})", "put it right, or remove it") from error
    today = datetime.date.today().isoformat()
    for name, values in figures.items():
        rounded = {metric: round(value, 4) for metric, value in values.items()}
        results[name] = {"version": recoupe.__version__, "date": today, "figures": rounded}
    options = orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE
    write_file(path, orjson.dumps(results, option=options))
    readme = folder / "README.md"
    text = readme.read_text(encoding="utf-8") if readme.exists() else "# Figures\n"
    write_file(readme, _with_table(text, _table(results, floors)).encode())


def _table(results: Mapping[str, Any], floors: Mapping[str, Mapping[str, Bound]]) -> str:
    parts = []
    for name, result in sorted(results.items()):
        figures = result["figures"]
        rows = [
            f"| {line.metric} | {shown(line)} | {count_of(line.metric, figures)} "
            f"| {line.bound or ''} |"
            for line in compare(figures, floors.get(name, {}))
            if not line.is_count
        ]
        head = ["| metric | value | of | floor |", "| --- | ---: | ---: | ---: |"]
        title = f"## {name}\n\nMeasured on {result['date']} with version {result['version']}.\n"
        parts.append("\n".join([title, *head, *rows]))
    return "\n\n".join(parts)


def count_of(metric: str, figures: Mapping[str, float]) -> str:
    """Return how many cases a share is of, if its scorer says so.

    The count of ``f1`` is ``n_f1``; where metrics of a part share a prefix, it
    stands after that: ``part_f1`` has ``part_n_f1``.
    """
    words = metric.split("_")
    for at in range(len(words)):
        count = figures.get("_".join([*words[:at], "n", *words[at:]]))
        if count is not None:
            return f"{count:.0f}"
    return ""


def _with_table(text: str, table: str) -> str:
    before, mark, rest = text.partition(BEGIN)
    _, closed, after = rest.partition(END)
    if mark and not closed:
        raise DataError(f"evaluation/README.md has '{BEGIN}' but not '{END}'", "put the mark back")
    if not mark:
        before, after = f"{text.rstrip()}\n\n", "\n"
    return f"{before}{BEGIN}\n\n{table}\n\n{END}{after}"


def shown(line: Line) -> str:
    """Return a figure as a person reads it: counts whole, shares with three decimals."""
    if line.value is None:
        return "not measured"
    whole = line.value == int(line.value) and (line.is_count or abs(line.value) > 1)
    return f"{line.value:.0f}" if whole else f"{line.value:.3f}"
