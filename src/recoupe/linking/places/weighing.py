"""How likely each place of a name is, before the rest of the case is looked at.

Scores are log-odds, added up and turned into shares of one (softmax). The weights are ours,
set on the YAML cases; each says in its comment what it is to outweigh.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from recoupe.compare.places import Hit, Place, kilometres
from recoupe.model import Reason
from recoupe.model.place import PlaceForm, PlaceMention

POINTS = frozenset(("city", "capital", "airport", "port"))
"""Kinds that are a point on the map, and take no article in French."""

# Per power of ten of inhabitants: a city of a million outweighs one of ten thousand by 3.
_DECADE = 1.5
_SMALLEST = 200
# Kinds without inhabitants, and what is added to those with.
_BASE = {"sea": 11.0, "river": 7.5, "lake": 6.0, "area": 9.0, "airport": 3.5, "port": 3.5,
         "border": 8.0, "country": 11.5}  # fmt: skip
_MORE = {"capital": 1.5, "city": 0.0, "region": -1.5, "district": -3.0}
# A name of another tongue or time; a name known by its sound alone.
_LESS = {"A": -3.0, "S": -2.0}
# Places that French has long had a name for are those that French news speaks of.
_EXONYM = 0.8
# French newspapers speak of places in France without saying so.
_HOME = {"fr": frozenset(("FR", "GF", "GP", "MQ", "RE", "YT"))}
_AT_HOME = 1.5
# Of a town and the province that bears its name, the bare name is the town's.
_AFTER_TOWN = 1.5
# A border may run through a town, or sources may differ on whose it is.
_ONE_TOWN = 15
_AT_HOME_KINDS = frozenset(("capital", "city", "district", "region"))
# A town this small is more often a namesake than meant, and there are many of them.
SMALL, _OBSCURE = 30_000, 1.0
# Inhabitants at which a town abroad is as likely meant as one that the gazetteer lacks.
_LISTED, _NOT_AS_ASKED = 1_000, 0.5
_KIND_ASKED, _KIND_ALLOWED, _OTHER_KIND = 5.0, 1.5, -4.0

# How French grammar fits kinds: "à" before towns, "en" before countries, articles elsewhere.
_GRAMMAR: dict[PlaceForm, dict[str, float]] = {
    "bare": {"country": -4, "region": -1.5, "district": -4, "river": -4, "sea": -4, "lake": -4,
             "area": -2, "airport": -1},
    "of": {"country": -0.5, "region": -0.5, "district": -3, "river": -3, "sea": -3, "lake": -3,
           "area": -1},
    "free": {"country": -1, "region": -1, "district": -2, "river": -2, "sea": -2, "lake": -2,
             "area": -1, "airport": -1},
    "article": {"city": -6, "capital": -6, "airport": -4, "port": -4},
    "within": {"city": -6, "capital": -6, "airport": -4, "port": -4, "river": -3, "lake": -2},
    "en": {"city": -7, "capital": -7, "airport": -7, "port": -7, "river": -4, "lake": -5,
           "district": 0},
}  # fmt: skip


class Weighed(NamedTuple):
    """A place that a mention may mean.

    Attributes:
        place: The place.
        score: Log-odds, up to a constant that all candidates of a mention share.
        reasons: What was added up.
        told: Whether something speaks for it beyond name and size.
        aside: Whether the name is not the place's own: another tongue's, or alike by sound.
        pinned: How much of the score speaks for this spot and not just for its country, where
            a namesake that the gazetteer lacks might lie as well.
        own: Whether no more is needed: it is known in the language, or lies where it is spoken.
    """

    place: Place
    score: float
    reasons: tuple[Reason, ...]
    told: bool = False
    own: bool = True
    aside: bool = False
    pinned: float = 0.0

    def more(
        self, value: float, reason: Reason, told: bool = False, pinned: float = 0.0
    ) -> "Weighed":
        """Return it with one more reason, of which a part may pin it down to its spot."""
        return Weighed(
            self.place,
            self.score + value,
            (*self.reasons, reason),
            self.told or told,
            self.own,
            self.aside,
            self.pinned + pinned,
        )

    def plus(self, other: "Weighed", pinned: float) -> "Weighed":
        """Return it with all that speaks for it elsewhere, pinned to its spot so far."""
        return Weighed(
            self.place,
            self.score + other.score,
            (*self.reasons, *other.reasons),
            self.told or other.told,
            self.own,
            self.aside,
            pinned + other.pinned,
        )


# The same few are given again and again for the places of a case.
@lru_cache(maxsize=1 << 16)
def because(rule: str, words: str) -> Reason:
    """Return a reason for a place."""
    return Reason(rule=rule, words=words)


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a language's grammar says of countries.

    Attributes:
        language: ISO 639-1 code.
        bare: Countries named without an article ("à Cuba").
        articled: Countries that keep their article everywhere ("du Niger").
    """

    language: str
    bare: frozenset[str] = frozenset()
    articled: frozenset[str] = frozenset()


