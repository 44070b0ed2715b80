"""How far a build is: bars on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.progress import TaskID as Task

from recoupe.cli.console import plain
from recoupe.pipeline import Progress as Listener
from recoupe.pipeline import Stage

_TITLES: dict[Stage, str] = {
    "look": "looking for what is new",
    "read": "reading",
    "link": "linking",
    "write": "writing the page",
}
#: Seconds between two lines where there is no terminal.
PAUSE = 5.0
#: Longest name of a file beside a bar.
WIDTH = 40


@contextmanager
def make_progress(*, silent: bool) -> Iterator[Listener | None]:
    """Give the listener that suits standard error, until the block ends."""
    console = Console(stderr=True)
    if silent:
        yield None
    elif console.is_terminal:
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[file]}", markup=False),
        )
        # Transient, so that the closing report is what remains on the screen.
        with Progress(*columns, console=console, transient=True) as bars:
            yield Bars(bars)
    else:
        yield Lines()


class Bars:
    """One bar a stage."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._task: Task | None = None

    def begin(self, stage: Stage, total: int | None = None) -> None:
        """Close the bar before and open one."""
        if self._task is not None:
            self._bars.remove_task(self._task)
        self._task = self._bars.add_task(_TITLES[stage], total=total, file="")

    def advance(self, what: str) -> None:
        """Move the bar by one."""
        if self._task is not None:
            self._bars.update(self._task, advance=1, file=plain(what)[:WIDTH])


class Lines:
    """A line as a stage begins, and one every few seconds while it lasts."""

    def __init__(self) -> None:
        self._title = ""
        self._total: int | None = None
        self._done = 0
        self._last = 0.0

    def begin(self, stage: Stage, total: int | None = None) -> None:
        """Print the stage's title."""
        self._title, self._total, self._done = _TITLES[stage], total, 0
        self._print(f"{self._title}: {total} files" if total is not None else self._title)

    def advance(self, what: str) -> None:
        """Print how many are done, if the last line is some time ago."""
        self._done += 1
        if time.monotonic() - self._last >= PAUSE:
            self._print(f"{self._title}: {self._done} of {self._total}, {plain(what)}")

    def _print(self, line: str) -> None:
        self._last = time.monotonic()
        print(line, file=sys.stderr, flush=True)
