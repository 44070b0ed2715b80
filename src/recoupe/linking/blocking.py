"""Pairs of items that share keys, found by one sort and never by trying all pairs."""

from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_HASHES: dict[str, int] = {}
_MOST_HASHES = 1_000_000
_AT_ONCE = 4_000_000
"""Pairs, each once for every key it shares, that are sorted at a time: a hundred megabytes."""


def stable_hash(word: str) -> int:
    """Return a 64-bit hash of a word, the same in every run and on every machine."""
    if (known := _HASHES.get(word)) is None:
        known = int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")
        if len(_HASHES) < _MOST_HASHES:
            _HASHES[word] = known
    return known


class Shared(NamedTuple):
    """Pairs of items and the keys they share.

    Attributes:
        low: Place of the earlier item of each pair.
        high: Place of the later one.
        keys: How many keys they share.
    """

    low: NDArray[np.int64]
    high: NDArray[np.int64]
    keys: NDArray[np.int64]


def shared_keys(
    keys: Sequence[NDArray[np.uint64]], *, most: int, first: int = 0
) -> tuple[Shared, Shared]:
    """Count the keys that pairs of items share.

    Args:
        keys: Keys of each item, without repeats.
        most: A key that more items have than this is common.
        first: A common key pairs only the earliest ``first`` of its items with
            the rest, so that the number of pairs stays in proportion to it.

    Returns:
        Pairs by their rare keys, and pairs by their common keys; each sorted.
    """
    sizes = np.array([len(k) for k in keys], np.int64)
    if not sizes.sum():
        return _count([], len(keys)), _count([], len(keys))
    every = np.concatenate(keys)
    owners = np.repeat(np.arange(len(keys), dtype=np.int64), sizes)
    order = np.argsort(every, kind="stable")
    every, owners = every[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], every[1:] != every[:-1])))
    lengths = np.diff(np.append(starts, len(every)))
    rare: list[NDArray[np.int64]] = []
    common: list[NDArray[np.int64]] = []
    for size in np.unique(lengths[lengths > 1]).tolist():
        at = starts[lengths == size]
        codes, lows = (rare, size) if size <= most else (common, min(first, size))
        # Owners stand in order within a key, since the sort was stable.
        for low in range(lows):
            for high in range(low + 1, size):
                codes.append(owners[at + low] * len(keys) + owners[at + high])
    return _count(rare, len(keys)), _count(common, len(keys))


def _count(codes: list[NDArray[np.int64]], items: int) -> Shared:
    """Return the pairs that codes stand for, with how often each does."""
    blocks = sum(map(len, codes)) // _AT_ONCE + 1
    # Every block is of some earlier items: what it counts stands before what the next one does.
    edges = [items * (items * block // blocks) for block in range(blocks + 1)]
    found = []
    for least, most in pairwise(edges):
        some = [held[(held >= least) & (held < most)] for held in codes] if blocks > 1 else codes
        every = np.concatenate(some) if some else np.empty(0, np.int64)
        found.append(np.unique(every, return_counts=True))
    values, counts = (np.concatenate(told) for told in zip(*found, strict=True))
    low, high = np.divmod(values, max(items, 1))
    return Shared(low, high, counts.astype(np.int64))
