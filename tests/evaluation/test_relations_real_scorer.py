"""Relations found in published articles, counted as they were judged."""

import hashlib
import json
import lzma

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


def text(number):
    return "\n\n".join(ARTICLES[number][key] for key in ("title", "heading", "article"))


def place(number, words):
    start = text(number).index(words)
    return [number, start, start + len(words)]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "articles.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(article) + "\n" for article in ARTICLES)
    return path


def affair(*relations):
    digests = {n: hashlib.sha256(text(n).encode()).hexdigest()[:16] for n in (0, 1)}
    return {"articles": digests, "relations": list(relations)}


TOLD = place(0, "La digue de Sauveclaire a cédé sous la crue")
DENIED = place(1, "la digue de Sauveclaire ait cédé sous la crue")
RAIN = place(0, "Il a plu sur le canal")


def test_what_is_found_counts_as_it_was_judged_from_either_side(file):
    found = score([affair(["refutes", *TOLD, *DENIED, "right"])], file)
    assert (found["precision"], found["kept"]) == (1, 1)
    found = score([affair(["refutes", *DENIED, *TOLD, "wrong"])], file)
    assert (found["precision"], found["n_wrong"]) == (0, 1)


def test_what_was_judged_right_and_is_not_found_is_not_kept(file):
    relations = [["refutes", *TOLD, *DENIED, "right"], ["refutes", *RAIN, *DENIED, "right"]]
    found = score([affair(*relations)], file)
    assert (found["precision"], found["kept"]) == (1, 0.5)


def test_what_nobody_judged_is_neither_right_nor_wrong(file):
    found = score([affair(["changes", *DENIED, *TOLD, "right"])], file)
    assert "precision" not in found
    assert (found["n_unjudged"], found["kept"]) == (1, 0)


def test_what_readers_may_differ_on_counts_neither_way(file):
    found = score([affair(["refutes", *TOLD, *DENIED, "open"])], file)
    assert "precision" not in found
    assert found["n_unjudged"] == 0


def test_where_two_that_were_judged_apart_are_one_now_the_worse_verdict_holds(file):
    both = [["refutes", *DENIED, *TOLD, verdict] for verdict in ("wrong", "right")]
    assert score([affair(*both)], file)["n_wrong"] == 1
