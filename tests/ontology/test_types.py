"""The ontology's files fit together, and every pack's words fit them."""

from typing import get_args

import pytest
import yaml

from recoupe.errors import DataError
from recoupe.extraction.events.joining import load_joining
from recoupe.extraction.events.kinds import load_things
from recoupe.extraction.events.lexicon import load_triggers
from recoupe.extraction.events.status.words import load_status
from recoupe.language import codes, get_pack
from recoupe.model.statement import EventStatus
from recoupe.ontology import contradict, event_types, kinds, kinds_above, loading, statuses

# Slots that words give a meaning to which is not a preposition's.
# What no preposition fills.
OWN_SLOTS = {"subject", "object", "adjective", "infinitive", "clause", "of_object"}


def test_the_types_are_those_that_annotators_use():
    assert len(event_types()) >= 21
    assert {"transfer", "attack", "casualty", "arrest", "talks", "visit"} <= set(event_types())


@pytest.mark.parametrize("name", event_types())
def test_a_type_tells_what_it_is_and_who_plays_what(name):
    event_type = event_types()[name]
    assert len(event_type.definition) > 20
    assert event_type.labels.fr
    assert event_type.labels.en
    for role in event_type.roles.values():
        assert set(role.fillers) <= set(kinds())


@pytest.mark.parametrize("name", event_types())
def test_exclusion_and_adding_up_hold_both_ways_where_they_name_each_other(name):
    event_type = event_types()[name]
    assert name not in (*event_type.excludes, *event_type.yields_to, *event_type.never_added_to)
    for other in event_type.excludes:
        assert name in event_types()[other].excludes or name not in event_types()[other].yields_to


def test_delivered_used_and_destroyed_are_never_added_up():
    transfer = event_types()["transfer"]
    assert {"use", "destruction", "interception", "production"} <= set(transfer.never_added_to)


def test_a_vessel_is_a_vehicle_and_a_thing():
    assert kinds_above("vessel") == {"vessel", "vehicle", "thing"}


def test_what_is_done_cannot_be_denied_at_once():
    assert contradict("done", "denied")
    assert contradict("refused", "agreed")
    assert not contradict("considered", "done")
    assert set(statuses()) == set(get_args(EventStatus))


def test_a_type_that_names_another_that_there_is_not_is_refused(tmp_path, monkeypatch):
    (tmp_path / "types").mkdir()
    told = {
        "definition": "Something happens.",
        "labels": {"fr": "chose", "en": "thing"},
        "aspect": "punctual",
        "roles": {"actor": {"labels": {"fr": "acteur", "en": "actor"}, "fillers": ["person"]}},
        "excludes": ["nothing"],
    }
    (tmp_path / "types" / "one.yml").write_text(yaml.safe_dump(told), encoding="utf-8")
    (tmp_path / "kinds.yml").write_text("person: {schema: Person}", encoding="utf-8")
    monkeypatch.setattr(loading, "_HERE", tmp_path)
    with pytest.raises(DataError, match="nothing"):
        loading.event_types.__wrapped__()


@pytest.mark.parametrize("code", codes())
def test_a_packs_words_for_events_load_and_cover_every_type(code):
    coverage = load_triggers(get_pack(code)).coverage()
    assert all(count > 0 for count in coverage.values()), coverage


@pytest.mark.parametrize("code", codes())
def test_every_slot_of_a_packs_frames_is_one_that_its_grammar_knows(code):
    pack = get_pack(code)
    lexicon, joining = load_triggers(pack), load_joining(pack)
    known = OWN_SLOTS.union(*joining.groups.values())
    for table in (lexicon.verbs, lexicon.nouns):
        for triggers in table.values():
            for trigger in triggers:
                slots = {slot for slot, _ in trigger.frame}
                assert slots <= known, (trigger.type, trigger.word, slots - known)
                asked = set(trigger.only) | set(trigger.never)
                assert asked <= slots | {"object", "of"}, (trigger.type, trigger.word, asked)


@pytest.mark.parametrize("code", codes())
def test_a_packs_kinds_and_statuses_are_the_ontologys(code):
    pack = get_pack(code)
    load_things(pack)
    told = pack.words("event_status")
    for table in ("verbs", "over_nouns", "nouns", "adjectives", "prepositions"):
        assert set(told[table]) <= set(get_args(EventStatus)), table
    assert load_status(pack).verbs
