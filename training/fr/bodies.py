"""Names of organisations, public bodies, models and happenings, composed by chance."""

import random

from training.fr.places import VOCABULARY, article, cities

_WELL_KNOWN = (
    "Amnesty International", "Human Rights Watch", "Greenpeace", "Médecins sans frontières",
    "Reporters sans frontières", "Conflict Armament Research", "Oxfam", "WWF",
)  # fmt: skip
_PARTIES = (
    "le Parti socialiste", "le Parti libéral", "le Parti communiste", "la France insoumise",
    "le Rassemblement national", "Les Républicains", "le Parti conservateur", "le Hamas",
    "le Hezbollah", "la CDU", "le SPD", "le Front de libération", "le Parti de la justice",
    "l'Alliance démocratique", "le Mouvement pour le changement", "l'État islamique",
    "Al-Qaïda", "le groupe Wagner", "l'Union nationale", "Renaissance", "le M23",
)  # fmt: skip
_UNIONS = (
    ("Observatoire", 0), ("Centre", 0), ("Comité", 0), ("Conseil", 0), ("Ligue", 1),
    ("Fédération", 1), ("Association", 1), ("Union", 1), ("Coalition", 1),
)  # fmt: skip
_OF_WHAT = (
    "des droits de l'homme", "des droits humains", "de la presse", "du football",
    "des consommateurs", "de recherche stratégique", "des médecins", "du rugby",
    "des transports", "de la jeunesse",
)  # fmt: skip
# Article, what it is, which form of the nation's adjective.
_STATE = (
    ("l'", "armée", 1), ("le", "gouvernement", 0), ("la", "présidence", 1), ("la", "marine", 1),
    ("la", "diplomatie", 1), ("la", "police", 1), ("le", "Parlement", 0), ("l'", "état-major", 0),
    ("la", "Banque centrale", 1), ("la", "justice", 1), ("le", "Trésor", 0),
    ("le", "renseignement militaire", 0), ("la", "Cour suprême", 1), ("l'", "armée de l'air", 1),
    ("les", "forces armées", 3), ("les", "douanes", 3),
)  # fmt: skip
_LOCAL = (
    ("le", "parquet de"), ("la", "préfecture de"), ("la", "mairie de"), ("le", "tribunal de"),
    ("la", "police de"), ("la", "cour d'appel de"), ("le", "conseil municipal de"),
)  # fmt: skip
_PAPERS = (
    ("la", "Gazette de {}"), ("le", "{} Times"), ("", "Radio {}"), ("le", "Journal de {}"),
    ("le", "{} Post"), ("", "{} Matin"), ("le", "Courrier de {}"), ("l'", "Écho de {}"),
    ("le", "Daily {}"), ("la", "Tribune de {}"),
)  # fmt: skip
_EVENTS = (
    ("la", "Coupe du monde"), ("le", "Tour de France"), ("les", "Jeux olympiques"),
    ("les", "Jeux olympiques de {}"), ("le", "Festival de {}"), ("la", "guerre du Golfe"),
    ("la", "Seconde Guerre mondiale"), ("la", "COP27"), ("le", "Forum de {}"),
    ("le", "Salon du Bourget"), ("le", "Salon de {}"), ("la", "conférence de {}"),
    ("la", "bataille de {}"), ("le", "Grand Prix de {}"), ("la", "Ligue des champions"),
    ("le", "Mondial de {}"), ("l'", "Open de {}"), ("", "Roland-Garros"), ("", "Wimbledon"),
    ("le", "Marathon de {}"), ("la", "Coupe de France"), ("la", "Coupe d'Afrique des nations"),
    ("l'", "Euro 2024"), ("le", "Tournoi des Six Nations"), ("le", "Vendée Globe"),
    ("le", "Festival d'Avignon"), ("la", "Fête de l'Humanité"), ("le", "Salon de l'agriculture"),
    ("la", "Première Guerre mondiale"), ("la", "guerre d'Algérie"), ("la", "guerre du Vietnam"),
    ("la", "COP28"), ("le", "Forum économique mondial"), ("le", "sommet de {}"),
    ("la", "Biennale de {}"), ("le", "Rallye de {}"), ("le", "Critérium de {}"),
    ("les", "Rencontres de {}"), ("la", "Foire de {}"), ("le", "Trophée de {}"),
)  # fmt: skip
_NUMBERS = (1, 2, 3, 5, 7, 12, 20, 35, 100, 131, 250, 300, 900)


