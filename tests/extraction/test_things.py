"""Things and finds: what holds of any report, and what the word lists promise."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.extraction import read_documents
from recoupe.extraction.things.lexicon import load_evidence
from recoupe.language import get_pack
from recoupe.model import Document, ThingsRead
from recoupe.ontology import goods, kinds

CASES = Path(__file__).parents[1] / "cases" / "fr" / "things.yml"
TEXTS = [case["text"] for case in yaml.safe_load(CASES.read_text(encoding="utf-8"))]


def read(text: str) -> ThingsRead:
    (reading,) = read_documents([Document(id="d", file="d.txt", text=text, sha256="")])
    return reading.things


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=6), st.sampled_from([" ", "\n\n"]))
def test_every_span_is_of_the_text_and_every_find_of_a_thing(texts, between):
    text = between.join(texts)
    found = read(text)
    named = {thing.span for thing in found.named}
    assert len(named) == len(found.named)
    for find in found.finds:
        assert {span for span in (find.thing, find.within) if span} <= named
        assert find.thing != find.within
    for thing in found.named:
        inner = [m.span for m in thing.markings] + [c.span for c in thing.codes]
        for span in (thing.span, *inner):
            assert text[span.start : span.end].strip() == text[span.start : span.end] != ""
        for code in thing.codes:
            assert [c for c in code.span.of(text) if c.isdigit()] == list(code.value)
        for marking in thing.markings:
            if marking.kind in {"date", "made"}:
                assert marking.earliest <= marking.latest


@settings(max_examples=10, deadline=None)
@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS))
def test_what_one_paragraph_tells_changes_nothing_in_another(one, other):
    alone, both = read(one), read(f"{one}\n\n{other}")
    end = len(one)
    first = [find for find in both.finds if find.thing.end <= end]
    assert [find.model_dump(exclude={"times"}) for find in first] == [
        find.model_dump(exclude={"times"}) for find in alone.finds
    ]


def test_curly_and_straight_marks_read_alike():
    for opening, closing in ("«»", "“”", '""'):
        text = f"Un obus marqué {opening}KMZ 88{closing} a été retrouvé à Varna."
        (thing,) = read(text).named
        assert [(m.kind, m.value) for m in thing.markings] == [("words", "KMZ 88")], opening


def test_an_inscription_that_is_never_closed_is_none():
    assert read("Un obus marqué « KMZ 88 a été retrouvé à Varna.").named[0].markings == ()


@pytest.mark.parametrize("code", ["9901.10", "7701.10", "0001.10"])
def test_what_is_no_chapter_of_the_nomenclature_is_no_code(code):
    assert not any(thing.codes for thing in read(f"Les pièces relèvent du code SH {code}.").named)


def test_the_kinds_of_nouns_are_the_ontologys():
    words = load_evidence(get_pack("fr"))
    assert set(words.kinds.values()) <= set(kinds())
    assert words.remains | words.parts | words.plants <= words.kinds.keys()
    assert words.alive.isdisjoint(words.kinds)


def test_verbs_of_one_list_of_finding_stand_in_no_other():
    words = load_evidence(get_pack("fr"))
    assert not words.plain & words.official
    assert not words.plain & words.placed
    assert not words.official & words.placed
    assert not words.finding & words.examining


def test_a_code_is_written_as_customs_write_it_and_has_its_tier():
    assert goods.written("854231") == "8542.31"
    assert goods.written("8542319010") == "8542.31.90.10"
    assert goods.written("8542") == "8542"
    assert [
        goods.tier_of(code) for code in ("854231", "8542319010", "845710", "8542", "300490")
    ] == [
        "1",
        "1",
        "4.B",
        None,
        None,
    ]


def test_the_common_high_priority_list_has_its_fifty_codes():
    assert len(goods._tiers()) == 50
    assert {len(code) for code in goods._tiers()} == {6}
