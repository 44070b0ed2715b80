"""``recoupe adds``: what a report adds to what was known before it."""

from typing import Annotated

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

_TOLD = {"alone": "here alone", "first": "here first", "order-unknown": "order not known"}


def adds(
    report: Annotated[
        str,
        typer.Argument(
            metavar="REPORT",
            help="File name, title, id or path of a report of the case.",
            show_default=False,
        ),
    ],
    case: CaseOption = DEFAULT_CASE,
    every: AllOption = False,
    json: JsonOption = False,
) -> None:
    """Tell what a report adds to what was known.

    Claims, figures and origins that no earlier report of the case has.

    \b
    Example:
      recoupe adds 04-courrier.txt --case pompes
    """
    from recoupe import pipeline, questions  # noqa: PLC0415
    from recoupe.cli.sureness import Sureness  # noqa: PLC0415

    loaded = pipeline.load_case(case)
    found = questions.adds(loaded, questions.find_report(loaded, report))
    if json:
        print_json(found)
        return
    typer.echo(
        f"{found.file}: {counted(len(found.claims), 'new claim')}, {found.known} known before; "
        f"{counted(len(found.figures), 'new figure')}; "
        f"{counted(len(found.origins), 'new origin')}; "
        f"{counted(found.earlier, 'report')} came before it"
    )
    typer.echo()
    sureness = Sureness(loaded)
    print_table(
        "New claims",
        ("told", "#others", "claim", "sure", "words", "origins"),
        (
            (_TOLD[c.told], c.others, c.claim, sureness.of(c.claim), c.text, ", ".join(c.origins))
            for c in found.claims
        ),
        every=every,
    )
    print_table(
        "New figures",
        ("figure", "claim", "sure", "words"),
        ((f.words, f.claim, sureness.of(f.claim), f.text) for f in found.figures),
        every=every,
    )
    print_table(
        "New origins",
        ("kind", "origin", "id"),
        ((o.kind, o.name, o.origin) for o in found.origins),
        every=every,
    )
