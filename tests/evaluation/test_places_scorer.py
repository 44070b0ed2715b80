"""The scorer of places, on reports small enough to count by hand, and the set itself."""

from pathlib import Path

import pytest

from recoupe.errors import DataError
from recoupe.evaluation.frame import evaluation_folder, get_benchmark
from recoupe.evaluation.places import score
from recoupe.evaluation.places_gold import Affair, load
from recoupe.model import Span
from recoupe.model.place import PlaceCandidate, ResolvedPlace, Spot

ONE = """
about: A fire
read: together
places:
  lyon: {name: Lyon, kind: city, at: [45.76, 4.84], country: FR}
  italie: {name: Italie, kind: country, at: [42.8, 12.6], country: IT, within: 650}
  rome: {name: Rome, kind: capital, at: [41.89, 12.48], country: IT}
  rhone: {name: Rhône, kind: river, at: [45, 4.9], within: 300}
reports:
- register: agency
  text: À Lyon, le Rhône a débordé. Rome a offert son aide, puis Lyon a remercié Paul Lyon.
  mentions:
  - {words: Lyon, occurrence: 1, place: lyon}
  - {words: Rhône, place: rhone}
  - {words: Rome, place: rome, metonym: true}
  - {words: Lyon, occurrence: 2, place: lyon}
  - {words: Lyon, occurrence: 3, trap: true}
"""
ODD = """
about: A theft
read: alone
places:
  tripoli-lb: {name: Tripoli, kind: city, at: [34.44, 35.85], country: LB}
  tripoli-ly: {name: Tripoli, kind: capital, at: [32.89, 13.19], country: LY}
  italie: {name: Italie, kind: country, at: [42.8, 12.6], country: IT, within: 650}
reports:
- register: agency
  text: Un vol a eu lieu à Tripoli et à Valmourin. Le Kremlin se tait sur l'Italie.
  mentions:
  - {words: Tripoli, open: [tripoli-lb, tripoli-ly]}
  - {words: Valmourin, unknown: true}
  - {words: Kremlin, optional: true}
  - {words: Italie, place: italie}
- register: daily
  text: Il pleut.
  mentions: []
"""
LYON = Spot(id="1", name="Lyon", kind="city", latitude=45.75, longitude=4.85, country="FR")
LYONS = Spot(id="2", name="Lyons", kind="city", latitude=45.75, longitude=4.85, country="US")
RHONE = Spot(id="3", name="Rhône", kind="river", latitude=44, longitude=4.8, country=None)
ROME = Spot(id="4", name="Rome", kind="city", latitude=41.9, longitude=12.5, country="IT")
MILAN = Spot(id="5", name="Milan", kind="city", latitude=45.46, longitude=9.19, country="IT")
ITALY = Spot(id="6", name="Italie", kind="country", latitude=43, longitude=12, country="IT")
LEBANESE = Spot(id="7", name="Tripoli", kind="city", latitude=34.43, longitude=35.84, country="LB")
LIBYAN = Spot(id="8", name="Tripoli", kind="city", latitude=32.9, longitude=13.2, country="LY")


def affairs(tmp_path: Path, content: str, part: str = "") -> list[Affair]:
    folder = tmp_path / part
    folder.mkdir(exist_ok=True)
    (folder / "one.yml").write_text(content, encoding="utf-8")
    return list(load(tmp_path))


def answers(*given):
    """A system that finds words, by their place among their like, and gives each its spot."""

    def read(case):
        return {
            document.id: tuple(
                _found(document, *each) for each in given if each[0] in document.text
            )
            for document in case
        }

    return read


def _found(document, words, place, occurrence=1, weighed=()):
    start = -1
    for _ in range(occurrence):
        start = document.text.index(words, start + 1)
    return ResolvedPlace(
        document=document.id,
        span=Span(start, start + len(words)),
        name=words,
        place=place,
        score=0.5,
        reasons=(),
        candidates=tuple(PlaceCandidate(place=spot, score=0.5, reasons=()) for spot in weighed),
    )


def test_a_mention_is_right_when_it_lies_near_and_in_the_right_country(tmp_path):
    read = answers(("Lyon", LYON), ("Rhône", RHONE), ("Rome", ROME), ("Lyon", LYONS, 2))
    figures = score(affairs(tmp_path, ONE), read)
    assert figures["precision"] == figures["recall"] == 3 / 4
    assert figures["found_f1"] == 1
    assert figures["recall_city"] == 1 / 2
    assert figures["recall_water"] == figures["recall_capital"] == 1
    assert figures["traps_avoided"] == 1


def test_a_capital_that_stands_for_a_government_may_be_its_state_but_no_other_town(tmp_path):
    (affair,) = affairs(tmp_path, ONE)
    assert score([affair], answers(("Rome", ITALY)))["recall_metonym"] == 1
    assert score([affair], answers(("Rome", MILAN)))["recall_metonym"] == 0


