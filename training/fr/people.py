"""Slots for persons: in full, by surname, and the same person again further on."""

import random

from recoupe.language import get_pack
from training.fr import invented
from training.fr.places import VOCABULARY, Piece

# How many family names are words that no list holds, so that what stands beside them must tell.
_UNHEARD = 0.4
# How many of those sound like names of some country; the others like nothing.
_ALIKE = 0.6
# How many family names stand behind a particle or have two parts.
_IN_PARTS = 0.1
# How many given names come from the package's own list.
_LISTED = 0.2


class People:
    """Fills ``{per}``, ``{last}`` and their like.

    A slot with a key (``{per:a}``) draws a person once; ``{last:a}`` further on in the same text
    is that person's family name.

    Args:
        chance: Source of chance.
        stock: Given and family names by where they come from.
        locales: Which of them to draw from; one that stands twice is drawn twice as often.
    """

    def __init__(
        self,
        chance: random.Random,
        stock: dict[str, tuple[list[str], list[str]]],
        locales: list[str],
    ) -> None:
        self.chance = chance
        self.stock = stock
        self.locales = locales
        self.known: dict[str, tuple[str, str]] = {}
        self.like = {name: invented.Likeness(lasts) for name, (_, lasts) in stock.items()}
        held = get_pack("fr").words("firstnames")
        self.given = [name for names in held.values() for name in names.split()]

    def _person(self, key: str = "") -> tuple[str, str]:
        if key in self.known:
            return self.known[key]
        place = self.chance.choice(self.locales)
        if self.chance.random() < 0.35:
            kind = self.chance.choice(sorted(VOCABULARY["elsewhere"]))
            firsts, lasts = VOCABULARY["elsewhere"][kind]
        else:
            firsts, lasts = self.stock[place]
        if self.chance.random() < _LISTED:
            firsts = self.given
        last = self.chance.choice(lasts)
        if self.chance.random() < _UNHEARD:
            alike = self.chance.random() < _ALIKE
            last = self.like[place].word(self.chance) if alike else invented.word(self.chance)
        if self.chance.random() < _IN_PARTS and " " not in last and "-" not in last:
            last = invented.surname(self.chance, last)
        person = self.chance.choice(firsts), last
        if key:
            self.known[key] = person
        return person

    def given_name(self) -> str:
        """Return a given name."""
        return self.chance.choice(self.given)

    def slot_per(self, key: str = "") -> list[Piece]:
        """A person in full, now and then with an initial, a second name or in capitals."""
        first, last = self._person(key)
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

    def slot_last(self, key: str = "") -> list[Piece]:
        """A family name."""
        return [(self._person(key)[1], "PER")]

    def slot_per1(self, key: str = "") -> list[Piece]:
        """A given name."""
        return [(self._person(key)[0], "PER")]

    def slot_mr(self) -> list[Piece]:
        """A man's title."""
        return [(self.chance.choice(("M.", "M.", "Monsieur")), "")]

    def slot_mme(self) -> list[Piece]:
        """A woman's title."""
        return [(self.chance.choice(("Mme", "Mme", "Madame", "Dre", "Me", "Pre")), "")]
