"""Words folded so that spelling does not hide that they are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.compare.texts import (
    fold,
    sentences,
    trim,
    weighted_overlap,
    words,
)
from recoupe.model import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'Éclaireur", ("l", "eclaireur")),
        ("l’œuvre", ("l", "oeuvre")),
        ("porte-parole", ("porte", "parole")),
        ("1 160 drones", ("1160", "drones")),
        ("1.160 drones", ("1160", "drones")),
        ("2,5 millions", ("2.5", "millions")),
        ("le 3 mars 2031", ("le", "3", "mars", "2031")),
        ("en 2031 400 drones", ("en", "2031", "400", "drones")),
        ("", ()),
    ],
)
def test_spellings_of_one_word_or_figure_fold_alike(text, expected):
    assert words(text).folded == expected


@given(st.text())
def test_offsets_give_back_the_word_that_was_folded(text):
    found = words(text)
    for folded, start, end in zip(found.folded, found.starts, found.ends, strict=True):
        assert fold(text[start:end]) == folded


def test_only_the_words_of_the_given_spans_are_read():
    assert words("un deux trois", [Span(3, 7)]).folded == ("deux",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il pleut. Il neige.", ["Il pleut.", "Il neige."]),
        ("Il pleut.Elle rentre.", ["Il pleut.", "Elle rentre."]),
        ("« Non. » Il sort.", ["« Non. »", "Il sort."]),
        ("Près de 2.5 km plus loin", ["Près de 2.5 km plus loin"]),
        ("Un titre\nUn texte", ["Un titre", "Un texte"]),
        ("  ", []),
    ],
)
def test_sentences_end_at_their_stops(text, expected):
    found = sentences(text, Span(0, len(text)))
    assert [s.of(text) for s in found] == expected


@given(st.text())
def test_sentences_hold_all_that_is_not_blank_in_order(text):
    found = sentences(text, Span(0, len(text)))
    joined = "".join(s.of(text) for s in found)
    assert "".join(joined.split()) == "".join(text.split())


@given(st.text())
def test_trimming_leaves_no_blank_at_the_ends(text):
    span = trim(text, Span(0, len(text)))
    assert span.of(text) == text.strip()


def test_rare_words_weigh_more_than_common_ones():
    weights = {"drone": 0.1, "alabouga": 3.0}
    rare, _, _ = weighted_overlap(["drone", "alabouga"], ["alabouga", "usine"], weights)
    common, _, _ = weighted_overlap(["drone", "alabouga"], ["drone", "usine"], weights)
    assert rare > common


def test_a_short_text_may_be_wholly_held_by_a_long_one():
    dice, inside, shared = weighted_overlap(["a", "b"], ["a", "b", "c", "d"], {})
    assert (round(dice, 2), inside, shared) == (0.67, 1.0, {"a", "b"})


def test_nothing_in_common_with_nothing():
    assert weighted_overlap([], ["a"], {}) == (0.0, 0.0, frozenset())


def test_raised_figures_and_fractions_in_one_sign_are_no_figures():
    assert words("Trente m² et 2½ pages, ½ pot").folded == (
        "trente",
        "m",
        "et",
        "2",
        "pages",
        "pot",
    )


def test_who_is_born_is_not_negated():
    assert words("Né à Oran, il ne dit rien").folded[0] == fold("née")
    assert "ne" in words("il ne dit rien").folded
