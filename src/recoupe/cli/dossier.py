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
            help="Where to write the page, a file or a folder; the case's folder by default.",
            show_default=False,
        ),
    ] = None,
    lang: LangOption = "fr",
) -> None:
    """Write the page of a case again.

    In another language, or in another place. Prints its path.

    \b
    Example:
      recoupe dossier --lang en -o case-file.html --case pompes
    """
    from recoupe import pipeline  # noqa: PLC0415

    folder = case if out is None else out
    path = folder / pipeline.DOSSIER if out is None or out.is_dir() else out
    loaded, past = pipeline.load_case(case), pipeline.load_past(case)
    pipeline.write_dossier(loaded, path, lang, past)
    typer.echo(path)
