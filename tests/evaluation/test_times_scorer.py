"""The French TimeBank scorer, on documents small enough to count by hand."""

import datetime
from pathlib import Path

import pytest

from recoupe.errors import DataError
from recoupe.evaluation.times import evaluate, read_timeml

DOCUMENT = """<?xml version='1.0' encoding='UTF-8'?>
<TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 functionInDocument="CREATION_TIME" tid="t1" type="DATE" value="2022-11-09" /></DCT>
<TEXT>
Le port a <EVENT eid="e1">fermé</EVENT> {first}.
Il rouvrira <TIMEX3 tid="t3" type="DATE" value="{second}">demain</TIMEX3>.
</TEXT></TimeML>
"""
HIER = '<TIMEX3 tid="t2" type="DATE" value="2022-11-08">hier</TIMEX3>'


def folder(tmp_path: Path, first: str, second: str) -> Path:
    (tmp_path / "x.tml").write_text(DOCUMENT.format(first=first, second=second), encoding="utf-8")
    return tmp_path


def test_text_and_spans_come_out_of_the_markup(tmp_path: Path):
    document = read_timeml(folder(tmp_path, HIER, "2022-11-10") / "x.tml")
    assert document.day == datetime.date(2022, 11, 9)
    assert [timex.span.of(document.text) for timex in document.timexes] == ["hier", "demain"]


def test_a_perfect_reading_scores_one(tmp_path: Path):
    scores = evaluate(folder(tmp_path, HIER, "2022-11-10"))
    assert (scores["strict_f1"], scores["value_f1"], scores["value_accuracy"]) == (1, 1, 1)
    assert (scores["documents"], scores["expected"], scores["found"]) == (1, 2, 2)


def test_a_wrong_value_lowers_the_value_and_not_the_span(tmp_path: Path):
    scores = evaluate(folder(tmp_path, HIER, "2022-12-31"))
    assert scores["strict_f1"] == 1
    assert (scores["value_f1"], scores["value_accuracy"]) == (0.5, 0.5)


def test_a_span_that_only_overlaps_counts_as_relaxed(tmp_path: Path):
    first = '<TIMEX3 tid="t2" type="DATE" value="2022-11-08">dès hier</TIMEX3>'
    scores = evaluate(folder(tmp_path, first, "2022-11-10"))
    assert (scores["strict_f1"], scores["relaxed_f1"]) == (0.5, 1)


def test_a_folder_without_timeml_and_a_broken_file_are_named(tmp_path: Path):
    with pytest.raises(DataError, match="no TimeML file"):
        evaluate(tmp_path)
    (tmp_path / "broken.tml").write_text("<TimeML>", encoding="utf-8")
    with pytest.raises(DataError, match=r"broken\.tml"):
        evaluate(tmp_path)


@pytest.mark.shared
def test_the_french_timebank_is_read_as_well_as_issue_four_asks(shared: Path):
    scores = evaluate(shared / "data" / "fr_timebank")
    assert scores["strict_f1"] >= 0.90
    assert scores["relaxed_f1"] >= 0.95
    assert scores["value_f1"] >= 0.85
