from datetime import date

import pytest

from recoupe.views.dossier.dates import in_words
from recoupe.views.dossier.edtf import bounds, parse_day


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        ("2022", "2022", "2022"),
        ("2022-11", "novembre 2022", "November 2022"),
        ("2022-11-09", "9 novembre 2022", "9 November 2022"),
        ("2022-11-01", "1er novembre 2022", "1 November 2022"),
        ("2022-11~", "vers novembre 2022", "around November 2022"),
        ("2022-11-09?", "9 novembre 2022 (incertain)", "9 November 2022 (uncertain)"),
        ("2022%", "vers 2022 (incertain)", "around 2022 (uncertain)"),
        ("2022-08/..", "depuis août 2022", "since August 2022"),
        ("2022-08-03/..", "depuis le 3 août 2022", "since 3 August 2022"),
        ("2022-08-03/", "depuis le 3 août 2022", "since 3 August 2022"),
        ("../2023-02-28", "jusqu’au 28 février 2023", "until 28 February 2023"),
        ("../2023-02", "jusqu’à février 2023", "until February 2023"),
        ("/2023", "jusqu’en 2023", "until 2023"),
        ("2022-11-03/2022-11-09", "du 3 au 9 novembre 2022", "3 to 9 November 2022"),
        ("2022-11-01/2022-11-09", "du 1er au 9 novembre 2022", "1 to 9 November 2022"),
        ("2022-08/2022-11", "d’août à novembre 2022", "August to November 2022"),
        ("2021-12/2022-01", "de décembre 2021 à janvier 2022", "December 2021 to January 2022"),
        ("2021/2022", "de 2021 à 2022", "2021 to 2022"),
        ("2022-21", "printemps 2022", "spring 2022"),
        ("197X", "années 1970", "1970s"),
        ("19XX", "XXe siècle", "20th century"),
        ("2022-11-XX", "novembre 2022", "November 2022"),
        ("2022-XX", "2022", "2022"),
        ("2022-11-09T14:30", "9 novembre 2022, 14:30", "9 November 2022, 14:30"),
        ("[2022-11-09,2022-11-10]", "9 novembre 2022, 10 novembre 2022 (l’une de ces dates)", None),
        (None, "", ""),
    ],
)
def test_edtf_is_put_into_words(value: str | None, french: str, english: str | None) -> None:
    assert in_words(value, "fr") == french
    if english is not None:
        assert in_words(value, "en") == english


@pytest.mark.parametrize(
    "value", ["Y170000002", "2022-13", "2022-02-30", "hier", "{2021,2022}", "<b>", "2022/x", "/"]
)
def test_a_form_not_known_here_is_shown_as_it_is(value: str) -> None:
    assert in_words(value, "fr") == value
    assert bounds(value) in ((None, None), (date(2022, 1, 1), None))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-11-09~", "2022-11-09", "2022-11-09"),
        ("2022-08/..", "2022-08-01", None),
        ("../2023-02", None, "2023-02-28"),
        ("2022-24", "2022-12-01", "2023-02-28"),
        ("197X", "1970-01-01", "1979-12-31"),
    ],
)
def test_bounds_are_the_first_and_last_day_allowed(
    value: str, first: str | None, last: str | None
) -> None:
    assert bounds(value) == (parse_day(first), parse_day(last))


def test_a_day_that_is_none_is_none() -> None:
    assert parse_day("2022-02-30") is None
    assert parse_day(None) is None
