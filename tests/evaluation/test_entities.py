"""The scorer of names, on sentences small enough to count by hand, and the set itself."""

from pathlib import Path

import pytest

from recoupe.errors import DataError
from recoupe.evaluation.entities import Sentence, load, score
from recoupe.evaluation.frame import evaluation_folder, get_benchmark
from recoupe.language import get_pack
from recoupe.model import Span

LABELS = ("PER", "ORG", "PUBLIC", "LOC", "PROD", "EVENT")
ONE = """
- text: Ana Roux a vu Roux et le lac Bleu, selon l'Agence.
  register: daily
  entities:
  - PER: Ana Roux
  - PER: Roux
    occurrence: 2
  - LOC: lac Bleu
    or: Bleu
  - PUBLIC/ORG: Agence
"""
OPTIONAL = """
- text: Le Rat a quitté Pau.
  register: police
  entities:
  - PER: Rat
    optional: true
  - LOC: Pau
"""
EMPTY = "- {text: Il pleut sur les Belges., register: daily, entities: []}"
CAPITALS = "- {text: ANA ROUX QUITTE PAU, register: capitals, entities: [PER: ANA ROUX, LOC: PAU]}"


def annotated(tmp_path: Path, *content: str) -> list[Sentence]:
    for at, part in enumerate(content):
        (tmp_path / f"{at}.yml").write_text(part, encoding="utf-8")
    return list(load(tmp_path, LABELS))


def found(sentence: Sentence, *names: tuple[str, str]) -> list[tuple[Span, str]]:
    """Names by their words: the last place where those stand."""
    places = [(sentence.text.rindex(words), words, label) for words, label in names]
    return [(Span(start, start + len(words)), label) for start, words, label in places]


def test_an_annotation_finds_its_words_and_the_other_extents_that_are_right(tmp_path):
    (sentence,) = annotated(tmp_path, ONE)
    words = [entity.span.of(sentence.text) for entity in sentence.entities]
    assert words == ["Ana Roux", "Roux", "lac Bleu", "Agence"]
    assert sentence.entities[1].span.start == sentence.text.rindex("Roux")
    lake = sentence.entities[2]
    assert sorted(extent.of(sentence.text) for extent in lake.extents) == ["Bleu", "lac Bleu"]
    assert sentence.entities[3].labels == ("PUBLIC", "ORG")


@pytest.mark.parametrize(
    ("entity", "complaint"),
    [
        ("PER: Rat", "'Rat' does not stand in the text"),
        ("PER: Roux", "'Roux' stands 2 times"),
        ("PERSON: Ana", "no label PERSON"),
        ("{PER: Ana, ORG: vu}", "one label"),
        ("optional: true", "one label"),
        ("{PER: Ana, or: Roux}", "'Roux' does not stand in the text"),
    ],
)
def test_an_annotation_that_cannot_be_right_is_refused(tmp_path, entity, complaint):
    content = f"- text: Ana Roux a vu Roux.\n  register: daily\n  entities:\n  - {entity}\n"
    with pytest.raises(DataError, match=rf"0\.yml.*{complaint}"):
        annotated(tmp_path, content)


@pytest.mark.parametrize("entities", ["[PER: Ana Roux, PER: Ana]", "[LOC: Pau, PER: Ana Roux]"])
def test_names_that_overlap_or_stand_out_of_order_are_refused(tmp_path, entities):
    content = f"- {{text: Ana Roux quitte Pau., register: daily, entities: {entities}}}"
    with pytest.raises(DataError, match="overlaps the name before it"):
        annotated(tmp_path, content)


def test_a_folder_without_sentences_and_a_sentence_without_text_are_refused(tmp_path):
    with pytest.raises(DataError, match="no annotated sentences in"):
        annotated(tmp_path)
    with pytest.raises(DataError, match=r"0\.yml"):
        annotated(tmp_path, "- register: daily\n  entities: []\n")


def test_a_perfect_reading_scores_one_with_any_of_the_right_extents_and_labels(tmp_path):
    (sentence,) = annotated(tmp_path, ONE)
    first = (Span(0, len("Ana Roux")), "PER")
    for lake, agency in (("lac Bleu", "PUBLIC"), ("Bleu", "ORG")):
        rest = found(sentence, ("Roux", "PER"), (lake, "LOC"), ("Agence", agency))
        figures = score([sentence], [[first, *rest]])
        for metric in ("f1", "precision", "recall", "span_f1", "f1_PER", "f1_LOC", "f1_PUBLIC"):
            assert figures[metric] == 1, metric
        assert (figures["n_f1"], figures["n_f1_PER"], figures["n_f1_PUBLIC"]) == (4, 2, 1)
        assert "f1_ORG" not in figures


