"""Places in one report: which words name one, what stands beside them, relations and borders."""

import pytest

from recoupe.extraction.mentions import find_mentions
from recoupe.extraction.parsed import sentences_of
from recoupe.extraction.places import read_places
from recoupe.extraction.places.forms import completed, trimmed, with_noun
from recoupe.extraction.places.lexicon import load_lexicon
from recoupe.language import get_pack
from recoupe.model import Span
from recoupe.model.place import PlacesRead


def read(text: str) -> PlacesRead:
    pack = get_pack("fr")
    doc = pack.pipeline()(text)
    sentences = list(sentences_of(doc, 0, 0))
    return read_places(text, sentences, find_mentions(text, sentences, pack), pack)


def words(text: str) -> list[str]:
    return [mention.span.of(text) for mention in read(text).mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le bateau a franchi le détroit d'Ormuz.", ["détroit d'Ormuz"]),
        ("Elle vit à La Paz.", ["La Paz"]),
        ("Le ministre a quitté Le Caire.", ["Le Caire"]),
        ("Il revient du Caire.", ["Caire"]),
        ("La Corée du Nord se tait.", ["Corée du Nord"]),
        ("Il vient d'Australie occidentale.", ["Australie occidentale"]),
        ("Le département du Nord recrute.", ["Nord"]),
        ("Le Nord et l'Est du pays recrutent.", []),
        ("Le Kremlin et la Maison Blanche se parlent.", []),
    ],
)
def test_a_place_is_named_by_all_its_words_and_no_others(text: str, expected: list[str]):
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Elle vit à Vienne.", "bare"),
        ("Elle vient de Vienne.", "of"),
        ("Elle aime la Vienne.", "article"),
        ("Elle vit dans la Vienne.", "within"),
        ("Elle vit en Géorgie.", "en"),
    ],
)
def test_what_stands_before_a_name_is_kept(text: str, form: str):
    (mention,) = read(text).mentions
    assert mention.names[-1].form == form


def test_the_noun_of_kind_and_its_adjective_are_read():
    (mention,) = read("La ville libyenne de Tripoli dort.").mentions
    assert mention.kinds[0] == "city"
    assert mention.countries == ("LY",)


def test_a_noun_of_kind_that_only_holds_the_name_asks_for_nothing():
    found = read("Une ville du Tatarstan est privée d'eau.").mentions
    assert [mention.kinds for mention in found] == [()]
    found = read("Le port a inquiété Tripoli.").mentions
    assert [mention.kinds for mention in found] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "Afrine, dans le nord de la Syrie, est calme.",
        "Tripoli (Liban) manque d'eau.",
        "Hyderabad, ville du sud de l'Inde, proteste.",
        "Il vit à Vienne en Isère.",
    ],
)
def test_the_place_that_holds_another_is_told(text: str):
    first, second = read(text).mentions
    assert first.inside == (second.span,)
    assert second.inside == ()


def test_a_list_of_places_holds_none_inside_another():
    assert all(not m.inside for m in read("Paris, Madrid, Rome et Berlin votent.").mentions)


def test_peoples_are_noted_with_their_sentence():
    found = read("Un diplomate iranien a parlé. Les négociateurs turcs sont partis.")
    assert found.peoples == ((0, "IR"), (1, "TR"))


def test_a_compound_adjective_names_both_countries_of_a_border():
    text = "Des camions attendent à la frontière irano-irakienne."
    (mention,) = read(text).mentions
    assert mention.span.of(text) == "frontière irano-irakienne"
    assert mention.countries == ("IR", "IQ")
    assert mention.kinds == ("border",)


def test_a_distance_gives_bounds_in_kilometres():
    (relation,) = read("Le navire coule à 10 milles nautiques de Brest.").relations
    assert relation.low == pytest.approx(18.52)
    assert relation.high == pytest.approx(18.52)
    (relation,) = read("Un dépôt brûle à moins de 30 km au nord de Kiev.").relations
    assert (relation.low, relation.high, relation.bearing) == (0, 30, 0)
    (relation,) = read("Un dépôt brûle à une trentaine de kilomètres de Kiev.").relations
    assert relation.approximate


def test_a_height_or_a_length_is_no_distance_between_places():
    assert read("Le pont de Tancarville, long de 1 400 mètres, ferme.").relations == ()
    assert read("La tour de 300 mètres domine Paris.").relations == ()


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Kazan, à 800 km à l'est de Moscou, vote.", "Kazan"),
        ("Kazan (à 800 km à l'est de Moscou) vote.", "Kazan"),
        ("Elabouga, ville du Tatarstan située à 900 km de Moscou, vote.", "Elabouga"),
        ("Une usine située à 900 km de Moscou brûle.", None),
        ("Kazan vote. Un dépôt à 900 km de Moscou brûle.", None),
    ],
)
def test_the_place_set_out_is_the_one_that_the_words_tie_to_the_distance(
    text: str, subject: str | None
):
    (relation,) = read(text).relations
    assert (relation.subject.of(text) if relation.subject else None) == subject


@pytest.mark.parametrize("gap", [" ", " " * 4_000])
def test_a_long_run_of_blanks_parts_a_name_from_what_is_none(gap: str):
    words = load_lexicon(get_pack("fr"))
    text = f"golfe d'Oman{gap}grandit{gap}! Il{gap}part{gap}§"
    name, whole = Span(8, 12), Span(0, len(text))
    assert with_noun(text, name, whole, words) == Span(0, 12)
    assert completed(text, name, whole, words) == Span(0, 12)
    assert trimmed(text, Span(8, 12 + len(gap) + len("grandit")), words) == name
    unnamed = Span(text.index("Il"), len(text))
    assert trimmed(text, unnamed, words) == unnamed
