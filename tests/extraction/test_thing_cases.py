"""The YAML cases of things: what bears what, what was found, and near misses that tell nothing."""

import pytest

from recoupe.extraction import read_documents
from recoupe.model import Document, ThingRead, ThingsRead


def read(text: str, language: str) -> ThingsRead:
    document = Document(
        id="d",
        file="case.txt",
        text=text,
        sha256="",
        language=language,
        published="2023-06-15",
        published_basis="metadata",
    )
    (reading,) = read_documents([document])
    return reading.things


def thing_shown(thing: ThingRead, text: str) -> dict:
    told = {"words": thing.span.of(text)}
    if thing.model:
        told["model"] = thing.model.name
    if thing.maker:
        told["maker"] = thing.maker.name
    if thing.nations:
        told["from"] = list(thing.nations)
    if thing.markings:
        told["bears"] = [f"{marking.kind} {marking.value}" for marking in thing.markings]
    if thing.codes:
        told["codes"] = [code.value for code in thing.codes]
    return told


@pytest.mark.cases("things*")
def test_thing_case(case):
    text = case["text"]
    found = read(text, case["language"])
    # One that only holds another, or was found, is told among the finds.
    things = [shown for t in found.named if len(shown := thing_shown(t, text)) > 1]
    assert things == case.get("things", [])
    finds = []
    for find in found.finds:
        told = {"thing": find.thing.of(text)}
        for name in ("within", "found", "examined"):
            if (span := getattr(find, name)) is not None:
                told[name] = span.of(text)
        for name in ("places", "finders", "examiners"):
            if roles := getattr(find, name):
                told[name] = [role.span.of(text) for role in roles]
        if find.times:
            told["when"] = [time.span.of(text) for time in find.times]
        finds.append(told)
    assert finds == case.get("finds", [])
