"""Where the words that a person judged stand in a report that may be read otherwise by now."""

from collections.abc import Iterable

from recoupe.model import Span

_LEAST = 0.5
"""Least share of the words of both that a statement and those judged have in common."""


def standing(judged: Span, contents: Iterable[Span]) -> int | None:
    """Return which statement stands where a judged one stood: that with most of its words.

    Args:
        judged: Where its words stood.
        contents: Those of the statements of the same report today.

    Returns:
        Its place among ``contents``; None where its words are read no more.
    """
    best: tuple[float, int] | None = None
    for at, span in enumerate(contents):
        common = min(span.end, judged.end) - max(span.start, judged.start)
        whole = max(span.end, judged.end) - min(span.start, judged.start)
        share = common / whole if whole else 0.0
        if share >= _LEAST and (best is None or share > best[0]):
            best = (share, at)
    return best[1] if best else None
