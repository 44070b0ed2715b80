"""How the lexicon of forms is made of a Hunspell dictionary."""

import random

import pytest
from training.fr import hunspell, morphology

from recoupe.language.packs.fr.morphology import Lexicon

AFF = """
SET UTF-8
PFX D' Y 1
PFX D' 0 d' . dp:de+
PFX Um Y 2
PFX Um 0 0/S. .
PFX Um 0 kilo/S.() .
SFX S. Y 2
SFX S. 0 0/D' [^sxz] is:sg
SFX S. 0 s/D' [^sxz] is:pl
SFX a0 Y 3
SFX a0 er er er po:infi
SFX a0 er erait [^y]er po:cond po:3sg
SFX a0 yer ierait [aou]yer po:cond po:3sg
"""
DIC = """7
affréteur/S.() po:nom is:mas
affréter/a0() po:v1__t___zz
appuyer/a0() po:v1__t___zz
mètre/Um() po:nom is:mas
le po:mg po:det is:mas is:sg
Oslo po:npr is:epi is:inv
rogue/{} po:err
"""


@pytest.fixture
def forms(tmp_path):
    (tmp_path / "fr.aff").write_text(AFF, encoding="utf-8")
    (tmp_path / "fr.dic").write_text(DIC, encoding="utf-8")
    return list(hunspell.read(tmp_path))


def test_roots_and_suffixes_make_forms_and_elisions_do_not(forms):
    assert {form.text for form in forms} == {
        "affréteur", "affréteurs", "affréter", "affréterait", "appuyer", "appuierait",
        "mètre", "mètres", "kilomètre", "kilomètres", "le", "Oslo",
    }  # fmt: skip


def test_what_a_form_can_be_and_its_lemma_come_out_as_they_went_in(forms, tmp_path):
    morphology.write(morphology.readings(forms), tmp_path / "forms.bin")
    held = Lexicon(tmp_path / "forms.bin")
    [reading] = held.analyses("appuierait")
    assert (reading.cells, reading.cut, reading.put) == (("ver.cond.3s",), 6, "yer")
    assert held.analyses("affréteurs")[0].cells == ("nom.m.p",)
    assert held.analyses("le")[0].cells == ("gram",)
    assert held.number("oslo") == held.number("affrét") == -1


def test_names_are_left_out_and_the_older_spelling_of_a_lemma_stands(forms):
    known = [
        hunspell.Form("connait", lemma, ("po:v3",), ("po:ipre", "po:3sg"))
        for lemma in ("connaitre", "connaître")
    ]
    found = morphology.readings([*forms, *known])
    assert found["connait"] == {(("ver.ipre.3s",), 2, "ître")}
    assert "oslo" not in found


def test_the_automaton_holds_what_it_was_given_and_no_more(tmp_path):
    chance = random.Random(3)
    words = {"".join(chance.choices("abé-", k=chance.randint(1, 7))) for _ in range(3000)}
    held = set(chance.sample(sorted(words), 1500))
    given = {word: {(("adv",), chance.randint(0, 1), chance.choice("xyz"))} for word in held}
    morphology.write(given, tmp_path / "forms.bin")
    found = Lexicon(tmp_path / "forms.bin")
    assert {word for word, _ in found} == held
    for word in words:
        readings = {(r.cells, r.cut, r.put) for r in found.analyses(word)}
        assert readings == given.get(word, set())
