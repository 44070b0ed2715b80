"""The names of outlets, out of what reading takes for one name."""

import pytest

from recoupe.extraction.outlet_names import describes_outlet, outlets_named
from recoupe.language import get_pack

PACK = get_pack("fr")


def sounds(name: str) -> bool:
    return bool({"post", "radio", "agence", "gazette", "onde"} & set(name.casefold().split()))


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Onde Paul Renard", ["Onde"]),
        ("Radio Paul Renard", ["Radio Paul Renard"]),
        ("Radio Maria", ["Radio Maria"]),
        ("Morning Post et Radio Vesna", ["Morning Post", "Radio Vesna"]),
        ("Vesna et Le Renard", ["Vesna", "Renard"]),
        ("Radio Arts et Lettres", ["Radio Arts et Lettres"]),
        ("Agence du médicament", []),
        ("Agence du Golfe", ["Agence du Golfe"]),
        ("Agence de presse galloise", ["Agence de presse galloise"]),
    ],
)
def test_a_name_is_the_outlets_alone(name: str, names: list[str]) -> None:
    assert [part.of(name) for part in outlets_named(name, sounds, PACK)] == names


@pytest.mark.parametrize(
    ("words", "described"),
    [
        ("un hebdomadaire dakarois", True),
        ("la télévision lettone", True),
        ("un site d'information moldave", True),
        ("une chaîne de magasins belge", False),
        ("l'agence russe", False),
        ("la chaîne américaine", False),
        ("un quotidien difficile", False),
    ],
)
def test_what_tells_an_outlet_without_its_name(words: str, described: bool) -> None:
    assert describes_outlet(words, PACK) is described
