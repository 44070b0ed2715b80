"""Whether two names may name the same thing."""

import pytest

from recoupe.compare.names import compare_names, may_shorten, normalise, outlet_keys

ARTICLES = frozenset({"le", "la", "les", "l", "the"})
GRAMMAR = frozenset({"de", "du"})


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("La Maison-Blanche", "maison blanche"),
        ("L’Éclaireur", "eclaireur"),
        ("M. Valtaud", "valtaud"),
        ("Le", "le"),
        ("", ""),
    ],
)
def test_articles_titles_accents_and_hyphens_are_no_part_of_a_name(name, key):
    assert normalise(name, ARTICLES | {"m"}) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("volodymyr zelensky", "volodymyr zelenskyy"),
        ("makhachkala", "makhatchkala"),
        ("poutine", "putin"),
        ("chahed", "shahed"),
        ("mikhail abramtchenko", "mikhail abramshenko"),
    ],
)
def test_transliterations_of_one_name_are_alike_and_say_why(one, other):
    score, reasons = compare_names(one, other)
    assert score >= 0.9
    assert reasons[0].rule == "transliteration"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("iran", "irak"),
        ("jean martin", "jean marin"),
        ("fernande", "fernando"),
        ("anna fernande", "anna fernando"),
        ("niger", "nigeria"),
        ("paul durand", "paule durand"),
        ("shahed 136", "shahed 131"),
        ("kirby", "john kirby"),
    ],
)
def test_names_that_only_resemble_each_other_are_not_alike(one, other):
    assert compare_names(one, other).score == 0


def test_a_surname_or_an_initial_may_be_short_for_a_full_name():
    assert may_shorten("kirby", "john kirby")
    assert may_shorten("v poutine", "vladimir poutine")
    assert not may_shorten("john", "john kirby")
    assert not may_shorten("m kirby", "john kirby")
    assert not may_shorten("john kirby", "john kirby")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Washington Post", "Washington Post"),
        ("Washington Post", "washingtonpost.com"),
        ("Le Monde", "lemonde.fr"),
        ("www.lemonde.fr", "Le Monde"),
        ("Agence France-Presse", "AFP"),
        ("Agence littorale de presse", "ALP"),
        ("New York Times", "NYT"),
    ],
)
def test_names_of_one_outlet_share_a_key(one, other):
    assert outlet_keys(one, ARTICLES, GRAMMAR) & outlet_keys(other, ARTICLES, GRAMMAR)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Washington Post", "Washington Times"), ("Le Monde", "Le Monde diplomatique"), ("", "AFP")],
)
def test_names_of_two_outlets_share_none(one, other):
    assert not outlet_keys(one, ARTICLES, GRAMMAR) & outlet_keys(other, ARTICLES, GRAMMAR)
