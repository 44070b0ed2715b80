"""How likely two statements are to say the same: seven things weighed, each by a fixed number.

The weights are those of a logistic regression on the annotated development affairs (382
pairs of statements with a word in common that no figure, time, polarity or status sets apart,
68 of them the same). With each affair left out in turn, 48 pairs scored above zero and 44 of
them were right.
"""

from collections.abc import Sequence
from math import log1p

from recoupe.linking.propositions import Proposition

_NONE = -4.56
"""Two statements that share nothing."""
_DICE = 1.16
"""For words all shared, each weighed by how rare it is in the case."""
_INSIDE = 2.09
"""For one whose words are all among the other's."""
_MASS, _MOST_MASS = 1.15, 4.0
"""For each word shared that no other statement has; commoner words count for less."""
_SPEAKER = 2.29
"""For one source that says both."""
_RUN = 0.6
"""For the longest run of the same words: its logarithm."""
_ONE_COUNTS = -1.6
"""For figures in one of them only."""
_DRAWN = 0.66
"""For reports of which one draws on the other."""
_DENIED = 0.5
"""For two denials: what is denied of one affair is little."""
_COUNTED = 1.5
"""For one figure of one thing in both. This and the one before it are too seldom in the affairs to
be learnt; they are set by hand."""

_LEAST_COUNT = 10
"""Smaller counts are of many things in one affair; a measure or sum of money never is."""
_NOTHING: frozenset[str] = frozenset()


def sameness(
    one: Proposition, other: Proposition, dice: float, inside: float, mass: float, drawn: bool
) -> float:
    """Return the log-odds that two statements say the same.

    Args:
        one: A statement.
        other: Another.
        dice: Weighted Dice coefficient of their words.
        inside: Share of the lighter one's words that the other holds.
        mass: Weight of the words that they share.
        drawn: The report of one draws on the other's.
    """
    score = (
        _NONE
        + _DICE * dice
        + _INSIDE * inside
        + _MASS * min(mass, _MOST_MASS)
        + _SPEAKER * (one.speaker is not None and one.speaker == other.speaker)
        + _ONE_COUNTS * (bool(one.figures) != bool(other.figures))
        + _DRAWN * drawn
        + _DENIED * (one.negative and other.negative)
        + _COUNTED * counts_the_same(one, other)
    )
    # The longest run of the same words costs most to find: only where it can tip the scales.
    most = _RUN * log1p(min(len(one.folded), len(other.folded)))
    if score + most < 0:
        return score + most
    return score + _RUN * log1p(_run(one.folded, other.folded))


def counts_the_same(one: Proposition, other: Proposition) -> bool:
    """Tell whether two statements give one figure of one thing: "onze lots", "les onze envois"."""
    return any(
        counted & other.counted.get((unit, low, high), _NOTHING)
        for (unit, low, high), counted in one.counted.items()
        if low is not None and low == high and (unit or low >= _LEAST_COUNT)
    )


def _run(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest run of words that two texts share."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(other):
        places.setdefault(word, []).append(place)
    longest = 0
    ends: dict[int, int] = {}
    for word in one:
        ends = {place: ends.get(place - 1, 0) + 1 for place in places.get(word, ())}
        longest = max(longest, max(ends.values(), default=0))
    return longest
