"""What the commands that ask a case print: tables for a person, JSON for scripts."""

import importlib.util
import json
from pathlib import Path

import pytest

from recoupe import pipeline, questions
from recoupe.cli import main
from recoupe.model import Factuality, Judgement, Quantity, Span
from recoupe.questions import Changes
from recoupe.questions.changed import ClaimChange, DocumentChange, RelationChange
from recoupe.questions.series import Series, Standing, ToldFigure

_spec = importlib.util.spec_from_file_location(
    "sarvanne", Path(__file__).parents[1] / "questions" / "conftest.py"
)
sarvanne = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(sarvanne)

CRACKED = "le barrage a été fissuré dès le printemps"
CHANGES = Changes(
    since=3,
    since_time="2032-05-06T10:11:12+00:00",
    until=4,
    until_time="2032-05-07T10:11:12+00:00",
    documents=(DocumentChange(kind="gone", document="d1", file="b.txt", title="Un [titre]"),),
    claims=(
        ClaimChange(kind="changed", claim="c1", text=CRACKED, more_origins=("Irène",), origins=2),
        ClaimChange(kind="joined", claim="c2", text="fissuré", was="c1", origins=1),
    ),
    relations=(
        RelationChange(
            kind="new", relation="refutes", claim="c3", text="non", other="c1", other_text="oui"
        ),
    ),
)
EVERY = [
    ["claims"],
    ["origins"],
    ["without", "Marc Vidalenc"],
    ["adds", "reportage.txt"],
    ["denials"],
    ["diff"],
    ["judgements"],
]


@pytest.fixture(scope="module")
def case():
    return sarvanne.case_of(sarvanne.make_pile())


@pytest.fixture(autouse=True)
def loaded(case, monkeypatch):
    judged = Judgement(
        decision="same", kind="entity", subject="e1", other="e2", author="Ada",
        time="2032-05-06T10:11:12+00:00", words=("Vidalenc", "le maire"), note="même personne",
    )  # fmt: skip
    monkeypatch.setattr(pipeline, "load_case", lambda folder: case)
    monkeypatch.setattr(pipeline, "load_judgements", lambda folder: (judged,))
    monkeypatch.setattr(pipeline, "load_changes", lambda folder, since: CHANGES)


def _told(capsys, *arguments):
    assert main(list(arguments)) == 0
    told = capsys.readouterr()
    assert told.err == ""
    return told.out


@pytest.mark.parametrize("arguments", EVERY, ids=lambda arguments: arguments[0])
def test_without_a_terminal_there_are_no_colours_and_no_cut_words(arguments, capsys):
    out = _told(capsys, *arguments)
    assert out.strip()
    assert "\x1b" not in out
    assert "…" not in out


@pytest.mark.parametrize("arguments", EVERY, ids=lambda arguments: arguments[0])
def test_json_is_one_value_on_one_line(arguments, capsys):
    out = _told(capsys, *arguments, "--json")
    assert out.count("\n") == 1
    assert json.loads(out)


def test_without_tells_what_falls_and_what_stands(capsys):
    lines = _told(capsys, "without", "Marc Vidalenc").splitlines()
    assert lines[0] == "without Marc Vidalenc:"
    assert lines[1] == "  2 claims lose all their origins"
    assert lines[2].endswith(" untouched")
    assert any(CRACKED in line for line in lines)


def test_one_claim_alone_is_told_in_the_singular(capsys):
    lines = _told(capsys, "without", "La Vigie").splitlines()
    assert lines[1] == "  1 claim loses all its origins"
    assert "1 claim that loses all its origins" in lines


def test_what_is_denied_is_not_listed_as_if_it_were_said(case, capsys, monkeypatch):
    denied = "le barrage ait été fissuré"
    for arguments in (["claims"], ["adds", "reportage.txt"], ["without", "Irène Castagnol"]):
        (line,) = (one for one in _told(capsys, *arguments).splitlines() if denied in one)
        assert " denied " in line
        assert " certain " not in line
    (claim,) = (c for c in case.links.claims if c.text == denied)
    (other,) = (c for c in case.links.claims if c.text == CRACKED)
    pair = {"claim": claim.id, "text": claim.text, "other": other.id, "other_text": other.text}
    found = Changes.model_validate(
        {**CHANGES.model_dump(), "relations": [{"kind": "new", "relation": "refutes", **pair}]}
    )
    monkeypatch.setattr(pipeline, "load_changes", lambda folder, since: found)
    lines = _told(capsys, "diff").splitlines()
    (line,) = (one for one in lines if "refutes" in one)
    assert line.index(" denied ") < line.index("refutes") < line.index(" certain ")


def test_words_that_hold_the_negation_are_negative_and_not_denied(case, capsys, monkeypatch):
    plain = {
        key: reading.model_copy(
            update={"statements": tuple(
                s.model_copy(update={"denies": False}) for s in reading.statements
            )}
        )
        for key, reading in case.readings.items()
    }  # fmt: skip
    monkeypatch.setattr(
        pipeline, "load_case", lambda folder: case.model_copy(update={"readings": plain})
    )
    (line,) = (one for one in _told(capsys, "claims").splitlines() if "ait été fissuré" in one)
    assert " negative " in line


