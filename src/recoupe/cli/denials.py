"""``recoupe denials``: who has denied what."""

from collections.abc import Iterable
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
    from recoupe.model import Reason


def denials(
    by: Annotated[
        str | None,
        typer.Option(
            "--by", metavar="SOURCE", help="Only the denials of this source.", show_default=False
        ),
    ] = None,
    case: CaseOption = DEFAULT_CASE,
    every: AllOption = False,
    json: JsonOption = False,
) -> None:
    """List who has denied what.

    With the claims aimed at, and with those who have said otherwise since. What was found by
    comparing, and no report tells, is marked "to check".

    \b
    Example:
      recoupe denials --by "Hydrolia" --case pompes
    """
    from recoupe import pipeline, questions  # noqa: PLC0415

    found = questions.denials(pipeline.load_case(case), by)
    if json:
        print_json(found)
        return
    for explicit, title in (
        (True, "Denials"),
        (False, "Negative statements, without a word of denial"),
    ):
        print_table(
            title,
            ("who", "day", "report", "#again", "words", "aimed at", "said by"),
            (
                (
                    ", ".join(one.who) or "the report itself",
                    one.published or "",
                    one.file,
                    len(one.again),
                    one.text,
                    " | ".join(
                        f"{aim.text} ({aim.claim}){_check(aim.reasons)}" for aim in one.aimed
                    )
                    or "not bound",
                    " | ".join(", ".join(aim.who) for aim in one.aimed),
                )
                for one in found.denials
                if one.explicit == explicit
            ),
            every=every,
        )
    print_table(
        "Changes of position",
        ("who", "says now", "said before"),
        (
            (
                ", ".join(one.who),
                f"{one.text} ({one.now})",
                f"{one.before_text} ({one.before}){_check(one.reasons)}",
            )
            for one in found.changes
        ),
        every=every,
    )
    if not found.denials and not found.changes:
        typer.echo(f"no denial{f' by {by}' if by else ''} in the case")


def _check(reasons: Iterable["Reason"]) -> str:
    from recoupe.model import is_to_check  # noqa: PLC0415 (help is shown without it)

    return " [to check]" if is_to_check(reasons) else ""
