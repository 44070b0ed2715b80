"""What builds before held stays known; reports are taken out and let in, and never lost."""

import os
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.ledger import Judgement, Ledger, engine
from recoupe.ledger.history import record_history, snapshot_of
from recoupe.model import (
    Claim,
    ClaimRelation,
    Document,
    Lineage,
    Links,
    Origin,
    PastDocument,
    Reading,
    Snapshot,
    Withdrawal,
)
from recoupe.questions import changes


def _out(document, **more):
    return Withdrawal(**{"document": document.id, "file": document.file, "author": "Ada"} | more)


def _claims(*ids):
    return Links(
        claims=tuple(Claim(id=k, text=k, statements=(), documents=(), origins=()) for k in ids)
    )


def _build(ledger, links, **more):
    number = ledger.start_build("0.1")
    ledger.finish_build(number, links, {}, **more)
    return number


def test_a_snapshot_is_what_the_case_held(filled, whole_case, wire, echo):
    number = filled.last_build()
    documents = {one.id: PastDocument(file=one.file, title=one.title) for one in (wire, echo)}
    expected = snapshot_of(documents, whole_case.links)
    got = filled.snapshot(number)
    assert got.finished
    assert got.claims["c1"].origins == ("o1",)
    assert set(got.relations) == {"c1 refutes c2", "c2 refutes c1"}
    assert set(got.lineage) == {
        f"{echo.id} excerpt {wire.id}",
        f"{wire.id} citation origin:Le Phare",
    }
    assert got == expected.model_copy(update={"build": number, "finished": got.finished})


def test_before_any_build_a_case_held_nothing(ledger, filled):
    assert filled.snapshot(0) == Snapshot()


def test_every_build_can_be_asked_for_whatever_came_later(ledger):
    wanted = {}
    for ids in (("c1",), ("c1", "c2"), (), ("c2",), ("c2",), ("c1",)):
        wanted[_build(ledger, _claims(*ids))] = set(ids)
    assert {number: set(ledger.snapshot(number).claims) for number in wanted} == wanted


_STATEMENTS = [f"d{number % 3}:{number}" for number in range(7)]


@st.composite
def _states(draw):
    """Links whose claims part some statements among them, with relations and lineage."""
    home = {s: draw(st.integers(0, 3)) for s in _STATEMENTS}
    held = [tuple(s for s in _STATEMENTS if home[s] == number) for number in (1, 2, 3)]
    ids = {number: f"c{said[0]}" for number, said in enumerate(held) if said}
    claims = []
    for number, key in ids.items():
        origins = draw(st.lists(st.sampled_from("op"), min_size=1, unique=True))
        others = draw(st.lists(st.sampled_from(sorted(ids.values())), max_size=2, unique=True))
        relations = [ClaimRelation(claim=other, relation="refutes", reasons=()) for other in others]
        claims.append(
            Claim(
                id=key,
                text=draw(st.sampled_from(["oui", "non"])),
                statements=held[number],
                documents=tuple(sorted({s[:2] for s in held[number]})),
                origins=tuple(Origin(id=o, kind="outlet", name=o.upper()) for o in origins),
                relations=tuple(relations),
            )
        )
    edges = draw(st.lists(st.sampled_from(["d0", "d1", "origin:Écho"]), max_size=2, unique=True))
    lineage = [Lineage(document="d2", on=on, relation="copy", score=1, reasons=()) for on in edges]
    return tuple(claims), tuple(lineage)


@settings(max_examples=40, deadline=None)
@given(states=st.lists(_states(), min_size=2, max_size=4), data=st.data())
def test_what_differs_between_two_builds_tells_the_same_changes_as_all_they_held(
    states, data, tmp_path_factory
):
    with Ledger.open(tmp_path_factory.mktemp("l") / "ledger.sqlite") as ledger:
        for name in ("d0", "d1", "d2"):
            document = Document(id=name, file=f"{name}.txt", location=name, text="", sha256="")
            ledger.store(document, Reading(document=name, version="1"))
        numbers = [0]
        for claims, lineage in states:
            number = ledger.start_build("0.1")
            # Straight into the history: the tables of links want reports and statements.
            with ledger._transaction() as connection:
                record_history(connection, number, Links(claims=claims, lineage=lineage))
            numbers.append(number)
        before, after = sorted(
            data.draw(st.lists(st.sampled_from(numbers), min_size=2, max_size=2))
        )
        whole = changes(ledger.snapshot(before), ledger.snapshot(after))
        assert changes(*ledger.difference(before, after)) == whole


def test_only_builds_that_changed_something_are_among_those_that_did(ledger):
    first = _build(ledger, _claims("c1"))
    _build(ledger, _claims("c1"))
    third = _build(ledger, _claims("c2"))
    fourth = _build(ledger, _claims())
    assert ledger.changing_builds() == [first, third, fourth]
    assert ledger.last_build() == fourth


