"""The scorers of lineage and claims, on an affair whose score can be told by hand."""

import pytest
import yaml

from recoupe.evaluation.linking import evaluate
from recoupe.model import Factuality, Reading, Statement

WIRE = "Le barrage de Velsk a cédé mardi matin sous la poussée des eaux du lac voisin."
OTHER = "Aucune victime n'a été retrouvée, selon le maire."


def _report(text: str, claims: dict[str, str], draws_on: list[dict[str, str]]) -> str:
    return yaml.safe_dump(
        {
            "title": "Le barrage",
            "publisher": "La Gazette",
            "published": "2024-03-12",
            "draws_on": draws_on,
            "text": text,
            "statements": [
                {"voice": "own", "content": words, "factuality": "CT+", "claim": claim}
                for words, claim in claims.items()
            ],
        },
        allow_unicode=True,
    )


@pytest.fixture
def gold(tmp_path):
    """Two reports of which the second copies the first's sentence."""
    folder = tmp_path / "barrage"
    folder.mkdir()
    (folder / "01.yml").write_text(_report(WIRE, {WIRE[:-1]: "cede"}, []), encoding="utf-8")
    (folder / "02.yml").write_text(
        _report(
            f"{WIRE} {OTHER}",
            {WIRE[:-1]: "cede", OTHER[:-1]: "victime"},
            [{"report": "01", "relation": "copy"}],
        ),
        encoding="utf-8",
    )
    return tmp_path


def reads(*sentences):
    """Return a reader that finds each of these sentences, in the report's own voice."""

    def read(documents):
        for document in documents:
            statements = []
            for sentence in sentences:
                start = document.text.find(sentence)
                if start >= 0:
                    statements.append(
                        Statement(
                            id=f"{document.id}:{start}",
                            document=document.id,
                            content={"start": start, "end": start + len(sentence)},
                            sentence={"start": start, "end": start + len(sentence) + 1},
                            factuality=Factuality.CERTAIN,
                        )
                    )
            yield Reading(
                document=document.id,
                version="0",
                body=({"start": 0, "end": len(document.text)},),
                dating={},
                statements=tuple(statements),
            )

    return read


def test_statements_that_say_the_same_in_one_claim_score_full(gold):
    figures = evaluate(gold, reads(WIRE[:-1], OTHER[:-1]))
    assert figures["n_claims_pairs"] == 1
    assert figures["claims_f1"] == 1


def test_a_pair_that_was_not_read_is_missed(gold):
    figures = evaluate(gold, reads(OTHER[:-1]))
    assert figures["claims_recall"] == 0


def test_an_edge_is_scored_for_being_there_its_direction_and_its_kind(gold):
    figures = evaluate(gold, reads(WIRE[:-1]))
    assert figures["n_edges"] == 1
    assert figures["lineage_recall"] in {0, 1}
    assert figures["lineage_precision"] == figures["lineage_recall"]


def test_an_affair_without_a_word_on_lineage_is_not_scored_for_it(tmp_path):
    folder = tmp_path / "barrage"
    folder.mkdir()
    for name in ("01", "02"):
        (folder / f"{name}.yml").write_text(_report(WIRE, {WIRE[:-1]: "cede"}, []), "utf-8")
    assert evaluate(tmp_path, reads(WIRE[:-1]))["n_edges"] == 0


def test_an_edge_to_a_report_of_the_outlet_annotated_is_neither_right_nor_wrong(tmp_path):
    folder = tmp_path / "barrage"
    folder.mkdir()
    long = f"{WIRE} {OTHER} Les secours cherchent encore quatre habitants de la vallée basse."
    edge = {"outlet": "La Gazette", "relation": "copy"}
    (folder / "01.yml").write_text(_report(long, {WIRE[:-1]: "cede"}, []), "utf-8")
    (folder / "02.yml").write_text(_report(long, {WIRE[:-1]: "cede"}, [edge]), "utf-8")
    assert evaluate(tmp_path, reads(WIRE[:-1]))["lineage_precision"] == 0
    # Nothing was asked for and nothing found counts: neither a hit nor a false alarm.
    assert evaluate(tmp_path, reads(WIRE[:-1]))["n_edges"] == 0


def test_relations_are_scored_by_the_claims_that_stand_in_them(tmp_path):
    folder = tmp_path / "gold" / "barrage"
    folder.mkdir(parents=True)
    opposite = "Le barrage de Velsk n'a pas cédé mardi matin sous la poussée des eaux du lac voisin"
    for name, words, claim in (("01", WIRE[:-1], "cede"), ("02", opposite, "tient")):
        text = _report(f"{words}.", {words: claim}, [])
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    relations = tmp_path / "gold_relations"
    relations.mkdir()
    (relations / "barrage.yml").write_text(
        "- {claim: tient, relation: refutes, of: cede}\n", encoding="utf-8"
    )
    denied = reads(WIRE[:-1], opposite)

    def read(documents):
        for reading in denied(documents):
            statements = tuple(
                s.model_copy(update={"factuality": Factuality.CERTAIN_NOT})
                if s.content.end == len(opposite)
                else s
                for s in reading.statements
            )
            yield reading.model_copy(update={"statements": statements})

    figures = evaluate(tmp_path / "gold", read)
    assert figures["n_relations"] == 1
    assert figures["relations_f1"] == 1
    assert evaluate(tmp_path / "gold", denied)["relations_recall"] == 0


@pytest.mark.parametrize(("expected", "exact"), [("1", 1), ("2", 0), ("[1, 2]", 0)])
def test_origins_are_exact_where_least_and_most_are_those_annotated(tmp_path, expected, exact):
    folder = tmp_path / "gold" / "barrage"
    folder.mkdir(parents=True)
    for name, draws_on in (("01", []), ("02", [{"report": "01", "relation": "copy"}])):
        text = _report(f"{WIRE} {OTHER}", {WIRE[:-1]: "cede"}, draws_on)
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    origins = tmp_path / "gold_origins"
    origins.mkdir()
    (origins / "barrage.yml").write_text(f"cede: {expected}\n", encoding="utf-8")
    figures = evaluate(tmp_path / "gold", reads(WIRE[:-1]))
    assert figures["n_origins"] == 1
    assert figures["origins_exact"] == exact


def test_two_annotated_statements_of_the_same_words_are_two(tmp_path):
    folder = tmp_path / "gold" / "barrage"
    folder.mkdir(parents=True)
    entry = yaml.safe_load(_report(WIRE, {WIRE[:-1]: "cede"}, []))
    second = entry["statements"][0] | {"claim": "tient"}
    for name, statements in (
        ("01", entry["statements"] + [second]),
        ("02", entry["statements"]),
    ):
        text = yaml.safe_dump(entry | {"statements": statements}, allow_unicode=True)
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    figures = evaluate(tmp_path / "gold", reads(WIRE[:-1]))
    # The second of the two was read by nobody: it joins no claim.
    assert (figures["n_claims_pairs"], figures["claims_precision"]) == (1, 1)
