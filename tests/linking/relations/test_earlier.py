"""What a text itself tells as said first, and as said now."""

import pytest


@pytest.mark.parametrize(
    ("frame", "first", "second", "changed"),
    [
        ("Le parquet évaluait à {} ; il parle désormais de {}.", "310 dossiers", "460", True),
        ("Le parquet, après avoir parlé de {}, en compte {}.", "310 dossiers", "460", True),
        ("Le parquet évaluait d'abord à {} les vols, puis à {}.", "310 dossiers", "460", True),
        # Two counts of two things, or nothing that tells which came first.
        ("Le parquet compte {} ; il parle de {}.", "310 dossiers", "460", False),
        ("Le parquet évaluait à {} ; il parle désormais de {}.", "310 dossiers", "12 juges", False),
        ("Le parquet évaluait à {} ; il parle désormais de {}.", "310 dossiers", "310", False),
    ],
)
def test_a_figure_said_now_changes_the_one_said_before(pile, says, frame, first, second, changed):
    one, other = (float(words.split()[0]) for words in (first, second))
    of = second.partition(" ")[2] or second
    pile.report(
        "a.txt",
        text := frame.format(first, second),
        says(first, "Le parquet", "organisation", figures=((one, "dossiers"),), sentence=text),
        says(
            second,
            "Le parquet",
            "organisation",
            figures=((other, of),) if of != second else (),
            sentence=text,
        ),
    )
    assert pile.changed() == ({(second, first)} if changed else set())


def test_what_is_admitted_after_it_was_denied_changes_the_denial(pile, says):
    denial, said = "avoir livré des vannes à Varnek", "Kaltwasser en avait vendu deux"
    text = f"Après avoir nié {denial}, un porte-parole a reconnu que {said}."
    pile.report(
        "a.txt",
        text,
        says(denial, "un porte-parole", "unnamed", factuality="CT-", denies=True, sentence=text),
        says(said, "un porte-parole", "unnamed", sentence=text),
    )
    assert pile.changed() == {(said, denial)}


@pytest.mark.parametrize(
    ("then", "changed"),
    [(", puis reconnaît que", True), (", avant d'admettre devant le juge que", True),
     (", puis ajoute que", False), (", a ouvert la porte avant de partir et dit que", False)],
)  # fmt: skip
def test_what_is_admitted_next_changes_the_denial(pile, says, then, changed):
    denial, said = "avoir livré des vannes à Varnek", "Kaltwasser en avait vendu deux"
    text = f"Odile Carran a nié {denial}{then} {said}."
    pile.report(
        "a.txt",
        text,
        says(denial, "Odile Carran", factuality="CT-", denies=True, sentence=text),
        says(said, "Odile Carran", sentence=text),
    )
    assert pile.changed() == ({(said, denial)} if changed else set())


def test_what_is_admitted_beside_a_denial_changes_nothing(pile, says):
    denial, said = "tout paiement en espèces", "des salaires ont été versés en retard"
    text = f"Odile Carran nie {denial}, mais reconnaît que {said}."
    pile.report(
        "a.txt",
        text,
        says(denial, "Odile Carran", factuality="CT-", denies=True, sentence=text),
        says(said, "Odile Carran", sentence=text),
    )
    assert not pile.changed()


@pytest.mark.parametrize(
    ("told", "changed"),
    [
        ("75 000 doses ont été vendues, plus que l'estimation précédente de 60 000", True),
        ("le bilan des doses vendues passe de 60 000 à 75 000", True),
        ("75 000 doses ont été vendues, et 60 000 volées selon une estimation", False),
        ("75 000 doses ont été vendues, contre 60 000 doses annoncées jeudi", True),
        ("75 000 doses ont été vendues, contre 60 000 doses l'an dernier", False),
    ],
)
def test_a_figure_told_with_the_one_it_replaces_changes_it(pile, says, told, changed):
    before = "60 000 doses ont été vendues"
    pile.report(
        "a.txt",
        f"Le procureur affirme que {before}.",
        says(before, "Le procureur", "unnamed", figures=((60000, "doses"),)),
        published="2031-03-03",
    )
    of = "doses"
    pile.report(
        "b.txt",
        f"Le procureur affirme que {told}.",
        says(told, "Le procureur", "unnamed", figures=((60000, of), (75000, of))),
        published="2031-03-09",
    )
    assert pile.changed() == ({(told, before)} if changed else set())


@pytest.mark.parametrize(("limit", "changed"), [("seulement ", False), ("", True)])
def test_who_admits_only_something_else_keeps_to_the_denial(pile, says, limit, changed):
    denial, said = "avoir livré des vannes à Varnek", f"{limit}un retard de livraison"
    text = f"Un porte-parole a jusqu'ici nié {denial}, reconnaissant {said}."
    pile.report(
        "a.txt",
        text,
        says(denial, "Un porte-parole", "unnamed", factuality="CT-", denies=True, sentence=text),
        says(said, "Un porte-parole", "unnamed", sentence=text),
    )
    assert pile.changed() == ({(said, denial)} if changed else set())
