"""The passages that two bodies share, word by word, wherever they stand in each.

Shared runs of words are laid like tiles, the longest first, so that no word is
matched twice and a paragraph moved elsewhere is still found (greedy string
tiling: Wise 1993). Tiles that follow each other closely on both sides are then
one passage, with small edits inside; the words kept within an edit are counted
by their longest common subsequence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise

import numpy as np
from rapidfuzz.distance import LCSseq

from recoupe.linking.lineage.candidates import runs
from recoupe.linking.reports import Body
from recoupe.model import Passage

_SEED = 4
_GAP = 8
"""Words that an edit inside a passage may take out or put in."""
_SENTENCE = 40
"""Words of a long sentence."""
_SHORTEST = 8
"""Fewest words that a passage must have in common."""
_FILLED_IN = 10
"""So many words on either side of a figure that differs are a formula, and not matter taken over:
half a sentence."""
_VERY_SAME, _WORDS_OF_ONE, _EVERY_WORD = 0.9, 40, 18
"""So much of either report in common, of so many words at least, makes them the very same one,
direct speech or not; or every word, of so many."""


@dataclass(frozen=True, slots=True)
class Tile:
    """``length`` words on end that are the same from word ``i`` in one body, ``j`` in another."""

    i: int
    j: int
    length: int


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage found in two bodies, by word places, ends excluded.

    Attributes:
        one: First word and the word past the last, in the first body.
        other: Likewise in the second.
        matched: Words that are the same.
        own: Those of them that are neither direct speech nor its attribution
            in either body, nor stand beside a figure that differs; none when the passage is a
            formula filled in anew.
    """

    one: tuple[int, int]
    other: tuple[int, int]
    matched: int
    own: int


@dataclass(frozen=True)
class Overlap:
    """What two bodies share.

    Attributes:
        passages: In the order of the first body.
        one: The first body.
        other: The second.
    """

    passages: tuple[SharedPassage, ...]
    one: Body
    other: Body

    @property
    def matched(self) -> int:
        """Words in common."""
        return sum(p.matched for p in self.passages)

    @property
    def own(self) -> int:
        """Words in common outside direct speech."""
        return sum(p.own for p in self.passages)

    @property
    def longest(self) -> int:
        """Words outside direct speech in the longest passage."""
        return max((p.own for p in self.passages), default=0)

    @property
    def very_same(self) -> bool:
        """Whether the two are one report, also where it is all direct speech."""
        longer = max(len(self.one), len(self.other))
        least = _EVERY_WORD if self.matched == longer else _WORDS_OF_ONE
        return self.matched >= max(least, _VERY_SAME * longer)

    def turned(self) -> "Overlap":
        """Return the same overlap seen from the other body."""
        passages = sorted(
            (SharedPassage(p.other, p.one, p.matched, p.own) for p in self.passages),
            key=lambda p: p.one,
        )
        return Overlap(tuple(passages), self.other, self.one)

    def spans(self) -> tuple[Passage, ...]:
        """Return the passages as spans of text, the first body being the one that draws."""
        return tuple(
            Passage(
                document=self.one.span(p.one[0], p.one[1] - 1),
                on=self.other.span(p.other[0], p.other[1] - 1),
            )
            for p in self.passages
        )


def align(one: Body, other: Body) -> Overlap:
    """Find what two bodies share."""
    chains = _chains(sorted(_tiles(one, other), key=lambda t: t.i))
    found = (_passage(chain, one, other) for chain in chains)
    return Overlap(tuple(p for p in found if p.matched >= _SHORTEST), one, other)


