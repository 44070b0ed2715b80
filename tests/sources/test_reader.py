import codecs
import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.errors import UnreadableError
from recoupe.model import Span
from recoupe.sources import discover, read

REPORT = (
    "Le conseil municipal de Brest a voté lundi la reprise du chantier, selon la mairie.\n"
    "« Rien n’est encore signé », a nuancé l’adjointe aux travaux."
)
ENGLISH = (
    "The city council voted on Monday to resume work on the bridge, according to the mayor, "
    "who said that nothing had been signed yet and that talks with the builder would go on."
)

# What plain text can hold: no lone surrogates, no control characters but blanks.
written = st.text(
    st.one_of(st.characters(exclude_categories=["Cs", "Cc"]), st.sampled_from("\t\n\r"))
).filter(lambda text: text.strip() and not text.startswith("\ufeff"))


def document(data, name="a.txt", metadata=None):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        if metadata is not None:
            Path(folder, "metadata.csv").write_text(metadata, encoding="utf-8")
        (item,) = discover([path]).items
        return read(item)


def refusal(data, name="a.txt"):
    with pytest.raises(UnreadableError) as caught:
        document(data, name)
    assert caught.value.problem
    assert caught.value.remedy
    assert "\n" not in str(caught.value)
    return caught.value.problem


def normalised(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


@settings(deadline=None)  # the first example loads what reading needs
@given(written, st.data())
def test_plain_text_is_stored_as_written_but_for_its_line_ends(text, data):
    encoding, mark = data.draw(
        st.sampled_from(
            [
                ("utf-8", codecs.BOM_UTF8),
                ("utf-16-le", codecs.BOM_UTF16_LE),
                ("utf-16-be", codecs.BOM_UTF16_BE),
            ]
        )
    )
    read_back = document(mark + text.encode(encoding), metadata="file,language\na.txt,fr\n")
    assert read_back.text == normalised(text)
    assert read_back.notes == () or encoding == "utf-8"
    start = data.draw(st.integers(0, len(read_back.text)))
    end = data.draw(st.integers(start, len(read_back.text)))
    words = normalised(text)[start:end]
    assert Span(start, end).of(read_back.text) == words
    found = read_back.text.find(words)
    assert Span(found, found + len(words)).of(read_back.text) == words


@settings(deadline=None)
@given(st.text("abcdefgh éèàçùôîœÉ’«»–…€\n ,.", min_size=1).filter(str.strip))
def test_french_in_windows_1252_is_stored_as_written_or_refused(text):
    data = text.encode("cp1252")
    try:
        stored = document(data, metadata="file,language\na.txt,fr\n")
    except UnreadableError:
        return
    if stored.encoding == "cp1252":
        assert stored.text == text


def test_line_ends_of_every_system_become_one():
    assert document("Un.\r\nDeux.\rTrois.\n\r\n", metadata="file,language\na.txt,fr\n").text == (
        "Un.\nDeux.\nTrois.\n\n"
    )


def test_a_report_in_windows_1252_is_read():
    read_back = document(REPORT.encode("cp1252"))
    assert (read_back.text, read_back.encoding) == (REPORT, "cp1252")


def test_markup_in_plain_text_stays_as_it_is():
    text = "Le pirate a laissé <script>alert(1)</script> &amp; rien d’autre sur le site du conseil."
    assert document(text).text == text


def test_the_same_file_gives_the_same_document_anywhere(tmp_path):
    one, other = document(REPORT), document(REPORT)
    assert one.location != other.location
    assert one.model_copy(update={"location": ""}) == other.model_copy(update={"location": ""})
    assert one.id != document(REPORT, name="b.txt").id
    assert one.id != document(REPORT + " ").id


def test_what_a_person_says_outranks_what_the_page_says():
    page = (
        '<html lang="fr"><head><title>Titre</title><meta property="og:site_name" content="Page">'
        '<meta property="article:published_time" content="2024-03-04">'
        '<link rel="canonical" href="https://page.example/a"></head>'
        f"<body><article><h1>Titre</h1><p>{REPORT}</p></article></body></html>"
    )
    stated = (
        "file,title,publisher,published,url,language\n"
        "a.html,Autre,Gazette,2024-02~,https://gazette.example/a,it\n"
    )
    told = document(page, "a.html", stated)
    assert (told.title, told.publisher, told.published) == ("Autre", "Gazette", "2024-02~")
    assert (told.url, told.language) == ("https://gazette.example/a", "it")
    assert told.published_basis == "metadata"
    plain = document(page, "a.html")
    assert (plain.title, plain.publisher, plain.published) == ("Titre", "Page", "2024-03-04")
    assert (plain.url, plain.language) == ("https://page.example/a", "fr")
    assert plain.published_basis == "page"
    assert plain.text == told.text
    assert plain.fingerprint != told.fingerprint


def test_an_impossible_date_given_for_a_page_leaves_the_page_s_own():
    page = (
        '<html><head><meta property="article:published_time" content="2024-03-04"></head>'
        f"<body><p>{REPORT}</p></body></html>"
    )
    read_back = document(page, "a.html", "file,published\na.html,2024-02-31\n")
    assert (read_back.published, read_back.published_basis) == ("2024-03-04", "page")


def test_nothing_stated_is_unknown():
    read_back = document(REPORT)
    assert (read_back.title, read_back.publisher, read_back.published) == (None, None, None)
    assert read_back.published_basis == "unknown"


def test_the_language_is_detected_where_nobody_states_it():
    assert document(REPORT).language == "fr"
    assert document(ENGLISH).language == "en"


def test_a_short_text_is_taken_for_a_language_that_can_be_read_and_noted():
    read_back = document("La SNCF.")
    assert read_back.language == "fr"
    assert [note.rule for note in read_back.notes] == ["language-unsure"]


def test_a_page_that_states_the_wrong_language_is_read_in_its_own():
    read_back = document(f'<html lang="en"><body><p>{REPORT}</p></body></html>', "a.html")
    assert read_back.language == "fr"
    assert [note.rule for note in read_back.notes] == ["page-language-wrong"]


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", codecs.BOM_UTF8, "\u00a0\u2003".encode()])
def test_an_empty_file_has_no_text(data):
    assert refusal(data) == "no text in it"


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a"])
def test_a_pdf_under_any_name_is_named(name):
    assert "a PDF" in refusal(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3", name)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.zip"])
