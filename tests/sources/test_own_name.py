"""The outlet's name, as a text that was copied from a browser tells it."""

import pytest

from recoupe.sources.own_name import own_name

BODY = "Le pont fermera lundi.\nLa préfecture l'a dit.\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{BODY}© 2025 Copyright Meuse Panorama - Tous droits réservés", "Meuse Panorama"),
        (f"{BODY}© Le Gué numérique, 2024", "Le Gué numérique"),
        (f"{BODY}Copyright © 2024 La Gazette du Gué. Tous droits", "La Gazette du Gué"),
        (f"Le Courrier de la Meuse\n19 novembre 2024\n{BODY}", "Le Courrier de la Meuse"),
        (f"Menu\nBrévenne Hebdo\n{BODY}", "Brévenne Hebdo"),
        (f"L'Observateur du Gué — n° 88, semaine du 20 mai\n{BODY}", "L'Observateur du Gué"),
        (f"Politique  Monde  Culture\nPolitique Monde\nRadio En Direct\n{BODY}", None),
        (f"{BODY}© Tous droits réservés", None),
        (f"{BODY}© AFP", None),
        (f"{BODY}© Photo Igor Vesna", None),
        (f"© Le Gué numérique\n{BODY}{BODY}", None),
        (f"La Presse Canadienne\n{BODY}", None),
        (f"Revue de presse\nJournal\nLe Courrier du maire au préfet\n{BODY}", None),
        (BODY, None),
    ],
)
def test_only_the_line_of_rights_and_a_name_of_outlets_above_the_report_tell_it(
    text: str, name: str | None
) -> None:
    assert own_name(text, "fr") == name


def test_a_language_without_a_pack_tells_none() -> None:
    assert own_name(f"{BODY}© Le Gué numérique, 2024", "xx") is None
