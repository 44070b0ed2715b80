"""Names in full: whose surname, initial or abbreviation a short name is."""

import re
from collections import defaultdict
from collections.abc import Sequence

from recoupe.extraction.mentions.seen import PERSON, PLACE
from recoupe.model import Span

# A name of one word stands for a longer one if it has more letters than this.
_SHORTEST = 3
# "Union de Gabès-Chenini (UGC)"
_ACRONYM = re.compile(r"\s?\(([A-ZÀ-Ý][A-ZÀ-Ýa-zà-ÿ.-]{1,9})\)")


def names_in_full(text: str, found: list[tuple[Span, str]]) -> dict[tuple[str, str], str]:
    """Return schema and name of each name in short, with the name in full that it stands for.

    Args:
        text: The document's stored text.
        found: Its names with their schemas.
    """
    names = sorted({(schema, span.of(text)) for span, schema in found})
    people: dict[str, list[str]] = defaultdict(list)
    for schema, name in names:
        if schema == PERSON and " " in name:
            people[name.split()[-1]].append(name)
    full: dict[tuple[str, str], str] = {}
    for schema, name in names:
        if schema != PERSON:
            continue
        parts = name.split()
        fuller = [
            other
            for other in people[parts[-1]]
            if len(other.split()) > len(parts)
            and (other.split()[-len(parts) :] == parts or _shortened(parts, other.split()))
        ]
        if len(fuller) == 1:
            full[(schema, name)] = fuller[0]
    return full | _longer_bodies(names) | _abbreviated(text, found)


def _longer_bodies(names: Sequence[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return the names in full of bodies named by one word: "Valmer" of "Valmer Énergie"."""
    longer: dict[str, set[str]] = defaultdict(set)
    for schema, name in names:
        words = name.split()
        if schema not in {PERSON, PLACE} and len(words) in {2, 3} and name[0].isupper():
            longer[words[0]].add(name)
            longer[words[-1]].add(name)
    return {
        (schema, name): next(iter(longer[name]))
        for schema, name in names
        if schema not in {PERSON, PLACE} and len(name) > _SHORTEST and len(longer[name]) == 1
    }


def _shortened(parts: Sequence[str], whole: Sequence[str]) -> bool:
    """Tell an initial for a first name: "J. Kirby" of "John Kirby"."""
    initial = re.fullmatch(r"([A-ZÀ-Ý])\.?(?:-[A-ZÀ-Ý]\.)?", parts[0])
    return bool(initial) and len(parts) == 2 and whole[0].startswith(parts[0][0])


def _abbreviated(text: str, found: list[tuple[Span, str]]) -> dict[tuple[str, str], str]:
    """Return the names that abbreviations in brackets behind them stand for."""
    explained: dict[str, str] = {}
    for span, schema in found:
        if schema == PERSON:
            continue
        match = _ACRONYM.match(text, span.end)
        if match is not None and _is_abbreviation(match.group(1), span.of(text)):
            explained.setdefault(match.group(1), span.of(text))
    return {
        (schema, name): explained[name]
        for schema, name in {(schema, span.of(text)) for span, schema in found}
        if name in explained
    }


def _is_abbreviation(short: str, name: str) -> bool:
    """Tell whether a name's words begin with the letters of an abbreviation, in order."""
    letters = [c.casefold() for c in short if c.isupper()]
    initials = [w[0].casefold() for w in re.findall(r"\w+", name)]
    place = 0
    for letter in letters:
        while place < len(initials) and initials[place] != letter:
            place += 1
        if place == len(initials):
            return False
        place += 1
    return len(letters) > 1
