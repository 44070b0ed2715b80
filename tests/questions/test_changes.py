"""What changed between two states of a case, the same read forwards and backwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.model import (
    PastClaim,
    PastDocument,
    PastEdge,
    PastOrigin,
    PastRelation,
    Snapshot,
)
from recoupe.questions import changes
from recoupe.questions.changes import same_claims


def _claim(*statements, text=None, origins=("o1",)):
    documents = tuple(dict.fromkeys(s.split(":")[0] for s in statements))
    return PastClaim(
        text=text or f"dit {statements[0]}", statements=statements, documents=documents,
        origins=origins,
    )  # fmt: skip


def _state(build=1, **claims):
    held = {d for claim in claims.values() for d in claim.documents}
    origins = {o for claim in claims.values() for o in claim.origins}
    return Snapshot(
        build=build,
        documents={d: PastDocument(file=f"{d}.txt") for d in sorted(held)},
        origins={o: PastOrigin(kind="person", name=f"Mme {o}") for o in sorted(origins)},
        claims=claims,
    )


def _kinds(found):
    return [(one.kind, one.claim) for one in found.claims]


def test_a_state_and_itself_differ_in_nothing():
    state = _state(c1=_claim("a:1", "b:1"))
    assert not changes(state, state)


def test_a_claim_that_an_earlier_report_joins_is_the_same_under_another_id():
    before, after = _state(c1=_claim("b:1")), _state(c2=_claim("a:1", "b:1", text="dit b:1"))
    found = changes(before, after)
    (one,) = found.claims
    assert (one.kind, one.claim, one.was, one.more_documents) == ("changed", "c2", "c1", ("a.txt",))
    assert [(d.kind, d.file) for d in found.documents] == [("new", "a.txt")]


def test_a_claim_that_gains_an_origin_says_which():
    before = _state(c1=_claim("a:1"))
    after = _state(c1=_claim("a:1", "b:1", origins=("o1", "o2")))
    found = changes(before, after)
    assert [(one.more_origins, one.fewer_origins) for one in found.claims] == [(("Mme o2",), ())]
    assert [(one.kind, one.name) for one in found.origins] == [("new", "Mme o2")]
    back = changes(after, before)
    assert [(one.more_origins, one.fewer_origins) for one in back.claims] == [((), ("Mme o2",))]


def test_two_claims_that_become_one_are_joined_and_back_again_parted():
    apart = _state(c1=_claim("a:1", "a:2"), c2=_claim("b:1"))
    one = _state(c1=_claim("a:1", "a:2", "b:1"))
    assert _kinds(changes(apart, one)) == [("changed", "c1"), ("joined", "c2")]
    assert next(c for c in changes(apart, one).claims if c.kind == "joined").was == "c1"
    assert _kinds(changes(one, apart)) == [("changed", "c1"), ("parted", "c2")]


def test_the_same_words_in_a_replaced_report_are_the_same_claim():
    before = _state(c1=_claim("a:1", text="le pont est fermé"))
    after = Snapshot(
        documents={"a2": PastDocument(file="a.txt")},
        origins=before.origins,
        claims={"c9": _claim("a2:7", text="le pont est fermé")},
    )
    found = changes(before, after)
    assert found.claims == ()
    assert [(one.kind, one.file) for one in found.documents] == [("replaced", "a.txt")]


def test_a_claim_is_gone_with_its_only_report():
    before = _state(c1=_claim("a:1"), c2=_claim("b:1", origins=("o2",)))
    found = changes(before, _state(c1=_claim("a:1")))
    assert _kinds(found) == [("gone", "c2")]
    assert [(one.kind, one.file) for one in found.documents] == [("gone", "b.txt")]
    assert [(one.kind, one.name) for one in found.origins] == [("gone", "Mme o2")]


def _with(state, relations=(), edges=()):
    return state.model_copy(
        update={
            "relations": {
                str(r): PastRelation(claim=r[0], relation=r[1], other=r[2]) for r in relations
            },
            "lineage": {str(e): PastEdge(document=e[0], relation=e[1], on=e[2]) for e in edges},
        }
    )


def test_a_relation_stays_where_only_the_id_of_its_claim_changes():
    before = _with(_state(c1=_claim("b:1"), c2=_claim("c:1")), [("c1", "refutes", "c2")])
    after = _with(_state(c0=_claim("a:1", "b:1"), c2=_claim("c:1")), [("c0", "refutes", "c2")])
    assert changes(before, after).relations == ()
    lost = changes(before, _with(after)).relations
    assert [(one.kind, one.relation, one.text) for one in lost] == [("gone", "refutes", "dit b:1")]


def test_lineage_is_told_by_files_and_stays_where_a_report_is_replaced():
    before = _with(_state(c1=_claim("a:1"), c2=_claim("b:1")), edges=[("b", "copy", "a")])
    replaced = Snapshot(
        documents={"a": PastDocument(file="a.txt"), "b2": PastDocument(file="b.txt")},
        lineage={"x": PastEdge(document="b2", relation="copy", on="a")},
    )
    assert changes(before, replaced).lineage == ()
    other = _with(before, edges=[("b", "citation", "origin:L'Écho")])
    assert [(one.kind, one.relation, one.on) for one in changes(before, other).lineage] == [
        ("gone", "copy", "a.txt"),
        ("new", "citation", "L'Écho"),
    ]


_STATEMENTS = [f"{document}:{number}" for document in "abc" for number in range(3)]


@st.composite
def _states(draw):
    """A state whose claims part some of nine statements among them."""
    home = {s: draw(st.integers(-1, 4)) for s in _STATEMENTS}
    claims = {}
    for number in range(5):
        held = tuple(s for s in _STATEMENTS if home[s] == number)
        if held:
            origins = draw(st.lists(st.sampled_from(["o1", "o2", "o3"]), min_size=1, unique=True))
            claims[f"c-{held[0]}"] = _claim(*held, origins=tuple(sorted(origins)))
    return _state(**claims)


_MIRROR = {"new": "gone", "gone": "new", "joined": "parted", "parted": "joined"}


@given(before=_states(), after=_states())
def test_there_and_back_the_same_is_told_with_new_and_gone_exchanged(before, after):
    there, back = changes(before, after), changes(after, before)
    for field in ("documents", "origins", "relations", "lineage"):
        kinds = [_MIRROR[one.kind] for one in getattr(there, field)]
        assert sorted(kinds) == sorted(one.kind for one in getattr(back, field))
    moved = sorted((_MIRROR[o.kind], o.claim) for o in there.claims if o.kind != "changed")
    assert moved == sorted((o.kind, o.claim) for o in back.claims if o.kind != "changed")


@given(before=_states(), after=_states())
def test_every_claim_of_both_states_is_accounted_for_once(before, after):
    same = same_claims(before.claims, after.claims)
    assert len(set(same.values())) == len(same)
    told = changes(before, after).claims
    now = [one.claim for one in told if one.kind in {"new", "parted"}]
    then = [one.claim for one in told if one.kind in {"gone", "joined"}]
    assert sorted([*now, *same]) == sorted(after.claims)
    assert sorted([*then, *same.values()]) == sorted(before.claims)


@given(state=_states())
def test_no_state_differs_from_itself(state):
    assert not changes(state, state)


@pytest.mark.parametrize("number", [0, 1])
def test_against_the_empty_case_everything_is_new(number):
    state = _state(**{f"c{n}": _claim(f"d{n}:1") for n in range(number)})
    assert _kinds(changes(Snapshot(), state)) == [("new", key) for key in state.claims]
