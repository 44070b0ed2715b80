import os

import pytest

from recoupe.errors import UsageError
from recoupe.views import write_file


def test_parts_are_written_one_after_the_other(tmp_path):
    write_file(tmp_path / "page.html", (part for part in (b"one ", b"two")))
    assert (tmp_path / "page.html").read_bytes() == b"one two"


def test_a_file_is_written_and_the_folders_above_it(tmp_path):
    write_file(tmp_path / "a" / "b.html", b"page")
    assert (tmp_path / "a" / "b.html").read_bytes() == b"page"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "b.html"
    path.write_bytes(b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match=r"b\.html can't be written \(No space left on device\)"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupted_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "b.html"
    path.write_bytes(b"old")

    def stop(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_below_a_file_is_refused(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="can't be written"):
        write_file(tmp_path / "file" / "b.html", b"page")


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path):
    (tmp_path / "b.html").mkdir()
    with pytest.raises(UsageError, match="can't be written"):
        write_file(tmp_path / "b.html", b"page")
    assert [path.name for path in tmp_path.iterdir()] == ["b.html"]
