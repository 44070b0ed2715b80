"""``recoupe figures``: what figures are told of one thing."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.console import (
    DEFAULT_CASE,
    AllOption,
    CaseOption,
    JsonOption,
    chain,
    print_json,
    print_table,
)

if TYPE_CHECKING:
    from recoupe.questions.series import ToldFigure

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
    from recoupe.cli.sureness import sure  # noqa: PLC0415

    found = questions.figures(pipeline.load_case(case), thing)
    if json:
        print_json(found)
        return
    for series in found if every else found[:_FEW]:
        print_table(
            f"{series.thing}: {len(series.figures)} figures, {len(series.origins)} origins",
            ("figure", "who", "sure", "action", "status", "time", "report", "beside the others"),
            (
                (
                    one.words,
                    chain(one.who),
                    sure(one.factuality),
                    one.action or "",
                    one.status or "",
                    ", ".join(one.times),
                    one.file,
                    _beside(one),
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


def _beside(figure: "ToldFigure") -> str:
    """Return how many others a figure contradicts, goes with, or can't be held against."""
    from recoupe.views.labels import get_labels  # noqa: PLC0415

    found = Counter[str](one.verdict for one in figure.standing)
    verdicts = ("contradictory", "newer", "older", "compatible", "incomparable")
    labels = get_labels("en")
    return ", ".join(f"{labels.of('verdict', v)} {found[v]}" for v in verdicts if found[v])
