"""What a statement denies, by meaning: "sans visite" affirms what "la visite n'a pas eu lieu" does.

Each term has a sign: denied where the statement is, where the words before it deny it alone
("sans", "aucun"), or where it says the opposite of another word ("faux" of "authentique").
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.linking.terms.vocabulary import Vocabulary

_REACH = 2
"""Content words that a negated verb and its first complement are."""
_ONLY = 10
"""Words after a negation among which the one stands that makes it "only"."""
_SUBJECT, _VERB = 8, 4
"""Words from the "que" that such a clause begins with to its "ne", and from there to a "pas"."""
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Signs:
    """Which terms of a statement are denied.

    Attributes:
        denied: The terms that are.
        marked: Terms whose sign their own words give, whatever the whole statement is.
    """

    denied: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()


def signs(
    folded: Sequence[str],
    vocabulary: Vocabulary,
    *,
    negative: bool,
    rejects: bool,
    apart: bool = False,
) -> Signs:
    """Tell which terms of a statement are denied.

    Args:
        folded: Its words, those of its figures left out.
        vocabulary: The words of its language.
        negative: Whether the whole is denied.
        rejects: Whether it is what someone denies having happened, so that a word which calls
            it untrue ("a qualifié de faux") says nothing but that.
        apart: Whether they are a clause of a statement that denies in another one only: the
            sign of each term is then its own.
    """
    told = list(vocabulary.told_in(folded))
    reached = set() if negative else set(_reached(folded, [at for _, _, at in told], vocabulary))
    denied, marked = set(), set()
    for term, word, place in told:
        sign = negative or place in reached
        if place in reached or apart:
            marked.add(vocabulary.synonyms.opposites.get(term, term))
        if base := vocabulary.synonyms.opposites.get(term):
            marked.add(base)
            if sign == (rejects and word in vocabulary.verdicts):
                denied.add(base)
        elif sign:
            denied.add(term)
    # Most statements deny nothing: they share one empty set.
    return Signs(frozenset(denied) or _NOTHING, frozenset(marked) or _NOTHING)


def all_signs(parts: Iterable[Signs]) -> Signs:
    """Return the signs of all clauses of a statement: a negation ends with its clause."""
    found = tuple(parts)
    if len(found) == 1:
        return found[0]
    return Signs(
        frozenset().union(*(s.denied for s in found)), frozenset().union(*(s.marked for s in found))
    )


def _reached(folded: Sequence[str], places: Sequence[int], vocabulary: Vocabulary) -> Iterator[int]:
    """Yield the places of the terms that a word of negation before them denies."""
    for at, word in enumerate(folded):
        privative = word in vocabulary.privative
        reach = 1 if privative else _REACH * (word in vocabulary.verbal)
        if not reach or denies_nothing(folded, at, vocabulary):
            continue
        after = [place for place in places if place > at]
        while privative and reach < len(after):
            between = folded[after[reach - 1] + 1 : after[reach]]
            if len(between) != 1 or between[0] not in vocabulary.either:
                break
            reach += 1
        yield from after[:reach]


def denies_nothing(folded: Sequence[str], place: int, vocabulary: Vocabulary) -> bool:
    """Tell whether the word of negation at a place is none by its sense.

    It only restricts ("n'en compte que neuf"), or is the one that fear and time take ("avant
    qu'il ne coule").

    Args:
        folded: The words of a text.
        place: Where the word stands.
        vocabulary: The words of their language.
    """
    return folded[place] in vocabulary.verbal and (
        _restricts(folded, place, vocabulary) or _is_expletive(folded, place, vocabulary)
    )


def _is_expletive(folded: Sequence[str], place: int, vocabulary: Vocabulary) -> bool:
    before = range(max(1, place - _SUBJECT), place)
    return any(
        folded[at] in vocabulary.only and folded[at - 1] in vocabulary.expletive for at in before
    ) and vocabulary.negations.isdisjoint(folded[place + 1 : place + 1 + _VERB])


def _restricts(folded: Sequence[str], place: int, vocabulary: Vocabulary) -> bool:
    for word in folded[place + 1 : place + 1 + _ONLY]:
        if word in vocabulary.only:
            return True
        if word in vocabulary.negations or word in vocabulary.privative:
            return False
    return False


def base_terms(terms: Mapping[str, str], vocabulary: Vocabulary) -> dict[str, str]:
    """Return terms with those that say the opposite of another under that one's name."""
    opposites = vocabulary.synonyms.opposites
    found: dict[str, str] = {}
    for term, word in terms.items():
        found.setdefault(opposites.get(term, term), word)
    return found


def opposed(
    one: Signs, other: Signs, shared: frozenset[str], *, polarities: tuple[bool, bool]
) -> bool:
    """Tell whether two statements with terms in common say the opposite of each other.

    Args:
        one: Signs of a statement.
        other: Those of another.
        shared: Terms that both have.
        polarities: Whether each is denied as a whole.
    """
    marked = shared & (one.marked | other.marked)
    differ = marked & (one.denied ^ other.denied)
    if polarities[0] == polarities[1]:
        return bool(differ)
    return bool(differ) or not marked
