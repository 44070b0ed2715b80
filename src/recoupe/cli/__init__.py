"""The command line: one module a command; docs/commands.md tells all of them.

What a command works with is imported when it runs, so that help comes at once.
"""

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

import recoupe
from recoupe.cli import (
    adds,
    build,
    claims,
    denials,
    diff,
    dossier,
    evaluate,
    events,
    export,
    figures,
    judge,
    origins,
    withdraw,
    without,
)
from recoupe.cli.console import INTERNAL, INTERRUPTED, USAGE, complain, plain
from recoupe.errors import RecoupeError

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command("build")(build.build)
app.command("dossier")(dossier.dossier)
app.command("export")(export.export)
app.command("claims")(claims.claims)
app.command("origins")(origins.origins)
app.command("without")(without.without)
app.command("adds")(adds.adds)
app.command("denials")(denials.denials)
app.command("figures")(figures.figures)
app.command("diff")(diff.diff)
app.command("withdraw")(withdraw.withdraw)
app.command("judge")(judge.judge)
app.command("judgements")(judge.judgements)
app.command("evaluate")(evaluate.evaluate)
app.command("events")(events.events)

# The class of wrong usage that Typer raises has no public name of its own.
_WrongUsage: type[Exception] = typer.BadParameter.__mro__[1]


@app.callback(invoke_without_command=True)
def recoupe_(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)
    ] = False,
) -> None:
    """Read a pile of news reports and write the case file.

    Who says what, how sure they are, and who only repeats another: every line
    leads back to the exact words. Nothing leaves this machine.
    """
    if version:
        typer.echo(f"recoupe {recoupe.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(USAGE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: What follows the program's name; the process's own by default.

    Returns:
        The exit status: 0 done; 1 done, but some input could not be read, or a
        figure is below its floor; 2 wrong usage; 3 a fault in Recoupe; 130 stopped by Ctrl-C.
    """
    for stream in (sys.stdout, sys.stderr):
        # A file's name may hold what the terminal's encoding does not.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = app(args=arguments, prog_name="recoupe", standalone_mode=False)
    except RecoupeError as error:
        complain(error.problem, error.remedy)
        return USAGE
    except _WrongUsage as error:
        _complain_of_usage(error)
        return USAGE
    except (KeyboardInterrupt, typer.Abort):
        status = INTERRUPTED
    except Exception as error:
        if os.environ.get("RECOUPE_DEBUG"):
            raise
        complain(
            f"a fault in Recoupe ({type(error).__name__}: {error})",
            "please report it, with what RECOUPE_DEBUG=1 shows",
        )
        return INTERNAL
    if status == INTERRUPTED:
        complain("stopped", "what was read is kept; the same command goes on from there")
    return int(status or 0)


def _complain_of_usage(error: Exception) -> None:
    message = getattr(error, "format_message", lambda: str(error))()
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "recoupe"
    # The library that checks values tells so of each that it refuses.
    message = message.replace("Value error, ", "")
    complain(plain(message[:1].lower() + message[1:]).rstrip("."), f"see {command} --help")