def test_a_build_that_changes_nothing_adds_nothing_to_the_history(filled, links, tmp_path):
    def rows():
        with sqlite3.connect(tmp_path / "ledger.sqlite") as connection:
            return connection.execute("SELECT count(*) FROM history").fetchone()

    before = rows()
    _build(filled, links)
    assert rows() == before


def test_a_build_that_was_not_done_is_not_the_last_one(filled):
    number = filled.last_build()
    filled.start_build("0.1")
    assert filled.last_build() == number


def test_a_withdrawn_report_is_out_of_the_case_and_still_stored(filled, wire, echo, whole_case):
    _build(filled, Links(), withdrawals=(_out(echo, note="retracted"),))
    case = filled.case()
    assert [one.id for one in case.documents] == [wire.id]
    assert set(case.readings) == {wire.id}
    assert filled.document(echo.id) == echo
    assert {one.id: one.withdrawn for one in filled.known()} == {wire.id: False, echo.id: True}
    assert filled.case(with_withdrawn=[echo.id]).readings == whole_case.readings
    assert set(filled.snapshot(filled.last_build()).documents) == {wire.id}


def test_a_report_let_in_again_is_back_with_its_reading(filled, links, echo, whole_case):
    _build(filled, Links(), withdrawals=(_out(echo),))
    _build(filled, links, withdrawals=(_out(echo, restored=True),))
    assert filled.case("bus") == whole_case
    noted = filled.withdrawals()
    assert [one.restored for one in noted] == [False, True]
    assert all(one.time.endswith("+00:00") for one in noted)


def test_the_newer_self_of_a_withdrawn_report_stays_out(filled, wire, wire_reading):
    _build(filled, Links(), withdrawals=(_out(wire),))
    newer = wire.model_copy(update={"id": "newer"})
    reading = wire_reading.model_copy(update={"document": "newer", "statements": ()})
    filled.store(newer, reading)
    assert {one.id: one.withdrawn for one in filled.known()}["newer"]
    assert "newer" not in filled.case().readings


def test_what_people_decide_and_its_links_are_one_transaction(filled, echo, links):
    wrong = Judgement(decision="same", kind="claim", subject="c1", author="Ada")
    with pytest.raises(ValueError, match="2 thing"):
        _build(filled, Links(), judgements=(wrong,), withdrawals=(_out(echo),))
    assert filled.whole
    assert filled.case().links == links
    assert (filled.judgements(), filled.withdrawals()) == ((), ())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_killed_before_any_sql_statement_a_withdrawal_is_done_or_not_at_all(
    tmp_path, whole_case, fill_ledger, dies_at, echo, wire
):
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path) as ledger:
        fill_ledger(ledger, whole_case)
    without = Links(claims=(_claims("c9").claims[0],))
    judgement = Judgement(decision="confirmed", kind="claim", subject="c9", author="Ada")

    def withdraw(hook):
        with Ledger.open(path) as ledger:
            hook(ledger)
            _build(ledger, without, withdrawals=(_out(echo),), judgements=(judgement,))

    step = 0
    while dies_at(step, withdraw):
        with Ledger.open(path) as ledger:
            assert ledger.whole
            assert ledger.case("bus") == whole_case
            assert (ledger.judgements(), ledger.withdrawals()) == ((), ())
            assert len(ledger.snapshot(ledger.last_build()).documents) == 2
        step += 1
    assert step > 15, "the hook did not see the statements"
    with Ledger.open(path) as ledger:
        assert ledger.whole
        assert ledger.case().links == without
        assert len(ledger.judgements()) == len(ledger.withdrawals()) == 1


def test_the_first_build_after_an_update_is_compared_with_the_last_one_before(
    filled, tmp_path, wire
):
    expected = filled.snapshot(filled.last_build())
    config = Config()
    config.set_main_option("script_location", str(Path(engine.__file__).parent / "migrations"))
    with filled._engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0002")
    filled.close()
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger:
        assert ledger.snapshot(ledger.last_build()) == expected
        assert [one.withdrawn for one in ledger.known()] == [False, False]


def test_a_relation_that_stayed_is_told_by_the_claims_that_it_is_between_now(ledger):
    outlet = Origin(id="o", kind="outlet", name="O")

    def claim(key, *statements, refutes=()):
        relations = [ClaimRelation(claim=one, relation="refutes", reasons=()) for one in refutes]
        return Claim(
            id=key, text="oui", statements=statements, documents=("d0",), origins=(outlet,),
            relations=tuple(relations),
        )  # fmt: skip

    # The first statement of a claim gives it its id: "a" is another claim afterwards.
    before = (claim("b", "b", "c"), claim("a", "a", refutes=("a", "b")))
    after = (claim("a", "a", "b", "c", refutes=("a",)),)
    numbers = []
    for claims in (before, after):
        numbers.append(ledger.start_build("0.1"))
        with ledger._transaction() as connection:
            record_history(connection, numbers[-1], Links(claims=claims))
    whole = changes(*(ledger.snapshot(number) for number in numbers))
    assert changes(*ledger.difference(*numbers)) == whole
