"""What the treebanks are varied with: forms, swaps, composed sentences."""

import random

import pytest
from training.fr.inflection import plural, verb
from training.fr.made import Maker
from training.fr.swaps import WORDS, swapped

from recoupe.evaluation.conllu import Tree, Word
from recoupe.language.packs.fr.tokenizer import split

FINITE = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def test_every_listed_verb_has_all_its_forms():
    for lemmas in WORDS["verbs"].values():
        for lemma in lemmas:
            assert len(verb(lemma)) == 15, lemma


@pytest.mark.parametrize(
    ("lemma", "label", "form"),
    [
        ("démentir", "pres_s", "dément"),
        ("démentir", "part_ms", "démenti"),
        ("nier", "imp_p", "niaient"),
        ("nier", "vous", "niez"),
        ("considérer", "pres_p", "considèrent"),
        ("exiger", "imp_s", "exigeait"),
        ("annoncer", "ger", "annonçant"),
        ("rejeter", "cond_s", "rejetterait"),
        ("prévoir", "fut_s", "prévoira"),
        ("recevoir", "pres_p", "reçoivent"),
        ("admettre", "part_mp", "admis"),
        ("dire", "vous", "dites"),
        ("prédire", "vous", "prédisez"),
    ],
)
def test_forms_stand_at_their_place(lemma, label, form):
    assert verb(lemma)[label] == form


@pytest.mark.parametrize(
    ("noun", "many"),
    [("journal", "journaux"), ("avis", "avis"), ("tuyau", "tuyaux"), ("porte-parole", "")],
)
def test_plurals(noun, many):
    assert plural(noun) == many


def _tree(*rows: tuple[str, str, str, str, int, str]) -> Tree:
    return Tree("t", [Word(*row, True) for row in rows])


def test_a_verb_gives_way_to_one_that_takes_the_same_in_the_same_form():
    tree = _tree(
        ("Jeanne", "Jeanne", "PROPN", "", 1, "nsubj"),
        ("pense", "penser", "VERB", FINITE, 1, "root"),
        ("que", "que", "SCONJ", "", 4, "mark"),
        ("tout", "tout", "PRON", "", 4, "nsubj"),
        ("va", "aller", "VERB", FINITE, 1, "ccomp"),
    )
    seen = set()
    for seed in range(60):
        words = swapped(tree, random.Random(seed), 1.0).words
        assert [w.form for w in words[2:]] == ["que", "tout", "va"]
        assert words[1].form == verb(words[1].lemma)["pres_s"]
        seen.add(words[1].lemma)
    assert len(seen) > 10
    assert seen <= {"penser", *WORDS["verbs"]["clause"]}


def test_a_swap_never_needs_another_elision():
    tree = _tree(
        ("Il", "il", "PRON", "", 2, "nsubj"),
        ("l'", "le", "PRON", "", 2, "obj"),
        ("annonce", "annoncer", "VERB", FINITE, 2, "root"),
    )
    for seed in range(60):
        assert swapped(tree, random.Random(seed), 1.0).words[2].form[0] in "aeiouéêhœ"


def test_a_reflexive_verb_stays():
    tree = _tree(
        ("Il", "il", "PRON", "", 2, "nsubj"),
        ("se", "se", "PRON", "", 2, "expl:pv"),
        ("défend", "défendre", "VERB", FINITE, 2, "root"),
    )
    assert all(swapped(tree, random.Random(s), 1.0).words == tree.words for s in range(30))


def test_composed_sentences_are_trees_cut_as_the_tokenizer_cuts():
    maker = Maker(random.Random(3))
    for _ in range(500):
        tree = maker.sentence()
        text = tree.text
        assert [text[a:b] for a, b in split(text)] == [word.form for word in tree.words]
        assert [w.deprel for at, w in enumerate(tree.words) if w.head == at] == ["root"]
        for at in range(len(tree.words)):
            path = [at]
            while tree.words[path[-1]].head != path[-1]:
                path.append(tree.words[path[-1]].head)
                assert len(path) <= len(tree.words), text


def test_composed_sentences_elide_and_contract():
    maker = Maker(random.Random(4))
    joined = " ".join(maker.sentence().text for _ in range(800)).lower()
    for wrong in (" de le ", " à les ", " que un", " le usine", " la usine", " de des "):
        assert wrong not in joined
