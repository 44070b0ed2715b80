"""Who a source is: names in full, pronouns, titles, and what stays open."""

import pytest

from recoupe.extraction import read_documents
from recoupe.model import Document, Source


def sources(text: str) -> list[Source]:
    (reading,) = read_documents([Document(id="d", file="a.txt", text=text, sha256="")])
    return [s.sources[0] for s in reading.statements if s.sources]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Claire Morel, présidente du port de Sète, a pris la parole. "
            "« Le quai tiendra », a assuré Morel.",
            "Claire Morel",
        ),
        (
            "La ministre de la Santé, Livia Moretti, a réuni ses services. "
            "Selon la ministre, aucun malade n'a été oublié.",
            "Livia Moretti",
        ),
        (
            "Un responsable du ministère a reçu la presse. "
            "Cette source affirme que le contrat est signé.",
            "Un responsable du ministère",
        ),
        (
            "Une rescapée, Nadia Combo, a survécu à la nuit. "
            "« Personne ne nous a prévenus », a-t-elle raconté.",
            "Nadia Combo",
        ),
    ],
)
def test_a_source_is_named_as_the_report_named_it_first(text, name):
    assert sources(text)[-1].name == name


def test_a_title_that_fits_two_people_stays_open_with_both():
    text = (
        "Le ministre Paul Vidal et le ministre Jean Rey se sont vus à Lyon. "
        "Le ministre a déclaré que le pont serait fermé."
    )
    source = sources(text)[-1]
    assert source.kind == "unnamed"
    assert set(source.candidates) == {"Paul Vidal", "Jean Rey"}


def test_an_unnamed_source_keeps_its_description_apart_from_another():
    text = (
        "Selon trois responsables proches du dossier, l'accord est conclu. "
        "Un responsable a déclaré que rien n'était signé."
    )
    first, second = sources(text)[:2]
    assert first.name != second.name
    assert first.kind == second.kind == "unnamed"


def test_a_pronoun_without_anybody_before_it_stays_open():
    source = sources("« Rien n'a changé », a-t-il affirmé.")[0]
    assert source.kind == "unnamed"
    assert [r.rule for r in source.reasons] == ["pronoun-unresolved"]


@pytest.mark.parametrize("measure", ["12 %", "le 2 juillet", "la hausse de mardi"])
def test_a_quantity_or_a_date_is_nobodys_name(measure):
    assert not sources(f"Selon {measure}, la récolte sera bonne cette année.")


def test_a_name_holds_no_verb_and_nobody_elses_title():
    text = "« Le moteur s'est tu », a dit à l'agence Notus le commandant Aldo Ferri."
    assert [s.name for s in sources(text)] == ["Aldo Ferri"]


@pytest.mark.parametrize(
    ("publisher", "claimer"), [(None, "Éveil"), ("L'Éveil de Corvelle", "Le fabricant")]
)
def test_the_paper_itself_is_not_the_maker_that_it_writes_of(publisher, claimer):
    text = (
        "L'hôpital n'a plus de pompes. L'Éveil a pu voir le contrat.\n\n"
        "Le fabricant assure que les vannes sont sûres."
    )
    document = Document(id="d", file="a.txt", text=text, sha256="", publisher=publisher)
    (reading,) = read_documents([document])
    (said,) = (s for s in reading.statements if "vannes" in s.content.of(text) and s.sources)
    assert said.sources[0].name == claimer
