"""The contract of the JSONL export: every field, its type, and words that equal their slices."""

import hashlib
import json

import pytest

from recoupe.errors import UsageError
from recoupe.model import (
    Basis,
    Case,
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
    GoodsCode,
    Lineage,
    Links,
    Located,
    Marking,
    Origin,
    Passage,
    Quantity,
    Reading,
    Reason,
    Role,
    Source,
    Span,
    Statement,
    Thing,
    ThingRead,
    TimeValue,
)
from recoupe.views.export import get_exporter

# The bus is a sign outside Unicode's first plane: offsets count it as one.
TEXT = "🚌 Lundi, Ada Roux a déclaré avoir vu un rapport : « environ 12 bus » livrés à Lyon."
OTHER = "Ada Roux dit que 12 bus ont été livrés."

SPAN = {"text": str, "start": int, "end": int}
MAYBE_SPAN = {"text": (str, None), "start": (int, None), "end": (int, None)}
# The contract, as types: None in a tuple stands for null, [x] for a list of x.
CONTRACT = {
    "documents": {
        "id": str,
        "file": str,
        "url": (str, None),
        "title": (str, None),
        "publisher": (str, None),
        "published": (str, None),
        "published_basis": str,
        "language": str,
        "sha256": str,
        "characters": int,
    },
    "statements": {
        "id": str,
        "document": str,
        "file": str,
        "start": int,
        "end": int,
        "text": str,
        "quotation": (str, None),
        "cue": (SPAN, None),
        "sources": [MAYBE_SPAN | {"entity": (str, None), "name": str, "kind": str}],
        "factuality": str,
        "factuality_reasons": [str],
        "basis": ({"kind": str, **SPAN}, None),
        "times": [
            {
                **SPAN,
                "value": (str, None),
                "earliest": (str, None),
                "latest": (str, None),
                "role": str,
                "basis": str,
            }
        ],
        "quantities": [
            {
                **SPAN,
                "low": (float, None),
                "high": (float, None),
                "unit": (str, None),
                "of": (str, None),
                "approximate": bool,
            }
        ],
        "events": [{"id": str, "type": str, "status": str, "trigger": SPAN, "roles": dict}],
        "claim": (str, None),
    },
    "claims": {
        "id": str,
        "text": str,
        "statements": [str],
        "documents": [str],
        "origins": [{"id": str, "kind": str, "name": str}],
        "least_origins": int,
        "relations": [{"claim": str, "relation": str, "reason": str}],
    },
    "lineage": {
        "document": str,
        "on": str,
        "relation": str,
        "score": float,
        "reason": str,
        "passages": [{"document": [int], "on": [int]}],
    },
    "entities": {
        "id": str,
        "schema": str,
        "name": str,
        "aliases": [str],
        "mentions": [{"document": str, "start": int, "end": int, "text": str}],
        "latitude": (float, None),
        "longitude": (float, None),
        "country": (str, None),
    },
    "things": {
        "id": str,
        "name": str,
        "aliases": [str],
        "type": str,
        "kind": str,
        "makers": [str],
        "codes": [str],
        "mentions": [{"document": str, "start": int, "end": int, "text": str}],
    },
    "evidence": {
        "id": str,
        "thing": (str, None),
        "item": str,
        "type": str,
        "earliest": (str, None),
        "latest": (str, None),
        "tellings": [dict],
        "compared": [dict],
    },
}


def _keeps(value, kind):
    if isinstance(kind, tuple):
        return any(value is None if one is None else _keeps(value, one) for one in kind)
    if isinstance(kind, list):
        return isinstance(value, list) and all(_keeps(one, kind[0]) for one in value)
    if isinstance(kind, dict):
        # The order is part of what people read, so it is held too.
        return (
            isinstance(value, dict)
            and list(value) == list(kind)
            and all(_keeps(value[key], kind[key]) for key in kind)
        )
    return type(value) is kind


def _at(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def _document(key, text, **more):
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=key, file=f"{key}.txt", text=text, sha256=digest, **more)


