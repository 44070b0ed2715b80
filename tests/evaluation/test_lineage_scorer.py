"""The scorer of lineage and the program that makes edited reports."""

from pathlib import Path

import pytest
import yaml

from recoupe.errors import DataError
from recoupe.evaluation.frame import evaluation_folder
from recoupe.evaluation.lineage import evaluate
from recoupe.evaluation.lineage_edits import Editor, bare
from recoupe.evaluation.lineage_set import BY_PROGRAM, RELATIONS, TWICE, load_piles
from recoupe.model import Reading, Span

TEXT = [
    "VELSK, 3 mai (FO) - Le barrage de Velsk a cédé mardi, selon le préfet, à cause des pluies.",
    "Environ 300 habitants ont été évacués. Le lac, qui date de 1961, est vide.",
    "« Environ rien ne reste », a déclaré le maire.",
]
LISTS = {
    "words": [["selon", "d'après"], ["environ", "près de"], ["Environ", "Quelque"]],
    "rubrics": ["En bref"],
    "credits": ["Source : {outlet}"],
    "publishers": ["La Feuille"],
}


def test_two_editors_with_one_seed_do_the_same():
    made = [getattr(Editor(LISTS, "seed"), kind)(TEXT) for kind in ("heavy", "heavy")]
    assert made[0] == made[1]
    others = {"\n".join(Editor(LISTS, str(seed)).heavy(TEXT)) for seed in range(8)}
    assert len(others) > 1


def test_what_is_in_quotation_marks_is_never_edited():
    for seed in range(12):
        text = "\n".join(Editor(LISTS, str(seed)).heavy(TEXT))
        assert "maire" not in text or "« Environ rien ne reste »" in text


def test_headlines_and_datelines_are_left_off():
    assert bare(["Le barrage a cédé", *TEXT])[0].startswith("Le barrage de Velsk a cédé mardi")


@pytest.fixture(scope="module")
def piles():
    return list(load_piles(evaluation_folder() / "lineage"))


def test_there_are_three_hundred_pairs_a_third_of_them_kept_apart(piles):
    pairs = {part: sum(p.pairs for of, p in piles if of == part) for part, _ in piles}
    assert sum(pairs.values()) >= 300
    assert 0.3 <= pairs["held_out"] / sum(pairs.values()) <= 0.4


def test_the_set_is_the_same_whenever_it_is_made(piles):
    again = list(load_piles(evaluation_folder() / "lineage"))
    assert [p for _, p in again] == [p for _, p in piles]


def test_every_kind_of_pair_is_in_both_parts(piles):
    for part in ("development", "held_out"):
        kinds = {p.kind for of, p in piles if of == part}
        assert kinds == RELATIONS.keys() | {"together", "outside"}
    assert set(TWICE) <= set(BY_PROGRAM)


def test_a_broken_set_is_named(tmp_path):
    (tmp_path / "edits.yml").write_text("words: []")
    (tmp_path / "one.yml").write_text("day: 2031-01-01")
    with pytest.raises(DataError):
        list(load_piles(tmp_path))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a set of one affair."""
    affair = {"day": "2031-05-03"}
    entry = {"publisher": "Fil Ouest", "text": "\n\n".join(TEXT)}
    affair |= dict.fromkeys(("base", "own", "official", "summary", "back", "cites"), entry)
    text = yaml.safe_dump(affair, allow_unicode=True).replace("'2031-05-03'", "2031-05-03")
    (tmp_path / "velsk.yml").write_text(text, encoding="utf-8")
    (tmp_path / "edits.yml").write_text(yaml.safe_dump(LISTS, allow_unicode=True))
    return tmp_path


def test_what_finds_no_words_finds_no_edges(small):
    def read(documents):
        return [Reading(document=d.id, version="blind") for d in documents]

    figures = evaluate(small, read)
    assert figures["recall"] == 0
    assert figures["independent_alarms"] == 0


def test_an_alarm_is_an_edge_to_what_was_written_independently(small):
    def read(documents):
        return [
            Reading(document=d.id, version="all", body=(Span(0, len(d.text)),)) for d in documents
        ]

    # Here even the "independent" report is the base, word for word.
    figures = evaluate(small, read)
    assert figures["independent_alarms"] == 1
    assert figures["recall_copy"] == 1
    assert figures["precision"] < 1
