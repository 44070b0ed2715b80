"""Types of events as data: what they are, who plays what part in them, what contradicts what.

One YAML file a type in ``types/``; the file's name is the type's. A language's words for them
stand in its pack (``triggers/``), so that neither a new type nor a new language changes another
file. Types follow ACE 2005 and PLOVER where these have them.
"""

from recoupe.ontology.loading import contradict, event_types, kinds, kinds_above, statuses
from recoupe.ontology.records import EventType, Kind, RoleType, Status

__all__ = [
    "EventType",
    "Kind",
    "RoleType",
    "Status",
    "contradict",
    "event_types",
    "kinds",
    "kinds_above",
    "statuses",
]
