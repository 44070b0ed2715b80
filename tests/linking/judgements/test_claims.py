"""What people decided wins over the scores, whatever they say, and can be taken back."""

from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.linking import link
from recoupe.linking.judgements.constraints import Sets, in_force
from recoupe.model import Judgement, Located, Span
from recoupe.model.place import PlaceMention, PlaceName, PlacesRead

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


# --- entities ---


@pytest.fixture
def names(pile, says):
    """A surname that one fuller name fits, and a person under two unlike names."""
    for number, name in enumerate(("Karim Belhaj", "Belhaj", "l'émir du Nord")):
        text = f"Selon {name}, la trêve tiendra jusqu'au printemps."
        pile.report(
            f"{number}.txt", text, says("la trêve tiendra jusqu'au printemps", name),
            published=DAYS[number], names=((name, "Person"),),
        )  # fmt: skip
    return pile


def _named(pile, *judgements):
    links = link(pile.documents, pile.readings, judgements)
    return {frozenset((e.name, *e.aliases)) for e in links.entities}


def _names_judged(decision, one, other):
    return Judgement(
        decision=decision, kind="entity", subject="e1", other="e2", author="Ada", words=(one, other)
    )


def test_the_rules_alone_join_a_surname_to_the_one_name_it_fits(names):
    assert _named(names) == {frozenset({"Karim Belhaj", "Belhaj"}), frozenset({"l'émir du Nord"})}


def test_two_names_judged_to_be_one_person_are_one_entity_and_one_origin(names):
    judgement = _names_judged("same", "Karim Belhaj", "l'émir du Nord")
    assert _named(names, judgement) == {frozenset({"Karim Belhaj", "Belhaj", "l'émir du Nord"})}
    links = link(names.documents, names.readings, (judgement,))
    assert len({o.id for c in links.claims for o in c.origins}) == 1


def test_a_surname_judged_to_be_somebody_else_stays_apart(names):
    judgement = _names_judged("different", "Belhaj", "Karim Belhaj")
    assert _named(names, judgement) == {
        frozenset({"Karim Belhaj"}),
        frozenset({"Belhaj"}),
        frozenset({"l'émir du Nord"}),
    }


def test_a_judgement_about_names_is_undone_by_a_further_one(names):
    for decision in ("same", "different"):
        judgement = _names_judged(decision, "Belhaj", "Karim Belhaj")
        lifted = _names_judged("undecided", "Karim Belhaj", "Belhaj")
        assert _named(names, judgement, lifted) == _named(names)


def _none(*words, subject="e1"):
    return Judgement(decision="wrong", kind="entity", subject=subject, author="Ada", words=words)


def test_a_name_judged_to_name_nothing_is_no_entity_and_nobodys_source(names):
    emir = next(e for e in names.link().entities if e.name == "l'émir du Nord")
    links = link(names.documents, names.readings, (_none(emir.name, subject=emir.id),))
    assert {e.name for e in links.entities} == {"Karim Belhaj"}
    assert (None,) in links.source_entities.values()
    assert len(links.claims) == len(names.link().claims), "what was said was said"


def test_all_names_of_what_was_judged_go_or_the_one_that_was_named(names):
    belhaj = next(e for e in names.link().entities if e.name == "Karim Belhaj")
    every = _none(belhaj.name, *belhaj.aliases, subject=belhaj.id)
    assert _named(names, every) == {frozenset({"l'émir du Nord"})}
    assert frozenset({"Karim Belhaj"}) in _named(names, _none("Belhaj", subject=belhaj.id))


def test_a_place_judged_to_be_none_is_off_the_map(pile, says):
    text = "Le juge Brest a dit que la digue de Brest tient. À Brest, on attend."
    mentions = tuple(
        PlaceMention(span=Span(at, at + 5), names=(PlaceName(text="Brest", form="bare"),))
        for at in (text.index("de Brest") + 3, text.index("À Brest") + 2)
    )
    pile.report("un.txt", text, says("la digue de Brest tient"), names=(("Brest", "Address"),))
    read = pile.readings["un.txt"]
    pile.readings["un.txt"] = read.model_copy(update={"places": PlacesRead(mentions=mentions)})
    assert len(pile.link().places) == 2
    assert link(pile.documents, pile.readings, (_none("Brest"),)).places == ()


def test_names_judged_that_nobody_bears_change_nothing(names):
    assert _named(names, _names_judged("same", "Belhaj", "Personne")) == _named(names)


def test_a_name_read_as_two_sorts_of_thing_can_be_judged_to_be_one(pile, says):
    for number, schema in enumerate(("Address", "Company")):
        pile.report(
            f"{number}.txt", "Selon Tersane, la fuite est réparée depuis dimanche.",
            says("la fuite est réparée depuis dimanche", "Tersane"), published=DAYS[number],
            names=(("Tersane", schema),),
        )  # fmt: skip
    one, other = pile.link().entities
    judgement = Judgement(
        decision="same", kind="entity", subject=one.id, other=other.id, author="Ada",
        words=("Tersane", "Tersane"),
    )  # fmt: skip
    (joined,) = link(pile.documents, pile.readings, (judgement,)).entities
    assert len(joined.mentions) == 2


# --- the sets themselves ---


def test_only_the_last_judgement_about_a_pair_is_in_force_and_the_latest_comes_first(bridge):
    first, second = _judged(bridge, "same", 0, 1), _judged(bridge, "same", 1, 2)
    again = _judged(bridge, "different", 1, 0)
    assert list(in_force((first, second, again))) == [again, second]
    assert list(in_force((first, second, _judged(bridge, "undecided", 1, 2)))) == [first]


@given(
    steps=st.lists(
        st.tuples(st.booleans(), st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=30
    )
)
def test_sets_never_hold_two_that_were_parted_and_never_lose_a_union(steps):
    sets, united, parted = Sets(), [], []
    for unite, one, other in steps:
        done = sets.unite(one, other) if unite else sets.part(one, other)
        if done:
            (united if unite else parted).append((one, other))
        assert all(sets.root(a) == sets.root(b) for a, b in united)
        assert all(sets.root(a) != sets.root(b) for a, b in parted)
