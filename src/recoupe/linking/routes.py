"""Routes: legs told of in transfers and movements, from where through where to where.

A leg needs two places at least, each named as a place in the words of its role. Two places told
in one breath behind the word ("expédiés à travers la mer, de X, en Y, à Z") are a way's ends too,
however far off they stand. What a report leaves open stays open: a supplier's country is no place
of departure.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

from recoupe.compare.texts import words
from recoupe.linking.reports import Report
from recoupe.linking.transfers.tellings import Happening, happenings
from recoupe.model import Role, Span
from recoupe.model.place import PlaceMention, ResolvedPlace
from recoupe.model.transfer import Leg, LegTelling, Stop

_TYPES = frozenset(("transfer", "movement"))
_FEWEST = 2
# What "par" names may act as well as be passed through; a way alone is no proof against it.
_ACTING = frozenset(("country", "capital"))
_WATERS = frozenset(("sea", "river", "lake"))
_LONGEST_BREATH = 4
"""Words that may stand between the two ends of a way, places that they lie in left out."""

_Found = tuple[tuple[Stop, Span], ...]


@dataclass(frozen=True)
class _Way:
    """Where one event says that a thing went; of several events joined, the first is held."""

    happening: Happening
    origins: _Found
    through: _Found
    ends: _Found

    @property
    def moved(self) -> Role | None:
        """What went, or who: a ship goes by itself."""
        roles = self.happening.event.roles
        return next(iter(roles.get("item") or roles.get("actor") or ()), None)


def build(
    reports: Sequence[Report], places: Mapping[str, Sequence[ResolvedPlace]]
) -> tuple[Leg, ...]:
    """Return the legs that a case tells of, in the order of their first telling.

    Args:
        reports: In the order of the case.
        places: Document id to its mentions of places, with what they mean.
    """
    ways: list[_Way] = []
    for happening in happenings(reports, _TYPES):
        way = _way(happening, places.get(happening.report.id, ()))
        joined = _joined(ways[-1], way) if ways else None
        if joined is not None:
            ways[-1] = joined
        else:
            ways.append(way)
    groups: dict[tuple[object, ...], list[Leg]] = {}
    for way in ways:
        for leg in _legs(way):
            groups.setdefault(_key(leg), []).append(leg)
    return tuple(
        same[0].model_copy(update={"tellings": tuple(t for leg in same for t in leg.tellings)})
        for same in groups.values()
    )


def _way(happening: Happening, places: Sequence[ResolvedPlace]) -> _Way:
    """Return where one event says that a thing went."""
    roles = happening.event.roles
    origins, through, ends = (
        _stops(roles.get(role, ()), places) for role in ("origin", "via", "destination")
    )
    # Goods are not bound for the sea: it is what they cross.
    through += tuple(one for one in ends if _is_water(one[0]))
    ends = tuple(one for one in ends if not _is_water(one[0]))
    if not origins:
        origins, breath = _ends(happening, places)
        ends = breath or ends
    met = {stop.name for stop, _ in (*origins[:1], *through)}
    ends = tuple(one for one in ends if one[0].name not in met)
    return _Way(happening, origins, through, ends)


def _joined(one: _Way, other: _Way) -> _Way | None:
    """Return one way of two that a statement tells in a row; None where they are two.

    "a quitté Odessa, a fait escale à Varna puis a été livré à Tunis"; the other way round
    where the second came first ("après avoir quitté Odessa").
    """
    first, then = one.happening, other.happening
    if first.report is not then.report or first.phase != then.phase:
        return None
    shared = {s.id for s in first.statements} & {s.id for s in then.statements}
    if not shared or not _is_one_thing(first.report, one.moved, other.moved):
        return None
    between = Span(first.event.trigger.end, then.event.trigger.start)
    said = (
        words(first.report.document.text, [between]).folded if between.end > between.start else ()
    )
    if not first.report.vocabulary.earlier.isdisjoint(said):
        one, other = other, one
    if max(len(one.ends), len(other.ends)) > 1:
        return None
    begins = {stop.name for stop, _ in other.origins}
    if begins and (one.origins or one.ends) and begins != {stop.name for stop, _ in one.ends}:
        return None
    if not (one.origins or one.through or one.ends) or not (other.through or other.ends):
        return None
    stops = (*one.origins, *one.through, *one.ends, *other.through, *other.ends)
    if len({stop.name for stop, _ in stops}) < len(stops):
        return None
    return _Way(
        first,
        one.origins or (() if one.ends else other.origins),
        (*one.through, *one.ends, *other.through),
        other.ends,
    )


def _is_one_thing(report: Report, one: Role | None, other: Role | None) -> bool:
    """Tell one thing, its words shared or taken up by a pronoun, from two of one name."""
    if one is None or other is None or one.name.casefold() != other.name.casefold():
        return False
    taken_up = other.span.of(report.document.text).casefold() != other.name.casefold()
    return one.span == other.span or taken_up


def _legs(way: _Way) -> list[Leg]:
    """Return the legs of a way: one for each destination."""
    origins, through = way.origins, way.through
    if not origins:
        through = tuple(one for one in through if not _may_act(one[0]))
    if len(origins) > 1:
        # Which way began where is not told.
        origins = ()
    if bool(origins) + len(through) + bool(way.ends) < _FEWEST:
        return []
    return [_leg(way.happening, origins, through, end) for end in ((e,) for e in way.ends)] or [
        _leg(way.happening, origins, through, ())
    ]


def _leg(happening: Happening, origin: _Found, via: _Found, end: _Found) -> Leg:
    report, event, statement = happening.report, happening.event, happening.statements[0]
    items = event.roles.get("item", ())
    told_at = f"{report.id}|{event.trigger.start}|{happening.phase}"
    told = f"{told_at}|{end[0][0].name if end else ''}"
    return Leg(
        id="l" + sha256(told.encode()).hexdigest()[:12],
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
        first = bisect_left(places, filler.span.start, key=lambda place: place.span.end)
        inside = []
        for place in places[first:]:
            if place.span.start >= filler.span.end:
                break
            if filler.span.overlaps(place.span):
                inside.append(place)
        stop = _stop(inside[0].span, places) if len(inside) == 1 else None
        if stop:
            found.setdefault(stop[0].name, stop)
    return tuple(found.values())


def _ends(happening: Happening, places: Sequence[ResolvedPlace]) -> tuple[_Found, _Found]:
    """Return the ends of a way told in one breath behind an event's word; none where none is.

    The first stands behind "from", the second behind "to", and no other event between them and
    the word.
    """
    report, trigger = happening.report, happening.event.trigger
    statement = happening.statements[0]
    others = [e.trigger.start for e in statement.events if e.trigger.start > trigger.start]
    until = min(others, default=statement.content.end)
    read = report.reading.places.mentions
    first = bisect_left(read, trigger.end, key=lambda mention: mention.span.start)
    last = bisect_left(read, until, key=lambda mention: mention.span.start)
    inner = {span for mention in read[first:last] for span in mention.inside}
    held = [mention for mention in read[first:last] if mention.span not in inner]
    for one, other in pairwise(held):
        if _form(one) == "of" and _form(other) == "bare" and _near(report, one, other):
            ends = [_stop(mention.span, places) for mention in (one, other)]
            if ends[0] and ends[1]:
                return (ends[0],), (ends[1],)
    return (), ()


def _form(mention: PlaceMention) -> str:
    return mention.names[0].form


def _near(report: Report, one: PlaceMention, other: PlaceMention) -> bool:
    text, gap = report.document.text, Span(one.span.end, other.span.start)
    told = words(text, [gap])
    between = [
        start
        for start, end in zip(told.starts, told.ends, strict=True)
        if not any(span.overlaps(Span(start, end)) for span in one.inside)
    ]
    return len(between) <= _LONGEST_BREATH and not set(".;:!?\n") & set(gap.of(text))


def _stop(span: Span, places: Sequence[ResolvedPlace]) -> tuple[Stop, Span] | None:
    at = bisect_left(places, span, key=lambda place: place.span)
    named = places[at] if at < len(places) and places[at].span == span else None
    if named is None:
        return None
    return Stop(name=named.place.name if named.place else named.name, spot=named.place), span


def _is_water(stop: Stop) -> bool:
    return stop.spot is not None and stop.spot.kind in _WATERS


def _may_act(stop: Stop) -> bool:
    return stop.spot is None or stop.spot.kind in _ACTING


def _key(leg: Leg) -> tuple[object, ...]:
    def of(stop: Stop | None) -> str | None:
        return None if stop is None else stop.spot.id if stop.spot else stop.name.casefold()

    ends = of(leg.origin), of(leg.destination)
    return (*ends, tuple(of(stop) for stop in leg.via), leg.phase, leg.item.casefold())
