"""Write the places that names are told by: ``python -m training.fr.known_places``.

From the package's own gazetteer (GeoNames, CC BY 4.0) come countries, capitals, seas, regions
and the larger towns, as French spells them, without those that are persons' names as well.
What comes out is ``lexicons/known_places.yml``; it changes only where the gazetteer does.
"""

import textwrap

from recoupe.compare.places import open_gazetteer
from recoupe.compare.places.gazetteer import key_of
from recoupe.language import get_pack
from recoupe.language.gazetteers import gazetteer_path
from recoupe.language.packs.fr.pack import WEIGHTS
from training.fr.names import _fakers

# Inhabitants from which a town is known: in France, under a French name abroad, and otherwise.
_AT_HOME, _BY_FRENCH_NAME, _ABROAD = 25_000, 20_000, 200_000
_REGION = 700_000
# So many, and a town outweighs the people who bear its name.
_METROPOLIS = 1_500_000
_CAPITAL = 400_000
_ALWAYS = frozenset({"country", "capital", "area", "sea"})
_LONGEST = 3
_HEAD = """# Places that news in any country writes: such a name, standing alone, is a place.
# Written by training/fr/known_places.py from the gazetteer (GeoNames, CC BY 4.0), without those
# that are persons' names too.

places: |
"""


def persons() -> frozenset[str]:
    """Return given and family names of all the countries that are drawn from."""
    held = {name for names in get_pack("fr").words("firstnames").values() for name in names.split()}
    for fake in _fakers().values():
        for provider in fake.get_providers():
            if ".person" in type(provider).__module__:
                for kind in dir(provider):
                    if kind.startswith(("first_names", "last_names")):
                        held.update(getattr(provider, kind) or ())
    return frozenset(held)


def places() -> list[str]:
    """Return the names, in order."""
    found: set[str] = set()
    named_so = persons()
    for key, hit in open_gazetteer(gazetteer_path("fr")).entries():
        place = hit.place
        name, size, at_home = place.name, place.size, place.country == "FR"
        if place.kind == "capital" and hit.form == "N" and key_of(name) != key and key.isalpha():
            # "Antananarivo" beside "Tananarive".
            name = key.capitalize()
        if hit.form not in "NE" or key_of(name) != key or any(c in name for c in "()/,."):
            continue
        least = _BY_FRENCH_NAME if hit.form == "E" else _AT_HOME if at_home else _ABROAD
        large = place.kind == "city" and size >= least
        region = place.kind == "region" and (at_home or size >= _REGION)
        if not (place.kind in _ALWAYS or large or region):
            continue
        outweighs = place.kind == "country" or size >= (
            _CAPITAL if place.kind == "capital" else _METROPOLIS
        )
        if name in named_so and not outweighs:
            continue
        if len(name) > 2 and len(name.split()) <= _LONGEST and not any(c.isdigit() for c in name):
            found.add(name)
    return sorted(found)


def main() -> None:
    """Write the lexicon."""
    listed = textwrap.fill(
        " | ".join(places()), 108, initial_indent="  ", subsequent_indent="  ",
        break_on_hyphens=False, break_long_words=False,
    )  # fmt: skip
    path = WEIGHTS.parent / "lexicons" / "known_places.yml"
    path.write_text(_HEAD + listed + "\n", encoding="utf-8")
    print(f"written to {path}")


if __name__ == "__main__":
    main()
