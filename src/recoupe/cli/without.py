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
    from recoupe.cli.sureness import Sureness  # noqa: PLC0415

    judgements = pipeline.load_judgements(case)
    loaded = pipeline.load_case(case)
    found = questions.without(loaded, source, judgements)
    if json:
        print_json(found)
        return
    told = [
        (found.fallen, "loses all its origins", "lose all their origins"),
        (
            found.doubtful,
            "keeps only what may be the same source",
            "keep only what may be the same source",
        ),
        (found.weakened, "keeps other origins", "keep other origins"),
        (
            found.carried,
            "has other sources, told by this outlet alone",
            "have other sources, told by this outlet alone",
        ),
    ]
    typer.echo(f"without {found.name}:")
    for claims, one, many in told:
        if claims:
            typer.echo(f"  {counted(len(claims), 'claim')} {one if len(claims) == 1 else many}")
    typer.echo(f"  {counted(found.untouched, 'claim')} untouched")
    typer.echo()
    sureness = Sureness(loaded)
    for claims, one, many in told:
        heading = f"{counted(len(claims), 'claim')} that {one if len(claims) == 1 else many}"
        columns = ("#before", "#after", "#reports", "claim", "sure", "words", "kept")
        rows = (_row(shaken, sureness.of(shaken.claim)) for shaken in claims)
        print_table(heading, columns, rows, every=every)


def _row(one: "Shaken", sure: str) -> tuple[object, ...]:
    kept = ", ".join(one.kept)
    return one.before, one.after, one.reports, one.claim, sure, one.text, kept