def test_a_town_is_no_answer_for_its_country(tmp_path):
    (affair,) = affairs(tmp_path, ODD)
    assert score([affair], answers(("Italie", ITALY)))["recall_country"] == 1
    assert score([affair], answers(("Italie", ROME)))["recall_country"] == 0


def test_what_is_found_and_not_resolved_costs_recall_and_no_precision(tmp_path):
    figures = score(affairs(tmp_path, ONE), answers(("Lyon", LYON), ("Rome", None)))
    assert (figures["precision"], figures["recall"]) == (1, 1 / 4)
    assert figures["found_recall"] == 2 / 4


def test_a_person_taken_for_a_town_is_told_and_costs_precision(tmp_path):
    figures = score(affairs(tmp_path, ONE), answers(("Lyon", LYON), ("Lyon", LYON, 3)))
    assert (figures["traps_avoided"], figures["precision"]) == (0, 1 / 2)
    assert figures["found_precision"] == 1 / 2


def test_each_mention_is_answered_by_the_words_closest_to_it_and_only_once(tmp_path):
    wide = ("Rhône a débordé. Rome", ITALY)
    figures = score(affairs(tmp_path, ONE), answers(wide, ("Rome", ROME), ("Rhône", RHONE)))
    assert (figures["recall"], figures["precision"]) == (2 / 4, 2 / 3)


def test_a_guess_at_an_invented_place_is_counted_against_a_system(tmp_path):
    (affair,) = affairs(tmp_path, ODD)
    assert score([affair], answers(("Valmourin", None)))["unknown_left"] == 1
    guessed = score([affair], answers(("Valmourin", LYON)))
    assert (guessed["unknown_left"], guessed["n_precision"]) == (0, 1)


@pytest.mark.parametrize(
    ("place", "weighed", "left", "kept"),
    [
        (None, (), 1, 1),
        (LIBYAN, (LIBYAN, LEBANESE), 0, 1),
        (LIBYAN, (LIBYAN, ROME), 0, 0),
    ],
)
def test_what_cannot_be_decided_is_to_be_left_open_or_weighed(tmp_path, place, weighed, left, kept):
    figures = score(affairs(tmp_path, ODD), answers(("Tripoli", place, 1, weighed)))
    assert (figures["open_left"], figures["open_kept"]) == (left, kept)
    assert figures["n_precision"] == 0


def test_an_optional_mention_counts_for_nobody(tmp_path):
    (affair,) = affairs(tmp_path, ODD)
    found = score([affair], answers(("Kremlin", LYON)))
    assert found == score([affair], answers())


def test_reports_without_a_common_case_are_read_one_by_one(tmp_path):
    seen = []

    def read(case):
        seen.append([document.id for document in case])
        return {document.id: () for document in case}

    score(affairs(tmp_path, ODD), read)
    assert seen == [["one-1"], ["one-2"]]


def test_the_part_kept_apart_has_figures_of_its_own(tmp_path):
    affairs(tmp_path, ODD)
    both = affairs(tmp_path, ONE, "held_out")
    figures = score(both, answers(("Italie", ITALY)))
    assert (figures["recall"], figures["held_out_recall"]) == (1, 0)
    assert (figures["n_recall"], figures["n_held_out_recall"]) == (1, 4)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("words: Rome", "words: Milan", "'Milan' does not stand in the text"),
        (", occurrence: 1", "", "'Lyon' stands 3 times"),
        ("place: rhone", "place: saone", "'saone'"),
        ("trap: true", "metonym: true", "must say one of"),
        ("trap: true", "trap: true, unknown: true", "must say one of"),
        ("kind: river", "kind: stream", "no kind stream"),
        ("read: together", "read: twice", "together or alone"),
        ("occurrence: 1", "occurrence: 3", "out of order"),
    ],
)
def test_an_annotation_that_cannot_be_right_is_refused(tmp_path, old, new, complaint):
    with pytest.raises(DataError, match=rf"one\.yml.*{complaint}"):
        affairs(tmp_path, ONE.replace(old, new, 1))


def test_a_folder_without_annotations_is_refused(tmp_path):
    with pytest.raises(DataError, match="no annotated places"):
        list(load(tmp_path))


def test_the_set_is_as_large_as_it_should_be_and_a_third_of_it_is_kept_apart():
    sorts = {"development": [], "held_out": []}
    for affair in load(evaluation_folder() / get_benchmark("places").path):
        for report in affair.reports:
            sorts[affair.part] += [mention.sort for mention in report.mentions]
    counts = {part: every.count("place") for part, every in sorts.items()}
    assert counts["development"] + counts["held_out"] >= 330
    assert counts["held_out"] * 3 >= counts["development"]
    for every in sorts.values():
        assert {"place", "unknown", "open", "trap"} <= set(every)
