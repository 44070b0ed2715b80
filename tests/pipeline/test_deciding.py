"""Reports taken out and let in, things judged: one outcome, kept, told, and never half done."""

import os
import signal
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from recoupe import pipeline
from recoupe.errors import LedgerError, UsageError
from recoupe.ledger import Ledger, only_build

ONE, OTHER = "Le pont a est fermé depuis mardi.", "La mairie de d le confirme."


def _files(case):
    return sorted(document.file for document in pipeline.load_case(case).documents)


def _shown(case):
    return (case / "dossier.html").read_text(encoding="utf-8")


# --- withdraw ---


def test_a_withdrawn_report_leaves_the_case_that_would_be_without_it(pile, case, tmp_path):
    pipeline.build([pile], case)
    pipeline.withdraw(["b.txt"], case)
    (pile / "b.txt").unlink()
    pipeline.build([pile], tmp_path / "never" / "affaire")
    assert pipeline.load_case(case) == pipeline.load_case(tmp_path / "never" / "affaire")
    pipeline.write_dossier(pipeline.load_case(case), case / "dossier.html")
    assert "Le pont b" not in _shown(case), "told of among the changes only"


def test_what_a_withdrawal_changes_is_told(pile, case):
    pipeline.build([pile], case)
    done = pipeline.withdraw(["b.txt"], case, author="Ada", note="retracted")
    assert (done.task, done.about) == ("withdraw", ("b.txt",))
    assert [(one.kind, one.file) for one in done.changes.documents] == [("gone", "b.txt")]
    assert {one.kind for one in done.changes.claims} == {"gone"}
    (noted,) = pipeline.load_withdrawals(case)
    assert (noted.file, noted.author, noted.note, noted.restored) == (
        "b.txt", "Ada", "retracted", False,
    )  # fmt: skip


def test_a_later_build_does_not_bring_it_back_and_says_so(pile, case, stages):
    pipeline.build([pile], case)
    pipeline.withdraw(["b.txt"], case)
    stages.read.clear()
    report = pipeline.build([pile], case)
    assert (report.documents, report.withdrawn, stages.read) == (3, ("b.txt",), [])
    (pile / "b.txt").write_text("Le pont b est rouvert.", encoding="utf-8")
    report = pipeline.build([pile], case)
    assert (report.documents, report.replaced, report.withdrawn) == (3, 1, ("b.txt",))


def test_undone_the_report_is_back_also_without_its_file(pile, case):
    pipeline.build([pile], case)
    before = pipeline.load_case(case)
    pipeline.withdraw(["b.txt", "c.txt"], case)
    (pile / "b.txt").unlink()
    done = pipeline.withdraw(["b.txt", "c.txt"], case, undo=True)
    assert done.task == "restore"
    assert pipeline.load_case(case) == before
    assert [one.restored for one in pipeline.load_withdrawals(case)] == [False, False, True, True]


def test_a_report_is_withdrawn_by_title_id_or_path(pile, case):
    (pile / "metadata.csv").write_text("file,title\na.txt,Un pont\n", encoding="utf-8")
    pipeline.build([pile], case)
    key = next(d.id for d in pipeline.load_case(case).documents if d.file == "b.txt")
    pipeline.withdraw(["un pont", key, str(pile / "c.txt")], case)
    assert _files(case) == ["d.txt"]


def test_the_same_text_under_another_name_comes_in_and_is_pointed_out(pile, case):
    pipeline.build([pile], case)
    pipeline.withdraw(["b.txt"], case)
    (pile / "b.txt").rename(pile / "bis.txt")
    report = pipeline.build([pile], case)
    (noted,) = report.skipped
    assert (noted.file, noted.problem) == ("bis.txt", "the same as b.txt, which is withdrawn")
    assert not noted.fatal


@pytest.mark.parametrize(
    ("names", "undo", "told"),
    [
        (["nowhere.txt"], False, "there is no report 'nowhere.txt'"),
        (["a.txt"], True, "'a.txt' is in the case already"),
        (["b.txt"], False, "'b.txt' is withdrawn already"),
        (["a.txt", "nowhere.txt"], False, "there is no report"),
        ([], False, "no report is named"),
    ],
)
def test_a_name_that_does_not_fit_changes_nothing(pile, case, names, undo, told):
    pipeline.build([pile], case)
    pipeline.withdraw(["b.txt"], case)
    with pytest.raises(UsageError, match=told):
        pipeline.withdraw(names, case, undo=undo)
    assert _files(case) == ["a.txt", "c.txt", "d.txt"]
    assert len(pipeline.load_withdrawals(case)) == 1


