"""Words in French."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from recoupe.language.packs.fr.tokenizer import Tokenizer, norm, split

TOKENIZER = Tokenizer(Vocab())

# What French newspapers write, and what extraction makes of it.
pieces = st.sampled_from(
    [
        " ",
        "  ",
        "\xa0",
        "\u202f",
        "\n",
        "\t",
        "'",
        "’",
        "«",
        "»",
        '"',
        "-",
        "—",
        ".",
        "...",
        ",",
        "?",
        "l",
        "qu",
        "a-t-il",
        "M.",
        "J.",
        "1",
        "160",
        "2,5",
        "%",
        "École",
        "U.E.",
        "du",
        "\xad",
        "\u200b",
    ]
)
texts = st.one_of(st.text(max_size=80), st.lists(pieces, max_size=40).map("".join))


@pytest.mark.cases("tokens")
def test_words_are_cut_as_the_treebanks_cut_them(case):
    doc = TOKENIZER(case["text"])
    words = [token.text for token in doc if not token.text.isspace()]
    assert words == case["words"]


@given(texts)
def test_the_tokens_of_a_text_are_the_text(text):
    assert TOKENIZER(text).text == text


@given(texts)
def test_between_words_there_is_white_space_alone(text):
    place = 0
    for start, end in split(text):
        assert start < end
        assert not text[place:start].strip()
        place = end
    assert not text[place:].strip()


@given(st.text(min_size=1, max_size=20))
def test_a_folded_word_is_never_empty(word):
    assert norm(word)


@pytest.mark.parametrize(("one", "other"), [("L’", "l'"), ("«", '"'), ("Œuvre", "oeuvre")])
def test_typography_and_case_are_folded(one, other):
    assert norm(one) == norm(other)
