"""The order of the stages, with stand-ins for reading and linking, which have their own tests."""

import io
import sqlite3

import pytest

from recoupe import extraction, linking, pipeline
from recoupe.errors import DataError, LedgerError, UsageError
from recoupe.ledger import Ledger, only_build
from recoupe.model import Reading
from recoupe.pipeline import reading as reading_stage


def _files(case):
    return sorted(document.file for document in pipeline.load_case(case).documents)


def test_a_build_reads_links_and_writes_the_page(pile, case):
    report = pipeline.build([pile], case)
    assert (report.documents, report.new, report.read) == (4, 4, 4)
    assert (report.statements, report.claims, report.origins) == (8, 8, 1)
    assert report.complete
    assert report.words == 4 * 13
    assert report.words_per_second > 0
    assert report.dossier == str(case / "dossier.html")
    assert "Le pont a est fermé" in (case / "dossier.html").read_text(encoding="utf-8")


def test_building_again_reads_nothing_and_gives_the_same_case(pile, case, stages):
    pipeline.build([pile], case)
    before = pipeline.load_case(case)
    stages.read.clear()
    report = pipeline.build([pile], case)
    assert stages.read == []
    assert (report.unchanged, report.read, report.words, report.words_per_second) == (4, 0, 0, 0)
    assert pipeline.load_case(case) == before


def test_what_is_linked_is_linked_again_only_by_other_code(pile, case, stages, monkeypatch):
    pipeline.build([pile], case)
    pipeline.build([pile], case)
    assert len(stages.linked) == 1
    monkeypatch.setattr(linking, "version", lambda: "other")
    pipeline.build([pile], case)
    assert len(stages.linked) == 2
    pipeline.withdraw(["a.txt"], case, author="test")
    pipeline.build([pile], case)
    assert [len(files) for files in stages.linked] == [4, 4, 3]


def test_only_what_is_new_or_changed_is_read(pile, case, stages):
    pipeline.build([pile], case)
    stages.read.clear()
    (pile / "b.txt").write_text("Le pont b est rouvert.", encoding="utf-8")
    (pile / "e.txt").write_text("Le pont e est ouvert.", encoding="utf-8")
    report = pipeline.build([pile], case)
    assert sorted(stages.read) == ["b.txt", "e.txt"]
    assert (report.new, report.replaced, report.unchanged, report.documents) == (1, 1, 3, 5)
    texts = [document.text for document in pipeline.load_case(case).documents]
    assert sum("pont b" in text for text in texts) == 1


@pytest.mark.parametrize(("many", "released"), [(4, 1), (5, 0)])
def test_what_reading_holds_is_let_go_of_before_linking_where_much_was_read(
    pile, case, monkeypatch, many, released
):
    calls = []
    monkeypatch.setattr(reading_stage, "_MANY", many)
    monkeypatch.setattr(extraction, "release", lambda: calls.append(1))
    pipeline.build([pile], case)
    pipeline.build([pile], case)
    assert len(calls) == released


def test_changed_metadata_replaces_the_report(pile, case):
    pipeline.build([pile], case)
    (pile / "metadata.csv").write_text("file,title\na.txt,Un pont\n", encoding="utf-8")
    report = pipeline.build([pile], case)
    assert (report.replaced, report.unchanged) == (1, 3)
    titles = {one.file: one.title for one in pipeline.load_case(case).documents}
    assert titles["a.txt"] == "Un pont"


def test_one_by_one_in_any_order_gives_the_case_of_all_at_once(pile, tmp_path):
    pipeline.build([pile / f"{name}.txt" for name in "abcd"], tmp_path / "once" / "x")
    for name in "dbca":
        pipeline.build([pile / f"{name}.txt"], tmp_path / "one" / "x")
    assert pipeline.load_case(tmp_path / "once" / "x") == pipeline.load_case(tmp_path / "one" / "x")


def test_what_is_not_among_todays_inputs_stays(pile, case, stages):
    pipeline.build([pile], case)
    report = pipeline.build([pile / "a.txt"], case)
    assert (report.documents, report.unchanged) == (4, 1)
    assert len(stages.linked[-1]) == 4


def test_a_newer_version_reads_the_whole_case_again_also_without_its_files(pile, case, stages):
    pipeline.build([pile], case)
    stages.read.clear()
    stages.version = "2"
    reading_stage._version.cache_clear()
    (pile / "c.txt").unlink()
    report = pipeline.build([pile / "a.txt"], case)
    assert sorted(stages.read) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert (report.again, report.new, report.replaced) == (4, 0, 0)
    assert {one.version for one in pipeline.load_case(case).readings.values()} == {"2"}


