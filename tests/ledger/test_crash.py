"""Killed at any moment, a ledger opens, holds whole documents only, and takes the next build."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from recoupe.ledger import Ledger, only_build

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")

# Builds the same forty invented reports over and over, in a process of its own.
BUILDER = """
import hashlib, sys
from pathlib import Path
from recoupe.ledger import Ledger, only_build
from recoupe.model import *

def report(number):
    text = f"Le pont {number} est fermé. " * 50
    digest = hashlib.sha256(text.encode()).hexdigest()
    key = f"d{number}"
    spans = [Span(at, at + 9) for at in range(0, len(text) - 9, 10)]
    statements = tuple(
        Statement(id=f"{key}:{at}", document=key, content=at, sentence=at) for at in spans
    )
    mentions = tuple(Mention(span=at, schema_name="Thing", name="pont") for at in spans)
    return (
        Document(id=key, file=key, location=key, text=text, sha256=digest),
        Reading(document=key, version="1", statements=statements, mentions=mentions),
    )

reports = [report(number) for number in range(40)]
folder = Path(sys.argv[1])
with only_build(folder), Ledger.open(folder / "ledger.sqlite") as ledger:
    print("at work", flush=True)
    while True:
        build = ledger.start_build("0.1")
        for document, reading in reports:
            ledger.store(document, reading)
        claims = tuple(
            Claim(id=one.id, text="", statements=(one.id,), documents=(one.document,))
            for _, reading in reports for one in reading.statements
        )
        ledger.finish_build(build, Links(claims=claims), {})
"""


def _is_whole(case) -> bool:
    """Every document has its full reading, and the links are all there or not at all."""
    complete = all(
        len(reading.statements) == len(reading.mentions) > 100 for reading in case.readings.values()
    )
    statements = sum(len(reading.statements) for reading in case.readings.values())
    return (
        complete
        and len(case.documents) == len(case.readings)
        and len(case.links.claims) in {0, statements}
    )


@pytest.mark.slow
def test_a_build_killed_at_random_moments_leaves_a_ledger_that_opens_and_goes_on(tmp_path):
    chance = random.Random(20)
    documents = []
    for _ in range(5):
        with subprocess.Popen(
            [sys.executable, "-c", BUILDER, str(tmp_path)], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"at work\n"
            time.sleep(chance.uniform(0, 0.6))
            process.send_signal(signal.SIGKILL)
        with only_build(tmp_path), Ledger.open(tmp_path / "ledger.sqlite", create=False) as ledger:
            case = ledger.case()
            assert _is_whole(case)
            assert ledger.whole == bool(case.links.claims)
            documents.append(len(case.documents))
    assert documents == sorted(documents), "a later build lost what an earlier one had stored"
    assert documents[-1] > 0


def test_a_build_killed_before_any_of_its_sql_statements_can_be_done_again(
    tmp_path, whole_case, fill_ledger, dies_at
):
    path = tmp_path / "ledger.sqlite"
    Ledger.open(path).close()

    def build(hook):
        with Ledger.open(path) as ledger:
            hook(ledger)
            fill_ledger(ledger, whole_case)

    step = 0
    while dies_at(step, build):
        with Ledger.open(path) as ledger:
            case = ledger.case()
            assert all(
                case.readings[one.id] == whole_case.readings[one.id] for one in case.documents
            )
            assert case.links == (whole_case.links if ledger.whole else type(case.links)())
        step += 1
    assert step > 30, "the hook did not see the statements"
    with Ledger.open(path) as ledger:
        assert ledger.case("bus") == whole_case


def test_a_first_opening_killed_before_any_of_its_sql_statements_can_be_done_again(
    tmp_path, monkeypatch, dies_at
):
    from recoupe.ledger import engine

    path = tmp_path / "ledger.sqlite"
    made = engine.create_engine

    def opening(hook):
        class Shell:
            def __init__(self, inner):
                self._engine = inner

        def create(*args, **options):
            inner = made(*args, **options)
            hook(Shell(inner))
            return inner

        engine.create_engine = create
        Ledger.open(path).close()

    step = 0
    while dies_at(step, opening):
        step += 3  # each takes a twentieth of a second
    assert step > 20, "the hook did not see the statements"
    with Ledger.open(path) as ledger:
        assert ledger.case().documents == ()
