"""Figures that are said not to be the ones: "41 machines, et non 37"."""

import pytest

OLD = "37 tours ont été livrées à l'usine de Varnek"
NEW = "41 tours ont été livrées à l'usine de Varnek, et non 37"


def told(pile, says, first, second, who=("Le Phare", "Le Phare"), figures=(41, 37)):
    for file, words, source, given, day in (
        ("a.txt", first, who[0], (37,), "2031-03-03"),
        ("b.txt", second, who[1], figures, "2031-03-09"),
    ):
        pile.report(
            file,
            f"{source} affirme que {words}.",
            says(
                words,
                source,
                "organisation",
                figures=tuple((figure, words.split()[1]) for figure in given),
            ),
            published=day,
        )
    links = pile.link()
    text = {c.id: c.text for c in links.claims}
    return links, {(c.text, r.relation, text[r.claim]) for c in links.claims for r in c.relations}


@pytest.mark.parametrize(
    "new",
    [
        NEW,
        "les tours livrées à l'usine de Varnek sont au nombre non pas de 37, mais de 41",
        "41 tours ont été livrées à Varnek, et non pas 37 tours",
        "41 tours et pas 37 ont été livrées à l'usine de Varnek",
        "41 tours ont été livrées à l'usine de Varnek, et non plus 37",
    ],
)
def test_a_figure_that_is_said_not_to_be_the_one_is_none_in_common(pile, says, new):
    links, _ = told(pile, says, OLD, new)
    assert len(links.claims) == 2


def test_the_same_side_that_corrects_its_figure_changes_it(pile, says):
    _, found = told(pile, says, OLD, NEW)
    assert found == {(NEW, "changes", OLD)}


def test_another_that_says_it_is_not_the_figure_refutes_it(pile, says):
    _, found = told(pile, says, OLD, NEW, who=("Le Phare", "Kaltwasser"))
    assert (NEW, "refutes", OLD) in found


@pytest.mark.parametrize(
    ("first", "second", "figures"),
    [
        # The same figure of other things.
        ("37 soudeurs ont été arrêtés à Gdansk", NEW, (41, 37)),
        # Two figures that both hold.
        (OLD, "41 tours ont été livrées à l'usine de Varnek, et 37 à celle de Brod", (41, 37)),
        # What is not the case is no figure.
        (OLD, "41 tours ont été livrées à Varnek, et non des fours", (41,)),
    ],
)
def test_what_denies_no_figure_of_that_thing_corrects_nothing(pile, says, first, second, figures):
    _, found = told(pile, says, first, second, ("Le Phare", "Kaltwasser"), figures)
    assert not {r for r in found if r[1] in {"refutes", "changes"}}
