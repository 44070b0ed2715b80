import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.errors import UnreadableError
from recoupe.sources.decoding import decode, is_misread

FRENCH = (
    "« C’est fini », a déclaré Élodie Rivière, mairesse déléguée de Nîmes. L’œuvre coûtera "
    "14 000 € ; dès août, où qu’ils soient, les élèves paieront – ou pas…"
)
OLD_FRENCH = FRENCH.replace("œ", "oe").replace("€", "euros").replace("’", "'")
OLD_FRENCH = OLD_FRENCH.replace("–", "-").replace("…", "...")
RUSSIAN = "Президент заявил, что завод будет закрыт весной, несмотря на протесты рабочих."

text = st.text(st.characters(exclude_categories=["Cs", "Cc"]))


def rules(decoded):
    return [note.rule for note in decoded.notes]


def test_french_in_utf8_is_utf8():
    decoded = decode(FRENCH.encode())
    assert (decoded.text, decoded.encoding, decoded.notes) == (FRENCH, "utf-8", ())


def test_french_in_windows_1252_is_not_taken_for_another_code_page():
    decoded = decode(FRENCH.encode("cp1252"))
    assert (decoded.text, decoded.encoding, decoded.notes) == (FRENCH, "cp1252", ())


@pytest.mark.parametrize("word", ["é", "Où ?", "L'été.", "naïf", "ÇA"])
def test_a_few_accented_letters_are_enough_for_windows_1252(word):
    assert decode(word.encode("cp1252")).text == word


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850"])
def test_french_in_older_encodings_is_detected_and_said_to_be(encoding):
    decoded = decode(OLD_FRENCH.encode(encoding))
    assert decoded.text == OLD_FRENCH
    assert rules(decoded) == ["encoding-detected"]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_cyrillic_is_not_read_as_accented_letters(encoding):
    assert decode(RUSSIAN.encode(encoding)).text == RUSSIAN


@pytest.mark.parametrize("name", ["UTF8", "UTF16_LE", "UTF16_BE", "UTF32_LE", "UTF32_BE"])
def test_a_byte_order_mark_decides_and_is_no_character(name):
    mark = getattr(codecs, f"BOM_{name}")
    encoding = {"UTF8": "utf-8"}.get(name, name.lower().replace("utf", "utf-").replace("_", "-"))
    decoded = decode(mark + FRENCH.encode(encoding), declared="iso-8859-1")
    assert decoded.text == FRENCH
    assert decoded.encoding == encoding


@pytest.mark.parametrize("label", ["iso-8859-1", "ISO8859-1", "latin1", "us-ascii", "Windows-1252"])
def test_pages_that_declare_latin_1_are_read_as_windows_1252(label):
    decoded = decode(FRENCH.encode("cp1252"), declared=label)
    assert (decoded.text, decoded.notes) == (FRENCH, ())


def test_the_declared_encoding_outranks_windows_1252():
    assert decode("œuvre à 5 €".encode("iso8859_15"), declared="iso-8859-15").text == "œuvre à 5 €"
    assert decode(RUSSIAN.encode("cp1251"), declared="windows-1251").text == RUSSIAN


@pytest.mark.parametrize("label", ["windows-1252", "iso-8859-1"])
def test_utf8_declared_as_something_older_is_read_as_utf8_and_noted(label):
    decoded = decode(FRENCH.encode(), declared=label)
    assert decoded.text == FRENCH
    assert rules(decoded) == ["declared-encoding-wrong"]


def test_windows_1252_declared_as_utf8_is_read_and_noted():
    decoded = decode(FRENCH.encode("cp1252"), declared="utf-8")
    assert (decoded.text, decoded.encoding) == (FRENCH, "cp1252")
    assert rules(decoded) == ["declared-encoding-wrong"]


@pytest.mark.parametrize(
    "label", ["utf-16", "rot13", "unicode_escape", "idna", "klingon", "", "\0"]
)
def test_a_declaration_that_cannot_be_true_changes_nothing(label):
    assert decode(FRENCH.encode(), declared=label).text == FRENCH


def test_utf8_with_a_few_broken_bytes_is_kept_with_marks_and_a_count():
    whole = ("Le député a été réélu. " * 30).encode()
    decoded = decode(whole[:100] + b"\xff" + whole[100:] + b"\xc3")
    assert decoded.text.count("\ufffd") == 2
    assert decoded.text.replace("\ufffd", "") == whole.decode()
    assert [(note.rule, note.words) for note in decoded.notes] == [("encoding-repaired", "2 bytes")]


def test_bytes_that_are_text_in_no_encoding_are_refused_with_a_remedy():
    noise = bytes(range(128, 256)) * 40
    with pytest.raises(UnreadableError) as caught:
        decode(noise)
    assert caught.value.remedy


@pytest.mark.parametrize("data", [b"abc\0def", bytes(range(32)) * 9, b"\xff\xfea\0\0\0b\0"])
def test_control_characters_are_no_text(data):
    with pytest.raises(UnreadableError, match="not text"):
        decode(data)


def test_a_file_that_breaks_its_own_mark_is_refused():
    with pytest.raises(UnreadableError, match="UTF-16"):
        decode(codecs.BOM_UTF16_LE + b"\x00\xd8a")


def test_text_that_was_decoded_wrongly_before_it_was_saved_is_noted():
    twice = FRENCH.encode().decode("cp1252", "replace")
    assert rules(decode(twice.encode())) == ["encoding-doubtful"]


@pytest.mark.parametrize(
    "words",
    [
        FRENCH,
        "oui…mais",
        "dit“non”hier",
        "les étudiant·es d’aujourd’hui",
        "10 °C",
        "l’eau–l’air",
        "n° 5",
        "½ tasse",
        RUSSIAN,
    ],
)
def test_what_people_write_is_not_taken_for_wrong_decoding(words):
    assert not is_misread(words)


@given(text)
def test_whatever_is_written_in_utf8_is_read_as_it_is(written):
    if not written.startswith("\ufeff"):
        assert decode(written.encode()).text == written


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_and_nothing_else(data):
    try:
        decoded = decode(data)
    except UnreadableError as error:
        said = error
    else:
        decoded.text.encode()
        return
    assert said.problem
    assert said.remedy
