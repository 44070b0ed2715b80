"""``recoupe dossier``: the page of a case again."""

from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.console import DEFAULT_CASE, CaseOption, LangOption


def dossier(
    case: CaseOption = DEFAULT_CASE,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help="Where to write the page; dossier.html in the case's folder by default.",
            show_default=False,
        ),
    ] = None,
    lang: LangOption = "fr",
) -> None:
    """Write the page of a case again, in another language or another place.

    Prints the path of the page.
    """
    from recoupe import pipeline  # noqa: PLC0415

    path = case / pipeline.DOSSIER if out is None else out
    pipeline.write_dossier(pipeline.load_case(case), path, lang)
    typer.echo(path)