def test_a_wrong_label_costs_both_labels_and_leaves_the_span_right(tmp_path):
    (sentence,) = annotated(tmp_path, ONE)
    read = found(sentence, ("Roux", "ORG"), ("Bleu", "LOC"), ("Agence", "PUBLIC"))
    figures = score([sentence], [read])
    assert (figures["precision"], figures["recall"]) == (pytest.approx(2 / 3), 2 / 4)
    assert (figures["span_precision"], figures["span_recall"]) == (1, 3 / 4)
    assert (figures["precision_ORG"], figures["n_precision_ORG"]) == (0, 1)
    assert (figures["recall_PER"], figures["f1_PER"]) == (0, 0)


def test_a_span_one_word_off_is_not_found(tmp_path):
    (sentence,) = annotated(tmp_path, ONE)
    figures = score([sentence], [found(sentence, ("le lac Bleu", "LOC"), ("Ana", "PER"))])
    assert (figures["f1"], figures["span_f1"]) == (0, 0)


def test_an_optional_name_counts_neither_when_found_nor_when_missed(tmp_path):
    (sentence,) = annotated(tmp_path, OPTIONAL)
    city = ("Pau", "LOC")
    for read in ([city], [("Rat", "ORG"), city], [("Le Rat", "PER"), city]):
        figures = score([sentence], [found(sentence, *read)])
        assert (figures["f1"], figures["n_f1"], figures["n_precision"]) == (1, 1, 1)
        assert figures["n_person_as_other"] == 0


def test_a_name_over_an_optional_one_and_another_is_held_against_the_system(tmp_path):
    (sentence,) = annotated(tmp_path, OPTIONAL)
    figures = score([sentence], [found(sentence, ("Rat a quitté Pau", "LOC"))])
    assert (figures["precision"], figures["n_precision"]) == (0, 1)


def test_persons_taken_for_others_and_others_for_persons_are_shares_of_theirs(tmp_path):
    (sentence,) = annotated(tmp_path, ONE)
    read = [(Span(0, 3), "LOC"), *found(sentence, ("lac Bleu", "PER"), ("Agence", "ORG"))]
    figures = score([sentence], [read])
    assert (figures["person_as_other"], figures["n_person_as_other"]) == (1 / 2, 2)
    assert (figures["other_as_person"], figures["n_other_as_person"]) == (1 / 2, 2)


def test_a_person_that_is_cut_is_not_taken_for_something_else(tmp_path):
    (sentence,) = annotated(tmp_path, CAPITALS)
    read = found(sentence, ("ANA", "LOC"), ("ROUX", "PER"))
    assert score([sentence], [read])["person_as_other"] == 0


def test_a_sentence_without_names_tells_whether_one_was_found_in_it(tmp_path):
    (sentence,) = annotated(tmp_path, EMPTY)
    figures = score([sentence, sentence], [found(sentence, ("Belges", "LOC")), []])
    assert (figures["alarm_without_names"], figures["n_alarm_without_names"]) == (1 / 2, 2)
    assert (figures["precision"], figures["n_precision"]) == (0, 1)


def test_headlines_in_capitals_are_counted_apart_too(tmp_path):
    plain, capitals = annotated(tmp_path, OPTIONAL, CAPITALS)
    figures = score([plain, capitals], [found(plain, ("Pau", "LOC")), []])
    assert (figures["f1_capitals"], figures["n_f1_capitals"]) == (0, 2)
    assert (figures["f1"], figures["n_f1"], figures["n_sentences"]) == (2 / 4, 3, 2)


def test_the_set_has_every_label_and_sentences_without_names():
    sentences = list(load(evaluation_folder() / "entities", get_pack("fr").schemas))
    assert len({sentence.text for sentence in sentences}) == len(sentences) >= 240
    asked = [e for s in sentences for e in s.entities if not e.optional]
    assert {entity.labels[0] for entity in asked} == get_pack("fr").schemas.keys()
    assert sum(not sentence.entities for sentence in sentences) >= 25
    capitals = [s for s in sentences if s.register == "capitals"]
    assert len(capitals) >= 25
    assert all(sentence.text.isupper() for sentence in capitals)


def test_the_benchmark_is_offered_and_scores_the_french_pipeline():
    figures = get_benchmark("entities").run()
    assert 0 < figures["precision"] < 1
    assert figures["n_f1"] > figures["n_f1_PER"] > 200
    assert figures["span_f1"] >= figures["f1"]
