"""Reports told again in other words: translations and summaries that name nobody."""

import pytest

WIRE = """
VAREZE, 4 mai (Fil Ouest) - Un glissement de terrain a coupé mardi la route de Montbrel à Vareze,
ensevelissant 3 voitures et un autocar, a annoncé la préfecture de Lorgnac.

Au moins 27 passagers, pour la plupart des lycéens de Vareze, ont été dégagés par 140 secouristes.
L'un d'eux, âgé de 16 ans, souffre d'une fracture du bassin et a été transporté à Lorgnac.

La pente, haute de 85 mètres, avait été équipée en 2019 de filets par la société Rocmat. Le maire,
Odile Ferrand, réclamait depuis 2022 la pose de 12 capteurs.
"""

TRANSLATED = """
Trois véhicules et un car ont disparu sous la terre quand un versant s'est effondré mardi entre
Montbrel et Vareze, fermant la chaussée, ont dit les autorités de Lorgnac.

On en a sorti vivants 27 occupants, surtout des élèves de Vareze, grâce aux efforts de 140
sauveteurs. Un garçon de 16 ans s'est cassé le bassin ; il est soigné à Lorgnac.

Des treillis avaient été posés en 2019 sur cette paroi de 85 mètres par Rocmat. Odile Ferrand, qui
dirige la commune, voulait dès 2022 qu'on ajoute 12 appareils de mesure.
"""

SUMMARY = """
La route de Montbrel à Vareze est coupée par un glissement de terrain qui a enseveli 3 voitures et
un autocar. Les 140 secouristes ont dégagé 27 passagers, des lycéens pour la plupart. Le maire,
Odile Ferrand, réclamait 12 capteurs depuis 2022.
"""

INDEPENDENT = """
Le car de 17 h 40 ne passera plus. À Vareze, les familles ont attendu toute la nuit devant le
gymnase, où 3 médecins venus de Lorgnac recevaient les lycéens un par un.

Lise Aubrac a retrouvé sa fille à 2 heures. « Elle avait de la boue jusque dans les oreilles »,
raconte cette infirmière de Montbrel. Le maire, Odile Ferrand, a demandé 27 lits à l'hôpital et
obtenu 11 cars de remplacement pour les 400 élèves de la vallée.
"""


def _line(text: str) -> str:
    return "\n\n".join(" ".join(p.split()) for p in text.strip().split("\n\n"))


@pytest.fixture
def told(pile):
    """Return what a report is to the wire of the day before, and why."""

    def tell(text, published="2031-05-05", **more):
        pile.report("wire.txt", _line(WIRE), published="2031-05-04", publisher="Fil Ouest")
        pile.report("other.txt", _line(text), published=published, publisher="La Feuille", **more)
        return pile.link().lineage

    return tell


def test_a_translation_back_is_told_by_names_and_figures_in_the_same_order(told):
    (edge,) = told(TRANSLATED)
    assert (edge.document, edge.on, edge.relation) == ("other.txt", "wire.txt", "translation")
    order = next(r.words for r in edge.reasons if r.rule == "same-order")
    assert "Trois, Montbrel, Vareze, Lorgnac, 27" in order


def test_the_passages_of_a_translation_hold_the_same_figures_on_both_sides(told, pile):
    (edge,) = told(TRANSLATED)
    pairs = {
        (pile.words(edge.document, p.document), pile.words(edge.on, p.on)) for p in edge.passages
    }
    assert any("140" in here and "140" in there for here, there in pairs)
    assert any("Rocmat" in here and "Rocmat" in there for here, there in pairs)


def test_a_summary_that_names_nobody_draws_on_what_it_sums_up(told):
    (edge,) = told(SUMMARY)
    assert (edge.document, edge.on, edge.relation) == ("other.txt", "wire.txt", "summary")
    assert {"same-order", "restated-sentences"} <= {r.rule for r in edge.reasons}


BRIEF = """
Trois véhicules et un car sous la terre entre Montbrel et Vareze, à l'ouest de Lorgnac : 27
occupants en ont été sortis par 140 sauveteurs, dont un garçon de 16 ans. La paroi de 85 mètres
avait des treillis depuis 2019, de Rocmat ; Odile Ferrand voulait 12 appareils.
"""


def test_one_far_shorter_than_the_other_is_no_translation_of_it(told):
    (edge,) = told(BRIEF)
    assert edge.relation == "summary"


def test_the_same_story_with_names_and_figures_of_its_own_is_no_lineage(told):
    assert not told(INDEPENDENT)


def test_a_translation_of_the_day_before_is_what_the_other_draws_on(told):
    (edge,) = told(TRANSLATED, published="2031-05-03")
    assert (edge.document, edge.on) == ("wire.txt", "other.txt")


def test_two_that_credit_one_agency_do_not_draw_on_each_other(pile):
    for name, text in (("one.txt", WIRE.split(" - ", 1)[1]), ("two.txt", TRANSLATED)):
        whole = f"{_line(text)}\n\n(Agence Lorme)"
        pile.report(name, whole, published="2031-05-05", cites="Agence Lorme", credit=True)
    assert {e.on for e in pile.link().lineage} == {"origin:Agence Lorme"}


TURNED = """
Entre Montbrel et Vareze, mardi, la terre a emporté un autocar et 3 voitures, disent les autorités
de Lorgnac : la chaussée est fermée.

Grâce aux efforts de 140 sauveteurs, on en a sorti vivants 27 occupants, surtout des élèves de
Vareze. À Lorgnac, on soigne un garçon de 16 ans qui s'est cassé le bassin.

C'est Rocmat qui avait posé des treillis, en 2019, sur cette paroi haute de 85 mètres. Qu'on y
ajoute 12 appareils de mesure, Odile Ferrand, qui dirige la commune, le voulait dès 2022.
"""


def test_a_translation_may_turn_its_sentences_round(told):
    (edge,) = told(TURNED)
    assert (edge.document, edge.on, edge.relation) == ("other.txt", "wire.txt", "translation")


def test_a_name_in_another_spelling_is_the_same_one(told):
    (edge,) = told(TURNED.replace("Rocmat", "Rokmat").replace("Vareze", "Varese"))
    assert edge.relation == "translation"


def test_figures_of_its_own_beside_the_same_names_make_no_translation(told):
    own = TURNED.replace("140", "60").replace("27", "31").replace("16 ans", "52 ans")
    assert not told(own.replace("85", "110").replace("12 appareils", "8 appareils"))
