"""A small case of records that use every field: two reports, one drawing on the other."""

import hashlib
import os
import signal
from contextlib import suppress

import pytest
from sqlalchemy import event

from recoupe.ledger import Ledger
from recoupe.model import (
    Basis,
    Case,
    Citation,
    Claim,
    ClaimRelation,
    Compared,
    Dating,
    Document,
    Entity,
    Event,
    Evidence,
    EvidenceTelling,
    Factuality,
    FindRead,
    Leg,
    LegTelling,
    Lineage,
    Links,
    Located,
    Marking,
    Mention,
    Origin,
    Party,
    Passage,
    Quantity,
    Reading,
    Reason,
    Role,
    Skipped,
    Source,
    Span,
    Statement,
    Stop,
    Telling,
    Thing,
    ThingRead,
    TimeValue,
    Transfer,
)
from recoupe.model.place import (
    CheckedRelation,
    PlaceCandidate,
    PlaceRelation,
    ResolvedPlace,
    Spot,
)

WIRE = "Mardi, la ministre a déclaré que 12 bus seraient livrés à Lyon. 🚌 Le maire le nie."
ECHO = "Selon l'agence Orée, 12 bus seraient livrés à Lyon."


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def make_document(file: str, text: str, **more) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    key = hashlib.sha256(f"{file}\0{digest}".encode()).hexdigest()[:12]
    known = {"location": f"/in/{file}", "fingerprint": f"print-{digest[:8]}"}
    return Document(id=key, file=file, text=text, sha256=digest, **(known | more))


def bare_reading(document: Document, version: str = "1") -> Reading:
    whole = Span(0, len(document.text))
    statement = Statement(
        id=f"{document.id}:0-{whole.end}", document=document.id, content=whole, sentence=whole
    )
    return Reading(document=document.id, version=version, body=(whole,), statements=(statement,))


@pytest.fixture
def wire() -> Document:
    return make_document(
        "dépêche.txt",
        WIRE,
        title="Des bus pour Lyon",
        publisher="Orée",
        published="2023-05-03",
        published_basis="metadata",
        url="https://oree.example/bus",
        encoding="cp1252",
        notes=(Reason(rule="repaired", words="œ", span=Span(0, 1)),),
    )


@pytest.fixture
def echo() -> Document:
    return make_document("a/echo.html", ECHO)


@pytest.fixture
def wire_reading(wire) -> Reading:
    said = Statement(
        id=f"{wire.id}:1",
        document=wire.id,
        content=span(WIRE, "12 bus seraient livrés à Lyon"),
        sentence=span(WIRE, "Mardi, la ministre a déclaré que 12 bus seraient livrés à Lyon."),
        quotation="indirect",
        cue=span(WIRE, "a déclaré"),
        sources=(
            Source(
                span=span(WIRE, "la ministre"),
                kind="person",
                name="la ministre",
                reasons=(Reason(rule="subject-of-cue"),),
                candidates=("Ada Roux", "Line Petit"),
            ),
            Source(span=None, kind="unnamed", name="un proche"),
        ),
        factuality=Factuality.PROBABLE,
        factuality_reasons=(Reason(rule="conditional", words="seraient"),),
        basis=Basis(kind="document", span=span(WIRE, "déclaré")),
        times=(
            TimeValue(
                span=span(WIRE, "Mardi"),
                value="2023-05-02",
                earliest="2023-05-02",
                latest="2023-05-02",
                timex=("DATE", "2023-05-02"),
                role="speech",
                basis="inferred",
            ),
        ),
        quantities=(
            Quantity(
                span=span(WIRE, "12"),
                low=12,
                high=None,
                of=span(WIRE, "bus"),
                approximate=True,
            ),
        ),
        events=(
            Event(
                type="transfer",
                status="begun",
                trigger=span(WIRE, "livrés"),
                roles={
                    "item": (Role(span=span(WIRE, "12 bus"), name="bus"),),
                    "recipient": (
                        Role(span=span(WIRE, "Lyon"), name="Lyon"),
                        Role(span=span(WIRE, "Lyon"), name="la ville"),
                    ),
                },
            ),
        ),
        reasons=(Reason(rule="cue-verb", words="déclarer"),),
    )
    denied = Statement(
        id=f"{wire.id}:2",
        document=wire.id,
        content=span(WIRE, "Le maire le nie"),
        sentence=span(WIRE, "Le maire le nie."),
        factuality=Factuality.CERTAIN_NOT,
        denies=True,
    )
    return Reading(
        document=wire.id,
        version="1",
        body=(Span(0, len(WIRE)),),
        headline=Span(0, 5),
        dating=Dating(value="2023-05-03", basis="metadata", doubts=(Reason(rule="later"),)),
        mentions=(Mention(span=span(WIRE, "Lyon"), schema_name="Address", name="Lyon"),),
        statements=(said, denied),
        citations=(),
    )


