"""Names that mean nothing: of firms, ships, goods, towns, armed groups and papers of no list.

What no list holds is what a report is about; so the words themselves are made by chance,
from syllables as other languages put them together, and only what stands beside them
("le cargo", "la société") tells what they name.
"""

import random
from collections.abc import Sequence

from training.fr.places import VOCABULARY, cities

_ONSETS = (
    "b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "kr", "l", "m", "n", "p", "pl",
    "r", "s", "st", "t", "tr", "v", "vl", "w", "z", "zh", "",
)  # fmt: skip
_VOWELS = ("a", "e", "i", "o", "u", "a", "e", "i", "o", "ou", "ia", "é", "ai", "eu", "y")
_CODAS = (
    "", "", "", "", "n", "r", "l", "s", "m", "k", "t", "x", "nd", "rk", "lm", "st", "ss", "ng",
)  # fmt: skip
_PARTICLES = (
    "De", "Le", "Van der", "Van den", "Van", "Von", "De la", "Della", "Di", "Da", "Dos", "El",
    "Ben", "Ould", "Mac", "Saint", "Du", "Bin", "Del", "Ter", "Abou", "Al",
)  # fmt: skip
_TOWNS = ("Port", "Saint", "Villers", "Sainte", "Mont", "Val", "Pont", "Nova", "Novo", "Bad")
_FORTS = ("Bir", "Tel", "Beit", "Kafr", "San", "Santa", "Port", "Fort", "Deir", "Ras", "Oued")
_SHIPS = (
    "Star", "Pride", "Queen", "Spirit", "Express", "Carrier", "Trader", "Glory", "Wave", "Venture",
    "Princess", "Pearl", "Horizon", "Explorer", "Maru", "Bay",
)  # fmt: skip
_SHIP_HEADS = (
    "MV", "Ocean", "Sea", "Northern", "Blue", "Golden", "Étoile de", "Ville de", "Amiral",
    "Admiral", "Captain", "Reine de", "Saint", "MSC", "Lady", "Notre-Dame de",
)  # fmt: skip
_GROUPS = (
    "Front de libération {}", "Front patriotique {}", "Armée de libération {}", "Brigade {}",
    "Brigades {}", "Mouvement {}", "Forces démocratiques {}", "Légion {}", "Garde {}",
    "Mouvement national {}", "Conseil militaire {}", "Jeunesse {}", "Rassemblement {}",
    "Coordination {}", "Résistance {}", "Milice {}", "Bataillon {}",
)  # fmt: skip
_CITIZENS = (
    "Les Amis {}", "Collectif {}", "Comité de défense {}", "Sauvons {}", "Association {}",
    "Collectif des riverains {}", "Alliance {}", "Coordination rurale {}", "Vigilance {}",
    "Les Gardiens {}", "SOS {}", "Union des pêcheurs {}", "Syndicat des dockers {}",
)  # fmt: skip
_OF = (
    "du Marais", "de la Vallée", "du Nord", "du Littoral", "de la Baie", "des Collines",
    "du Fleuve", "de l'Est", "du Delta", "de la Montagne", "des Dunes", "du Lac", "du Sud",
    "des Plaines",
)  # fmt: skip
_PAPERS = (
    "Le Phare de {}", "La Voix de {}", "{} Herald", "{} Tribune", "{}skaïa Gazeta", "{} Daily",
    "Le Réveil de {}", "Nouvelles de {}", "{} Online", "{} TV", "{} Info", "L'Indépendant de {}",
    "Le Quotidien de {}", "{} Zeitung", "Diario de {}", "Corriere di {}", "Dépêche de {}",
)  # fmt: skip


def word(chance: random.Random) -> str:
    """Return a word of two or three syllables, with a capital."""
    syllables = chance.choice((2, 2, 2, 3))
    parts = [chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(syllables)]
    made = "".join(parts) + chance.choice(_CODAS)
    return made[0].upper() + made[1:] if len(made) > 3 else word(chance)


