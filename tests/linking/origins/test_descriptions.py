"""Which descriptions of people without a name may be of one person."""

import pytest

from recoupe.linking.origins.descriptions import may_be_alike, one_is_former

MAY_BE_ONE = [
    ("un responsable américain", "un conseiller américain"),
    ("un haut fonctionnaire du ministère grec de la Marine", "un responsable de la Marine"),
    ("un haut gradé ukrainien", "un colonel ukrainien"),
    ("une source policière", "un policier"),
    ("une source judiciaire de Quarreau", "un magistrat"),
    ("des sources militaires", "un officier"),
    ("un diplomate européen", "un ambassadeur européen"),
    ("un cadre de la banque", "un directeur de la banque"),
]
ARE_TWO = [
    ("un député socialiste", "un sénateur socialiste"),
    ("un colonel de la gendarmerie", "un capitaine de la gendarmerie"),
    ("un responsable", "un préfet"),
    ("une source gouvernementale", "un conseiller du ministre"),
    ("un diplomate européen", "un ambassadeur africain"),
    ("un expert indépendant", "un chercheur"),
    ("une source policière", "une source judiciaire"),
    ("un cadre de la banque", "un directeur du port"),
    ("une voisine", "une riveraine du port"),
]


@pytest.mark.parametrize(("one", "other"), MAY_BE_ONE)
def test_anybody_of_a_circle_may_be_who_is_told_more_closely(one: str, other: str) -> None:
    assert may_be_alike(one, other, "fr")
    assert may_be_alike(other, one, "fr")


@pytest.mark.parametrize(("one", "other"), ARE_TWO)
def test_two_offices_or_two_bodies_are_two_people(one: str, other: str) -> None:
    assert not may_be_alike(one, other, "fr")
    assert not may_be_alike(other, one, "fr")


def test_who_no_longer_is_in_office_is_another() -> None:
    assert one_is_former("un ancien responsable américain", "un responsable américain", "fr")
    assert not one_is_former("un ancien ouvrier", "un ex-ouvrier de Valmer", "fr")


def test_without_a_pack_for_the_language_nothing_is_known() -> None:
    assert not may_be_alike("ein Beamter", "ein Diplomat", "de")
