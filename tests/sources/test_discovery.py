import io
import os
import sys

import pytest

from recoupe.errors import UnreadableError, UsageError
from recoupe.sources import MAX_BYTES, discover, read


def write(path, content="Un texte."):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def names(found):
    return [item.file for item in found.items]


def problems(found):
    return [(skipped.file, skipped.problem) for skipped in found.skipped]


def test_a_folder_is_read_recursively_in_the_order_of_names(tmp_path):
    for name in ("b.txt", "a/z.txt", "a.html", "a/b/c.txt"):
        write(tmp_path / name)
    found = discover([tmp_path])
    assert names(found) == ["a/b/c.txt", "a/z.txt", "a.html", "b.txt"]
    assert found.skipped == ()
    assert [item.location for item in found.items] == [
        str((tmp_path / name).resolve()) for name in names(found)
    ]


def test_a_single_file_goes_by_its_base_name(tmp_path):
    (item,) = discover([write(tmp_path / "a" / "b.txt")]).items
    assert item.file == "b.txt"
    assert item.size == len("Un texte.")


def test_the_current_folder_can_be_named_by_a_dot(tmp_path, monkeypatch):
    write(tmp_path / "a.txt")
    write(tmp_path / "metadata.csv", "file,title\na.txt,A\n")
    monkeypatch.chdir(tmp_path)
    (item,) = discover(["."]).items
    assert item.file == "a.txt"
    assert item.metadata.title == "A"


def test_hidden_files_and_the_clutter_of_systems_are_left_out(tmp_path):
    for name in (".cache", ".git/x.txt", "Thumbs.db", "__MACOSX/a.txt", "~$a.txt", "a.txt"):
        write(tmp_path / name)
    assert names(discover([tmp_path])) == ["a.txt"]


def test_the_parts_of_a_page_saved_whole_are_left_out_with_one_line(tmp_path):
    for name in (
        "Le port.html",
        "Le port_fichiers/a.js",
        "Le port_fichiers/b.png",
        "x_files/c.txt",
    ):
        write(tmp_path / name)
    found = discover([tmp_path])
    assert names(found) == ["Le port.html", "x_files/c.txt"]
    (skipped,) = found.skipped
    assert skipped.file == "Le port_fichiers"
    assert not skipped.fatal


def test_loops_of_links_end_and_a_file_goes_by_its_own_name(tmp_path):
    write(tmp_path / "z" / "a.txt")
    (tmp_path / "a_link").symlink_to(tmp_path / "z")
    (tmp_path / "z" / "back").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found = discover([tmp_path])
    assert names(found) == ["z/a.txt"]
    assert found.skipped == ()


def test_a_link_out_of_the_folder_is_followed(tmp_path):
    write(tmp_path / "elsewhere" / "b.txt")
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "more").symlink_to(tmp_path / "elsewhere")
    assert names(discover([tmp_path / "case"])) == ["more/b.txt"]