@pytest.fixture
def echo_reading(echo) -> Reading:
    cited = Citation(span=span(ECHO, "Orée"), name="Orée", reason=Reason(rule="selon-outlet"))
    return bare_reading(echo).model_copy(update={"citations": (cited,)})


@pytest.fixture
def links(wire, echo, wire_reading, echo_reading) -> Links:
    said, denied = wire_reading.statements
    repeated = echo_reading.statements[0]
    why = (Reason(rule="shared-words", words="12 bus", span=Span(0, 6)),)
    first = Claim(
        id="c1",
        text="12 bus seraient livrés à Lyon",
        statements=(said.id, repeated.id),
        documents=(wire.id, echo.id),
        origins=(Origin(id="o1", kind="person", name="la ministre", reasons=why),),
        relations=(ClaimRelation(claim="c2", relation="refutes", reasons=why),),
        reasons=why,
    )
    second = Claim(
        id="c2",
        text="Le maire le nie",
        statements=(denied.id,),
        documents=(wire.id,),
        origins=(Origin(id="o2", kind="outlet", name="Orée"),),
        relations=(ClaimRelation(claim="c1", relation="refutes", reasons=why),),
    )
    place = Entity(
        id="e1",
        schema_name="Address",
        name="Lyon",
        aliases=("la ville",),
        mentions=(Located(document=wire.id, span=span(WIRE, "Lyon")),),
        latitude=45.76,
        longitude=4.84,
        country="FR",
    )
    passage = Passage(
        document=span(ECHO, "12 bus seraient livrés à Lyon"),
        on=span(WIRE, "12 bus seraient livrés à Lyon"),
    )
    edges = (
        Lineage(
            document=echo.id,
            on=wire.id,
            relation="excerpt",
            score=0.6,
            reasons=why,
            passages=(passage,),
            cites=span(ECHO, "Orée"),
        ),
        Lineage(document=wire.id, on="origin:Le Phare", relation="citation", score=1.0, reasons=()),
    )
    return Links(
        entities=(place,),
        source_entities={said.id: ("e1", None)},
        lineage=edges,
        claims=(first, second),
        places=tuple(sorted(_places(wire, echo), key=lambda one: (one.document, one.span))),
        place_relations=(_relation(echo),),
        transfers=(_transfer(wire, said),),
        legs=(_leg(wire, said),),
        things=(
            Thing(id="g1", name="Bus 12", type="bus", mentions=((wire.id, span(WIRE, "bus")),)),
        ),
        evidence=(_evidence(wire, said),),
    )


LYON = Spot(id="geonames:1", name="Lyon", kind="city", latitude=45.76, longitude=4.84, country="FR")
OTHER = LYON.model_copy(update={"id": "geonames:2", "latitude": 51.8, "country": "CA"})


def _places(wire: Document, echo: Document) -> list[ResolvedPlace]:
    """The same name twice: taken in one report, left open in the other."""
    why = (Reason(rule="inhabitants", words="500000"),)
    both = tuple(PlaceCandidate(place=s, score=0.5, reasons=why) for s in (LYON, OTHER))
    return [
        ResolvedPlace(
            document=wire.id,
            span=span(WIRE, "Lyon"),
            name="Lyon",
            place=LYON,
            score=0.9,
            reasons=why,
            candidates=both,
        ),
        ResolvedPlace(
            document=echo.id,
            span=span(ECHO, "Lyon"),
            name="Lyon",
            place=None,
            score=0.5,
            reasons=(Reason(rule="several-likely", words="Lyon (FR), Lyon (CA)"),),
            candidates=both,
        ),
        ResolvedPlace(
            document=echo.id,
            span=span(ECHO, "Orée"),
            name="Orée",
            place=None,
            score=0.0,
            reasons=(),
        ),
    ]


def _relation(echo: Document) -> CheckedRelation:
    told = PlaceRelation(
        span=span(ECHO, "12 bus"), anchor=span(ECHO, "Lyon"), low=12.0, high=None, bearing=90.0
    )
    return CheckedRelation(
        document=echo.id,
        relation=told,
        anchor=LYON,
        latitude=45.0,
        longitude=5.0,
        agrees=False,
        reasons=(Reason(rule="distance-disagrees", words="12 km / 900 km"),),
    )