def test_a_report_whose_file_can_no_longer_be_read_stays_and_is_listed(pile, case):
    pipeline.build([pile], case)
    (pile / "a.txt").write_bytes(b"%PDF-1.7 \0\0")
    report = pipeline.build([pile], case)
    assert not report.complete
    assert report.documents == 4
    loaded = pipeline.load_case(case)
    assert [one.file for one in loaded.skipped] == ["a.txt"]
    assert "a.txt" in [document.file for document in loaded.documents]


def test_a_problem_is_settled_when_its_file_is_mended_or_gone(pile, case):
    (pile / "a.txt").write_bytes(b"")
    (pile / "b.txt").write_bytes(b"")
    assert len(pipeline.build([pile], case).skipped) == 2
    (pile / "a.txt").write_text("Le pont a est fermé.", encoding="utf-8")
    (pile / "b.txt").unlink()
    assert pipeline.build([pile], case).complete
    assert pipeline.load_case(case).skipped == ()


def test_a_problem_elsewhere_stays_on_record(pile, case, tmp_path):
    (pile / "a.txt").write_bytes(b"")
    other = tmp_path / "other.txt"
    other.write_text("La mairie confirme.", encoding="utf-8")
    pipeline.build([pile], case)
    report = pipeline.build([other], case)
    assert report.complete
    assert [one.file for one in pipeline.load_case(case).skipped] == ["a.txt"]


def test_a_problem_of_the_table_is_settled_when_the_table_is_mended(pile, case):
    table = pile / "metadata.csv"
    table.write_text("file,published\na.txt,hier\n", encoding="utf-8")
    report = pipeline.build([pile], case)
    assert [one.fatal for one in report.skipped] == [False]
    assert report.complete
    table.write_text("file,published\na.txt,2023-05-03\n", encoding="utf-8")
    pipeline.build([pile / "a.txt"], case)
    assert pipeline.load_case(case).skipped == ()


def test_a_report_in_a_language_without_a_pack_is_listed_with_the_way_out(pile, case):
    (pile / "metadata.csv").write_text("file,language\na.txt,hu\n", encoding="utf-8")
    report = pipeline.build([pile], case)
    assert [one.file for one in report.skipped] == ["a.txt"]
    assert "'hu'" in report.skipped[0].problem
    assert "metadata.csv: fr" in report.skipped[0].remedy
    assert report.documents == 3


def test_one_report_that_breaks_the_reading_does_not_cost_the_others(pile, case):
    (pile / "b.txt").write_text("poison", encoding="utf-8")
    report = pipeline.build([pile], case)
    assert _files(case) == ["a.txt", "c.txt", "d.txt"]
    (skipped,) = report.skipped
    assert skipped.file == "b.txt"
    expected = (
        "could not be analysed: a fault in Recoupe (ZeroDivisionError: float division by zero)"
    )
    assert skipped.problem == expected


def test_one_file_that_breaks_its_reader_does_not_cost_the_others(pile, case, monkeypatch):
    from recoupe import sources

    real = sources.read

    def read(item):
        if item.file == "b.txt":
            raise RecursionError("too deep")
        return real(item)

    monkeypatch.setattr(sources, "read", read)
    report = pipeline.build([pile], case)
    assert _files(case) == ["a.txt", "c.txt", "d.txt"]
    assert "could not be read: a fault in Recoupe (RecursionError" in report.skipped[0].problem


def test_what_no_report_is_to_blame_for_ends_the_build(pile, case, monkeypatch):
    def without_weights(documents):
        next(iter(documents))
        raise DataError("the weights are missing", "train them")
        yield

    monkeypatch.setattr(extraction, "read_documents", without_weights)
    with pytest.raises(DataError, match="train them"):
        pipeline.build([pile], case)


def test_a_fault_in_what_feeds_the_reading_is_not_put_on_a_report(stages):
    def documents():
        raise OSError("the disk went away")
        yield

    with pytest.raises(OSError, match="the disk went away"):
        list(reading_stage.read_each(documents()))


def test_the_same_report_in_two_folders_is_one_and_said_so(tmp_path, case):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("Le pont est fermé.", encoding="utf-8")
    inputs = [tmp_path / "one", tmp_path / "two"]
    for read in (1, 0):
        report = pipeline.build(inputs, case)
        assert (report.documents, report.read) == (1, read)
        assert report.complete
        assert "one/a.txt stands for both" in report.skipped[0].remedy


