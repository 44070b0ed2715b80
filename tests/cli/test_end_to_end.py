"""The main job on the case that ships with the project, nothing replaced by stand-ins."""

import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from functools import partial

import pytest

from recoupe import pipeline
from recoupe.cli import main
from recoupe.ledger import Ledger

RECOUPE = [sys.executable, "-m", "recoupe.cli"]


def _run(*arguments, **options):
    command = [*RECOUPE, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


@pytest.fixture(scope="module")
def built(samples, tmp_path_factory):
    """The case of the samples, and what building it printed."""
    case = tmp_path_factory.mktemp("samples") / "pompes"
    return case, _run("build", samples, "--case", case)


@pytest.fixture(scope="module")
def exported(built, tmp_path_factory):
    out = tmp_path_factory.mktemp("export")
    assert main(["export", "jsonl", "--case", str(built[0]), "-o", str(out)]) == 0
    return {
        path.stem: [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        for path in out.iterdir()
    }


def test_the_samples_are_built_and_what_cannot_be_read_is_listed(built):
    case, done = built
    assert done.returncode == 1, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "documents   13 in the case; 13 new"
    assert lines[1] == "skipped     2"
    assert lines[2].startswith("  13-vide.txt: ")
    assert lines[3].startswith("  14-image.txt: ")
    assert lines[-1] == str(case / "dossier.html")
    assert "Traceback" not in done.stderr


def test_the_page_of_the_samples_holds_their_words(built, samples):
    page = (built[0] / "dossier.html").read_text(encoding="utf-8")
    assert (samples / "01-alp-suspension.txt").read_text("utf-8").split("\n")[0] in page
    assert "14-image.txt" in page


def test_every_span_of_the_export_is_the_slice_of_the_stored_text(built, exported):
    with sqlite3.connect(built[0] / "ledger.sqlite") as connection:
        texts = dict(connection.execute("SELECT id, text FROM document"))
    connection.close()
    wrong = []
    seen = 0

    def walk(value, text):
        nonlocal seen
        if isinstance(value, dict):
            text = texts.get(value.get("document"), text)
            if value.get("start") is not None:
                seen += 1
                if text[value["start"] : value["end"]] != value["text"] or not value["text"]:
                    wrong.append(value)
            for part in value.values():
                walk(part, text)
        elif isinstance(value, list):
            for part in value:
                walk(part, text)

    walk(exported["statements"] + exported["entities"], None)
    assert wrong == []
    assert seen > 200


@pytest.mark.shared
def test_real_reports_are_built_and_every_span_is_exact(shared, tmp_path):
    report = pipeline.build([shared / "corpus" / "drones"], tmp_path / "case")
    assert (report.documents, report.complete) == (5, True)
    case = pipeline.load_case(tmp_path / "case")
    for document in case.documents:
        for statement in case.readings[document.id].statements:
            assert statement.content.of(document.text).strip()
            assert statement.content.end <= len(document.text)
    assert 0 < report.origins <= report.statements


def test_a_plain_text_files_offsets_are_its_own(exported, samples):
    for document in exported["documents"]:
        path = samples / document["file"]
        if path.suffix == ".txt":
            data = path.read_bytes()
            try:
                text = data.decode("utf-8")
            except UnicodeDecodeError:
                text = data.decode("cp1252")
            assert document["characters"] == len(text.replace("\r\n", "\n"))


def test_the_exports_ids_lead_to_each_other(exported):
    documents = {one["id"] for one in exported["documents"]}
    statements = {one["id"]: one for one in exported["statements"]}
    claims = {one["id"]: one for one in exported["claims"]}
    entities = {one["id"] for one in exported["entities"]}
    for claim in claims.values():
        assert {statements[key]["claim"] for key in claim["statements"]} == {claim["id"]}
        assert set(claim["documents"]) == {
            statements[key]["document"] for key in claim["statements"]
        }
        assert {one["claim"] for one in claim["relations"]} <= claims.keys()
    for statement in statements.values():
        assert statement["document"] in documents
        assert {one["entity"] for one in statement["sources"]} <= entities | {None}
    for edge in exported["lineage"]:
        assert edge["document"] in documents
        assert edge["on"] in documents or edge["on"].startswith("origin:")


def test_building_again_reads_nothing_and_changes_nothing(built, samples):
    case, _ = built
    before = pipeline.load_case(case)
    done = _run("build", samples, "--case", case, "--json")
    report = json.loads(done.stdout)
    assert (report["read"], report["unchanged"]) == (0, 13)
    assert pipeline.load_case(case) == before


def test_in_two_parts_and_backwards_gives_the_case_of_all_at_once(built, samples, tmp_path):
    files = sorted(samples.glob("*.txt")) + sorted(samples.glob("*.html"))
    case = tmp_path / "pompes"
    for part in (files[7:][::-1], files[:7][::-1]):
        pipeline.build(part, case)
    once, parts = pipeline.load_case(built[0]), pipeline.load_case(case)
    assert parts.documents == once.documents
    assert parts.readings == once.readings
    assert parts.links == once.links
    assert {(one.file, one.problem) for one in parts.skipped} == {
        (one.file, one.problem) for one in once.skipped
    }


def test_a_report_withdrawn_leaves_the_case_of_the_others_and_comes_back(built, samples, tmp_path):
    case = tmp_path / "pompes"
    shutil.copytree(built[0], case)
    # The wire that others print: what they took from it stands on its own then.
    done = _run("withdraw", "01-alp-suspension.txt", "--case", case, "--json")
    assert done.returncode == 0, done.stderr
    changed = json.loads(done.stdout)["changes"]
    assert [one["kind"] for one in changed["documents"]] == ["gone"]
    assert changed["lineage"]
    others = [path for path in sorted(samples.iterdir()) if not path.name.startswith("01-")]
    pipeline.build(others, tmp_path / "others" / "pompes")
    left, never = pipeline.load_case(case), pipeline.load_case(tmp_path / "others" / "pompes")
    assert left.links == never.links
    assert left.documents == never.documents
    again = _run("build", samples, "--case", case)
    assert "\nwithdrawn   1, left out: 01-alp-suspension.txt\n" in again.stdout
    assert pipeline.load_case(case).links == left.links
    assert _run("withdraw", "--undo", "01-alp-suspension.txt", "--case", case).returncode == 0
    assert pipeline.load_case(case) == pipeline.load_case(built[0])


@pytest.mark.parametrize(
    "asked",
    [["claims"], ["origins"], ["without", "Médorane"], ["adds", "08-alp-revirement.txt"],
     ["denials"], ["diff"], ["judgements"]],
    ids=lambda asked: asked[0],
)  # fmt: skip
def test_the_samples_can_be_asked_everything(built, asked):
    done = _run(*asked, "--case", built[0])
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()
    assert json.loads(_run(*asked, "--case", built[0], "--json").stdout) is not None


def test_standard_input_is_a_report(samples, tmp_path):
    text = (samples / "01-alp-suspension.txt").read_text("utf-8")
    done = _run("build", "-", "--case", tmp_path / "case", "--quiet", input=text)
    assert (done.returncode, done.stdout) == (0, f"{tmp_path}/case/dossier.html\n")
    (document,) = pipeline.load_case(tmp_path / "case").documents
    assert (document.file, document.text) == ("stdin", text)


def _until(process, word):
    """Wait for a line with ``word`` on the process's standard error."""
    for line in process.stderr:
        if word in line:
            return
    pytest.fail(f"'{word}' was never said")


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
def test_ctrl_c_is_one_clean_line_and_the_build_goes_on_later(samples, tmp_path):
    command = [*RECOUPE, "build", str(samples), "--case", str(tmp_path)]
    # Tests that run in the background of a script inherit that Ctrl-C is ignored.
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as process:
        _until(process, "reading")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    # A shell shows 130 for both: Python ends by the signal itself where it came within an import.
    assert process.returncode in {130, -signal.SIGINT}, err
    assert out == ""
    lines = [line for line in err.splitlines() if line.startswith("recoupe: ")]
    assert lines == ["recoupe: stopped: what was read is kept; the same command goes on from there"]
    assert "Traceback" not in err
    stopped = _run("dossier", "--case", tmp_path)
    assert (stopped.returncode, stopped.stdout) == (2, "")
    assert "run the same recoupe build again" in stopped.stderr
    assert _run("build", samples, "--case", tmp_path).returncode == 1


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
def test_a_build_killed_at_random_moments_ends_as_one_that_was_not(built, samples, tmp_path):
    chance = random.Random(7)
    case = tmp_path / "pompes"
    command = [*RECOUPE, "build", str(samples), "--case", str(case)]
    stored = []
    for _ in range(3):
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            _until(process, "looking")
            time.sleep(chance.uniform(0.5, 5))
            process.kill()
        with Ledger.open(case / "ledger.sqlite") as ledger:
            stored.append(len(ledger.case().documents))
    assert stored == sorted(stored)
    assert _run(*command[3:]).returncode == 1
    assert pipeline.load_case(case) == pipeline.load_case(built[0])
