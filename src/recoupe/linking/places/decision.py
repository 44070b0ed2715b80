"""Which of the places weighed is taken, if any."""

from collections.abc import Sequence
from functools import lru_cache

from recoupe.compare.places import Place
from recoupe.linking.places.uses import SAID, Use
from recoupe.linking.places.weighing import SMALL, Weighed, listed, same_spot, shares
from recoupe.model import Reason
from recoupe.model.place import PlaceCandidate, ResolvedPlace, Spot

LIKELY = 0.7
"""Share from which a place is taken; below it the mention is left open."""
_KNOWN_BY_ANY_NAME = 500_000
_SHOWN = 5
_MATTERS = 0.005


def best_of(weighed: Sequence[Weighed]) -> tuple[Place | None, float, list[tuple[Weighed, float]]]:
    """Return the likeliest place, its share with that of places at the same spot, and all."""
    if not weighed:
        return None, 0.0, []
    ranked = sorted(
        zip(weighed, shares(weighed), strict=True), key=lambda pair: (-pair[1], pair[0].place.id)
    )
    best = ranked[0][0].place
    alike = [(one, part) for one, part in ranked if same_spot(best, one.place)]
    asked = [pair for pair in alike if any(r.rule == "kind-asked" for r in pair[0].reasons)]
    if asked and asked[0] != ranked[0]:
        # "L'aéroport de Tbilissi" is the airport, though the town is the likelier of the two.
        ranked.remove(asked[0])
        ranked.insert(0, asked[0])
        best = asked[0][0].place
    return best, sum(part for _, part in alike), ranked


def is_supported(place: Place, weighed: Sequence[Weighed]) -> bool:
    """Tell whether a place may be meant outright, or something speaks for it.

    A small town needs something, and so does any place under a name that is not its own.
    """
    one = next(one for one in weighed if one.place.id == place.id)
    rules = {reason.rule for reason in one.reasons}
    if place.kind in {"airport", "port"}:
        return "kind-asked" in rules  # "Ford" is no airport unless the text says so
    if place.kind == "capital" or rules & SAID:
        return True
    if one.aside:
        known = place.size >= _KNOWN_BY_ANY_NAME
        return known or (one.told and place.size >= SMALL)
    return one.told or one.own or place.kind != "city" or place.size >= SMALL


def is_listed(place: Place, weighed: Sequence[Weighed]) -> bool:
    """Tell whether a place is meant rather than a namesake that the gazetteer lacks."""
    return listed(next(one for one in weighed if one.place.id == place.id)) >= LIKELY


def decide(use: Use, weighed: Sequence[Weighed]) -> ResolvedPlace:
    """Return what a mention was taken to mean, with the runners-up and the reasons."""
    document, span = use.report.document, use.mention.span
    name = use.mention.names[0].text
    place, share, ranked = best_of(weighed)
    candidates = tuple(
        PlaceCandidate(
            place=spot_of(one.place), score=round(part * listed(one), 3), reasons=one.reasons
        )
        for one, part in ranked[:_SHOWN]
        if part >= _MATTERS
    )
    if place is None:
        reasons: tuple[Reason, ...] = (Reason(rule="unknown-place", words=name),)
        return ResolvedPlace(
            document=document, span=span, name=name, place=None, score=0.0, reasons=reasons
        )
    known = listed(next(one for one in weighed if one.place.id == place.id))
    if share < LIKELY:
        likely = ", ".join(f"{c.place.name} ({c.place.country})" for c in candidates[:3])
        reasons = (Reason(rule="several-likely", words=likely),)
    elif not is_supported(place, weighed):
        reasons = (Reason(rule="nothing-else-for-it", words=f"{place.name} ({place.country})"),)
    elif share * known < LIKELY:
        reasons = (Reason(rule="perhaps-a-namesake", words=f"{place.name} ({place.country})"),)
    else:
        reasons = ranked[0][0].reasons or (Reason(rule="only-place-of-name", words=name),)
        return ResolvedPlace(
            document=document,
            span=span,
            name=_name(use, place),
            place=spot_of(place),
            score=round(share * known, 3),
            reasons=reasons,
            candidates=candidates,
        )
    return ResolvedPlace(
        document=document,
        span=span,
        name=name,
        place=None,
        score=round(share * known, 3),
        reasons=reasons,
        candidates=candidates,
    )


def _name(use: Use, place: Place) -> str:
    """Return the words of the mention that bear the place's name, its own article included."""
    for name in use.mention.names:
        if any(hit.place.id == place.id for hit in use.report.gazetteer.find(name.text)):
            return name.text
    return use.mention.names[0].text


# A case names the same places again and again, each with its namesakes.
@lru_cache(maxsize=1 << 16)
def spot_of(place: Place) -> Spot:
    """Return a place of the gazetteer as a record."""
    return Spot(
        id=place.id,
        name=place.name,
        kind=place.kind,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country or None,
        radius=place.radius,
    )
