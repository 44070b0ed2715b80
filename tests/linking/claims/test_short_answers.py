"""A yes or no has the content of the question, or of the statement, that it answers."""

import pytest

ASKED = "La raffinerie d'Odal a-t-elle livré du benzène à la Sélénie"
TOLD = "la raffinerie d'Odal a livré du benzène à la Sélénie"
DENIED = "la raffinerie d'Odal n'a livré aucun benzène à la Sélénie"
WHO = "Odile Carran"


def answer(says, words, who=WHO, value="CT+"):
    return says(words, who, factuality=value, rule="short-answer")


def joined(pile, says, elsewhere, value="CT+"):
    """Return which reports' statements stand in one claim with one of a second report."""
    pile.report(
        "b.txt", f"Le préfet dit que {elsewhere}.", says(elsewhere, "Le préfet", factuality=value)
    )
    return [c for c in pile.link().claims if len(c.statements) > 1]


@pytest.mark.parametrize(
    ("word", "value", "same", "factuality"),
    [
        ("Oui", "CT+", TOLD, "CT+"),
        ("Tout à fait", "CT+", TOLD, "CT+"),
        ("Non", "CT-", DENIED, "CT-"),
        ("Pas du tout", "CT-", DENIED, "CT-"),
    ],
)
def test_an_answer_says_what_the_question_asks(pile, says, word, value, same, factuality):
    asked = says(ASKED, factuality="Uu")
    pile.report("a.txt", f"{ASKED} ? {word}, répond {WHO}.", asked, answer(says, word, value=value))
    (claim,) = joined(pile, says, same, factuality)
    assert sorted(claim.documents) == ["a.txt", "b.txt"]
    assert claim.text == same


@pytest.mark.parametrize(
    ("word", "value", "other", "factuality"),
    [("Oui", "CT+", DENIED, "CT-"), ("Non", "CT-", TOLD, "CT+")],
)
def test_an_answer_is_not_what_it_contradicts(pile, says, word, value, other, factuality):
    asked = says(ASKED, factuality="Uu")
    pile.report("a.txt", f"{ASKED} ? {word}, répond {WHO}.", asked, answer(says, word, value=value))
    assert joined(pile, says, other, factuality) == []


def test_a_yes_to_what_somebody_said_says_the_same(pile, says):
    pile.report(
        "a.txt",
        f"Le douanier affirme que {TOLD}. « Exact », confirme {WHO}.",
        says(TOLD, "Le douanier", "unnamed"),
        answer(says, "Exact"),
    )
    (claim,) = (c for c in pile.link().claims if len(c.statements) > 1)
    assert len(claim.statements) == 2


def test_a_no_to_what_somebody_said_refutes_it(pile, says):
    pile.report(
        "a.txt",
        f"Le douanier affirme que {TOLD}. « Absolument pas », réplique {WHO}.",
        says(TOLD, "Le douanier", "unnamed"),
        answer(says, "Absolument pas", value="CT-"),
    )
    assert pile.refuted() == {("Absolument pas", TOLD)}


def test_yes_and_no_to_one_question_refute_each_other(pile, says):
    pile.report(
        "a.txt",
        f"{ASKED} ? Oui, répond {WHO} ; non, assure Aldo Brack.",
        says(ASKED, factuality="Uu"),
        answer(says, "Oui"),
        answer(says, "non", "Aldo Brack", "CT-"),
    )
    assert pile.refuted() == {("non", "Oui")}


@pytest.mark.parametrize(
    ("before", "first"),
    [
        # No yes or no answers these.
        ("Qui a livré du benzène à la Sélénie", {"factuality": "Uu"}),
        ("Pourquoi la raffinerie d'Odal a-t-elle livré du benzène", {"factuality": "Uu"}),
        ("Et combien de benzène la raffinerie d'Odal a-t-elle livré", {"factuality": "Uu"}),
        # "Non, elle n'a rien livré" or "Non, elle en a livré"?
        ("La raffinerie d'Odal n'a-t-elle livré aucun benzène à la Sélénie", {"factuality": "Uu"}),
    ],
)
def test_an_answer_to_no_plain_question_stays_bare(pile, says, before, first):
    pile.report(
        "a.txt",
        f"{before} ? « Non », répond {WHO}.",
        says(before, **first),
        answer(says, "Non", value="CT-"),
    )
    assert joined(pile, says, DENIED, "CT-") == []
    assert pile.refuted() == set()


def test_an_answer_behind_a_question_and_a_statement_stays_bare(pile, says):
    told = "le benzène d'Odal était destiné à la Sélénie"
    pile.report(
        "a.txt",
        f"{ASKED} ? Son avocat concède que {told}. Pas du tout, rétorque {WHO}.",
        says(ASKED, factuality="Uu"),
        says(told, "Son avocat", "unnamed"),
        answer(says, "Pas du tout", value="CT-"),
    )
    assert pile.refuted() == set()


def test_nobody_answers_himself_or_from_far_off(pile, says):
    far = "La ville dort et rien ne bouge sur les quais. " * 8
    pile.report(
        "a.txt",
        f"{WHO} affirme que {TOLD}. « Non », ajoute-t-elle à un badaud.",
        says(TOLD, WHO),
        answer(says, "Non", value="CT-"),
    )
    pile.report(
        "c.txt",
        f"Aldo Brack affirme que {TOLD}. {far}« Non », dit {WHO}.",
        says(TOLD, "Aldo Brack"),
        answer(says, "Non", value="CT-"),
    )
    assert pile.refuted() == set()


def test_a_no_to_what_is_itself_denied_stays_bare(pile, says):
    pile.report(
        "a.txt",
        f"Aldo Brack assure que {DENIED}. « Non », réplique {WHO}.",
        says(DENIED, "Aldo Brack", factuality="CT-"),
        answer(says, "Non", value="CT-"),
    )
    assert pile.refuted() == set()


@pytest.mark.parametrize(("further", "reports"), [("", ["a.txt", "b.txt"]), ("Et le port ? ", [])])
def test_of_two_questions_none_is_answered_for_sure(pile, says, further, reports):
    pile.report(
        "a.txt",
        f"{ASKED} ? {further}Non, répond {WHO}.",
        says(ASKED, factuality="Uu"),
        answer(says, "Non", value="CT-"),
    )
    assert [d for c in joined(pile, says, DENIED, "CT-") for d in sorted(c.documents)] == reports
