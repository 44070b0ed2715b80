"""Places over a case: YAML cases, order, what is left open and why, relations on the map."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.compare.places import kilometres
from recoupe.model import Document
from recoupe.pipeline.places import PlacesFound, places_in, places_in_case

FERRY = [
    "Le maire de Tripoli, au Liban, a démissionné.",
    "Beyrouth et Saïda manquent de courant.",
    "L'hôpital de Tripoli n'a plus de carburant.",
    "La ville libyenne de Tripoli est calme, selon Benghazi.",
]


def read(case: dict[str, Any]) -> tuple[str, PlacesFound]:
    texts = case.get("texts") or [case["text"]]
    documents = [
        Document(id=str(n), file=f"{n}.txt", text=text, sha256="") for n, text in enumerate(texts)
    ]
    return texts[-1], places_in_case(documents)[str(len(texts) - 1)]


@pytest.mark.cases("places")
def test_case_is_read_as_its_author_says(case: dict[str, Any]):
    text, found = read(case)
    shown = []
    for mention in found.mentions:
        name = mention.place.name if mention.place else None
        if name is None and not mention.candidates:
            name = "unknown"
        kind = mention.place.kind if mention.place else None
        country = mention.place.country if mention.place else None
        shown.append([mention.span.of(text), name, kind, country])
    assert shown == case["places"]
    for expected, checked in zip(case.get("relations", []), found.relations, strict=True):
        told = checked.relation
        subject = told.subject.of(text) if told.subject else None
        assert [
            told.span.of(text), told.low, told.high, told.bearing, subject, checked.agrees
        ] == expected  # fmt: skip


def test_what_is_left_open_keeps_its_candidates_with_scores_and_reasons():
    (mention,) = places_in("Il a vécu à Valence.").mentions
    assert mention.place is None
    assert [reason.rule for reason in mention.reasons] == ["several-likely"]
    assert {c.place.country for c in mention.candidates[:2]} == {"ES", "FR"}
    scores = [c.score for c in mention.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(c.reasons for c in mention.candidates)


def test_a_resolved_place_keeps_its_runners_up():
    mention, _ = places_in("Tripoli, au Liban, manque d'eau.").mentions
    assert mention.place is not None
    assert mention.place.id == mention.candidates[0].place.id
    assert "lies-in" in [reason.rule for reason in mention.reasons]


def test_an_unknown_place_stays_text_and_is_told():
    (mention,) = places_in("Le village de Vrobetchnia a été évacué.").mentions
    assert mention.place is None
    assert mention.name == "Vrobetchnia"
    assert [reason.rule for reason in mention.reasons] == ["unknown-place"]


def test_a_small_namesake_far_from_the_case_is_not_taken():
    # There is one Terrell in the gazetteer, a small town of Texas; nothing here speaks of it.
    (mention,) = places_in("Le village de Terrell a été évacué.").mentions
    assert mention.place is None
    assert [reason.rule for reason in mention.reasons] == ["nothing-else-for-it"]
    near, *_ = places_in("Le village de Terrell, au Texas, a été évacué.").mentions
    assert near.place is not None


def test_the_order_of_the_reports_changes_nothing():
    documents = [
        Document(id=str(n), file=f"{n}.txt", text=text, sha256="") for n, text in enumerate(FERRY)
    ]
    assert places_in_case(documents) == places_in_case(documents[::-1])


def test_one_report_settles_a_name_for_another_of_the_case():
    documents = [
        Document(id=str(n), file=f"{n}.txt", text=text, sha256="")
        for n, text in enumerate(FERRY[:3])
    ]
    (mention,) = places_in_case(documents)["2"].mentions
    assert mention.place is not None
    assert mention.place.country == "LB"
    assert "told-elsewhere-in-case" in [reason.rule for reason in mention.reasons]


def test_a_distance_that_the_map_belies_is_told_with_both_figures():
    (checked,) = places_in("Kazan, à 300 kilomètres à l'ouest de Moscou, dort.").relations
    assert checked.agrees is False
    assert {reason.rule for reason in checked.reasons} == {
        "distance-disagrees",
        "bearing-disagrees",
    }
    assert "300 km / 719 km" in [reason.words for reason in checked.reasons]


def test_a_distance_by_road_is_no_contradiction():
    (checked,) = places_in("Saint-Louis, à 270 km de Dakar, dort. Le Sénégal attend.").relations
    assert checked.agrees is True


def test_distance_and_bearing_without_a_name_give_a_point():
    (checked,) = places_in("Un dépôt à 900 kilomètres à l'est de Moscou a brûlé.").relations
    assert checked.relation.subject is None
    assert checked.latitude is not None
    assert checked.longitude is not None
    assert kilometres((checked.latitude, checked.longitude), (55.75, 37.62)) == pytest.approx(
        900, rel=0.01
    )
    assert checked.agrees is None


def test_a_direction_alone_gives_no_point():
    (checked,) = places_in("Des tirs ont eu lieu au nord de Bamako.").relations
    assert checked.latitude is None
    assert checked.agrees is None


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="Aàé '’(),.-\n0kmTripoliLbàdevl", max_size=60))
def test_any_text_is_read_without_error_and_spans_hold(text: str):
    for mention in places_in(text).mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
