"""An event told twice in a report is one; two that share nothing but their type are two."""

from recoupe.extraction.events.sameness import fullest, same_event, told_once
from recoupe.model import Event, Role, Span


def event(type_="transfer", status="done", place=0, **roles):
    filled = {
        role: tuple(Role(span=Span(place, place + 1), name=name) for name in names)
        for role, names in roles.items()
    }
    return Event(type=type_, status=status, trigger=Span(place, place + 1), roles=filled)


def test_the_same_parts_make_the_same_event():
    one = event(supplier=["Iran"], recipient=["Russie"], item=["drones"])
    other = event(place=9, supplier=["Iran"], item=["Drones"])
    assert same_event(one, other)


def test_another_recipient_makes_another_event():
    one = event(supplier=["Iran"], recipient=["Russie"])
    other = event(place=9, supplier=["Iran"], recipient=["Syrie"])
    assert not same_event(one, other)


def test_another_type_is_another_event():
    assert not same_event(event(item=["drones"]), event("use", place=9, item=["drones"]))


def test_promised_then_done_is_one_event_and_denied_is_another():
    promised = event(status="considered", supplier=["Iran"], item=["drones"])
    done = event(place=5, supplier=["Iran"], item=["drones"])
    denied = event(status="denied", place=9, supplier=["Iran"], item=["drones"])
    assert same_event(promised, done)
    assert not same_event(done, denied)


def test_parts_that_only_one_telling_names_make_no_event_the_same():
    one = event("attack", attacker=["X"])
    other = event("attack", place=9, target=["Y"])
    assert not same_event(one, other)


def test_events_without_parts_stay_apart():
    assert len(told_once([event(), event(place=4)])) == 2


def test_tellings_are_grouped_in_the_order_of_the_text():
    first = event(supplier=["Iran"], item=["drones"])
    other = event(place=3, supplier=["Chine"], item=["puces"])
    again = event(place=7, supplier=["Iran"], recipient=["Russie"], item=["drones"])
    groups = told_once([first, other, again])
    assert [len(group) for group in groups] == [2, 1]
    assert fullest(groups[0]) == again
