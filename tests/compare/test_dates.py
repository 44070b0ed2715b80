"""Days that a date in EDTF allows."""

import pytest

from recoupe.compare import dates
from recoupe.compare.dates import before, days, disjoint


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031-03-09", ("2031-03-09", "2031-03-09")),
        ("2031-03-09T10:00:00", ("2031-03-09", "2031-03-09")),
        ("2031-02", ("2031-02-01", "2031-02-28")),
        ("2031-02~", ("2031-02-01", "2031-02-28")),
        ("2031-08/..", ("2031-08-01", "9999-12-31")),
        ("2031-08/2031-09", ("2031-08-01", "2031-09-30")),
        ("le 9 mars", None),
        (None, None),
    ],
)
def test_a_date_gives_its_first_and_last_day(value, expected):
    assert days(value) == expected


def test_a_month_is_not_before_a_day_in_it():
    assert not before(days("2031-03"), days("2031-03-09"))
    assert before(days("2031-02"), days("2031-03-09"))


def test_an_unknown_date_is_before_and_apart_from_nothing():
    assert not before(None, days("2031-03-09"))
    assert not disjoint(None, days("2031-03-09"))
    assert disjoint(days("2031-03-10"), days("2031-03-09"))


@pytest.mark.parametrize(
    "value",
    [
        "2019",
        "2020-02",
        "2019-02",
        "1900-02",
        "2020-02-29/..",
        "../2020-02",
        "2019/2020-06",
        "2020-06-03/2020-07",
        "2020/2020",
        "../..",
        "2020-06/2020-05",
        "2019-13",
        "2020/2019",
    ],
)
def test_plain_dates_and_intervals_are_what_the_library_makes_of_them(monkeypatch, value):
    dates.days.cache_clear()
    quick = dates.days(value)
    monkeypatch.setattr(dates, "_plain", lambda _: None)
    dates.days.cache_clear()
    assert dates.days(value) == quick
    dates.days.cache_clear()
