"""Figures with their bounds: "≥ 400", "≈ 900", "20–30 km", and the same in words."""

from recoupe.model import Quantity
from recoupe.views.labels import Labels


def in_words(quantity: Quantity, labels: Labels) -> str:
    """Return a quantity's bounds and unit: "de 20 à 30 km", "au moins 1 160".

    Args:
        quantity: The figure; an open bound is None.
        labels: The interface's words.

    Returns:
        The bounds in words; empty if both are open.
    """
    low, high = quantity.low, quantity.high
    unit = _unit(quantity.unit, labels)
    if low is not None and high is not None:
        if low == high:
            words = labels.number(low) + unit
        else:
            words = labels("between", low=labels.number(low), high=labels.number(high) + unit)
    elif low is not None:
        words = labels("at_least", n=labels.number(low) + unit)
    elif high is not None:
        words = labels("at_most", n=labels.number(high) + unit)
    else:
        return ""
    return f"{labels('about_figure')} {words}" if quantity.approximate else words


def in_signs(quantity: Quantity, labels: Labels) -> str:
    """Return a quantity's bounds as signs: "≥ 400", "≈ 900", "20–30 km".

    Args:
        quantity: The figure; an open bound is None.
        labels: The interface's words.

    Returns:
        The bounds; empty if both are open.
    """
    low, high = quantity.low, quantity.high
    unit = _unit(quantity.unit, labels)
    if low is None and high is None:
        return ""
    if low is None:
        words = f"≤\u00a0{labels.number(high or 0)}"
    elif high is None:
        words = f"≥\u00a0{labels.number(low)}"
    elif low == high:
        words = labels.number(low)
    else:
        words = f"{labels.number(low)}–{labels.number(high)}"
    # "≈ ≥ 100" says nothing that "≥ 100" does not: an open bound is no exact figure.
    about = quantity.approximate and low is not None and high is not None
    return f"≈\u00a0{words}{unit}" if about else words + unit


def _unit(unit: str | None, labels: Labels) -> str:
    if not unit:
        return ""
    known = labels.family("unit")
    return str(known[unit]) if unit in known else f"\u00a0{unit}"
