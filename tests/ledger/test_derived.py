"""The file of what was derived: a copy that may be gone, broken or locked at any time."""

import sqlite3

import pytest

from recoupe.ledger import Derived


def test_what_is_kept_is_found_under_its_key_alone(tmp_path):
    with Derived(tmp_path / "d.sqlite") as file:
        file.keep("a", "words", "k1", b"one")
        file.keep("a", "words", "k2", b"two")
        assert file.recall("a", "words", "k1") is None
        assert file.recall("a", "words", "k2") == b"two"
        assert file.recall("a", "anchors", "k2") is None
    with Derived(tmp_path / "d.sqlite") as file:
        assert file.recall("a", "words", "k2") == b"two"


def test_what_was_not_asked_for_goes(tmp_path):
    with Derived(tmp_path / "d.sqlite") as file:
        for document in "ab":
            file.recall(document, "words", "k")
            file.keep(document, "words", "k", b"one")
    with Derived(tmp_path / "d.sqlite") as file:
        file.recall("a", "words", "k")
    with Derived(tmp_path / "d.sqlite") as file:
        assert file.recall("a", "words", "k") == b"one"
        assert file.recall("b", "words", "k") is None


def test_of_a_build_that_fails_nothing_is_kept(tmp_path):
    file = Derived(tmp_path / "d.sqlite")
    file.recall("a", "words", "k")
    file.keep("a", "words", "k", b"one")
    file.__exit__(KeyError, KeyError(), None)
    with Derived(tmp_path / "d.sqlite") as file:
        assert file.recall("a", "words", "k") is None


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"x" * 4096])
def test_a_broken_file_is_made_anew(tmp_path, content):
    (tmp_path / "d.sqlite").write_bytes(content)
    with Derived(tmp_path / "d.sqlite") as file:
        file.recall("a", "words", "k")
        file.keep("a", "words", "k", b"one")
        assert file.recall("a", "words", "k") == b"one"


def test_a_file_of_other_tables_is_made_anew(tmp_path):
    with sqlite3.connect(tmp_path / "d.sqlite") as other:
        other.execute("CREATE TABLE kept (something TEXT)")
    other.close()
    with Derived(tmp_path / "d.sqlite") as file:
        file.keep("a", "words", "k", b"one")
        assert file.recall("a", "words", "k") == b"one"


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path):
    (tmp_path / "d.sqlite").mkdir()
    with Derived(tmp_path / "d.sqlite") as file:
        file.keep("a", "words", "k", b"one")
        assert file.recall("a", "words", "k") is None


def test_a_file_in_use_is_left_alone(tmp_path, monkeypatch):
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **how: connect(path, timeout=0.01, **how))
    with Derived(tmp_path / "d.sqlite") as file:
        file.recall("a", "words", "k")
        file.keep("a", "words", "k", b"one")
        with Derived(tmp_path / "d.sqlite") as other:
            other.keep("a", "words", "k", b"two")
            assert other.recall("a", "words", "k") is None
    with Derived(tmp_path / "d.sqlite") as file:
        assert file.recall("a", "words", "k") == b"one"
