"""Reasons as the ledger stores them, in the rows of what they speak for, and back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from recoupe.model import Reason


def dump_reasons(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    """Return reasons as JSON has them."""
    # Read off one by one: a case has a hundred for each report, and to ask each for its JSON
    # takes ten times as long.
    return [
        vars(one) if one.span is None else {**vars(one), "span": list(one.span)} for one in reasons
    ]


def load_reasons(stored: Sequence[Mapping[str, Any]]) -> tuple[Reason, ...]:
    """Return the reasons that were stored so."""
    return tuple(map(Reason.model_validate, stored))
