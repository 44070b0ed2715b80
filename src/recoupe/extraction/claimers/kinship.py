"""Whom a description can take up, and how well it fits."""

from recoupe.extraction.claimers.descriptions import Description
from recoupe.extraction.claimers.figures import Figure
from recoupe.extraction.claimers.groups import may_be_among
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.words import told_apart_by

# Kinship: how well a description fits a figure, and how far to the fore the
# figure must be for that to be enough.
_SAME_NOUN = (1.0, 0.0)
_SAME_NAMED = (0.9, 0.0)
_SAME_OFFICE = (0.8, 0.0)
_SAME_CIRCLE = (0.6, 0.05)
_SAME_FAMILY = (0.7, 0.0)
_ANYBODY = (0.5, 0.15)
_DESCRIBED = (0.4, 0.3)
_POINTED_AT = (0.5, 0.1)
_SEAT_UNKNOWN = (0.4, 0.05)
_UNKNOWN_BODY = (0.45, 0.05)
_TAKEN_FOR_PERSON = (0.35, 0.1)
_TAKEN_FOR_PLACE = (0.3, 0.2)
# At least the weight of a body for which somebody speaks.
_HEARD = 0.8
_OFFICE_OF_THE_LAST = (0.3, 0.5)
PRESUMED = 0.3
_PRESUMED = (PRESUMED, 0.1)
_NONE = (0.0, 0.0)
_OTHER_COMPLEMENT = 0.35
# Families that a name without a noun beside it may belong to.
_ANY_NAME = frozenset({"firm", "club", "fund", "any_association", "any_body", "media"})
# What a public body that nothing else tells may be called.
_OF_PUBLIC = frozenset({"any_body", "authority"})
# Families of bodies that a state has several of, each told apart by its charge or its town.
_PUBLIC = frozenset({"ministry", "authority", "court", "high_court", "prosecution", "council"})
# A firm that the whole report is about is "le groupe" also after many sentences.
_TOPIC = 3


def kinship(figure: Figure, described: Description, lexicon: Lexicon) -> tuple[float, float]:
    """Return how well a description fits a figure, and how salient the figure must be for it.

    Args:
        figure: Whom it may take up.
        described: The description.
        lexicon: Words for who can be meant.

    Returns:
        Kinship from 0 (cannot be meant) to 1, and the least salience.
    """
    if not _agree(figure, described, lexicon):
        return _NONE
    if figure.members:
        return _kin_of_several(figure, described, lexicon)
    noun = described.noun
    if described.seat and described.kind == "organisation" and figure.kind == "organisation":
        seated = _kin_by_seat(figure, described, lexicon)
        if seated is not None:
            return seated
    factor = _complement_factor(figure, described, lexicon)
    if not factor:
        return _NONE
    if described.person:
        kin = _kin_of_person(figure, described, lexicon)
    elif described.kind == "document":
        if "media" in figure.families & lexicon.families.get(noun, frozenset()):
            # "Selon la publication": the paper.
            return _SAME_FAMILY[0] * factor, _SAME_FAMILY[1]
        same = noun in figure.nouns or noun in lexicon.any_document
        kin = _SAME_NOUN if same and _is_read(figure) else _NONE
    elif described.kind == "organisation":
        kin = _kin_of_body(figure, described, lexicon)
    else:
        kin = _SAME_NOUN if noun in figure.nouns and not figure.proper else _NONE
    return kin[0] * factor, kin[1]


def _kin_of_several(
    figure: Figure, described: Description, lexicon: Lexicon
) -> tuple[float, float]:
    """Return how well "les deux hommes", "ces entreprises" fit those who stood side by side."""
    counted = described.count == len(figure.members)
    pointing = described.count is None and (described.pointing or described.noun in lexicon.pairs)
    if not (counted or pointing) or described.determiner == "indefinite":
        return _NONE
    fits = all(may_be_among(m.same, described, lexicon) for m in figure.members)
    return _SAME_CIRCLE if fits else _NONE


