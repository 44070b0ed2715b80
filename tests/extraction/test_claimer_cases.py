"""The YAML cases of claimers: whom the words of a source stand for."""

import pytest

from recoupe.extraction import read_documents
from recoupe.model import Document, Source

OPEN = {"pronoun-unresolved", "source-not-named", "title-fits-several"}
FOR_STATE = {"capital-for-state", "seat-for-state", "state-by-adjective"}


def nearest_source(language: str, text: str, said: str) -> Source:
    """Return the source of the last statement whose content holds the words."""
    document = Document(id="d", file="case.txt", text=text, sha256="", language=language)
    (reading,) = read_documents([document])
    found = [s for s in reading.statements if s.sources and said in s.content.of(text)]
    assert found, [(s.content.of(text), len(s.sources)) for s in reading.statements]
    return found[-1].sources[0]


@pytest.mark.cases("claimers*")
def test_claimer_case(case):
    source = nearest_source(case["language"], case["text"], case["said"])
    rules = {reason.rule for reason in source.reasons}
    if case["claimer"] is not None:
        assert source.name == case["claimer"], source
    assert bool(rules & OPEN) == bool(case.get("open")), source
    if "kind" in case:
        assert source.kind == case["kind"]
    assert set(case.get("candidates", ())) <= set(source.candidates)
    whose = {reason.words for reason in source.reasons if reason.rule == "possessor"}
    if "of" in case:
        assert whose == {case["of"]}
    states = case.get("state", [])
    told = {reason.words for reason in source.reasons if reason.rule in FOR_STATE}
    assert told == set(states if isinstance(states, list) else [states])
