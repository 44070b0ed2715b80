"""What is said of "cela" with hardly a word more is one claim with nothing of other reports."""

import pytest


def joined(pile, says, one, other, value):
    pile.report("a.txt", f"Aldo Brack a dit que {one}.", says(one, "Aldo Brack", factuality=value))
    said = says(other, "Odile Carran", factuality=value, denies=value == "CT-")
    pile.report("b.txt", f"Odile Carran assure que {other}.", said)
    return any(len(c.statements) > 1 for c in pile.link().claims)


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("il n'était pas au courant de cela", "la régie ne savait rien de la fissure", "CT-"),
        ("elle ne croyait pas à ça", "les voisins ne croyaient pas au suicide", "CT-"),
        ("ceci n'avait pas été vérifié", "les comptes n'ont pas été vérifiés en mars", "CT-"),
        ("cela avait été signé", "le contrat d'Odal avait été signé à Vorn", "CT+"),
    ],
)
def test_what_leans_on_another_report_stays_apart(pile, says, one, other, value):
    assert not joined(pile, says, one, other, value)


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        # It says enough beside the pronoun, or has none.
        ("cela avait déclenché l'alarme du silo", "l'alarme du silo s'était déclenchée", "CT+"),
        ("le contrat d'Odal avait été signé", "le contrat d'Odal avait été signé à Vorn", "CT+"),
        ("les comptes n'ont pas été vérifiés", "les comptes n'ont jamais été vérifiés", "CT-"),
        ("cela avait été signé devant notaire", "cela avait été signé devant notaire", "CT+"),
    ],
)
def test_what_says_enough_is_joined(pile, says, one, other, value):
    assert joined(pile, says, one, other, value)