def weigh(
    mention: PlaceMention, hits: Iterable[tuple[PlaceForm, str, Hit]], grammar: Grammar
) -> list[Weighed]:
    """Return the places that a mention may mean, by name, size, grammar and noun of kind.

    Args:
        mention: The mention.
        hits: How the words before govern a name, the name, and a place that bears it.
        grammar: Of the report's language.
    """
    held = list(hits)
    towns = [hit.place for _, _, hit in held if hit.place.kind in {"city", "capital"}]
    best: dict[str, Weighed] = {}
    for form, name, hit in held:
        # A province called after its town has no article either ("à Kherson").
        after_town = hit.place.kind in {"region", "district"} and any(
            lies_in(town, hit.place) for town in towns
        )
        one = _weighed(mention, form, name, hit, grammar, after_town)
        known = best.get(hit.place.id)
        if known is None or one.score > known.score:
            best[hit.place.id] = one
    return sorted(best.values(), key=lambda w: (-w.score, w.place.id))


def _weighed(
    mention: PlaceMention, form: PlaceForm, name: str, hit: Hit, grammar: Grammar, after_town: bool
) -> Weighed:
    place = hit.place
    home = place.country in _HOME.get(grammar.language, ())
    one = Weighed(place, *_prominence(place), own=home or hit.form == "E", aside=hit.form in _LESS)
    if hit.form == "E":
        one = one.more(_EXONYM, because("name-in-language", name))
    elif hit.form == "S":
        one = one.more(_LESS["S"], because("name-by-sound", f"{name} = {place.name}"))
    elif hit.form == "A":
        one = one.more(_LESS["A"], because("other-name", f"{name} = {place.name}"))
    if home and place.kind in _AT_HOME_KINDS:
        one = one._replace(score=one.score + _AT_HOME)
    if place.kind == "city" and place.size < SMALL and not one.own:
        one = one._replace(score=one.score - _OBSCURE)
    fit = _fit(place, form, grammar, after_town)
    if fit and not mention.kinds:
        one = one.more(fit, because("grammar-of-place", f"{form} {name}"))
    if mention.kinds:
        # The first kind is what the noun means, the rest what it may be said of.
        if place.kind == mention.kinds[0]:
            reason = because("kind-asked", place.kind)
            # "L'aéroport de ..." leaves few; "la ville de ..." leaves all of a town's namesakes.
            one = one.more(_KIND_ASKED, reason, told=place.kind != "city")
        elif place.kind in mention.kinds:
            one = one.more(_KIND_ALLOWED, because("kind-allowed", place.kind))
        else:
            one = one.more(_OTHER_KIND, because("other-kind-asked", mention.kinds[0]))
    return one


def _fit(place: Place, form: PlaceForm, grammar: Grammar, after_town: bool) -> float:
    """Return what the words before a name say for a place of some kind."""
    if place.kind == "country" and place.country in grammar.bare:
        return {"bare": -1.0, "article": -3.0, "within": -3.0}.get(form, 0.0)
    if place.kind == "country" and place.country in grammar.articled and form == "of":
        return _GRAMMAR["bare"]["country"]
    if after_town and form in {"article", "within", "en"}:
        return _GRAMMAR[form]["city"]
    return _GRAMMAR[form].get(place.kind, 0.0) - (_AFTER_TOWN if after_town else 0.0)


def _prominence(place: Place) -> tuple[float, tuple[Reason, ...]]:
    if place.kind in _BASE:
        return _BASE[place.kind], ()
    score = _DECADE * math.log10(max(place.size, _SMALLEST)) + _MORE[place.kind]
    reasons = [because("inhabitants", str(place.size))] if place.size else []
    if place.kind == "capital":
        reasons.append(because("capital-city", place.country))
    return score, tuple(reasons)


def shares(weighed: Sequence[Weighed]) -> list[float]:
    """Return how likely each candidate is among them all (softmax)."""
    if not weighed:
        return []
    top = max(one.score for one in weighed)
    parts = [math.exp(one.score - top) for one in weighed]
    return [part / sum(parts) for part in parts]


def listed(one: Weighed) -> float:
    """Return how likely a place is meant rather than a namesake that the gazetteer lacks.

    What speaks for the country speaks for both. Size does not: of small places abroad many
    are missing, and their names come back. Nor may it be sure that a hamlet is the port or
    the airport which the words name.
    """
    if one.own or one.place.kind != "city":
        return 1.0
    odds = _DECADE * math.log10(max(one.place.size, _SMALLEST) / _LISTED) + one.pinned
    if any(reason.rule == "kind-allowed" for reason in one.reasons):
        odds -= _NOT_AS_ASKED
    return 1 / (1 + math.exp(-odds))


def lies_in(place: Place, area: Place) -> bool:
    """Tell whether a place lies in an area, by its divisions or, failing them, by distance."""
    if area.kind == "country":
        return place.country == area.country
    if place.kind == "country" and area.kind != "area":
        return False
    if area.kind in POINTS or place.id == area.id:
        return False
    if area.admin and place.admin and area.country == place.country:
        return f"{place.admin}.".startswith(f"{area.admin}.")
    return kilometres(place.at, area.at) <= 1.3 * area.radius + 10


def same_spot(one: Place, other: Place) -> bool:
    """Tell whether two places are one for the reader: a town, its port, its province."""
    away = kilometres(one.at, other.at)
    if away <= _ONE_TOWN:
        return True
    if one.country != other.country and one.country and other.country:
        return False
    if one.kind == "country" or other.kind == "country":
        return one.name == other.name
    reach = max(25, min(one.radius + other.radius, 250))
    return away <= reach
