"""Forms that the lexicon decides about, whatever the tagger says."""

import pytest

from recoupe.extraction.factuality.lexicon import load_words
from recoupe.language import get_pack

WORDS = load_words(get_pack("fr"))


@pytest.mark.parametrize(
    "form",
    [
        "aurait",
        "seraient",
        "livrerait",
        "fournirait",
        "agirait",
        "partirait",
        "viendrait",
        "recevrait",
        "mettrait",
        "connaîtrait",
        "vivrait",
        "courrait",
        "produirait",
        "romprait",
    ],
)
def test_conditionals_are_known_by_their_form(form: str):
    assert WORDS.conditional.match(form)


@pytest.mark.parametrize(
    "form",
    [
        "était",
        "retirait",
        "admirait",
        "ouvrait",
        "livrait",
        "montrait",
        "assurait",
        "libérait",
        "enterrait",
        "restaurait",
        "préparait",
        "désormais",
        "frais",
        "inspirait",
    ],
)
def test_imperfects_and_other_words_are_not_taken_for_conditionals(form: str):
    assert not WORDS.conditional.match(form)
