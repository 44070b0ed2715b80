from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.sources.dates import instant, published_day


@pytest.mark.parametrize(
    "value",
    [
        "2023",
        "2023-06",
        "2023-06-09",
        "2024-02-29",
        "2023-06~",
        "2023?",
        "2023-06-09%",
        "2022-08/..",
        "../2022-08-01",
        "2022-08/2022-09",
        "2022-08-31/2022-08-31",
    ],
)
def test_edtf_is_kept_as_written(value):
    assert published_day(value) == value


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-06-09T23:59:00+02:00", "2023-06-09"),
        ("2023-06-09T23:59:00Z", "2023-06-09"),
        ("2023-06-09 08:00", "2023-06-09"),
        (" 2023-06-09 ", "2023-06-09"),
    ],
)
def test_a_date_with_a_time_gives_its_day(value, day):
    assert published_day(value) == day


@pytest.mark.parametrize(
    "value",
    [
        "2024-02-31",
        "2023-02-29",
        "2023-13",
        "2023-00-10",
        "0000",
        "hier",
        "",
        "../..",
        "/2022",
        "2022/2023/2024",
        "2022-09/2022-08",
        "2022-06-31/2022-07-01",
        "2023-6-9",
        "2023-02-30T10:00:00",
        "2023-06-09T25:00:00",
        "²023",
        "٢٠٢٣",
    ],
)
def test_what_no_calendar_has_is_refused_with_a_remedy(value):
    with pytest.raises(ValueError, match=": ") as caught:
        published_day(value)
    assert value.strip() in str(caught.value)


def test_a_french_date_is_refused_with_its_edtf_form_as_remedy():
    with pytest.raises(ValueError, match="as 2023-06-09"):
        published_day("09/06/2023")


@given(st.dates())
def test_every_day_of_the_calendar_is_accepted(day):
    assert published_day(day.isoformat()) == day.isoformat()


@given(st.dates(), st.dates())
def test_an_interval_is_accepted_exactly_when_it_does_not_end_before_it_begins(first, last):
    value = f"{first.isoformat()}/{last.isoformat()}"
    if first <= last:
        assert published_day(value) == value
    else:
        with pytest.raises(ValueError, match="before it begins"):
            published_day(value)


@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_numbers_are_a_date_exactly_when_the_calendar_has_it(year, month, day):
    value = f"{year:04}-{month:02}-{day:02}"
    try:
        date(year, month, day)
    except ValueError:
        with pytest.raises(ValueError, match="no date"):
            published_day(value)
    else:
        assert published_day(value) == value


def test_one_instant_in_two_zones_is_one_instant():
    here, there = instant("2024-03-04T00:30:00+01:00"), instant("2024-03-03T23:30:00Z")
    assert here[0] == "2024-03-04"
    assert there[0] == "2024-03-03"
    assert here[1] == there[1] == datetime(2024, 3, 3, 23, 30, tzinfo=UTC)


@given(st.datetimes(timezones=st.just(UTC), min_value=datetime(1000, 1, 1)))
def test_an_instant_keeps_its_day_as_written(moment):
    day, found = instant(moment.isoformat())
    assert day == moment.date().isoformat()
    assert found is not None
    assert abs(found - moment) < timedelta(milliseconds=1)
