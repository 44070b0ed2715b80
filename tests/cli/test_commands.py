"""Every command and option has help and stands in docs/commands.md."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from recoupe.cli import app, main

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"
COMMANDS = typer.main.get_command(app).commands
PARAMETERS = [
    pytest.param(command, parameter, id=f"{name}-{parameter.name}")
    for name, command in COMMANDS.items()
    for parameter in command.params
    if parameter.name != "help"
]


def _section(name):
    """What docs/commands.md says of a command, from its heading to the next."""
    found = re.search(rf"^## recoupe {name}\b.*?(?=^## |\Z)", DOCS.read_text("utf-8"), re.M | re.S)
    return found[0] if found else ""


def test_the_commands_are_those_of_the_design():
    asking = {"claims", "origins", "without", "adds", "denials", "diff"}
    deciding = {"withdraw", "judge", "judgements"}
    assert set(COMMANDS) >= {"build", "dossier", "export", "evaluate"} | asking | deciding


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name):
    assert len(COMMANDS[name].help or "") > 30


def test_no_command_is_told_in_half_on_a_narrow_terminal(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    assert "..." not in told.partition("Commands:")[2]
    assert set(re.findall(r"^  (\w+)  ", told.partition("Commands:")[2], re.M)) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_every_command_holds_an_example_that_it_would_take(name):
    examples = re.findall(r"^ +recoupe (.+)$", COMMANDS[name].help or "", re.M)
    assert examples
    for example in examples:
        given, *rest = shlex.split(example)
        assert given == name
        # Parsed as it would be, without being run; raises where it is wrong usage.
        COMMANDS[name].make_context(name, rest)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_section_in_the_docs(name):
    assert len(_section(name)) > 100


@pytest.mark.parametrize(("command", "parameter"), PARAMETERS)
def test_every_option_and_argument_has_help(command, parameter):
    assert len(parameter.help or "") > 10


@pytest.mark.parametrize(("command", "parameter"), PARAMETERS)
def test_every_option_and_argument_stands_in_the_docs(command, parameter):
    section = _section(command.name)
    if parameter.param_type_name == "option":
        for name in parameter.opts:
            assert re.search(rf"`[^`]*{name}\b[^`]*`", section), f"{name} is not documented"
    else:
        word = parameter.metavar.strip("[].").rstrip("]")
        assert word in section.splitlines()[0]


def test_the_docs_have_no_command_that_is_gone():
    told = re.findall(r"^## recoupe (\w+)", DOCS.read_text("utf-8"), re.M)
    assert sorted(told) == sorted(COMMANDS)


@pytest.mark.parametrize("status", ["0", "1", "2", "3", "130"])
def test_the_docs_tell_every_exit_status(status):
    assert f"\n| {status} |" in DOCS.read_text("utf-8")


def test_help_loads_nothing_heavy():
    heavy = {"spacy", "sqlalchemy", "alembic", "pydantic", "lxml", "trafilatura", "numpy"}
    code = f"import sys; import recoupe.cli; print(*({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == ""


def test_what_links_and_shows_a_case_loads_no_pipeline():
    code = (
        "import sys, recoupe.pipeline, recoupe.views.dossier;"
        "from recoupe.linking.terms.vocabulary import vocabulary;"
        "vocabulary('fr'); print('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "False"