def test_origins_that_may_be_one_are_a_range_and_come_after_those_that_are_two(capsys, monkeypatch):
    again = sarvanne.make_pile()
    unnamed, named = "la vanne avait été commandée trop tard", "410 foyers ont dû partir"
    for number in (1, 2):
        again.report(
            f"anonyme{number}.txt", f"Selon un cadre de la régie, {unnamed}.",
            sarvanne.Says(unnamed, "un cadre de la régie", "unnamed"),
            published=f"2032-05-0{number + 6}", publisher=f"Feuille {number}",
        )  # fmt: skip
    for name in ("Marc Vidalenc", "Irène Castagnol"):
        again.report(
            f"{name}.txt", f"{name} dit que {named}.",
            sarvanne.Says(named, name, figures=((410, "foyers"),)),
            published="2032-05-07", names=((name, "Person"),),
        )  # fmt: skip
    monkeypatch.setattr(pipeline, "load_case", lambda folder: sarvanne.case_of(again))
    rows = _told(capsys, "claims").splitlines()[2:4]
    assert [row.split()[0] for row in rows] == ["2", "1–2"]


def test_the_json_is_the_answer_itself(case, capsys):
    out = json.loads(_told(capsys, "without", "Marc Vidalenc", "--json"))
    assert out == questions.without(case, "Marc Vidalenc").model_dump(mode="json")


def test_origins_come_with_what_rests_on_them(capsys):
    lines = _told(capsys, "origins").splitlines()
    assert lines[1].split() == ["alone", "repeated", "shared", "kind", "origin", "id"]
    assert any(line.split()[:3] == ["2", "0", "0"] and "Marc Vidalenc" in line for line in lines)


def test_adds_tells_what_is_new(capsys):
    out = _told(capsys, "adds", "reportage.txt")
    assert out.startswith(
        "reportage.txt: 4 new claims, 1 known before; 1 new figure; 2 new origins;"
    )
    assert "12 expertises" in out


def test_denials_tell_who_what_and_of_whom(capsys):
    out = _told(capsys, "denials", "--by", "vidalenc")
    assert out == "no denial by Marc Vidalenc in the case\n"
    out = _told(capsys, "denials", "--by", "irene castagnol")
    for words in ("Irène Castagnol", "2032-05-06", "Marc Vidalenc"):
        assert words in out


def test_figures_of_one_thing_stand_in_one_table(capsys, monkeypatch):
    again = sarvanne.make_pile()
    words = "410 foyers ont dû partir"
    again.report(
        "maire.txt", f"Marc Vidalenc dit que {words}.",
        sarvanne.Says(words, "Marc Vidalenc", figures=((410, "foyers"),)),
        published="2032-05-07", names=(("Marc Vidalenc", "Person"),),
    )  # fmt: skip
    monkeypatch.setattr(pipeline, "load_case", lambda folder: sarvanne.case_of(again))
    lines = _told(capsys, "figures", "foyers").splitlines()
    assert lines[0] == "foyers: 2 figures, 2 origins"
    assert [line.split()[0] for line in lines[2:4]] == ["340", "410"]
    (series,) = json.loads(_told(capsys, "figures", "foyers", "--json"))
    assert [one["quantity"]["low"] for one in series["figures"]] == [340, 410]


def test_a_figure_tells_how_many_others_it_contradicts_goes_with_or_is_no_match_for(
    capsys, monkeypatch
):
    figure = ToldFigure(
        statement="s1", claim="c1", document="d1", file="a.txt", published=None,
        quantity=Quantity(span=Span(0, 3), low=340, high=340), words="340 foyers",
        who=("Ada", "Le Môle"),
        factuality=Factuality.CERTAIN_NOT, action=None, status=None, times=(), origins=("o1",),
        again=(),
        standing=tuple(
            Standing(statement=f"s{n}", verdict=verdict, reasons=())
            for n, verdict in enumerate(("incomparable", "contradictory", "incomparable"), 2)
        ),
    )  # fmt: skip
    series = Series(thing="foyers", figures=(figure,), origins=("o1",))
    monkeypatch.setattr(questions, "figures", lambda case, thing: (series,))
    (line,) = _told(capsys, "figures").splitlines()[2:3]
    assert line.rstrip().endswith("contradicts 1, not comparable 2")
    assert " denied " in line
    # Who told it, and by way of whom: not two that hold it.
    assert " Ada via Le Môle " in line


def test_figures_say_when_no_two_claims_count_a_thing(capsys):
    assert (
        _told(capsys, "figures", "ponts") == "no two claims of the case give figures of 'ponts'\n"
    )


def test_diff_tells_from_when_and_in_both_directions(capsys):
    out = _told(capsys, "diff", "--since", "3")
    assert out.startswith("from build 3 (2032-05-06 10:11) to build 4 (2032-05-07 10:11)\n")
    for words in ("gone", "Un [titre]", "origins + Irène", "now part of c1", "refutes"):
        assert words in out


