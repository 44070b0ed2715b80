"""``recoupe export``: a case for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.console import DEFAULT_CASE, CaseOption


def export(
    format_: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="Name of the format, such as jsonl.",
            show_default=False,
        ),
    ],
    case: CaseOption = DEFAULT_CASE,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="OUT",
            help="File or folder to write; export/FORMAT in the case's folder by default.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write a case in a format that other programs read.

    Prints the path of what was written.

    \b
    Example:
      recoupe export jsonl -o out/ --case pompes
    """
    from recoupe import pipeline  # noqa: PLC0415
    from recoupe.views.export import get_exporter  # noqa: PLC0415

    exporter = get_exporter(format_)
    path = case / pipeline.EXPORTS / format_ if out is None else out
    exporter.write(pipeline.load_case(case), path)
    typer.echo(path)
