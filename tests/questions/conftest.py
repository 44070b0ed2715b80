"""A case of invented reports about a closed dam, read by hand and really linked."""

import importlib.util
from pathlib import Path

import pytest

from recoupe.model import Case

# The piles of the tests of linking, which stand in a conftest of their own.
_spec = importlib.util.spec_from_file_location(
    "piles", Path(__file__).parents[1] / "linking" / "conftest.py"
)
piles = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(piles)
Says = piles.Says

WIRE = """
Le barrage de Sarvanne a été vidé dans la nuit de lundi, a annoncé la préfecture du Haut-Verdin.

Selon Irène Castagnol, directrice de la régie, 340 foyers ont été évacués par précaution avant
l'aube.

Le chantier de la vanne principale devait durer six semaines, d'après un ingénieur du site qui a
demandé à ne pas être nommé.
"""
OWN = """
À Sarvanne, les cars attendaient devant la mairie.

Irène Castagnol a répété que 340 foyers ont été évacués par précaution. Elle nie que le barrage
ait été fissuré.

Marc Vidalenc, maire, affirme que le barrage a été fissuré dès le printemps et que 12 expertises
le disaient.
"""


def case_of(pile) -> Case:
    """Link a pile and return it as a case."""
    links = pile.link()
    ranked = sorted(
        pile.documents, key=lambda d: (d.published is None, d.published or "", d.file, d.id)
    )
    return Case(documents=tuple(ranked), readings=pile.readings, links=links, name="Sarvanne")


def _one_line(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))


PERSONS = (
    ("Irène Castagnol", "Person"),
    ("Marc Vidalenc", "Person"),
    ("préfecture du Haut-Verdin", "PublicBody"),
)
EMPTIED = "Le barrage de Sarvanne a été vidé dans la nuit de lundi"
EVACUATED = "340 foyers ont été évacués par précaution"
WEEKS = "Le chantier de la vanne principale devait durer six semaines"
CARS = "À Sarvanne, les cars attendaient devant la mairie."
CRACKED = "le barrage a été fissuré dès le printemps"
NOT_CRACKED = "le barrage ait été fissuré"
SURVEYS = "12 expertises le disaient"


def make_pile():
    """A wire, a paper that prints it, and one that went there itself."""
    made = piles.Pile()
    told = (
        Says(EMPTIED, "préfecture du Haut-Verdin", "organisation"),
        Says(EVACUATED, "Irène Castagnol", figures=((340, "foyers"),)),
        Says(WEEKS, "un ingénieur du site", "unnamed"),
    )
    made.report(
        "depeche.txt", _one_line(WIRE), *told, publisher="Agence Verdin", published="2032-05-03",
        names=PERSONS,
    )  # fmt: skip
    made.report(
        "copie.txt", _one_line(WIRE), *told, publisher="Le Quotidien du Lac",
        published="2032-05-04", names=PERSONS,
    )  # fmt: skip
    made.report(
        "reportage.txt",
        _one_line(OWN),
        Says(CARS),
        Says(EVACUATED, "Irène Castagnol", figures=((340, "foyers"),)),
        Says(NOT_CRACKED, "Irène Castagnol", factuality="CT-", denies=True),
        Says(CRACKED, "Marc Vidalenc"),
        Says(SURVEYS, "Marc Vidalenc", figures=((12, "expertises"),)),
        publisher="La Vigie",
        published="2032-05-06",
        names=PERSONS,
    )
    return made


@pytest.fixture
def pile():
    return make_pile()


@pytest.fixture
def case(pile) -> Case:
    return case_of(pile)


@pytest.fixture
def link_pile():
    """Links a pile and returns it as a case."""
    return case_of


@pytest.fixture
def says():
    return Says
