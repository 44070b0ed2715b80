"""Relations of place held against the map: distance and bearing as told, and as they are.

Where the place set out has no name, the words themselves give a point.
"""

from collections.abc import Sequence

from recoupe.compare.places import bearing, destination, kilometres, turn
from recoupe.linking.places.decision import spot_of
from recoupe.linking.places.uses import PlacesOf
from recoupe.model import Reason
from recoupe.model.place import CheckedRelation, PlaceRelation, ResolvedPlace, Spot

# Reporters round, and a town is no point; roads are longer than the flight of birds, so that
# a distance may be told too great by more than too small.
_ROUNDED, _BY_ROAD, _HEDGED, _SLACK = 0.2, 0.35, 0.15, 15.0
# Eight points of the compass leave 22.5° either way; the rest is loose speech.
_ANGLE = 50.0
_CLOSE = 10.0
"""Kilometres within which a direction can't be checked against the middles of two towns."""


def check(
    relation: PlaceRelation, report: PlacesOf, resolved: Sequence[ResolvedPlace]
) -> CheckedRelation:
    """Hold a relation against the map.

    Args:
        relation: As read.
        report: The report it stands in.
        resolved: The report's mentions with their places.
    """
    spots = {place.span: place.place for place in resolved}
    subject = spots.get(relation.subject) if relation.subject else None
    anchor = _anchor(relation, report, subject, spots.get(relation.anchor))
    made = CheckedRelation(
        document=report.document, relation=relation, subject=subject, anchor=anchor
    )
    if anchor is None:
        return made.model_copy(update={"reasons": (Reason(rule="anchor-unknown"),)})
    if relation.subject is None:
        return _pointed(made, relation, anchor)
    if subject is None:
        return made.model_copy(update={"reasons": (Reason(rule="subject-unknown"),)})
    return _compared(made, relation, subject, anchor)


def _anchor(
    relation: PlaceRelation, report: PlacesOf, subject: Spot | None, named: Spot | None
) -> Spot | None:
    """Return the place counted from; of a border told by adjectives, the border."""
    if not relation.countries:
        return named
    sides = list(relation.countries)
    if len(sides) == 1 and subject and subject.country and subject.country != sides[0]:
        sides.append(subject.country)
    hit = report.gazetteer.border(sides[0], sides[1]) if len(sides) > 1 else None
    return spot_of(hit.place) if hit else None


def _pointed(made: CheckedRelation, relation: PlaceRelation, anchor: Spot) -> CheckedRelation:
    """Return the point that distance and bearing give, from an anchor that is a point itself."""
    ends = [end for end in (relation.low, relation.high) if end]
    if relation.bearing is None or not ends or anchor.radius > 30 or relation.border:
        return made
    away = sum(ends) / len(ends)
    at = destination((anchor.latitude, anchor.longitude), away, relation.bearing)
    words = f"{anchor.name} + {round(away)} km, {round(relation.bearing)}°"
    return made.model_copy(
        update={
            "latitude": round(at[0], 2),
            "longitude": round(at[1], 2),
            "reasons": (Reason(rule="point-from-words", words=words),),
        }
    )


def _compared(
    made: CheckedRelation, relation: PlaceRelation, subject: Spot, anchor: Spot
) -> CheckedRelation:
    here, there = (anchor.latitude, anchor.longitude), (subject.latitude, subject.longitude)
    away = kilometres(here, there)
    loose = float(max(anchor.radius, subject.radius))
    reasons, agrees = [], []
    if relation.low is not None:
        hedged = _HEDGED if relation.approximate else 0.0
        least = relation.low * (1 - _BY_ROAD - hedged) - _SLACK - loose
        most = None
        if relation.high is not None:
            most = relation.high * (1 + _ROUNDED + hedged) + _SLACK + loose
        fits = least <= away and (most is None or away <= most)
        told = relation.high if relation.high is not None else relation.low
        words = f"{round(told)} km / {round(away)} km"
        # Of a border only the middle and the length are known: it can't agree, only disagree.
        if not (fits and relation.border):
            reasons.append(
                Reason(rule="distance-agrees", words=words)
                if fits
                else Reason(rule="distance-disagrees", words=words)
            )
            agrees.append(fits)
    if relation.bearing is not None and away > _CLOSE + loose:
        course = bearing(here, there)
        fits = turn(course, relation.bearing) <= _ANGLE
        words = f"{round(relation.bearing)}° / {round(course)}°"
        reasons.append(
            Reason(rule="bearing-agrees", words=words)
            if fits
            else Reason(rule="bearing-disagrees", words=words)
        )
        agrees.append(fits)
    return made.model_copy(
        update={"agrees": all(agrees) if agrees else None, "reasons": tuple(reasons)}
    )
