"""The YAML cases of basis: what a source says that it rests on."""

import pytest

from recoupe.extraction import read_documents
from recoupe.model import Document


@pytest.mark.cases("basis")
def test_basis_case(case):
    text = case["text"]
    document = Document(id="d", file="case.txt", text=text, sha256="", language=case["language"])
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
