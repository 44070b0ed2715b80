"""How likely two statements are to say the same: fourteen things weighed, each by a fixed number.

The weights are those of a logistic regression on 1,442 pairs of statements of published articles on
208 affairs, drawn over the whole range of likeness and judged by reading
(:mod:`recoupe.evaluation.sameness`), each counted twice, and on all pairs of the annotated
development affairs that share a word; without those that
:mod:`recoupe.linking.claims.contrasts` sets apart, 1,387 in all. With each twelfth of the affairs
left out in turn, 44 % of what says the same is found among the published pairs where 90 % of what
is found does.
"""

from collections.abc import Sequence
from math import log1p

from recoupe.linking.claims.propositions import Figure, Proposition, is_currency
from recoupe.model import Factuality

_NONE = -4.88
"""Two statements that share nothing."""
_DICE = 4.2
"""For words all shared, each weighed by how rare it is in the case."""
_INSIDE, _MOST_INSIDE = 2.57, 0.8
"""For one whose words are nearly all among the other's: whether the last few are says little."""
_MASS, _MOST_MASS = 0.68, 4.0
"""For each word shared that no other statement has; commoner words count for less."""
_RUN, _RUN_SHARE = 0.37, 2.37
"""For the longest run of the same words: its logarithm, and its share of the shorter."""
_SPEAKER = 1.0
"""For one source that says both."""
_ONE_SOURCED = -0.39
"""For a source of one only."""
_AT_HEAD = 0.49
"""For one that stands in its report's headline or first paragraph: what matters most is told more
than once."""
_LONGEST_LEAD = 600
"""Characters of a first paragraph: some texts are of one paragraph."""
_SIDE_BY_SIDE, _NEAR = -2.68, 2
"""For words shared that stand within two of each other in both: they name one thing ("incendies en
Californie") and tell less than as many words from different places."""
_SAME_PART, _MOST_PARTS = 0.66, 2
"""For each part in an event that the same person or thing plays in both."""
_SAME_COUNT, _FEWEST_COUNTED = 1.0, 3
"""For a figure of three or more of one thing in both; not learnt with the others, but the least of
1, 2 and 3, which did no better on the pairs developed on."""
_ONE_OPEN = -0.59
"""For what one source asserts and the other leaves open."""
_ONE_POSSIBLE = -0.63
"""For what only one says to be no more than possible."""
_DENIED = 0.92
"""For two denials: what is denied of one affair is little."""

_JUST_OVER = 1.1
"""Times a round figure up to which "over" it is said of one."""
_LEAST_ROUNDED, _ROUND = 1000, 2
"""Least figure so rounded ("at least 20 dead" have grown to 22), and its digits that are not 0."""
_LEAST_SUM = 1e6
"""Least sum that is told without its currency: "34 millions"."""

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
    score = (
        _NONE
        + _DICE * dice
        + _INSIDE * min(inside, _MOST_INSIDE)
        + _MASS * min(mass, _MOST_MASS)
        + _SPEAKER * (one.speaker is not None and one.speaker == other.speaker)
        + _ONE_SOURCED * ((one.speaker is None) != (other.speaker is None))
        + _AT_HEAD * (_is_at_head(one) or _is_at_head(other))
        + _SAME_COUNT * _count_alike(one, other)
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
    return (
        score
        + _RUN * log1p(run)
        + _RUN_SHARE * run / shorter
        + _SAME_PART * parts
        + _SIDE_BY_SIDE * _side_by_side(one, other)
    )


def _count_alike(one: Proposition, other: Proposition) -> bool:
    """Tell whether two statements give one figure for one thing."""
    return any(
        max(figure[1] or 0, figure[2] or 0) >= _FEWEST_COUNTED
        and same_figure(figure, bounds)
        and not counted.isdisjoint(there)
        for figure, counted in one.counted.items()
        for bounds, there in other.counted.items()
    )


def same_figure(one: Figure, other: Figure) -> bool:
    """Tell whether two figures have a bound in common that the same side of it is open to.

    "23" is "at least 23" said without care; "under 20" is not "over 20". What is over a round
    figure is the exact one just above it ("plus de 200 000", "212 000"), and a sum told without
    its currency is that with one ("34 millions", "34 millions d'euros").
    """
    low, high = one[1:]
    if one == other:
        return True
    if not _of_one_unit(one, other):
        return False
    return (
        (low is not None and low == other[1])
        or (high is not None and high == other[2])
        or _is_just_over(one, other)
        or _is_just_over(other, one)
    )


def _of_one_unit(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are in one unit, as far as they give it."""
    if one[0] == other[0]:
        return True
    bare, told = sorted((one, other), key=lambda figure: figure[0])
    least = max(bare[1] or 0, bare[2] or 0)
    return not bare[0] and is_currency(told[0]) and least >= _LEAST_SUM


def _is_just_over(exact: Figure, bounds: Figure) -> bool:
    """Tell whether an exact figure is just over one that is open above."""
    value, least = exact[1], bounds[1]
    return (
        value is not None
        and value == exact[2]
        and least is not None
        and bounds[2] is None
        and least >= _LEAST_ROUNDED
        and float(f"{least:.{_ROUND - 1}e}") == least
        and least < value <= _JUST_OVER * least
    )


def _is_at_head(p: Proposition) -> bool:
    """Tell whether a statement stands in its report's headline, or first paragraph behind it."""
    reading, start = p.report.reading, p.statement.content.start
    body = reading.headline.end if reading.headline else 0
    if start < body:
        return True
    lead = next((span for span in reading.body if span.start >= body), None)
    return lead is not None and start < min(lead.end, lead.start + _LONGEST_LEAD)


def _side_by_side(one: Proposition, other: Proposition) -> float:
    """Return which part of the pairs of words that stand near each other two statements share."""
    told, there = ([t for t in p.terms if not t.startswith("#")] for p in (one, other))
    at = {term: place for place, term in enumerate(there)}
    shared = sum(
        abs(at[term] - at[near]) <= _NEAR
        for place, term in enumerate(told)
        if term in at
        for near in told[place + 1 : place + 1 + _NEAR]
        if near in at
    )
    # Of n words n - 1 stand next to each other, and n - 2 with one between.
    pairs = sum(sum(max(len(terms) - gap, 0) for gap in (1, 2)) for terms in (told, there))
    return 2 * shared / (pairs or 1)


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
