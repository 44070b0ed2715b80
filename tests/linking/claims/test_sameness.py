"""What makes it likelier that two statements say the same, all else being equal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.linking.claims.sameness import longest_run, sameness
from recoupe.linking.claims.told import propositions
from recoupe.linking.entities import build
from recoupe.linking.reports import prepare


@pytest.fixture
def odds(pile, says):
    """Return the odds of two statements of two reports, as if words shared were always as many."""

    def weigh(one, other, counts=((), ())):
        pile.documents.clear()
        pile.readings.clear()
        for file, words, figures in zip(("a.txt", "b.txt"), (one, other), counts, strict=True):
            pile.report(file, f"Selon la régie, {words}.", says(words, "la régie", figures=figures))
        reports = prepare(pile.documents, pile.readings, None)
        left, right = propositions(reports, build(reports, ()))
        return sameness(left, right, dice=0.5, inside=0.6, mass=2.0)

    return weigh


ONE, OTHER = "la digue a noyé {} vaches près du moulin", "{} {} sont mortes au moulin de la digue"


@pytest.mark.parametrize(
    ("count", "of", "likelier"),
    [(40, "vaches", True), (41, "vaches", False), (40, "brebis", False)],
)
def test_one_figure_of_one_thing_makes_it_likelier(odds, count, of, likelier):
    one, other = ONE.format(40), OTHER.format(count, of)
    bare = odds(one, other)
    counted = odds(one, other, (((40, "vaches"),), ((count, of),)))
    assert (counted > bare) == likelier


def test_words_that_stand_side_by_side_in_both_tell_less_than_as_many_apart(odds):
    one = "la digue du moulin inquiète les éleveurs"
    beside = odds(one, "une digue, un moulin coûteront cher au canton")
    apart = odds(one, "une digue coûtera cher au canton malgré un moulin")
    assert beside < apart


_FEW_WORDS = st.lists(st.sampled_from("abcd"), max_size=8)


@given(_FEW_WORDS, _FEW_WORDS)
def test_the_longest_run_is_the_longest_that_stands_in_both(one, other):
    runs = {tuple(one[a:b]) for a in range(len(one)) for b in range(a + 1, len(one) + 1)}
    runs &= {tuple(other[a:b]) for a in range(len(other)) for b in range(a + 1, len(other) + 1)}
    assert longest_run(one, other) == longest_run(other, one) == max(map(len, runs), default=0)
