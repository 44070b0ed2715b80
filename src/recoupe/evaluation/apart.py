"""Measuring in a process of its own, with one thread, so that only our own work counts."""

import os
import subprocess
import sys

import orjson

from recoupe.errors import DataError

_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def measured_apart(module: str, *arguments: str) -> dict[str, float]:
    """Run a module as a program in a process of its own and return the figures it prints.

    What it tells on standard error is passed on as it comes. Linear algebra takes its number of
    threads from the environment as it is loaded, and threads that wait in circles would count as
    work; a process of its own also has a peak of memory of its own.

    Args:
        module: Name of the module to run; it prints one JSON object.
        arguments: What to hand it.

    Returns:
        The figures by name.

    Raises:
        DataError: The module failed; the message holds the last line it printed.
    """
    last = "no word of it"
    with subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        env=os.environ | dict.fromkeys(_THREADS, "1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        # The figures are few: they wait until all else is told.
        for line in process.stderr:
            last = line.decode(errors="replace").strip() or last
            print(last, file=sys.stderr, flush=True)
        told = process.stdout.read()
    if process.returncode:
        raise DataError(f"{module} could not be measured: {last}")
    figures: dict[str, float] = orjson.loads(told)
    return figures
