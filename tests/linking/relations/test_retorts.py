"""A quotation that begins with a verdict answers what another said last before it."""

import pytest

TOLD = "la société Delmas a livré 37 pompes à la Serbie"


def _refuted(pile, says, quotation, *, between="", told_by="Terre Franche", who="Paul Mercier"):
    text = f"Selon {told_by}, {TOLD}. {between}« {quotation} », répond {who}."
    stated = [says(TOLD, told_by), says(quotation, who, quotation="direct", factuality="CT-")]
    if not told_by:
        stated[0] = says(TOLD)
    pile.report("a.txt", text, *stated)
    links = pile.link()
    said = {c.id: c.text for c in links.claims}
    return [
        (c.text, said[r.claim], r.relation, [x.words for x in r.reasons if x.rule == "denies"])
        for c in links.claims
        for r in c.relations
    ]


@pytest.mark.parametrize(
    "quotation",
    [
        "C'est un mensonge. Toutes nos pompes sont restées à Lyon",
        "Faux. Nous embauchons",
        "Pure invention ! Le barrage a été contrôlé en mai",
    ],
)
def test_a_verdict_that_begins_a_quotation_is_on_what_was_said_before(pile, says, quotation):
    (found,) = _refuted(pile, says, quotation)
    verdict = quotation.replace("!", ".").split(".")[0].strip()
    assert found == (quotation, TOLD, "refutes", [verdict])


@pytest.mark.parametrize(
    ("quotation", "more"),
    [
        ("Ce n'est pas faux. Nous en avons livré", {}),
        ("Nous embauchons. Toutes les équipes sont au complet", {}),
        ("C'est un mensonge d'État. Personne n'a contrôlé le port de Sète", {}),
        ("Faux. Nous embauchons", {"told_by": "Paul Mercier"}),
        ("Faux. Nous embauchons", {"told_by": ""}),
        ("Faux. Nous embauchons", {"between": "La nuit tombe sur le port. " * 20}),
    ],
)
def test_no_other_quotation_is(pile, says, quotation, more):
    assert not _refuted(pile, says, quotation, **more)
