"""The pack's words for places, compiled: nouns of kind, prepositions, adjectives of countries."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.compare.places import Gazetteer, open_gazetteer
from recoupe.compare.texts import plain
from recoupe.extraction.parsed import Sentence
from recoupe.language import Pack
from recoupe.language.gazetteers import gazetteer_path
from recoupe.model.place import PlaceForm

# Endings that make an adjective's feminine and plural of its masculine.
_ENDINGS = ("", "s", "e", "es", "ne", "nes")
_TOWN = 100_000
_ADJECTIVE_TAGS = frozenset(("ADJ", "NOUN", "PROPN"))


@dataclass(frozen=True, eq=False)
class PlaceWords:
    """What the lexicon ``places`` holds, ready for use.

    Attributes:
        gazetteer: The names of the language.
        classes: Folded noun of kind to the kinds it asks for.
        part_of_name: Nouns that may be part of a name.
        before: What stands before a name to how it governs it.
        articles: Article, or what it melts into, to the article.
        no_places: Folded names of no place.
        seats: Folded names of seats of power, which are no places either.
        first_names: Folded first names.
        adjectives: Folded adjective of a country to the countries' codes.
        combining: First half of a compound adjective to the country's code.
        directions: Direction to degrees.
        lengths: Unit to kilometres.
        noun: Pattern of a noun of kind, whatever its number.
        class_words: First words of the nouns of kind: where none stands, no noun does.
        noun_before: Pattern of a noun of kind before a name, and what ties them.
        noun_after: Pattern of one behind a name, in apposition.
        head: Pattern of a noun of kind that begins a name.
        within: Pattern of what puts something inside, before an article and a name.
        inside: Pattern of the words between a place and the one it lies in.
        situated: Pattern of what ties a place to its distance.
        border: Pattern of the noun for an edge.
        direction: Pattern of a direction.
    """

    gazetteer: Gazetteer
    classes: Mapping[str, tuple[str, ...]]
    part_of_name: frozenset[str]
    before: Mapping[str, PlaceForm]
    articles: Mapping[str, str]
    no_places: frozenset[str]
    seats: frozenset[str]
    first_names: frozenset[str]
    adjectives: Mapping[str, tuple[str, ...]]
    combining: Mapping[str, str]
    directions: Mapping[str, float]
    lengths: Mapping[str, float]
    noun: str
    class_words: frozenset[str]
    noun_before: re.Pattern[str]
    noun_after: re.Pattern[str]
    head: re.Pattern[str]
    within: re.Pattern[str]
    inside: re.Pattern[str]
    situated: str
    border: str
    direction: str

    def peoples_in(self, sentence: Sentence) -> Iterator[str]:
        """Yield the countries whose adjective or people stands in a sentence."""
        for token in sentence.words:
            if token.pos_ in _ADJECTIVE_TAGS:
                yield from _countries_of(self, token.lower_)

    def countries_of(self, word: str) -> tuple[str, ...]:
        """Return the countries of an adjective; both of a compound ("turco-syrien")."""
        return _countries_of(self, word.lower())


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> str:
    """Return words without case and accents; remembered, as reports repeat them."""
    return plain(word)


@lru_cache(maxsize=1 << 14)
def _countries_of(words: PlaceWords, word: str) -> tuple[str, ...]:
    key = plain(word)
    if key in words.adjectives:
        return words.adjectives[key]
    first, hyphen, second = key.partition("-")
    if hyphen and first in words.combining and second in words.adjectives:
        return (words.combining[first], *words.adjectives[second])
    return ()


@cache
def load_lexicon(pack: Pack) -> PlaceWords:
    """Return the pack's words for places, compiled once."""
    words = pack.words("places")
    classes: dict[str, tuple[str, ...]] = {}
    for kind, nouns in words["classes"].items():
        for noun in nouns:
            for form in (noun, noun + "s"):
                classes[plain(form)] = tuple(words["asks"][kind])
    adjectives: dict[str, tuple[str, ...]] = {}
    states = pack.words("states")["states"]
    gazetteer = open_gazetteer(gazetteer_path(pack.code))
    for code, state in states.items():
        for form in (*(state["adjective"] + e for e in _ENDINGS), *state.get("forms", ())):
            known = adjectives.setdefault(plain(form), ())
            if code not in known:
                adjectives[plain(form)] = (*known, code)
    # "Etat": capitals often lose their accents.
    nouns = _either(
        form + ending
        for noun in _all(words["classes"])
        for form in (noun, plain(noun[0]) + noun[1:])
        for ending in ("", "s")
    )
    direction = _either(words["directions"])
    before_of = _either(words["of"])
    inside = re.compile(
        rf"\s*(?P<stop>[,(–—-]?)\s*(?:(?:{_either(words['situated'])})\s+)?"
        rf"(?P<noun>(?:(?:une?|la|le|l['’]|les|sa|son)\s*)?(?:[^\W\d_]+\s+)?(?:{nouns})"
        rf"(?:\s+[^\W\d_]+)??\s+)?"
        rf"(?:(?P<in>{_either(words['inside'])})|(?P<of>{before_of}))?\s*"
        rf"(?:(?:le|la|l['’]|les)?\s*(?:extrême-|extrême\s+)?"
        rf"(?:{direction}|{_either(words['parts'])})\s*(?:{before_of})\s*)?"
        r"(?:le\s+|la\s+|l['’]|les\s+)?",
        re.IGNORECASE,
    )
    return PlaceWords(
        gazetteer=gazetteer,
        classes=classes,
        part_of_name=frozenset(plain(noun) for noun in words["part_of_name"]),
        before={form: how for how, forms in words["before"].items() for form in forms},
        articles=words["articles"],
        no_places=frozenset(plain(word) for word in words["no_places"]),
        seats=frozenset(
            plain(seat)
            for state in states.values()
            for seat in state.get("seats", ())
            # A town among them (Abidjan, La Haye) is a place like others.
            if not any(hit.place.size >= _TOWN for hit in gazetteer.find(seat))
        ),
        first_names=frozenset(plain(name) for name in _first_names(pack)),
        adjectives=adjectives,
        combining={plain(half): code for half, code in words["combining"].items()},
        directions={plain(word): float(angle) for word, angle in words["directions"].items()},
        lengths=words["lengths"],
        noun=nouns,
        class_words=frozenset(
            noun.split()[0] + ending
            for group in (words["classes"].values())
            for word in group
            for noun in (word, plain(word[0]) + word[1:])
            for ending in ("", "s")
        ),
        noun_before=re.compile(
            rf"\b(?P<noun>{nouns})(?P<more>(?:\s+[^\W\d_]+(?:-[^\W\d_]+)*){{0,2}}?)"
            r"(?P<link>\s+(?:de la|de l['’]|du|des|de|d['’])\s*|,\s*|\s+)$",
            re.IGNORECASE,
        ),
        noun_after=re.compile(
            rf"\s*[,(]\s*(?:(?:une?|la|le|l['’])\s*(?:[^\W\d_]+\s+)?)?(?P<noun>{nouns})"
            r"(?:\s+(?P<more>[^\W\d_]+(?:-[^\W\d_]+)*))?",
            re.IGNORECASE,
        ),
        head=re.compile(rf"{nouns}\s+(?:(?:{before_of})\s*)?", re.IGNORECASE),
        within=re.compile(
            rf"\b{_either(words['within'])}\s+(?:le\s+|la\s+|l['’]\s*|les\s+)$", re.IGNORECASE
        ),
        inside=inside,
        situated=_either(words["situated"]),
        border=_either(words["borders"]),
        direction=direction,
    )


def _first_names(pack: Pack) -> Iterator[str]:
    for names in pack.words("firstnames").values():
        yield from names.split()


def _all(groups: Mapping[str, Iterable[str]]) -> Iterator[str]:
    for group in groups.values():
        yield from group


def _either(forms: Iterable[str]) -> str:
    """Return a pattern of one of some words, the longest first, ended where a word ends."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    spelt = (
        re.escape(form).replace("'", "['’]").replace(r"\ ", r"\s+")
        + ("" if form.endswith("'") else r"(?!\w)")
        for form in ordered
    )
    return f"(?:{'|'.join(spelt)})"
