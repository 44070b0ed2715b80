"""Whose words are denied is found by name, by state, or by the paper that says them."""

import pytest

SOLD = "la société Delmas a vendu trois cents tonnes de zinc"
ROAD = "la route du col sera fermée"


def _refuted(links):
    text = {c.id: c.text for c in links.claims}
    return {
        (c.text, text[r.claim]) for c in links.claims for r in c.relations
        if r.relation == "refutes"
    }  # fmt: skip


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
    return _refuted(pile.link())


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
    assert _refuted(pile.link()) == {(denial, SOLD)}


def test_a_source_does_not_deny_its_own_words(pile, says):
    denial = "les propos de Delmas"
    assert not _denied(pile, says, "Delmas", "organisation", denial)
