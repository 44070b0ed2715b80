"""Names of a report: where they begin and end, and whose they are."""

import pytest

from recoupe.extraction import read_documents
from recoupe.model import Document


def names(text: str) -> dict[str, str]:
    """Return each named span's words with the name in full that it carries."""
    (reading,) = read_documents([Document(id="d", file="a.txt", text=text, sha256="")])
    people = (m for m in reading.mentions if m.schema_name == "Person")
    return {m.span.of(text): m.name for m in people}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le ministre de la Défense Jean O'Brien a jugé que le pont tiendrait.", "Jean O'Brien"),
        ("Le sénateur des Bouches-du-Rhône Michel Amien a quitté la salle.", "Michel Amien"),
        ("Le chef des fouilles, Vasant Kumar Swarna, a parlé.", "Vasant Kumar Swarna"),
    ],
)
def test_a_name_begins_and_ends_where_it_does(text, name):
    assert name in names(text)


def test_a_surname_carries_the_name_in_full_from_anywhere_in_the_report():
    text = "« Le quai tiendra », a dit M. Rey.\n\nPaul Rey dirige le port depuis 2010."
    assert names(text)["Rey"] == "Paul Rey"
