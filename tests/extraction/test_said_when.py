"""Times of saying: which times of a sentence tell when something was said."""

import pytest

from recoupe.extraction import read_documents
from recoupe.model import Document


def times(text: str, content: str) -> dict[str, str]:
    """Return the times of the statement with a content, by their words, with their role."""
    document = Document(id="d", file="case.txt", text=text, sha256="", language="fr")
    (reading,) = read_documents([document])
    (statement,) = [s for s in reading.statements if s.content.of(text) == content]
    return {time.span.of(text): time.role for time in statement.times}


@pytest.mark.parametrize(
    ("text", "content", "said"),
    [
        (
            "Mardi, la préfète a indiqué que le pont était fermé.",
            "le pont était fermé",
            {"Mardi"},
        ),
        (
            "La grève a commencé, a annoncé vendredi le syndicat.",
            "La grève a commencé",
            {"vendredi"},
        ),
        (
            "« Nous partirons », a déclaré le 3 mars 2021 à la presse Paul Vidal.",
            "Nous partirons",
            {"le 3 mars 2021"},
        ),
        (
            "Jeudi matin, devant le tribunal, l'avocat a plaidé que son client était malade.",
            "son client était malade",
            {"Jeudi matin"},
        ),
    ],
)
def test_a_time_beside_the_word_of_saying_tells_when_it_was_said(text, content, said):
    found = times(text, content)
    assert {words for words, role in found.items() if role == "speech"} == said


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "L'entreprise, fondée en 1987, affirme que ses comptes sont justes.",
            "ses comptes sont justes",
        ),
        (
            "Après l'accident du 12 avril 2019, la direction a reconnu que la vanne fuyait.",
            "la vanne fuyait",
        ),
        (
            "« Nous partirons », a déclaré Paul Vidal, qui dirigeait le port il y a dix ans.",
            "Nous partirons",
        ),
    ],
)
def test_a_time_of_something_else_is_no_time_of_saying(text, content):
    assert times(text, content) == {}


def test_a_time_inside_the_content_keeps_its_own_role():
    text = "La préfète a indiqué mardi que le pont était fermé depuis le 3 mars 2021."
    found = times(text, "le pont était fermé depuis le 3 mars 2021")
    assert [role for words, role in found.items() if "mars" in words] == ["event"]
