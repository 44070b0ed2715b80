"""Pairs of reports that share runs of words, without looking at all pairs.

Every run of ``RUN`` words of every body is hashed (shingles: Broder 1997); one
sort of all hashes brings equal runs together. The whole index is kept, not a
MinHash sketch of it: a sketch estimates how far whole texts resemble each
other and misses one paragraph taken into a longer article.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from recoupe.linking.blocking import shared_keys
from recoupe.linking.reports import Body, Report

RUN = 6
"""Words in a run: long enough to be rare, short enough to survive an edit or two."""

COMMON = 24
"""Runs in more reports than this are compared with the earliest ``FIRST`` only."""

FIRST = 4
SHARED_RUNS = 3
"""Fewest runs in common for a pair to be looked at: eight words on end, or three places."""
_GOOD_PART = 0.4

_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def runs(hashes: NDArray[np.uint64], length: int) -> NDArray[np.uint64]:
    """Return the hash of each run of ``length`` words; as many as words less ``length`` - 1."""
    count = len(hashes) - length + 1
    if count <= 0:
        return np.empty(0, np.uint64)
    total = np.zeros(count, np.uint64)
    for offset in range(length):
        # Unsigned arithmetic wraps round, as a polynomial hash wants.
        total = total * _FACTOR + hashes[offset : offset + count]
    return total


def find(keys: Sequence[NDArray[np.uint64]]) -> list[tuple[int, int]]:
    """Return the pairs of reports worth aligning, as places in ``keys``, lower first.

    Runs wholly in direct speech do not count: two reports may quote one speech.
    The number of pairs follows what is shared: a run found in ``n`` reports
    brings at most ``COMMON`` × ``n`` / 2 pairs, or ``FIRST`` × ``n`` when it is
    common, and then only reports of which it makes up a good part.

    Args:
        keys: The runs of each, in the order of the case, the earliest first.
    """
    sizes = np.array([len(k) for k in keys], np.int64)
    rare, common = shared_keys(keys, most=COMMON, first=FIRST)
    near = rare.keys >= SHARED_RUNS
    far = common.keys >= _GOOD_PART * np.minimum(sizes[common.low], sizes[common.high])
    lows = [*rare.low[near].tolist(), *common.low[far].tolist()]
    highs = [*rare.high[near].tolist(), *common.high[far].tolist()]
    return sorted(set(zip(lows, highs, strict=True)))


def own_runs(report: Report) -> NDArray[np.uint64]:
    """Return the hashes of the runs of a report's body that stand outside direct speech, sorted."""
    if report.kept and (told := report.kept.recall_hashes("runs")) is not None:
        return told
    found = _own_runs(report.body)
    if report.kept:
        report.kept.keep_hashes("runs", found)
    return found


def _own_runs(body: Body) -> NDArray[np.uint64]:
    hashes = runs(body.hashes, RUN)
    if not len(hashes):
        return hashes
    speech = np.convolve(body.quoted.astype(np.int64), np.ones(RUN, np.int64), "valid")
    return np.unique(hashes[speech < RUN])
