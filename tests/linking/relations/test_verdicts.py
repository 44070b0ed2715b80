"""What a denial says by its own words: an act contested, what is evident, a verdict."""

import pytest

SAID = "la société Brissac a versé deux millions au maire de Velm"


def answered(pile, says, before, cue, denial):
    """Tell whether a denial in a report reaches what another said right before it."""
    told = f"{before}. Odile Carran {cue} {denial}."
    pile.report(
        "a.txt",
        f"Le procureur affirme que {told}",
        says(before, "Le procureur", "unnamed"),
        says(denial, "Odile Carran", factuality="CT-", denies=True, cue=cue),
    )
    links = pile.link()
    return any(r.relation == "refutes" for claim in links.claims for r in claim.relations)


@pytest.mark.parametrize(
    ("before", "denial"),
    [
        (
            "le testament lègue tout à sa fille",
            "le testament de son père qui lègue tout à sa fille",
        ),
        ("la philosophie du texte est simple", "la philosophie du texte et sa mesure phare"),
        ("la loi a été votée en avril", "la loi votée en avril"),
        ("l'amende a été fixée à Velm", "l'amende fixée à Velm"),
    ],
)
def test_who_contests_a_thing_denies_nobodys_words(pile, says, before, denial):
    assert not answered(pile, says, before, "conteste", denial)


@pytest.mark.parametrize(
    "denial",
    ["les accusations", "avoir versé deux millions au maire de Velm", "ces chiffres",
     "tout versement au maire de Velm", "l'existence d'un versement au maire"],
)  # fmt: skip
def test_who_contests_what_was_said_or_held_to_be_so_denies_it(pile, says, denial):
    assert answered(pile, says, SAID, "conteste", denial)


@pytest.mark.parametrize("denial", ["la réalité", "l'évidence"])
def test_who_denies_what_is_evident_answers_nobody(pile, says, denial):
    assert not answered(pile, says, SAID, "nie", denial)
