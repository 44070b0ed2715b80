"""Whether two tellings can be of one occasion."""

from recoupe.compare.occasions import figures_apart, own_times, times_apart
from recoupe.model import Quantity, Span, TimeValue


def day(earliest: str | None, latest: str | None, place: int = 0, role: str = "event") -> TimeValue:
    span = Span(place, place + 1)
    return TimeValue(span=span, value=earliest, earliest=earliest, latest=latest, role=role)


def count(low: float | None, high: float | None, unit: str | None = None) -> Quantity:
    return Quantity(span=Span(0, 1), low=low, high=high, unit=unit)


def test_days_without_one_in_common_are_apart():
    may, june = day("2024-05-01", "2024-05-31"), day("2024-06-01", "2024-06-30")
    assert times_apart([may], [june])
    assert not times_apart([may], [day("2024-05-31", "2024-06-02")])


def test_an_open_end_reaches_any_day():
    assert not times_apart([day("2024-05-01", None)], [day("2030-01-01", "2030-01-01")])
    assert times_apart([day("2024-05-01", None)], [day(None, "2024-04-30")])


def test_figures_that_cannot_both_hold_are_apart_in_one_unit_only():
    assert figures_apart([count(40, 40)], [count(300, 300)])
    assert not figures_apart([count(40, None)], [count(300, 300)])
    assert not figures_apart([count(40, 40)], [count(300, 300, "EUR")])


def test_a_time_belongs_to_the_nearest_word():
    ours, theirs = Span(10, 15), Span(60, 65)
    near, far = day("2024-05-01", "2024-05-01", 20), day("2024-06-01", "2024-06-01", 55)
    assert own_times(ours, [theirs], [near, far]) == (near,)


def test_times_of_speaking_and_without_a_day_are_no_events():
    said, open_ = day("2024-05-01", "2024-05-01", role="speech"), day(None, None)
    assert own_times(Span(5, 6), [], [said, open_]) == ()
