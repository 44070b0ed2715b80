"""Codes of the Harmonised System: how they are written, and which are watched most."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

_HERE = Path(__file__).parent
_HEADING, _SUBHEADING = 4, 6


@cache
def _tiers() -> Mapping[str, str]:
    listed = yaml.load((_HERE / "common_high_priority.yml").read_bytes(), Loader=yaml.CSafeLoader)
    return {str(code): tier for tier, codes in listed.items() for code in codes}


def tier_of(code: str) -> str | None:
    """Return the tier of the Common High Priority List that a code is on, None where it is on none.

    Args:
        code: Digits only; longer codes of a tariff are of their first six digits.
    """
    return _tiers().get(code[:_SUBHEADING]) if len(code) >= _SUBHEADING else None


def written(code: str) -> str:
    """Return a code as customs write it: ``854231`` as ``8542.31``.

    Args:
        code: Digits only.
    """
    rest = [code[place : place + 2] for place in range(_HEADING, len(code), 2)]
    return ".".join((code[:_HEADING], *rest))
