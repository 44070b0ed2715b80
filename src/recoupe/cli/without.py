"""``recoupe without``: what still stands if a source falls."""

from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.console import (
    DEFAULT_CASE,
    AllOption,
    CaseOption,
    JsonOption,
    counted,
    print_json,
    print_table,
)

if TYPE_CHECKING:
    from recoupe.questions.falling import Shaken


def without(
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE",
            help="Name or id of a source or an outlet; or file, title or id of a report.",
            show_default=False,
        ),
    ],
    case: CaseOption = DEFAULT_CASE,
    every: AllOption = False,
    json: JsonOption = False,
) -> None:
    """Tell what still stands if a source falls.

    Claims that lose all their origins, those that keep some, those untouched. A report
    falls with all that others took over from it.

    \b
    Example:
      recoupe without "Agence Loire Presse" --case pompes
    """
    from recoupe import pipeline, questions  # noqa: PLC0415

    judgements = pipeline.load_judgements(case)
    found = questions.without(pipeline.load_case(case), source, judgements)
    if json:
        print_json(found)
        return
    told = [
        (found.fallen, "lose all their origins", "falls"),
        (found.doubtful, "keep only what may be the same source", "in doubt"),
        (found.weakened, "keep other origins", "stand"),
        (found.carried, "have other sources, told by this outlet alone", "told by it alone"),
    ]
    typer.echo(f"without {found.name}:")
    for claims, what, _ in told:
        if claims:
            typer.echo(f"  {counted(len(claims), 'claim')} {what}")
    typer.echo(f"  {counted(found.untouched, 'claim')} untouched")
    typer.echo()
    for claims, what, _ in told:
        heading = f"{counted(len(claims), 'claim')} that {what}"
        columns = ("#before", "#after", "#reports", "claim", "words", "kept")
        print_table(heading, columns, map(_row, claims), every=every)


def _row(one: "Shaken") -> tuple[object, ...]:
    return one.before, one.after, one.reports, one.claim, one.text, ", ".join(one.kept)
