"""POPCORN's form, the mapping to its types and the scorer, on reports invented here."""

import json

import pytest

from recoupe.errors import DataError
from recoupe.evaluation.frame import get_benchmark, shared_folder
from recoupe.evaluation.popcorn import records, score
from recoupe.evaluation.popcorn.attributes import parts_of_names
from recoupe.evaluation.popcorn.chains import chained
from recoupe.evaluation.popcorn.mapped import Learnt, learn_mapping, read_all
from recoupe.evaluation.popcorn.mapping import FAMILIES, covered, families, kinds
from recoupe.evaluation.popcorn.plain import plain_report
from recoupe.evaluation.popcorn.records import APART, Entity, Report, as_record, folds, load
from recoupe.evaluation.popcorn.relations import possible
from recoupe.evaluation.popcorn.scoring import (
    Tally,
    count_mentions,
    count_relations,
    counterparts,
)
from recoupe.evaluation.popcorn.units import units_of
from recoupe.evaluation.popcorn.weights import Case, learn
from recoupe.model import Span

_FRAME = (
    "Le {day}, un incendie a ravagé une {thing} à {place}. {first} {last}, boulangère, "
    "a appelé les pompiers. Elle a été conduite à l'hôpital."
)
_FILLED = [
    ("3 mars 2011", "grange", "Rouen", "Maria", "Lopes"),
    ("9 mai 2014", "maison", "Dakar", "Awa", "Diop"),
    ("21 juin 2018", "voiture", "Lima", "Rosa", "Quispe"),
    ("2 avril 2019", "grange", "Oslo", "Ingrid", "Berg"),
    ("17 août 2020", "voiture", "Tunis", "Leïla", "Haddad"),
    ("30 mars 2021", "maison", "Prague", "Jana", "Novak"),
]


def invented(day, thing, place, first, last):
    """A report in POPCORN's form."""
    text = _FRAME.format(day=day, thing=thing, place=place, first=first, last=last)

    def entity(number, kind, *words):
        found = [text.index(w) for w in words]
        mentions = [
            {"value": w, "start": s, "end": s + len(w)} for w, s in zip(words, found, strict=True)
        ]
        return {"id": number, "mentions": mentions, "type": kind}

    entities = [
        entity(10, "FIRE", "incendie"),
        entity(11, "MATERIEL", thing),
        entity(12, "PLACE", place),
        entity(13, "CIVILIAN", f"{first} {last}", "Elle"),
        entity(14, "NON_MILITARY_GOVERNMENT_ORGANISATION", "pompiers"),
        entity(15, "PLACE", "hôpital"),
        entity(16, "TIME_EXACT", day),
        entity(17, "FIRSTNAME_0", first),
        entity(18, "LASTNAME_0", last),
        entity(19, "CATEGORY_0", "boulangère"),
    ]
    relations = [
        [10, "IS_LOCATED_IN", 12],
        [10, "START_DATE", 16],
        [13, "GENDER_FEMALE", 13],
        [13, "HAS_CATEGORY", 19],
        [13, "IS_LOCATED_IN", 15],
    ]
    return {"text": text, "entities": entities, "relations": relations}


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    path = tmp_path_factory.mktemp("popcorn") / "any.json"
    held = {str(k): invented(*filled) for k, filled in enumerate(_FILLED)}
    path.write_text(json.dumps(held), encoding="utf-8")
    return load(path)


@pytest.fixture(scope="module")
def learnt(reports):
    return learn_mapping(reports[:-1])


def test_types_lose_their_numbers_and_relations_point_to_places(reports):
    one = reports[0]
    assert one.entities[7].type == "FIRSTNAME"
    assert (0, "IS_LOCATED_IN", 2) in one.relations


def test_what_is_written_is_read_back_the_same(reports, tmp_path):
    path = tmp_path / "again.json"
    path.write_text(json.dumps([{"a": as_record(reports[0])}]), encoding="utf-8")
    assert load(path) == [reports[0]]


def test_another_form_is_a_data_error(tmp_path):
    path = tmp_path / "odd.json"
    path.write_text('{"a": {"words": "?"}}', encoding="utf-8")
    with pytest.raises(DataError):
        load(path)


