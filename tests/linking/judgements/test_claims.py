"""What people decided on claims wins over the scores, and can be taken back."""

from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.linking import link
from recoupe.model import Judgement, Located, Span

BRIDGE = "le pont de Brévenne restera fermé aux camions tout l'hiver"
BRIDGE_AGAIN = "le pont de Brévenne restera fermé aux camions tout l'hiver prochain"
ROAD = "la route des crêtes sera déneigée chaque matin"
DAYS = ("2031-02-01", "2031-02-02", "2031-02-03", "2031-02-04")


@pytest.fixture
def bridge(pile, says):
    """Two reports say one thing in like words, a third another, a fourth the first again."""
    told = (BRIDGE, BRIDGE_AGAIN, ROAD, BRIDGE)
    for number, (words, day) in enumerate(zip(told, DAYS, strict=True)):
        text = f"La préfète Odile Marchais a annoncé que {words}."
        pile.report(
            f"{number}.txt", text, says(words, "Odile Marchais"), published=day,
            publisher=f"Gazette {number}", names=(("Odile Marchais", "Person"),),
        )  # fmt: skip
    return pile


def _place(pile, number):
    statement = pile.readings[f"{number}.txt"].statements[0]
    return Located(document=f"{number}.txt", span=statement.content)


def _judged(pile, decision, one, other, time="2031-03-01T00:00:00+00:00"):
    return Judgement(
        decision=decision,
        kind="claim",
        subject=str(one),
        other=str(other),
        author="Ada",
        time=time,
        places=(_place(pile, one), _place(pile, other)),
    )


def _claims(pile, *judgements):
    """The claims as sets of the numbers of their reports."""
    links = link(pile.documents, pile.readings, judgements)
    return {frozenset(int(d.removesuffix(".txt")) for d in c.documents) for c in links.claims}


def test_the_scores_alone_take_like_words_together(bridge):
    assert _claims(bridge) == {frozenset({0, 1, 3}), frozenset({2})}


def test_two_claims_judged_the_same_are_one_however_unlike(bridge):
    judgement = _judged(bridge, "same", 1, 2)
    assert _claims(bridge, judgement) == {frozenset({0, 1, 2, 3})}


def test_two_statements_judged_different_are_never_in_one_claim(bridge):
    judgement = _judged(bridge, "different", 0, 1)
    # The fourth report repeats the first word for word, and so stays with it.
    assert _claims(bridge, judgement) == {frozenset({0, 3}), frozenset({1}), frozenset({2})}


def test_word_for_word_the_same_can_still_be_judged_different(bridge):
    claims = _claims(bridge, _judged(bridge, "different", 0, 3))
    assert not any({0, 3} <= claim for claim in claims)
    assert len(claims) == 3


def test_every_pair_judged_different_leaves_every_statement_alone(bridge):
    judgements = [_judged(bridge, "different", a, b) for a, b in ((0, 1), (0, 3), (1, 3))]
    for order in permutations(judgements):
        assert _claims(bridge, *order) == {frozenset({n}) for n in range(4)}


def test_the_claim_says_who_judged_and_when(bridge):
    links = link(bridge.documents, bridge.readings, (_judged(bridge, "same", 1, 2),))
    (claim,) = links.claims
    assert ("judged-same", "Ada · 2031-03-01") in {(r.rule, r.words) for r in claim.reasons}


def test_a_judgement_is_undone_by_a_further_one(bridge):
    scored = link(bridge.documents, bridge.readings)
    for decision in ("same", "different"):
        pair = (1, 2) if decision == "same" else (0, 1)
        judgement = _judged(bridge, decision, *pair)
        lifted = _judged(bridge, "undecided", *reversed(pair))
        assert link(bridge.documents, bridge.readings, (judgement, lifted)) == scored


def test_the_later_of_two_judgements_about_one_pair_holds(bridge):
    same, different = _judged(bridge, "same", 0, 2), _judged(bridge, "different", 2, 0)
    assert _claims(bridge, same, different) == _claims(bridge)
    assert _claims(bridge, different, same) == {frozenset({0, 1, 2, 3})}


def test_the_later_of_judgements_that_exclude_each_other_through_a_third_holds(bridge):
    one, two = _judged(bridge, "same", 0, 1), _judged(bridge, "same", 1, 2)
    parted = _judged(bridge, "different", 0, 2)
    claims = _claims(bridge, one, two, parted)
    assert not any({0, 2} <= claim for claim in claims)
    assert any({1, 2} <= claim for claim in claims), "the earliest of the three gives way"
    assert _claims(bridge, parted, one, two) == {frozenset({0, 1, 2, 3})}


def test_a_judgement_about_a_report_that_is_not_in_the_case_binds_nothing(bridge):
    judgement = _judged(bridge, "same", 1, 2)
    documents = [d for d in bridge.documents if d.id != "2.txt"]
    assert link(documents, bridge.readings, (judgement,)) == link(documents, bridge.readings)


def test_a_statement_that_is_read_a_little_otherwise_since_is_still_judged(bridge):
    judgement = _judged(bridge, "same", 1, 2)
    shifted = tuple(
        place.model_copy(update={"span": Span(place.span.start - 4, place.span.end - 2)})
        for place in judgement.places
    )
    moved = judgement.model_copy(update={"places": shifted})
    assert _claims(bridge, moved) == {frozenset({0, 1, 2, 3})}
    elsewhere = tuple(place.model_copy(update={"span": Span(0, 11)}) for place in judgement.places)
    lost = judgement.model_copy(update={"places": elsewhere})
    assert _claims(bridge, lost) == _claims(bridge)


def test_the_statements_of_a_claim_that_was_confirmed_stay_together(bridge):
    confirmed = Judgement(
        decision="confirmed",
        kind="claim",
        subject="c1",
        author="Ada",
        places=tuple(_place(bridge, number) for number in (0, 2, 3)),
    )
    assert _claims(bridge, confirmed) == {frozenset({0, 1, 2, 3})}
    parted = _judged(bridge, "different", 0, 2, time="2031-03-02T00:00:00+00:00")
    assert _claims(bridge, confirmed, parted) == _claims(bridge)


def test_a_claim_of_one_statement_that_was_confirmed_is_as_it_was(bridge):
    confirmed = Judgement(
        decision="confirmed", kind="claim", subject="c1", author="Ada", places=(_place(bridge, 2),)
    )
    assert link(bridge.documents, bridge.readings, (confirmed,)) == bridge.link()


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_whatever_is_judged_the_order_of_reports_changes_nothing_and_each_has_its_claim(
    bridge, data
):
    pairs = st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(lambda p: p[0] != p[1])
    decisions = st.sampled_from(["same", "different", "undecided"])
    drawn = data.draw(st.lists(st.tuples(decisions, pairs), max_size=6))
    judgements = [_judged(bridge, decision, *pair) for decision, pair in drawn]
    links = link(bridge.documents, bridge.readings, judgements)
    shuffled = data.draw(st.permutations(bridge.documents))
    assert link(shuffled, bridge.readings, judgements) == links
    assert sorted(s for c in links.claims for s in c.statements) == sorted(
        s.id for r in bridge.readings.values() for s in r.statements
    )
    # Whatever came before it, the last judgement holds.
    if drawn and drawn[-1][0] != "undecided":
        decision, (one, other) = drawn[-1]
        together = any({f"{one}.txt", f"{other}.txt"} <= set(c.documents) for c in links.claims)
        assert together == (decision == "same")
