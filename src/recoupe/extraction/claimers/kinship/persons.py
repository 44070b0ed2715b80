"""How well a description of somebody fits a figure: by noun, office, circle or calling."""

from recoupe.extraction.claimers.descriptions import Description
from recoupe.extraction.claimers.figures import Figure
from recoupe.extraction.claimers.kinship.degrees import (
    ANYBODY,
    DESCRIBED,
    NONE,
    OFFICE_OF_THE_LAST,
    POINTED_AT,
    PRESUMED,
    SAME_CIRCLE,
    SAME_NAMED,
    SAME_NOUN,
    SAME_OFFICE,
    Degree,
)
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.words import told_apart_by


def kin_of_person(figure: Figure, described: Description, lexicon: Lexicon) -> Degree:
    """Return how well "le ministre", "la même source", "l'homme" fit a figure."""
    noun = described.noun
    if _is_of_another_body(figure, described, lexicon) or _is_of(figure, described):
        return NONE
    anonymous = noun in lexicon.anonymous and described.pointing
    if anonymous and described.same and not any(a.speaks for a in figure.appearances):
        # "La même source" has spoken before.
        return NONE
    if anonymous and not figure.proper:
        return SAME_NOUN if figure.appearances[-1].speaks else ANYBODY
    if anonymous and described.same and "media" in figure.families:
        # "Selon Radio Lac, ... Selon la même source": the station.
        return ANYBODY if figure.appearances[-1].speaks else NONE
    if not figure.is_person:
        return NONE
    if noun in figure.nouns:
        # "Le même responsable": rather whoever has no name than somebody who has.
        return SAME_NAMED if noun in lexicon.anonymous and figure.proper else SAME_NOUN
    if described.count is not None and described.count == figure.count:
        # "Deux dockers ... les deux hommes"
        return ANYBODY if noun in lexicon.anybody else NONE
    if described.determiner == "possessive" or (described.plural and not described.pointing):
        return NONE
    office = lexicon.offices.get(noun, frozenset())
    if any(office & lexicon.offices.get(own, frozenset()) for own in figure.nouns):
        return SAME_OFFICE
    circle = lexicon.circles.get(noun, frozenset())
    # "Le ministre" is no "président": an office is taken up by a wider word only.
    wider = noun not in lexicon.functions or described.pointing
    if wider and any(circle & lexicon.circles.get(own, frozenset()) for own in figure.nouns):
        return SAME_CIRCLE
    if not figure.complements.isdisjoint(lexicon.callings_of_bodies.get(noun, ())):
        # "La présidente du syndicat des marins ... la syndicaliste"
        return SAME_CIRCLE
    return _kin_by_calling(figure, described, lexicon)


def _is_of(figure: Figure, described: Description) -> bool:
    """Tell "l'avocat de Paul Vidal" from Paul Vidal."""
    return figure.kind == "person" and not described.names.isdisjoint(
        told_apart_by(word) for word in figure.name.split()
    )


def _is_of_another_body(figure: Figure, described: Description, lexicon: Lexicon) -> bool:
    """Tell "le président du parlement" from "le président Rey", whose office is the state's."""
    return (
        described.noun in lexicon.offices_of_states
        and described.told_apart
        and not described.names
        and described.complements.isdisjoint(lexicon.of_states | lexicon.nationalities)
        and figure.proper
        and not figure.complements
        and not lexicon.offices_of_states.isdisjoint(figure.nouns)
    )


def _kin_by_calling(figure: Figure, described: Description, lexicon: Lexicon) -> Degree:
    """Return how well a noun that nobody was introduced with fits somebody."""
    noun = described.noun
    if noun in lexicon.anybody:
        if described.restricted:
            # "L'homme qui a vendu le pont" brings somebody in.
            return NONE
        # "La femme du suspect" is somebody else.
        return NONE if any(map(lexicon.is_person, described.complements)) else ANYBODY
    if described.plural:
        return NONE
    if described.people:
        return ANYBODY
    in_full = figure.kind == "person" and " " in figure.name
    if noun in lexicon.high_offices and not described.names and not described.told_apart:
        # "Ana Rey était à Lille. La ministre a ...": whose office everybody knows.
        return PRESUMED if in_full and lexicon.functions.isdisjoint(figure.nouns) else NONE
    if noun in lexicon.parts_in_a_case and not (described.told_apart or described.pointing):
        if not (figure.proper or figure.plural or lexicon.anybody.isdisjoint(figure.nouns)):
            # "Un homme de 33 ans a été arrêté. Le suspect ..."
            return PRESUMED
        return PRESUMED if in_full and not _of_other_calling(figure, noun, lexicon) else NONE
    if noun in lexicon.functions and not (described.former or described.pointing):
        # "Ana Rey ne décolère pas. La directrice du port accuse": known by name alone so far.
        unknown = in_full and not figure.nouns and described.told_apart
        return OFFICE_OF_THE_LAST if unknown else NONE
    if described.pointing:
        return POINTED_AT
    # "L'humoriste" describes somebody named; an unnamed doctor is no humorist.
    fits = in_full and (described.former or not _of_other_calling(figure, noun, lexicon))
    return DESCRIBED if fits else NONE


def _of_other_calling(figure: Figure, noun: str, lexicon: Lexicon) -> bool:
    """Tell whom something else is known of: who is a docker is hardly "l'humoriste"."""
    return bool(figure.nouns) and noun not in lexicon.descriptions
