"""What the treebanks are varied with: forms, swaps, composed sentences."""

import random

import pytest
from training.fr.inflection import plural, verb
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


@pytest.fixture(scope="module")
def made():
    names = pytest.importorskip("training.fr.names", reason="needs the extra 'training'")
    composed = pytest.importorskip("training.fr.made", reason="needs the extra 'training'")
    chance = random.Random(3)
    maker = composed.Maker(chance, names.Names(chance))
    return [(tree, maker.tags[tree.id]) for tree in (maker.sentence() for _ in range(1200))]


def test_composed_sentences_are_trees_cut_as_the_tokenizer_cuts(made):
    for tree, _ in made:
        text = tree.text
        assert [text[a:b] for a, b in split(text)] == [word.form for word in tree.words]
        assert [w.deprel for at, w in enumerate(tree.words) if w.head == at] == ["root"]
        for at in range(len(tree.words)):
            path = [at]
            while tree.words[path[-1]].head != path[-1]:
                path.append(tree.words[path[-1]].head)
                assert len(path) <= len(tree.words), text


def test_composed_sentences_elide_and_contract(made):
    joined = " ".join(tree.text for tree, _ in made)
    for wrong in (" de le ", " à les ", " que un", " que il", " le usine", " la usine", " de des "):
        assert wrong not in joined


def test_names_in_composed_sentences_are_tagged_word_by_word(made):
    named = 0
    for tree, tags in made:
        assert len(tags) == len(tree.words)
        for at, (word, tag) in enumerate(zip(tree.words, tags, strict=True)):
            assert (tag == "O") == (word.upos != "PROPN"), tree.text
            if tag[0] == "I":
                assert tags[at - 1][1:] == tag[1:], tree.text
            named += tag[0] == "B"
    assert named > 400


def test_headlines_and_words_told_from_within_a_sentence_are_among_them(made):
    inserted = [
        tree
        for tree, _ in made
        for at, word in enumerate(tree.words)
        if word.deprel == "parataxis:insert" and at < tree.words[at].head
    ]
    assert len(inserted) > 10
    assert sum(tree.words[-1].form not in {".", "»"} for tree, _ in made) > 100