def _tiles(one: Body, other: Body) -> Iterator[Tile]:
    heap = [(-t.length, t.i, t.j) for t in _common_runs(one, other)]
    heapify(heap)
    used_one, used_other = np.zeros(len(one), np.bool_), np.zeros(len(other), np.bool_)
    while heap:
        negative, i, j = heappop(heap)
        length = -negative
        taken = used_one[i : i + length] | used_other[j : j + length]
        if not taken.any():
            used_one[i : i + length] = used_other[j : j + length] = True
            yield Tile(i, j, length)
            continue
        # What is left free of a longer tile may still be long enough.
        edges = np.flatnonzero(np.diff(np.concatenate(([1], taken.astype(np.int8), [1]))))
        for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            if end - start >= _SEED:
                heappush(heap, (start - end, i + start, j + start))


def _common_runs(one: Body, other: Body) -> Iterator[Tile]:
    """Yield the longest runs of the same words, overlapping ones too."""
    left, right = runs(one.hashes, _SEED), runs(other.hashes, _SEED)
    places: dict[int, list[int]] = {}
    for j, key in enumerate(right.tolist()):
        places.setdefault(key, []).append(j)
    hits = [(j - i, i) for i, key in enumerate(left.tolist()) for j in places.get(key, ())]
    hits.sort()
    start = 0
    for place in range(1, len(hits) + 1):
        if place < len(hits) and hits[place] == (hits[place - 1][0], hits[place - 1][1] + 1):
            continue
        diagonal, i = hits[start]
        yield Tile(i, i + diagonal, place - start + _SEED - 1)
        start = place


def _chains(tiles: list[Tile]) -> list[list[Tile]]:
    chains: list[list[Tile]] = []
    for tile in tiles:
        last = chains[-1][-1] if chains else None
        if (
            last
            and tile.i - (last.i + last.length) <= _GAP
            and 0 <= tile.j - (last.j + last.length) <= _GAP
        ):
            chains[-1].append(tile)
        else:
            chains.append([tile])
    return chains


def _passage(chain: list[Tile], one: Body, other: Body) -> SharedPassage:
    matched = own = same_figures = changed_figures = 0
    told = [
        ~one.attributing[tile.i : tile.i + tile.length]
        & ~other.attributing[tile.j : tile.j + tile.length]
        for tile in chain
    ]
    for tile in chain:
        matched += tile.length
        same_figures += int(one.figures[tile.i : tile.i + tile.length].sum())
    for at, (left, right) in enumerate(pairwise(chain)):
        here = slice(left.i + left.length, right.i)
        there = slice(left.j + left.length, right.j)
        kept = LCSseq.similarity(one.hashes[here].tolist(), other.hashes[there].tolist())
        matched += kept
        changed = min(int(one.figures[here].sum()), int(other.figures[there].sum()))
        changed_figures += changed
        if changed:
            told[at][-_FILLED_IN:] = False
            told[at + 1][:_FILLED_IN] = False
        else:
            own += min(kept, int((~one.attributing[here]).sum()))
    if _figures_differ(one, chain[0].i, other, chain[0].j, back=True):
        told[0][:_FILLED_IN] = False
    if _figures_differ(one, chain[-1].i + chain[-1].length, other, chain[-1].j + chain[-1].length):
        told[-1][-_FILLED_IN:] = False
    own += sum(int(words.sum()) for words in told)
    first, last = chain[0], chain[-1]
    # The same sentence with other figures is a formula that is filled in anew (a toll, a
    # weather or market report), not matter taken over; in a short one half of them is enough.
    allowed = same_figures if matched >= _SENTENCE else same_figures - 1
    refilled = changed_figures > max(allowed, 0)
    return SharedPassage(
        (first.i, last.i + last.length),
        (first.j, last.j + last.length),
        matched,
        0 if refilled else own,
    )


def _figures_differ(one: Body, i: int, other: Body, j: int, *, back: bool = False) -> bool:
    """Tell whether a figure stands next to a passage in both bodies, before or behind it.

    Were it the same, it would be of the passage.
    """
    here, there = (i - 1, j - 1) if back else (i, j)
    return (
        0 <= here < len(one)
        and 0 <= there < len(other)
        and bool(one.figures[here] and other.figures[there])
    )