def test_diff_says_when_nothing_changed(capsys, monkeypatch):
    none = Changes(since=0, since_time="", until=1, until_time="2032-05-07T10:11:12")
    monkeypatch.setattr(pipeline, "load_changes", lambda folder, since: none)
    out = _told(capsys, "diff")
    assert out == "from the empty case to build 1 (2032-05-07 10:11)\nnothing changed\n"


def test_diff_says_how_to_look_further_back_when_nothing_changed_last(capsys, monkeypatch):
    none = Changes(since=3, since_time="", until=4, until_time="")
    monkeypatch.setattr(pipeline, "load_changes", lambda folder, since: none)
    assert _told(capsys, "diff").endswith(
        "nothing changed: --since N compares with an earlier build\n"
    )


def test_judgements_are_numbered(capsys):
    out = _told(capsys, "judgements")
    assert "Vidalenc | le maire" in out
    assert out.splitlines()[2].split()[:3] == ["1", "same", "entity"]


def test_one_claim_is_listed_with_its_statements(capsys):
    out = _told(capsys, "claims", "fissuré dès")
    assert "reportage.txt:" in out
    assert CRACKED in out
    assert "no claim holds the words 'volcan'" in _told(capsys, "claims", "volcan")


def test_more_than_a_screenful_is_cut_unless_all_is_asked_for(capsys, case, monkeypatch):
    claim = case.links.claims[0]
    many = tuple(claim.model_copy(update={"id": f"c{n:03}"}) for n in range(25))
    more = case.model_copy(update={"links": case.links.model_copy(update={"claims": many})})
    monkeypatch.setattr(pipeline, "load_case", lambda folder: more)
    assert "and 5 more: --all lists them" in _told(capsys, "claims")
    out = _told(capsys, "claims", "--all")
    assert "more" not in out
    assert out.count("c0") == 25


def test_what_reports_say_cannot_give_orders_to_the_terminal(capsys, monkeypatch):
    evil = CHANGES.model_copy(
        update={"claims": (ClaimChange(kind="new", claim="c", text="[bold]a\x1b[2Jb"),)}
    )
    monkeypatch.setattr(pipeline, "load_changes", lambda folder, since: evil)
    out = _told(capsys, "diff")
    assert "\x1b" not in out
    assert "[bold]a\\x1b[2Jb" in out


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["without", "Personne"], "there is no source 'Personne' in the case: the nearest are: "),
        (["denials", "--by", "X"], "there is no source 'X' in the case: the nearest are: "),
        (["adds", "rien.txt"], "there is no report 'rien.txt' in the case: the nearest are: "),
        (["without"], "missing argument 'SOURCE': see recoupe without --help"),
        (
            ["judge", "perhaps", "c1"],
            "invalid value for 'DECISION': 'perhaps' is not one of 'same'",
        ),
        (["diff", "--since", "x"], "invalid value for '--since'"),
    ],
)
def test_wrong_usage_tells_what_to_do_and_is_status_2(arguments, problem, capsys):
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"recoupe: {problem}")
    assert told.err.count("\n") == 1


# --- deciding ---


@pytest.fixture
def deciding(monkeypatch):
    calls = []

    def decide(*arguments, **options):
        calls.append((arguments, options))
        return pipeline.Decided(
            task="withdraw", about=("b.txt",), changes=CHANGES, dossier="d.html", seconds=0.1
        )

    monkeypatch.setattr(pipeline, "withdraw", decide)
    monkeypatch.setattr(pipeline, "judge", decide)
    return calls


def test_withdraw_tells_what_it_did_what_that_changed_and_where_the_page_is(deciding, capsys):
    assert main(["withdraw", "b.txt", "c.txt", "--note", "faux", "--author", "Ada"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "withdrawn: b.txt"
    assert lines[-1] == "d.html"
    ((arguments, options),) = deciding
    assert arguments == (["b.txt", "c.txt"], Path("case"))
    assert (options["undo"], options["note"], options["author"]) == (False, "faux", "Ada")


def test_withdraw_undone_says_so(deciding, capsys):
    assert main(["withdraw", "--undo", "b.txt"]) == 0
    assert capsys.readouterr().out.startswith("let in again: b.txt\n")
    assert deciding[0][1]["undo"] is True


def test_judge_passes_on_what_was_decided(deciding, capsys):
    assert main(["judge", "same", "c1", "c2", "--author", "Ada", "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["changes"]["until"] == 4
    assert told.err == ""
    arguments, options = deciding[0]
    assert arguments == ("same", ["c1", "c2"], Path("case"))
    assert options["author"] == "Ada"


def test_a_judgement_that_changes_nothing_says_so(deciding, capsys, monkeypatch):
    done = pipeline.Decided(
        task="judge", about=("a", "b"), dossier="d.html", seconds=0.1,
        changes=Changes(since=1, since_time="", until=2, until_time=""),
    )  # fmt: skip
    monkeypatch.setattr(pipeline, "judge", lambda *a, **o: done)
    assert main(["judge", "confirmed", "c1"]) == 0
    assert "is another than before" in capsys.readouterr().out
