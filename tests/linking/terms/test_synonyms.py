"""Words that say one thing, in all their forms, and words that say the opposite."""

import pytest

from recoupe.compare.texts import words
from recoupe.language.pack import get_pack
from recoupe.linking.terms.vocabulary import vocabulary

FRENCH = vocabulary("fr")


def terms(text):
    return set(FRENCH.terms(words(text).folded))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("livraisons", "fournies"),
        ("dissimulation", "cachées"),
        ("contaminées", "infecté"),
        ("confiscation", "saisies"),
        ("rachetée", "acquisition"),
        ("licenciements", "limogée"),
        ("signalait", "alertés"),
        ("effondrement", "écroulées"),
        ("destitution", "évincée"),
        ("asphyxiées", "étouffement"),
        ("prolongation", "prorogé"),
        ("restrictions", "limitée"),
        ("brutalités", "violences"),
        ("dépassera", "excédait"),
        ("contraints", "obligation"),
        ("pandémie", "épidémies"),
        ("policiers", "police"),
        ("officielles", "responsable"),
        ("partaient", "quittèrent"),
        ("changeait", "modification"),
        ("obtiendra", "obtention"),
        ("étrangères", "extérieures"),
        ("averti", "signale"),
        ("avertissait", "alerte"),
        ("dangers", "risquent"),
        ("passagers", "voyageuse"),
        ("tirs", "tireurs"),
        ("mineures", "enfants"),
    ],
)
def test_forms_of_words_that_say_one_thing_share_a_term(one, other):
    assert terms(one) == terms(other) != set()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("armée", "armes"),
        ("ville", "villa"),
        ("importante", "importée"),
        ("saisir", "détruire"),
        ("promettre", "donner"),
        ("blessés", "tués"),
        ("réexporter", "exporter"),
        ("réélue", "élue"),
        ("viol", "agression"),
        ("pompiers", "policiers"),
        ("quarantaine", "confinement"),
        ("restreindre", "supprimer"),
        ("crainte", "inquiétude"),
        ("dévaluation", "dépréciation"),
        # Only their beginnings are alike.
        ("attendre", "attention"),
        ("mariage", "mars"),
        ("prévoir", "voir"),
        ("déserteur", "désert"),
        ("coloniser", "colonne"),
        ("présent", "présentation"),
        ("mourir", "père"),
        ("commune", "communiqué"),
        ("port", "porter"),
        ("port", "une porte"),
        ("maritime", "mère"),
        ("parlement", "parler"),
        ("publier", "publique"),
        ("positif", "position"),
        ("argent", "fondement"),
        ("vente", "vents"),
        ("faute", "il faut"),
        ("décret", "arrêtée"),
        ("bonne foi", "bonne"),
        ("lanceur d'alerte", "alerter"),
    ],
)
def test_words_that_say_different_things_do_not(one, other):
    assert not terms(one) & terms(other)


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("le chef de l'État", "le président"),
        ("elle était au courant", "elle savait"),
        ("a été mis en examen", "inculpé"),
        ("un pot-de-vin", "des dessous-de-table"),
        ("deux marins ont perdu la vie", "deux marins morts"),
        ("les forces de l'ordre", "la police"),
        ("le chef du gouvernement", "le Premier ministre"),
        ("des pièces de rechange", "des pièces détachées"),
        ("par une coquille vide", "par une société-écran"),
        ("le décret prend effet lundi", "le décret entre en vigueur lundi"),
        ("l'assaillant a ouvert le feu", "un tir de l'assaillant"),
        ("des hommes de paille", "un prête-nom"),
    ],
)
def test_a_phrase_has_the_term_of_the_word_that_it_stands_for(phrase, word):
    assert terms(word) <= terms(phrase)


def test_no_word_is_listed_in_two_groups():
    groups = get_pack("fr").words("synonyms")["groups"]
    folded = ({" ".join(words(word).folded) for word in group} for group in groups)
    listed = [word for group in folded for word in group]
    assert not {word for word in listed if listed.count(word) > 1}


def test_no_group_holds_a_word_of_grammar_alone():
    groups = get_pack("fr").words("synonyms")["groups"]
    listed = {words(word).folded for group in groups for word in group}
    assert not {word for (word, *more) in listed if not more and word in FRENCH.stop}


def test_both_sides_of_an_opposite_have_terms_of_their_own():
    opposites = FRENCH.synonyms.opposites
    assert opposites
    assert all(one != other for one, other in opposites.items())
    assert not opposites.keys() & set(opposites.values())


def states(name):
    return FRENCH.with_states(words(name).folded)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("douanes chypriotes", "douanes Chypre"),
        ("marine grecque", "marine Grèce"),
        ("marine sud-coréenne", "marine Corée du Sud"),
        ("port libanais", "port Liban"),
        ("juges équatoriens", "juges Équateur"),
    ],
)
def test_in_a_name_the_adjective_of_a_state_says_the_states_name(one, other):
    assert states(one) == states(other)


def test_states_with_names_alike_stay_apart():
    assert states("nigérien") == states("Niger") != states("Nigeria") == states("nigérian")


def test_a_capital_is_its_state_only_where_something_governs():
    assert states("gouvernement de Nicosie") == ("gouvernement", "de", "chypriote")
    assert states("port de Nicosie") == ("port", "de", "nicosie")


@pytest.mark.parametrize(
    "text", ["à partir de", "d'une part", "au cours de", "nulle part", "compte tenu de", "de fait"]
)
def test_phrases_of_grammar_say_nothing(text):
    assert not terms(text)
