"""How well a description of a body fits a figure: by noun, family or the town it sits in."""

from recoupe.extraction.claimers.descriptions import Description
from recoupe.extraction.claimers.figures import Figure
from recoupe.extraction.claimers.kinship.degrees import (
    ITSELF,
    NONE,
    PRESUMED,
    SAME_FAMILY,
    SAME_FAMILY_UNNAMED,
    SAME_NOUN,
    SEAT_UNKNOWN,
    TAKEN_FOR_PERSON,
    TAKEN_FOR_PLACE,
    TAKEN_FOR_THING,
    UNKNOWN_BODY,
    Degree,
)
from recoupe.extraction.claimers.lexicon import Lexicon

# At least the weight of a body for which somebody speaks.
_HEARD = 0.8
# Families that a name without a noun beside it may belong to.
_ANY_NAME = frozenset({"firm", "club", "fund", "any_association", "any_body", "media"})
# What a public body that nothing else tells may be called.
_OF_PUBLIC = frozenset({"any_body", "authority"})
# A firm that the whole report is about is "le groupe" also after many sentences.
_TOPIC = 3


def kin_of_body(figure: Figure, described: Description, lexicon: Lexicon) -> Degree:
    """Return how well "le groupe", "l'institution" fit a figure that is or may be a body."""
    noun = described.noun
    families = lexicon.families.get(noun, frozenset())
    if figure.kind == "person":
        # A firm that the pipeline took for somebody: nothing says that it is a person.
        # "Le négociant Valmer", which a firm may be as well as somebody.
        either = " " not in figure.name and bool(figure.nouns & lexicon.callings_of_firms)
        told = figure.nouns - lexicon.callings_of_firms or not figure.proper
        told = told or (figure.feminine is not None and not either)
        if told or described.told_apart or not families & _ANY_NAME or not _acts(figure):
            return NONE
        often = " " not in figure.name and figure.uses > 1
        return (TAKEN_FOR_PERSON[0], 0.0) if often else TAKEN_FOR_PERSON
    if figure.kind != "organisation" or _is_thing(figure):
        # "Le Comptoir Bahari a vendu ... L'entreprise" may be a firm, a ship is none.
        firm = figure.kind == "organisation" and not figure.thing
        return TAKEN_FOR_THING if firm and families & _ANY_NAME and _acts(figure) else NONE
    if noun in figure.nouns:
        return SAME_NOUN
    if noun in lexicon.part_in_a_trade and _has_another_part(figure, described, lexicon):
        return NONE
    if described.told_apart and ("firm" not in families or described.names):
        # "L'association des épargnants" brings somebody in; "le constructeur de pompes" may not.
        return NONE
    if not figure.proper and not lexicon.sites.isdisjoint(figure.nouns):
        # A firm's works do not speak as the firm: "la mine fermera", "le groupe ...".
        return NONE
    if families & figure.families:
        if figure.publishes:
            # "La revue a révélé": rather another, which the report cites.
            return ITSELF
        return SAME_FAMILY if figure.proper else SAME_FAMILY_UNNAMED
    if (
        figure.place_name
        and "firm" in families
        and "state" not in figure.families
        and noun not in lexicon.sites
    ):
        # "La présidente de Valmer", which the pipeline took for a town.
        return TAKEN_FOR_PLACE if _acts(figure) else NONE
    known = figure.families - {"place"}
    if "public" in known and families & _OF_PUBLIC and figure.proper and _acts(figure):
        # "Le Trésor ... l'institution": never "la société".
        return UNKNOWN_BODY
    unknown = figure.proper and not known and not figure.place_name
    if unknown and families & _ANY_NAME and _acts(figure):
        return (UNKNOWN_BODY[0], 0.0) if figure.uses >= _TOPIC else UNKNOWN_BODY
    return NONE


def _is_thing(figure: Figure) -> bool:
    """Tell a ship or a product by its name, of which nothing says that it is a body."""
    return (
        figure.thing_name and not figure.families and not any(a.speaks for a in figure.appearances)
    )


def _has_another_part(figure: Figure, described: Description, lexicon: Lexicon) -> bool:
    """Tell "le fournisseur du câble" from a firm of which this was not told.

    And "le constructeur" from a firm that was brought in as who runs what was built.
    """
    if described.of_known and not described.complements & figure.complements:
        return True
    return not lexicon.running.isdisjoint(figure.nouns | figure.complements)


def kin_by_seat(figure: Figure, described: Description, lexicon: Lexicon) -> Degree | None:
    """Return how well a firm told by its town fits one: "la firme d'Izmir".

    None for what is no firm.
    """
    if "firm" not in lexicon.families.get(described.noun, ()) or figure.place_name:
        return None
    firm = "firm" in figure.families
    seats = figure.complements & described.places
    if described.seat & figure.complements:
        # "Orka, basée à Izmir, ...": a name of which nothing else is known.
        return SAME_NOUN if firm or (figure.proper and not figure.families) else None
    if not (seats or figure.families) and figure.proper and _acts(figure):
        # A body of which nothing is known but its name.
        return PRESUMED
    if seats or not (figure.proper and firm):
        return NONE
    # Nobody has said where it sits.
    return SEAT_UNKNOWN


def _acts(figure: Figure) -> bool:
    """Tell whether somebody has spoken, or been spoken for, or done something."""
    return any(a.speaks or a.weight >= _HEARD for a in figure.appearances)