def _kin_of_person(figure: Figure, described: Description, lexicon: Lexicon) -> tuple[float, float]:
    noun = described.noun
    if _is_of_another_body(figure, described, lexicon) or _is_of(figure, described):
        return _NONE
    anonymous = noun in lexicon.anonymous and described.pointing
    if anonymous and described.same and not any(a.speaks for a in figure.appearances):
        # "La même source" has spoken before.
        return _NONE
    if anonymous and not figure.proper:
        return _SAME_NOUN if figure.appearances[-1].speaks else _ANYBODY
    if anonymous and described.same and "media" in figure.families:
        # "Selon Radio Lac, ... Selon la même source": the station.
        return _ANYBODY if figure.appearances[-1].speaks else _NONE
    if not figure.is_person:
        return _NONE
    if noun in figure.nouns:
        # "Le même responsable": rather whoever has no name than somebody who has.
        return _SAME_NAMED if noun in lexicon.anonymous and figure.proper else _SAME_NOUN
    if described.count is not None and described.count == figure.count:
        # "Deux dockers ... les deux hommes"
        return _ANYBODY if noun in lexicon.anybody else _NONE
    if described.determiner == "possessive" or (described.plural and not described.pointing):
        return _NONE
    office = lexicon.offices.get(noun, frozenset())
    if any(office & lexicon.offices.get(own, frozenset()) for own in figure.nouns):
        return _SAME_OFFICE
    circle = lexicon.circles.get(noun, frozenset())
    # "Le ministre" is no "président": an office is taken up by a wider word only.
    wider = noun not in lexicon.functions or described.pointing
    if wider and any(circle & lexicon.circles.get(own, frozenset()) for own in figure.nouns):
        return _SAME_CIRCLE
    if not figure.complements.isdisjoint(lexicon.callings_of_bodies.get(noun, ())):
        # "La présidente du syndicat des marins ... la syndicaliste"
        return _SAME_CIRCLE
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


def _kin_by_calling(
    figure: Figure, described: Description, lexicon: Lexicon
) -> tuple[float, float]:
    """Return how well a noun that nobody was introduced with fits somebody."""
    noun = described.noun
    if noun in lexicon.anybody:
        # "La femme du suspect" is somebody else.
        return _NONE if any(map(lexicon.is_person, described.complements)) else _ANYBODY
    if described.plural:
        return _NONE
    if described.people and not described.plural:
        return _ANYBODY
    if noun in lexicon.high_offices and not described.names and not described.told_apart:
        # "Ana Rey était à Lille. La ministre a ...": whose office everybody knows.
        known = figure.kind == "person" and " " in figure.name
        return _PRESUMED if known and lexicon.functions.isdisjoint(figure.nouns) else _NONE
    if noun in lexicon.parts_in_a_case and not (described.told_apart or described.pointing):
        known = figure.kind == "person" and " " in figure.name
        if not (figure.proper or figure.plural or lexicon.anybody.isdisjoint(figure.nouns)):
            # "Un homme de 33 ans a été arrêté. Le suspect ..."
            return _PRESUMED
        return _PRESUMED if known and not _of_other_calling(figure, noun, lexicon) else _NONE
    if noun in lexicon.functions and not (described.former or described.pointing):
        # "Ana Rey ne décolère pas. La directrice du port accuse": known by name alone so far.
        named = figure.kind == "person" and " " in figure.name
        unknown = named and not figure.nouns and described.told_apart
        return _OFFICE_OF_THE_LAST if unknown else _NONE
    if described.pointing:
        return _POINTED_AT
    # "L'humoriste" describes somebody named; an unnamed doctor is no humorist.
    if (
        figure.kind == "person"
        and " " in figure.name
        and (described.former or not _of_other_calling(figure, noun, lexicon))
    ):
        return _DESCRIBED
    return _NONE


def _is_read(figure: Figure) -> bool:
    """Tell a document from what is only called like one: "le rapport de cette affaire avec ..."."""
    if figure.kind != "document":
        return False
    return not figure.definite or any(a.speaks or a.weight >= 1 for a in figure.appearances)


def _of_other_calling(figure: Figure, noun: str, lexicon: Lexicon) -> bool:
    if noun in lexicon.descriptions:
        return False
    return bool(figure.nouns)


