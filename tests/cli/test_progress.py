import io

import pytest
from rich.console import Console
from rich.progress import Progress, TextColumn

from recoupe.cli import progress
from recoupe.cli.progress import Bars, Lines, make_progress


def test_without_a_terminal_a_stage_is_a_line(capsys):
    with make_progress(silent=False) as listener:
        listener.begin("read", 2)
        listener.advance("a.txt")
        listener.advance("b.txt")
        listener.begin("link")
    told = capsys.readouterr()
    assert told.err == "reading: 2 files\nlinking\n"
    assert told.out == ""


def test_without_a_terminal_a_long_stage_tells_how_far_it_is(capsys, monkeypatch):
    monkeypatch.setattr(progress, "PAUSE", 0)
    lines = Lines()
    lines.begin("read", 2)
    lines.advance("a\x1b[31m.txt")
    assert capsys.readouterr().err.splitlines()[1] == "reading: 1 of 2, a\\x1b[31m.txt"


def test_silence_is_silent(capsys):
    with make_progress(silent=True) as listener:
        assert listener is None
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "")


def test_on_a_terminal_a_stage_is_a_bar_that_takes_names_as_they_are(monkeypatch):
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=100)
    columns = (TextColumn("{task.description} {task.completed}/{task.total}", markup=False),)
    columns += (TextColumn("{task.fields[file]}", markup=False),)
    with Progress(*columns, console=console, auto_refresh=False) as shown:
        bars = Bars(shown)
        bars.begin("look", 1)
        bars.advance("x.txt")
        bars.begin("read", 3)
        bars.advance("[red]a[/red]\x1b.txt")
        shown.refresh()
        assert len(shown.tasks) == 1
    assert "reading 1/3 [red]a[/red]\\x1b.txt" in screen.getvalue()


@pytest.mark.parametrize("stage", ["look", "read", "link", "write"])
def test_every_stage_has_a_title(stage, capsys):
    Lines().begin(stage)
    assert len(capsys.readouterr().err) > 5
