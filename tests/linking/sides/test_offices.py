"""What a description tells of somebody's office."""

import pytest

from recoupe.linking.sides.offices import office_words


@pytest.fixture
def french():
    return office_words("fr")


@pytest.mark.parametrize(
    ("phrase", "noun", "of"),
    [
        ("la directrice générale de Valmer", "directrice", ("valm",)),
        ("porte-parole de l'armée", "porte-parole", ("arme",)),
        ("ses avocats", "avocat", ()),
        ("le ministre sélène des Transports", "ministre", ("transport",)),
    ],
)
def test_an_office_is_told_with_what_it_is_of(french, phrase, noun, of):
    office = french.first(phrase)
    assert (office.noun, office.of) == (noun, of)


@pytest.mark.parametrize(
    "phrase",
    ["l'ancien directeur de Valmer", "un employé de Valmer", "l'ex-ministre", "le frère du maire"],
)
def test_who_holds_no_office_now_has_none(french, phrase):
    assert french.first(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("a répondu son avocate", "avocate"),
        ("d'après le directeur du port", "directeur"),
        ("la démission du ministre des Transports", "ministre"),
        ("les propos de la directrice de Valmer", "directrice"),
        ("par la voix de son porte-parole", "porte-parole"),
        ("le refus de l'ancien directeur", None),
        ("la démission du frère du ministre", None),
        ("l'entreprise du ministre", None),
        ("a dit le voisin du maire", None),
        ("selon l'avocate de", None),
        ("le directeur a été reçu par", None),
        ("devant l'usine", None),
    ],
)
def test_the_office_of_who_is_named_next_is_the_last_that_a_phrase_tells(french, phrase, noun):
    office = french.last(phrase)
    assert (office.noun if office else None) == noun


@pytest.mark.parametrize(
    ("before", "left"),
    [
        ("son avocat, Me ", "son avocat,"),
        ("la directrice, la Dre ", "la directrice,"),
        ("le maire, M. ", "le maire,"),
        ("selon la directrice ", "selon la directrice"),
        ("son avocat, le ", "son avocat, le"),
    ],
)
def test_titles_of_address_are_no_part_of_what_stands_before_a_name(french, before, left):
    assert french.without_titles(before) == left


def test_who_heads_a_body_is_told_by_a_verb_too(french):
    assert french.first("qui préside l'Observatoire des crues").of == ("observatoir", "cru")


def test_an_adjective_tells_of_what_a_body_is_as_its_noun_does(french):
    assert french.names("les autorités sanitaires")[-1] == french.names("la Santé")[-1]


@pytest.mark.parametrize(
    ("paper", "maker"),
    [
        ("un bilan communiqué lundi par la préfecture", "la préfecture"),
        ("un communiqué de la régie", "de la régie"),
        ("une photographie de la régie", ""),
    ],
)
def test_a_paper_may_tell_who_made_it(french, paper, maker):
    assert french.maker(paper) == maker


@pytest.mark.parametrize(
    ("name", "state"), [("russe", True), ("bulgare", True), ("ukrainien", True), ("valmer", False)]
)
def test_an_adjective_of_a_state_is_one_whatever_its_ending(french, name, state):
    assert french.is_state(french.called(name)) is state
