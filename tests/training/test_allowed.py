"""What the tagger allows, counted in treebanks."""

import pytest
from spacy.vocab import Vocab
from thinc.api import Model
from training.fr import allowed

from recoupe.evaluation.conllu import Tree, Word
from recoupe.language.packs.fr.tagging import NewsTagger

PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
CONDITIONAL = "Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
WORDS = [
    # Homographs on both sides, so that only « navire » and « dit » tell which is which.
    *[("porte", "NOUN", "Gender=Fem|Number=Sing")] * 30,
    *[("porte", "VERB", PRESENT)] * 30,
    *[("navire", "NOUN", "Gender=Masc|Number=Sing")] * 60,
    *[("table", "NOUN", "Gender=Fem|Number=Sing")] * 60,
    *[("maison", "NOUN", "Gender=Fem|Number=Sing")] * 60,
    *[("arrive", "VERB", PRESENT)] * 60,
    *[("veut", "VERB", PRESENT)] * 60,
    *[("voudrait", "VERB", CONDITIONAL)] * 50,
    # A slip of one annotator stays with the form.
    ("maison", "NOUN", "Gender=Masc|Number=Sing"),
    ("le", "DET", "Number=Sing"),
]


@pytest.fixture(scope="module")
def tagger() -> NewsTagger:
    found = NewsTagger(Vocab(), Model("none", lambda model, docs, is_train: (docs, None)))
    for upos, feats in sorted({(upos, feats) for _, upos, feats in WORDS}):
        found.add_label("|".join(sorted([f"POS={upos}", *feats.split("|")])))
    words = [Word(form, form, upos, feats, 0, "dep", True) for form, upos, feats in WORDS]
    allowed.learn([Tree("all", words)], found)
    return found


def _allowed(tagger: NewsTagger, form: str) -> set[str] | None:
    found = tagger.allowed(form)
    return None if found is None else {tagger.labels[at] for at in found}


def test_a_form_that_was_not_seen_allows_what_its_like_allow(tagger):
    told = _allowed(tagger, "affréterait")
    assert told == {"|".join(sorted(["POS=VERB", *CONDITIONAL.split("|")]))}


def test_a_homograph_does_not_make_a_noun_of_a_verb(tagger):
    told = _allowed(tagger, "affrète")
    assert told is not None
    assert {label for label in told if "POS=NOUN" in label} == set()
    assert any("POS=VERB" in label for label in told)


def test_what_a_form_alone_was_in_the_treebanks_it_may_be_again(tagger):
    masculine = "Gender=Masc|Number=Sing|POS=NOUN"
    assert masculine in (_allowed(tagger, "maison") or ())
    assert masculine not in (_allowed(tagger, "raison") or ())


def test_words_of_grammar_and_unknown_words_are_open(tagger):
    assert _allowed(tagger, "le") is None
    assert _allowed(tagger, "zrbljk") is None


def test_what_is_allowed_comes_back_from_disk(tagger, tmp_path):
    tagger.to_disk(tmp_path / "tagger", exclude=["vocab", "model"])
    other = NewsTagger(Vocab(), tagger.model).from_disk(
        tmp_path / "tagger", exclude=["vocab", "model"]
    )
    assert (other.by_cell, other.by_form) == (tagger.by_cell, tagger.by_form)
    assert other.allowed("affréterait") == tagger.allowed("affréterait")
