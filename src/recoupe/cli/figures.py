"""``recoupe figures``: what figures are told of one thing."""

from typing import Annotated

import typer

from recoupe.cli.console import (
    DEFAULT_CASE,
    AllOption,
    CaseOption,
    JsonOption,
    print_json,
    print_table,
)

_FEW = 5
"""Things whose figures are listed unless all are asked for."""


def figures(
    thing: Annotated[
        str,
        typer.Argument(
            metavar="[THING]", help="Only figures of what these words name.", show_default=False
        ),
    ] = "",
    case: CaseOption = DEFAULT_CASE,
    every: AllOption = False,
    json: JsonOption = False,
) -> None:
    """List the figures told of one thing beside each other.

    Who holds them, of what action, for which time. They are never added up: two
    origins may count the same pieces.

    \b
    Example:
      recoupe figures pompes --case pompes
    """
    from recoupe import pipeline, questions  # noqa: PLC0415

    found = questions.figures(pipeline.load_case(case), thing)
    if json:
        print_json(found)
        return
    for series in found if every else found[:_FEW]:
        print_table(
            f"{series.thing}: {len(series.figures)} figures, {len(series.origins)} origins",
            ("figure", "who", "sure", "action", "status", "time", "report", "contradicts"),
            (
                (
                    one.words,
                    ", ".join(one.who) or "the report itself",
                    one.factuality.value,
                    one.action or "",
                    one.status or "",
                    ", ".join(one.times),
                    one.file,
                    sum(other.verdict == "contradictory" for other in one.standing) or "",
                )
                for one in series.figures
            ),
            every=every,
        )
    if len(found) > _FEW and not every:
        typer.echo(f"{len(found) - _FEW} things more: --all lists them, or name one")
    if not found:
        named = f" of {thing!r}" if thing else ""
        typer.echo(f"no two claims of the case give figures{named}")
