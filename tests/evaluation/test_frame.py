"""Benchmarks, floors, figures on record, and the command that puts them together."""

import json

import pytest

from recoupe.cli import main
from recoupe.errors import DataError, UsageError
from recoupe.evaluation import floors, frame, results
from recoupe.evaluation.floors import Bound, compare, load_floors
from recoupe.evaluation.frame import Benchmark


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A checkout with two benchmarks, one of which lacks its data, and floors for them."""
    folder = tmp_path / "house" / "evaluation"
    folder.mkdir(parents=True)
    (folder / "coins.txt").write_text("heads heads tails heads", encoding="utf-8")
    (folder / "floors.json").write_text(
        '{"coins": {"heads": 0.75, "tails": {"ceiling": 0.25}}}', encoding="utf-8"
    )

    def score(path):
        words = path.read_text(encoding="utf-8").split()
        shares = {word: words.count(word) / len(words) for word in ("heads", "tails")}
        return shares | {"n_throws": len(words)}

    own = Benchmark("coins", "Throws of a coin.", "evaluation", "coins.txt", score)
    lent = Benchmark("dice", "Throws of a die.", "shared", "data/dice.txt", score)
    monkeypatch.setattr(frame, "benchmarks", lambda: {"coins": own, "dice": lent})
    monkeypatch.setattr(frame, "evaluation_folder", lambda: folder)
    monkeypatch.delenv(frame.SHARED, raising=False)
    return folder


@pytest.fixture
def lent(house, monkeypatch):
    shared = house.parent.parent / "lent"
    (shared / "data").mkdir(parents=True)
    (shared / "data" / "dice.txt").write_text("tails tails", encoding="utf-8")
    monkeypatch.setenv(frame.SHARED, str(shared))


def test_the_benchmarks_of_the_design_are_there():
    names = {"attribution", "parser-gsd", "parser-sequoia", "times"}
    assert names <= frame.benchmarks().keys()


@pytest.mark.parametrize("name", ["attribution", "parser-gsd", "parser-sequoia", "times"])
def test_a_benchmark_says_what_it_measures(name):
    assert len(frame.get_benchmark(name).description) > 20


def test_a_benchmark_that_is_not_there_is_refused_with_those_that_are(house):
    with pytest.raises(UsageError, match="no benchmark 'chess': benchmarks at hand: coins, dice"):
        frame.get_benchmark("chess")


def test_the_floors_on_record_are_of_benchmarks_that_exist():
    stored = load_floors(frame.evaluation_folder() / "floors.json")
    assert stored.keys() <= frame.benchmarks().keys()


def test_missing_data_are_named_with_where_to_put_them(house):
    with pytest.raises(
        DataError, match=r"'dice' are not at .*/shared/data/dice.txt: set RECOUPE_S"
    ):
        frame.get_benchmark("dice").run()


def test_shared_data_are_looked_for_where_the_environment_says(house, lent):
    assert frame.get_benchmark("dice").run() == {"heads": 0, "tails": 1, "n_throws": 2}


def test_a_package_without_its_checkout_says_so(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(frame, "__file__", str(tmp_path / "a" / "b" / "c" / "d" / "frame.py"))
    with pytest.raises(DataError, match="benchmarks need the project's repository"):
        frame.evaluation_folder()


@pytest.mark.parametrize(
    ("bound", "value", "holds"),
    [
        (Bound(0.8), 0.8, True),
        (Bound(0.8), 0.79999, True),  # rounds to the floor
        (Bound(0.8), 0.7999, False),
        (Bound(0.8), 0.9, True),
        (Bound(0.1, ceiling=True), 0.1, True),
        (Bound(0.1, ceiling=True), 0.2, False),
        (Bound(0.1, ceiling=True), 0.0, True),
        (Bound(0.1), None, False),
    ],
)
def test_a_floor_holds_from_below_and_a_ceiling_from_above(bound, value, holds):
    assert bound.holds(value) is holds


def test_a_floor_whose_figure_is_gone_does_not_hold():
    found, gone = compare(
        {
            "f1": 0.5,
        },
        {"recall": Bound(0.1)},
    )
    assert found.holds
    assert (gone.metric, gone.value, gone.holds) == ("recall", None, False)


@pytest.mark.parametrize(
    "content",
    ["", "[]", '{"a": 1}', '{"a": {"b": "c"}}', '{"a": {"b": {"roof": 1}}}', '{"a": {"b": true}}'],
)
def test_malformed_floors_are_refused(tmp_path, content):
    (tmp_path / "floors.json").write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match="holds no floors"):
        load_floors(tmp_path / "floors.json")


def test_figures_that_hold_their_floors_are_status_0(house, capsys):
    assert main(["evaluate", "coins"]) == 0
    out = capsys.readouterr().out
    assert "coins: Throws of a coin." in out
    assert [line.split() for line in out.splitlines() if "heads" in line] == [
        ["│", "heads", "│", "0.750", "│", "│", "≥", "0.75", "│", "ok", "│"]
    ]
    assert "n_throws" not in out


def test_a_figure_below_its_floor_is_status_1(house, capsys):
    (house / "coins.txt").write_text("heads tails", encoding="utf-8")
    assert main(["evaluate", "coins"]) == 1
    out = capsys.readouterr().out
    assert out.count("BELOW") == 2


def test_json_has_all_figures_and_those_below(house, capsys):
    (house / "coins.txt").write_text("heads tails", encoding="utf-8")
    assert main(["evaluate", "coins", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told == {
        "benchmarks": {
            "coins": {
                "figures": {"heads": 0.5, "tails": 0.5, "n_throws": 2},
                "below": ["heads", "tails"],
            }
        },
        "missing": [],
    }


def test_a_benchmark_asked_for_by_name_must_have_its_data(house, capsys):
    assert main(["evaluate", "dice"]) == 2
    assert "recoupe: the data of benchmark 'dice' are not at" in capsys.readouterr().err


def test_without_names_the_others_are_run_and_the_missing_named(house, capsys):
    assert main(["evaluate"]) == 1
    told = capsys.readouterr()
    assert "heads" in told.out
    assert told.err.count("\n") == 1
    assert "'dice'" in told.err


def test_figures_are_recorded_and_those_not_measured_today_stay(house, lent):
    assert main(["evaluate", "--update-results"]) == 0
    before = json.loads((house / "results.json").read_text(encoding="utf-8"))
    (house / "coins.txt").write_text("heads", encoding="utf-8")
    assert main(["evaluate", "coins", "--update-results"]) == 0
    after = json.loads((house / "results.json").read_text(encoding="utf-8"))
    assert after["coins"]["figures"] == {"heads": 1.0, "tails": 0.0, "n_throws": 1}
    assert after["dice"] == before["dice"]
    assert after["dice"].keys() == {"figures", "version", "date"}


def test_the_table_in_the_readme_is_replaced_and_the_rest_of_it_kept(house):
    readme = house / "README.md"
    readme.write_text(f"# Before\n\n{results.BEGIN}\nold\n{results.END}\n\nAfter\n", "utf-8")
    main(["evaluate", "coins", "--update-results"])
    text = readme.read_text(encoding="utf-8")
    assert text.startswith(f"# Before\n\n{results.BEGIN}\n\n## coins\n\nMeasured on ")
    assert text.endswith(f"{results.END}\n\nAfter\n")
    assert "old" not in text
    assert "| heads | 0.750 |  | ≥ 0.75 |" in text
    assert "n_throws" not in text


def test_a_readme_without_the_marks_gets_the_table_at_its_end(house):
    (house / "README.md").write_text("# Mine\n", encoding="utf-8")
    main(["evaluate", "coins", "--update-results"])
    main(["evaluate", "coins", "--update-results"])
    text = (house / "README.md").read_text(encoding="utf-8")
    assert text.startswith(f"# Mine\n\n{results.BEGIN}\n")
    assert text.count(results.BEGIN) == text.count(results.END) == 1


def test_a_readme_with_half_a_mark_is_left_alone(house, capsys):
    (house / "README.md").write_text(f"# Mine\n{results.BEGIN}\nwords\n", encoding="utf-8")
    assert main(["evaluate", "coins", "--update-results"]) == 2
    assert "put the mark back" in capsys.readouterr().err
    assert (house / "README.md").read_text(encoding="utf-8").endswith("words\n")


@pytest.mark.parametrize(
    ("metric", "value", "words"),
    [("f1", 0.61234, "0.612"), ("n_f1", 7, "7"), ("found", 120, "120"), ("f1", 1.0, "1.000")],
)
def test_shares_have_three_decimals_and_counts_none(metric, value, words):
    assert results.shown(floors.Line(metric, value, None)) == words


def test_a_share_is_shown_with_the_number_of_cases_it_is_of():
    figures = {"f1": 0.5, "n_f1": 10, "late_f1": 0.4, "late_n_f1": 3, "recall": 0.1}
    assert [results.count_of(name, figures) for name in ("f1", "late_f1", "recall")] == [
        "10",
        "3",
        "",
    ]
