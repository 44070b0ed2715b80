"""A denial that only points back is the denial of what it points to."""

import pytest

TOLD = "les pompes de Kaltwasser avaient été vendues à la marine de Sélénie"
PLAIN = "aucune pompe de Kaltwasser n'a été vendue à la marine de Sélénie"


def denials(pile, says, pointing, plain, **more):
    """Link a report with an accusation and a pointing answer, and one with a plain denial."""
    pile.report(
        "a.txt",
        f"Le procureur affirme que {TOLD}. Odile Carran répond : {pointing}.",
        says(TOLD, "Le procureur", "unnamed"),
        says(pointing, "Odile Carran", **more),
    )
    pile.report(
        "b.txt",
        f"Odile Carran assure : {plain}.",
        says(plain, "Odile Carran", factuality="CT-", denies=True),
    )
    links = pile.link()
    return sorted(sorted(c.documents) for c in links.claims if len(c.statements) > 1), links


@pytest.mark.parametrize("pointing", ["Mensonge", "une pure invention", "ces accusations"])
def test_a_pointing_denial_and_a_plain_one_of_the_same_are_one_claim(pile, says, pointing):
    more = {"factuality": "CT-", "denies": True} if pointing.startswith("ces") else {}
    assert denials(pile, says, pointing, PLAIN, **more)[0] == [["a.txt", "b.txt"]]


def test_the_claim_shows_the_words_that_say_something(pile, says):
    _, links = denials(pile, says, "Mensonge", PLAIN)
    (claim,) = (c for c in links.claims if len(c.statements) > 1)
    assert claim.text == PLAIN


def test_a_pointing_denial_is_not_what_it_denies(pile, says):
    _, links = denials(pile, says, "Mensonge", PLAIN)
    assert all(c.text != TOLD or len(c.statements) == 1 for c in links.claims)


def test_a_pointing_denial_and_a_plain_one_of_something_else_stay_apart(pile, says):
    other = "la société n'a licencié aucun soudeur de l'atelier des hélices"
    assert denials(pile, says, "Mensonge", other)[0] == []


def test_what_calls_a_document_a_fake_does_not_deny_what_was_said_last(pile, says):
    assert denials(pile, says, "ce document est un faux", PLAIN)[0] == []


@pytest.mark.parametrize(
    ("denied", "joined"),
    [
        ("le club n'avait pas un dinar de dettes", False),
        ("le club n'avait pas 31 millions de dinars de dettes", True),
    ],
)
def test_who_contests_a_figure_denies_that_figure_and_not_the_thing(pile, says, denied, joined):
    told, who = "le club avait 31 millions de dinars de dettes", "Odile Carran"
    pile.report(
        "a.txt",
        f"L'audit affirme que {told}. {who} conteste ce chiffre.",
        says(told, "L'audit", "document", figures=((31, "dinars"),)),
        says("ce chiffre", who, factuality="CT-", denies=True),
    )
    figures = ((31, "dinars"),) if joined else ()
    said = says(denied, who, factuality="CT-", figures=figures)
    pile.report("b.txt", f"{who} assure que {denied}.", said)
    links = pile.link()
    assert any(len(c.statements) > 1 for c in links.claims) is joined
