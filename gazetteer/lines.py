"""The lines of the gazetteer: one a name and place, and which names a place is filed under."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gazetteer import cyrillic
from gazetteer.sources import City
from recoupe.compare.places.gazetteer import SOUND, Place, key_of, sound_of

_FRENCH = re.compile(r"[A-ZÀÂÇÉÈÊËÎÏÔÖÛÜŒ][a-zA-Zàâäçéèêëîïôöùûüÿœæ' .’()-]{2,}")
# Below this GeoNames' names in other tongues bring more wrong places than right ones.
_MANY_NAMES = 15_000


class Line(NamedTuple):
    """A name of a place.

    Attributes:
        key: Folded name, or :data:`SOUND` and its sound.
        form: ``N`` a name in its own right, ``E`` one by which French knows it,
            ``A`` another tongue's or a former one, ``S`` a sound.
        place: The place.
    """

    key: str
    form: str
    place: Place


def of(
    place: Place,
    names: Iterable[str] = (),
    others: Iterable[str] = (),
    french: Iterable[str] = (),
) -> Iterator[Line]:
    """Yield the lines of a place.

    Args:
        place: The place; its own name is filed in full right.
        names: Names as good as that.
        others: Names of other tongues and times.
        french: Names by which French knows it, from our table.
    """
    seen: set[str] = set()
    for form, group in (("E", french), ("N", (place.name, *names)), ("A", others)):
        for name in group:
            key = key_of(name)
            if key and key not in seen:
                seen.add(key)
                yield Line(key, form, place)


def of_city(
    city: City, capital: bool, french: list[str], transcribed: bool, cyrillic_country: bool
) -> Iterator[Line]:
    """Yield the lines of a populated place.

    Args:
        city: As GeoNames has it.
        capital: Whether it is the capital of its country.
        french: Its names in our table, the one to show first.
        transcribed: Whether its country's names come from another script.
        cyrillic_country: Whether they come from Russian or Ukrainian.
    """
    spelt = _spelt(city) if cyrillic_country else []
    known = {key_of(name) for name in city.names}
    sound = sound_of(city.name)
    alike = [name for name in spelt if sound_of(name) == sound or key_of(name) in known]
    shown = french[0] if french else _shown(city, alike)
    place = Place(
        id=f"geonames:{city.id}",
        name=shown,
        kind="capital" if capital else "city",
        latitude=round(city.latitude, 3),
        longitude=round(city.longitude, 3),
        country=city.country,
        admin=city.admin,
        size=city.population,
        radius=0,
    )
    others = [name for name in spelt if name not in alike]
    # French has short names for towns of France ("Chamonix").
    if city.population >= _MANY_NAMES or capital or city.country == "FR":
        others += [n for n in city.names if _FRENCH.fullmatch(n) and not n.isupper()]
    yield from of(place, [city.name, *alike], others, french)
    if transcribed:
        sounds = {sound_of(name) for name in (city.name, *french, *alike)}
        yield from (Line(SOUND + sound, "S", place) for sound in sorted(sounds) if len(sound) > 4)


def by_sound(name: str, place: Place) -> Line:
    """Return the line that files a place by the sound of its name."""
    return Line(SOUND + sound_of(name), "S", place)


def _spelt(city: City) -> list[str]:
    """Return the French spellings of a place's Cyrillic names."""
    own = (n for n in city.names if len(n) > 2 and cyrillic.is_cyrillic(n))
    return sorted({cyrillic.french(n, city.country) for n in own})


def _shown(city: City, spelt: list[str]) -> str:
    """Return the name to show: a French spelling that GeoNames has too, or its own name."""
    known = {key_of(n) for n in city.names}
    agreed = [name for name in spelt if key_of(name) in known]
    return agreed[0] if agreed else city.name
