"""The part of the page that shows where: known places, left open, not found, told by others."""

import re

import pytest

from recoupe.extraction import read_documents
from recoupe.linking import link
from recoupe.model import Case, Document
from recoupe.views.dossier import render

TEXTS = (
    "Le convoi a quitté Lyon mardi pour Grenoble, a dit le maire. Des tirs ont éclaté à Tripoli, "
    "en Libye. À Vaucresolles-les-Brumes, rien n'a bougé.",
    "Le dépôt se trouve à 300 kilomètres au nord de Tunis, a assuré le ministre. Marseille, à 900 "
    "kilomètres à l'est de Lyon, attend le convoi.",
)


def case_of(*texts: str) -> Case:
    documents = [
        Document(id=f"d{n}", file=f"{n}.txt", text=text, sha256=str(n))
        for n, text in enumerate(texts)
    ]
    readings = {reading.document: reading for reading in read_documents(documents)}
    links = link(documents, readings)
    return Case(documents=tuple(documents), readings=readings, links=links, name="convoi")


@pytest.fixture(scope="module")
def part() -> str:
    page = render(case_of(*TEXTS))
    return re.search(r'<section id="map".*?(?=<section id="lineage")', page, re.DOTALL)[0]


def anchor_of(part: str, name: str) -> str:
    return re.search(rf'<li class="place" id="(g\d+)"[^>]*><h[34]><bdi>[« \u00a0]*{name}', part)[1]


@pytest.mark.parametrize("name", ["Lyon", "Grenoble", "Tripoli", "Tunis"])
def test_a_mark_leads_to_what_is_said_of_its_place(part: str, name: str) -> None:
    assert re.search(rf'<a href="#{anchor_of(part, name)}" aria-label="{name}', part)


def test_what_is_said_of_a_place_leads_to_the_words_in_the_report(part: str) -> None:
    lyon = part[part.index(f'id="{anchor_of(part, "Grenoble")}"') :]
    assert re.search(r'<a class="words" lang="fr" href="#s\d+">[^<]*Grenoble', lyon)


def test_a_place_that_is_not_known_is_listed_as_not_found_and_drawn_nowhere(part: str) -> None:
    anchor = anchor_of(part, "Vaucresolles-les-Brumes")
    assert part.index("Lieux non trouvés") < part.index(f'id="{anchor}"')
    assert f'<a href="#{anchor}"' not in part


def test_a_distance_that_the_map_contradicts_is_told_with_both_figures(part: str) -> None:
    row = part[part.index('id="gr1"') :]
    assert row.index("Contraire à la carte") < row.index("</tr>")
    assert re.search(r"900 km / 2\d\d km", row)


def test_a_place_without_a_name_is_drawn_where_the_words_put_it(part: str) -> None:
    assert "m-point" in part
    assert "point calculé d’après les mots" in part


def test_a_name_that_two_places_bear_shows_both_and_takes_none() -> None:
    page = render(case_of("L'hôpital de Saint-Denis est fermé, a dit le maire."))
    part = page[page.index('<section id="map"') : page.index('<section id="lineage"')]
    # Two on the map and one in the key; both countries stand in the list.
    assert part.count('class="mark m-maybe"') == 3
    opened = part[part.index("Lieux laissés ouverts") :]
    assert opened.count("<bdi>Saint-Denis</bdi>") == 2
    assert "La Réunion" in opened
    assert "France" in opened


def test_the_same_places_stand_in_a_table(part: str) -> None:
    table = part[part.index("Tableau des lieux") :]
    for words in ("Lyon", "45,7° N", "Tunisie"):
        assert words in table


def test_a_case_without_places_says_so() -> None:
    assert "Aucun lieu nommé dans ce dossier." in render(case_of("Le maire a démenti."))
