"""The lexicon of forms, and lemmas by it."""

import pytest

from recoupe.errors import DataError
from recoupe.language import get_pack
from recoupe.language.packs.fr.morphology import Lexicon, shipped
from recoupe.language.packs.fr.pack import FORMS


def _cells(form: str) -> set[str]:
    return {cell for reading in shipped().analyses(form) for cell in reading.cells}


def test_a_form_has_all_that_it_can_be():
    assert _cells("dément") == {"nom.m.s", "adj.m.s", "ver.ipre.3s"}
    assert _cells("affréterait") == {"ver.cond.3s"}
    assert "gram" in _cells("le")


@pytest.mark.parametrize("form", ["", "zrbljk", "démen", "démentie-s", "Ω"])
def test_what_is_no_form_has_nothing(form):
    assert shipped().analyses(form) == ()


def test_the_ways_to_the_lemma():
    lemmas = {
        form[: len(form) - reading.cut] + reading.put
        for form in ("pourrait", "arraisonnèrent", "portuaires", "connaît")
        for reading in shipped().analyses(form)
    }
    assert lemmas == {"pouvoir", "arraisonner", "portuaire", "connaître"}


def test_all_forms_are_listed_and_found():
    lexicon = shipped()
    forms = dict(lexicon)
    assert len(forms) > 400_000
    some = list(forms.items())[::5000]
    assert all(lexicon.number(form) == number for form, number in some)


def test_a_file_that_is_no_lexicon_is_told_of(tmp_path):
    path = tmp_path / "forms.bin"
    for held in (b"", b"something else\n{}\n", FORMS.read_bytes()[:2000]):
        path.write_bytes(held)
        with pytest.raises(DataError, match="can't be read"):
            Lexicon(path)
    with pytest.raises(DataError, match="can't be read"):
        Lexicon(tmp_path / "not-there.bin")


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Les pirates rançonnent les pêcheurs.", "rançonnent", "rançonner"),
        ("Des sociétés libanaises affréteraient ces cargos.", "affréteraient", "affréter"),
        ("Les bordereaux avaient disparu.", "bordereaux", "bordereau"),
        ("Le courtier a connu la faillite.", "connu", "connaître"),
    ],
)
def test_lemmas_of_rare_words_come_from_it(text, word, lemma):
    doc = get_pack("fr").pipeline()(text)
    assert [token.lemma_ for token in doc if token.text == word] == [lemma]
