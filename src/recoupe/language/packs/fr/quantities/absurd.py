"""Figures beyond what can be: kept as text without a value, or told with a doubt."""

import math
import re
from dataclasses import replace

from recoupe.language.expressions import QuantityExpression

_BEYOND = 1e18
"""More than any state owes or any crowd counts, in whatever unit news gives."""
_WHOLE = 100.0
_OF_MANY = re.compile(r"\s+(?:des|de\s+(?:ces|ses|leurs|nos))\s", re.IGNORECASE)


def checked(text: str, one: QuantityExpression) -> QuantityExpression:
    """Return a figure with its bounds taken away, or doubted, where they cannot be.

    Args:
        text: Where it stands.
        one: The figure, with what it counts.
    """
    bounds = [bound for bound in (one.low, one.high) if bound is not None]
    words = text[one.start : one.end]
    if any(not math.isfinite(bound) or abs(bound) > _BEYOND for bound in bounds):
        return _without_value(one, "figure-beyond-bounds", words)
    if one.unit is None and one.of and any(bound < 0 for bound in bounds):
        return _without_value(one, "negative-count", words)
    if one.unit == "%" and max(bounds, default=0) > _WHOLE and _OF_MANY.match(text, one.end):
        # "110 % des objectifs" is a way of speaking: the figure stays.
        return replace(one, rules=(*one.rules, ("more-than-all", words)))
    return one


def _without_value(one: QuantityExpression, rule: str, words: str) -> QuantityExpression:
    return replace(one, low=None, high=None, rules=(*one.rules, (rule, words)))
