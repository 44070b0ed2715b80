"""The YAML cases of basis: what a source says that it rests on."""

from pathlib import Path

import pytest
import yaml

from recoupe.extraction import read_documents
from recoupe.model import Document

CASES = Path(__file__).parent.parent / "cases"


def cases() -> list:
    return [
        pytest.param(file.parent.name, case, id=case["id"])
        for file in sorted(CASES.glob("*/basis.yml"))
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("language", "case"), cases())
def test_basis_case(language, case):
    text = case["text"]
    document = Document(id="d", file="case.txt", text=text, sha256="", language=language)
    (reading,) = read_documents([document])
    found = [s for s in reading.statements if case["said"] in s.content.of(text)]
    assert found, [s.content.of(text) for s in reading.statements]
    # The shortest that holds the words: the content of an attribution, not the sentence around it.
    statement = min(found, key=lambda s: s.content.end - s.content.start)
    if case["kind"] is None:
        assert statement.basis is None, statement.basis.span.of(text)
    else:
        assert statement.basis is not None
        told = (statement.basis.kind, statement.basis.span.of(text))
        assert told == (case["kind"], case["words"])
