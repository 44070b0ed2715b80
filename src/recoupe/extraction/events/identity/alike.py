"""Whether two fillers of one role can be, or surely are, the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from recoupe.extraction.claimers.states import States
from recoupe.extraction.claimers.words import fold
from recoupe.extraction.tokens import Token
from recoupe.ontology import kinds_above

Verdict = Literal["same", "apart", "open"]

# What a thing of one of these kinds is, a noun for another thing of it can take up: "le navire".
_TAKEN_UP = frozenset(("vehicle", "vessel", "aircraft", "work"))
_PEOPLE = frozenset(("person", "body"))
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Player:
    """One filler of a role, with what it is compared by.

    Attributes:
        name: As resolved within the report.
        head: Its first word.
        proper: It is named, not described.
        terms: The words that tell which one, folded; the head first where it is described.
        state: The states that it is or speaks for.
        kinds: What kinds of thing its head names.
        definite: One that was told of before, by its article.
        plural: Several.
    """

    name: str
    head: Token
    proper: bool
    terms: tuple[str, ...]
    state: frozenset[str]
    kinds: frozenset[str]
    definite: bool
    plural: bool


def terms_of(name: str, small: frozenset[str]) -> tuple[str, ...]:
    """Return the words of a name that tell which one, without articles and plural endings."""
    split = name.casefold().replace("’", " ").replace("'", " ").replace("-", " ").split()
    kept = [word.strip('.,«»"()') for word in split]
    return tuple(
        word if len(word) <= _SHORT else word.rstrip("sx")
        for word in kept
        if word and word not in small
    )


def states_of(name: str, states: States) -> frozenset[str]:
    """Return the states that a name is of: its own, its capital's, an adjective's."""
    told = states.of_name(name)
    if told is not None:
        return frozenset(told[1])
    if " " not in name and (of_people := states.of_adjective(name)):
        return frozenset(of_people)
    if not states.is_state(name):
        return frozenset()
    return frozenset((states.names.get(fold(name), name),))


def compare(one: Player, other: Player) -> Verdict:
    """Tell whether two fillers are the same, surely apart, or neither can be told."""
    if one.name.casefold() == other.name.casefold():
        return "same"
    if one.state or other.state:
        if not (one.state and other.state):
            # A state and a body or a place may be that state's.
            return "open"
        return "same" if one.state & other.state else "apart"
    if not (one.terms and other.terms):
        return "open"
    ours, theirs = set(one.terms), set(other.terms)
    if one.proper and other.proper:
        return "same" if ours <= theirs or theirs <= ours else "apart"
    if one.proper or other.proper:
        return "open"
    if one.terms[0].isdigit() or other.terms[0].isdigit():
        return "apart" if one.terms[0].isdigit() and other.terms[0].isdigit() else "open"
    if one.terms[0] == other.terms[0]:
        return "same" if ours <= theirs or theirs <= ours else "apart"
    above = [frozenset(up for k in p.kinds for up in kinds_above(k)) for p in (one, other)]
    single = not (one.plural or other.plural)
    if single and above[0] & above[1] & _TAKEN_UP:
        return "same" if one.definite or other.definite else "open"
    people = not (_PEOPLE.isdisjoint(above[0]) or _PEOPLE.isdisjoint(above[1]))
    if people and not (single and "body" not in above[0] | above[1]):
        # "les responsables", "la direction": words for people say little of who they are.
        return "open"
    return "open" if one.terms[0] in theirs or other.terms[0] in ours else "apart"


def compare_all(ours: Sequence[Player], theirs: Sequence[Player]) -> Verdict:
    """Compare all that fills a role in two mentions: one list may hold more than the other."""
    if not ours or not theirs:
        return "open"
    few, many = sorted((ours, theirs), key=len)
    found = [{compare(a, b) for b in many} for a in few]
    if any(verdicts == {"apart"} for verdicts in found):
        return "apart"
    left = [a for a, verdicts in zip(few, found, strict=True) if "same" not in verdicts]
    if not left:
        return "same"
    # "la direction et les pirates", "des responsables et les pirates"
    described = not any(player.proper for player in (*left, *many))
    return "same" if len(left) < len(few) and described else "open"


def covered(ours: Sequence[Player], theirs: Sequence[Player]) -> bool:
    """Tell whether what fills a role was told before, by the same words or by more."""
    return all(
        any(compare(a, b) == "same" and (a.proper or set(a.terms) <= set(b.terms)) for b in theirs)
        for a in ours
    )