def test_every_report_may_be_withdrawn_and_let_in_again(pile, case):
    pipeline.build([pile], case)
    before = pipeline.load_case(case)
    pipeline.withdraw(list("abcd"), case)
    assert _files(case) == []
    pipeline.withdraw(list("abcd"), case, undo=True)
    assert pipeline.load_case(case) == before


def test_nothing_is_decided_on_a_case_that_is_not_there_not_whole_or_being_built(pile, case):
    with pytest.raises(LedgerError, match="there is no case"):
        pipeline.withdraw(["a.txt"], case)
    assert not case.exists()
    pipeline.build([pile], case)
    refused = pytest.raises(LedgerError, match="another build is at work")
    with only_build(case), refused:
        pipeline.withdraw(["a.txt"], case)
    with Ledger.open(case / "ledger.sqlite") as ledger:
        known = ledger.known()[0]
        document, reading = ledger.document(known.id), ledger.case().readings[known.id]
        ledger.store(document, reading)
    with pytest.raises(LedgerError, match="did not come to its end"):
        pipeline.withdraw(["a.txt"], case)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
@pytest.mark.parametrize("task", ["withdraw", "judge"])
def test_a_decision_killed_before_any_sql_statement_is_made_or_not_at_all(pile, case, task):
    pipeline.build([pile], case)
    before = pipeline.load_case(case)
    made = Ledger.open

    def decide():
        if task == "withdraw":
            pipeline.withdraw(["b.txt"], case)
        else:
            pipeline.judge("same", [ONE, OTHER], case)

    def killed(step):
        child = os.fork()
        if child == 0:
            done = 0

            def count(*_):
                nonlocal done
                done += 1
                if done > step:
                    os.kill(os.getpid(), signal.SIGKILL)

            def opening(*args, **options):
                ledger = made(*args, **options)
                event.listen(ledger._engine, "before_cursor_execute", count)
                return ledger

            Ledger.open = opening
            with suppress(BaseException):
                decide()
                os._exit(0)
            os._exit(1)
        _, status = os.waitpid(child, 0)
        assert status in {0, signal.SIGKILL}
        return status != 0

    def decided():
        return len(pipeline.load_withdrawals(case)) + len(pipeline.load_judgements(case))

    step, undone = 0, 0
    while killed(step):
        # A ledger that is not whole could not be loaded.
        found = pipeline.load_case(case)
        if decided():
            break  # killed after it was done: while its page was written
        assert found == before
        undone += 1
        step += 4
    assert undone > 5
    assert decided() == 1
    left = ["a.txt", "c.txt", "d.txt"]
    assert _files(case) == (left if task == "withdraw" else sorted(("b.txt", *left)))


# --- diff ---


def test_changes_are_told_since_the_last_build_and_since_any_other(pile, case):
    pipeline.build([pile / "a.txt"], case)
    pipeline.build([pile], case)
    pipeline.withdraw(["c.txt"], case)
    last = pipeline.load_changes(case)
    assert [(one.kind, one.file) for one in last.documents] == [("gone", "c.txt")]
    first = pipeline.load_changes(case, since=1)
    assert [(one.kind, one.file) for one in first.documents] == [("new", "b.txt"), ("new", "d.txt")]
    everything = pipeline.load_changes(case, since=0)
    assert [one.file for one in everything.documents] == ["a.txt", "b.txt", "d.txt"]
    with pytest.raises(UsageError, match=r"no build 7 of the case: its last builds are: 1 .*3 "):
        pipeline.load_changes(case, since=7)


def test_a_build_that_changes_nothing_has_no_changes_and_leaves_those_of_the_page(pile, case):
    pipeline.build([pile / "a.txt"], case)
    assert pipeline.load_past(case).changed is None
    pipeline.build([pile], case)
    page = _shown(case)
    pipeline.build([pile], case)
    assert not pipeline.load_changes(case)
    assert pipeline.load_past(case).changed.since == 1
    assert _shown(case) == page


def test_a_changed_report_is_replaced_and_not_gone_and_new(pile, case):
    pipeline.build([pile], case)
    (pile / "b.txt").write_text("Le pont b est rouvert.\nLa mairie de b le confirme.", "utf-8")
    pipeline.build([pile], case)
    found = pipeline.load_changes(case)
    assert [(one.kind, one.file) for one in found.documents] == [("replaced", "b.txt")]
    kinds = {one.text: one.kind for one in found.claims}
    assert kinds == {"Le pont b est rouvert.": "new", "Le pont b est fermé depuis mardi.": "gone"}


