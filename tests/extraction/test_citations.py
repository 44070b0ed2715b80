"""Outlets that a report draws on: credits, bylines and sources; never the house's own people."""

import pytest

from recoupe.extraction import read_documents
from recoupe.model import Document

BODY = "La préfecture a fermé le pont de Brévenne aux camions jusqu'au printemps."


def cited(text: str) -> list[str]:
    document = Document(id="d1", file="d1.txt", text=text, sha256="d1")
    (reading,) = read_documents([document])
    for one in reading.citations:
        assert one.name in text
        assert one.span.of(text).endswith(one.name)
    return [one.name for one in reading.citations]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Par l'Agence Littorale", "Agence Littorale"),
        ("Par AFL", "AFL"),
        ("Par Ostra Presse", "Ostra Presse"),
        ("Source : Bureau maritime de Vigo", None),
        ("Avec Agence Littorale", "Agence Littorale"),
    ],
)
def test_the_house_that_a_line_names_is_cited(line: str, name: str | None) -> None:
    assert cited(f"Pont fermé\n\n{line}\n\n{BODY}") == ([name] if name else [])


@pytest.mark.parametrize("line", ["Par Salomé Garrigue", "Par Aylin Demirsoy", "Par Jean de Bréau"])
def test_who_wrote_it_is_no_outlet(line: str) -> None:
    assert cited(f"Pont fermé\n\n{line}\n\n{BODY}") == []


def test_an_outlet_that_a_description_names_is_cited_by_its_name_alone() -> None:
    text = "D'après une dépêche de l'Agence Littorale, le pont de Brévenne restera fermé."
    assert cited(text) == ["Agence Littorale"]


def test_a_body_with_a_capital_is_no_outlet_for_that() -> None:
    assert cited("Selon la Cour des comptes, le pont de Brévenne restera fermé.") == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Le dossier a été transmis à l'inspection générale des ports (IGP)", None),
        (
            "La réforme confie à la Caisse d'aide aux noyés (Caan) - et à elle seule - les fonds.",
            None,
        ),
        ("Le dossier a été transmis lundi au procureur de Brévenne. (ALP)", "ALP"),
        ("BRÉVENNE, 3 mai (FLO) - Le dossier a été transmis lundi au procureur.", "FLO"),
    ],
)
def test_letters_in_brackets_that_the_words_before_them_spell_are_no_credit(
    sentence: str, name: str | None
) -> None:
    assert cited(f"Pont fermé\n\n{BODY}\n\n{sentence}") == ([name] if name else [])


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Salomé Garrigue — avec Reuters", "Reuters"),
        ("La rédaction avec l'AFP", "AFP"),
        ("Par Igor Vesna et Belga, le 3 mars", "Belga"),
        ("Photo : Igor Vesna et AFP", None),
        ("Rencontre avec Belga Dupont", None),
    ],
)
def test_an_agency_beside_who_wrote_it_is_credited(line: str, name: str | None) -> None:
    assert cited(f"Pont fermé\n\n{line}\n\n{BODY}") == ([name] if name else [])


def test_an_agency_alone_on_a_line_is_credited_beside_the_day_or_at_the_foot() -> None:
    assert cited(f"Pont fermé\n\nBelga\n\nPublié le 21/01/2025 à 09:48\n\n{BODY}") == ["Belga"]
    assert cited(f"Pont fermé\n\n{BODY}\n\nReuters") == ["Reuters"]
    assert cited(f"Pont fermé\n\nBelga\n\nPartager\n\n{BODY}\n\nPartager\n\nAFP") == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Le pont fermera, précise l'Agence nationale des ponts.", []),
        ("Le pont fermera, selon l'Agence régionale de santé.", []),
        (
            "Le pont fermera, selon l'Agence sénégalaise de presse.",
            ["Agence sénégalaise de presse"],
        ),
        ("Le pont fermera, indique l'Agence des Mille Rives.", ["Agence des Mille Rives"]),
        ("Le pont fermera, selon le Morning Post et La Gazette.", ["Morning Post", "Gazette"]),
    ],
)
def test_public_bodies_are_no_outlets_and_two_names_are_two(
    sentence: str, names: list[str]
) -> None:
    assert cited(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Selon une agence balte, le pont fermera lundi.", "une agence balte"),
        (
            "Un quotidien économique de Riga écrit que le pont fermera.",
            "Un quotidien économique de Riga",
        ),
        ("D'après une revue maritime grecque, le pont fermera.", "une revue maritime grecque"),
        ("Selon une agence immobilière grecque, le pont fermera.", None),
        ("Selon un site de Riga, le pont fermera lundi.", None),
        ("Selon un quotidien, le pont fermera lundi.", None),
    ],
)
def test_an_outlet_that_is_only_described_is_cited_as_described(
    sentence: str, name: str | None
) -> None:
    assert cited(sentence) == ([name] if name else [])


def test_a_site_is_of_the_outlet_that_has_it_and_a_paper_is_not_called_by_its_town() -> None:
    assert cited("Le pont fermera, selon le site du Figaro.") == ["Figaro"]
    assert cited("Un quotidien de Toronto affirme que le pont fermera.") != ["Toronto"]
