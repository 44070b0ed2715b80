"""The YAML cases of events: what each sentence tells of, and near misses that tell of nothing."""

import pytest

from recoupe.extraction import read_documents
from recoupe.model import Document, Event


def found_in(text: str, language: str) -> list[Event]:
    document = Document(id="d", file="case.txt", text=text, sha256="", language=language)
    (reading,) = read_documents([document])
    found = {(e.trigger, e.type): e for s in reading.statements for e in s.events}
    return [found[key] for key in sorted(found)]


def shown(event: Event, text: str) -> dict:
    roles = {
        role: [(filler.span.of(text), filler.name) for filler in fillers]
        for role, fillers in event.roles.items()
    }
    return {
        "trigger": event.trigger.of(text),
        "type": event.type,
        "status": event.status,
        "roles": roles,
    }


@pytest.mark.cases("events*")
def test_event_case(case):
    text = case["text"]
    found = [shown(event, text) for event in found_in(text, case["language"])]
    told = [(event["trigger"], event["type"]) for event in found]
    assert told == [(e["trigger"], e["type"]) for e in case["events"]], found
    for expected, event in zip(case["events"], found, strict=True):
        if "status" in expected:
            assert event["status"] == expected["status"], event
        for role, fillers in expected.get("roles", {}).items():
            got = event["roles"].get(role, [])
            assert len(got) == len(fillers), (role, event)
            assert all(any(wanted in words for words in got) for wanted in fillers), (role, event)
