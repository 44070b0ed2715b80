"""The scorer of polarity and modality, on a document small enough to count by hand."""

from pathlib import Path

import pytest

from recoupe.errors import DataError
from recoupe.evaluation.modality import evaluate, read_events

DOCUMENT = """<?xml version='1.0' encoding='UTF-8'?>
<TimeML><DOCID>x</DOCID><TEXT>
Le port n'a pas <EVENT eid="e1" {first}>fermé</EVENT>.
Le quai pourrait <EVENT eid="e2" {second}>rouvrir</EVENT> lundi.
La grue a <EVENT eid="e3">coulé</EVENT>.
</TEXT></TimeML>
"""


def folder(tmp_path: Path, first: str, second: str) -> Path:
    text = DOCUMENT.format(first=first, second=second)
    (tmp_path / "x.tml").write_text(text, encoding="utf-8")
    return tmp_path


def test_events_come_with_their_marks_out_of_the_markup(tmp_path: Path):
    path = folder(tmp_path, 'polarity="NEG"', 'modality="POSSIBILITY"') / "x.tml"
    text, events = read_events(path)
    assert [event.span.of(text) for event in events] == ["fermé", "rouvrir", "coulé"]
    assert [(e.neg, e.possibility) for e in events] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_a_right_reading_scores_one(tmp_path: Path):
    scores = evaluate(folder(tmp_path, 'polarity="NEG"', 'modality="POSSIBILITY"'))
    assert (scores["neg_f1"], scores["possibility_f1"], scores["accuracy"]) == (1, 1, 1)
    assert (scores["neg_n_f1"], scores["possibility_n_f1"], scores["n_accuracy"]) == (1, 1, 3)


def test_what_is_read_and_not_marked_lowers_precision(tmp_path: Path):
    scores = evaluate(folder(tmp_path, "", 'modality="POSSIBILITY"'))
    assert scores["neg_precision"] == 0
    assert scores["accuracy"] == pytest.approx(2 / 3, abs=1e-4)


def test_what_is_marked_and_not_read_lowers_recall(tmp_path: Path):
    text = DOCUMENT.format(first='polarity="NEG"', second="").replace("n'a pas", "a")
    (tmp_path / "x.tml").write_text(text, encoding="utf-8")
    assert evaluate(tmp_path)["neg_recall"] == 0


def test_a_folder_without_the_corpus_is_refused(tmp_path: Path):
    with pytest.raises(DataError, match="TimeML"):
        evaluate(tmp_path)


def test_a_file_that_is_no_timeml_is_named(tmp_path: Path):
    (tmp_path / "broken.tml").write_text("<TimeML>", encoding="utf-8")
    with pytest.raises(DataError, match=r"broken\.tml"):
        evaluate(tmp_path)
