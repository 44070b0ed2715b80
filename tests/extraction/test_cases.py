"""The YAML cases: texts whose attributions and factuality a linguist has written down."""

from pathlib import Path

import pytest
import yaml

from recoupe.extraction import read_documents
from recoupe.model import Document, Reading, Statement

CASES = Path(__file__).parent.parent / "cases"
# A word more or less at an edge ("aussi", an article) is not another reading.
SAME = 0.8


def read(text: str, language: str, **fields: str) -> Reading:
    document = Document(id="d", file="case.txt", text=text, sha256="", language=language, **fields)
    (reading,) = read_documents([document])
    return reading


def load(name: str) -> list:
    params = []
    for file in sorted(CASES.glob(f"*/{name}.yml")):
        for case in yaml.safe_load(file.read_text(encoding="utf-8")):
            marks = ()
            if case.get("todo"):
                marks = (pytest.mark.xfail(reason=case["todo"], strict=False),)
            params.append(pytest.param(file.parent.name, case, id=case["id"], marks=marks))
    return params


def overlap(a: str, b: str) -> float:
    """Share of the longer string that the other covers, when one holds the other."""
    shorter, longer = sorted((a, b), key=len)
    return len(shorter) / len(longer) if shorter in longer else 0.0


def words(text: str, span) -> str | None:
    return span.of(text) if span is not None else None


def found_for(expected: dict, statements: list[Statement], text: str) -> Statement | None:
    return next(
        (s for s in statements if overlap(s.content.of(text), expected["content"]) >= SAME), None
    )


@pytest.mark.parametrize(("language", "case"), load("attribution*"))
def test_attribution_case(language, case):
    text = case["text"]
    attributed = [s for s in read(text, language).statements if s.sources or s.cue]
    shown = [
        (s.content.of(text), [x.span.of(text) if x.span else x.name for x in s.sources])
        for s in attributed
    ]
    assert len(attributed) == len(case["statements"]), shown
    for expected in case["statements"]:
        statement = found_for(expected, attributed, text)
        assert statement is not None, f"no statement {expected['content']!r} among {shown}"
        assert statement.quotation == expected["quotation"]
        source = words(text, statement.sources[0].span) if statement.sources else None
        if expected["source"] is None:
            assert source is None
        else:
            assert source is not None, "the source is missing"
            assert overlap(source.lstrip("-t"), expected["source"]) >= 0.5, source
        if expected.get("claimer"):
            assert statement.sources[0].name == expected["claimer"]


@pytest.mark.parametrize(("language", "case"), load("factuality"))
def test_factuality_case(language, case):
    text = case["text"]
    statement = found_for(case, list(read(text, language).statements), text)
    assert statement is not None, "the statement was not found"
    assert statement.factuality == case["factuality"], [
        str(r) for r in statement.factuality_reasons
    ]
