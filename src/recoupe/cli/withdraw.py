"""``recoupe withdraw``: reports taken out of a case, or let in again."""

from typing import Annotated

import typer

from recoupe.cli.console import (
    DEFAULT_CASE,
    AllOption,
    AuthorOption,
    CaseOption,
    JsonOption,
    LangOption,
    NoteOption,
    print_json,
)


def withdraw(
    reports: Annotated[
        list[str],
        typer.Argument(
            metavar="REPORT...",
            help="File name, title, id or path of each report.",
            show_default=False,
        ),
    ],
    undo: Annotated[
        bool, typer.Option("--undo", help="Let the reports into the case again.")
    ] = False,
    case: CaseOption = DEFAULT_CASE,
    author: AuthorOption = "",
    note: NoteOption = "",
    lang: LangOption = "fr",
    every: AllOption = False,
    json: JsonOption = False,
) -> None:
    """Take reports out of a case, or in again.

    The rest is linked as if they had never been in it. They stay in the ledger, text and
    all, and a later build leaves them out until --undo lets them in again. Who did it,
    when and why is kept.

    \b
    Example:
      recoupe withdraw 04-courrier.txt --note "retracted by the paper" --case pompes
    """
    from recoupe import pipeline  # noqa: PLC0415
    from recoupe.cli.diff import print_changes  # noqa: PLC0415
    from recoupe.cli.progress import make_progress  # noqa: PLC0415

    with make_progress(silent=json) as progress:
        done = pipeline.withdraw(
            reports, case, undo=undo, author=author, note=note, lang=lang, progress=progress
        )
    if json:
        print_json(done)
        return
    typer.echo(f"{'let in again' if undo else 'withdrawn'}: {', '.join(done.about)}")
    typer.echo()
    print_changes(done.changes, case, every=every)
    typer.echo(done.dossier)
