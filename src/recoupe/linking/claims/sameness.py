"""How likely two statements are to say the same: fourteen things weighed, each by a fixed number.

The weights are those of a logistic regression on 830 pairs of statements of published articles on
120 affairs, drawn over the whole range of likeness and judged by reading
(:mod:`recoupe.evaluation.sameness`), each counted twice, and on all 9,532 pairs of the annotated
development affairs. With each twelfth of the affairs left out in turn, and without what
:mod:`recoupe.linking.claims.contrasts` sets apart, half of what says the same was found among the
published pairs where 87 % of what was found did; the rules before found a quarter.
"""

from collections.abc import Sequence
from math import log1p

from recoupe.linking.claims.propositions import Figure, Proposition
from recoupe.model import Factuality

_NONE = -5.83
"""Two statements that share nothing."""
_DICE = 1.93
"""For words all shared, each weighed by how rare it is in the case."""
_INSIDE, _MOST_INSIDE = 3.68, 0.8
"""For one whose words are nearly all among the other's: whether the last few are says little."""
_MASS, _MOST_MASS = 0.51, 4.0
"""For each word shared that no other statement has; commoner words count for less."""
_RUN, _RUN_SHARE = 0.74, 1.96
"""For the longest run of the same words: its logarithm, and its share of the shorter."""
_SPEAKER = 1.52
"""For one source that says both."""
_ONE_SOURCED, _NONE_SOURCED = 0.20, 0.67
"""For a source of one only, and of neither."""
_SAME_REPORT = 0.39
"""For one report that tells both: its headline and its first sentence say the same."""
_SAME_PART, _MOST_PARTS = 0.63, 2
"""For each part in an event that the same person or thing plays in both."""
_ONE_COUNTS = -0.64
"""For figures in one of them only."""
_ONE_OPEN = -0.59
"""For what one source asserts and the other leaves open."""
_ONE_POSSIBLE = -0.52
"""For what only one says to be no more than possible."""
_DENIED = 0.90
"""For two denials: what is denied of one affair is little."""

LEAST = -1.0
"""Log-odds below which nobody needs to know how far below."""
_LEAST_COUNT = 10
"""Smaller counts are of many things in one affair; a measure or sum of money never is."""


def sameness(
    one: Proposition, other: Proposition, dice: float, inside: float, mass: float
) -> float:
    """Return the log-odds that two statements say the same, where nothing sets them apart.

    Args:
        one: A statement.
        other: Another.
        dice: Weighted Dice coefficient of their words.
        inside: Share of the lighter one's words that the other holds.
        mass: Weight of the words that they share.
    """
    sourced = (one.speaker is not None) + (other.speaker is not None)
    score = (
        _NONE
        + _DICE * dice
        + _INSIDE * min(inside, _MOST_INSIDE)
        + _MASS * min(mass, _MOST_MASS)
        + _SPEAKER * (one.speaker is not None and one.speaker == other.speaker)
        + (_NONE_SOURCED, _ONE_SOURCED, 0.0)[sourced]
        + _SAME_REPORT * (one.report.id == other.report.id)
        + _ONE_COUNTS * (bool(one.figures) != bool(other.figures))
        + _ONE_OPEN * (one.open != other.open)
        + _ONE_POSSIBLE * (_is_possible(one) != _is_possible(other))
        + _DENIED * (one.negative and other.negative)
    )
    # What costs most to find comes last, and only where it can tip the scales.
    shorter = min(len(one.folded), len(other.folded)) or 1
    if score + _RUN * log1p(shorter) + _RUN_SHARE + _SAME_PART * _MOST_PARTS < LEAST:
        return LEAST - 1
    run = longest_run(one.folded, other.folded)
    parts = min(_same_parts(one, other), _MOST_PARTS)
    return score + _RUN * log1p(run) + _RUN_SHARE * run / shorter + _SAME_PART * parts


def _is_possible(p: Proposition) -> bool:
    return p.statement.factuality in {Factuality.POSSIBLE, Factuality.POSSIBLE_NOT}


def _same_parts(one: Proposition, other: Proposition) -> int:
    """Count the parts in events that the same one, or a thing described alike, plays in both."""
    return sum(
        filler == there
        if isinstance(filler, str) or isinstance(there, str)
        else bool(filler & there)
        for kind, role, filler in one.roles
        for its_kind, its_role, there in other.roles
        if (kind, role) == (its_kind, its_role)
    )


def shares_telling_figure(one: Proposition, other: Proposition) -> bool:
    """Tell whether two statements give one figure that says much by itself.

    One of them may be open to one side: "23" and "at least 23".
    """
    return any(
        is_telling(figure) and any(_is_of(figure, bounds) for bounds in there.figures)
        for here, there in ((one, other), (other, one))
        for figure in here.figures
    )


def _is_of(exact: Figure, bounds: Figure) -> bool:
    """Tell whether an exact figure is a bound of another."""
    unit, value, _ = exact
    return unit == bounds[0] and value in bounds[1:]


def is_telling(figure: Figure) -> bool:
    """Tell whether a figure is exact, and no small count of things."""
    unit, low, high = figure
    return low is not None and low == high and (bool(unit) or low >= _LEAST_COUNT)


def longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest run of words that two texts share."""
    places: dict[str, list[int]] = {}
    common = {*one}.intersection(other)
    for place, word in enumerate(other):
        if word in common:
            places.setdefault(word, []).append(place)
    longest = 0
    ends: dict[int, int] = {}
    for word in one:
        if word in common:
            ends = {place: ends.get(place - 1, 0) + 1 for place in places[word]}
            longest = max(longest, *ends.values())
        elif ends:
            ends = {}
    return longest