# --- judge ---


def _together(case):
    """Whether the two claims are one."""
    return any(
        {ONE, OTHER} <= _said(case, claim) for claim in pipeline.load_case(case).links.claims
    )


def _said(case, claim):
    loaded = pipeline.load_case(case)
    texts = {one.id: one.text for one in loaded.documents}
    held = {s.id: s for reading in loaded.readings.values() for s in reading.statements}
    return {held[s].content.of(texts[held[s].document]) for s in claim.statements}


@pytest.mark.usefixtures("really_linked")
def test_a_judgement_makes_two_claims_one_until_a_further_one_undoes_it(pile, case):
    pipeline.build([pile], case)
    scored = pipeline.load_case(case)
    done = pipeline.judge("same", ["pont a est fermé", OTHER], case, author="Ada", note="sure")
    assert _together(case)
    assert "joined" in {one.kind for one in done.changes.claims}
    pipeline.build([pile], case)
    assert _together(case), "a later build forgot it"
    pipeline.judge("undecided", ["1"], case, author="Bob")
    assert pipeline.load_case(case) == scored
    pipeline.judge("same", ["1"], case, author="Ada")
    assert _together(case)
    kept = [(one.decision, one.author, one.note) for one in pipeline.load_judgements(case)]
    assert kept == [("same", "Ada", "sure"), ("undecided", "Bob", ""), ("same", "Ada", "")]


@pytest.mark.usefixtures("really_linked")
def test_a_judgement_survives_a_report_that_is_withdrawn_and_let_in_again(pile, case):
    pipeline.build([pile], case)
    pipeline.judge("same", ["pont a est fermé", OTHER], case)
    judged = pipeline.load_case(case)
    pipeline.withdraw(["a.txt"], case)
    assert not _together(case)
    pipeline.withdraw(["a.txt"], case, undo=True)
    assert pipeline.load_case(case) == judged


@pytest.mark.usefixtures("really_linked")
def test_a_claim_is_parted_by_two_of_its_statements(tmp_path, case):
    pile = tmp_path / "echo"
    pile.mkdir()
    for name in "ab":
        words = "La préfecture a fermé le pont de Brévenne aux camions pour tout l'hiver.\n"
        (pile / f"{name}.txt").write_text(words + f"Nouvelle {name}.", encoding="utf-8")
    pipeline.build([pile], case)
    (claim,) = [c for c in pipeline.load_case(case).links.claims if len(c.statements) == 2]
    pipeline.judge("different", claim.statements, case)
    assert all(len(c.statements) == 1 for c in pipeline.load_case(case).links.claims)


@pytest.mark.parametrize(
    ("decision", "things", "told"),
    [
        ("same", [ONE], r"'same' is about 2 thing\(s\), not 1"),
        ("wrong", [ONE, OTHER], r"'wrong' is about 1 thing\(s\), not 2"),
        ("same", [ONE, ONE], "are one claim already"),
        ("same", [ONE, "le volcan"], "no claim of the case has the id or the words 'le volcan'"),
        ("same", ["le pont", ONE], "claims hold the words 'le pont'"),
        ("undecided", ["1"], "there is no judgement 1 in the case: none was entered yet"),
        ("same", ["a.txt", "b.txt"], "'same' is not said of reports: of two reports say 'confirm"),
        ("wrong", ["a.txt"], "'wrong' is not said of a report: .* recoupe withdraw takes one out"),
        ("confirmed", [ONE, "a.txt"], "is no report of the case: name what draws first"),
        ("confirmed", ["a.txt", "Le Phare"], "there is no report, or outlet cited by 'a.txt'"),
        ("wrong", ["a.txt", "a.txt"], "are one report"),
        ("same", [ONE, "L"], "claim and origin can't be compared"),
        ("wrong", ["L"], "'wrong' is not said of a source: say 'same' or"),
    ],
)
def test_a_judgement_that_does_not_fit_changes_nothing(pile, case, decision, things, told):
    pipeline.build([pile], case)
    with pytest.raises(UsageError, match=told):
        pipeline.judge(decision, things, case)
    assert pipeline.load_judgements(case) == ()


def test_a_claim_is_not_parted_from_the_statement_that_stands_for_it(pile, case):
    pipeline.build([pile], case)
    claim = next(c for c in pipeline.load_case(case).links.claims if c.text == ONE)
    with pytest.raises(UsageError, match="are one statement already: to part a claim, name two"):
        pipeline.judge("different", [claim.id, claim.statements[0]], case)


