"""Reports told again in other words: the same names and figures in the same order.

A translation keeps hardly a word in place, and a summary few; both keep who and how many,
in the order of the original. Two reports of one event share names and some figures too, but each
has its own beside them, and its own order. So nearly all names and figures of the later report
must come in the order of the other, or, where most of its words are the other's as well, in any.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from recoupe.compare.names import sound
from recoupe.compare.texts import sentences, words
from recoupe.linking.blocking import shared_keys, stable_hash
from recoupe.linking.lineage.restated import restated
from recoupe.linking.reports import Report
from recoupe.model import Passage, Span

_WINDOW = 3
"""An anchor is paired with so many that follow it, to find reports that share such pairs."""
_COMMON = 24
"""Pairs of anchors in more reports than this bring no candidates."""
_SHARED = 3
"""Fewest pairs of anchors in common for two reports to be looked at."""
_FEWEST = 7
_IN_ORDER, _COVERED = 0.7, 0.6
"""Least share of the anchors of the report, and of the other, that stand in one order."""
_FEWEST_SHARED, _SHARED_ALIKE, _SHARED_FIGURES, _ROUGH_ORDER = 8, 0.78, 4, 0.5
"""Or, where a sentence is turned round: fewest anchors in one order, Dice coefficient of the two
sets of anchors, figures in both, and share in one order. In the pairs of the development part that
are translations these are 9, 0.81, 4 and 0.61 at least; in those that are not, the highest of each
are 10, 0.67, 4 and 0.5, and the first three never come together."""
_FEWEST_ANY_ORDER = 5
_HELD, _STEMS = 0.85, 0.62
"""Least share of its anchors, and of its content words, that the other holds in any order."""
_SHORTER, _RESTATED = 0.75, 0.5
"""A summary is no longer than such a part of the other; and the least share of it said there."""
_SHORTENED = 0.64
"""Shorter than such a part of the other, none is a translation of it. Of the development part, the
translations have 0.79 and more of the words of what they translate, the summaries 0.48 and less."""
_LONGEST_WORD = 40
_LONG_NAME = 5
"""Letters from which a name that sounds alike is the same one."""
_FACTOR, _64_BITS = 0x9E3779B97F4A7C15, 2**64 - 1
_FIGURES = 2
"""Fewest figures among the anchors in common: names alone are those of any report of the matter."""


class Anchor(NamedTuple):
    """A name or a figure in a report's body.

    Attributes:
        word: Folded, a long name in one spelling for all its transliterations.
        start: Where it stands.
    """

    word: str
    start: int


@dataclass(frozen=True)
class Retold:
    """That one report tells another again.

    Attributes:
        words: Names and figures in common, as the report that draws has them, in its order.
        count: How many of them stand in the same order in both.
        of: How many names and figures the report that draws has.
        share: Share of its names and figures that the other holds, 0 to 1.
        whole: Whether it tells nearly all of the other, as a translation does.
        passages: Pairs of sentences that hold the same names and figures.
    """

    words: tuple[str, ...]
    count: int
    of: int
    share: float
    whole: bool
    passages: tuple[Passage, ...]


def find(reports: Sequence[Report]) -> list[tuple[int, int]]:
    """Return the pairs of reports that share enough pairs of neighbouring names and figures.

    Args:
        reports: In the order of the case.

    Returns:
        Places in ``reports``, lower first, sorted. A pair of anchors that ``n`` reports share
        brings at most ``_COMMON`` × ``n`` / 2 of them.
    """
    rare, _ = shared_keys([_keys(report) for report in reports], most=_COMMON)
    near = rare.keys >= _SHARED
    return list(zip(rare.low[near].tolist(), rare.high[near].tolist(), strict=True))


def retold(report: Report, on: Report) -> Retold | None:
    """Tell whether ``report`` tells ``on`` again in other words.

    Args:
        report: The one that may draw.
        on: The one that it may draw on.
    """
    names = report.capitals | on.capitals
    left, right = _anchors(report, names), _anchors(on, names)
    every = {a.word for a in left}
    held = every & {a.word for a in right}
    if len(held) < _FEWEST_ANY_ORDER or sum(w[0].isdigit() for w in held) < _FIGURES:
        return None
    pairs = list(_in_order(left, right))
    whole = (
        len(pairs) >= _FEWEST
        and len(pairs) >= _IN_ORDER * len(left)
        and len(pairs) >= _COVERED * len(right)
    ) or (
        len(pairs) >= _FEWEST_SHARED
        and len(pairs) >= _ROUGH_ORDER * max(len(left), len(right))
        and sum(w[0].isdigit() for w in held) >= _SHARED_FIGURES
        and 2 * len(held) >= _SHARED_ALIKE * (len(every) + len({a.word for a in right}))
    )
    share = len(held) / len(every)
    if not whole and (share < _HELD or not _is_summary(report, on)):
        return None
    text = report.document.text
    return Retold(
        words=tuple(dict.fromkeys(_written(text, a.start) for a in left if a.word in held)),
        count=len(pairs),
        of=len(left),
        share=share,
        whole=whole and len(report.body) >= _SHORTENED * len(on.body),
        passages=_passages(report, on, pairs),
    )


def _is_summary(report: Report, on: Report) -> bool:
    """Tell whether one report is shorter than another and says little that the other does not."""
    return (
        len(report.body) <= _SHORTER * len(on.body)
        and len(report.stems & on.stems) >= _STEMS * len(report.stems)
        and restated(report, on).share >= _RESTATED
    )


def _anchors(report: Report, names: frozenset[str]) -> list[Anchor]:
    """Return the figures of a report's body and its words with a capital that are names.

    The same one twice running counts once.
    """
    found: list[Anchor] = []
    for word, start in zip(report.marks.words, report.marks.starts.tolist(), strict=True):
        if not word[0].isdigit() and word not in names:
            continue
        spelt = sound(word) if len(word) >= _LONG_NAME else word
        if not (found and found[-1].word == spelt):
            found.append(Anchor(spelt, start))
    return found


def _written(text: str, start: int) -> str:
    """Return the word that begins at a place of a text, as it is written there."""
    first = words(text, [Span(start, min(start + _LONGEST_WORD, len(text)))])
    return text[start : first.ends[0]]


def _keys(report: Report) -> NDArray[np.uint64]:
    """Return a hash for each pair of neighbouring anchors of which one at least is a figure."""
    if report.kept and (told := report.kept.recall_hashes("anchors")) is not None:
        return told
    keys = np.array(_hashed(_anchors(report, report.capitals)), np.uint64)
    if report.kept:
        report.kept.keep_hashes("anchors", keys)
    return keys


def _hashed(found: Sequence[Anchor]) -> list[int]:
    hashes = [stable_hash(anchor.word) for anchor in found]
    # Two hashes make one: pairs of words are too many to keep the hash of each in mind.
    keys = {
        (min(one, other) * _FACTOR + max(one, other)) & _64_BITS
        for place, one in enumerate(hashes)
        for near, other in enumerate(hashes[place + 1 : place + 1 + _WINDOW], place + 1)
        if one != other and (found[place].word[0].isdigit() or found[near].word[0].isdigit())
    }
    return sorted(keys)


def _in_order(left: Sequence[Anchor], right: Sequence[Anchor]) -> Iterator[tuple[Anchor, Anchor]]:
    """Yield the pairs of a longest common subsequence."""
    one, other = [a.word for a in left], [a.word for a in right]
    for block in LCSseq.opcodes(one, other):
        if block.tag == "equal":
            for step in range(block.src_end - block.src_start):
                yield left[block.src_start + step], right[block.dest_start + step]


def _passages(
    report: Report, on: Report, pairs: Sequence[tuple[Anchor, Anchor]]
) -> tuple[Passage, ...]:
    here, there = _sentences(report), _sentences(on)
    found = {
        Passage(document=_holding(here, one.start), on=_holding(there, other.start)): None
        for one, other in pairs
    }
    return tuple(found)


def _sentences(report: Report) -> list[Span]:
    text = report.document.text
    return [s for block in sorted(report.reading.body) for s in sentences(text, block)]


def _holding(spans: Sequence[Span], offset: int) -> Span:
    return next(s for s in spans if s.start <= offset < s.end)
