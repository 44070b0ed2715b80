import hashlib
import sqlite3

import pytest
from sqlalchemy.exc import IntegrityError

from recoupe.errors import LedgerError
from recoupe.ledger import Ledger
from recoupe.model import Links


def _edit(path, sql, *values):
    with sqlite3.connect(path) as connection:
        connection.execute(sql, values)
    connection.close()


def test_a_case_comes_back_as_it_was_written(filled, whole_case):
    assert filled.case("bus") == whole_case


def test_a_case_comes_back_after_the_ledger_was_closed(filled, whole_case, tmp_path):
    filled.close()
    with Ledger.open(tmp_path / "ledger.sqlite", create=False) as again:
        assert again.case("bus") == whole_case


def test_undated_reports_come_last(filled, wire, echo):
    assert [document.id for document in filled.case().documents] == [wire.id, echo.id]


def test_a_day_that_reading_doubts_does_not_sort_the_report(filled, wire, wire_reading, echo):
    doubted = wire_reading.dating.model_copy(update={"value": None, "basis": "unknown"})
    filled.store(wire, wire_reading.model_copy(update={"dating": doubted}))
    assert [document.file for document in filled.case().documents] == [echo.file, wire.file]


def test_a_changed_file_replaces_its_older_self(filled, wire, wire_reading, echo):
    text = wire.text.upper()
    digest = hashlib.sha256(text.encode()).hexdigest()
    newer = wire.model_copy(update={"id": "new", "text": text, "sha256": digest})
    filled.store(newer, wire_reading.model_copy(update={"document": "new", "statements": ()}))
    assert {known.id for known in filled.known()} == {"new", echo.id}


def test_two_reports_from_standard_input_do_not_replace_each_other(
    ledger, wire, wire_reading, echo, echo_reading
):
    for document, reading in ((wire, wire_reading), (echo, echo_reading)):
        ledger.store(document.model_copy(update={"location": ""}), reading)
    assert len(ledger.known()) == 2


def test_storing_a_document_takes_the_links_away(filled, wire, wire_reading):
    assert filled.whole
    filled.store(wire, wire_reading)
    assert not filled.whole
    assert filled.case().links == Links()


def test_a_failed_write_leaves_the_older_document_and_its_links(
    filled, wire, wire_reading, whole_case
):
    twice = wire_reading.model_copy(update={"statements": wire_reading.statements * 2})
    with pytest.raises(IntegrityError):
        filled.store(wire, twice)
    assert filled.whole
    assert filled.case("bus") == whole_case


def test_links_to_what_is_not_in_the_ledger_are_refused(filled, links):
    lost = links.claims[0].model_copy(update={"id": "c9", "statements": ("nowhere",)})
    build = filled.start_build("0.1")
    with pytest.raises(IntegrityError):
        filled.finish_build(build, Links(claims=(lost,)), {})
    assert filled.case().links == links


def test_links_replace_all_older_ones(filled, links):
    fewer = Links(claims=links.claims[1:2]).model_copy(
        update={"claims": (links.claims[1].model_copy(update={"relations": ()}),)}
    )
    filled.finish_build(filled.start_build("0.1"), fewer, {})
    assert filled.case().links == fewer


def test_links_of_another_version_need_not_be_loaded(filled, links):
    filled.finish_build(filled.start_build("0.1"), links, {})
    assert filled.case(linked_by="0.1").links == links
    assert filled.case(linked_by="0.2").links == Links()


def test_known_tells_what_a_build_needs_to_know(filled, wire):
    known = {one.id: one for one in filled.known()}[wire.id]
    assert known == (wire.id, wire.file, wire.location, wire.fingerprint, "fr", False, "1")


def test_a_moved_report_keeps_its_reading(filled, wire, whole_case):
    filled.relocate(wire.id, "/elsewhere/dépêche.txt")
    assert filled.document(wire.id).location == "/elsewhere/dépêche.txt"
    assert filled.case().readings == whole_case.readings


def test_a_document_that_is_not_there_is_a_key_error(filled):
    with pytest.raises(KeyError):
        filled.document("none")


@pytest.mark.parametrize("by", ["case", "document"])
def test_a_text_changed_behind_the_ledgers_back_is_noticed(filled, wire, tmp_path, by):
    _edit(tmp_path / "ledger.sqlite", "UPDATE document SET text = text || '.' WHERE 1")
    with pytest.raises(LedgerError, match="was changed after it was stored"):
        filled.case() if by == "case" else filled.document(wire.id)


