import pytest

from recoupe.model import Quantity, Span
from recoupe.views.dossier.figures import in_words
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
