"""Relations found in published articles, counted as they were judged."""

import pytest

from recoupe.evaluation.relations_real import score

ARTICLES = [
    {
        "title": "La digue",
        "heading": "Crue.",
        "article": "« La digue de Sauveclaire a cédé sous la crue », a déclaré Ada Roux, maire de "
        "Quarreau. Il a plu sur le canal.",
        "date": "2031-03-01",
    },
    {
        "title": "La crue",
        "heading": "Eaux.",
        "article": "Le préfet Jean Morel dément que la digue de Sauveclaire ait cédé sous la crue.",
        "date": "2031-03-02",
    },
]


TOLD = (0, "La digue de Sauveclaire a cédé sous la crue")
DENIED = (1, "la digue de Sauveclaire ait cédé sous la crue")
RAIN = (0, "Il a plu sur le canal")


@pytest.fixture
def scored(articles):
    """Score relations by their kind, the lines and words on both sides, and a verdict."""

    def of(*relations):
        told = [
            [kind, *articles.place(*one), *articles.place(*other), verdict]
            for kind, one, other, verdict in relations
        ]
        return score([articles.affair((0, 1), relations=told)], articles.path)

    return of


def test_what_is_found_counts_as_it_was_judged_from_either_side(scored):
    found = scored(["refutes", TOLD, DENIED, "right"])
    assert (found["precision"], found["kept"]) == (1, 1)
    assert (found["told_precision"], found["n_to_check_right"]) == (1, 0)
    found = scored(["refutes", DENIED, TOLD, "wrong"])
    assert (found["precision"], found["n_wrong"]) == (0, 1)


def test_what_was_judged_right_and_is_not_found_is_not_kept(scored):
    relations = [
        ["refutes", TOLD, DENIED, "right"],
        ["refutes", RAIN, DENIED, "right"],
    ]
    found = scored(*relations)
    assert (found["precision"], found["kept"]) == (1, 0.5)


def test_what_nobody_judged_is_neither_right_nor_wrong(scored):
    found = scored(["changes", DENIED, TOLD, "right"])
    assert "precision" not in found
    assert (found["n_unjudged"], found["kept"]) == (1, 0)


def test_what_readers_may_differ_on_counts_neither_way(scored):
    found = scored(["refutes", TOLD, DENIED, "open"])
    assert "precision" not in found
    assert found["n_unjudged"] == 0


def test_where_two_that_were_judged_apart_are_one_now_the_worse_verdict_holds(scored):
    both = [["refutes", DENIED, TOLD, verdict] for verdict in ("wrong", "right")]
    assert scored(*both)["n_wrong"] == 1
