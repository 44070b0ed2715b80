"""Places compared: where they lie, how far apart, and which places bear a name."""

from recoupe.compare.places.gazetteer import (
    OWN,
    Gazetteer,
    Hit,
    Kind,
    Place,
    key_of,
    open_gazetteer,
)
from recoupe.compare.places.geometry import At, bearing, destination, kilometres, turn

__all__ = [
    "OWN",
    "At",
    "Gazetteer",
    "Hit",
    "Kind",
    "Place",
    "bearing",
    "destination",
    "key_of",
    "kilometres",
    "open_gazetteer",
    "turn",
]
