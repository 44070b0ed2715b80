"""Parts of speech: what the lexicon allows."""

from pathlib import Path

import pytest
import yaml

from recoupe.language import get_pack
from recoupe.language.packs.fr.tagging import NewsTagger

CASES = Path(__file__).parent.parent / "cases" / "fr" / "unseen_words.yml"


@pytest.fixture(scope="module")
def nlp():
    return get_pack("fr").pipeline()


@pytest.fixture(scope="module")
def tagger(nlp) -> NewsTagger:
    found = nlp.get_pipe("morphologizer")
    assert isinstance(found, NewsTagger)
    return found


def _labels(tagger: NewsTagger, form: str) -> set[str]:
    allowed = tagger.allowed(form)
    assert allowed is not None
    return {tagger.labels[at] for at in allowed}


def _parts_of_speech(tagger: NewsTagger, form: str) -> set[str]:
    parts = (part for label in _labels(tagger, form) for part in label.split("|"))
    return {part[4:] for part in parts if part.startswith("POS=")}


def test_words_that_the_treebanks_lack_are_told_for_what_they_are(nlp):
    right = wrong = 0
    cases = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    for case, doc in zip(cases, nlp.pipe(case["text"] for case in cases), strict=True):
        word = next(token for token in doc if token.text == case["word"])
        mood = word.morph.get("Mood")
        fits = word.pos_ == case["pos"] and case.get("mood") in (None, *mood)
        right, wrong = right + fits, wrong + (not fits)
    # 169 of 181; without the lexicon 146.
    assert right / (right + wrong) >= 0.92


def test_an_adjective_of_nationality_is_no_verb(tagger):
    assert _parts_of_speech(tagger, "chypriote") == {"NOUN", "ADJ"}


def test_a_form_that_is_conditional_alone_is_conditional(tagger):
    assert {"Mood=Cnd" in label for label in _labels(tagger, "affréterait")} == {True}


def test_a_finite_verb_is_no_noun(tagger):
    assert "NOUN" not in _parts_of_speech(tagger, "fustigent")


def test_a_past_participle_may_be_an_adjective(tagger):
    assert {"VERB", "ADJ"} <= _parts_of_speech(tagger, "affrétées")


def test_a_capital_may_make_a_name_of_a_word(tagger):
    assert "PROPN" not in _parts_of_speech(tagger, "affréteur")
    assert "PROPN" in _parts_of_speech(tagger, "Affréteur")


@pytest.mark.parametrize("form", ["Zrbljk", "le", "COMPTE"])
def test_names_words_of_grammar_and_capitals_are_left_open(tagger, form):
    assert tagger.allowed(form) is None


def test_an_empty_text_among_others_is_no_stumbling_block(nlp):
    docs = list(nlp.pipe(["", "Il affréterait un cargo.", ""]))
    assert [len(doc) for doc in docs] == [0, 5, 0]
    assert docs[1][1].morph.get("Mood") == ["Cnd"]
