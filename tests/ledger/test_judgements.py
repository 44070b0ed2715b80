import pytest

from recoupe.ledger import Judgement


def _judgement(**more):
    return Judgement(
        **({"decision": "wrong", "kind": "claim", "subject": "c1", "author": "Ada"} | more)
    )


def test_a_judgement_comes_back_with_its_time(ledger):
    stored = ledger.add_judgement(_judgement(note="misread"))
    assert stored.time.endswith("+00:00")
    assert ledger.judgements() == (stored,)


def test_a_later_judgement_does_not_overwrite_an_earlier_one(ledger):
    first = ledger.add_judgement(_judgement())
    second = ledger.add_judgement(_judgement(decision="confirmed"))
    assert ledger.judgements() == (first, second)


def test_judgements_outlive_what_they_were_made_on(filled, wire, wire_reading):
    stored = filled.add_judgement(_judgement(decision="same", other="c2"))
    filled.store(wire, wire_reading)
    assert filled.judgements() == (stored,)


@pytest.mark.parametrize(("decision", "other"), [("same", None), ("wrong", "c2")])
def test_a_comparison_names_two_things_and_a_verdict_one(ledger, decision, other):
    with pytest.raises(ValueError, match="thing"):
        ledger.add_judgement(_judgement(decision=decision, other=other))
    assert ledger.judgements() == ()
