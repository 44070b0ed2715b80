"""The ledger of transfers as CSV: one row an account, figures apart, nothing a spreadsheet runs."""

import csv
import io
from pathlib import Path

import pytest

from recoupe.model import (
    Case,
    Document,
    Links,
    Party,
    Quantity,
    Reading,
    Source,
    Span,
    Statement,
    Telling,
    Transfer,
)
from recoupe.views.export import get_exporter
from recoupe.views.export.transfers import COLUMNS

DOCS = Path(__file__).parents[3] / "docs" / "export.md"
TEXT = 'Selon la douane, "Orvane" a vendu entre 40 et 60 pompes,\n puis 5 tubes, à Lusitex.'


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def build_case(supplier: str = "Orvane") -> Case:
    said = Statement(
        id="d:1",
        document="d",
        content=at(TEXT[TEXT.index('"') :]),
        sentence=Span(0, len(TEXT)),
        sources=(Source(span=None, kind="organisation", name="la douane"),),
    )
    telling = Telling(
        document="d",
        trigger=at("vendu"),
        statement="d:1",
        statements=("d:1",),
        status="done",
        factuality=said.factuality,
        roles={"item": (at("pompes,\n"),)},
        quantities=(
            Quantity(span=at("entre 40 et 60"), low=40, high=60),
            Quantity(span=at("5"), low=5, high=None, approximate=True),
        ),
    )
    party = Party(key="described:x", name=supplier)
    transfer = Transfer(
        id="t1",
        suppliers=(party,),
        recipients=(),
        item="pompes",
        phase="carried-out",
        origins=("o1", "o2"),
        tellings=(telling,),
    )
    document = Document(
        id="d", file="a.txt", text=TEXT, sha256="0", publisher="Le Môle", published="2023-06"
    )
    return Case(
        documents=(document,),
        readings={"d": Reading(document="d", version="1", statements=(said,))},
        links=Links(transfers=(transfer,)),
    )


def rows(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_is_an_account_and_each_figure_has_its_own(tmp_path: Path) -> None:
    get_exporter("transfers").write(build_case(), tmp_path / "t.csv")
    first, second = rows(tmp_path / "t.csv")
    assert (first["low"], first["high"], first["figure"]) == ("40", "60", "entre 40 et 60")
    assert (second["low"], second["high"], second["approximate"]) == ("5", "", "true")
    assert first["transfer"] == second["transfer"] == "t1"
    assert first["suppliers"] == "Orvane"
    assert first["recipients"] == ""
    assert first["sources"] == "la douane"
    assert first["origins"] == "2"
    assert first["published"] == "2023-06"


def test_words_are_those_of_the_report_on_one_line(tmp_path: Path) -> None:
    get_exporter("transfers").write(build_case(), tmp_path / "t.csv")
    row = rows(tmp_path / "t.csv")[0]
    assert row["item"] == "pompes,"
    assert row["text"] == " ".join(TEXT[TEXT.index('"') :].split())


def test_a_folder_gets_a_file_of_its_own(tmp_path: Path) -> None:
    get_exporter("transfers").write(build_case(), tmp_path / "export")
    assert rows(tmp_path / "export" / "transfers.csv")


@pytest.mark.parametrize("name", ["=1+1", "+33", "-Orvane", "@Orvane"])
def test_nothing_in_it_is_a_formula(tmp_path: Path, name: str) -> None:
    get_exporter("transfers").write(build_case(name), tmp_path / "t.csv")
    assert rows(tmp_path / "t.csv")[0]["suppliers"] == f"'{name}"


def test_a_case_without_transfers_gives_the_head_alone(tmp_path: Path) -> None:
    get_exporter("transfers").write(Case(), tmp_path / "t.csv")
    assert rows(tmp_path / "t.csv") == []


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_is_in_the_docs(column: str) -> None:
    section = DOCS.read_text(encoding="utf-8").split("\n## transfers\n")[1]
    assert f"`{column}`" in section
