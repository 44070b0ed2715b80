"""Which report of the case a citation means."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from recoupe.compare.dates import before
from recoupe.linking.lineage.passages import Overlap, align
from recoupe.linking.lineage.restated import Restated, restated
from recoupe.linking.outlets import NAMES_OUTLET, Outlet, Outlets
from recoupe.linking.reports import Report
from recoupe.linking.terms.matter import Matter, Tie
from recoupe.model import Citation

NEAREST = 5
"""Reports of a cited outlet that are read in full for one citation."""
_OWN = 8
"""Fewest words in common, outside direct speech, that tie a citation to a report."""
_COMMON = 200
"""A word in more reports of one outlet than this does not help to find one of them."""


@dataclass(frozen=True)
class Cited:
    """One outlet that a report names, and the report it took from, when it is there.

    Attributes:
        report: The one that cites.
        outlet: The outlet or agency named.
        citation: The words that name it.
        on: The outlet's report that shares matter with it, or None.
        overlap: Passages in common with that report.
        restated: Sentences said again in other words.
        tie: What the citation has in common with that report.
    """

    report: Report
    outlet: Outlet
    citation: Citation
    on: Report | None = None
    overlap: Overlap | None = None
    restated: Restated | None = None
    tie: Tie | None = None


def resolve(reports: Sequence[Report], outlets: Outlets) -> list[Cited]:
    """Find for each citation the report that it means, in the order of the case.

    Of several reports by the outlet, the one with most matter in common is
    taken; one that appeared later than the citing report cannot be meant, and
    one that shares nothing is not.
    """
    indexes: dict[str, _Index] = {}
    matter = Matter(reports)
    found: list[Cited] = []
    for report in reports:
        for outlet, citations in outlets.cited_by(report):
            citation = citations[0]
            if outlet.key not in indexes:
                indexes[outlet.key] = _Index(outlet.reports)
            cited = _best(report, outlet, citations, indexes[outlet.key], matter)
            # To be named is not yet to be drawn on: a paper may be spoken of, and a
            # ministry that publishes may be quoted from elsewhere.
            if cited.on or citation.reason.rule != NAMES_OUTLET:
                found.append(cited)
    return found


def _best(
    report: Report,
    outlet: Outlet,
    citations: Sequence[Citation],
    index: "_Index",
    matter: Matter,
) -> Cited:
    options: list[tuple[float, int, float, int, Cited]] = []
    for other in index.nearest(report):
        if other.id == report.id or before(report.days, other.days):
            continue
        overlap, again = align(report.body, other.body), restated(report, other)
        citation, tie = _tied(report, citations, other, matter)
        if overlap.own >= _OWN or again.passages or tie:
            cited = Cited(report, outlet, citation, other, overlap, again, tie)
            score = tie.score if tie else 0.0
            options.append((again.share, overlap.own, score, -other.place, cited))
    if not options:
        return Cited(report, outlet, citations[0])
    return max(options, key=lambda option: option[:4])[4]


def _tied(
    report: Report, citations: Sequence[Citation], other: Report, matter: Matter
) -> tuple[Citation, Tie | None]:
    """Return the first citation that is tied to a report, and by what; else the first one."""
    for citation in citations:
        if tie := matter.tie(report, citation.span, other):
            return citation, tie
    return citations[0], None


class _Index:
    """Reports of one outlet by the words they hold."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = reports
        self._holders: dict[str, list[int]] = {}
        for place, report in enumerate(reports):
            for stem in sorted(report.stems):
                self._holders.setdefault(stem, []).append(place)

    def nearest(self, report: Report) -> list[Report]:
        """Return the reports that share most rare words with one, the nearest first."""
        if len(self._reports) <= NEAREST:
            return list(self._reports)
        scores: Counter[int] = Counter()
        for stem in sorted(report.stems):
            holders = self._holders.get(stem, ())
            if len(holders) <= _COMMON:
                for place in holders:
                    scores[place] += log(1 + len(self._reports) / len(holders))  # type: ignore[assignment]
        ranked = sorted(scores, key=lambda place: (-scores[place], place))
        return [self._reports[place] for place in ranked[:NEAREST]]
