"""Sentences in French."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from recoupe.language.packs.fr.sentences import mark_sentences, starts
from recoupe.language.packs.fr.tokenizer import Tokenizer

TOKENIZER = Tokenizer(Vocab())


def sentences(text: str) -> list[str]:
    doc = mark_sentences(TOKENIZER(text))
    cuts = [token.idx for token in doc if token.is_sent_start] + [len(text)]
    return [text[a:b].strip() for a, b in itertools.pairwise(cuts)]


@pytest.mark.cases("sentences")
def test_sentences_end_where_a_reader_ends_them(case):
    text = case.get("text", " ".join(case["sentences"]))
    assert sentences(text) == case["sentences"]


@given(st.lists(st.text(min_size=1, max_size=5), max_size=30), st.data())
def test_every_word_is_marked_and_the_first_begins(words, data):
    flags = st.lists(st.booleans(), min_size=len(words), max_size=len(words))
    begins = starts(words, data.draw(flags))
    assert len(begins) == len(words)
    assert all(begins[:1])


def test_every_token_is_decided_so_that_the_parser_decides_nothing():
    doc = mark_sentences(TOKENIZER("Le pont rouvre. «\u00a0Enfin\u00a0», dit Léa.\nFin"))
    assert all(token.is_sent_start is not None for token in doc)
