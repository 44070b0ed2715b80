"""``recoupe build``: from reports to a case."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.console import DEFAULT_CASE, INCOMPLETE, CaseOption, LangOption, number, plain

if TYPE_CHECKING:
    from recoupe.model import Skipped
    from recoupe.pipeline import Report


def build(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files, folders (with all that is in them), or - for standard input.",
            show_default=False,
        ),
    ],
    case: CaseOption = DEFAULT_CASE,
    lang: LangOption = "fr",
    quiet: Annotated[
        bool, typer.Option("--quiet", help="Print nothing but the path of the page.")
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print the closing report as one JSON object.")
    ] = False,
) -> None:
    """Read reports, link them, and write the case and its page.

    Again on the same case reads only what is new or changed; what was read
    before stays. Exit status 1 says that some input could not be read.

    \b
    Example:
      recoupe build reports/ --case pompes
    """
    from recoupe import pipeline  # noqa: PLC0415
    from recoupe.cli.progress import make_progress  # noqa: PLC0415

    with make_progress(silent=quiet or json) as progress:
        report = pipeline.build(inputs, case, progress=progress, lang=lang)
    if json:
        typer.echo(_as_json(report))
    elif quiet:
        typer.echo(report.dossier)
    else:
        for line in _lines(report):
            typer.echo(line)
    if not report.complete:
        raise typer.Exit(INCOMPLETE)


def _as_json(report: "Report") -> bytes:
    import orjson  # noqa: PLC0415

    return orjson.dumps({"read": report.read, **report.model_dump()})


def _lines(report: "Report") -> list[str]:
    """The closing report; its last line is the path of the page."""
    kinds = {
        "new": report.new,
        "changed": report.replaced,
        "read again by this version": report.again,
        "unchanged, not read": report.unchanged,
    }
    told = [f"{number(count)} {kind}" for kind, count in kinds.items() if count]
    left_out = [one for one in report.skipped if one.fatal]
    noted = [one for one in report.skipped if not one.fatal]
    documents = f"{number(report.documents)} in the case"
    lines = [
        f"documents   {'; '.join([documents, *told])}",
        f"skipped     {number(len(left_out))}",
        *map(_problem, left_out),
    ]
    if noted:
        lines += [f"noted       {number(len(noted))}", *map(_problem, noted)]
    if report.withdrawn:
        lines.append(
            f"withdrawn   {number(len(report.withdrawn))}, left out: "
            f"{', '.join(map(plain, report.withdrawn))}"
        )
    speed = f"; {number(report.words)} words, {number(report.words_per_second)} a second"
    return [
        *lines,
        f"statements  {number(report.statements)}",
        f"claims      {number(report.claims)}",
        f"origins     {number(report.origins)}",
        f"time        {report.seconds:.1f} s{speed if report.words else ''}",
        str(Path(report.dossier)),
    ]


def _problem(one: "Skipped") -> str:
    parts = (one.file, one.problem, one.remedy)
    return "  " + ": ".join(plain(part) for part in parts if part)
