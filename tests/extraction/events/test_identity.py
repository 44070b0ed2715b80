"""Which mentions of a report tell one event: the YAML cases, and what an id promises."""

from collections import defaultdict

import pytest

from recoupe.extraction import read_documents
from recoupe.model import Document, Event


def events_of(text: str, language: str = "fr") -> list[Event]:
    document = Document(id="d", file="case.txt", text=text, sha256="", language=language)
    (reading,) = read_documents([document])
    found = {(e.trigger, e.type): e for s in reading.statements for e in s.events}
    return [found[key] for key in sorted(found)]


@pytest.mark.cases("same_events")
def test_same_events_case(case):
    told = defaultdict(list)
    found = events_of(case["text"], case["language"])
    for event in found:
        told[event.id].append(event.trigger.of(case["text"]))
    again = [words for words in told.values() if len(words) > 1]
    shown = [(e.trigger.of(case["text"]), e.type, e.status, e.id) for e in found]
    assert again == case["same"], shown


def test_every_event_has_an_id_of_its_document_and_type():
    for event in events_of("Oslo a livré deux radars à Riga. Un train a déraillé à Turin."):
        assert event.id.startswith(f"d:{event.type}@")


def test_a_report_of_none_is_read():
    assert events_of("Il fait beau à Riga.") == []


def test_what_is_told_in_one_report_never_depends_on_another():
    text = "Oslo a livré deux radars à Riga en mai. Cette livraison avait été tenue secrète."
    documents = [
        Document(id=name, file=name, text=text, sha256="", language="fr") for name in ("a", "b")
    ]
    one, other = read_documents(documents)
    ids = [{e.id for s in reading.statements for e in s.events} for reading in (one, other)]
    assert all(len(found) == 1 for found in ids)
    assert ids[0].isdisjoint(ids[1])
