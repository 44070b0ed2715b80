"""What the rest of a report and of the case says for one place or another."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from recoupe.compare.places import At, Place, kilometres
from recoupe.linking.places.weighing import Weighed, because

# Log-odds at most: a country named in the same sentence outweighs a size 50 times as great;
# one that the whole report is about, ten times.
_SENTENCE, _NEXT_SENTENCE, _REPORT, _CASE = 2.5, 1.5, 1.8, 0.9
# An adjective of a country ("une source américaine") tells less of where than its name.
_PEOPLE = 0.4
_TOWN = 0.7
_NEAR, _NEAR_IN_CASE = 2.0, 0.8
_REACH = 250.0
"""Kilometres at which nearness counts for a third."""
_CELL = 3.0
"""Degrees of the cells in which a case's places are counted."""
_MATTERS = 0.01
_AT_MOST = 4.5
_WIDE = 400
"""Radius beyond which an area says nothing of nearness."""


@dataclass
class Context:
    """Places taken as known in one report, for weighing the others.

    Attributes:
        sentences: Sentence to the countries named there, with how much each name tells and
            the name that tells it, so that no name speaks for itself.
        known: Name's key to the place it was taken to mean.
    """

    sentences: dict[int, list[tuple[str, float, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    known: dict[str, Place] = field(default_factory=dict)
    _shares: dict[str, dict[str, float]] = field(default_factory=dict)
    _cells: frozenset[tuple[int, int]] | None = None

    def add(self, sentence: int, key: str, place: Place) -> None:
        """Take a name as meaning a place."""
        weight = 1.0 if place.kind == "country" else _TOWN
        if place.country:
            self.sentences[sentence].append((place.country, weight, key))
        if place.kind != "country" and place.radius <= _WIDE:
            self.known[key] = place

    def add_people(self, sentence: int, country: str) -> None:
        """Note an adjective or people of a country."""
        self.sentences[sentence].append((country, _PEOPLE, ""))

    def countries(self, key: str) -> Mapping[str, float]:
        """Return how much of the report is about each country, 0 to 1, one name left out."""
        if key not in self._shares:
            told: dict[str, float] = defaultdict(float)
            for named in self.sentences.values():
                for country, weight, by in named:
                    if by != key:
                        told[country] += weight
            total = sum(told.values())
            self._shares[key] = {country: value / total for country, value in told.items()}
        return self._shares[key]

    def cells(self) -> frozenset[tuple[int, int]]:
        """Return the cells of the globe in which the report names places."""
        if self._cells is None:
            self._cells = frozenset(_cell(place.at) for place in self.known.values())
        return self._cells

    def in_sentence(self, sentence: int, key: str) -> dict[str, float]:
        """Return the countries named in a sentence by other names, and how much that tells."""
        found: dict[str, float] = {}
        for country, weight, by in self.sentences.get(sentence, ()):
            if by != key:
                found[country] = max(weight, found.get(country, 0.0))
        return found


class CaseContext:
    """The places and countries of a whole case, counted by report."""

    def __init__(self, reports: Iterable[Context]) -> None:
        self._countries: dict[str, float] = defaultdict(float)
        self._cells: Counter[tuple[int, int]] = Counter()
        self._reports = 0
        for report in reports:
            self._reports += 1
            for country, share in report.countries("").items():
                self._countries[country] += share
            self._cells.update(report.cells())

    def country(self, code: str, besides: Context) -> float:
        """Return how much of the other reports is about a country, 0 to 1."""
        others = self._reports - 1
        return (
            (self._countries[code] - besides.countries("").get(code, 0.0)) / others
            if others
            else 0.0
        )

    def nearby(self, at: At, besides: Context) -> int:
        """Return in how many other reports, at most, some place near a point is named."""
        row, column = _cell(at)
        own = besides.cells()
        cells = [(row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1)]
        return max(self._cells[cell] - (cell in own) for cell in cells)


def _cell(at: At) -> tuple[int, int]:
    return int(at[0] // _CELL), int(at[1] // _CELL)


def in_context(
    one: Weighed, key: str, sentences: frozenset[int], report: Context, case: CaseContext
) -> Weighed:
    """Return a candidate with what report and case say for it.

    Args:
        one: The candidate.
        key: The name's key.
        sentences: Sentences in which the report uses the name.
        report: What is known of the report.
        case: What is known of the case.

    Returns:
        The candidate with its reasons; they add up to no more than a known part, so that
        a report on a country does not make its hamlets out of the world's cities.
    """
    full = _in_context(one, key, sentences, report, case)
    return full._replace(score=one.score + min(full.score - one.score, _AT_MOST))


def _in_context(
    one: Weighed, key: str, sentences: frozenset[int], report: Context, case: CaseContext
) -> Weighed:
    country = one.place.country
    if country and one.place.kind != "country":
        here = max((report.in_sentence(s, key).get(country, 0.0) for s in sentences), default=0.0)
        near = max(
            (report.in_sentence(s + d, key).get(country, 0.0) for s in sentences for d in (-1, 1)),
            default=0.0,
        )
        if here or near:
            value = max(_SENTENCE * here, _NEXT_SENTENCE * near)
            one = one.more(value, because("country-nearby", country), told=value > 1)
    if country:
        share = report.countries(key).get(country, 0.0)
        if share:
            value = _REPORT * math.sqrt(share)
            one = one.more(value, because("country-of-report", country), told=share > 0.2)
        share = case.country(country, report)
        if share > _MATTERS:
            one = one.more(_CASE * math.sqrt(share), because("country-of-case", country))
    elif shared := max(report.countries(key).values(), default=0.0):
        # A sea or a river of several countries is at home in none, and far from none.
        value = _REPORT * math.sqrt(shared) / 2
        one = one._replace(score=one.score + value)
    return _near(one, key, report, case)


def _near(one: Weighed, key: str, report: Context, case: CaseContext) -> Weighed:
    if one.place.radius > _WIDE:
        return one
    away = [
        (max(0.0, kilometres(one.place.at, other.at) - one.place.radius), other.name, other.kind)
        for name, other in report.known.items()
        if name != key and other.id != one.place.id
    ]
    if away:
        distance, name, _ = min(away)
        value = _nearness(distance)
        if value > 0.2:
            # A capital is named for its state, whatever lies beside it.
            pinned = _nearness(min((d for d, _, kind in away if kind != "capital"), default=9e9))
            reason = because("near-other-place", f"{name}, {round(distance)} km")
            one = one.more(value, reason, told=distance < _REACH, pinned=pinned)
    if others := case.nearby(one.place.at, report):
        value = _NEAR_IN_CASE * min(1.0, others / 2)
        reason = because("near-places-of-case", str(others))
        one = one.more(value, reason, pinned=value)
    return one


def _nearness(distance: float) -> float:
    return _NEAR * math.exp(-distance / _REACH)
