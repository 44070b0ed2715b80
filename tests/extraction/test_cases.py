"""The YAML cases: texts whose attributions and factuality a linguist has written down."""

import pytest

from recoupe.extraction import read_documents
from recoupe.model import Document, Reading, Statement

# A word more or less at an edge ("aussi", an article) is not another reading.
SAME = 0.8


def read(text: str, language: str, **fields: str) -> Reading:
    document = Document(id="d", file="case.txt", text=text, sha256="", language=language, **fields)
    (reading,) = read_documents([document])
    return reading


def overlap(a: str, b: str) -> float:
    """Share of the longer string that the other covers, when one holds the other."""
    shorter, longer = sorted((a, b), key=len)
    return len(shorter) / len(longer) if shorter in longer else 0.0


def words(text: str, span) -> str | None:
    return span.of(text) if span is not None else None


def found_for(expected: dict, statements: list[Statement], text: str) -> Statement | None:
    same = [s for s in statements if overlap(s.content.of(text), expected["content"]) >= SAME]
    # "X affirme que P, ce que Y dément": the same words, told apart by who says them.
    named = [
        s
        for s in same
        if s.sources and s.sources[0].span and s.sources[0].span.of(text) == expected.get("source")
    ]
    return next(iter(named or same), None)


@pytest.mark.cases("attribution*")
def test_attribution_case(case):
    text = case["text"]
    attributed = [s for s in read(text, case["language"]).statements if s.sources or s.cue]
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


@pytest.mark.cases("factuality*")
def test_factuality_case(case):
    text = case["text"]
    statement = found_for(case, list(read(text, case["language"]).statements), text)
    assert statement is not None, "the statement was not found"
    assert statement.factuality == case["factuality"], [
        str(r) for r in statement.factuality_reasons
    ]