@pytest.fixture
def case():
    first = _document("d1", TEXT, published="2023-05-01", published_basis="page", title="Bus")
    second = _document("d2", OTHER, published="2023-05-02", published_basis="metadata")
    said = Statement(
        id="s1",
        document="d1",
        content=_at("environ 12 bus » livrés à Lyon"),
        sentence=Span(0, len(TEXT)),
        quotation="mixed",
        cue=_at("a déclaré"),
        sources=(
            Source(span=_at("Ada Roux"), kind="person", name="Ada Roux"),
            Source(span=None, kind="unnamed", name="un proche"),
        ),
        factuality=Factuality.PROBABLE,
        factuality_reasons=(Reason(rule="hedge", words="environ"), Reason(rule="mixed")),
        basis=Basis(kind="document", span=_at("un rapport")),
        times=(
            TimeValue(
                span=_at("Lundi"),
                value="2023-05-01",
                earliest="2023-05-01",
                latest="2023-05-01",
                role="speech",
                basis="inferred",
            ),
        ),
        quantities=(
            Quantity(span=_at("environ 12"), low=12, high=None, of=_at("bus"), approximate=True),
        ),
        events=(
            Event(
                type="transfer",
                status="done",
                trigger=_at("livrés"),
                roles={
                    "recipient": (Role(span=_at("Lyon"), name="Lyon"),),
                    "item": (Role(span=_at("12 bus"), name="bus"),),
                },
            ),
        ),
    )
    own = Statement(
        id="s2", document="d2", content=_at("12 bus ont été livrés", OTHER), sentence=Span(0, 39)
    )
    why = (Reason(rule="shared-words", words="12 bus"), Reason(rule="later"))
    claims = (
        Claim(
            id="c1",
            text="environ 12 bus",
            statements=("s1",),
            documents=("d1",),
            origins=(Origin(id="o1", kind="person", name="Ada Roux", reasons=why),),
            relations=(ClaimRelation(claim="c2", relation="supports", reasons=why),),
        ),
        Claim(
            id="c2",
            text="12 bus ont été livrés",
            statements=("s2",),
            documents=("d2",),
            origins=(),
        ),
    )
    edge = Lineage(
        document="d2",
        on="d1",
        relation="summary",
        score=0.5,
        reasons=why,
        passages=(Passage(document=_at("12 bus", OTHER), on=_at("12 bus")),),
    )
    outside = Lineage(document="d1", on="origin:Le Phare", relation="citation", score=1, reasons=())
    lyon = Located(document="d1", span=_at("Lyon"))
    return Case(
        documents=(first, second),
        readings={
            "d1": Reading(
                document="d1",
                version="1",
                statements=(said,),
                dating=Dating(doubts=(Reason(rule="later-than-told"),)),
            ),
            "d2": Reading(document="d2", version="1", statements=(own,)),
        },
        links=Links(
            entities=(Entity(id="e1", schema_name="Address", name="Lyon", mentions=(lyon,)),),
            source_entities={"s1": ("e9", None)},
            lineage=(edge, outside),
            claims=claims,
            things=(Thing(id="g1", name="bus", type="bus", mentions=(("d1", _at("bus")),)),),
            evidence=(_evidence(),),
        ),
    )


def _evidence():
    thing = ThingRead(
        span=_at("12 bus"),
        type="bus",
        kind="vehicle",
        model=Role(span=_at("bus"), name="bus"),
        markings=(Marking(kind="number", span=_at("12"), value="12"),),
        codes=(GoodsCode(span=_at("12"), value="8702"),),
    )
    find = FindRead(
        thing=thing.span, found=_at("livrés"), places=(Role(span=_at("Lyon"), name="Lyon"),)
    )
    telling = EvidenceTelling(
        document="d1",
        statement="s1",
        statements=("s1",),
        factuality=Factuality.PROBABLE,
        find=find,
        thing=thing,
    )
    beside = Compared(transfer="t1", statement="s2", bearing="allows", until_day="2023-05-02")
    return Evidence(
        id="x1",
        thing="g1",
        item="12 bus",
        type="bus",
        latest="2023-05-02",
        tellings=(telling,),
        compared=(beside,),
    )


@pytest.fixture
def written(case, tmp_path):
    get_exporter("jsonl").write(case, tmp_path / "out")
    return {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in (tmp_path / "out").iterdir()
    }


def test_there_is_one_file_a_kind_of_record_and_nothing_else(written):
    assert written.keys() == CONTRACT.keys()


@pytest.mark.parametrize("name", CONTRACT)
def test_every_record_has_every_field_of_its_type(written, name):
    assert written[name]
    for record in written[name]:
        assert list(record) == list(CONTRACT[name])
        for field, kind in CONTRACT[name].items():
            assert _keeps(record[field], kind), f"{name}.{field}: {record[field]!r}"


