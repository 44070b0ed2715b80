"""What is measured in a process of its own."""

import pytest

from recoupe.errors import DataError
from recoupe.evaluation.apart import measured_apart


def a_module(folder, body: str, monkeypatch) -> str:
    (folder / "measuring_something.py").write_text(body, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder))
    return "measuring_something"


def test_returns_what_the_module_prints_and_gives_it_one_thread(tmp_path, monkeypatch):
    module = a_module(
        tmp_path,
        "import os, sys, json\n"
        "threads = float(os.environ['OMP_NUM_THREADS'])\n"
        "print(json.dumps({'threads': threads, 'size': float(sys.argv[1])}))",
        monkeypatch,
    )
    assert measured_apart(module, "3") == {"threads": 1.0, "size": 3.0}


def test_a_failure_is_told_with_its_last_line(tmp_path, monkeypatch):
    module = a_module(tmp_path, "raise SystemExit('no articles in here')", monkeypatch)
    with pytest.raises(DataError, match=r"measuring_something .* no articles in here"):
        measured_apart(module)
