"""Which origins of one claim are one source.

Two are where one name holds the other whole ("le directeur adjoint Mircea Dragnea"), where
one report describes its source twice ("des sources", "deux sources proches du dossier"), and
where a government or its authorities stand beside their state.
"""

from recoupe.compare.names import normalise
from recoupe.linking.origins.descriptions import one_is_former
from recoupe.linking.origins.told import Told, are_others
from recoupe.linking.sides.sides import same_post

_FEWEST = 2
"""Words of a name that a longer description must hold to be of the same person."""


def are_one(one: Told, other: Told) -> bool:
    """Tell whether two origins of one claim are one source."""
    a, b = one.origin, other.origin
    if {a.kind, b.kind} == {"document", "unnamed"}:
        return _are_its_authors(one, other)
    if "outlet" in {a.kind, b.kind} or "document" in {a.kind, b.kind}:
        return False
    left, right = one.words, other.words
    if "unnamed" not in {a.kind, b.kind}:
        return left == right or _is_government(one, other) or _is_government(other, one)
    if a.kind == b.kind:
        if one.report.id != other.report.id or not (left <= right or right <= left):
            return False
        language = one.report.document.language
        return not (are_others(one, other) or one_is_former(a.name, b.name, language))
    if _holds_the_office(one, other):
        return True
    if "organisation" in {a.kind, b.kind} and any(s.person for s in (*one.sides, *other.sides)):
        return False  # "Un porte-parole de l'armée" is hers, and may be she.
    named = left if b.kind == "unnamed" else right
    return len(named) >= _FEWEST and named <= left | right and named <= left and named <= right


def _holds_the_office(one: Told, other: Told) -> bool:
    """Tell whether a person who is named holds the very office by which the other is known.

    "Son avocate" is the one whom another report names as the same man's.
    """
    unnamed, named = (one, other) if one.origin.kind == "unnamed" else (other, one)
    if named.origin.kind != "person" or not unnamed.of_one_known:
        return False
    return any(same_post(a, b) for a in unnamed.sides for b in named.sides)


def _are_its_authors(one: Told, other: Told) -> bool:
    """Tell whether of two, one is the paper of the others: "un audit", "les auditeurs"."""
    left, right = (
        frozenset(t.vocabulary.terms(normalise(t.origin.name).split())) for t in (one, other)
    )
    return one.report.id == other.report.id and bool(left) and left == right


def _is_government(one: Told, other: Told) -> bool:
    """Tell whether one is the government, or the authorities, of the state that the other is."""
    words = normalise(one.origin.name, one.vocabulary.leading).split()
    whole = bool(words) and words[0] in one.vocabulary.governing
    names = {normalise(state) for state in one.states}
    own = normalise(other.origin.name, other.vocabulary.leading)
    return whole and (own in names or set(words[1:]) - one.vocabulary.stop == {own})
