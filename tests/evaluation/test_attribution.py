"""The scorer of attribution, on statements whose score can be told by hand."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml

from recoupe.errors import DataError
from recoupe.evaluation.attribution import evaluate
from recoupe.evaluation.claimers import same_name
from recoupe.evaluation.gold import HELD_OUT, load_gold, locate, locate_near
from recoupe.evaluation.matching import match, overlap
from recoupe.evaluation.mistakes import errors
from recoupe.model import Document, Factuality, Reading, Source, Span, Statement

ROOT = Path(__file__).parent.parent.parent
GOLD = ROOT / "evaluation" / "gold"

TEXT = (
    "La mairie de Gand est inquiète. Selon Anna Claes, le pont est fermé. "
    "Le préfet nie que la digue ait cédé. Il a dit que le lac serait vidé. "
    "Le tunnel aurait été inondé."
)
ANNOTATED = [
    {
        "content": "le pont est fermé",
        "source": "Anna Claes",
        "cue": "Selon",
        "claimer": "Anna Claes",
        "quotation": "indirect",
        "factuality": "CT+",
    },
    {
        "content": "la digue ait cédé",
        "source": "Le préfet",
        "cue": "nie",
        "claimer": "Le préfet",
        "quotation": "indirect",
        "factuality": "CT-",
    },
    {
        "content": "le lac serait vidé",
        "source": "Il",
        "cue": "a dit",
        "claimer": "Le préfet",
        "quotation": "indirect",
        "factuality": ["CT+", "PS+"],
    },
    {"voice": "own", "content": "Le tunnel aurait été inondé", "factuality": "PS+"},
]


@pytest.fixture
def gold(tmp_path):
    write(tmp_path / "pont" / "01.yml", ANNOTATED)
    return tmp_path


def write(path: Path, statements: list, text: str = TEXT) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        yaml.safe_dump({"register": "daily", "text": text, "statements": statements}),
        encoding="utf-8",
    )


def said(content: str, source: str | None, cue: str | None, value: str, **fields) -> Statement:
    span = locate(TEXT, content)
    sources = ()
    if source:
        name = fields.get("name", source)
        sources = (Source(span=locate_near(TEXT, source, span, span), kind="person", name=name),)
    return Statement(
        id=f"s{span.start}",
        document="d",
        content=span,
        sentence=span,
        quotation="indirect" if source else None,
        cue=locate_near(TEXT, cue, span, span) if cue else None,
        sources=sources,
        factuality=Factuality(value),
    )


def reader(*statements: Statement):
    def read(documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            yield Reading(document=document.id, version="test", statements=statements)

    return read


RIGHT = (
    said("le pont est fermé", "Anna Claes", "Selon", "CT+"),
    said("la digue ait cédé", "Le préfet", "nie", "CT-"),
    said("le lac serait vidé", "Il", "a dit", "CT+", name="préfet"),
    said("Le tunnel aurait été inondé", None, None, "PS+"),
)


def test_a_perfect_reading_has_every_share_at_its_best(gold):
    figures = evaluate(gold, reader(*RIGHT))
    shares = {key: value for key, value in figures.items() if not key.startswith("n_")}
    assert shares.pop("uncertain_as_certain") == 0
    assert set(shares.values()) == {1.0}
    assert figures["n_statements"] == 3
    assert figures["n_factuality"] == 4
    assert not list(errors(gold, reader(*RIGHT)))


def test_a_report_read_as_nothing_scores_nothing_and_does_not_fail(gold):
    figures = evaluate(gold, reader())
    assert figures["content_f1_30"] == figures["content_recall_80"] == 0
    assert "claimer" not in figures


def test_what_is_missed_costs_recall_and_what_is_made_up_costs_precision(gold):
    figures = evaluate(
        gold, reader(RIGHT[0], said("La mairie de Gand est inquiète", "Gand", None, "CT+"))
    )
    assert figures["content_recall_30"] == pytest.approx(1 / 3)
    assert figures["content_precision_30"] == pytest.approx(1 / 2)


def test_a_span_too_long_counts_at_0_3_but_not_at_0_8(gold):
    longer = said("nie que la digue ait cédé", "Le préfet", "nie", "CT-")
    figures = evaluate(gold, reader(RIGHT[0], longer, RIGHT[2]))
    assert figures["content_f1_30"] == 1
    assert figures["content_recall_80"] == pytest.approx(2 / 3)


def test_a_denial_read_as_plain_fact_is_the_vital_error(gold):
    wrong = said("la digue ait cédé", "Le préfet", "nie", "CT+")
    figures = evaluate(gold, reader(RIGHT[0], wrong, RIGHT[2], RIGHT[3]))
    assert figures["uncertain_as_certain"] == pytest.approx(1 / 2)
    assert figures["n_confusion_CT-_CT+"] == 1
    assert figures["factuality_CT-"] == 0


def test_a_denial_missed_and_read_in_plain_voice_is_the_vital_error_too(gold):
    plain = said("Le préfet nie que la digue ait cédé", None, None, "CT+")
    figures = evaluate(gold, reader(RIGHT[0], plain, RIGHT[3]))
    assert figures["uncertain_as_certain"] == pytest.approx(1 / 2)


def test_a_second_value_that_can_be_defended_is_right(gold):
    other = said("le lac serait vidé", "Il", "a dit", "PS+", name="le préfet")
    assert evaluate(gold, reader(other))["factuality"] == 1


def test_a_pronoun_left_unresolved_is_wrong_out_of_the_sentence_alone(gold):
    unresolved = said("le lac serait vidé", "Il", "a dit", "CT+")
    figures = evaluate(gold, reader(RIGHT[0], RIGHT[1], unresolved))
    assert figures["claimer_in_sentence"] == 1
    assert figures["n_claimer_in_sentence"] == 2
    assert figures["claimer_out_of_sentence"] == 0


def test_an_optional_statement_is_neither_asked_for_nor_held_against_anyone(tmp_path):
    write(tmp_path / "pont" / "01.yml", [{**ANNOTATED[0], "optional": True}, ANNOTATED[1]])
    for found in (RIGHT[1:2], RIGHT[:2]):
        figures = evaluate(tmp_path, reader(*found))
        assert figures["content_f1_30"] == 1
        assert figures["n_statements"] == 1


def test_the_part_kept_apart_is_scored_apart_and_its_mistakes_are_not_listed(gold):
    write(gold / HELD_OUT / "pont" / "01.yml", ANNOTATED)
    figures = evaluate(gold, reader())
    assert figures["n_statements"] == figures["held_out_n_statements"] == 3
    listed = list(errors(gold, reader()))
    assert listed
    assert not [line for line in listed if HELD_OUT in line]


def test_every_kind_of_mistake_is_listed(gold):
    wrong = (
        said("Selon Anna Claes, le pont est fermé", "Gand", None, "CT+"),
        said("la digue ait cédé", "Le préfet", "nie", "CT+"),
        said("La mairie de Gand est inquiète", "Gand", None, "CT+"),
    )
    kinds = {line.split(": ")[1] for line in errors(gold, reader(*wrong))}
    assert kinds == {"missed", "spurious", "span", "claimer", "factuality"}


def test_statements_are_matched_one_to_one_the_nearest_first(gold):
    (report,) = load_gold(gold)
    wide = said(
        "Le préfet nie que la digue ait cédé. Il a dit que le lac serait vidé", "Il", None, "CT+"
    )
    pairs = match(report.statements[:3], [wide, RIGHT[1]], 0.2)
    assert [(pair[0].content, pair[1].id) for pair in pairs] == [
        (report.statements[1].content, RIGHT[1].id),
        (report.statements[2].content, wide.id),
    ]


def test_overlap_is_relative_to_the_longer_span():
    assert overlap(Span(0, 10), Span(5, 10)) == 0.5
    assert overlap(Span(5, 10), Span(0, 10)) == 0.5
    assert overlap(Span(0, 5), Span(5, 10)) == 0


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        ("Anna Claes", "Anna Claes", True),
        ("Anna Claes", "la ministre Anna Claes", True),
        ("Anna Claes", "Claes", False),
        ("Élise Noël", "ELISE NOEL", True),
        ("le préfet", "Le préfet", True),
        ("un responsable", "trois responsables proches du dossier", False),
        ("un responsable", "un responsable du ministère", False),
        ("une source", "cette source", True),
        ("Claes", "M. Claes", True),
    ],
)
def test_names_of_claimers_are_compared_as_a_reader_would(expected, found, same):
    assert same_name(expected, found) is same


@pytest.mark.parametrize(
    "broken",
    [
        {"content": "ces mots n'y sont pas"},
        {"cue": "murmure"},
        {"factuality": "MAYBE"},
        {"content": "le"},
    ],
)
def test_an_annotation_that_its_text_does_not_bear_out_is_refused(tmp_path, broken):
    write(tmp_path / "pont" / "01.yml", [{**ANNOTATED[0], **broken}])
    with pytest.raises(DataError, match=r"pont/01\.yml"):
        list(load_gold(tmp_path))


def test_a_folder_without_gold_is_refused(tmp_path):
    with pytest.raises(DataError, match="no annotated report"):
        evaluate(tmp_path, reader())


def test_words_inside_the_content_are_no_cue_while_there_are_others_close_by():
    text = "« Il n'a rien vu », dit-il."
    content = locate(text, "Il n'a rien vu")
    assert locate_near(text, "il", locate(text, "dit"), content).start == text.index("il.")


def test_the_gold_quotes_its_reports_and_keeps_a_part_apart():
    reports = list(load_gold(GOLD))
    assert {report.part for report in reports} == {"development", HELD_OUT}
    assert len(reports) == len(list(GOLD.rglob("*.yml"))) >= 20
    assert sum(not s.own and not s.optional for r in reports for s in r.statements) >= 200


def test_each_sample_report_is_annotated():
    read = {report.document.file for report in load_gold(GOLD)}
    reports = {p.name for p in (ROOT / "samples").glob("*.*") if p.suffix in {".txt", ".html"}}
    assert reports - read == {"13-vide.txt", "14-image.txt"}