class Bodies:
    """Composes names that no list gives.

    Args:
        chance: Source of chance.
        surnames: Family names to draw from.
        firms: Names of firms to draw from.
    """

    def __init__(self, chance: random.Random, surnames: list[str], firms: list[str]) -> None:
        self.chance = chance
        self.surnames = surnames
        self.firms = firms

    def pick(self, of: str) -> str:
        """Return one entry of a list of the vocabulary."""
        return str(self.chance.choice(VOCABULARY[of]))

    def nation(self) -> list[str]:
        """Return one nationality: the adjective's four forms, the people, one of them."""
        nation: list[str] = self.chance.choice(VOCABULARY["nations"])
        return nation

    def acronym(self) -> str:
        """Return three to five capitals."""
        length = self.chance.choice((3, 3, 4, 4, 5))
        return "".join(self.chance.choice("ABCDEFGHILMNOPRSTUV") for _ in range(length))

    def coinage(self) -> str:
        """Return a word as firms coin them."""
        return self.pick("fields") + self.pick("ends")

    def firm(self) -> str:
        """Return a firm's name."""
        draw = self.chance.random()
        if draw < 0.5:
            name = self.coinage()
            if self.chance.random() < 0.12:
                name = name.upper()
        elif draw < 0.65:
            return self.chance.choice(self.firms)
        elif draw < 0.75:
            name = self.chance.choice(self.surnames)
        elif draw < 0.83:
            return self.acronym()
        else:
            name = f"{self.chance.choice(cities())} {self.pick('ends').capitalize()}"
            return name if len(name) > 6 else f"{name} Group"
        return name + self.pick("legal")

    def association(self) -> str:
        """Return the name of an association, foundation or observatory."""
        draw = self.chance.random()
        if draw < 0.4:
            return f"{self.pick('causes')} {self.pick('purposes')}"
        if draw < 0.7:
            head, form = self.chance.choice(_UNIONS)
            return f"{head} {self.nation()[form]} {self.chance.choice(_OF_WHAT)}"
        if draw < 0.82:
            head = self.chance.choice(("Fondation", "Institut"))
            return f"{head} {self.chance.choice(self.surnames)}"
        return self.chance.choice(_WELL_KNOWN)

    def party(self) -> tuple[str, str]:
        """Return a party or armed group, as article and name."""
        if self.chance.random() < 0.1:
            return "l'", self.acronym()
        return article(self.chance.choice(_PARTIES))

    def paper(self) -> tuple[str, str]:
        """Return a paper, agency or broadcaster, as article and name."""
        if self.chance.random() < 0.6:
            return article(self.pick("papers"))
        if self.chance.random() < 0.15:
            return "", f"{self.acronym()} News"
        head, pattern = self.chance.choice(_PAPERS)
        return head, pattern.format(self.chance.choice(cities()))

    def university(self) -> str:
        """Return a university's or school's name."""
        head = self.chance.choice(("université", "Université", "École polytechnique"))
        return f"{head} de {self.chance.choice(cities())}"

    def institute(self) -> str:
        """Return an institute's name that begins with a vowel."""
        return self.chance.choice(
            (
                f"Institut {self.chance.choice(self.surnames)}",
                "Institut d'études stratégiques",
                "Institut français des relations internationales",
                "IISS",
                "Ifri",
                f"Observatoire de {self.chance.choice(cities())}",
                f"International Institute of {self.chance.choice(cities())}",
            )
        )

    def ministry(self, nation_share: float = 0.5) -> str:
        """Return a ministry, with a nationality in so many of all cases."""
        nation = f"{self.nation()[0]} " if self.chance.random() < nation_share else ""
        head = self.chance.choice(("ministère", "ministère", "Ministère"))
        return f"{head} {nation}{self.pick('ministries')}"

    def public(self) -> tuple[str, str]:
        """Return a body of a state, as article and name."""
        draw = self.chance.random()
        if draw < 0.25:
            return "le", self.ministry()
        if draw < 0.55:
            head, name, form = self.chance.choice(_STATE)
            return head, f"{name} {self.nation()[form]}"
        if draw < 0.7:
            head, name = self.chance.choice(_LOCAL)
            return head, f"{name} {self.chance.choice(cities())}"
        return article(self.pick("bodies"))

    def model(self) -> str:
        """Return the model of a vehicle, a weapon or a good."""
        if self.chance.random() < 0.55:
            return self.pick("models")
        stem, number = self.coinage(), self.chance.choice(_NUMBERS)
        code = "".join(self.chance.choice("ABCDFGHKLMPRSTXZ") for _ in range(2))
        return self.chance.choice(
            (
                f"{stem}-{number}",
                f"{stem} {number}",
                f"{code}-{number}",
                f"{code}{number}",
                f"{code[0]}-{number}",
                stem,
            )
        )

    def event(self) -> tuple[str, str]:
        """Return a competition, fair, war or conference, as article and name."""
        head, pattern = self.chance.choice(_EVENTS)
        return head, pattern.format(self.chance.choice(cities()))
