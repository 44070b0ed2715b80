"""How far a denial reaches in what another report tells."""

import pytest


def refutes(pile, says, told, denial, **more):
    """Tell whether one report's denial refutes what another tells."""
    pile.report("a.txt", f"On sait que {told}.", says(told))
    pile.report("b.txt", f"Selon Odile Carran, {denial}.", says(denial, "Odile Carran", **more))
    return any(r.relation == "refutes" for c in pile.link().claims for r in c.relations)


@pytest.mark.parametrize(
    ("denial", "refuted"),
    [
        ("aucun pêcheur de Varnek n'avait été enlevé en mer depuis 2011", False),
        ("jamais un pêcheur de Varnek n'avait été enlevé en mer depuis 2011", False),
        # That there was none at all is another matter.
        ("aucun pêcheur de Varnek n'a été enlevé en mer depuis 2011", True),
    ],
)
def test_what_had_never_been_till_then_is_no_denial_of_the_first(pile, says, denial, refuted):
    told = "c'est le premier pêcheur de Varnek enlevé en mer depuis 2011"
    assert refutes(pile, says, told, denial, factuality="CT-") is refuted


@pytest.mark.parametrize(
    ("count", "figures", "refuted"),
    [("quarante ", ((40, "machines"),), False), ("des ", (), True)],
)
def test_who_denies_so_many_does_not_deny_any(pile, says, count, figures, refuted):
    told = "l'atelier Verrin a vendu des machines à bois à un négociant de Kersk"
    denial = f"avoir vendu {count}machines à bois à un négociant de Kersk"
    denied = {"factuality": "CT-", "denies": True, "figures": figures}
    assert refutes(pile, says, told, denial, **denied) is refuted
