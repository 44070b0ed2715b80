"""Which origins of one claim may be one source, though nothing says that they are.

Two may be where two reports describe unnamed people alike, where one names the holder of an
office that the other only describes ("son avocate", "l'avocate du directeur, Odile Carran"), where
one report calls both by one noun ("trois responsables proches du dossier", "des responsables de
deux pays"), where one speaks for the other (``sides``) or both for one state, and where a
quotation without a name has words in a row of another.
"""

from recoupe.compare.names import normalise
from recoupe.linking.claims.sameness import longest_run
from recoupe.linking.origins.descriptions import may_be_alike, one_is_former
from recoupe.linking.origins.told import Told, are_others
from recoupe.linking.sides.offices import Office
from recoupe.linking.sides.sides import may_be_called, one_side
from recoupe.linking.terms.vocabulary import Vocabulary

_SAME_WORDS = 6
"""Words in a row that two quotations share where they may be one, a part of it put otherwise."""


def _quoted_alike(one: Told, other: Told) -> bool:
    """Tell whether both are quoted with a run of words that two people hardly say alike."""
    return any(longest_run(a, b) >= _SAME_WORDS for a in one.quoted for b in other.quoted)


def may_be_one(one: Told, other: Told) -> bool:
    """Tell whether two origins of one claim may be one source, though nothing says so."""
    kinds = {one.origin.kind, other.origin.kind}
    if "outlet" in kinds or are_others(one, other):
        return False
    language = one.report.document.language
    if kinds == {"unnamed"} and one_is_former(one.origin.name, other.origin.name, language):
        return False
    if any(
        # Two people of one body may well have been asked each.
        one_side(a, b) and not (kinds == {"person"} and a.person and b.person)
        for a in one.sides
        for b in other.sides
    ):
        return True
    if "document" in kinds:
        return False
    if kinds == {"unnamed"} and one.report.id == other.report.id and one.head == other.head != "":
        return True
    if kinds <= {"unnamed", "organisation"}:
        left, right = one.words, other.words
        if left and right and (left <= right or right <= left):
            return True
    if "unnamed" in kinds and _quoted_alike(one, other):
        return True
    # One report has no reason to describe its source in two ways.
    apart = one.report.id != other.report.id
    if (
        kinds == {"unnamed"}
        and apart
        and may_be_alike(one.origin.name, other.origin.name, language)
    ):
        return True
    if kinds == {"unnamed", "person"} and (
        _hold_one_office(one, other) or _is_called_so(one, other)
    ):
        return True
    if kinds == {"organisation"} and (_may_govern(one, other) or _may_govern(other, one)):
        return True
    # A state and whoever speaks for it; two of its people may well have been asked each.
    named = {normalise(t.origin.name) for t in (one, other) if t.origin.kind == "organisation"}
    spoken = {normalise(state) for state in one.states | other.states}
    return bool(named & spoken) or (kinds != {"person"} and bool(one.states & other.states))


def _may_govern(one: Told, other: Told) -> bool:
    """Tell whether one may be the government of the state that the other is.

    "L'administration de Joe Biden" is that of a state, without saying which; "l'administration de
    l'hôpital" is not.
    """
    states = other.vocabulary.synonyms.states
    if tuple(normalise(other.origin.name, other.vocabulary.leading).split()) not in states:
        return False
    first, *rest = normalise(one.origin.name, one.vocabulary.leading).split() or [""]
    if first not in one.vocabulary.governing or any((word,) in states for word in rest):
        return False
    return not rest or any(word[0].isupper() for word in one.origin.name.split()[1:])


def _hold_one_office(one: Told, other: Told) -> bool:
    """Tell whether a description without a name is one that the other is named with.

    "Le ministre" is any that is named as such, unless both say of what, and not of the same.
    """
    unnamed, named = (one, other) if one.origin.kind == "unnamed" else (other, one)
    if one.states and other.states and not one.states & other.states:
        return False
    office, of = _office(unnamed.origin.name, unnamed.vocabulary)
    known = unnamed.of_one_known
    for description in named.described:
        same, whose = _office(description, named.vocabulary)
        # "Un avocat" may be any, "un porte-parole du ministère" hardly.
        if office and office == same and (of & whose or (known and not (of and whose))):
            return True
    # "Le ministre" is the one whom another report calls minister of something.
    return known and any(
        _may_be_one_post(a.office, b.office)
        for a in (post for side in unnamed.sides for post in side.posts if not post.whose)
        for b in (post for side in named.sides for post in side.posts if not post.whose)
    )


def _may_be_one_post(one: Office, other: Office) -> bool:
    if one.noun != other.noun or one.several or other.several or one.of_person:
        return False
    return not any(
        here and there and not here & there
        for here, there in (({*one.of}, {*other.of}), (one.adjectives, other.adjectives))
    )


def _is_called_so(one: Told, other: Told) -> bool:
    """Tell whether a report may speak of a person whom it names, where it only describes one.

    "Le moine" is the one who is named, if nothing is told of either that the other is not.
    """
    unnamed, named = (one, other) if one.origin.kind == "unnamed" else (other, one)
    if one.report.id != other.report.id or not unnamed.of_one_known:
        return False
    return any(may_be_called(a, b) for a in unnamed.sides for b in named.sides)


def _office(description: str, vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems of the first word that tells in a description, and those of the others."""
    told = [
        frozenset(vocabulary.content(vocabulary.with_states(normalise(word).split())))
        for word in description.split()
    ]
    telling = [stems for stems in told if stems] or [frozenset[str]()]
    return telling[0], frozenset().union(*telling[1:])
