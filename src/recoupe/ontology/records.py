"""The records that the ontology's files are checked against."""

from typing import Literal

from pydantic import Field

from recoupe.model.base import Record
from recoupe.model.statement import EventStatus

Measure = Literal["count", "money", "mass", "volume", "energy", "length", "area", "duration"]
Aspect = Literal["punctual", "lasting"]


class Labels(Record):
    """Names for people to read, one a language of the interface."""

    fr: str
    en: str


class RoleType(Record):
    """A part that can be played in events of one type.

    Attributes:
        labels: Its names.
        fillers: Kinds of what can play it.
    """

    labels: Labels
    fillers: tuple[str, ...] = Field(min_length=1)


class EventType(Record):
    """One type of event.

    Attributes:
        name: As in a report's events; the name of its file.
        definition: What counts as one.
        labels: Its names.
        aspect: Whether it is over at once or goes on: "livre" goes on, "arrête" is done.
        roles: The parts played in it, the chief ones first.
        told_by: Sets of roles that tell one event of the type from another: two mentions that
            agree on all of a set can tell one event.
        quantities: What can be measured of it.
        never_added_to: Types whose figures are never added to those of this one.
        excludes: Types that the same happening can't be of as well.
        yields_to: Types that words are read as instead where both fit.
        counterparts: Types of other ontologies that are nearest, by ontology.
    """

    name: str
    definition: str
    labels: Labels
    aspect: Aspect
    roles: dict[str, RoleType] = Field(min_length=1)
    told_by: tuple[tuple[str, ...], ...] = ()
    quantities: tuple[Measure, ...] = ()
    never_added_to: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    counterparts: dict[str, tuple[str, ...]] = {}


class Kind(Record):
    """A kind of what can fill a role.

    Attributes:
        schema_name: The schema of FollowTheMoney that fits best.
        above: The kind that it is a case of, None at the top.
    """

    schema_name: str = Field(alias="schema")
    above: str | None = Field(default=None, alias="is")


class Status(Record):
    """Where an event stands.

    Attributes:
        labels: Its names.
        excludes: Statuses that can't be told of the same event without contradiction.
    """

    labels: Labels
    excludes: tuple[EventStatus, ...]
