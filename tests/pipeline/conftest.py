"""Stand-ins for reading and linking, which have their own tests, and a pile of four reports."""

import re

import pytest

from recoupe import extraction, linking
from recoupe.model import Claim, Links, Origin, Reading, Span, Statement
from recoupe.pipeline import reading as reading_stage

LINK = linking.link


class Stages:
    """Stand-ins: every line is a statement, every distinct line a claim."""

    def __init__(self):
        self.version = "1"
        self.read = []
        self.linked = []
        self.judged = []

    def read_documents(self, documents):
        batch = []
        for document in documents:
            batch.append(document)
            if len(batch) == 3:  # as spaCy does: nothing comes out before a batch is full
                yield from map(self._reading, batch)
                batch = []
        yield from map(self._reading, batch)

    def _reading(self, document):
        if "poison" in document.text:
            raise ZeroDivisionError("float division\nby zero")
        self.read.append(document.file)
        spans = [Span(*found.span()) for found in re.finditer(r"[^\n]+", document.text)]
        statements = tuple(
            Statement(id=f"{document.id}:{at.start}", document=document.id, content=at, sentence=at)
            for at in spans
        )
        return Reading(document=document.id, version=self.version, statements=statements)

    def link(self, documents, readings, judgements=(), memory=None):
        self.linked.append([document.file for document in documents])
        self.judged.append(judgements)
        said = {}
        for document in documents:
            for statement in readings[document.id].statements:
                said.setdefault(statement.content.of(document.text), []).append(statement)
        claims = tuple(
            Claim(
                id=f"c-{words}",
                text=words,
                statements=tuple(one.id for one in found),
                documents=tuple(dict.fromkeys(one.document for one in found)),
                origins=(Origin(id=f"o-{words[0]}", kind="outlet", name=words[0]),),
            )
            for words, found in sorted(said.items())
        )
        return Links(claims=claims)


@pytest.fixture(autouse=True)
def stages(monkeypatch):
    stand_ins = Stages()
    monkeypatch.setattr(extraction, "read_documents", stand_ins.read_documents)
    monkeypatch.setattr(extraction, "version", lambda language="fr": stand_ins.version)
    monkeypatch.setattr(linking, "link", stand_ins.link, raising=False)
    reading_stage._version.cache_clear()
    yield stand_ins
    reading_stage._version.cache_clear()


@pytest.fixture
def pile(tmp_path):
    folder = tmp_path / "pile"
    folder.mkdir()
    for name in "abcd":
        words = f"Le pont {name} est fermé depuis mardi.\nLa mairie de {name} le confirme."
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
    return folder


@pytest.fixture
def case(tmp_path):
    return tmp_path / "affaire"


@pytest.fixture
def really_linked(stages, monkeypatch):
    """Linking itself, on readings by the stand-in: every line is a statement."""
    monkeypatch.setattr(linking, "link", LINK)
