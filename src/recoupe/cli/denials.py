"""``recoupe denials``: who has denied what."""

from typing import Annotated

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

    With the claims aimed at, and with those who have said otherwise since.

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
                    " | ".join(f"{aim.text} ({aim.claim})" for aim in one.aimed) or "not bound",
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
                f"{one.before_text} ({one.before})",
            )
            for one in found.changes
        ),
        every=every,
    )
    if not found.denials and not found.changes:
        whose = f" by {questions.find_speaker(loaded, by)}" if by else ""
        typer.echo(f"no denial{whose} in the case")
