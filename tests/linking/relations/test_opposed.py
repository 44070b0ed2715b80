"""Denials in the words of what they deny, and those that only look like it."""

import pytest

SOLD = "la société Brissac a vendu ses grues du port de Velm à un fonds étranger en mars"


def in_two_reports(pile, says, told, denial, **more):
    pile.report("a.txt", f"Le syndicat affirme que {told}.", says(told, "Le syndicat", "unnamed"))
    pile.report(
        "b.txt",
        f"Odile Carran dément {denial}.",
        says(denial, "Odile Carran", factuality="CT-", denies=True, **more),
    )
    return pile.refuted()


@pytest.mark.parametrize(
    ("denial", "reached"),
    [
        ("avoir vendu les grues du port de Velm à un fonds étranger", True),
        ("avoir vendu les grues de Brissac à un fonds", True),
        # Two words that a long statement has among others.
        ("l'existence de grues au port", False),
        ("le port de Velm", False),
    ],
)
def test_a_few_words_of_a_denial_reach_no_long_statement_of_another_report(
    pile, says, denial, reached
):
    assert bool(in_two_reports(pile, says, SOLD, denial)) is reached


@pytest.mark.parametrize(
    "told",
    [
        "Brissac nie avoir vendu les grues du port de Velm",
        "la vente des grues du port de Velm par Brissac est un bobard",
        "la vente des grues du port de Velm par Brissac, c'est exclu",
        "Brissac a réfuté la vente des grues du port de Velm",
    ],
)
def test_who_denies_a_thing_does_not_deny_what_denies_it_too(pile, says, told):
    assert not in_two_reports(pile, says, told, "que Brissac ait vendu les grues du port de Velm")


@pytest.mark.parametrize(
    ("told", "reached"),
    [
        ("un incendie a détruit les entrepôts de Velm dans la nuit du port", False),
        ("la juge soupçonne Odile Carran de l'incendie des entrepôts de Velm", True),
    ],
)
def test_who_has_no_part_in_a_thing_does_not_deny_that_it_happened(pile, says, told, reached):
    denial = "toute implication dans l'incendie des entrepôts de Velm"
    assert bool(in_two_reports(pile, says, told, denial)) is reached


def test_two_who_each_speak_of_themselves_as_he_contradict_nobody(pile, says):
    pile.report(
        "a.txt",
        "Jean Orsen dit qu'il a été testé positif. Paul Vial dit qu'il a été testé négatif.",
        says("il a été testé positif", "Jean Orsen"),
        says("il a été testé négatif", "Paul Vial"),
    )
    assert pile.refuted() == set()


@pytest.mark.parametrize(("end", "reached"), [("n'était pas établi", False), ("est connu", True)])
def test_what_goes_on_in_a_negation_is_not_affirmed(pile, says, end, reached):
    denial, told = (
        "il n'y a dans la tour aucun risque avéré qui soit lié à l'amiante",
        "un risque avéré lié à l'amiante de la tour",
    )
    pile.report(
        "a.txt",
        f"L'experte assure qu'{denial}.",
        says(denial, "L'experte", "unnamed", factuality="CT-"),
    )
    sentence = f"Le préfet a indiqué que {told} {end}."
    pile.report("b.txt", sentence, says(told, "Le préfet", "unnamed", sentence=sentence))
    assert bool(pile.refuted()) is reached
