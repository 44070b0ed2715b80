"""Clauses of saying that open a sentence: where they end, and whose they are."""

import pytest

from recoupe.extraction.attribution.beside.fronted import main_clause
from recoupe.extraction.attribution.lexicon import load_saying
from recoupe.extraction.parsed import Sentence, sentences_of
from recoupe.language import get_pack


def sentence(text: str) -> Sentence:
    return next(sentences_of(get_pack("fr").pipeline()(text), 0, 0))


def clause_of(text: str, verb: str) -> tuple[str, str] | None:
    """Return what stands before the main clause, and the subject of it."""
    parsed = sentence(text)
    token = next(t for t in parsed.words if t.text == verb)
    found = main_clause(token, load_saying(get_pack("fr")))
    if found is None:
        return None
    comma, subject = found
    return text[: parsed.words[comma].idx], subject.text


@pytest.mark.parametrize(
    ("text", "verb", "before", "subject"),
    [
        (
            "Estimant que la digue est sûre, la mairie a rouvert le quai.",
            "Estimant",
            "Estimant que la digue est sûre",
            "mairie",
        ),
        (
            "Tout en reconnaissant un retard, elle promet un pont neuf.",
            "reconnaissant",
            "Tout en reconnaissant un retard",
            "elle",
        ),
        (
            "Après avoir nié toute fuite, le port a reconnu une panne.",
            "nié",
            "Après avoir nié toute fuite",
            "port",
        ),
    ],
)
def test_the_main_clause_begins_at_its_comma_and_names_the_speaker(text, verb, before, subject):
    assert clause_of(text, verb) == (before, subject)


def test_commas_within_quoted_words_do_not_end_the_opening():
    text = "Jugeant que « le fleuve monte, il faut partir », le préfet a fermé le quai."
    assert clause_of(text, "Jugeant") == (
        "Jugeant que « le fleuve monte, il faut partir »",
        "préfet",
    )


def test_a_pronoun_before_an_unknown_tense_is_the_subject():
    text = "Estimant que « la forêt est notre maison », il vota contre le projet."
    assert clause_of(text, "Estimant") == ("Estimant que « la forêt est notre maison »", "il")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("La mairie estime que la digue est sûre, et le port a rouvert.", "estime"),
        ("Le maire est parti en estimant que la digue est sûre.", "estimant"),
        ("Estimant que la digue est sûre, qui a été refaite.", "Estimant"),
    ],
)
def test_a_verb_that_does_not_open_its_sentence_or_has_no_clause_behind_it_is_not_fronted(
    text, verb
):
    assert clause_of(text, verb) is None
