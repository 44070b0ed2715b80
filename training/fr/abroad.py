"""Firms, parties, clubs and schools as they are called in other countries, made by chance.

A French paper leaves them in their own tongue ("Grupo Selvera", "Narodna Stranka"): the words that
such names begin or end with say what they name, and no list holds the rest.
"""

import random

from training.fr.invented import word
from training.fr.places import cities

_FIRMS = (
    "Grupo {}", "{} Hermanos", "Compañía {}", "Minera {}", "Banco {}", "Banca {}", "Gruppo {}",
    "{} e Figli", "Cantieri {}", "{}-Werke", "{} Werft", "{} & Söhne", "{}bank", "{}neft",
    "{}prom", "{}stroï", "{}avia", "{}zavod", "Zavod {}", "{} Yapı", "{} Holding", "{} Elektrik",
    "Al-{}", "{} Petroleum", "{} Heavy Industries", "{} Denki", "{} Kogyo", "{} Steel",
    "{} Mining", "{} Resources", "{} & Co", "{} and Sons", "{} Brothers", "{} Foods",
    "{} Logistics", "{} Labs", "{} Pharma", "{} Oil & Gas", "Royal {}", "{} Express", "{} Lines",
    "{}soft", "{}com", "{}tel", "Air {}", "{} Air", "Fly{}", "Maison {}", "Établissements {}",
    "Laboratoires {}", "Mines de {}", "Brasseries de {}", "Cimenterie de {}",
    "Chantiers navals de {}", "Aciéries de {}", "{} Capital", "{} Partners", "{} Investment",
    "Fonds {}", "{} et Associés", "{} Dairy", "PT {}", "Tan {}",
)  # fmt: skip
_PARTIES = (
    "Partido {}", "Alianza {}", "Movimiento {}", "Frente {}", "Nueva {}", "Unidad {}", "Fuerza {}",
    "Movimento {}", "Lega {}", "Nuova {}", "Partei {}", "Bündnis {}", "Narodna {}", "Nova {}",
    "Nasza {}", "Za {}", "Golos", "Rodina", "Jobb {}", "Magyar {}", "Yeni {}", "Halk {}",
    "Hizb {}", "Harakat {}", "Jamaat {}", "Ansar {}", "Liwa {}", "Jeish {}", "Katibat {}",
    "Barisan {}", "Parti {}", "Congrès {}", "Renouveau {}", "Parti du {}", "Rassemblement pour {}",
    "Union pour {}", "Debout {}", "Front {}", "Alternative {}", "Mouvement {}", "En avant {}",
    "Justice pour {}", "{} d'abord",
)  # fmt: skip
_CLUBS = (
    "FC {}", "AS {}", "US {}", "SC {}", "Racing {}", "Stade {}", "Olympique de {}", "Sporting {}",
    "Real {}", "Inter {}", "Dynamo {}", "Lokomotiv {}", "Étoile rouge {}", "Athletic {}",
    "{} United", "{} City", "{} Rovers", "CSKA {}", "Club {}", "Aigles de {}", "Lions de {}",
    "Requins de {}", "Union {}", "Entente {}", "Espérance de {}", "Raja {}", "JS {}", "Al-{}",
)  # fmt: skip
_SCHOOLS = (
    "université {}", "Université {}", "université de {}", "{} University", "University of {}",
    "{} College", "Institut {}", "Fondation {}", "Centre {}", "Observatoire {}", "école {}",
    "Académie de {}", "{} Institute", "Think tank {}", "Centre d'études de {}", "Laboratoire {}",
)  # fmt: skip


def _made(patterns: tuple[str, ...], chance: random.Random) -> str:
    of = chance.choice(cities()) if chance.random() < 0.3 else word(chance)
    return chance.choice(patterns).format(of)


def firm(chance: random.Random) -> str:
    """Return a firm's name."""
    return _made(_FIRMS, chance)


def party(chance: random.Random) -> str:
    """Return the name of a party or an armed group."""
    return _made(_PARTIES, chance)


def club(chance: random.Random) -> str:
    """Return a club's name."""
    return _made(_CLUBS, chance)


def school(chance: random.Random) -> str:
    """Return the name of a school or an institute, its common noun a part of it."""
    return _made(_SCHOOLS, chance)
