"""What the commands share: exit statuses, options, and how to speak on a terminal."""

import sys
from pathlib import Path
from typing import Annotated

import typer

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
DEFAULT_CASE = Path("case")


def plain(words: str) -> str:
    """Return words on one line, with nothing in them that a terminal would obey."""
    line = " ".join(words.split())
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in line)


def complain(problem: str, remedy: str = "") -> None:
    """Print an error as one line on standard error."""
    parts = ("recoupe", problem, remedy)
    print(": ".join(plain(part) for part in parts if part), file=sys.stderr)
