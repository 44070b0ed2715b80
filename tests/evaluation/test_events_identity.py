"""Which mentions tell one event: what the scorer counts."""

import pytest

from recoupe.evaluation.events_gold import GoldEvent, GoldEvents
from recoupe.evaluation.events_identity import Identity
from recoupe.evaluation.gold import GoldReport
from recoupe.model import Document, Event, Span


def gold(place: int, event: str | None, *, optional: bool = False) -> GoldEvent:
    return GoldEvent(("attack",), (Span(place, place + 1),), ("done",), {}, optional, event)


def read(place: int, event: str) -> Event:
    return Event(type="attack", status="done", trigger=Span(place, place + 1), id=event)


def report(*events: GoldEvent, identity: bool = True) -> GoldEvents:
    document = Document(id="d", file="d.txt", text="x" * 9, sha256="", language="fr")
    return GoldEvents(GoldReport(document, "development", ()), events, identity)


def figures(answer: GoldEvents, pairs: list[tuple[GoldEvent, Event]]) -> dict[str, float]:
    counted = Identity()
    counted.add(answer, pairs)
    return counted.figures()


def test_pairs_joined_as_annotated_are_right():
    a, b, c = gold(0, "x"), gold(2, "x"), gold(4, None)
    got = figures(report(a, b, c), [(a, read(0, "1")), (b, read(2, "1")), (c, read(4, "2"))])
    assert got["same_event_precision"] == got["same_event_recall"] == 1.0


def test_a_pair_joined_wrongly_lowers_precision_alone():
    a, b, c = gold(0, "x"), gold(2, "x"), gold(4, None)
    got = figures(report(a, b, c), [(a, read(0, "1")), (b, read(2, "1")), (c, read(4, "1"))])
    assert got["same_event_precision"] == pytest.approx(1 / 3)
    assert got["same_event_recall"] == 1.0


def test_a_pair_left_apart_is_missed():
    a, b = gold(0, "x"), gold(2, "x")
    got = figures(report(a, b), [(a, read(0, "1")), (b, read(2, "2"))])
    assert got["same_event_recall"] == 0.0


def test_a_mention_that_was_not_found_counts_in_told_again_alone():
    a, b, c = gold(0, "x"), gold(2, "x"), gold(4, "x")
    got = figures(report(a, b, c), [(a, read(0, "1")), (b, read(2, "1"))])
    assert got["same_event_recall"] == 1.0
    assert got["told_again_recall"] == pytest.approx(1 / 3)


def test_optional_mentions_are_not_asked_for():
    a, b, c = gold(0, "x"), gold(2, "x", optional=True), gold(4, "x")
    got = figures(report(a, b, c), [(a, read(0, "1")), (b, read(2, "2")), (c, read(4, "1"))])
    assert got["n_same_event_recall"] == 1


def test_a_report_that_is_not_annotated_for_it_counts_nowhere():
    a, b = gold(0, None), gold(2, None)
    got = figures(report(a, b, identity=False), [(a, read(0, "1")), (b, read(2, "1"))])
    assert got == {}
