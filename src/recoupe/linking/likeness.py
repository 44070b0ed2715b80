"""Pairs of statements that may say the same: found by rare words, scored by all of them."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log

import numpy as np

from recoupe.compare.texts import weighted_overlap
from recoupe.linking.blocking import shared_keys, stable_hash
from recoupe.linking.propositions import Proposition
from recoupe.model import Lineage, Passage, Reason, Span

_KEYS = 8
"""Rarest words of a statement by which others are found."""
_MOST = 40
"""A word in more statements than this finds none."""
_SHARED_KEYS = 2


@dataclass(frozen=True)
class Likeness:
    """How far two statements say the same.

    Attributes:
        one: The earlier, as a place in the propositions.
        other: The later.
        dice: Weighted Dice coefficient of their content words.
        inside: Share of the lighter one's words that the other holds.
        shared: Content words in common, the heaviest first.
        identical: Word for word the same.
        same_matter: They stand in one passage that their reports share.
    """

    one: int
    other: int
    dice: float
    inside: float
    shared: tuple[str, ...]
    identical: bool
    same_matter: bool

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What the likeness rests on."""
        found = []
        if self.identical:
            found.append(Reason(rule="same-words"))
        if self.same_matter:
            found.append(Reason(rule="shared-passage"))
        if not self.identical:
            words = f"{self.dice:.0%} · {', '.join(self.shared[:6])}"
            found.append(Reason(rule="shared-words", words=words))
        return tuple(found)


def likenesses(found: Sequence[Proposition], lineage: Sequence[Lineage]) -> tuple[Likeness, ...]:
    """Compare the statements that share rare words, all others being unlike.

    Args:
        found: In the order of the case.
        lineage: Which passages reports share.

    Returns:
        Pairs with at least one content word in common, by place.
    """
    known = Counter(stem for p in found for stem in p.stems)
    weights = {stem: log(1 + len(found) / count) for stem, count in known.items()}
    shared, _ = shared_keys([_keys(p, known) for p in found], most=_MOST)
    pairs = {
        (low, high)
        for low, high, count in zip(
            shared.low.tolist(), shared.high.tolist(), shared.keys.tolist(), strict=True
        )
        if count >= min(_SHARED_KEYS, len(found[low].stems), len(found[high].stems))
    }
    pairs |= _word_for_word(found)
    aligned = _Aligned(lineage)
    return tuple(
        _compare(found, (low, high), weights, aligned)
        for low, high in sorted(pairs)
        if not _nested(found[low], found[high])
    )


def _nested(one: Proposition, other: Proposition) -> bool:
    """Tell whether one statement is part of the other's words: what is said, and that it is."""
    same = one.report.id == other.report.id
    return same and one.statement.content.overlaps(other.statement.content)


def _word_for_word(found: Sequence[Proposition]) -> set[tuple[int, int]]:
    """Pair what is the same word for word, however common its words.

    Those that also agree in everything else are each paired with the first of
    them only, since they join up through it.
    """
    same: dict[tuple[str, ...], dict[tuple[object, ...], list[int]]] = defaultdict(dict)
    for place, p in enumerate(found):
        same[p.folded].setdefault(p.signature, []).append(place)
    pairs: set[tuple[int, int]] = set()
    for variants in same.values():
        firsts = sorted(places[0] for places in variants.values())
        pairs |= set(combinations(firsts, 2))
        pairs |= {(places[0], place) for places in variants.values() for place in places[1:]}
    return pairs


def _keys(p: Proposition, known: Counter[str]) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    useful = sorted((known[s], s) for s in p.stems if 1 < known[s] <= _MOST)[:_KEYS]
    return np.array(sorted(stable_hash(s) for _, s in useful), np.uint64)


def _compare(
    found: Sequence[Proposition],
    pair: tuple[int, int],
    weights: dict[str, float],
    aligned: "_Aligned",
) -> Likeness:
    one, other = found[pair[0]], found[pair[1]]
    dice, inside, shared = weighted_overlap(one.stems, other.stems, weights)
    return Likeness(
        *pair,
        dice,
        inside,
        tuple(sorted(shared, key=lambda s: (-weights[s], s))),
        one.folded == other.folded,
        aligned.same(one, other),
    )


class _Aligned:
    """Which spans of two reports are one passage."""

    def __init__(self, lineage: Sequence[Lineage]) -> None:
        self._passages: dict[tuple[str, str], list[Passage]] = {
            (edge.document, edge.on): sorted(edge.passages, key=lambda p: p.document)
            for edge in lineage
        }

    def same(self, one: Proposition, other: Proposition) -> bool:
        for drawing, on in ((one, other), (other, one)):
            passages = self._passages.get((drawing.report.id, on.report.id), ())
            held = holding(drawing.statement.content, passages)
            if any(_mostly(on.statement.content, p.on) for p in held):
                return True
        return False


def holding(content: Span, passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages that together hold at least half of a statement that draws.

    Args:
        content: The statement's span in the report that draws.
        passages: What it shares with another, by place.

    Returns:
        The passages that overlap it, or none when they hold less than half.
    """
    last = bisect_left(passages, content.end, key=lambda p: p.document.start)
    held = [p for p in passages[:last] if p.document.overlaps(content)]
    common = sum(
        min(content.end, p.document.end) - max(content.start, p.document.start) for p in held
    )
    return held if 2 * common >= content.end - content.start else []


def _mostly(span: Span, other: Span) -> bool:
    """Tell whether two spans share at least half of the shorter."""
    common = min(span.end, other.end) - max(span.start, other.start)
    return 2 * common >= min(span.end - span.start, other.end - other.start)
