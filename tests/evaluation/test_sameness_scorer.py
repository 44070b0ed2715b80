"""Pairs of statements of published articles, scored as they were judged."""

import pytest

from recoupe.errors import DataError
from recoupe.evaluation.sameness import score

ARTICLES = [
    {"title": "Autre chose", "heading": "Rien.", "article": "Rien du tout.", "date": "2031-03-01"},
    *(
        {
            "title": "La digue",
            "heading": "Crue.",
            "article": f"{start} a déclaré Ada Roux, maire de Quarreau. Il a plu sur le canal.",
            "date": f"2031-03-0{day}",
        }
        for day, start in (
            (3, "« La digue de Sauveclaire a cédé sous la crue »,"),
            (4, "« La digue de Sauveclaire a cédé cette nuit sous la crue »,"),
        )
    ),
]


ONE = (1, "La digue de Sauveclaire a cédé sous la crue")
OTHER = (2, "La digue de Sauveclaire a cédé cette nuit sous la crue")
RAIN = (2, "Il a plu sur le canal")
UNREAD = (1, "La digue\n")


def judged(articles, *pairs):
    """Return an affair in which pairs were judged: lines and words, a verdict, a weight."""
    told = [
        [*articles.place(*one), *articles.place(*other), verdict, weight]
        for one, other, verdict, weight in pairs
    ]
    return articles.affair((1, 2), pairs=told)


def test_a_pair_counts_for_the_pairs_that_it_stands_for(articles):
    # A pair that is not read is missed, and what is only a part of the other counts neither way.
    pairs = judged(
        articles,
        [ONE, OTHER, "same", 3],
        [UNREAD, OTHER, "same", 1],
        [ONE, RAIN, "different", 5],
        [ONE, OTHER, "part", 9],
    )
    found = score([pairs], articles.path)
    assert (found["precision"], found["recall"]) == (1, 0.75)
    assert (found["n_same"], found["n_different"]) == (2, 1)


def test_what_is_joined_and_was_judged_different_is_wrong(articles):
    found = score([judged(articles, [ONE, OTHER, "different", 1])], articles.path)
    assert found["precision"] == 0


def test_another_article_on_that_line_is_told(articles):
    pairs = judged(articles, [ONE, OTHER, "same", 1])
    pairs["articles"][1] = "0" * 16
    with pytest.raises(DataError, match=r"line 1 of .* is another article"):
        score([pairs], articles.path)
