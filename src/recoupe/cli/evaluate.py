"""``recoupe evaluate``: figures on the benchmarks, against their floors."""

from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.console import INCOMPLETE, complain
from recoupe.errors import DataError

if TYPE_CHECKING:
    from recoupe.evaluation.floors import Line


def evaluate(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[BENCHMARK]...",
            help="Benchmarks to run; all whose data are at hand by default.",
            show_default=False,
        ),
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="Print the figures as one JSON object.")
    ] = False,
    update_results: Annotated[
        bool,
        typer.Option(
            "--update-results",
            help="Record the figures in evaluation/results.json and in the table of its README.",
        ),
    ] = False,
) -> None:
    """Measure Recoupe on its benchmarks.

    In a checkout of its repository. Exit status 1 says that a figure is below its floor, or
    that a benchmark's data are not at hand.

    \b
    Example:
      recoupe evaluate attribution
    """
    from recoupe.evaluation import floors, frame, results  # noqa: PLC0415

    folder = frame.evaluation_folder()
    bounds = floors.load_floors(folder / "floors.json")
    chosen = [frame.get_benchmark(name) for name in names or frame.benchmarks()]
    figures: dict[str, dict[str, float]] = {}
    lines: dict[str, list[Line]] = {}
    missing: list[str] = []
    for benchmark in chosen:
        try:
            benchmark.data()
        except DataError as error:
            if names:  # asked for by name
                raise
            complain(error.problem, error.remedy)
            missing.append(benchmark.name)
            continue
        figures[benchmark.name] = benchmark.run()
        lines[benchmark.name] = floors.compare(
            figures[benchmark.name], bounds.get(benchmark.name, {})
        )
        if not json:
            title = f"{benchmark.name}: {benchmark.description}"
            _print(title, figures[benchmark.name], lines[benchmark.name])
    if update_results:
        results.update_results(folder, figures, bounds)
    below = {name: [line.metric for line in part if not line.holds] for name, part in lines.items()}
    if json:
        import orjson  # noqa: PLC0415

        told = {name: {"figures": values, "below": below[name]} for name, values in figures.items()}
        typer.echo(orjson.dumps({"benchmarks": told, "missing": missing}))
    if missing or any(below.values()):
        raise typer.Exit(INCOMPLETE)


def _print(title: str, figures: dict[str, float], lines: "list[Line]") -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    from recoupe.evaluation.results import count_of, shown  # noqa: PLC0415

    table = Table()
    table.add_column("metric")
    for heading in ("value", "of", "floor"):
        table.add_column(heading, justify="right")
    table.add_column("")
    for line in lines:
        if not line.is_count or line.bound:
            held = "" if line.bound is None else "ok" if line.holds else "BELOW"
            style = None if line.holds else "bold red"
            bound = str(line.bound or "")
            count = count_of(line.metric, figures)
            table.add_row(line.metric, shown(line), count, bound, held, style=style)
    console = Console()
    console.print(title, style="bold", markup=False, highlight=False)
    console.print(table)
