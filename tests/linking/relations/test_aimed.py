"""Whose words are denied is found by name, by state, or by the paper that says them."""

import pytest

SOLD = "la société Delmas a vendu trois cents tonnes de zinc"
ROAD = "la route du col sera fermée"
OF_DELMAS = "Delmas a vendu trois cents tonnes de zinc"


def _denied(pile, says, source, kind, denial, names=(), who="Delmas", **more):
    """Link a report in which a source tells of a sale, and somebody denies its words."""
    pile.report(
        "a.txt",
        f"Selon {source}, {SOLD}. {who} rejette {denial}. Selon le préfet, {ROAD}.",
        says(SOLD, source, kind, **more),
        says(denial, who, "organisation", factuality="CT-", denies=True),
        says(ROAD, "le préfet", "unnamed"),
        names=names,
    )
    return pile.refuted()


@pytest.mark.parametrize(
    ("source", "kind", "denial"),
    [
        ("Terre Franche", "organisation", "les accusations de Terre Franche"),
        ("Terre Franche", "organisation", "« sans fondement » les informations de Terre Franche"),
        ("Terre Franche", "organisation", "toutes les allégations de l'ONG Terre Franche"),
        ("Kiev", "organisation", "les accusations ukrainiennes"),
        ("l'Ukraine", "organisation", "les affirmations de Kiev"),
        ("le rapport de la mission", "document", "les conclusions du rapport"),
        ("Terre Franche", "organisation", "les accusations de Terre Franche sur le zinc vendu"),
    ],
)
def test_the_words_of_a_source_that_is_named_are_denied(pile, says, source, kind, denial):
    assert _denied(pile, says, source, kind, denial) == {(denial, SOLD)}


@pytest.mark.parametrize(
    ("source", "kind", "denial"),
    [
        # Of other matters, of another source, of nobody who is named.
        ("Terre Franche", "organisation", "les accusations de Terre Franche sur le cuivre volé"),
        ("Terre Franche", "organisation", "les accusations de Pure Alpe"),
        ("Kiev", "organisation", "les accusations géorgiennes"),
        ("Kiev", "organisation", "des rumeurs de complot voyant partout la main de Kiev"),
        # What is denied is no word of anybody.
        ("Terre Franche", "organisation", "tout rapport avec Terre Franche"),
        ("Terre Franche", "organisation", "la main tendue par Terre Franche"),
    ],
)
def test_other_words_are_not(pile, says, source, kind, denial):
    assert (denial, SOLD) not in _denied(pile, says, source, kind, denial)


def test_in_another_report_what_the_source_says_of_whoever_denies_is_meant(pile, says):
    denial = "les accusations de Terre Franche"
    pile.report(
        "a.txt",
        f"Selon Terre Franche, {SOLD}. Terre Franche ajoute que {ROAD}.",
        says(SOLD, "Terre Franche", "organisation"),
        says(ROAD, "Terre Franche", "organisation"),
        names=(("Delmas", "Company"), ("Terre Franche", "Organization")),
    )
    pile.report(
        "b.txt",
        f"Delmas rejette {denial}.",
        says(denial, "Delmas", "organisation", factuality="CT-", denies=True),
        names=(("Delmas", "Company"), ("Terre Franche", "Organization")),
    )
    assert pile.refuted() == {(denial, SOLD)}


def test_a_source_does_not_deny_its_own_words(pile, says):
    denial = "les propos de Delmas"
    assert not _denied(pile, says, "Delmas", "organisation", denial)


@pytest.mark.parametrize(
    ("denial", "denied"),
    [("les accusations de la Bulgarie", True), ("les accusations de la Roumanie", False)],
)
@pytest.mark.parametrize("file", ["a.txt", "b.txt"])
def test_the_words_of_a_state_are_those_of_its_minister(pile, says, denial, denied, file):
    told = f"Le ministre bulgare de la Pêche, Luc Serre, dit que {OF_DELMAS}."
    answer = f"Delmas rejette {denial}."
    texts = {"a.txt": told, file: answer} if file == "b.txt" else {"a.txt": f"{told} {answer}"}
    statements = {
        told: says(OF_DELMAS, "Luc Serre"),
        answer: says(denial, "Delmas", "organisation", factuality="CT-", denies=True),
    }
    for name, text in texts.items():
        held = [said for words, said in statements.items() if words in text]
        pile.report(name, text, *held, names=[
            (n, s) for n, s in (("Luc Serre", "Person"), ("Delmas", "Organization")) if n in text
        ])  # fmt: skip
    assert pile.refuted() == ({(denial, OF_DELMAS)} if denied else set())


@pytest.mark.parametrize("follows", [" selon qui ", ". Terre Franche dit que "])
def test_words_that_follow_their_denial_stand_in_its_sentence(pile, says, follows):
    denial = "les propos de Terre Franche"
    text = f"Delmas dément {denial}{follows}{SOLD}."
    first = text if "." not in follows else f"Delmas dément {denial}."
    rest = text if first is text else text.removeprefix(f"{first} ")
    pile.report(
        "a.txt",
        text,
        says(denial, "Delmas", "organisation", factuality="CT-", denies=True, sentence=first),
        says(SOLD, "Terre Franche", "organisation", sentence=rest),
    )
    assert pile.refuted() == ({(denial, SOLD)} if first is text else set())
