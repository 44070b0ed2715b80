"""Whom a description can take up, and how well it fits.

`kinship` asks what speaks against a figure at all (number, gender, what either is told to be of),
then `persons` or `bodies`, each of which answers with one of the `degrees`.
"""

from recoupe.extraction.claimers.descriptions import Description
from recoupe.extraction.claimers.figures import Figure
from recoupe.extraction.claimers.groups import may_be_among
from recoupe.extraction.claimers.kinship.bodies import kin_by_seat, kin_of_body
from recoupe.extraction.claimers.kinship.degrees import (
    NONE,
    SAME_CIRCLE,
    SAME_FAMILY,
    SAME_NOUN,
    Degree,
)
from recoupe.extraction.claimers.kinship.persons import kin_of_person
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.words import told_apart_by

# How well a description fits whoever is told to be of something else.
_OTHER_COMPLEMENT = 0.35
# Families of bodies that a state has several of, each told apart by its charge or its town.
_PUBLIC = frozenset({"ministry", "authority", "court", "high_court", "prosecution", "council"})


def kinship(figure: Figure, described: Description, lexicon: Lexicon) -> Degree:
    """Return how well a description fits a figure, and how salient the figure must be for it.

    Args:
        figure: Whom it may take up.
        described: The description.
        lexicon: Words for who can be meant.

    Returns:
        Kinship from 0 (cannot be meant) to 1, and the least salience.
    """
    if not _agree(figure, described, lexicon):
        return NONE
    if figure.members:
        return _kin_of_several(figure, described, lexicon)
    noun = described.noun
    if described.seat and described.kind == "organisation" and figure.kind == "organisation":
        seated = kin_by_seat(figure, described, lexicon)
        if seated is not None:
            return seated
    factor = _complement_factor(figure, described, lexicon)
    if not factor:
        return NONE
    if noun in lexicon.callings_of_firms and figure.kind == "organisation":
        # "L'armateur" is the firm only where it was brought in as such.
        kin = SAME_NOUN if noun in figure.nouns else NONE
    elif described.person:
        kin = kin_of_person(figure, described, lexicon)
    elif described.kind == "document":
        if "media" in figure.families & lexicon.families.get(noun, frozenset()):
            # "Selon la publication": the paper.
            return SAME_FAMILY[0] * factor, SAME_FAMILY[1]
        same = noun in figure.nouns or noun in lexicon.any_document
        kin = SAME_NOUN if same and _is_read(figure) else NONE
    elif described.kind == "organisation":
        kin = kin_of_body(figure, described, lexicon)
    else:
        kin = SAME_NOUN if noun in figure.nouns and not figure.proper else NONE
    return kin[0] * factor, kin[1]


def _kin_of_several(figure: Figure, described: Description, lexicon: Lexicon) -> Degree:
    """Return how well "les deux hommes", "ces entreprises" fit those who stood side by side."""
    counted = described.count == len(figure.members)
    pointing = described.count is None and (described.pointing or described.noun in lexicon.pairs)
    if not (counted or pointing) or described.determiner == "indefinite":
        return NONE
    fits = all(may_be_among(m.same, described, lexicon) for m in figure.members)
    return SAME_CIRCLE if fits else NONE


def _is_read(figure: Figure) -> bool:
    """Tell a document from what is only called like one: "le rapport de cette affaire avec ..."."""
    if figure.kind != "document":
        return False
    return not figure.definite or any(a.speaks or a.weight >= 1 for a in figure.appearances)


def _agree(figure: Figure, described: Description, lexicon: Lexicon) -> bool:
    """Tell whether number and gender let a description be said of a figure."""
    if figure.plural != described.plural:
        return False
    if not described.person or described.feminine is None:
        return True
    if figure.feminine is None:
        return figure.called_feminine in {None, described.feminine}
    if figure.kind == "organisation" and described.noun in lexicon.callings_of_firms:
        # "L'armateur, la société Valmer": of either gender.
        return True
    if figure.feminine == described.feminine:
        return True
    # "La source", "la victime" are said of men and women.
    said_of_both = not lexicon.feminine_nouns.isdisjoint((described.noun, *figure.nouns))
    # "Le ministre" and "la ministre" are two.
    return not figure.proper and (said_of_both or described.noun not in lexicon.functions)


def _complement_factor(figure: Figure, described: Description, lexicon: Lexicon) -> float:
    """Return by what kinship is multiplied for what either is told to be of; 0 rules out."""
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