class Likeness:
    """Makes words that sound like those of a list: letters follow each other as they do there.

    Args:
        words: The list.
    """

    _BEFORE = 3

    def __init__(self, words: Sequence[str]) -> None:
        self.next: dict[str, list[str]] = {}
        self.known = frozenset(words)
        for listed in words:
            marked = "^" * self._BEFORE + listed + "$"
            for at in range(self._BEFORE, len(marked)):
                self.next.setdefault(marked[at - self._BEFORE : at], []).append(marked[at])

    def word(self, chance: random.Random) -> str:
        """Return a word that is not in the list."""
        for _ in range(20):
            made = "^" * self._BEFORE
            while made[-1] != "$" and len(made) < 18:
                made += chance.choice(self.next[made[-self._BEFORE :]])
            found = made.strip("^$")
            if made[-1] == "$" and len(found) > 3 and found not in self.known:
                return found
        return word(chance)


def place(chance: random.Random) -> str:
    """Return a town's name."""
    draw = chance.random()
    if draw < 0.7:
        return word(chance)
    if draw < 0.85:
        return f"{chance.choice(_TOWNS)}-{word(chance)}"
    return f"{chance.choice(_FORTS)} {word(chance)}"


def surname(chance: random.Random, plain: str) -> str:
    """Return a family name in two parts, or behind a particle.

    Args:
        chance: Source of chance.
        plain: A family name.
    """
    if chance.random() < 0.35:
        return f"{plain}-{word(chance)}"
    return f"{chance.choice(_PARTICLES)} {plain}"


def firm(chance: random.Random) -> str:
    """Return a firm's name."""
    made = word(chance)
    if chance.random() < 0.1:
        made += f" {word(chance)}"
    elif chance.random() < 0.35:
        made += str(chance.choice(VOCABULARY["legal"]))
    return made.upper() if chance.random() < 0.05 else made


def ship(chance: random.Random) -> str:
    """Return a ship's name."""
    draw = chance.random()
    if draw < 0.3:
        made = word(chance)
    elif draw < 0.6:
        made = f"{word(chance)} {chance.choice(_SHIPS)}"
    elif draw < 0.9:
        head = chance.choice(_SHIP_HEADS)
        made = f"{head} {chance.choice((word(chance), chance.choice(cities())))}"
    else:
        made = f"{chance.choice(_SHIP_HEADS)} {chance.choice(_SHIPS)}"
    if chance.random() < 0.15:
        made += f" {chance.choice(('I', 'II', 'III', '2', '7'))}"
    return made


def ware(chance: random.Random) -> str:
    """Return a good's name, with letters and digits as often as not."""
    made = word(chance)
    letter = chance.choice("ABCEGKLMPRSTVXZ")
    number = chance.choice((1, 2, 3, 4, 5, 7, 9, 10, 12, 20, 44, 50, 100, 200, 360, 500, 700))
    return chance.choice(
        (
            made, made, f"{made}-{number}", f"{made} {number}", f"{made}-{letter}",
            f"{made} {letter}{number}", f"{letter}{number}", f"{letter}-{number}",
            f"{letter}{chance.choice('ABKRSTX')}-{number}{chance.choice(('', 'M', 'B'))}",
            f"{made} Pro", f"{made} {word(chance)}",
        )
    )  # fmt: skip


def group(chance: random.Random) -> str:
    """Return an armed group's name."""
    if chance.random() < 0.2:
        length = chance.choice((3, 4, 4))
        return "".join(chance.choice("ABCDFGLMNPRTU") for _ in range(length))
    of = f"du {word(chance)}" if chance.random() < 0.5 else chance.choice(_OF)
    return str(chance.choice(_GROUPS)).format(of)


def citizens(chance: random.Random) -> str:
    """Return an association of inhabitants."""
    of = f"de {chance.choice(cities())}" if chance.random() < 0.35 else chance.choice(_OF)
    return str(chance.choice(_CITIZENS)).format(of)


def paper(chance: random.Random) -> str:
    """Return a paper's, a station's or an agency's name, without an article before it."""
    if chance.random() < 0.4:
        return word(chance)
    of = chance.choice((word(chance), chance.choice(cities())))
    return str(chance.choice(_PAPERS)).format(of)
