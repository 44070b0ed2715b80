"""Entities that name a place get its position, those that may mean two places none."""

from recoupe.extraction import read_documents
from recoupe.linking import link
from recoupe.model import Document


def entities_of(*texts):
    documents = [
        Document(id=f"d{number}", file=f"{number}.txt", text=text, sha256=str(number))
        for number, text in enumerate(texts)
    ]
    readings = {reading.document: reading for reading in read_documents(documents)}
    return {entity.name: entity for entity in link(documents, readings).entities}


def test_a_town_has_latitude_longitude_and_country():
    found = entities_of("Le convoi a quitté Lyon mardi matin. À Lyon, la gare est fermée.")
    lyon = found["Lyon"]
    assert (round(lyon.latitude or 0), round(lyon.longitude or 0)) == (46, 5)
    assert lyon.country == "FR"


def test_a_person_lies_nowhere():
    found = entities_of(
        "Le maire, Paul Florence, a quitté Lyon mardi. « Rien », a dit M. Florence."
    )
    people = [e for e in found.values() if e.schema_name == "Person"]
    assert people
    assert all(e.latitude is None for e in people)


def test_a_name_of_two_places_in_one_case_lies_nowhere():
    found = entities_of(
        "Des tirs ont éclaté à Tripoli, dans le nord du Liban. L'armée libanaise est à Tripoli.",
        "Le port de Tripoli, en Libye, a rouvert. Les Libyens de Tripoli l'attendaient.",
    )
    assert found["Tripoli"].latitude is None
