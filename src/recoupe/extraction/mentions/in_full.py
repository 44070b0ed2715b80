"""Names in full: whose surname, initial or abbreviation a short name is."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from recoupe.compare.names import sound
from recoupe.compare.texts import fold
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.mentions.seen import PERSON, PLACE
from recoupe.model import Span

# A name of one word stands for a longer one if it has more letters than this.
_SHORTEST = 3
# Shorter surnames that sound alike are those of two people.
_LONG_ENOUGH = 6
_VOWELS = frozenset("aeiouy")
# "Union de Gabès-Chenini (UGC)"
_ACRONYM = re.compile(r"\s?\(([A-ZÀ-Ý][A-ZÀ-Ýa-zà-ÿ.-]{1,9})\)")


def names_in_full(
    text: str, found: list[tuple[Span, str]], lexicon: Lexicon
) -> dict[tuple[str, str], str]:
    """Return schema and name of each name in short, with the name in full that it stands for.

    Args:
        text: The document's stored text.
        found: Its names with their schemas.
        lexicon: Words for who can be meant.
    """
    names = sorted({(schema, span.of(text)) for span, schema in found})
    uses = Counter(span.of(text) for span, _ in found)
    first_at: dict[str, int] = {}
    for span, _ in found:
        first_at.setdefault(span.of(text), span.start)
    people: dict[str, list[str]] = defaultdict(list)
    bearers: dict[str, list[str]] = defaultdict(list)
    for schema, name in names:
        shouted = name.isupper() and any(n != name and fold(n) == fold(name) for _, n in names)
        if schema == PERSON and " " in name and not shouted:
            people[name.split()[-1]].append(name)
            bearers[surname(name.split()[-1], lexicon)].append(name)
    full: dict[tuple[str, str], str] = {}
    civil: frozenset[str] | None = None
    for schema, name in names:
        if schema != PERSON:
            continue
        parts = name.split()
        fuller = [
            other
            for other in bearers[surname(parts[-1], lexicon)]
            if (len(other.split()) > len(parts) or (name.isupper() and fold(other) == fold(name)))
            and (_ends_in(other.split(), parts, lexicon) or _shortened(parts, other.split()))
        ]
        if len(fuller) == 1:
            full[(schema, name)] = fuller[0]
        elif not fuller:
            spelt = otherwise_spelt(name, people)
            # Of two names in full, the one that the report writes more often.
            if spelt is not None and (
                len(parts) == 1 or (-uses[spelt], spelt) < (-uses[name], name)
            ):
                full[(schema, name)] = spelt
            elif len(parts) == 1 and len(whole := _opened_by(name, people)) == 1:
                if civil is None:
                    civil = _with_civility(text, found, lexicon)
                if first_at[whole[0]] > first_at[name]:
                    # Whoever is called by a first name has been introduced: another Michel.
                    continue
                # "M. Li" of Li Wenhao, who is no "Wenhao"; "M. Paul" is no Paul Vidal.
                first = lexicon.is_first_name(name) and name not in lexicon.family_names_first
                if name not in civil or not (first or whole[0].split()[-1] in uses):
                    full[(schema, name)] = whole[0]
    full = {key: full.get((PERSON, name), name) for key, name in full.items()}
    return full | _longer_bodies(names) | _by_initials(names, lexicon) | _abbreviated(text, found)


def surname(word: str, lexicon: Lexicon) -> str:
    """Return a surname without the particle that a hyphen joins to it: "Hamad" of "al-Hamad"."""
    folded = fold(word)
    particle, _, rest = folded.partition("-")
    return rest if rest and particle in lexicon.joined_particles else folded


def _ends_in(whole: Sequence[str], parts: Sequence[str], lexicon: Lexicon) -> bool:
    """Tell whether a name ends in another, however their particles are written."""
    tail = whole[-len(parts) :]
    return all(surname(a, lexicon) == surname(b, lexicon) for a, b in zip(tail, parts, strict=True))


def _opened_by(name: str, people: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the names in full that a first name opens, or a family name that stands first."""
    return sorted(
        {
            other
            for others in people.values()
            for other in others
            # "Nguyen" of "Nguyen Van Thuan", "Santos" of "Rui Santos Costa"
            if name in other.split()[:-1]
        }
    )


def _with_civility(
    text: str, found: Sequence[tuple[Span, str]], lexicon: Lexicon
) -> frozenset[str]:
    """Return the names before which a civility stands."""
    return frozenset(
        span.of(text) for span, _ in found if lexicon.has_civility_before(text, span.start)
    )


def otherwise_spelt(name: str, people: Mapping[str, Sequence[str]]) -> str | None:
    """Return who bears a surname that a report spells in two ways: "Mamedov" and "Mammadov".

    Args:
        name: A name of one word, or in full, that nobody else bears.
        people: Surname to the names in full that end in it.

    Returns:
        The one name in full whose surname is a transliteration of it, None if none or several.
    """
    parts = name.split()
    alike = {
        other
        for surname, others in people.items()
        if surname != parts[-1] and _spells_same(parts[-1], surname)
        for other in others
        if len(parts) == 1 or other.split()[:-1] == parts[:-1]
    }
    return next(iter(alike)) if len(alike) == 1 else None


def _spells_same(one: str, other: str) -> bool:
    """Tell two transliterations: same letters but for doubles, vowels and their kind."""
    if min(len(one), len(other)) < _LONG_ENOUGH or one[:1] != other[:1]:
        return False
    left, right = sound(fold(one)), sound(fold(other))
    if left == right:
        return True
    close = Levenshtein.distance(left, right, score_cutoff=1) == 1
    return close and left[-1] == right[-1] and _consonants(left) == _consonants(right)


def _consonants(word: str) -> str:
    return "".join(c for c in word if c not in _VOWELS)


def _longer_bodies(names: Sequence[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return the names in full of bodies named by one word: "Valmer" of "Valmer Énergie"."""
    longer: dict[str, set[str]] = defaultdict(set)
    for schema, name in names:
        words = name.split()
        if schema not in {PERSON, PLACE} and len(words) in {2, 3} and name[0].isupper():
            longer[words[0]].add(name)
            longer[words[-1]].add(name)
            if len(words) > 2:
                longer[" ".join(words[:2])].add(name)
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


def _by_initials(names: Sequence[tuple[str, str]], lexicon: Lexicon) -> dict[tuple[str, str], str]:
    """Return the one body in full of which an abbreviation is: "LDR" of "Lake Data Registry"."""
    initials: dict[str, set[str]] = defaultdict(set)
    for schema, name in names:
        if schema not in {PERSON, PLACE} and " " in name:
            # "Bureau des enquêtes maritimes" has one capital alone.
            telling = [w for w in name.split() if fold(w) not in lexicon.joints]
            initials["".join(fold(w)[:1] for w in telling).upper()].add(name)
    return {
        (schema, name): next(iter(initials[name]))
        for schema, name in names
        if schema != PERSON
        and len(name) >= _SHORTEST
        and name.isupper()
        and len(initials.get(name, ())) == 1
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
