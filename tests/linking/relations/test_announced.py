"""Turns that a text announces."""

import pytest

NAMES = (
    ("Ada Roux", "Person"),
    ("Luc Serre", "Person"),
    ("Hauber", "Company"),
    ("Ondine", "Company"),
)


FIRST, NOW = "aucune cuve ne fuyait", "deux réservoirs étaient percés"


@pytest.mark.parametrize(
    ("text", "cue", "again", "then", "changed"),
    [
        # A turn is announced.
        ("Hauber, qui affirmait que {}, a changé de discours. Hauber a admis que {}.",
         "affirmait", "a admis", "Hauber", True),
        ("Hauber soutenait que {}. Volte-face : Ada Roux, directrice de Hauber, admet que {}.",
         "soutenait", "admet", "Ada Roux", True),
        # What was denied is admitted now.
        ("Hauber dément que {}. Sa directrice, Ada Roux, a reconnu pour la première fois que {}.",
         "dément", "a reconnu", "Ada Roux", True),
        ("Hauber niait que {}. Hauber reconnaît finalement que {}.",
         "niait", "reconnaît", "Hauber", True),
        # What was said then is followed by what is said now.
        ("Hauber avait assuré que {}. Son avocat, Me Luc Serre, dit désormais que {}.",
         "avait assuré", "dit", "Luc Serre", True),
        ("Après avoir soutenu que {}, Hauber a finalement reconnu. Hauber dit que {}.",
         "avoir soutenu", "dit", "Hauber", False),
        ("Après avoir soutenu que {}. Hauber parle finalement de ce que {}.",
         "avoir soutenu", "parle", "Hauber", True),
        ("Avant d'avoir soutenu que {}. Hauber parle finalement de ce que {}.",
         "avoir soutenu", "parle", "Hauber", False),
        # Another side's turn, no turn, no admission, or the same told on.
        ("Hauber, qui affirmait que {}, a changé de discours. Ondine a admis que {}.",
         "affirmait", "a admis", "Ondine", False),
        ("Hauber affirmait que {}. Hauber a admis que {}.",
         "affirmait", "a admis", "Hauber", False),
        ("Hauber dément que {}. Sa directrice, Ada Roux, reconnaît en revanche que {}.",
         "dément", "reconnaît", "Ada Roux", False),
        ("Hauber dément que {}. Ada Roux, directrice d'Ondine, reconnaît finalement que {}.",
         "dément", "reconnaît", "Ada Roux", False),
        ("Hauber dit que {}. Son avocat, Me Luc Serre, dit désormais que {}.",
         "dit", "dit désormais", "Luc Serre", False),
        ("Hauber avait assuré que {}. Hauber ajoutait que {} désormais.",
         "avait assuré", "ajoutait", "Hauber", False),
        ("Hauber, qui affirmait que {}, a changé de discours. Ada Roux assurait que {}.",
         "affirmait", "assurait", "Ada Roux", False),
    ],
)  # fmt: skip
def test_a_side_that_is_told_to_turn_changes_what_it_said(
    pile, says, text, cue, again, then, changed
):
    filled = text.format(FIRST, NOW)
    first, second = filled.split(". ", 1)
    pile.report(
        "a.txt",
        filled,
        says(FIRST, "Hauber", "organisation", factuality="CT-", cue=cue, sentence=f"{first}."),
        says(
            NOW,
            then,
            "organisation" if then in {"Hauber", "Ondine"} else "person",
            cue=again,
            sentence=second,
        ),
        names=NAMES,
    )
    assert pile.changed() == ({(NOW, FIRST)} if changed else set())


@pytest.mark.parametrize(
    ("told", "changed"),
    [
        ("Ces propos marquent un changement de position. Hauber avait soutenu que {}.", True),
        ("Ces propos surprennent à Quarreau. Hauber avait soutenu que {}.", False),
        ("Ces propos marquent un changement de position. Ondine avait soutenu que {}.", False),
    ],
)
def test_what_a_report_is_about_changes_what_it_says_was_said_before(pile, says, told, changed):
    who = "Ondine" if "Ondine" in told else "Hauber"
    lead = (
        f"Le patron de l'usine a dit mardi que {NOW}. Ada Roux, la présidente de Hauber, se tait."
    )
    text = f"{lead}\nAda Roux a dit aussi que rien ne presse.\n{told.format(FIRST)}"
    sentence = text[text.rindex(". ") + 2 :]
    pile.report(
        "a.txt",
        text,
        says(NOW, "Le patron de l'usine", "unnamed", cue="a dit"),
        says("rien ne presse", "Ada Roux", cue="a dit"),
        says(FIRST, who, "organisation", factuality="CT-", cue="avait soutenu", sentence=sentence),
        names=NAMES,
    )
    assert pile.changed() == ({(NOW, FIRST)} if changed else set())


@pytest.mark.parametrize(
    ("turn", "denials", "changed"),
    [
        ("Hauber ne dit plus la même chose. ", 1, True),
        ("", 1, False),
        # Which of two denials is taken back, nothing tells; nor what is of another affair.
        ("Hauber ne dit plus la même chose. ", 2, False),
        ("À Quarreau, près de Montrevel, Hauber ne dit plus la même chose. ", 1, False),
    ],
)
def test_what_is_admitted_in_a_turn_changes_the_one_denial_of_another_report(
    pile, says, turn, denials, changed
):
    every = ["avoir vidé des cuves", "tout contact avec Ondine"][:denials]
    pile.report(
        "a.txt",
        " ".join(f"Hauber dément {words}." for words in every)
        + " L'usine de Brenval, que dirige Luc Serre pour Ondine, est fermée depuis Noël.",
        *(says(words, "Hauber", "organisation", factuality="CT-", denies=True) for words in every),
        published="2031-03-03",
        names=NAMES,
    )
    pile.report(
        "b.txt",
        f"{turn}Le groupe admet que {NOW}."
        + ("" if "Quarreau" in turn else " L'usine de Brenval, dit Luc Serre, reste fermée."),
        says(NOW, "Hauber", "organisation", sentence=f"Le groupe admet que {NOW}."),
        published="2031-03-09",
        names=NAMES,
    )
    assert pile.changed() == ({(NOW, every[0])} if changed else set())


def test_of_several_denials_a_turn_takes_back_the_one_whose_words_it_has(pile, says):
    leak, sale = "avoir su que la cuve fuyait", "tout contact avec Ondine"
    now = "sa direction savait dès mars que la cuve fuyait"
    body = " L'usine de Brenval, que dirige Luc Serre pour Ondine, est fermée depuis Noël."
    pile.report(
        "a.txt",
        f"Hauber dément {sale}. Hauber dément {leak}.{body}",
        *(says(words, "Hauber", "organisation", factuality="CT-", denies=True)
          for words in (sale, leak)),
        published="2031-03-03",
        names=NAMES,
    )  # fmt: skip
    admits = f"Après avoir nié pendant une semaine, Hauber reconnaît que {now}."
    pile.report(
        "b.txt",
        f"{admits}{body}",
        says(now, "Hauber", "organisation", sentence=admits),
        published="2031-03-09",
        names=NAMES,
    )
    assert pile.changed() == {(now, leak)}
