"""Ways told by several verbs, read and linked from text."""

import pytest

from recoupe.extraction import read_documents
from recoupe.linking import link
from recoupe.model import Document


def stops(text: str) -> list[list[str]]:
    document = Document(id="d", file="d.txt", text=text, sha256="")
    (reading,) = read_documents([document])
    return [[stop.name for stop in leg.stops] for leg in link([document], {"d": reading}).legs]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        (
            "Les turbines ont transité par le port de Tanger avant d'être acheminées à Dakar.",
            ["Tanger", "Dakar"],
        ),
        (
            "Les moteurs ont été expédiés de Gênes à Sfax, puis transportés à Tripoli.",
            ["Gênes", "Sfax", "Tripoli"],
        ),
        (
            "Les pompes sont arrivées à Varna après avoir quitté Odessa en mai.",
            ["Odessa", "Varna"],
        ),
    ],
)
def test_a_way_told_by_two_verbs_is_one(text: str, way: list[str]) -> None:
    assert stops(text) == [way]


@pytest.mark.parametrize(
    "text",
    [
        # Two cargoes of one name.
        "Korvan a livré des turbines à Dakar et Norvex a vendu des turbines à Tunis.",
        # One was carried out, the other is planned.
        "Les turbines ont été livrées à Dakar et devraient être transportées à Tunis.",
        "Les turbines sont parties pour Dakar et les moteurs ont été livrés à Tunis.",
    ],
)
def test_two_ways_are_not_put_together(text: str) -> None:
    assert stops(text) == []
