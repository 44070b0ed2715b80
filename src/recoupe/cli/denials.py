"""``recoupe denials``: who has denied what."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.console import (
    DEFAULT_CASE,
    AllOption,
    CaseOption,
    JsonOption,
    chain,
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
    from recoupe.cli.sureness import Sureness  # noqa: PLC0415

    loaded = pipeline.load_case(case)
    found = questions.denials(loaded, by)
    if json:
        print_json(found)
        return
    sureness = Sureness(loaded)
    for explicit, title in (
        (True, "Denials"),
        (False, "Negative statements, without a word of denial"),
    ):
        print_table(
            title,
            ("who", "day", "report", "#again", "words", "aimed at", "said by"),
            (
                (
                    chain(one.who),
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
        ("who", "sure", "says now", "sure", "said before"),
        (
            (
                ", ".join(one.who),
                sureness.of(one.now),
                f"{one.text} ({one.now})",
                sureness.of(one.before),
                f"{one.before_text} ({one.before}){_check(one.reasons)}",
            )
            for one in found.changes
        ),
        every=every,
    )
    if not found.denials and not found.changes:
        whose = f" by {questions.find_speaker(loaded, by)}" if by else ""
        typer.echo(f"no denial{whose} in the case")


def _check(reasons: Iterable["Reason"]) -> str:
    from recoupe.model import is_to_check  # noqa: PLC0415 (help is shown without it)

    return " [to check]" if is_to_check(reasons) else ""
