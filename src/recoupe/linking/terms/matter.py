"""Whether a report that names an outlet speaks of what a report of that outlet tells.

A paper may be named for many reasons. It is drawn on when the sentence that names it
says what its report says, and both reports name the same things. Words count by how
few reports of the case hold them, on one scale for any size of case.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from recoupe.compare.texts import fold, sentences, words
from recoupe.linking.reports import Report
from recoupe.model import Passage, Span

_NAMES = 0.35
"""Least weight of the names in common: one that few reports hold, or two that many do.

A figure in the sentence that cites counts as a name."""
_TIED = 2.1
"""Least weight of names and of the words about the citation together."""
_NAME_OR_FIGURE = re.compile(r"[A-ZÀ-Ý][\w-]+|\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+(?:,\d+)?")
_AROUND = 0.6
"""What the words of the sentences beside the citation weigh, next to its own."""


@dataclass(frozen=True)
class Tie:
    """What ties a citation to one report of the outlet cited.

    Attributes:
        score: Weight of what they have in common.
        names: Names that both reports hold, as the one that cites writes them, the rarest first.
        passage: The sentence that cites, or the one beside it where that says what the outlet
            tells ("C'est X qui l'a raconté"), and the sentence of the other that is likest to it.
    """

    score: float
    names: tuple[str, ...]
    passage: Passage | None


class Matter:
    """How much words tell in a case.

    Args:
        reports: The reports of the case.
    """

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = reports

    @cached_property
    def _stems(self) -> Mapping[str, float]:
        return _weights([r.stems for r in self._reports])

    @cached_property
    def _names(self) -> Mapping[str, float]:
        return _weights([r.capitals | r.figures for r in self._reports])

    def tie(self, report: Report, citation: Span, on: Report) -> Tie | None:
        """Tell what ties a citation to a report of the outlet that it names.

        Args:
            report: The report that cites.
            citation: The words that name the outlet.
            on: A report of that outlet.

        Returns:
            What they have in common, or None where that is too little.
        """
        outlets = {w for r in (report, on) for w in words(r.outlet or "").folded}
        names = (report.capitals & on.capitals) - outlets
        block = next((b for b in report.reading.body if b.covers(citation)), None)
        if block is None:
            return None
        parts = sentences(report.document.text, block)
        at = next((k for k, s in enumerate(parts) if s.overlaps(citation)), None)
        if at is None:
            return None
        names |= self._figures(report, parts[at], on)
        shared = _sum(names, self._names)
        if shared < _NAMES:
            return None
        said = self._held(report, parts[at : at + 1], on)
        near = self._held(report, parts[max(0, at - 1) : at + 2], on)
        score = shared + max(_sum(said, self._stems), _AROUND * _sum(near, self._stems))
        if score < _TIED:
            return None
        ranked = sorted(names, key=lambda n: (-self._names[n], n))
        beside = [s for k, s in enumerate(parts) if abs(k - at) == 1]
        return Tie(score, _written(report, ranked), self._passage(report, parts[at], beside, on))

    def _figures(self, report: Report, citing: Span, on: Report) -> frozenset[str]:
        """Return the figures of the sentence that cites which the other report has too."""
        said = words(report.document.text, [citing]).folded
        numerals = report.vocabulary.numerals
        return frozenset(numerals.get(w, w) for w in said) & on.figures

    def _held(self, report: Report, spans: Iterable[Span], on: Report) -> frozenset[str]:
        vocabulary = report.vocabulary
        outlets = vocabulary.content(words(on.outlet or "").folded)
        found = vocabulary.content(words(report.document.text, spans).folded)
        return frozenset(found) & on.stems - frozenset(outlets)

    def _passage(
        self, report: Report, citing: Span, beside: Sequence[Span], on: Report
    ) -> Passage | None:
        text = on.document.text
        there = [
            (frozenset(on.vocabulary.content(words(text, [s]).folded)), s)
            for block in sorted(on.reading.body)
            for s in sentences(text, block)
        ]
        options = [
            (share * _sum(held & stems, self._stems), -abs(here.start - citing.start), here, s)
            for here, share in ((citing, 1.0), *((span, _AROUND) for span in beside))
            for held in (self._held(report, [here], on),)
            for stems, s in there
        ]
        best = max(options, key=lambda o: (o[0], o[1], -o[3].start), default=None)
        return Passage(document=best[2], on=best[3]) if best and best[0] else None


def _written(report: Report, names: Sequence[str]) -> tuple[str, ...]:
    """Return folded names as a report writes them first."""
    text = report.document.text
    found: dict[str, str] = {}
    for block in sorted(report.reading.body):
        for match in _NAME_OR_FIGURE.finditer(text, *block):
            found.setdefault(fold(match.group()), match.group())
    return tuple(found.get(name, name) for name in names)


def _weights(bags: Sequence[frozenset[str]]) -> dict[str, float]:
    """Return inverse document frequencies, from nearly 0 to 1 (Spärck Jones 1972)."""
    holders = Counter(word for bag in bags for word in bag)
    most = log(1 + len(bags))
    return {word: log(1 + len(bags) / count) / most for word, count in holders.items()}


def _sum(bag: Iterable[str], weights: Mapping[str, float]) -> float:
    # In sorted order: floating-point sums differ by the order of their terms.
    return sum(weights.get(word, 0.0) for word in sorted(bag))
