"""A figure said alone has what it counts: from the question, or from what was said just before."""

import pytest

ALONE = ""


def claims(pile, says, text, *figures, elsewhere, counts):
    """Link a report with figures said alone, and one that says in full what they may say."""
    pile.report("a.txt", text, *figures)
    value, of = counts
    whole = says(elsewhere, "Le préfet", "unnamed", figures=((value, of),))
    pile.report("b.txt", f"Le préfet assure que {elsewhere}.", whole)
    return [sorted(c.documents) for c in pile.link().claims if {"a.txt", "b.txt"} <= {*c.documents}]


@pytest.mark.parametrize(
    ("elsewhere", "counts", "joined"),
    [
        ("34 mineurs sont restés sous terre", (34, "mineurs"), True),
        ("au fond, 34 mineurs manquent", (34, "mineurs"), True),
        # Another figure, another thing, and another thing that is as many.
        ("41 mineurs sont restés sous terre", (41, "mineurs"), False),
        ("34 camions sont restés au dépôt", (34, "camions"), False),
        ("34 familles vivent au village", (34, "familles"), False),
    ],
)
def test_a_figure_answers_the_question_how_many(pile, says, elsewhere, counts, joined):
    found = claims(
        pile,
        says,
        "Combien de mineurs sous terre ? 34, disait la compagnie. 41, selon le syndicat.",
        says("34", "la compagnie", "unnamed", figures=((34, ALONE),)),
        elsewhere=elsewhere,
        counts=counts,
    )
    assert bool(found) is joined


def test_each_of_several_answers_counts_what_was_asked(pile, says):
    found = claims(
        pile,
        says,
        "Combien de mineurs sous terre ? 34, disait la compagnie. 41, selon le syndicat.",
        says("34", "la compagnie", "unnamed", figures=((34, ALONE),)),
        says("41", "le syndicat", "unnamed", figures=((41, ALONE),)),
        elsewhere="41 mineurs sont restés sous terre",
        counts=(41, "mineurs"),
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    ("elsewhere", "counts", "joined"),
    [
        ("58 wagons ont déraillé près de Vorn", (58, "wagons"), True),
        ("58 voyageurs ont dormi à la gare", (58, "voyageurs"), False),
        ("40 wagons ont déraillé près de Vorn", (40, "wagons"), False),
    ],
)
def test_a_figure_stands_for_the_one_said_before(pile, says, elsewhere, counts, joined):
    told = "27 wagons ont déraillé près de Vorn"
    found = claims(
        pile,
        says,
        f"La mairie dit que {told} ; 58, d'après la régie.",
        says(told, "La mairie", "unnamed", figures=((27, "wagons"),)),
        says("58", "la régie", "unnamed", figures=((58, ALONE),)),
        elsewhere=elsewhere,
        counts=counts,
    )
    assert bool(found) is joined


@pytest.mark.parametrize(
    ("elsewhere", "counts", "joined"),
    [
        ("il y avait 33 otages", (33, "otages"), True),
        ("il y avait 33 gardiens", (33, "gardiens"), False),
    ],
)
def test_of_them_counts_what_was_counted_last(pile, says, elsewhere, counts, joined):
    told = "vingt otages étaient détenus"
    found = claims(
        pile,
        says,
        f"Le ministre affirme que {told}. La famille dit en compter 33.",
        says(told, "Le ministre", "unnamed", figures=((20, "otages"),)),
        says("compter 33", "La famille", "unnamed", figures=((33, ALONE),)),
        elsewhere=elsewhere,
        counts=counts,
    )
    assert bool(found) is joined


def test_a_small_figure_is_of_what_was_asked(pile, says):
    found = claims(
        pile,
        says,
        "Combien de mineurs sous terre ? 7, disait la compagnie.",
        says("7", "la compagnie", "unnamed", figures=((7, ALONE),)),
        elsewhere="7 mineurs sont restés sous terre",
        counts=(7, "mineurs"),
    )
    assert len(found) == 1


@pytest.mark.parametrize(
    "between",
    [
        # Nothing was asked, or something else was said since.
        "Les mineurs dorment.",
        "Combien de mineurs sous terre ? Le puits est profond et la nuit tombe.",
        "Pourquoi tant de mineurs sous terre ?",
    ],
)
def test_a_figure_that_nothing_explains_stays_bare(pile, says, between):
    said = between.split("? ")[-1].rstrip(".? ")
    found = claims(
        pile,
        says,
        f"{between} 7, disait la compagnie.",
        says(said),
        says("7", "la compagnie", "unnamed", figures=((7, ALONE),)),
        elsewhere="7 mineurs sont restés sous terre",
        counts=(7, "mineurs"),
    )
    assert found == []
