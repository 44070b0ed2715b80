"""Spans of a document, looked up by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from recoupe.model import Span


class Spans:
    """Spans in order, of which a sentence asks for its own.

    Args:
        spans: Spans of one text, in any order; one may overlap another.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        # How far those up to each reach: none before the first that reaches into a place does.
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def overlapping(self, within: Span) -> list[Span]:
        """Return those that share a character with ``within``, in order."""
        first = bisect_right(self._reach, within.start)
        past = bisect_left(self._starts, within.end)
        return [span for span in self._spans[first:past] if span.end > within.start]
