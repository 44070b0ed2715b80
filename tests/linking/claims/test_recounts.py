"""A figure told by halves counts what was counted before it in its report."""

import pytest

WHO = "Les douanes"
OTHER = "Le syndicat"


def linked(pile, says, before, half, *, figures, counts, cue="", source=OTHER, **more):
    """Link a report in which one gives a figure and another answers with no more than one."""
    text = f"{WHO} affirment que {before}. {source} {cue} {half}."
    pile.report(
        "a.txt",
        text,
        says(before, WHO, "organisation", figures=counts),
        says(half, source, cue=cue.split()[-1], figures=figures, **more),
        published="2024-03-01",
    )
    links = pile.link()
    return {c.text: c for c in links.claims}, links


def relations(links):
    """Return the relations between claims by their words."""
    text = {c.id: c.text for c in links.claims}
    return {(c.text, r.relation, text[r.claim]) for c in links.claims for r in c.relations}


@pytest.mark.parametrize(
    ("before", "counts", "half", "cue", "figure"),
    [
        ("douze wagons ont déraillé à Brno", (12, "wagons"), "trois", "en compte", (3, "")),
        (
            "douze wagons ont déraillé à Brno",
            (12, "wagons"),
            "le chiffre réel est de 30",
            "dit",
            (30, ""),
        ),
        (
            "onze envois ont quitté Penang",
            (11, "envois"),
            "le nombre exact est 17",
            "dit",
            (17, ""),
        ),
        (
            "310 caisses ont été volées à Arlon",
            (310, "caisses"),
            "1 200",
            "en revendique",
            (1200, ""),
        ),
    ],
)
def test_who_counts_the_same_otherwise_refutes_it(pile, says, before, counts, half, cue, figure):
    claims, links = linked(pile, says, before, half, figures=(figure,), counts=(counts,), cue=cue)
    assert (half, "refutes", before) in relations(links)
    assert any(r.rule == "counts-as-before" and r.words == before for r in claims[half].reasons)


@pytest.mark.parametrize(
    ("before", "counts", "half", "cue", "figure"),
    [
        # Two things were counted: either may be meant.
        (
            "31 marins sont morts et 48 dockers sont blessés",
            ((31, "marins"), (48, "dockers")),
            "60",
            "parle de",
            (60, ""),
        ),
        # No count of one thing is a thousand times another.
        ("douze wagons ont déraillé à Brno", ((12, "wagons"),), "90 000", "parle de", (90000, "")),
        # It counts something else.
        (
            "douze wagons ont déraillé à Brno",
            ((12, "wagons"),),
            "quatre grévistes",
            "parle de",
            (4, "grévistes"),
        ),
        # The same, but for rounding.
        ("310 caisses ont été volées", ((310, "caisses"),), "300", "en compte", (300, "")),
    ],
)
def test_what_fits_no_count_or_two_stays_bare(pile, says, before, counts, half, cue, figure):
    _, links = linked(pile, says, before, half, figures=(figure,), counts=counts, cue=cue)
    assert relations(links) == set()


def test_one_source_that_counts_again_later_changes_its_claim(pile, says):
    before, half = "14 dockers sont morts à Riga", "25 deux jours plus tard"
    _, links = linked(
        pile,
        says,
        before,
        half,
        figures=((25, ""),),
        counts=((14, "dockers"),),
        cue="en annonçaient",
        source=WHO,
    )
    assert relations(links) == {(half, "changes", before)}


def test_a_mere_possibility_refutes_no_count(pile, says):
    before, half = "onze envois ont quitté Penang", "le chiffre pourrait atteindre 17"
    _, links = linked(
        pile,
        says,
        before,
        half,
        figures=((17, ""),),
        counts=((11, "envois"),),
        cue="dit",
        factuality="PS+",
    )
    assert relations(links) == set()


def test_what_a_figure_is_held_against_is_none_of_the_claim(pile, says):
    told = "la norme est dépassée 14 fois en aval du site"
    held = "la norme est dépassée 3 fois en aval du site, loin des 14 fois annoncées"
    pile.report("a.txt", f"{WHO} affirment que {told}.", says(told, WHO, figures=((14, ""),)))
    pile.report(
        "b.txt",
        f"{OTHER} affirme que {held}.",
        says(held, OTHER, figures=((3, ""), (14, ""))),
    )
    assert all(len(c.statements) == 1 for c in pile.link().claims)


WAGONS = "douze wagons ont déraillé à Brno"


def counted_after(pile, says, between, half, cue, *stated):
    """Link a report that counts wagons, goes on, and ends with a figure told by halves."""
    text = f"{WHO} affirment que {WAGONS}. {between} {OTHER} {cue} {half}."
    pile.report(
        "a.txt",
        text,
        says(WAGONS, WHO, "organisation", figures=((12, "wagons"),)),
        *stated,
        says(half, OTHER, cue=cue.split()[-1], figures=((30, ""),)),
        published="2024-03-01",
    )
    return relations(pile.link())


@pytest.mark.parametrize(
    ("told", "refuted"), [("20 ont été touchées", False), ("il pleuvait", True)]
)
def test_a_count_of_nobody_knows_whom_leaves_it_open(pile, says, told, refuted):
    figures = ((20, ""),) if "20" in told else ()
    said = says(told, "Le préfet", "unnamed", figures=figures)
    found = counted_after(pile, says, f"Le préfet dit que {told}.", "30", "parle de", said)
    assert (("30", "refutes", WAGONS) in found) == refuted


@pytest.mark.parametrize(("cue", "bound"), [("en compte", True), ("parle de", False)])
def test_what_was_counted_last_is_meant_by_the_pronoun(pile, says, cue, bound):
    told = "19 camions ont brûlé à Vienne"
    far = "La gare est fermée et la pluie tombe. " * 8
    said = says(told, "Aldo Brack", figures=((19, "camions"),))
    found = counted_after(pile, says, f"{far}Aldo Brack dit que {told}.", "30", cue, said)
    assert found == ({("30", "refutes", told), (told, "refutes", "30")} if bound else set())
