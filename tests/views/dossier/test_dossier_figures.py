import pytest

from recoupe.model import Quantity, Span
from recoupe.views.dossier.figures import in_signs, in_words
from recoupe.views.labels import get_labels


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"low": 1160, "high": 1160}, "1\u202f160"),
        ({"low": 35, "high": 45, "unit": "m", "approximate": True}, "environ 35 à 45\u00a0m"),
        ({"low": 20, "high": None}, "au moins 20"),
        ({"low": None, "high": 2.5, "unit": "%"}, "au plus 2,5\u00a0%"),
        ({"low": 3, "high": 3, "unit": "EUR"}, "3\u00a0€"),
        ({"low": None, "high": None}, ""),
    ],
)
def test_a_figure_is_told_with_its_bounds_and_unit(fields: dict, shown: str) -> None:
    assert in_words(Quantity(span=Span(0, 1), **fields), get_labels("fr")) == shown


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"low": 400, "high": None}, "≥\u00a0400"),
        ({"low": None, "high": 800}, "≤\u00a0800"),
        ({"low": 900, "high": 900, "approximate": True}, "≈\u00a0900"),
        ({"low": 1160, "high": 1160}, "1\u202f160"),
        ({"low": 20, "high": 30, "unit": "km"}, "20–30\u00a0km"),
        ({"low": 35, "high": 45, "unit": "m", "approximate": True}, "≈\u00a035–45\u00a0m"),
        ({"low": 100, "high": None, "approximate": True}, "≥\u00a0100"),
        ({"low": None, "high": None}, ""),
    ],
)
def test_a_figure_shows_its_bounds_as_signs(fields: dict, shown: str) -> None:
    assert in_signs(Quantity(span=Span(0, 1), **fields), get_labels("fr")) == shown