def test_a_moved_folder_is_not_read_again(pile, case, tmp_path, stages):
    pipeline.build([pile], case)
    stages.read.clear()
    moved = pile.rename(tmp_path / "moved")
    for _ in range(2):
        assert pipeline.build([moved], case).unchanged == 4
    assert stages.read == []
    assert len(pipeline.load_case(case).documents) == 4


def test_reports_from_standard_input_add_up_and_are_read_once(case):
    def piped(words):
        return pipeline.build(["-"], case, stdin=io.BytesIO(words.encode()))

    assert piped("Le pont est fermé.").new == 1
    assert piped("Le pont est rouvert.").new == 1
    assert piped("Le pont est fermé.").unchanged == 1
    assert len(pipeline.load_case(case).documents) == 2


def test_a_case_inside_its_own_input_is_not_read_into_itself(pile):
    case = pile / "case"
    for _ in range(2):
        report = pipeline.build([pile], case)
        assert (report.documents, report.skipped) == (4, ())
    report = pipeline.build([pile], pile)
    assert report.documents == 5  # the other case's page is a page like any other
    assert pipeline.build([pile], pile).unchanged == 5


@pytest.mark.parametrize("wrong", [{"inputs": ["nowhere"]}, {"lang": "xx"}, {"inputs": []}])
def test_wrong_usage_leaves_no_trace(pile, case, wrong):
    with pytest.raises(UsageError):
        pipeline.build(**({"inputs": [pile], "case_dir": case} | wrong))
    assert not case.exists()


def test_a_folder_with_nothing_readable_is_told_and_makes_an_empty_case(tmp_path, case):
    (tmp_path / "empty").mkdir()
    report = pipeline.build([tmp_path / "empty"], case)
    assert (report.documents, report.complete, len(report.skipped)) == (0, False, 1)
    assert (case / "dossier.html").is_file()


def test_a_build_that_was_stopped_goes_on_where_it_was(pile, case, stages):
    class Stopping:
        done = 0

        def begin(self, stage, total=None):
            self.stage = stage

        def advance(self, what):
            self.done += self.stage == "read"
            if self.done == 3:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pipeline.build([pile], case, progress=Stopping())
    with pytest.raises(LedgerError, match="did not come to its end"):
        pipeline.load_case(case)
    report = pipeline.build([pile], case)
    assert (report.unchanged, report.new, report.documents) == (2, 2, 4)
    assert len(pipeline.load_case(case).links.claims) == 8


def test_two_builds_of_one_case_do_not_mix(pile, case):
    refused = pytest.raises(LedgerError, match="another build is at work")
    with only_build(case), refused:
        pipeline.build([pile], case)


def test_progress_tells_every_stage_and_every_file(pile, case):
    told = []

    class Listener:
        def begin(self, stage, total=None):
            told.append((stage, total))

        def advance(self, what):
            told.append(what)

    (pile / "d.txt").write_bytes(b"")
    pipeline.build([pile], case, progress=Listener())
    files = ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert [one for one in told if isinstance(one, tuple)] == [
        ("look", 4),
        ("read", 4),
        ("link", None),
        ("write", None),
    ]
    begun = told.index(("read", 4))
    assert sorted(told[1:begun]) == files
    assert sorted(told[begun + 1 : begun + 5]) == files


def test_the_counts_of_a_build_are_on_record(pile, case):
    report = pipeline.build([pile], case)
    with sqlite3.connect(case / "ledger.sqlite") as connection:
        row = connection.execute(
            "SELECT finished IS NOT NULL, json_extract(counts, '$.claims') FROM build"
        ).fetchone()
    connection.close()
    assert row == (1, report.claims)


def test_the_page_again_is_the_page_of_the_build(pile, case, tmp_path):
    pipeline.build([pile], case, lang="en")
    pipeline.write_dossier(pipeline.load_case(case), tmp_path / "again.html", "en")
    assert (tmp_path / "again.html").read_bytes() == (case / "dossier.html").read_bytes()


def test_a_place_that_cannot_be_written_is_told(pile, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(LedgerError, match="can't be made"):
        pipeline.build([pile], tmp_path / "file" / "case")


def test_a_case_that_was_never_built_is_said_to_be_missing(tmp_path):
    with pytest.raises(LedgerError, match="there is no case in"):
        pipeline.load_case(tmp_path / "nowhere")


def test_an_older_ledger_with_documents_and_no_links_is_not_shown_as_whole(pile, case):
    pipeline.build([pile], case)
    with Ledger.open(case / "ledger.sqlite") as ledger:
        known = ledger.known()[0]
        ledger.store(ledger.document(known.id), Reading(document=known.id, version="1"))
    with pytest.raises(LedgerError, match="run the same recoupe build again"):
        pipeline.load_case(case)
