"""Which events of one report are one happening told twice.

"L'Iran a livré des drones à la Russie. ... Cette livraison": the same type, the same
fillers where both name them, and where they stand not in contradiction. What identifies an
event is who and what takes part; where it stands may change from one telling to the next
(promised, then done), so that it tells two events apart only where both can't be said.
Events without a filler in common are never joined: two thefts are not one.
"""

from collections.abc import Iterable, Sequence

from recoupe.extraction.claimers.words import fold
from recoupe.model import Event
from recoupe.ontology import contradict, event_types

# Parts that two tellings must share, where both name as many.
_LEAST = 1


def same_event(one: Event, other: Event) -> bool:
    """Tell whether two events of a report are one happening.

    Args:
        one: An event.
        other: Another of the same report.

    Returns:
        Whether they are of one type, no role that both fill has different fillers, at least
        one role has a filler in common, and their statuses can both be told.
    """
    if one.type != other.type or contradict(one.status, other.status):
        return False
    shared = 0
    for role in one.roles.keys() & other.roles.keys():
        names = [{fold(filler.name) for filler in event.roles[role]} for event in (one, other)]
        if names[0].isdisjoint(names[1]):
            return False
        shared += 1
    return shared >= _LEAST and _identifies(one, other)


def _identifies(one: Event, other: Event) -> bool:
    """Tell whether what they share is more than a place: the chief roles come first in a type."""
    chief = list(event_types()[one.type].roles)[:3]
    return any(role in one.roles and role in other.roles for role in chief)


def told_once(events: Iterable[Event]) -> list[tuple[Event, ...]]:
    """Group the events of one report by happening, in the order of their first telling.

    Args:
        events: The events, in the order of the text.

    Returns:
        Groups of tellings. An event joins a group only where it is the same as every one in
        it, so that the order of the text alone decides.
    """
    groups: list[list[Event]] = []
    for event in events:
        held = next((g for g in groups if all(same_event(event, told) for told in g)), None)
        if held is None:
            groups.append([event])
        else:
            held.append(event)
    return [tuple(group) for group in groups]


def fullest(told: Sequence[Event]) -> Event:
    """Return the telling that fills most roles, the first of several."""
    return max(told, key=lambda event: len(event.roles))
