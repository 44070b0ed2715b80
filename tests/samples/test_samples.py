"""The sample case: what docs/samples.md promises of it."""

import csv
import re
from pathlib import Path

import pytest

from recoupe.errors import UnreadableError
from recoupe.model import Document
from recoupe.sources import Item, read

ROOT = Path(__file__).parent.parent.parent
UNREADABLE = ["13-vide.txt", "14-image.txt"]


def item(path: Path) -> Item:
    return Item(file=path.name, location=str(path), size=path.stat().st_size, path=path)


def reports(folder: Path) -> dict[str, Document]:
    paths = sorted(p for p in folder.iterdir() if p.suffix in {".txt", ".html"})
    return {p.name: read(item(p)) for p in paths if p.name not in UNREADABLE}


def test_thirteen_reports_can_be_read(samples):
    assert len(reports(samples)) == 13


def test_each_report_is_as_long_as_a_short_news_report(samples):
    for name, document in reports(samples).items():
        assert 130 <= len(document.text.split()) <= 500, name


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_holds_no_text_is_refused(samples, name):
    with pytest.raises(UnreadableError):
        read(item(samples / name))


def test_one_report_is_in_windows_1252(samples):
    encodings = {name: document.encoding for name, document in reports(samples).items()}
    assert [name for name, used in encodings.items() if used == "cp1252"] == [
        "10-messager-de-l-ain.txt"
    ]
    assert "2 950 €" in reports(samples)["10-messager-de-l-ain.txt"].text


def test_the_reprints_carry_the_words_of_the_wire(samples):
    read_reports = reports(samples)
    wire = sentences(read_reports["01-alp-suspension.txt"])
    for name in ("02-courrier-du-rhone.html", "03-nordeo.html"):
        shared = wire & sentences(read_reports[name])
        assert len(shared) >= 4, name
    assert not wire & sentences(read_reports["04-leclairage-enquete.html"])


def test_no_page_gives_its_debris_as_the_report(samples):
    debris = ("cookie", "partenaires", "Les plus lus", "Sur le même sujet", "abonnez-vous")
    for name, document in reports(samples).items():
        if name.endswith(".html"):
            assert not [words for words in debris if words in document.text], name


def test_the_page_with_a_later_header_keeps_its_dateline_in_the_text(samples):
    document = reports(samples)["12-gazette-biomedicale.html"]
    assert "BRUXELLES, 14 mars 2024" in document.text
    assert document.published is None or document.published.startswith("2024-11")


def test_metadata_names_files_that_are_there_but_not_all(samples):
    with (samples / "metadata.csv").open(encoding="utf-8", newline="") as stream:
        named = [row["file"] for row in csv.DictReader(stream)]
    assert all((samples / name).is_file() for name in named)
    assert 0 < len(named) < 13


def test_every_sample_is_told_of_in_the_docs(samples):
    told = (ROOT / "docs" / "samples.md").read_text(encoding="utf-8")
    assert {path.name for path in samples.iterdir()} == set(re.findall(r"^\| `(.+?)`", told, re.M))


def sentences(document: Document) -> set[str]:
    text = re.sub(r"\s+", " ", document.text.replace('"', ""))
    text = re.sub(r" ?[«»] ?", "", text)
    return {part for part in re.split(r"(?<=[.!?]) ", text) if len(part) > 40}
