"""Where the things of a case lie: entities that name a place, set on the map."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from recoupe.compare.places import open_gazetteer
from recoupe.language import get_pack
from recoupe.language.gazetteers import gazetteer_path
from recoupe.linking.entities import Entities
from recoupe.linking.places import Grammar, PlacesOf, resolve
from recoupe.linking.reports import Report
from recoupe.model import Document, Entity, Reading, Span
from recoupe.model.place import CheckedRelation, ResolvedPlace, Spot

_MOST = 0.75
"""Least share of an entity's resolved mentions that lie where it does."""
# Schemas of FollowTheMoney that may lie somewhere; a person never does.
_MAY_LIE = frozenset({"Address", "Country", "Thing"})
_NONE: Mapping[str, Collection[Span]] = {}

Resolved = tuple[dict[str, tuple[ResolvedPlace, ...]], dict[str, tuple[CheckedRelation, ...]]]


def resolve_places(read: Sequence[tuple[Document, Reading]]) -> Resolved:
    """Decide which places the reports of a case mean.

    Args:
        read: Documents in languages that have a gazetteer, with their readings.

    Returns:
        Document id to its mentions of places, and to its relations of place, in order.
    """
    return resolve(
        [
            PlacesOf(
                document=document.id,
                text=document.text,
                places=reading.places,
                gazetteer=open_gazetteer(gazetteer_path(document.language)),
                grammar=_grammar(document.language),
            )
            for document, reading in read
        ]
    )


def _grammar(language: str) -> Grammar:
    words = get_pack(language).words("places")
    return Grammar(
        language, frozenset(words["bare_countries"]), frozenset(words["articled_countries"])
    )


def places_of(reports: Sequence[Report], none: Mapping[str, Collection[Span]] = _NONE) -> Resolved:
    """Decide which places the reports of a case mean; as :func:`resolve_places`.

    Args:
        reports: The reports.
        none: Document id to words that name nothing, as a person decided.
    """
    return resolve_places(
        [(one.document, _without(one.reading, none.get(one.id, ()))) for one in reports]
    )


def _without(reading: Reading, none: Collection[Span]) -> Reading:
    if not none:
        return reading
    kept = tuple(one for one in reading.places.mentions if one.span not in none)
    places = reading.places.model_copy(update={"mentions": kept})
    return reading.model_copy(update={"places": places})


def locate(entities: Entities, resolved: Mapping[str, Sequence[ResolvedPlace]]) -> Entities:
    """Give the entities that name a place its position.

    An entity lies where nearly all its mentions that are resolved lie: a few of a state's
    are its capital, which spoke for it. Where two places bear its name, it lies nowhere.

    Args:
        entities: What the case names.
        resolved: Document id to its mentions of places.

    Returns:
        The same entities, those that are places with latitude, longitude and country.
    """
    at = {
        (document, place.span): place.place
        for document, places in resolved.items()
        for place in places
        if place.place is not None
    }
    return replace(entities, records=tuple(_located(e, at) for e in entities.records))


def _located(entity: Entity, at: Mapping[tuple[str, Span], Spot]) -> Entity:
    if entity.schema_name not in _MAY_LIE:
        return entity
    spots = [at[key] for m in entity.mentions if (key := (m.document, m.span)) in at]
    counted = Counter(spot.id for spot in spots).most_common(1)
    if not counted or counted[0][1] < _MOST * len(spots):
        return entity
    spot = next(spot for spot in spots if spot.id == counted[0][0])
    return entity.model_copy(
        update={
            "latitude": spot.latitude,
            "longitude": spot.longitude,
            "country": spot.country,
        }
    )