def _kin_of_body(figure: Figure, described: Description, lexicon: Lexicon) -> tuple[float, float]:
    noun = described.noun
    families = lexicon.families.get(noun, frozenset())
    if figure.kind == "person":
        # A firm that the pipeline took for somebody: nothing says that it is a person.
        told = figure.nouns or figure.feminine is not None or not figure.proper
        if told or described.told_apart or not families & _ANY_NAME or not _acts(figure):
            return _NONE
        often = " " not in figure.name and figure.uses > 1
        return (_TAKEN_FOR_PERSON[0], 0.0) if often else _TAKEN_FOR_PERSON
    if figure.kind != "organisation":
        return _NONE
    if noun in figure.nouns:
        return _SAME_NOUN
    if described.told_apart and ("firm" not in families or described.names):
        # "L'association des épargnants" brings somebody in; "le constructeur de pompes" may not.
        return _NONE
    if not figure.proper and not lexicon.sites.isdisjoint(figure.nouns):
        # A firm's works do not speak as the firm: "la mine fermera", "le groupe ...".
        return _NONE
    if families & figure.families:
        return _SAME_FAMILY if figure.proper else (0.5, 0.1)
    if (
        figure.place_name
        and "firm" in families
        and "state" not in figure.families
        and noun not in lexicon.sites
    ):
        # "La présidente de Valmer", which the pipeline took for a town.
        heard = any(a.speaks or a.weight >= _HEARD for a in figure.appearances)
        return _TAKEN_FOR_PLACE if heard else _NONE
    known = figure.families - {"place"}
    if "public" in known and families & _OF_PUBLIC and figure.proper and _acts(figure):
        # "Le Trésor ... l'institution": never "la société".
        return _UNKNOWN_BODY
    unknown = figure.proper and not known and not figure.place_name
    if unknown and families & _ANY_NAME and _acts(figure):
        return (_UNKNOWN_BODY[0], 0.0) if figure.uses >= _TOPIC else _UNKNOWN_BODY
    return _NONE


def _acts(figure: Figure) -> bool:
    """Tell whether somebody has spoken, or been spoken for, or done something."""
    return any(a.speaks or a.weight >= _HEARD for a in figure.appearances)


def _kin_by_seat(
    figure: Figure, described: Description, lexicon: Lexicon
) -> tuple[float, float] | None:
    """Return how well a firm told by its town fits one: "la firme d'Izmir".

    None for what is no firm.
    """
    if "firm" not in lexicon.families.get(described.noun, ()) or figure.place_name:
        return None
    firm = "firm" in figure.families
    seats = figure.complements & described.places
    if described.seat & figure.complements:
        return _SAME_NOUN if firm else None
    if not (seats or figure.families) and figure.proper and _acts(figure):
        # A body of which nothing is known but its name.
        return _PRESUMED
    if seats or not (figure.proper and firm):
        return _NONE
    # Nobody has said where it sits.
    return _SEAT_UNKNOWN


def _agree(figure: Figure, described: Description, lexicon: Lexicon) -> bool:
    if figure.plural != described.plural:
        return False
    if not described.person or figure.feminine is None or described.feminine is None:
        return True
    # "La source", "la victime" are said of men and women.
    if figure.feminine == described.feminine:
        return True
    said_of_both = not lexicon.feminine_nouns.isdisjoint((described.noun, *figure.nouns))
    # "Le ministre" and "la ministre" are two.
    return not figure.proper and (said_of_both or described.noun not in lexicon.functions)


def _complement_factor(figure: Figure, described: Description, lexicon: Lexicon) -> float:
    if not described.complements or not figure.complements:
        return 1.0
    if described.former and figure.kind == "person":
        # "L'ancien maire de Sète" is minister of something now.
        return 1.0
    own = figure.complements | {told_apart_by(w) for w in figure.name.split()}
    if described.complements & own:
        return 1.3
    said, known = described.complements, figure.complements
    states = lexicon.nationalities
    if said & states and known & states and figure.kind == "organisation":
        # "La société kirghize" is not "une société russe".
        return 0.0
    if not described.plural and not (
        (said & states and known & states) or (said - states and known - states)
    ):
        # "Le ministre français" may be the one of health.
        return 1.0
    # "Le ministre de la Santé" is not the one of justice, nor the Turkish media the Greek ones,
    # nor the ministry of trade that of foreign affairs.
    public = not _PUBLIC.isdisjoint(lexicon.families.get(described.noun, ()))
    apart = described.names or described.plural or public or described.noun in lexicon.functions
    return 0.0 if apart else _OTHER_COMPLEMENT