def test_one_report_in_twelve_is_kept_apart(tmp_path):
    many = {
        str(k): {"text": f"Rapport {k}.", "entities": [], "relations": []}
        for k in range(2 * APART + 1)
    }
    (tmp_path / "train.json").write_text(json.dumps(many), encoding="utf-8")
    (tmp_path / "synthetic.json").write_text(json.dumps([many]), encoding="utf-8")
    learnt, apart, made = folds(tmp_path)
    assert [r.text for r in apart] == ["Rapport 0.", "Rapport 12.", "Rapport 24."]
    assert len(learnt) == 2 * APART - 2
    # The order goes on: the first of the synthetic ones apart is the twelfth of all behind 24.
    assert "Rapport 11." not in [r.text for r in made]


def test_a_report_unlike_none_seen_is_read_in_popcorns_terms(learnt, reports):
    figures = score(reports[-1:], learnt)
    assert figures["entities"] > 0.8
    assert figures["attributes"] > 0.7
    assert figures["events"] == 1
    assert figures["relations_given"] > 0.7


def test_names_are_parted_and_dates_have_their_normal_form(learnt, reports):
    ((_, held),) = read_all(reports[-1:])
    found = {(e.type, e.mentions[0].of(held.text)): e.value for e in learnt.report(held).entities}
    assert ("FIRSTNAME", "Jana") in found
    assert ("LASTNAME", "Novak") in found
    assert found["TIME_EXACT", "30 mars 2021"] == "30/03/2021"


def test_a_person_taken_up_by_a_pronoun_is_one_entity(learnt, reports):
    ((_, held),) = read_all(reports[-1:])
    person = next(e for e in learnt.report(held).entities if e.type == "CIVILIAN")
    assert [m.of(held.text) for m in person.mentions] == ["Jana Novak", "Elle"]


def test_what_is_learnt_reads_the_same_once_saved(learnt, reports, tmp_path):
    learnt.save(tmp_path)
    again = Learnt.load(tmp_path)
    ((_, held),) = read_all(reports[-1:])
    kept = {(e.type, e.mentions) for e in again.report(held).entities}
    told = {(e.type, e.mentions) for e in learnt.report(held).entities}
    # Small weights are left out: a rare tie may fall the other way.
    assert len(kept & told) >= len(told) - 1


def test_names_of_several_first_names_are_parted_before_the_last_word():
    text = "Anna Maria Lopes a salué Pierre Vidal."
    ((_, held),) = read_all([Report(text, (), frozenset())])
    spans = tuple(m.span for m in held.mentions)
    found = {(e.type, e.value) for e in parts_of_names(held, [Entity("CIVILIAN", spans)])}
    assert found == {
        ("FIRSTNAME", "Anna Maria"), ("LASTNAME", "Lopes"),
        ("FIRSTNAME", "Pierre"), ("LASTNAME", "Vidal"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "chains"),
    [
        ("Un camion a brûlé. Le camion était vide.", "MATERIEL", 1),
        ("Un camion a brûlé. Un camion a pu fuir.", "MATERIEL", 2),
        ("Lima est en fête. La ville dort.", "PLACE", 1),
        ("Le Pérou est en fête. La ville dort.", "PLACE", 2),
        ("Le Pérou est en fête. Le pays dort.", "PLACE", 1),
    ],
)
def test_a_noun_takes_up_what_it_can_stand_for(text, kind, chains):
    ((_, held),) = read_all([Report(text, (), frozenset())])
    nouns = {"camion", "ville", "pays"}
    named = [
        (unit, kind)
        for unit in units_of(held)
        if unit.name is not None or unit.head.token.lower_ in nouns
    ]
    assert len(named) == 2
    assert len(chained(named, held)) == chains


def test_without_tables_names_times_and_events_are_still_mapped(reports):
    ((_, held),) = read_all(reports[-1:])
    found = {(e.type, m.of(held.text)) for e in plain_report(held).entities for m in e.mentions}
    assert {("CIVILIAN", "Jana Novak"), ("PLACE", "Prague"), ("FIRSTNAME", "Jana")} <= found
    assert any(kind == "TIME_EXACT" and "30 mars 2021" in words for kind, words in found)


