"""Sentences of one report that another says again in other words.

Looked for only where one report names the other, since two reports of one
event share many words without having drawn on each other.
"""

from collections import Counter
from dataclasses import dataclass
from math import log

from recoupe.compare.texts import sentences, weighted_overlap, words
from recoupe.linking.reports import Report
from recoupe.model import Passage, Span

_ALIKE = 0.4
"""Least weighted Dice coefficient of two sentences that say the same."""
_HELD = 0.6
"""Or the least share of the shorter one that the longer one holds."""
_SHARED = 4
"""Fewest content words in common: two or three may be names that any report of it holds."""


@dataclass(frozen=True)
class Restated:
    """What one report says again of another.

    Attributes:
        passages: Pairs of sentences, in the order of the report that draws.
        share: Share of its content words that stand in these sentences, 0 to 1.
    """

    passages: tuple[Passage, ...]
    share: float


def restated(report: Report, on: Report) -> Restated:
    """Find the sentences of ``report`` that say what a sentence of ``on`` says.

    Args:
        report: The one that may draw.
        on: The one that it may draw on.
    """
    left, right = _sentences(report), _sentences(on)
    known = Counter(stem for _, stems in (*left, *right) for stem in set(stems))
    total = len(left) + len(right)
    weights = {stem: log(1 + total / count) for stem, count in known.items()}
    holders: dict[str, list[int]] = {}
    for place, (_, stems) in enumerate(right):
        for stem in sorted(set(stems)):
            holders.setdefault(stem, []).append(place)
    found: list[Passage] = []
    held = 0
    for span, stems in left:
        nearest = Counter(p for stem in sorted(set(stems)) for p in holders.get(stem, ()))
        best = (0.0, 0)
        for place, count in nearest.items():
            if count >= _SHARED:
                dice, inside, _ = weighted_overlap(stems, right[place][1], weights)
                if dice >= _ALIKE or inside >= _HELD:
                    best = max(best, (dice, -place))
        if best[0]:
            found.append(Passage(document=span, on=right[-best[1]][0]))
            held += len(stems)
    count = sum(len(stems) for _, stems in left)
    return Restated(tuple(found), held / count if count else 0.0)


def _sentences(report: Report) -> list[tuple[Span, tuple[str, ...]]]:
    text = report.document.text
    return [
        (span, report.vocabulary.content(words(text, [span]).folded))
        for block in sorted(report.reading.body)
        for span in sentences(text, block)
    ]
