"""The record of evidence as CSV: one row an account and claim, cells that nothing runs."""

import csv
import io
from pathlib import Path

import pytest

from recoupe.model import (
    Case,
    Compared,
    Document,
    Evidence,
    EvidenceTelling,
    Factuality,
    FindRead,
    Links,
    Marking,
    Reading,
    Role,
    Source,
    Span,
    Statement,
    Thing,
    ThingRead,
)
from recoupe.views.export import get_exporter
from recoupe.views.export.evidence import COLUMNS

DOCS = Path(__file__).parents[3] / "docs" / "export.md"
TEXT = (
    "Selon la douane, une turbine datée de mai 2022 a été trouvée à Varna dans un drone Vesper-4. "
    "=Norvane a livré des drones Vesper-4 en mars 2022."
)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def build_case(*beside: Compared) -> Case:
    source = Source(span=None, kind="organisation", name="la douane")
    found = at("une turbine datée de mai 2022 a été trouvée à Varna dans un drone Vesper-4")
    said = Statement(id="s1", document="d", content=found, sentence=found, sources=(source,))
    claimed = at("=Norvane a livré des drones Vesper-4 en mars 2022")
    told = Statement(id="s2", document="d", content=claimed, sentence=claimed)
    marking = Marking(
        kind="date", span=at("datée de mai 2022"), value="2022-05", earliest="2022-05-01"
    )
    thing = ThingRead(span=at("turbine"), type="turbine", kind="device", markings=(marking,))
    drone = ThingRead(span=at("drone Vesper-4"), type="drone", kind="weapon")
    find = FindRead(
        thing=thing.span,
        within=drone.span,
        found=at("trouvée"),
        places=(Role(span=at("Varna"), name="Varna"),),
    )
    telling = EvidenceTelling(
        document="d",
        statement="s1",
        statements=("s1",),
        factuality=Factuality.CERTAIN,
        find=find,
        thing=thing,
        within=drone,
    )
    evidence = Evidence(
        id="e1",
        thing="g1",
        item="turbine",
        type="turbine",
        earliest="2022-05-01",
        tellings=(telling,),
        compared=beside,
    )
    document = Document(id="d", file="a.txt", text=TEXT, sha256="", publisher="Le Môle")
    return Case(
        documents=(document,),
        readings={"d": Reading(document="d", version="", statements=(said, told))},
        links=Links(evidence=(evidence,), things=(Thing(id="g1", name="Vesper-4"),)),
    )


def rows_of(case: Case, folder: Path) -> list[dict[str, str]]:
    get_exporter("evidence").write(case, folder)
    text = (folder / "evidence.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_a_row_says_what_was_found_and_what_stands_on_it(tmp_path):
    (row,) = rows_of(build_case(), tmp_path)
    told = {name: row[name] for name in ("thing", "item", "within", "markings", "places")}
    assert told == {
        "thing": "Vesper-4",
        "item": "turbine",
        "within": "drone Vesper-4",
        "markings": "date: 2022-05",
        "places": "Varna",
    }
    assert (row["sources"], row["factuality"], row["earliest"]) == (
        "la douane",
        "CT+",
        "2022-05-01",
    )
    assert row["bearing"] == row["claimed_text"] == ""


def test_each_claim_beside_it_is_a_row(tmp_path):
    beside = [
        Compared(transfer="t1", statement="s2", bearing="excludes", latest="2022-03-31"),
        Compared(transfer="t2", statement="s2", bearing="allows", from_day="2022-05-01"),
    ]
    rows = rows_of(build_case(*beside), tmp_path)
    assert [(row["transfer"], row["bearing"]) for row in rows] == [
        ("t1", "excludes"),
        ("t2", "allows"),
    ]
    assert [(row["claimed_latest"], row["from"]) for row in rows] == [
        ("2022-03-31", ""),
        ("", "2022-05-01"),
    ]
    assert all(row["text"].startswith("une turbine") for row in rows)


def test_no_cell_is_a_formula(tmp_path):
    beside = Compared(transfer="t1", statement="s2", bearing="excludes")
    (row,) = rows_of(build_case(beside), tmp_path)
    assert row["claimed_text"].startswith("'=Norvane")


def test_an_empty_case_gives_the_names_of_the_columns(tmp_path):
    assert rows_of(Case(), tmp_path) == []
    assert (tmp_path / "evidence.csv").read_text("utf-8-sig") == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize("column", COLUMNS)
def test_each_column_is_told_of_in_the_docs(column):
    section = DOCS.read_text(encoding="utf-8").split("\n## evidence")[1]
    assert f"`{column}`" in section
