"""Where and by what, told of one event and true of the one beside it in the same sentence.

"Cinq personnes sont mortes et douze ont été blessées dans l'incendie", "tués lorsque leur
vedette a essuyé des tirs sur le fleuve": grammar hangs the place on one of two events.
"""

from collections.abc import Mapping, Sequence

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.tokens import Token
from recoupe.model import Event, Role
from recoupe.ontology import event_types

Told = tuple[Token, Event]
"""The word that evokes an event, and the event."""

_PLACE = "place"
_CAUSE = "cause"
_SHARED = (_PLACE, _CAUSE)
# What the parse takes a clause behind "lorsque" for.
_CLAUSES = frozenset(("advcl", "ccomp", "parataxis"))
_HIGHEST = 2


def completed(
    told: Sequence[Told], causes: Mapping[int, Sequence[Token]], joining: Joining
) -> list[Event]:
    """Return the events of one sentence with the circumstances that they share.

    Args:
        told: The events with their words, in the order of the text.
        causes: Place of an event's word to the heads of what is told as its cause.
        joining: The language's words that join.
    """
    events = [event for _, event in told]
    if not any(_CAUSE in event_types()[event.type].roles for event in events):
        return events
    at = {word.i: k for k, (word, _) in enumerate(told)}
    for k, (word, event) in enumerate(told):
        if _CAUSE not in event_types()[event.type].roles:
            continue
        for head in causes.get(word.i, ()):
            # "mort dans l'explosion d'un dépôt à Beyrouth"
            if head.i in at and at[head.i] != k:
                _take(events, k, events[at[head.i]], (_PLACE,))
        for j in _during(word, told, joining):
            if told[j][0].pos_ == "NOUN" and _CAUSE not in events[k].roles:
                named = (Role(span=told[j][1].trigger, name=told[j][0].text),)
                events[k] = events[k].model_copy(
                    update={"roles": {**events[k].roles, _CAUSE: named}}
                )
            _take(events, k, events[j], (_PLACE,))
    for k in range(len(told) - 1):
        if told[k][1].type == told[k + 1][1].type and _are_joined(told[k][0], told[k + 1][0]):
            _take(events, k, events[k + 1], _SHARED)
            _take(events, k + 1, events[k], _SHARED)
    return events


def _take(events: list[Event], k: int, other: Event, roles: Sequence[str]) -> None:
    """Give an event the roles of another that it has not itself."""
    own = event_types()[events[k].type].roles
    found = {
        role: other.roles[role]
        for role in roles
        if role in other.roles and role in own and role not in events[k].roles
    }
    if found:
        events[k] = events[k].model_copy(update={"roles": {**events[k].roles, **found}})


def _during(word: Token, told: Sequence[Told], joining: Joining) -> list[int]:
    """Return the events of a clause that says what happened when another did."""
    clauses = {
        child.i
        for child in word.children
        if child.dep_ in _CLAUSES
        and any(t.lower_ in joining.when for t in word.doc[word.i + 1 : child.i])
    }
    if not clauses:
        return []
    found = []
    for j, (other, event) in enumerate(told):
        if _CAUSE in event_types()[event.type].roles and event.type != "accident":
            continue
        above = other
        for _ in range(_HIGHEST):
            if above.i in clauses:
                found.append(j)
                break
            above = above.head
    return found


def _are_joined(one: Token, other: Token) -> bool:
    """Tell "sont mortes et ont été blessées", "morts et blessés"."""
    if other.dep_ == "conj" and other.head is one:
        return True
    between = one.doc[one.i + 1 : other.i]
    return (
        any(t.pos_ == "CCONJ" for t in between)
        and not any(t.is_punct for t in between)
        and sum(grammar.is_verb(t) and t.dep_ != "aux:pass" for t in between) <= 1
    )
