"""The scorers on Recognizers-Text cases: what counts as right, and what is not judged."""

import json
from pathlib import Path
from typing import Any

import pytest

from recoupe.errors import DataError
from recoupe.evaluation import recognizers_quantities, recognizers_times


def times(folder: Path, *cases: dict[str, Any]) -> dict[str, float]:
    file = folder / "DateTime-Model.json"
    file.write_text(json.dumps(cases, ensure_ascii=False), encoding="utf-8")
    return recognizers_times.evaluate(folder)


def case(text: str, words: str, kind: str, day: str | None = "2022-11-09", **value: str) -> Any:
    result = {
        "Text": words,
        "Start": text.index(words),
        "TypeName": f"datetimeV2.{kind}",
        "Resolution": {"values": [value]},
    }
    context = {"ReferenceDateTime": f"{day}T00:00:00"} if day else {}
    return {"Input": text, "Context": context, "Results": [result]}


RIGHT = [
    case("Le bac part demain.", "demain", "date", timex="2022-11-10", value="2022-11-10"),
    # Their ranges end before their last day, or with its first moment; ours on the day.
    case("Fermé du 4 au 22 mai 2021.", "du 4 au 22 mai 2021", "daterange",
         timex="(2021-05-04,2021-05-22,P18D)", start="2021-05-04", end="2021-05-22"),
    case("Fermé de mars à mai 2021.", "de mars à mai 2021", "daterange",
         timex="(2021-03,2021-05,P2M)", start="2021-03-01", end="2021-05-01"),
    case("Fermé en mai 2021.", "mai 2021", "daterange",
         timex="2021-05", start="2021-05-01", end="2021-06-01"),
    case("La panne a duré une semaine.", "une semaine", "duration", timex="P7D", value="604800"),
    case("Le bac part à huit heures.", "huit heures", "time", timex="T08", value="08:00:00"),
    case("Fermé de 14 h à 16 h.", "de 14 h à 16 h", "timerange",
         timex="(T14,T16,PT2H)", start="14:00:00", end="16:00:00"),
    case("Le bac part maintenant.", "maintenant", "datetime",
         timex="PRESENT_REF", value="2022-11-09 00:00:00"),
]  # fmt: skip
WRONG = [
    case("Le bac part demain.", "demain", "date", timex="2022-11-11", value="2022-11-11"),
    case("Fermé de mars à mai 2021.", "de mars à mai 2021", "daterange",
         timex="(2021-03,2021-07,P4M)", start="2021-03-01", end="2021-07-01"),
    case("La panne a duré une semaine.", "une semaine", "duration", timex="P8D", value="1"),
    case("Le bac part à huit heures.", "huit heures", "time", timex="T20", value="20:00:00"),
    case("Le bac est beau.", "beau", "date", timex="2022-11-10", value="2022-11-10"),
]  # fmt: skip


@pytest.mark.parametrize("one", RIGHT, ids=[c["Input"] for c in RIGHT])
def test_a_value_that_the_case_allows_is_right(tmp_path: Path, one: dict[str, Any]) -> None:
    assert times(tmp_path, one)["right"] == 1


@pytest.mark.parametrize("one", WRONG, ids=[c["Input"] for c in WRONG])
def test_another_value_or_none_is_wrong(tmp_path: Path, one: dict[str, Any]) -> None:
    assert times(tmp_path, one)["right"] == 0


def test_without_a_day_only_what_follows_from_the_words_is_judged(tmp_path: Path) -> None:
    scores = times(
        tmp_path,
        case("Le bac part demain.", "demain", "date", None, timex="2020-02-02", value="2020-02-02"),
        case("Né le 3 mai 2021.", "le 3 mai 2021", "date", None,
             timex="2021-05-03", value="2021-05-03"),
        case("Il a dormi deux heures.", "deux heures", "duration", None, timex="PT3H", value="1"),
    )  # fmt: skip
    assert scores["left_out"] == 1
    assert scores["n_right_without_reference"] == 2
    assert scores["right_without_reference"] == 0.5
    assert scores["n_right"] == 0


def test_a_sentence_without_times_is_right_when_nothing_is_found(tmp_path: Path) -> None:
    empty = {"Input": "Il a gagné 3-1.", "Context": {}, "Results": []}
    wrong = {"Input": "Il part demain.", "Context": {}, "Results": []}
    assert times(tmp_path, empty)["right_without_reference"] == 1
    assert times(tmp_path, wrong)["right_without_reference"] == 0


def quantity(text: str, words: str, kind: str, **resolution: str) -> dict[str, Any]:
    result = {
        "Text": words,
        "Start": text.index(words),
        "TypeName": kind,
        "Resolution": resolution,
    }
    return {"Input": text, "Results": [result]}


@pytest.mark.parametrize(
    ("one", "right"),
    [
        (quantity("Il a 12 pompes.", "12", "number", value="12"), 1),
        (quantity("Il a 12 pompes.", "12", "number", value="13"), 0),
        (quantity("Il doit 12 euros.", "12 euros", "currency", value="12", unit="Euro"), 1),
        (quantity("Il doit 12 euros.", "12 euros", "currency", value="12", unit="Dollar"), 0),
        (quantity("Plus de 12 pompes.", "Plus de 12", "numberrange", value="(12,)"), 1),
        (quantity("Plus de 12 pompes.", "Plus de 12", "numberrange", value="(,12)"), 0),
    ],
)
def test_a_figure_is_right_with_its_number_and_its_unit(
    tmp_path: Path, one: dict[str, Any], right: int
) -> None:
    (tmp_path / "Number-Model.json").write_text(json.dumps([one]), encoding="utf-8")
    assert recognizers_quantities.evaluate(tmp_path)["right"] == right


def test_a_folder_without_cases_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataError):
        recognizers_times.evaluate(tmp_path)
    with pytest.raises(DataError):
        recognizers_quantities.evaluate(tmp_path)
