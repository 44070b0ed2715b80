import gzip
import io
import zipfile

import pytest

from recoupe.errors import UnreadableError
from recoupe.sources.kinds import declared_encoding, is_page, refuse_binary, refuse_other_text


def zipped(*names):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "du texte")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (zipped("a.txt"), "a zip"),
        (zipped("word/document.xml"), "a Word document"),
        (zipped("xl/workbook.xml"), "an Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 20, "an Office file"),
        (b"\x89PNG\r\n\x1a\n", "an image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "an image"),
        (gzip.compress(b"du texte", mtime=0), "gzip"),
        (b"{\\rtf1\\ansi du texte}", "a rich text file"),
        (b"SQLite format 3\0", "a database"),
        (b"\0\0\0\x18ftypmp42", "a video"),
    ],
)
def test_binary_formats_are_named_with_a_remedy(data, what):
    with pytest.raises(UnreadableError, match=what) as caught:
        refuse_binary(data)
    assert caught.value.remedy


@pytest.mark.parametrize("text", ["", "RIFFIFI à Paris", "MZ est un sigle", "Le PDF est signé"])
def test_text_is_not_taken_for_a_binary_format(text):
    refuse_binary(text.encode())


@pytest.mark.parametrize("name", ["style.css", "data.JSON", "a/b.csv", "flux.rss", "x.eml"])
def test_text_that_is_no_report_is_named(name):
    with pytest.raises(UnreadableError, match="not a report") as caught:
        refuse_other_text(name)
    assert caught.value.remedy


@pytest.mark.parametrize("name", ["a.txt", "b", "c.md", "d.text", "e.asc", "stdin"])
def test_other_names_may_be_reports(name):
    refuse_other_text(name)


@pytest.mark.parametrize(
    ("name", "text", "page"),
    [
        ("a.html", "du texte sans balise", True),
        ("a.HTM", "<p>x", True),
        ("a.txt", "<!DOCTYPE html><p>x</p>", True),
        ("a.txt", "\n <!-- saved --> <html lang='fr'>", True),
        ("a.xml", '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', True),
        ("a.txt", "<p> est la balise du paragraphe", False),
        ("stdin", "<p>Un fragment</p>", True),
        ("stdin", "<pilote> : je décolle", False),
        ("stdin", "Du texte < du texte", False),
        ("a.txt", "Il a dit <html>", False),
    ],
)
def test_a_page_is_known_by_its_name_or_its_beginning(name, text, page):
    assert is_page(name, text) is page


@pytest.mark.parametrize(
    ("markup", "label"),
    [
        ('<html><head><meta charset="windows-1252">', "windows-1252"),
        ("<html><meta http-equiv=X content='text/html; charset=ISO-8859-1'>", "ISO-8859-1"),
        ('<?xml version="1.0" encoding="utf-8"?><html>', "utf-8"),
        ("<html><head><title>x</title>", None),
    ],
)
def test_a_page_declares_its_encoding(markup, label):
    assert declared_encoding("a.html", markup.encode()) == label


def test_plain_text_declares_nothing():
    assert declared_encoding("a.txt", b'Il faut ecrire <meta charset="utf-7">.') is None
