"""Routes: legs told of in transfers and movements, from where through where to where.

A leg needs two places at least, each named as a place in the words of its role. What a report
leaves open stays open: a supplier's country is no place of departure.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from recoupe.linking.reports import Report
from recoupe.linking.transfers.tellings import Happening, happenings
from recoupe.model import Role, Span
from recoupe.model.place import ResolvedPlace
from recoupe.model.transfer import Leg, LegTelling, Stop

_TYPES = frozenset(("transfer", "movement"))
_FEWEST = 2
# What "par" names may act as well as be passed through; a way alone is no proof against it.
_ACTING = frozenset(("country", "capital"))

_Found = tuple[tuple[Stop, Span], ...]


def build(
    reports: Sequence[Report], places: Mapping[str, Sequence[ResolvedPlace]]
) -> tuple[Leg, ...]:
    """Return the legs that a case tells of, in the order of their first telling.

    Args:
        reports: In the order of the case.
        places: Document id to its mentions of places, with what they mean.
    """
    groups: dict[tuple[object, ...], list[Leg]] = {}
    for happening in happenings(reports, _TYPES):
        for leg in _legs(happening, places.get(happening.report.id, ())):
            groups.setdefault(_key(leg), []).append(leg)
    return tuple(
        same[0].model_copy(update={"tellings": tuple(t for leg in same for t in leg.tellings)})
        for same in groups.values()
    )


def _legs(happening: Happening, places: Sequence[ResolvedPlace]) -> list[Leg]:
    """Return the legs of one event: one for each destination."""
    roles = happening.event.roles
    origins, through, ends = (
        _stops(roles.get(role, ()), places) for role in ("origin", "via", "destination")
    )
    met = {stop.name for stop, _ in (*origins[:1], *through)}
    ends = tuple(one for one in ends if one[0].name not in met)
    if not origins:
        through = tuple(one for one in through if not _may_act(one[0]))
    if len(origins) > 1:
        # Which way began where is not told.
        origins = ()
    if bool(origins) + len(through) + bool(ends) < _FEWEST:
        return []
    return [_leg(happening, origins, through, end) for end in ((e,) for e in ends)] or [
        _leg(happening, origins, through, ())
    ]


def _leg(happening: Happening, origin: _Found, via: _Found, end: _Found) -> Leg:
    report, event, statement = happening.report, happening.event, happening.statements[0]
    items = event.roles.get("item", ())
    words = f"{report.id}|{event.trigger.start}|{end[0][0].name if end else ''}"
    return Leg(
        id="l" + sha256(words.encode()).hexdigest()[:12],
        item=" ".join(items[0].span.of(report.document.text).split()) if items else "",
        origin=origin[0][0] if origin else None,
        via=tuple(stop for stop, _ in via),
        destination=end[0][0] if end else None,
        phase=happening.phase,
        tellings=(
            LegTelling(
                document=report.id,
                trigger=event.trigger,
                statement=statement.id,
                status=event.status,
                factuality=statement.factuality,
                origin=tuple(span for _, span in origin),
                via=tuple(span for _, span in via),
                destination=tuple(span for _, span in end),
            ),
        ),
    )


def _stops(fillers: Sequence[Role], places: Sequence[ResolvedPlace]) -> _Found:
    """Return the places that fill a role, with their words; what names no place is left out."""
    found: dict[str, tuple[Stop, Span]] = {}
    for filler in fillers:
        inside = [place for place in places if filler.span.overlaps(place.span)]
        if len(inside) == 1:
            named = inside[0]
            stop = Stop(name=named.place.name if named.place else named.name, spot=named.place)
            found.setdefault(stop.name, (stop, named.span))
    return tuple(found.values())


def _may_act(stop: Stop) -> bool:
    return stop.spot is None or stop.spot.kind in _ACTING


def _key(leg: Leg) -> tuple[object, ...]:
    def of(stop: Stop | None) -> str | None:
        return None if stop is None else stop.spot.id if stop.spot else stop.name.casefold()

    ends = of(leg.origin), of(leg.destination)
    return (*ends, tuple(of(stop) for stop in leg.via), leg.phase, leg.item.casefold())
