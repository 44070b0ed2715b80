"""``recoupe judge`` and ``recoupe judgements``: what people decide about a case."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

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
    print_table,
)

if TYPE_CHECKING:
    from recoupe.model import Judgement


class DecisionName(StrEnum):
    """What may be decided, as it is written on the command line."""

    SAME = "same"
    DIFFERENT = "different"
    WRONG = "wrong"
    CONFIRMED = "confirmed"
    UNDECIDED = "undecided"


def judge(
    decision: Annotated[
        DecisionName,
        typer.Argument(
            metavar="DECISION",
            help="same or different, of two things; of one, wrong (Recoupe misread) or confirmed "
            "(somebody checked); of two reports, confirmed (the first draws on the second) or "
            "wrong (neither draws on the other); undecided lifts an earlier decision.",
            show_default=False,
        ),
    ],
    things: Annotated[
        list[str],
        typer.Argument(
            metavar="THING...",
            help="Claims by id or words, statements by id, persons, places and sources by name, "
            "reports by file or title; or the number of an earlier judgement.",
            show_default=False,
        ),
    ],
    case: CaseOption = DEFAULT_CASE,
    author: AuthorOption = "",
    note: NoteOption = "",
    lang: LangOption = "fr",
    every: AllOption = False,
    json: JsonOption = False,
) -> None:
    """Decide what is one, what was misread, who draws on whom.

    Claims, statements, names, sources, reports. What was misread is out of the case, as if it
    had not been read; that says nothing of whether a source is right. A judgement wins over the
    scores, is never overwritten, and is undone by a further one.

    \b
    Examples:
      recoupe judge same c1f0a9be2d771 c80e3b1a94c02 --case pompes
      recoupe judge different "Belhaj" "Karim Belhaj" --note "his brother"
      recoupe judge wrong "Lire aussi" --note "a caption"
      recoupe judge wrong 003.html 002.html --note "both had the wire"
      recoupe judge undecided 2
    """
    from recoupe import pipeline  # noqa: PLC0415
    from recoupe.cli.diff import print_changes  # noqa: PLC0415
    from recoupe.cli.progress import make_progress  # noqa: PLC0415

    with make_progress(silent=json) as progress:
        done = pipeline.judge(
            decision.value, things, case, author=author, note=note, lang=lang, progress=progress
        )
    if json:
        print_json(done)
        return
    typer.echo(f"judged {decision.value}:")
    for words in done.about:
        typer.echo(f"  {words}")
    typer.echo()
    if done.changes:
        print_changes(done.changes, case, every=every)
    else:
        typer.echo("no report, claim, origin, relation or lineage is another than before")
    typer.echo(done.dossier)


def judgements(
    case: CaseOption = DEFAULT_CASE,
    every: AllOption = False,
    json: JsonOption = False,
) -> None:
    """List what people decided, by number.

    \b
    Example:
      recoupe judgements --case pompes
    """
    from recoupe import pipeline  # noqa: PLC0415

    found = pipeline.load_judgements(case)
    if json:
        print_json(found)
        return
    rows = ((place, *_row(one)) for place, one in enumerate(found, 1))
    columns = ("#", "decision", "of", "author", "time", "words", "note")
    print_table("Judgements", columns, rows, every=every)
    if not found:
        typer.echo("nothing was judged yet: recoupe judge enters a decision")


def _row(one: "Judgement") -> tuple[object, ...]:
    words = " | ".join(one.words or filter(None, (one.subject, one.other)))
    return one.decision, one.kind, one.author, one.time[:16].replace("T", " "), words, one.note