def _report(*entities, relations=()):
    held = tuple(
        Entity(kind, tuple(Span(at, at + 1) for at in places)) for kind, *places in entities
    )
    return Report("x" * 50, held, frozenset(relations))


def test_f1_is_averaged_over_annotated_types_only():
    gold = _report(("PLACE", 1), ("PLACE", 3), ("MATERIEL", 5))
    found = _report(("PLACE", 1), ("CIVILIAN", 7), ("MATERIEL", 6))
    tally = Tally()
    count_mentions(tally, gold, found)
    # PLACE: one of two, none spurious; MATERIEL: none; CIVILIAN is not annotated.
    assert tally.f1("PLACE") == pytest.approx(2 / 3)
    assert tally.macro(families()["entity"]) == pytest.approx(1 / 3)
    assert tally.micro(families()["entity"]) == pytest.approx(2 / 6)


def test_a_found_entity_stands_for_the_one_it_shares_most_mentions_with():
    gold = _report(("PLACE", 1, 3), ("PLACE", 5, 7, 9)).entities
    found = _report(("PLACE", 3, 5, 7), ("PLACE", 1), ("MATERIEL", 9)).entities
    assert counterparts(gold, found) == {0: 1, 1: 0}


def test_a_relation_counts_by_its_type_and_both_ends():
    gold = _report(
        ("FIRE", 1), ("PLACE", 3), relations=[(0, "IS_LOCATED_IN", 1), (0, "STARTED_IN", 1)]
    )
    found = _report(
        ("PLACE", 3),
        ("FIRE", 1),
        ("PLACE", 9),
        relations=[(1, "IS_LOCATED_IN", 0), (1, "IS_LOCATED_IN", 2)],
    )
    tally = Tally()
    count_relations(tally, gold, found)
    assert tally.f1("IS_LOCATED_IN") == pytest.approx(2 / 3)
    assert tally.f1("STARTED_IN") == 0


def test_relations_hold_between_the_types_that_the_ontology_says():
    assert "START_DATE" in possible("FIRE", "TIME_EXACT")
    assert possible("TIME_EXACT", "FIRE") == frozenset()
    assert possible("CIVILIAN", "CATEGORY") == {"HAS_CATEGORY"}


def test_weights_tell_what_they_were_taught():
    cases = [Case(("hot", "*"), frozenset("a")), Case(("cold", "*"), frozenset("b"))] * 20
    weights = learn(cases, ("a", "b"), many=False, epochs=5)
    assert weights.scores(["hot"])[0] > weights.scores(["hot"])[1]
    assert weights.scores(["cold"])[0] < weights.scores(["cold"])[1]
    assert not weights.scores(["unknown"]).any()


def test_weights_lean_towards_rare_types():
    cases = [Case(("*",), frozenset("a"))] * 3
    weights = learn(cases, ("a", "b"), many=False, epochs=1)
    leaning = weights.leaning({"a": 0.9, "b": 0.1}, 1.0, ("*",))
    before, after = weights.scores(["*"]), leaning.scores(["*"])
    assert after[1] - before[1] > after[0] - before[0]


def test_every_family_has_types_and_says_which_of_ours_answer_them():
    assert [len(families()[family]) > 9 for family in FAMILIES] == [True] * 4
    assert covered("entity") == 1
    assert 0 < covered("event") < 1


@pytest.mark.shared
def test_every_type_in_the_data_is_in_the_mapping():
    folder = shared_folder() / "data" / "popcorn"
    if not folder.exists():
        pytest.skip("needs the shared data")
    held = [r for name in ("train", "synthetic") for r in load(folder / f"{name}.json")]
    assert {e.type for r in held for e in r.entities} <= set(kinds())
    assert {name for r in held for _, name, _ in r.relations} <= set(kinds())


def test_the_benchmark_is_offered():
    assert get_benchmark("popcorn").path == "data/popcorn"
    assert records.APART == APART
