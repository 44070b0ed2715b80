"""What is lifted out of a paragraph before parsing, and where its words stand afterwards."""

import pytest

from recoupe.extraction.lifting import lift
from recoupe.language import get_pack


def lifted(text: str) -> str:
    return lift(text, get_pack("fr")).text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Le port confirme de son côté avoir payé.", "Le port confirme avoir payé."),
        ("Le port confirme, de son côté, avoir payé.", "Le port confirme avoir payé."),
        ("« Non », a dit quant à lui le maire.", "« Non », a dit le maire."),
        ("Le port parle lui aussi d'une farce.", "Le port parle d'une farce."),
        # Behind another verb, or with nothing behind, it stays.
        (
            "Le chat dormait de son côté depuis lundi.",
            "Le chat dormait de son côté depuis lundi.",
        ),
        ("Le maire le confirme de son côté.", "Le maire le confirme de son côté."),
    ],
)
def test_what_is_left(text, left):
    assert lifted(text) == left


def test_places_lead_back_into_the_whole():
    text = "Le port confirme de son côté avoir payé, et assure pour sa part ignorer la suite."
    cut = lift(text, get_pack("fr"))
    assert cut.whole == text
    for word in ("Le", "confirme", "avoir", "assure", "ignorer", "suite"):
        place = cut.text.index(word)
        assert text[place + cut.before(place) :].startswith(word)
