"""Phrases of the lexicon: what their marks stand for, and what they must not meet."""

import pytest

from recoupe.extraction.factuality.phrases import Phrases, words_of
from recoupe.model import Factuality


def met(phrase: str, text: str) -> str | None:
    phrases = Phrases([(phrase, Factuality.POSSIBLE)])
    found = next(phrases.find(text, words_of(text)), None)
    return text[found.start : found.end] if found else None


@pytest.mark.parametrize("text", ["il est prêt à partir", "ils sont prêts à partir"])
def test_letters_in_brackets_may_be_there_or_not(text: str):
    assert met("prêt(e)(s) à ~", text) is not None


@pytest.mark.parametrize(
    "text", ["tenu de payer", "tenu d'agir", "tenu de ne pas parler", "tenu de s'en aller"]
)
def test_a_tilde_stands_for_an_infinitive_with_its_clitics(text: str):
    assert met("tenu de ~", text) == text


@pytest.mark.parametrize("text", ["un risque de panne", "un risque d'incendie", "un risque du gel"])
def test_a_final_de_is_also_met_elided_and_contracted(text: str):
    assert met("un risque de", text) is not None


def test_a_phrase_is_not_met_within_a_longer_word():
    assert met("faux", "des fauxbourgs") is None


def test_what_is_governed_is_told_by_its_last_word():
    phrases = Phrases([("loin de ~", Factuality.CERTAIN_NOT)])
    text = "loin de la frontière"
    (found,) = phrases.find(text, words_of(text))
    assert found.infinitive == "frontière"


def test_the_first_of_the_list_is_met_first():
    phrases = Phrases(
        [("peu probable", Factuality.PROBABLE_NOT), ("probable", Factuality.PROBABLE)]
    )
    text = "c'est peu probable"
    assert [m.value for m in phrases.find(text, words_of(text))] == [
        Factuality.PROBABLE_NOT,
        Factuality.PROBABLE,
    ]
