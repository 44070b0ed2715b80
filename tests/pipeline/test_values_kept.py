"""What can't be true is kept as text and told, in the ledger, the export and the page."""

import json

import pytest

from recoupe.pipeline import build, load_case
from recoupe.views.export import get_exporter

TEXT = """L'usine a fermé le 31 février 2023, a déclaré la direction.

Le stock de Brumerolles-sur-Nulle compte plus de 400 caisses et près de 900 bidons, a dit le maire.
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("values")
    (folder / "in").mkdir()
    (folder / "in" / "usine.txt").write_text(TEXT, encoding="utf-8")
    build([folder / "in"], folder / "case")
    return folder / "case"


def lines(case, tmp_path, name):
    get_exporter("jsonl").write(load_case(case), tmp_path)
    return [json.loads(one) for one in (tmp_path / name).read_text("utf-8").splitlines()]


def test_a_day_that_no_calendar_has_stays_words(case, tmp_path) -> None:
    times = [t for s in lines(case, tmp_path, "statements.jsonl") for t in s["times"]]
    assert [(t["text"], t["value"], t["earliest"]) for t in times] == [
        ("le 31 février 2023", None, None)
    ]
    page = (case / "dossier.html").read_text("utf-8")
    assert "cette date n’existe pas" in page
    assert "le 31 février 2023" in page[page.index("Expressions de temps non résolues") :]


def test_figures_keep_their_bounds(case, tmp_path) -> None:
    held = [q for s in lines(case, tmp_path, "statements.jsonl") for q in s["quantities"]]
    found = {(q["text"], q["low"], q["high"], q["approximate"]) for q in held}
    assert found == {("plus de 400", 400, None, False), ("près de 900", 900, 900, True)}
    page = (case / "dossier.html").read_text("utf-8")
    assert "≥\u00a0400" in page
    assert "≈\u00a0900" in page


def test_a_place_that_the_gazetteer_lacks_lies_nowhere(case, tmp_path) -> None:
    places = load_case(case).links.places
    assert all(one.place is None for one in places if one.name.startswith("Brumerolles"))
    entities = lines(case, tmp_path, "entities.jsonl")
    assert all(e["latitude"] is None for e in entities if "Brumerolles" in e["name"])
    page = (case / "dossier.html").read_text("utf-8")
    assert "Brumerolles-sur-Nulle" in page[page.index("Lieux non trouvés") :]
