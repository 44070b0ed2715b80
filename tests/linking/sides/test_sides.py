"""Who speaks for whom, as names and descriptions tell it."""

import pytest

SAID = "les pompes de Kaltwasser ont été vendues à la marine de Sélénie en mars"
AGAIN = "en mars, la marine de Sélénie a acheté les pompes de Kaltwasser"


def origins(pile, says, one, other, names=()):
    """Return the least and most number of origins of what two sources of two reports say.

    Each is the text around what is said, the source, and its kind.
    """
    for file, (text, who, kind), said in (("a.txt", one, SAID), ("b.txt", other, AGAIN)):
        pile.report(
            file, text.format(said), says(said, who, kind), publisher=file, names=tuple(names)
        )
    (claim,) = pile.link().claims
    return claim.least_origins, len(claim.origins)


HAUBER = ("Hauber assure que {}.", "Hauber", "organisation")
NAMES = (("Ada Roux", "Person"), ("Hauber", "Company"), ("Ondine", "Company"))


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Ada Roux, directrice commerciale de Hauber, assure que {}.", 1),
        ("Selon la porte-parole de Hauber, Ada Roux, {}.", 1),
        ("Hauber est visé. « {} », a dit sa directrice, Ada Roux.", 1),
        ("Ada Roux, 52 ans, qui préside Hauber, assure que {}.", 1),
        ("Ada Roux, directrice de la communication de Hauber, assure que {}.", 1),
        # Another's, a former one, or nobody's.
        ("Ada Roux, l'avocate des familles de Hauber, assure que {}.", 2),
        ("Ada Roux, déléguée du personnel de Hauber, assure que {}.", 2),
        ("Ada Roux, présidente du comité des riverains de Hauber, assure que {}.", 2),
        ("Ada Roux, directrice commerciale d'Ondine, assure que {}.", 2),
        ("L'ancienne directrice de Hauber, Ada Roux, assure que {}.", 2),
        ("Ada Roux, cliente de Hauber, assure que {}.", 2),
        ("Hauber est visé. Ondine aussi. « {} », a dit sa directrice, Ada Roux.", 2),
    ],
)
def test_a_firm_and_who_is_told_to_speak_for_it_may_be_one_source(pile, says, text, least):
    found = origins(pile, says, HAUBER, (text, "Ada Roux", "person"), NAMES)
    assert found == (least, 2)


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("le ministère de la Pêche", "la ministre de la Pêche", 1),
        ("le parquet de Montrevel", "le procureur de Montrevel", 1),
        ("le ministère de la Pêche", "une porte-parole du ministère de la Pêche", 1),
        ("la préfecture", "un directeur de Hauber", 2),
        ("le ministère de la Pêche", "la ministre de la Justice", 2),
        ("le ministère de la Pêche", "l'ancien ministre de la Pêche", 2),
        ("la mairie de Quarreau", "le maire de Montrevel", 2),
    ],
)
def test_a_body_and_who_is_at_its_head_may_be_one_source(pile, says, one, other, least):
    first = (f"Selon {one}, {{}}.", one, "organisation")
    assert origins(pile, says, first, (f"Selon {other}, {{}}.", other, "unnamed"), NAMES) == (
        least,
        2,
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Marc Vidal a été entendu. Selon son avocate, {}.", 1),
        ("Luc Serre a été entendu. Selon son avocate, {}.", 2),
        ("Marc Vidal a été entendu. Selon son associé, {}.", 2),
    ],
)
def test_his_lawyer_is_the_one_whom_another_report_names_as_his(pile, says, text, number):
    names = (*NAMES, ("Marc Vidal", "Person"), ("Luc Serre", "Person"))
    first = ("Marc Vidal se tait. Selon son avocate, Ada Roux, {}.", "Ada Roux", "person")
    who = "son avocate" if "avocate" in text else "son associé"
    assert origins(pile, says, first, (text, who, "unnamed"), names)[1] == number


@pytest.mark.parametrize(
    ("body", "least"), [("la gendarmerie", 1), ("l'armée", 1), ("la préfecture", 2)]
)
def test_an_officer_may_speak_for_the_armed_body_of_the_same_report(pile, says, body, least):
    text = f"Selon {body}, {SAID}. « {AGAIN} », dit le colonel Ada Roux."
    told = (says(SAID, body, "organisation"), says(AGAIN, "Ada Roux"))
    pile.report("a.txt", text, *told, names=NAMES)
    (claim,) = pile.link().claims
    assert (claim.least_origins, len(claim.origins)) == (least, 2)


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Selon {who}, {one}. « {two} », dit Ada Roux, la directrice régionale.", 1),
        ("Selon {who}, {one}. « {two} », dit Ada Roux, directrice d'un musée.", 2),
        ("Selon {who}, {one}. « {two} », dit Ada Roux, une voisine.", 2),
    ],
)
def test_people_in_office_may_be_the_one_whom_a_report_names(pile, says, text, least):
    who = "les responsables de la santé"
    told = (says(SAID, who, "unnamed"), says(AGAIN, "Ada Roux"))
    pile.report("a.txt", text.format(who=who, one=SAID, two=AGAIN), *told, names=NAMES)
    (claim,) = pile.link().claims
    assert (claim.least_origins, len(claim.origins)) == (least, 2)


def test_two_people_of_one_firm_are_two_sources(pile, says):
    one = ("Ada Roux, directrice de Hauber, assure que {}.", "Ada Roux", "person")
    other = ("Luc Serre, porte-parole de Hauber, assure que {}.", "Luc Serre", "person")
    assert origins(pile, says, one, other, (*NAMES, ("Luc Serre", "Person"))) == (2, 2)