def test_the_words_of_every_span_are_the_slice_of_the_text(written, case):
    texts = {document.id: document.text for document in case.documents}
    seen = 0

    def walk(value, text):
        nonlocal seen
        if isinstance(value, dict):
            text = texts.get(value.get("document"), text)
            if value.get("start") is not None:
                assert text[value["start"] : value["end"]] == value["text"]
                seen += 1
            for part in value.values():
                walk(part, text)
        elif isinstance(value, list):
            for part in value:
                walk(part, text)

    walk(written["statements"] + written["entities"], None)
    assert seen == 11
    walk(written["things"] + written["evidence"], None)
    assert seen == 17


def test_a_statement_says_all_that_was_read(written):
    said = written["statements"][0]
    assert said["sources"][0] == {
        "text": "Ada Roux",
        "start": 9,
        "end": 17,
        "entity": "e9",
        "name": "Ada Roux",
        "kind": "person",
    }
    assert said["factuality"] == "PR+"
    assert said["factuality_reasons"] == ["hedge: environ", "mixed"]
    assert said["claim"] == "c1"
    assert said["quantities"][0]["of"] == "bus"
    assert said["quantities"][0]["high"] is None


def test_a_source_that_is_only_implied_keeps_its_place_in_the_chain(written):
    implied = written["statements"][0]["sources"][1]
    assert implied["name"] == "un proche"
    assert implied["text"] is implied["start"] is implied["end"] is implied["entity"] is None


def test_the_parts_of_an_event_name_their_entity_where_it_is_known(written):
    event = written["statements"][0]["events"][0]
    assert event["trigger"]["text"] == "livrés"
    assert event["roles"] == {
        "recipient": [{"text": "Lyon", "start": 78, "end": 82, "entity": "e1", "name": "Lyon"}],
        "item": [{"text": "12 bus", "start": 60, "end": 66, "entity": None, "name": "bus"}],
    }


def test_the_reports_own_voice_is_an_empty_chain(written):
    own = written["statements"][1]
    assert own["sources"] == []
    assert own["cue"] is None
    assert own["quotation"] is None


def test_a_day_that_reading_does_not_believe_is_null(written):
    doubted, told = written["documents"]
    assert (doubted["published"], doubted["published_basis"]) == (None, "unknown")
    assert (told["published"], told["published_basis"]) == ("2023-05-02", "metadata")


def test_characters_count_code_points(written):
    assert written["documents"][0]["characters"] == len(TEXT)


def test_reasons_are_one_readable_string(written):
    assert written["lineage"][0]["reason"] == "shared-words: 12 bus; later"
    assert written["claims"][0]["relations"][0]["reason"] == "shared-words: 12 bus; later"
    assert written["lineage"][1]["on"] == "origin:Le Phare"
    assert written["lineage"][1]["reason"] == ""


def test_passages_are_pairs_of_offsets_on_both_sides(written):
    assert written["lineage"][0]["passages"] == [{"document": [17, 23], "on": [60, 66]}]


def test_a_find_says_all_that_was_read_and_what_it_allows(written):
    (record,) = written["evidence"]
    (telling,) = record["tellings"]
    assert (telling["thing"]["text"], telling["found"]["text"]) == ("12 bus", "livrés")
    assert telling["markings"][0]["value"] == "12"
    assert telling["codes"][0]["value"] == "8702"
    assert (telling["within"], telling["maker"], telling["model"]) == (None, None, "bus")
    (beside,) = record["compared"]
    assert (beside["bearing"], beside["from"], beside["until"]) == ("allows", None, "2023-05-02")


def test_an_empty_case_gives_seven_empty_files(tmp_path):
    get_exporter("jsonl").write(Case(), tmp_path)
    assert {path.name: path.stat().st_size for path in tmp_path.iterdir()} == {
        f"{name}.jsonl": 0 for name in CONTRACT
    }


def test_writing_again_replaces_the_files_and_leaves_others_alone(case, tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    for what in (case, Case()):
        get_exporter("jsonl").write(what, tmp_path)
    assert (tmp_path / "claims.jsonl").read_bytes() == b""
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert len(list(tmp_path.iterdir())) == 8


def test_a_file_in_the_place_of_the_folder_is_refused_and_kept(case, tmp_path):
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="is a file; this format writes a folder"):
        get_exporter("jsonl").write(case, tmp_path / "out")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"
