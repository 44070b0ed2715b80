"""What a page says to its reader, or of itself, is no statement of its report."""

import pytest

from recoupe.extraction import read_documents
from recoupe.model import Document

REPORT = "Le pont des Vignes est fermé depuis lundi."


def told(*sentences):
    text = f"{REPORT} {' '.join(sentences)}"
    (reading,) = read_documents([Document(id="d1", file="a.txt", text=text, sha256="")])
    return {s.content.of(text) for s in reading.statements} - {REPORT.rstrip(".")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Allons-y, dans l'ordre.",
        "Jugez-en par vous-mêmes.",
        "On me demande de faire le point.",
        "On fait le point sur les nouvelles règles.",
        "Ce que l'on sait de la panne.",
        "C'est ce qu'il faut retenir de cette journée.",
        "Chacun se fera son idée.",
        "Nous y reviendrons la semaine prochaine.",
        "Cet article a été mis à jour mardi à 18 heures.",
        "Carnet de quart, le blog de ceux qui regardent la mer.",
        "Cinq choses à savoir sur la taxe portuaire.",
    ],
)
def test_what_speaks_to_the_reader_is_no_statement(sentence):
    assert told(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Cessons de vendre des blindés aux milices.",
        "Notez que la régie a fermé deux puits.",
        "Le ministre fait le point mardi avec les préfets.",
        "Ce que l'on sait du capitaine tient en trois lignes.",
        "Ce que dit le rapport est accablant pour la régie.",
        "Chacun des marins jugera sur pièces le contrat de la compagnie.",
        "Les députés reviendront mardi sur la réforme.",
        "La rédaction du journal a été perquisitionnée mardi.",
        "Trois questions ont été posées au ministre.",
        "À noter dans la grille, une émission de deux heures sur le cinéma d'Oran.",
        "Le Phare du Sud, le journal des dockers, a fermé mardi.",
        "Fermez les vannes, sinon la ville sera inondée demain.",
    ],
)
def test_what_looks_so_and_tells_something_is_one(sentence):
    assert len(told(sentence)) == 1


def test_an_appeal_in_somebodys_words_stays_theirs():
    text = "« Reprenons le travail », a dit le délégué du port."
    (reading,) = read_documents([Document(id="d1", file="a.txt", text=text, sha256="")])
    assert [s.sources[0].name for s in reading.statements] == ["le délégué du port"]