def _transfer(wire: Document, said: Statement) -> Transfer:
    """Twelve buses for Lyon, without who gives them."""
    return Transfer(
        id="t1",
        suppliers=(),
        recipients=(
            Party(key="e1", name="Lyon", entity="e1"),
            Party(key="described:vill", name="la ville"),
        ),
        item="bus",
        phase="carried-out",
        origins=("o1",),
        tellings=(
            Telling(
                document=wire.id,
                trigger=span(WIRE, "livrés"),
                statement=said.id,
                statements=(said.id,),
                status="begun",
                factuality=said.factuality,
                claim="c1",
                roles={"item": (span(WIRE, "bus"),), "recipient": (span(WIRE, "Lyon"),)},
                quantities=said.quantities,
                times=said.times,
            ),
        ),
        reasons=(Reason(rule="same-transfer", words="1"),),
    )


def _evidence(wire: Document, said: Statement) -> Evidence:
    """A bus that was found, with what stands on it, beside the transfer."""
    marking = Marking(
        kind="date",
        span=span(WIRE, "livrés"),
        value="2022-05",
        earliest="2022-05-01",
        latest="2022-05-31",
    )
    thing = ThingRead(
        span=span(WIRE, "bus"), type="bus", kind="vehicle", markings=(marking,), nations=("France",)
    )
    return Evidence(
        id="x1",
        thing="g1",
        item="bus",
        type="bus",
        earliest="2022-05-01",
        tellings=(
            EvidenceTelling(
                document=wire.id,
                statement=said.id,
                statements=(said.id,),
                factuality=said.factuality,
                claim="c1",
                find=FindRead(
                    thing=thing.span,
                    found=span(WIRE, "livrés"),
                    places=(Role(span=span(WIRE, "Lyon"), name="Lyon"),),
                    times=said.times,
                ),
                thing=thing,
            ),
        ),
        compared=(
            Compared(
                transfer="t1",
                statement=said.id,
                bearing="excludes",
                latest="2022-03-31",
                reasons=(Reason(rule="bears-later-date", words="2022-05-01"),),
            ),
        ),
        reasons=(Reason(rule="same-find", words="1"),),
    )


def _leg(wire: Document, said: Statement) -> Leg:
    return Leg(
        id="l1",
        item="bus",
        origin=Stop(name="Orée"),
        via=(Stop(name="Lyon", spot=LYON),),
        destination=None,
        phase="planned",
        tellings=(
            LegTelling(
                document=wire.id,
                trigger=span(WIRE, "livrés"),
                statement=said.id,
                status="begun",
                factuality=said.factuality,
                via=(span(WIRE, "Lyon"),),
            ),
        ),
    )


@pytest.fixture
def whole_case(wire, echo, wire_reading, echo_reading, links) -> Case:
    return Case(
        documents=(wire, echo),
        readings={wire.id: wire_reading, echo.id: echo_reading},
        links=links,
        skipped=(
            Skipped(
                file="vide.txt",
                problem="empty",
                remedy="remove it",
                location="/in/v",
            ),
        ),
        name="bus",
    )


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "ledger.sqlite") as opened:
        yield opened


def fill(ledger: Ledger, case: Case) -> None:
    build = ledger.start_build("0.1")
    for document in case.documents:
        ledger.store(document, case.readings[document.id])
    ledger.set_skipped(case.skipped)
    ledger.finish_build(build, case.links, {"documents": len(case.documents)})


@pytest.fixture
def fill_ledger():
    """Build a case into a ledger the way that the pipeline does."""
    return fill


@pytest.fixture
def filled(ledger, whole_case) -> Ledger:
    fill(ledger, whole_case)
    return ledger


def _dies_at(step: int, work) -> bool:
    """Run ``work(ledger-hook)`` in a fork that dies before its ``step``-th SQL statement."""
    child = os.fork()
    if child == 0:
        done = 0

        def count(*_):
            nonlocal done
            done += 1
            if done > step:
                os.kill(os.getpid(), signal.SIGKILL)

        with suppress(BaseException):
            work(lambda ledger: event.listen(ledger._engine, "before_cursor_execute", count))
            os._exit(0)
        os._exit(1)
    _, status = os.waitpid(child, 0)
    assert status in {0, signal.SIGKILL}, "the work itself failed"
    return status != 0


@pytest.fixture
def dies_at():
    """Run work on a ledger in a process that is killed before its nth SQL statement."""
    return _dies_at
