"""Two ways to deny one thing are one; a denial and what it denies are not."""

import pytest

from recoupe.compare.texts import words
from recoupe.linking.terms.polarity import base_terms, denies_nothing, opposed, signs
from recoupe.linking.terms.vocabulary import vocabulary

FRENCH = vocabulary("fr")


def against(one, other):
    """Tell whether two statements are opposed; each is its words and whether it is denied."""
    read = []
    for text, negative in (one, other):
        folded = words(text).folded
        terms = base_terms(FRENCH.terms(folded), FRENCH)
        read.append((signs(folded, FRENCH, negative=negative, rejects=False), terms))
    shared = frozenset(read[0][1].keys() & read[1][1].keys())
    return opposed(read[0][0], read[1][0], shared, polarities=(one[1], other[1]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("le silo a été rempli sans inspection", False), ("aucune inspection n'a eu lieu", True)),
        (("l'absence de permis", False), ("le silo n'avait pas de permis", True)),
        (("la lettre est un faux", False), ("la lettre est authentique", True)),
        (("le maire ignorait tout du permis", False), ("le maire savait pour le permis", True)),
        (("toute surcharge du silo", True), ("le silo n'était pas plein", True)),
        (("ni blessé ni dégât au silo", False), ("aucun blessé ou dégât au silo", False)),
        (("un vigile né à Quimper garde le silo", False), ("le vigile de Quimper", False)),
    ],
)
def test_what_is_denied_in_two_ways_is_not_opposed(one, other):
    assert not against(one, other)
    assert not against(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("le silo a été inspecté", False), ("le silo n'a pas été inspecté", True)),
        (("le silo a été rempli sans permis", False), ("le silo avait un permis", False)),
        (("la lettre est un faux", False), ("la lettre est authentique", False)),
        (("le maire ignorait le défaut", False), ("le maire connaissait le défaut", False)),
        (("une visite du silo", False), ("le silo a été vendu sans visite", False)),
    ],
)
def test_what_one_affirms_and_the_other_denies_is_opposed(one, other):
    assert against(one, other)
    assert against(other, one)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("le préfet n'en compte que neuf", True),
        ("le silo ne contenait alors que du sable", True),
        ("il ne reste du hangar qu'un mur", True),
        ("le préfet ne dit pas que neuf silos ont brûlé", False),
        ("personne ne croit plus que le silo a brûlé", False),
        ("le préfet n'en compte aucun", False),
        ("le préfet ne compte jamais", False),
    ],
)
def test_a_negation_with_que_and_nothing_else_says_only(text, only):
    folded = words(text).folded
    place = next(k for k, word in enumerate(folded) if word in FRENCH.verbal)
    assert denies_nothing(folded, place, FRENCH) is only
