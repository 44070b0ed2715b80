"""Who plays a part denies it, in whatever words; and who is not meant is not reached."""

import pytest

DENIED = "avoir reçu des tours sélènes"


def relations(links):
    text = {c.id: c.text for c in links.claims}
    return {(c.text, r.relation, text[r.claim]) for c in links.claims for r in c.relations}


def refuted(pile, says, told, event, roles, denial=DENIED, who="Kaltwasser", **more):
    """Link what one report tells with who denies in another to have received it."""
    pile.report("a.txt", f"On sait que {told}.", says(told, event=event, roles=roles, **more))
    pile.report(
        "b.txt",
        f"{who} dément {denial}.",
        says(
            denial,
            who,
            "organisation",
            factuality="CT-",
            denies=True,
            event=("transfer", "denied"),
            roles=(("recipient", who), ("item", "tours sélènes")),
        ),
    )
    return (denial, "refutes", told) in relations(pile.link())


@pytest.mark.parametrize(
    ("told", "event", "roles"),
    [
        (
            "37 tours ont été livrées à Kaltwasser en mai",
            ("transfer", "done"),
            (("item", "tours"), ("recipient", "Kaltwasser")),
        ),
        (
            "un courtier a cédé au groupe quelques tours, et Kaltwasser les a payées",
            ("transfer", "begun"),
            (("item", "tours"), ("recipient", "Kaltwasser")),
        ),
        (
            "des tours ont été acheminées par mer chez Kaltwasser",
            ("movement", "done"),
            (("item", "tours"), ("destination", "Kaltwasser")),
        ),
    ],
)
def test_who_is_told_to_have_received_denies_it(pile, says, told, event, roles):
    assert refuted(pile, says, told, event, roles)


def test_a_state_denies_what_was_brought_to_its_capital(pile, says):
    told = "37 tours ont été acheminées à Lisbonne"
    roles = (("item", "tours"), ("destination", "Lisbonne"))
    assert refuted(pile, says, told, ("movement", "done"), roles, who="Le Portugal")


@pytest.mark.parametrize(
    ("told", "event", "roles"),
    [
        # Another received them.
        (
            "37 tours ont été livrées à Tersane en mai",
            ("transfer", "done"),
            (("item", "tours"), ("recipient", "Tersane")),
        ),
        # It gave them.
        (
            "37 tours ont été livrées par Kaltwasser en mai",
            ("transfer", "done"),
            (("item", "tours"), ("supplier", "Kaltwasser")),
        ),
        # It received something else, or things of another kind.
        (
            "37 fours ont été livrés à Kaltwasser en mai",
            ("transfer", "done"),
            (("item", "fours"), ("recipient", "Kaltwasser")),
        ),
        (
            "des tours portugaises ont été livrées à Kaltwasser en mai",
            ("transfer", "done"),
            (("item", "tours portugaises"), ("recipient", "Kaltwasser")),
        ),
        # It is only wanted.
        (
            "des tours seront livrées à Kaltwasser en mai",
            ("transfer", "considered"),
            (("item", "tours"), ("recipient", "Kaltwasser")),
        ),
        # What it received is not told.
        (
            "Kaltwasser a été livré en mai",
            ("transfer", "done"),
            (("recipient", "Kaltwasser"),),
        ),
    ],
)
def test_what_is_another_transfer_is_not_denied(pile, says, told, event, roles):
    assert not refuted(pile, says, told, event, roles)


@pytest.mark.parametrize(("reports", "denied"), [(0, True), (12, False)])
def test_what_is_told_without_its_kind_may_be_the_thing_denied_in_a_case_of_one_affair(
    pile, says, reports, denied
):
    for number in range(reports):
        words = f"le pont numéro {number} est fermé"
        pile.report(f"z{number}.txt", f"On sait que {words}.", says(words))
    told = "trois cargaisons ont été livrées à Kaltwasser en mai"
    roles = (("item", "cargaisons"), ("recipient", "Kaltwasser"))
    assert refuted(pile, says, told, ("transfer", "done"), roles) == denied


def test_a_denial_of_another_time_denies_nothing_else(pile, says):
    told = "des tours ont été livrées à Kaltwasser"
    pile.report(
        "a.txt",
        f"On sait que {told}.",
        says(
            told,
            event=("transfer", "done"),
            roles=(("item", "tours"), ("recipient", "Kaltwasser")),
            time=("2030-01-01", "2030-12-31"),
        ),
    )
    pile.report(
        "b.txt",
        f"Kaltwasser dément {DENIED}.",
        says(
            DENIED,
            "Kaltwasser",
            "organisation",
            factuality="CT-",
            denies=True,
            event=("transfer", "denied"),
            roles=(("item", "tours"), ("recipient", "Kaltwasser")),
            time=("2028-01-01", "2028-12-31"),
        ),
    )
    assert not relations(pile.link())


@pytest.mark.parametrize(
    ("other", "buyer", "reached"),
    [
        (
            "un achat par une société turque",
            "société turque",
            False,
        ),
        ("un achat de tours par Tersane", "Tersane", False),
        ("un achat de tours par Kaltwasser", "Kaltwasser", True),
    ],
)
def test_accusations_rejected_in_one_report_are_not_what_another_tells_of_others(
    pile, says, other, buyer, reached
):
    told = (
        "les tours ont été achetées par Kaltwasser, une société enregistrée à Brod en août, puis "
        "transportées par train à travers la Géorgie et la Turquie"
    )
    parts = (("item", "tours"),)
    names = (("Kaltwasser", "Company"), ("Tersane", "Company"))
    pile.report(
        "a.txt",
        f"Le procureur affirme que {told}. Kaltwasser a rejeté ces accusations.",
        says(
            told,
            "Le procureur",
            "unnamed",
            event=("transfer", "done"),
            roles=(*parts, ("recipient", "Kaltwasser")),
        ),
        says("ces accusations", "Kaltwasser", "organisation", factuality="CT-", denies=True),
        names=names,
    )
    pile.report(
        "b.txt",
        f"Le ministre dit que {other}.",
        says(
            other,
            "Le ministre",
            "unnamed",
            event=("transfer", "agreed"),
            roles=(("recipient", buyer),),
        ),
        names=names,
    )
    links = pile.link()
    claim = next(c for c in links.claims if "b.txt" in c.documents)
    denied = {r.claim for c in links.claims for r in c.relations if r.relation == "refutes"}
    assert len(claim.documents) == 1 or reached, (claim.statements, claim.reasons)
    assert (claim.id in denied) is reached
