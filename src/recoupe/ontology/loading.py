"""Reads the ontology's files, once, and checks that they fit together."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import ValidationError

from recoupe.errors import DataError
from recoupe.model.statement import EventStatus
from recoupe.ontology.records import EventType, Kind, Status

_HERE = Path(__file__).parent


@cache
def event_types() -> Mapping[str, EventType]:
    """Return all types of events by name, sorted.

    Raises:
        DataError: A file is malformed, or names a type or kind that there is not.
    """
    found: dict[str, EventType] = {}
    for path in sorted((_HERE / "types").glob("*.yml")):
        try:
            found[path.stem] = EventType(name=path.stem, **_mapping(path))
        except (ValidationError, TypeError) as error:
            raise DataError(f"{path} is no type of events: {error}", "mend it") from error
    for event_type in found.values():
        named = {*event_type.never_added_to, *event_type.excludes, *event_type.yields_to}
        if unknown := named - set(found):
            raise DataError(
                f"{event_type.name} names types that there are not: {unknown}", "mend it"
            )
        fillers = {kind for role in event_type.roles.values() for kind in role.fillers}
        if unknown := fillers - set(kinds()):
            raise DataError(
                f"{event_type.name} names kinds that there are not: {unknown}", "mend it"
            )
    return found


@cache
def kinds() -> Mapping[str, Kind]:
    """Return the kinds of what can fill a role, by name."""
    path = _HERE / "kinds.yml"
    found = {name: Kind.model_validate(told) for name, told in _mapping(path).items()}
    if unknown := {kind.above for kind in found.values()} - {None, *found}:
        raise DataError(f"{path} names kinds that there are not: {unknown}", "mend it")
    return found


@cache
def kinds_above(kind: str) -> frozenset[str]:
    """Return a kind and all that it is a case of: a vessel is a vehicle and a thing."""
    above = kinds()[kind].above
    return frozenset((kind,)) | (kinds_above(above) if above else frozenset())


@cache
def statuses() -> Mapping[EventStatus, Status]:
    """Return the statuses of events, from considered to unknown.

    Raises:
        DataError: The file does not have each status of the model once.
    """
    path = _HERE / "statuses.yml"
    told = _mapping(path)
    if set(told) != set(get_args(EventStatus)):
        raise DataError(f"{path} does not have the statuses of the model", "mend it")
    return {name: Status.model_validate(told[name]) for name in get_args(EventStatus)}


def contradict(one: EventStatus, other: EventStatus) -> bool:
    """Tell whether two statuses can't be told of one event at one time."""
    return other in statuses()[one].excludes or one in statuses()[other].excludes


def _mapping(path: Path) -> dict[str, Any]:
    try:
        told = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise DataError(f"{path} can't be read: {error}", "mend it") from error
    if not isinstance(told, dict):
        raise DataError(f"{path} holds no mapping", "write it as keys and values")
    return told
