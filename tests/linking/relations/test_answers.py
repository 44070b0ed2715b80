"""What the accused denies of what the report holds against them."""

import pytest

CHARGE = "Odile Carran a touché 14 millions de dollars pour des permis"


def answered(pile, says, charge, frame, denial, source="", **more):
    sentence = frame.format(charge)
    pile.report(
        "a.txt",
        f"{sentence}. Odile Carran conteste {denial}.",
        says(charge, source, "unnamed", sentence=sentence),
        says(denial, "Odile Carran", factuality="CT-", denies=True, **more),
        names=(("Odile Carran", "Person"),),
    )
    return pile.refuted()


@pytest.mark.parametrize("denial", ["avoir reçu de l'argent", "toute malversation", "les faits"])
def test_who_is_charged_answers_the_charge(pile, says, denial):
    frame = "Le parquet soupçonne l'ancienne ministre d'un délit : {}"
    assert answered(pile, says, CHARGE, frame, denial) == {(denial, CHARGE)}


@pytest.mark.parametrize(
    ("denial", "denied"), [("l'autorisation de vente", False), ("le montant de la vente", True)]
)
def test_an_act_that_is_contested_answers_no_charge(pile, says, denial, denied):
    frame = "Le parquet soupçonne l'ancienne ministre d'un délit : {}"
    got = answered(pile, says, CHARGE, frame, denial, cue="conteste")
    assert got == ({(denial, CHARGE)} if denied else set())


@pytest.mark.parametrize(("denial", "denied"), [("les faits", False), ("ces faits", True)])
def test_what_is_no_charge_is_not_the_facts_that_one_denies(pile, says, denial, denied):
    told = "la maison était vide depuis la veille"
    got = answered(pile, says, told, "Le voisin savait que {}", denial, source="Le voisin")
    assert got == ({(denial, told)} if denied else set())


def test_a_sweeping_denial_answers_a_charge_told_long_before(pile, says):
    sentence = f"Odile Carran est accusée de corruption : {CHARGE}"
    between = "Le marché du port a rouvert. " * 20
    pile.report(
        "a.txt",
        f"{sentence}. {between}Odile Carran rejette les accusations portées contre elle.",
        says(CHARGE, sentence=sentence),
        says(
            "les accusations portées contre elle",
            "Odile Carran",
            factuality="CT-",
            denies=True,
        ),
    )
    assert pile.refuted() == {("les accusations portées contre elle", CHARGE)}


def test_what_another_says_that_one_did_is_what_one_denies_having_done(pile, says):
    told = "les invités comptaient Odile Carran, avocate du fonds"
    denial = "avoir assisté au dîner"
    got = answered(pile, says, told, "Selon deux sources, {}", denial, source="deux sources")
    assert got == {(denial, told)}


@pytest.mark.parametrize(
    ("charge", "frame", "denial"),
    [
        # No charge, and no deed that is denied.
        ("le ministre dînera avec Odile Carran mardi", "Selon une source, {}", "vendre sa maison"),
        # A charge against somebody else.
        ("Basile Ortega a touché 14 millions", "Le parquet le soupçonne : {}", "toute faute"),
    ],
)
def test_what_is_no_charge_against_who_denies_is_not_answered(pile, says, charge, frame, denial):
    assert not answered(pile, says, charge, frame, denial, source="une source")


def test_a_charge_is_not_answered_by_who_made_it(pile, says):
    charge = "la banque a falsifié ses comptes"
    sentence = f"Odile Carran accuse la direction : {charge}"
    pile.report(
        "a.txt",
        f"{sentence}. Odile Carran nie toute faute.",
        says(charge, "Odile Carran", sentence=sentence),
        says("toute faute", "Odile Carran", factuality="CT-", denies=True),
    )
    assert not pile.refuted()


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("on attend au port Odile Carran, qui rejette toute implication", False),
        ("Odile Carran est accusée d'un vol de sable", True),
    ],
)
def test_what_tells_of_a_denial_is_no_charge(pile, says, told, denied):
    denial, between = "son implication", "Le marché du port a rouvert. " * 60
    last = f"Odile Carran a rejeté {denial}."
    pile.report(
        "a.txt",
        f"{told}. {between}{last}",
        says(told, "Varnek", sentence=told),
        says(denial, "Odile Carran", factuality="CT-", denies=True, sentence=last),
        names=(("Odile Carran", "Person"),),
    )
    assert pile.refuted() == ({(denial, told)} if denied else set())


def test_what_one_says_of_oneself_charges_nobody_else(pile, says):
    told = "Je suivais Odile Carran"
    frame = "Des plaintes mettent en cause Odile Carran : {}"
    assert answered(pile, says, told, frame, "toute intervention", "Des plaintes") == set()
