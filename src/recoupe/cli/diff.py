"""``recoupe diff``: what changed in a case since an earlier build."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.console import (
    DEFAULT_CASE,
    AllOption,
    CaseOption,
    JsonOption,
    print_json,
    print_table,
)

if TYPE_CHECKING:
    from recoupe.questions.changed import Changes, ClaimChange


def diff(
    since: Annotated[
        int | None,
        typer.Option(
            "--since",
            metavar="N",
            help="Number of the build to compare with; 0 is the empty case; the last but one "
            "by default.",
            show_default=False,
        ),
    ] = None,
    case: CaseOption = DEFAULT_CASE,
    every: AllOption = False,
    json: JsonOption = False,
) -> None:
    """Tell what changed since an earlier build.

    Reports, claims, origins, relations and lineage, in both directions. Each build has a
    number, and so has each report withdrawn and each judgement.

    \b
    Example:
      recoupe diff --since 1 --case pompes
    """
    from recoupe import pipeline  # noqa: PLC0415

    found = pipeline.load_changes(case, since)
    if json:
        print_json(found)
        return
    typer.echo(
        f"from {_build(found.since, found.since_time)} to {_build(found.until, found.until_time)}"
    )
    if not found:
        earlier = ": --since N compares with an earlier build" if found.since else ""
        typer.echo(f"nothing changed{earlier}")
        return
    typer.echo()
    print_changes(found, case, every=every)


def print_changes(found: "Changes", folder: Path, *, every: bool) -> None:
    """Print what changed as tables, those without a line left out.

    Args:
        found: What changed.
        folder: The case: how sure its claims are now; of one that is gone, nothing is told.
        every: Whether all lines are shown.
    """
    from recoupe import pipeline  # noqa: PLC0415
    from recoupe.cli.sureness import Sureness  # noqa: PLC0415

    sure = Sureness(pipeline.load_case(folder)).of
    print_table(
        "Reports",
        ("", "file", "title"),
        ((one.kind, one.file, one.title or "") for one in found.documents),
        every=every,
    )
    print_table(
        "Claims",
        ("", "#origins", "claim", "sure", "words", "what changed"),
        (
            (one.kind, one.origins, one.claim, sure(one.claim), one.text, _why(one))
            for one in found.claims
        ),
        every=every,
    )
    print_table(
        "Origins",
        ("", "origin", "id"),
        ((one.kind, one.name, one.origin) for one in found.origins),
        every=every,
    )
    print_table(
        "Relations of claims",
        ("", "sure", "claim", "", "sure", "claim"),
        (
            (o.kind, sure(o.claim), o.text, o.relation, sure(o.other), o.other_text)
            for o in found.relations
        ),
        every=every,
    )
    print_table(
        "Lineage",
        ("", "report", "", "on"),
        ((one.kind, one.document, one.relation, one.on) for one in found.lineage),
        every=every,
    )


def _why(one: "ClaimChange") -> str:
    if one.kind == "joined":
        return f"now part of {one.was}"
    if one.kind == "parted":
        return f"was part of {one.was}"
    told = (
        ("origins", one.more_origins, one.fewer_origins),
        ("reports", one.more_documents, one.fewer_documents),
    )
    parts = [
        f"{what} {', '.join([f'+ {name}' for name in more] + [f'- {name}' for name in fewer])}"
        for what, more, fewer in told
        if more or fewer
    ]
    return "; ".join(parts) or ", ".join(one.documents)


def _build(number: int, time: str) -> str:
    return f"build {number} ({time[:16].replace('T', ' ')})" if number else "the empty case"