def test_problems_are_replaced_as_a_whole(filled):
    assert len(filled.skipped()) == 1
    filled.set_skipped(())
    assert filled.skipped() == ()


def test_the_columns_for_queries_say_what_the_records_say(filled, tmp_path, wire):
    with sqlite3.connect(tmp_path / "ledger.sqlite") as connection:
        rows = connection.execute(
            """
            SELECT s.factuality, s.denies, src.name, t.earliest, q.low, q.high, e.type, r.name,
                   substr(d.text, s.span_start + 1, s.span_end - s.span_start)
            FROM statement s
            JOIN document d ON d.id = s.document_id
            JOIN statement_source src ON src.statement_id = s.id AND src.place = 0
            JOIN statement_time t ON t.statement_id = s.id
            JOIN statement_quantity q ON q.statement_id = s.id
            JOIN statement_event e ON e.statement_id = s.id
            JOIN event_role r ON r.statement_id = s.id AND r.role = 'item'
            """
        ).fetchall()
    connection.close()
    said = "12 bus seraient livrés à Lyon"
    expected = ("PR+", 0, "la ministre", "2023-05-02", 12.0, None, "transfer", "bus", said)
    assert rows == [expected]


def test_places_left_open_keep_what_they_may_be_in_the_columns_for_queries(filled, tmp_path, echo):
    with sqlite3.connect(tmp_path / "ledger.sqlite") as connection:
        left_open = connection.execute(
            "SELECT m.name, s.country, c.score FROM place_mention m"
            " JOIN place_candidate c ON c.document_id = m.document_id AND c.mention_place = m.place"
            " JOIN spot s ON s.id = c.spot_id WHERE m.spot_id IS NULL ORDER BY c.place"
        ).fetchall()
        told = connection.execute(
            "SELECT document_id, anchor_id, low, bearing, agrees FROM place_relation"
        ).fetchall()
    connection.close()
    assert left_open == [("Lyon", "FR", 0.5), ("Lyon", "CA", 0.5)]
    assert told == [(echo.id, "geonames:1", 12.0, 90.0, 0)]


def test_who_received_how_many_of_what_can_be_asked_in_sql(filled, tmp_path, wire):
    with sqlite3.connect(tmp_path / "ledger.sqlite") as connection:
        received = connection.execute(
            "SELECT p.name, t.item, t.phase, f.low, f.high, l.status, l.statement_id"
            " FROM transfer t JOIN transfer_party p ON p.transfer_id = t.id AND p.role ="
            " 'recipient' JOIN transfer_telling l ON l.transfer_id = t.id"
            " JOIN transfer_figure f ON f.transfer_id = t.id AND f.telling_place = l.place"
            " ORDER BY p.place"
        ).fetchall()
        stops = connection.execute(
            "SELECT kind, name, spot_id FROM leg_stop ORDER BY place"
        ).fetchall()
    connection.close()
    told = ("bus", "carried-out", 12.0, None, "begun", f"{wire.id}:1")
    assert received == [("Lyon", *told), ("la ville", *told)]
    assert stops == [("origin", "Orée", None), ("via", "Lyon", "geonames:1")]


def test_what_bears_a_later_date_than_it_was_delivered_can_be_asked_in_sql(filled, tmp_path, wire):
    with sqlite3.connect(tmp_path / "ledger.sqlite") as connection:
        found = connection.execute(
            "SELECT e.item, g.name, e.earliest, m.kind, m.value, t.statement_id, c.bearing,"
            " c.transfer_id FROM evidence e JOIN thing g ON g.id = e.thing_id"
            " JOIN evidence_telling t ON t.evidence_id = e.id"
            " JOIN evidence_marking m ON m.evidence_id = e.id AND m.telling_place = t.place"
            " JOIN evidence_compared c ON c.evidence_id = e.id"
        ).fetchall()
        named = connection.execute("SELECT document_id, span_end FROM thing_mention").fetchall()
    connection.close()
    day = "2022-05-01"
    assert found == [("bus", "Bus 12", day, "date", "2022-05", f"{wire.id}:1", "excludes", "t1")]
    assert [document for document, _ in named] == [wire.id]


def test_builds_are_kept_as_a_history(filled, tmp_path):
    filled.start_build("0.2")
    with sqlite3.connect(tmp_path / "ledger.sqlite") as connection:
        rows = connection.execute("SELECT version, finished IS NULL, counts FROM build").fetchall()
    connection.close()
    assert rows == [("0.1", 0, '{"documents":2}'), ("0.2", 1, "{}")]
