"""Which of two reports that share matter drew on the other, and what tells so.

In this order: what a person decided; who names whom; the earlier day; which of one outlet's says
that it is an update; an agency's dateline; a credit to somebody else; else the longer text is
drawn on, and the edge says that this is a guess.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from recoupe.compare.dates import before
from recoupe.compare.names import outlet_keys
from recoupe.language import get_pack
from recoupe.linking.citations import Cited
from recoupe.linking.judgements.lineage import Judged
from recoupe.linking.reports import Report
from recoupe.model import Reason, Span

UNDECIDED = "direction-undecided"
# "DAKAR, 17 juin (ATP) - ": an agency signs its wire at the head.
_DATELINE = re.compile(r"^[^\n()]{2,60}\((?P<by>[^()\n]{2,40})\)\s*[-–—]", re.MULTILINE)
_HEAD = 400
"""Characters in which a dateline stands, a headline before it included."""


class Direction(NamedTuple):
    """Who draws on whom, why, and the words that name the one drawn on, if any do."""

    report: Report
    on: Report
    reason: Reason
    cited: Cited | None


class Directions:
    """Decides for pairs of reports.

    Args:
        cited: The citations with what they mean.
        credits: Report id to the outlets outside the pile that it is credited to.
        judged: What people decided.
    """

    def __init__(
        self,
        cited: Mapping[tuple[str, str], Cited],
        credits: Mapping[str, frozenset[str]],
        judged: Judged,
    ) -> None:
        self._cited = cited
        self._credits = credits
        self._drawn = judged.drawn

    def of(self, one: Report, other: Report) -> Direction:
        """Decide for two reports, ``one`` being first in the order of the case."""
        for report, on in ((one, other), (other, one)) if self._drawn else ():
            if checked := self._drawn.get((report.id, on.id)):
                return Direction(report, on, checked, self._cited.get((report.id, on.id)))
        for report, on in ((one, other), (other, one)):
            found = self._cited.get((report.id, on.id))
            if found and (on.id, report.id) not in self._cited:
                return Direction(report, on, cites(found), found)
        if before(one.days, other.days):
            assert one.days is not None
            assert other.days is not None
            when = Reason(rule="published-later", words=f"{other.days[0]} > {one.days[1]}")
            return Direction(other, one, when, None)
        if _one_outlet(one, other):
            updated = (_update(one), _update(other))
            if bool(updated[0]) != bool(updated[1]):
                report, on = (one, other) if updated[0] else (other, one)
                span = updated[0] or updated[1]
                assert span
                words = span.of(report.document.text)
                return Direction(report, on, Reason(rule="says-updated", words=words), None)
        signed = (_signature(one), _signature(other))
        if bool(signed[0]) != bool(signed[1]):
            report, on = (other, one) if signed[0] else (one, other)
            span = signed[0] or signed[1]
            assert span
            why = Reason(rule="agency-wire", words=f"{span.of(on.document.text)} · {on.outlet}")
            return Direction(report, on, why, None)
        credits = self._credits.get(one.id), self._credits.get(other.id)
        if bool(credits[0]) != bool(credits[1]):
            report, on = (one, other) if credits[0] else (other, one)
            names = ", ".join(sorted(self._credits[report.id]))
            return Direction(report, on, Reason(rule="credits-an-agency", words=names), None)
        report, on = (one, other) if len(one.body) < len(other.body) else (other, one)
        lengths = f"{len(report.body)} < {len(on.body)}"
        return Direction(report, on, Reason(rule=UNDECIDED, words=lengths), None)


def cites(cited: Cited) -> Reason:
    """Return the reason that a citation is."""
    words = cited.citation.span.of(cited.report.document.text)
    return Reason(rule="cites-outlet", words=words, span=cited.citation.span)


def _one_outlet(one: Report, other: Report) -> bool:
    return one.outlet is not None and one.outlet == other.outlet


def _update(report: Report) -> Span | None:
    """Return where a report says at its head that it is an update of itself, if it does."""
    match = _updates(report.document.language).search(report.document.text, 0, _HEAD)
    return Span(*match.span("update")) if match else None


@cache
def _updates(language: str) -> re.Pattern[str]:
    forms = get_pack(language).words("times")["dating"]["updated"]
    either = "|".join(re.escape(form) for form in forms)
    return re.compile(rf"(?im)(?:^|[|,;(–—·-])\s*(?P<update>{either})\b")


def _signature(report: Report) -> Span | None:
    """Return where a report is signed by its own outlet as wires are, if it is."""
    if not report.outlet:
        return None
    own = outlet_keys(report.outlet, report.vocabulary.outlets, report.vocabulary.stop)
    for match in _DATELINE.finditer(report.document.text, 0, _HEAD):
        if outlet_keys(match["by"], report.vocabulary.outlets) & own:
            return Span(*match.span("by"))
    return None
