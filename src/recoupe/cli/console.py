"""What the commands share: exit statuses, options, and how to speak on a terminal."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from recoupe.model import Record

#: Done, but some input could not be read, or a figure is below its floor.
INCOMPLETE = 1
#: Wrong usage: no such path, format, case, or option.
USAGE = 2
#: A fault in Recoupe itself.
INTERNAL = 3
#: Stopped by Ctrl-C: 128 and the number of the signal, as shells have it.
INTERRUPTED = 130

CaseOption = Annotated[
    Path, typer.Option("--case", metavar="DIR", help="Folder of the case: its ledger and its page.")
]
LangOption = Annotated[
    str, typer.Option("--lang", metavar="fr|en", help="Language of the page's interface.")
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Print the answer as one JSON object, for scripts.")
]
AllOption = Annotated[
    bool, typer.Option("--all", help="List everything, not only what weighs most.")
]
AuthorOption = Annotated[
    str,
    typer.Option(
        "--author",
        metavar="NAME",
        help="Who decides; the system's user by default.",
        show_default=False,
    ),
]
NoteOption = Annotated[
    str,
    typer.Option("--note", metavar="WORDS", help="Why, in your own words.", show_default=False),
]
DEFAULT_CASE = Path("case")
#: Lines of a table that are shown unless all are asked for.
LISTED = 20
#: Widest table where there is no terminal: a file has no width of its own.
_WIDTH = 160


def plain(words: str) -> str:
    """Return words on one line, with nothing in them that a terminal would obey."""
    line = " ".join(words.split())
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in line)


def complain(problem: str, remedy: str = "") -> None:
    """Print an error as one line on standard error."""
    parts = ("recoupe", problem, remedy)
    print(": ".join(plain(part) for part in parts if part), file=sys.stderr)


def number(count: float) -> str:
    """Return a whole number with its thousands set apart."""
    return f"{count:,.0f}".replace(",", " ")


def counted(count: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: "1 claim", "4 claims"."""
    return f"{number(count)} {noun if count == 1 else plural or noun + 's'}"


def chain(who: Sequence[str]) -> str:
    """Return the names of a chain of sources, nearest first; without any, a report speaks."""
    return " via ".join(who) or "the report itself"


def print_json(record: "Record | Sequence[Record]") -> None:
    """Print a record, or a list of them, as JSON on one line."""
    import orjson  # noqa: PLC0415

    from recoupe.model import Record  # noqa: PLC0415

    if isinstance(record, Record):
        typer.echo(orjson.dumps(record.model_dump(mode="json")))
    else:
        typer.echo(orjson.dumps([one.model_dump(mode="json") for one in record]))


def print_table(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, every: bool = True
) -> None:
    """Print a table, figures to the right, without colours where there is no terminal.

    Args:
        title: What stands above it; nothing is printed where there are no rows.
        columns: Headings; one that begins with ``#`` heads figures.
        rows: As many cells each.
        every: Whether all rows are shown, or the first ones and how many more there are.
    """
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    held = list(rows)
    if not held:
        return
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = _WIDTH
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for heading in columns:
        figures = heading.startswith("#")
        table.add_column(
            heading.removeprefix("#"),
            justify="right" if figures else "left",
            no_wrap=figures,
            overflow="fold",
        )
    shown = held if every else held[:LISTED]
    for row in shown:
        # Text, not markup: what reports say may hold brackets.
        table.add_row(*(Text(plain(str(cell))) for cell in row))
    console.print(Text(title, style="bold"))
    console.print(table)
    if len(shown) < len(held):
        console.print(f"and {number(len(held) - len(shown))} more: --all lists them")
    console.print()
