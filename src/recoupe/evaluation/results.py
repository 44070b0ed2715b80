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

BEGIN = "<!-- figures: written by recoupe evaluate --update-results -->"
END = "<!-- end of figures -->"


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
    rows = [
        "| benchmark | metric | value | floor | measured |",
        "| --- | --- | ---: | ---: | --- |",
    ]
    for name, result in sorted(results.items()):
        when = f"{result['date']}, {result['version']}"
        for line in compare(result["figures"], floors.get(name, {})):
            if not line.is_count:
                bound = line.bound or ""
                rows.append(f"| {name} | {line.metric} | {shown(line)} | {bound} | {when} |")
    return "\n".join(rows)


def _with_table(text: str, table: str) -> str:
    before, mark, rest = text.partition(BEGIN)
    _, closed, after = rest.partition(END)
    if mark and not closed:
        raise DataError(f"evaluation/README.md has '{BEGIN}' but not '{END}'", "put the mark back")
    if not mark:
        before, after = f"{text.rstrip()}\n\n", "\n"
    return f"{before}{BEGIN}\n{table}\n{END}{after}"


def shown(line: Line) -> str:
    """Return a figure as a person reads it: counts whole, shares with three decimals."""
    if line.value is None:
        return "not measured"
    whole = line.value == int(line.value) and (line.is_count or abs(line.value) > 1)
    return f"{line.value:.0f}" if whole else f"{line.value:.3f}"