def test_a_link_to_nothing_is_named(tmp_path):
    write(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
    assert problems(discover([tmp_path])) == [("b.txt", "a link to nothing")]


def test_the_same_place_is_read_once_however_often_it_is_named(tmp_path):
    path = write(tmp_path / "a.txt")
    assert names(discover([tmp_path, path, path, tmp_path])) == ["a.txt"]


def test_a_missing_path_beside_another_is_named_and_the_rest_is_read(tmp_path):
    write(tmp_path / "a.txt")
    found = discover([tmp_path, tmp_path / "gone"])
    assert names(found) == ["a.txt"]
    (skipped,) = found.skipped
    assert skipped.problem == "no such file or folder"
    assert skipped.fatal
    assert skipped.remedy


def test_only_missing_paths_are_wrong_usage(tmp_path):
    with pytest.raises(UsageError, match="gone") as caught:
        discover([tmp_path / "gone", tmp_path / "lost"])
    assert caught.value.remedy


def test_nothing_to_read_is_wrong_usage():
    with pytest.raises(UsageError):
        discover([])


def test_a_folder_with_nothing_in_it_is_named_with_a_remedy(tmp_path):
    (skipped,) = discover([tmp_path]).skipped
    assert skipped.problem == "nothing in it to read"
    assert skipped.remedy
    assert skipped.fatal


def test_a_file_of_200_megabytes_is_refused_without_being_read(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    write(tmp_path / "a.txt")
    found = discover([tmp_path])
    assert names(found) == ["a.txt"]
    assert problems(found) == [("big.txt", "too large to be a report (200 MB), the limit is 20 MB")]
    assert found.skipped[0].remedy


def test_a_file_that_grew_after_it_was_found_is_refused_too(tmp_path):
    path = write(tmp_path / "a.txt")
    (item,) = discover([path]).items
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(UnreadableError, match="too large"):
        read(item)


def test_a_file_that_vanished_after_it_was_found_is_unreadable(tmp_path):
    path = write(tmp_path / "a.txt")
    (item,) = discover([path]).items
    path.unlink()
    with pytest.raises(UnreadableError, match="could not be opened"):
        item.fingerprint()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_named_instead_of_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert problems(discover([tmp_path])) == [("pipe", "not a regular file")]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_not_utf8_is_shown_and_read(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xe9t\xe9.txt"
    with open(path, "wb") as stream:  # noqa: PTH123 (a name in bytes)
        stream.write(b"Un texte assez long pour savoir que c'est du francais.")
    (item,) = discover([tmp_path]).items
    document = read(item)
    assert document.file == r"\xe9t\xe9.txt"
    document.model_dump_json()


def test_standard_input_is_one_document():
    found = discover(["-", "-"], stdin=io.BytesIO("Un texte tout à fait lisible.".encode()))
    (item,) = found.items
    assert (item.file, item.location) == ("stdin", "")
    assert read(item).text == "Un texte tout à fait lisible."


def test_standard_input_can_be_a_page():
    page = "<p>Le maire a démissionné lundi, selon la préfecture.</p>"
    (item,) = discover(["-"], stdin=io.BytesIO(page.encode())).items
    assert read(item).text == "Le maire a démissionné lundi, selon la préfecture."


def test_standard_input_is_read_no_further_than_the_limit():
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size=-1):
            assert 0 <= size <= MAX_BYTES + 1
            self.given += size
            return b"a" * size

    stream = Endless()
    found = discover(["-"], stdin=stream)
    assert found.items == ()
    assert problems(found) == [("stdin", "too large, the limit is 20 MB")]
    assert stream.given <= MAX_BYTES + 1


def test_a_table_describes_the_files_of_its_folder_and_those_below(tmp_path):
    write(tmp_path / "a.txt")
    write(tmp_path / "sub" / "b.txt")
    write(tmp_path / "sub" / "c.txt")
    write(tmp_path / "metadata.csv", "file,title\na.txt,A\nsub/b.txt,de loin\nsub/c.txt,C\n")
    write(tmp_path / "sub" / "Metadata.CSV", "file,title\nb.txt,de près\n")
    found = discover([tmp_path])
    titles = {item.file: item.metadata.title for item in found.items}
    assert titles == {"a.txt": "A", "sub/b.txt": "de près", "sub/c.txt": "C"}
    assert found.skipped == ()


def test_a_table_describes_a_file_that_is_named_alone(tmp_path):
    path = write(tmp_path / "a.txt")
    write(tmp_path / "metadata.csv", "file,title\na.txt,A\nb.txt,B\n")
    found = discover([path, tmp_path / "metadata.csv"])
    assert [item.metadata.title for item in found.items] == ["A"]
    assert found.skipped == ()


def test_unknown_files_in_a_table_are_named_with_their_line(tmp_path):
    write(tmp_path / "a.txt")
    write(tmp_path / "metadata.csv", "file,title\nb.txt,B\na.txt,A\n../c.txt,C\n")
    found = discover([tmp_path])
    assert [(skipped.problem, skipped.fatal) for skipped in found.skipped] == [
        ("line 2: no file 'b.txt' beside it", False),
        ("line 4: no file '../c.txt' beside it", False),
    ]


def test_a_table_finds_files_whose_accents_the_system_writes_apart(tmp_path):
    write(tmp_path / "e\u0301te\u0301.txt")
    write(tmp_path / "metadata.csv", "file,title\nété.txt,A\n")
    found = discover([tmp_path])
    assert found.items[0].metadata.title == "A"
    assert found.skipped == ()


def test_the_problems_of_a_table_are_told_once(tmp_path):
    for name in ("a.txt", "b.txt"):
        write(tmp_path / name)
    write(tmp_path / "metadata.csv", "file,couleur\na.txt,bleu\n")
    assert len(discover([tmp_path, tmp_path / "a.txt", tmp_path]).skipped) == 1


def test_a_table_alone_is_no_report(tmp_path):
    path = write(tmp_path / "metadata.csv", "file,title\na.txt,A\n")
    (skipped,) = discover([path]).skipped
    assert skipped.fatal
    assert skipped.remedy


def test_the_fingerprint_changes_with_the_bytes_and_with_the_metadata_only(tmp_path):
    path = write(tmp_path / "a.txt")
    table = write(tmp_path / "metadata.csv", "file,title\na.txt,A\n")

    def fingerprint():
        return discover([tmp_path]).items[0].fingerprint()

    first = fingerprint()
    os.utime(path, (0, 0))
    write(table, "title,file\nA,a.txt\n")
    assert fingerprint() == first
    write(table, "file,title\na.txt,B\n")
    second = fingerprint()
    table.unlink()
    third = fingerprint()
    write(path, "Un autre texte.")
    assert len({first, second, third, fingerprint()}) == 4