def test_what_was_judged_wrong_is_out_of_the_case_until_that_is_lifted(pile, case):
    pipeline.build([pile], case)
    before = pipeline.load_case(case)
    done = pipeline.judge("wrong", [ONE], case, author="Ada", note="a caption")
    assert [(one.kind, one.text) for one in done.changes.claims] == [("gone", ONE)]
    after = pipeline.load_case(case)
    assert ONE not in {claim.text for claim in after.links.claims}
    assert sum(len(r.statements) for r in after.readings.values()) == sum(
        len(r.statements) for r in before.readings.values()
    ) - 1  # fmt: skip
    (kept,) = pipeline.load_judgements(case)
    assert (kept.decision, kept.words, kept.kind) == ("wrong", (ONE,), "claim")
    pipeline.build([pile], case)
    assert pipeline.load_case(case) == after, "a later build forgot it"
    pipeline.judge("undecided", ["1"], case)
    assert pipeline.load_case(case) == before


@pytest.mark.usefixtures("really_linked")
def test_an_edge_is_judged_by_the_files_of_its_reports_and_lifted_by_number(pile, case):
    pipeline.build([pile], case)
    before = pipeline.load_case(case)
    file_of = {one.id: one.file for one in before.documents}
    done = pipeline.judge("confirmed", ["b.txt", "a.txt"], case, author="Ada")
    assert done.about == ("b.txt", "a.txt")
    (edge,) = [e for e in pipeline.load_case(case).links.lineage if file_of[e.document] == "b.txt"]
    assert file_of[edge.on] == "a.txt"
    with pytest.raises(UsageError, match=r"judgement 1 is about 2 .* of kind lineage"):
        pipeline.judge("different", ["1"], case)
    pipeline.judge("undecided", ["1"], case)
    assert pipeline.load_case(case) == before


def test_a_verdict_on_a_claim_is_one_on_all_its_statements(tmp_path, case):
    pile = tmp_path / "echo"
    pile.mkdir()
    for name in "ab":
        (pile / f"{name}.txt").write_text(f"{ONE}\nNouvelle {name}.", encoding="utf-8")
    pipeline.build([pile], case)
    pipeline.judge("wrong", [ONE], case)
    assert len(pipeline.load_judgements(case)[0].places) == 2
    assert {one.text for one in pipeline.load_case(case).links.claims} == {
        "Nouvelle a.",
        "Nouvelle b.",
    }


def test_who_decides_is_the_systems_user_unless_said(pile, case, monkeypatch):
    pipeline.build([pile], case)
    monkeypatch.setenv("LOGNAME", "greffier")
    pipeline.judge("confirmed", [ONE], case)
    assert pipeline.load_judgements(case)[0].author == "greffier"


# --- one ledger, whatever the way to it ---


@pytest.mark.usefixtures("really_linked")
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_whatever_is_added_and_withdrawn_in_any_order_the_case_is_that_of_what_is_in_it(
    data, tmp_path_factory
):
    root = tmp_path_factory.mktemp("way")
    pile = root / "pile"
    pile.mkdir()
    for name, words in zip("abcde", ("fermé", "rouvert", "fermé", "détruit", "fermé"), strict=True):
        text = (
            f"Le pont suspendu de Brévenne est {words} à la circulation depuis la crue de mardi.\n"
            f"La mairie attend les experts de Grenoble, a écrit le journal {name}."
        )
        (pile / f"{name}.txt").write_text(text, encoding="utf-8")
    order = data.draw(st.permutations("abcde"))
    case, inside = root / "way" / "affaire", set()
    for name in order:
        pipeline.build([pile / f"{name}.txt"], case)
        inside.add(name)
        if data.draw(st.booleans()):
            out = data.draw(st.sampled_from(sorted(inside)))
            pipeline.withdraw([f"{out}.txt"], case)
            inside.remove(out)
    kept = sorted(inside)
    if kept:
        pipeline.build([pile / f"{name}.txt" for name in kept], root / "once" / "affaire")
        assert pipeline.load_case(case) == pipeline.load_case(root / "once" / "affaire")
    else:
        assert pipeline.load_case(case).links.claims == ()
    out = sorted(set("abcde") - inside)
    if out:
        pipeline.withdraw([f"{name}.txt" for name in out], case, undo=True)
    pipeline.build([pile], root / "all" / "affaire")
    assert pipeline.load_case(case) == pipeline.load_case(root / "all" / "affaire")
