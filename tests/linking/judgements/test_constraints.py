"""What is held together and kept apart, whatever was decided in what order."""

from hypothesis import given
from hypothesis import strategies as st

from recoupe.linking.judgements.constraints import Sets, in_force
from recoupe.model import Judgement


def _judged(decision, one, other):
    return Judgement(
        decision=decision, kind="claim", subject=str(one), other=str(other), author="Ada"
    )


def test_only_the_last_judgement_about_a_pair_is_in_force_and_the_latest_comes_first():
    first, second = _judged("same", 0, 1), _judged("same", 1, 2)
    again = _judged("different", 1, 0)
    assert list(in_force((first, second, again))) == [again, second]
    assert list(in_force((first, second, _judged("undecided", 1, 2)))) == [first]


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
