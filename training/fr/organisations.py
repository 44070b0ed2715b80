"""Slots for what persons have made: firms, papers, public bodies, goods, happenings."""

import random

from training.fr import abroad, invented
from training.fr.bodies import Bodies
from training.fr.places import Piece, article, cities, of, with_article

# How many firms, goods, papers and groups are words that no list holds.
_INVENTED = 0.3
# How many firms and parties are called as they are in their own countries.
_ABROAD = 0.2
_FEMININE = {"Ligue", "Fédération", "Coalition", "Fondation"}
_VOWEL = {"Observatoire", "Association", "Union", "Institut"}
_MASCULINE = {"Centre", "Comité", "Conseil"}


class Organisations:
    """Fills ``{org}``, ``{media}``, ``{public}``, ``{prod}`` and their like.

    Args:
        chance: Source of chance.
        bodies: Composes names.
    """

    def __init__(self, chance: random.Random, bodies: Bodies) -> None:
        self.chance = chance
        self.bodies = bodies

    def given_name(self) -> str:
        """Return a given name; whoever fills persons too knows many."""
        raise NotImplementedError

    def _plain(self, of_list: str) -> list[Piece]:
        return [(self.bodies.pick(of_list), "")]

    # --- organisations

    def slot_org(self) -> list[Piece]:
        """A firm, or an international organisation."""
        if self.chance.random() < 0.12:
            return with_article(*article(self.bodies.pick("international")), "ORG")
        return self.slot_firm()

    def slot_firm(self) -> list[Piece]:
        """A firm."""
        if self.chance.random() < _ABROAD:
            return [(abroad.firm(self.chance), "ORG")]
        if self.chance.random() < _INVENTED:
            return [(invented.firm(self.chance), "ORG")]
        return [(self.bodies.firm(), "ORG")]

    def slot_club(self) -> list[Piece]:
        """A club without article."""
        return [(abroad.club(self.chance), "ORG")]

    def slot_group(self) -> list[Piece]:
        """A party or armed group without article, under its own name."""
        return [(abroad.party(self.chance), "ORG")]

    def slot_school(self) -> list[Piece]:
        """A school or institute without article."""
        return [(abroad.school(self.chance), "ORG")]

    def slot_known_firm(self) -> list[Piece]:
        """A firm, bank or network that any paper names."""
        return [(self.bodies.pick("known_firms"), "ORG")]

    def slot_known_body(self) -> list[Piece]:
        """A club, union, party or school that any paper names, behind its article."""
        return with_article(*article(self.bodies.pick("known_bodies")), "ORG")

    slot_the_known = slot_known_body

    def slot_known_acro(self) -> list[Piece]:
        """A party's letters."""
        return [(self.chance.choice(("PS", "LR", "LFI", "RN", "PCF", "EELV", "MoDem")), "ORG")]

    def slot_storm(self) -> list[Piece]:
        """A storm's name: a given name, or one that no list holds."""
        listed = self.chance.random() < 0.6
        return [(self.given_name() if listed else invented.word(self.chance), "EVENT")]

    def slot_operation(self) -> list[Piece]:
        """An operation's name."""
        if self.chance.random() < 0.25:
            return [(invented.word(self.chance), "EVENT")]
        return [(f"{self.bodies.pick('code_nouns')} {self.bodies.pick('code_ends')}", "EVENT")]

    def slot_med(self) -> list[Piece]:
        """A medicine."""
        if self.chance.random() < 0.4:
            return [(self.bodies.pick("medicines"), "PROD")]
        ends = ("ol", "ine", "ax", "an", "ex", "zol", "mab", "vir", "line", "ium")
        return [(invented.word(self.chance).rstrip("aeiouyé") + self.chance.choice(ends), "PROD")]

    def slot_of_org(self) -> list[Piece]:
        """The same behind ``de``."""
        if self.chance.random() < 0.2:
            return of(*article(self.bodies.pick("international")), "ORG")
        return of("", self.slot_firm()[0][0], "ORG")

    def slot_acro(self) -> list[Piece]:
        """Capitals."""
        return [(self.bodies.acronym(), "ORG")]

    slot_party_acro = slot_acro

    def slot_ngo(self) -> list[Piece]:
        """An association without article."""
        return [(self.bodies.association(), "ORG")]

    slot_ngo_bare = slot_ngo

    def slot_ngo_art(self) -> list[Piece]:
        """An association behind an article."""
        name = self.bodies.association()
        first = name.split()[0]
        heads = ((_FEMININE, "la "), (_VOWEL, "l'"), (_MASCULINE, "le "))
        head = next((head for words, head in heads if first in words), "l'ONG ")
        return [(head, ""), (name, "ORG")]

    def slot_of_ngo(self) -> list[Piece]:
        """An association behind ``de``."""
        head, name = self.slot_ngo_art()
        return [("du ", ""), name] if head[0] == "le " else [("de ", ""), head, name]

    def slot_univ_v(self) -> list[Piece]:
        """A university, behind ``l'``."""
        return [(self.bodies.university(), "ORG")]

    def slot_inst_v(self) -> list[Piece]:
        """An institute, behind ``l'``."""
        return [(self.bodies.institute(), "ORG")]

    def slot_party(self) -> list[Piece]:
        """A party or armed group."""
        return with_article(*self.bodies.party(), "ORG")

    slot_the_party = slot_party

    def slot_citizens(self) -> list[Piece]:
        """An association of inhabitants, without article."""
        return [(invented.citizens(self.chance), "ORG")]

    def slot_rebels(self) -> list[Piece]:
        """An armed group without article."""
        return [(invented.group(self.chance), "ORG")]

    def slot_newspaper(self) -> list[Piece]:
        """A paper that no list holds, without article."""
        return [(invented.paper(self.chance), "ORG")]

    def slot_media(self) -> list[Piece]:
        """A paper, agency or broadcaster."""
        if self.chance.random() < _INVENTED / 2:
            return self.slot_newspaper()
        head, name = self.bodies.paper()
        if name.startswith("agence "):
            return [(f"{head}agence ", ""), (name.removeprefix("agence "), "ORG")]
        return with_article(head, name, "ORG")

    def slot_media_v(self) -> list[Piece]:
        """A paper or agency, behind ``l'``."""
        echo = f"Écho de {self.chance.choice(cities())}"
        names = ("AFP", "AFP", "Associated Press", "Express", "Orient-Le Jour", echo)
        return [(self.chance.choice(names), "ORG")]

    # --- public bodies, things, happenings

    def slot_public(self) -> list[Piece]:
        """A body of a state behind its article."""
        return with_article(*self.bodies.public(), "PUBLIC")

    slot_public_art = slot_public

    def slot_of_public(self) -> list[Piece]:
        """The same behind ``de``."""
        return of(*self.bodies.public(), "PUBLIC")

    def slot_of_ministry(self) -> list[Piece]:
        """A ministry behind ``du``."""
        return of("le", self.bodies.ministry(), "PUBLIC")

    def slot_prod(self) -> list[Piece]:
        """A model."""
        if self.chance.random() < _INVENTED:
            return self.slot_ware()
        return [(self.bodies.model(), "PROD")]

    def slot_ware(self) -> list[Piece]:
        """A good that no list holds."""
        return [(invented.ware(self.chance), "PROD")]

    def slot_ship(self) -> list[Piece]:
        """A ship."""
        return [(invented.ship(self.chance), "PROD")]

    def slot_event(self) -> list[Piece]:
        """A happening behind its article."""
        return with_article(*self.bodies.event(), "EVENT")

    slot_the_event = slot_event

    def slot_of_event(self) -> list[Piece]:
        """The same behind ``de``."""
        return of(*self.bodies.event(), "EVENT")
