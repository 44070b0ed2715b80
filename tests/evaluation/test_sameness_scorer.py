"""Pairs of statements of published articles, scored as they were judged."""

import hashlib
import json
import lzma

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


def affair(*pairs):
    digests = {n: hashlib.sha256(text(n).encode()).hexdigest()[:16] for n in (1, 2)}
    return {"articles": digests, "pairs": list(pairs)}


ONE = place(1, "La digue de Sauveclaire a cédé sous la crue")
OTHER = place(2, "La digue de Sauveclaire a cédé cette nuit sous la crue")
RAIN = place(2, "Il a plu sur le canal")


def test_a_pair_counts_for_the_pairs_that_it_stands_for(file):
    # A pair that is not read is missed, and what is only a part of the other counts neither way.
    pairs = affair(
        [*ONE, *OTHER, "same", 3],
        [1, 0, 3, *OTHER, "same", 1],
        [*ONE, *RAIN, "different", 5],
        [*ONE, *OTHER, "part", 9],
    )
    found = score([pairs], file)
    assert (found["precision"], found["recall"]) == (1, 0.75)
    assert (found["n_same"], found["n_different"]) == (2, 1)


def test_what_is_joined_and_was_judged_different_is_wrong(file):
    found = score([affair([*ONE, *OTHER, "different", 1])], file)
    assert found["precision"] == 0


def test_another_article_on_that_line_is_told(file):
    pairs = affair([*ONE, *OTHER, "same", 1])
    pairs["articles"][1] = "0" * 16
    with pytest.raises(DataError, match=r"line 1 of .* is another article"):
        score([pairs], file)
