"""Pairs of items that share keys, found by one sort and never by trying all pairs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
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


Wanted = Callable[[Shared], NDArray[np.bool_]]


def shared_keys(
    keys: Sequence[NDArray[np.uint64]],
    *,
    most: int,
    first: int = 0,
    wanted: Wanted | None = None,
) -> tuple[Shared, Shared]:
    """Count the keys that pairs of items share.

    Args:
        keys: Keys of each item, without repeats.
        most: A key that more items have than this is common.
        first: A common key pairs only the earliest ``first`` of its items with
            the rest, so that the number of pairs stays in proportion to it.
        wanted: Tells which of some pairs are kept; all if None.

    Returns:
        Pairs by their rare keys, and pairs by their common keys; each sorted.
    """
    sizes = np.array([len(k) for k in keys], np.int64)
    every = np.concatenate(keys) if len(keys) else np.empty(0, np.uint64)
    owners = np.repeat(np.arange(len(keys), dtype=np.int64), sizes)
    order = np.argsort(every, kind="stable")
    every, owners = every[order], owners[order]
    held = _Holders(owners, every, len(keys))
    del every, order
    lows = {size: size if size <= most else min(first, size) for size in held.sizes}
    rare = {size: low for size, low in lows.items() if size <= most}
    common = {size: low for size, low in lows.items() if size > most}
    return _count(held, rare, wanted), _count(held, common, wanted)


class _Holders:
    """Which items have each key.

    Args:
        owners: The item of each key, the keys sorted and the items of each in order.
        keys: The keys, in that order.
        items: How many items there are.
    """

    def __init__(self, owners: NDArray[np.int64], keys: NDArray[np.uint64], items: int) -> None:
        begins = np.concatenate(([True], keys[1:] != keys[:-1])) if len(keys) else np.empty(0)
        starts = np.flatnonzero(begins)
        lengths = np.diff(np.append(starts, len(keys)))
        self.items = items
        self.sizes: list[int] = np.unique(lengths[lengths > 1]).tolist()
        self._owners = owners
        self._starts = {size: starts[lengths == size] for size in self.sizes}

    def pairs(self, lows: Mapping[int, int]) -> int:
        """Return how many pairs there are, each once for every key it shares.

        Args:
            lows: How many of the items that share a key are paired with all after them, by how
                many share it.
        """
        return sum(
            len(self._starts[size]) * (low * size - low * (low + 1) // 2)
            for size, low in lows.items()
        )

    def codes(self, lows: Mapping[int, int]) -> Iterator[NDArray[np.int64]]:
        """Yield the pairs, each as one number for every key it shares; see :meth:`pairs`."""
        for size, count in lows.items():
            at = self._starts[size]
            for low in range(count):
                for high in range(low + 1, size):
                    yield self._owners[at + low] * self.items + self._owners[at + high]


def _count(held: _Holders, lows: Mapping[int, int], wanted: Wanted | None) -> Shared:
    """Return pairs, with how many keys each shares."""
    items = held.items
    blocks = held.pairs(lows) // _AT_ONCE + 1
    # Every block is of some earlier items: what it counts stands before what the next one does.
    edges = [items * (items * block // blocks) for block in range(blocks + 1)]
    found = []
    for least, most in pairwise(edges):
        # Made anew for each block: to hold all those of a large case takes a gigabyte.
        some = [
            codes[(codes >= least) & (codes < most)] if blocks > 1 else codes
            for codes in held.codes(lows)
        ]
        every = np.concatenate(some) if some else np.empty(0, np.int64)
        values, counts = np.unique(every, return_counts=True)
        pairs = Shared(*np.divmod(values, max(items, 1)), counts.astype(np.int64))
        found.append(pairs if wanted is None else Shared(*(a[wanted(pairs)] for a in pairs)))
    return Shared(*(np.concatenate(told) for told in zip(*found, strict=True)))
