"""What the commands print and return; the stages behind them have their own tests."""

import json
import re

import pytest

import recoupe
from recoupe import pipeline
from recoupe.cli import main
from recoupe.errors import LedgerError
from recoupe.model import Case, Skipped
from recoupe.pipeline import Report

REPORT = Report(
    documents=13,
    new=9,
    replaced=1,
    again=2,
    unchanged=1,
    skipped=(),
    statements=1214,
    claims=151,
    origins=47,
    words=13950,
    seconds=4.06,
    words_per_second=1420.4,
    dossier="case/dossier.html",
)
EMPTY = Skipped(file="vide.txt", problem="no text in it", remedy="leave it out")
NOTE = Skipped(file="metadata.csv", problem="line 2: no such day", remedy="mend it", fatal=False)


@pytest.fixture
def building(monkeypatch):
    """Put a report, or an error, in the place of a build; hand back what it was called with."""
    calls = []

    def arrange(outcome):
        def build(inputs, case, **options):
            calls.append((inputs, case, options))
            if isinstance(outcome, BaseException):
                raise outcome
            return outcome

        monkeypatch.setattr(pipeline, "build", build)
        return calls

    return arrange


def test_version_is_printed(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"recoupe {recoupe.__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["build", "-h"], ["evaluate", "--help"]])
def test_help_is_printed(arguments, capsys):
    assert main(arguments) == 0
    assert "Usage: recoupe" in capsys.readouterr().out


def test_without_a_command_help_is_printed_as_wrong_usage(capsys):
    assert main([]) == 2
    assert "Commands:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["biuld", "x"], r"no such command 'biuld'.*: see recoupe --help"),
        (["build"], r"missing argument 'INPUT\.\.\.'.*: see recoupe build --help"),
        (["build", "x", "--nope"], r"no such option: --nope.*: see recoupe build --help"),
        (["build", "x", "--case"], r"option '--case' requires an argument: see recoupe --help"),
        (["export"], r"missing argument 'FORMAT'.*: see recoupe export --help"),
        (["export", "docx"], r"no export format 'docx': formats at hand: .*jsonl"),
        (["export", "jsonl", "--case", "nowhere"], r"there is no case in nowhere: build one first"),
        (["dossier", "--case", "nowhere"], r"there is no case in nowhere: build one first"),
        (["build", "nowhere"], r"no such file or folder: nowhere: check the path"),
        (["evaluate", "chess"], r"no benchmark 'chess': benchmarks at hand: .*attribution"),
    ],
)
def test_wrong_usage_is_one_line_that_says_what_to_do(
    arguments, problem, capsys, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert re.fullmatch(rf"recoupe: {problem}.*\n", told.err), told.err
    assert list(tmp_path.iterdir()) == []


def test_a_build_closes_with_a_report_and_the_path_of_the_page(building, capsys):
    building(REPORT)
    assert main(["build", "pile"]) == 0
    out = capsys.readouterr().out
    assert out.splitlines() == [
        "documents   13 in the case; 9 new; 1 changed; 2 read again by this version;"
        " 1 unchanged, not read",
        "skipped     0",
        "statements  1 214",
        "claims      151",
        "origins     47",
        "time        4.1 s; 13 950 words, 1 420 a second",
        "case/dossier.html",
    ]


def test_what_could_not_be_read_is_listed_and_is_status_1(building, capsys):
    building(REPORT.model_copy(update={"skipped": (EMPTY, NOTE)}))
    assert main(["build", "pile"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:5] == [
        "skipped     1",
        "  vide.txt: no text in it: leave it out",
        "noted       1",
        "  metadata.csv: line 2: no such day: mend it",
    ]


def test_what_is_only_noted_does_not_change_the_status(building, capsys):
    building(REPORT.model_copy(update={"skipped": (NOTE,)}))
    assert main(["build", "pile"]) == 0


@pytest.mark.parametrize(("skipped", "status"), [((), 0), ((EMPTY,), 1)])
def test_quiet_prints_only_the_path(building, capsys, skipped, status):
    building(REPORT.model_copy(update={"skipped": skipped}))
    assert main(["build", "pile", "--quiet"]) == status
    told = capsys.readouterr()
    assert (told.out, told.err) == ("case/dossier.html\n", "")


def test_json_prints_one_object_with_every_field_of_the_report(building, capsys):
    building(REPORT.model_copy(update={"skipped": (EMPTY,)}))
    assert main(["build", "pile", "--json"]) == 1
    told = capsys.readouterr()
    report = json.loads(told.out)
    assert report["read"] == 12
    assert report.keys() == {"read", *Report.model_fields}
    assert report["skipped"] == [EMPTY.model_dump(mode="json")]
    assert told.err == ""


def test_a_builds_options_reach_it(building, tmp_path):
    calls = building(REPORT)
    main(["build", "a", "-", "--case", str(tmp_path), "--lang", "en"])
    (inputs, case, options) = calls[0]
    assert (inputs, case, options["lang"]) == (["a", "-"], tmp_path, "en")


def test_an_error_is_one_line_and_status_2(building, capsys):
    building(LedgerError("the case\nis odd", "look at it"))
    assert main(["build", "pile"]) == 2
    assert capsys.readouterr().err == "recoupe: the case is odd: look at it\n"


def test_stopping_is_one_line_and_status_130(building, capsys):
    building(KeyboardInterrupt())
    assert main(["build", "pile", "--quiet"]) == 130
    told = capsys.readouterr().err
    assert told.startswith("recoupe: stopped: what was read is kept")
    assert told.count("\n") == 1


def test_a_fault_is_one_line_and_status_3(building, capsys, monkeypatch):
    monkeypatch.delenv("RECOUPE_DEBUG", raising=False)
    building(ZeroDivisionError("oh"))
    assert main(["build", "pile"]) == 3
    err = capsys.readouterr().err
    assert err.startswith("recoupe: a fault in Recoupe (ZeroDivisionError: oh): please report it")
    assert err.count("\n") == 1


def test_a_fault_shows_where_when_asked_to(building, monkeypatch):
    monkeypatch.setenv("RECOUPE_DEBUG", "1")
    building(ZeroDivisionError("oh"))
    with pytest.raises(ZeroDivisionError):
        main(["build", "pile"])


def test_a_files_name_cannot_give_orders_to_the_terminal(building, capsys):
    evil = Skipped(file="a\x1b[2J\nb.txt", problem="no text in it")
    building(REPORT.model_copy(update={"skipped": (evil,)}))
    main(["build", "pile"])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "  a\\x1b[2J b.txt: no text in it\n" in out


@pytest.fixture
def loaded(monkeypatch):
    monkeypatch.setattr(pipeline, "load_case", lambda case: Case(name=str(case)))
    monkeypatch.setattr(pipeline, "load_past", lambda case: None)


def test_the_page_again_goes_where_it_is_told(loaded, tmp_path, capsys):
    out = tmp_path / "page.html"
    assert main(["dossier", "-o", str(out), "--lang", "en"]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert '<html lang="en"' in out.read_text(encoding="utf-8")


def test_the_page_again_goes_into_a_folder_that_it_is_told(loaded, tmp_path, capsys):
    assert main(["dossier", "-o", str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"{tmp_path}/dossier.html\n"
    assert (tmp_path / "dossier.html").is_file()


def test_the_page_again_goes_into_the_case_by_default(loaded, tmp_path, capsys):
    assert main(["dossier", "--case", str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"{tmp_path}/dossier.html\n"
    assert (tmp_path / "dossier.html").is_file()


def test_a_language_that_the_page_does_not_speak_is_refused(loaded, tmp_path, capsys):
    assert main(["dossier", "--case", str(tmp_path), "--lang", "tlh"]) == 2
    assert "no language 'tlh': choose one of: en, fr" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_export_goes_into_the_case_by_default(loaded, tmp_path, capsys):
    assert main(["export", "jsonl", "--case", str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"{tmp_path}/export/jsonl\n"
    assert (tmp_path / "export" / "jsonl" / "claims.jsonl").is_file()


def test_an_export_goes_where_it_is_told(loaded, tmp_path, capsys):
    assert main(["export", "jsonl", "-o", str(tmp_path / "there")]) == 0
    assert capsys.readouterr().out == f"{tmp_path}/there\n"
    written = {file.name for file in (tmp_path / "there").iterdir()}
    assert {"statements.jsonl", "claims.jsonl", "entities.jsonl", "evidence.jsonl"} <= written
