"""The benchmark of scale, on a few invented articles."""

import lzma

import orjson

from recoupe.evaluation.scale import measure


def test_a_case_is_built_and_built_again_with_one_report_more(tmp_path):
    path = tmp_path / "articles.jsonl.xz"
    with lzma.open(path, "wb") as lines:
        for number in range(12):
            text = f"Le maire de Velsk a annoncé {number + 3} mesures. Elles seront votées lundi."
            entry = {"article": text, "title": "Velsk", "date": "2031-05-03"}
            lines.write(orjson.dumps(entry) + b"\n")
    figures = measure(path, 10)
    assert figures["n_articles"] == 10
    assert figures["n_words"] == 120
    assert 0 < figures["linking_share"] < 1
    assert figures["last_over_first"] > 0
    assert figures["memory_gb"] > 0
    assert figures["linking_growth"] > 0
    assert 0 < figures["linked_memory_gb"] <= figures["memory_gb"]
    assert 0 < figures["one_more_link_seconds"] < figures["one_more_seconds"]
