"""Links are written row by row where they differ, and the outcome is as if all were written."""

import sqlite3
from itertools import permutations

import pytest
from sqlalchemy import event

from recoupe.ledger import Ledger
from recoupe.model import Links, Located, Span


def _rows(path):
    """Return all rows of a ledger, by table, but for those on builds and their history."""
    with sqlite3.connect(path) as file:
        names = [
            name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        return {
            name: sorted(map(repr, file.execute(f"SELECT * FROM {name}")))
            for name in names
            if name not in {"build", "history", "alembic_version"}
        }


def _variants(links):
    """Return links of which each differs from the others: in rows, in parts of them, in order."""
    first, second = links.claims
    entity = links.entities[0]
    more = Located(document=entity.mentions[0].document, span=Span(0, 3))
    alone = [claim.model_copy(update={"relations": ()}) for claim in links.claims]
    return {
        "nothing": Links(),
        "all": links,
        "one claim": Links(claims=(alone[0],)),
        "the other claim": Links(claims=(alone[1],)),
        "one way": links.model_copy(update={"claims": (first, alone[1])}),
        "other words": links.model_copy(
            update={
                "claims": (first.model_copy(update={"text": "Autre chose", "reasons": ()}), second)
            }
        ),
        "an earlier mention": links.model_copy(
            update={
                "entities": (
                    entity.model_copy(
                        update={"mentions": (more, *entity.mentions), "country": None}
                    ),
                )
            }
        ),
        "edges turned": links.model_copy(update={"lineage": links.lineage[::-1]}),
        "no transfers": links.model_copy(
            update={"transfers": (), "legs": (), "evidence": (), "things": ()}
        ),
        "no places": links.model_copy(update={"places": (), "place_relations": (), "legs": ()}),
    }


@pytest.fixture
def variants(links):
    return _variants(links)


@pytest.mark.parametrize("start", range(3))
def test_links_written_over_others_are_as_links_written_alone(
    variants, whole_case, fill_ledger, tmp_path, start
):
    alone = {}
    for name, links in variants.items():
        path = tmp_path / f"{name}.sqlite"
        with Ledger.open(path) as ledger:
            fill_ledger(ledger, whole_case.model_copy(update={"links": links}))
            assert ledger.case().links == links
        alone[name] = _rows(path)
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path) as ledger:
        fill_ledger(ledger, whole_case)
        for one, other in list(permutations(variants, 2))[start::3]:
            for name in (one, other):
                ledger.finish_build(ledger.start_build("0.1"), variants[name], {})
                assert _rows(path) == alone[name], (one, other)


def test_what_stands_already_is_not_written_again(filled, links):
    told = []

    def note(connection, cursor, statement, values, context, many):
        if not statement.startswith(("SELECT", "PRAGMA", "BEGIN")) and "build" not in statement:
            told.append((statement.split("(")[0], len(values) if many else 1))

    event.listen(filled._engine, "before_cursor_execute", note)
    filled.finish_build(filled.start_build("0.1"), links, {})
    assert told == []
    second = links.claims[1].model_copy(update={"text": "Le maire dit non"})
    other = links.model_copy(update={"claims": (links.claims[0], second)})
    filled.finish_build(filled.start_build("0.1"), other, {})
    assert [(words, count) for words, count in told if "history" not in words] == [
        ("UPDATE claim SET text=?, reasons=? WHERE claim.id = ?", 1)
    ]


def test_a_report_read_anew_takes_its_rows_with_it_and_gets_them_back(
    filled, whole_case, wire, wire_reading, tmp_path
):
    before = _rows(tmp_path / "ledger.sqlite")
    filled.store(wire, wire_reading)
    filled.finish_build(filled.start_build("0.1"), whole_case.links, {})
    assert _rows(tmp_path / "ledger.sqlite") == before
    assert filled.case(whole_case.name) == whole_case