def test_a_zip_under_any_name_is_named(name):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("report.txt", REPORT)
    assert "a zip" in refusal(buffer.getvalue(), name)


def test_bytes_without_a_known_form_are_not_text():
    assert refusal(bytes(range(256)) * 10) == "not text"


def test_a_broken_encoding_is_named():
    assert "encoding" in refusal(bytes(range(128, 256)) * 40)


def test_a_file_broken_in_one_place_is_read_with_a_note():
    data = (REPORT * 5).encode()
    read_back = document(data[:200] + b"\xff" + data[200:])
    assert [note.rule for note in read_back.notes] == ["encoding-repaired"]


@pytest.mark.parametrize("name", ["a.html", "b"])
@pytest.mark.parametrize(
    "body",
    [
        "",
        "<script>var texte = 'Le maire a démissionné';</script>",
        '<nav><a href="/">Accueil</a></nav><footer>Mentions légales</footer>',
        '<a href="/a">Le maire a démissionné</a> <a href="/b">Le pont a rouvert</a>',
        '<img src="a.png" onerror="alert(1)">',
    ],
)
def test_a_page_without_text_is_named(name, body):
    page = f"<!DOCTYPE html><html><head><title>Titre</title></head><body>{body}</body></html>"
    assert refusal(page, name) == "a page without text"


def test_plain_text_and_listings_load_no_parser_of_pages(tmp_path):
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    code = (
        "import sys; from recoupe.sources import discover, read;"
        f"found = discover([{str(tmp_path)!r}]);"
        "heavy = {'trafilatura', 'lxml', 'py3langid', 'charset_normalizer', 'spacy'};"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules);"
        "read(found.items[0]);"
        "assert not {'trafilatura'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
