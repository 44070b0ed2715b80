"""The YAML cases of names: where they begin and end, what they name, and for whom they stand."""

import pytest

from recoupe.extraction import read_documents
from recoupe.model import Document


@pytest.mark.cases("names*")
def test_name_case(case):
    document = Document(
        id="d", file="case.txt", text=case["text"], sha256="", language=case["language"]
    )
    (reading,) = read_documents([document])
    found = {m.span.of(case["text"]): (m.schema_name, m.name) for m in reading.mentions}
    for expected in case["names"]:
        words = expected["words"]
        assert words in found, found
        schema, name = found[words]
        assert schema == expected["schema"], found
        assert name == expected.get("name", words)
    assert not set(case.get("none", ())) & set(found), found
