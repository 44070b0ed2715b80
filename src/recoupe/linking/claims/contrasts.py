"""What sets two propositions apart: polarity, figures, times, statuses, names, roles."""

from collections.abc import Set
from datetime import date

from recoupe.compare.dates import disjoint
from recoupe.compare.texts import words
from recoupe.linking.claims.propositions import Figure, Filler, Proposition
from recoupe.linking.claims.sameness import longest_run, same_figure
from recoupe.linking.terms.polarity import opposed
from recoupe.model import Factuality, Reason

_ONE_QUOTATION = 6
"""Words in a row by which two are one quotation, whoever is said to have said it."""
_ONE_WEEK = 6
"""Days between two reports in which one name of a weekday is taken for one day."""
_ONE_PHRASE = 4
"""Words in a row that two share at least where their names may stand in another order."""
_SAME_TERMS = 0.85
"""Share of their terms that two have in common which differ by hardly a word."""
_STAGES = {
    "considered": 0,
    "sought": 0,
    "agreed": 1,
    "begun": 2,
    "done": 2,
    "refused": 3,
    "denied": 4,
}
"""What a claim may tell of an event: what is wanted is not done, what is under way is."""


def conflict(
    one: Proposition, other: Proposition, *, same_matter: bool = False, same_passage: bool = False
) -> Reason | None:
    """Tell what keeps two propositions from being one claim, if anything does.

    Args:
        one: A proposition.
        other: Another.
        same_matter: They stand in one passage that two reports share, so that
            names read differently are no sign of different things.
        same_passage: That passage has the same words of both, so that a day counted from
            each report's own date ("demain") is no sign of them either.

    Returns:
        The rule that sets them apart with the words on both sides, or None.
    """
    if opposite(one, other):
        return Reason(rule="other-polarity")
    if _figures_apart(one, other):
        return Reason(rule="other-figures", words=_versus(shown_figures(one), shown_figures(other)))
    anchored = one.anchored and other.anchored
    if times_differ(one, other) and not (
        anchored and (same_passage or _one_day_read_twice(one, other))
    ):
        return Reason(rule="other-time", words=_versus(_times(one), _times(other)))
    statuses = _statuses_apart(one, other)
    if statuses and not (same_matter and _beside_what_is_done(one, other)):
        return Reason(rule="other-status", words=_versus(*statuses))
    # Whether it is so, and that it is.
    if one.asks != other.asks:
        return Reason(rule="other-certainty")
    if same_matter:
        return None
    if _is_asked_for(one) != _is_asked_for(other):
        return Reason(rule="other-status")
    if _negation_apart(one, other):
        return Reason(rule="other-polarity")
    if _each_of_oneself(one, other):
        return Reason(rule="other-speaker")
    if names_apart(one, other):
        return Reason(rule="other-names")
    # "A sold it to B" has the words of "B sold it to A".
    if _in_other_order(one, other):
        return Reason(rule="other-order")
    if swapped := _swapped(one, other):
        return Reason(rule="other-roles", words=_versus(*swapped))
    return None


def _is_asked_for(p: Proposition) -> bool:
    """Tell whether a statement tells of something asked for: "trois ans ont été requis"."""
    return not p.report.vocabulary.asking.isdisjoint(p.terms)


def _each_of_oneself(one: Proposition, other: Proposition) -> bool:
    """Tell whether two sources each say something of themselves: "j'ai prêté serment"."""
    return (
        one.of_oneself
        and other.of_oneself
        and None not in (one.speaker, other.speaker)
        and one.speaker != other.speaker
        and longest_run(one.folded, other.folded) < _ONE_QUOTATION
    )


def _in_other_order(one: Proposition, other: Proposition) -> bool:
    """Tell whether two name the same things in another order, and it is no other way to say one.

    A passive turns names round, and takes other words; a list does, and shares its phrases.
    """
    here, there = ([n for n in p.names if n in q.names] for p, q in ((one, other), (other, one)))
    if here == there:
        return False
    shared = len(one.terms.keys() & other.terms.keys())
    same = shared >= _SAME_TERMS * max(len(one.terms), len(other.terms))
    return same or longest_run(one.folded, other.folded) < _ONE_PHRASE


def _swapped(one: Proposition, other: Proposition) -> tuple[list[str], list[str]] | None:
    """Return the parts that somebody plays in an event of each of two, where they are others."""
    for kind, role, filler in sorted((r for r in one.roles if isinstance(r[2], str)), key=str):
        here, there = ({r for t, r, f in p.roles if (t, f) == (kind, filler)} for p in (one, other))
        if there and here.isdisjoint(there):
            return [f"{kind} {role}" for role in here], [f"{kind} {role}" for role in there]
    return None


def _statuses_apart(one: Proposition, other: Proposition) -> tuple[list[str], list[str]] | None:
    """Return how far one type of event has come in each of two, where that differs.

    What both deny has come nowhere: refused, denied and never thought of are one.
    """
    if one.negative and other.negative:
        return None
    for kind in sorted({t for t, _ in one.statuses}):
        here, there = (sorted(s for t, s in p.statuses if t == kind) for p in (one, other))
        if there and not {_STAGES.get(s) for s in here} & {_STAGES.get(s) for s in there}:
            return [f"{kind} {s}" for s in here], [f"{kind} {s}" for s in there]
    return None


def _beside_what_is_done(one: Proposition, other: Proposition) -> bool:
    """Tell whether each of two tells of something that came about, whatever else it tells of.

    Of one passage told twice, "des machines utilisées pour frapper" and "des frappes" are one.
    """
    return all({_STAGES["done"]} & {_STAGES.get(s) for _, s in p.statuses} for p in (one, other))


def roles_apart(one: Proposition, other: Proposition) -> tuple[list[str], list[str]] | None:
    """Return who or what fills one role of an event in each of two, where none may be the other."""
    for kind, role in sorted({(t, r) for t, r, _ in one.roles}):
        here, there = (
            [filler for t, r, filler in p.roles if (t, r) == (kind, role)] for p in (one, other)
        )
        if there and not any(_may_be_one(a, b) for a in here for b in there):
            shown = ([_shown_filler(f) for f in side] for side in (here, there))
            return next(shown), next(shown)
    return None


def _may_be_one(one: Filler, other: Filler) -> bool:
    """Tell whether two fillers of a role may be one: two names, or two descriptions, agree."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other
    if isinstance(one, str) or isinstance(other, str):
        return True
    return not one or not other or bool(one & other)


def _shown_filler(filler: Filler) -> str:
    return filler if isinstance(filler, str) else " ".join(sorted(filler))


def opposite(one: Proposition, other: Proposition) -> bool:
    """Tell whether one of two denies what the other affirms."""
    if one.negative == other.negative and not (one.signs.marked or other.signs.marked):
        return False
    shared = frozenset(one.terms.keys() & other.terms.keys())
    polarities = one.negative, other.negative
    return opposed(one.signs, other.signs, shared, polarities=polarities)


def _negation_apart(one: Proposition, other: Proposition) -> bool:
    """Tell whether of two that are affirmed one holds a negation about what both tell."""
    if one.negative or other.negative or not (one.negated or other.negated):
        return False
    shared = one.terms.keys() & other.terms.keys()
    return _negates(one, shared) != _negates(other, shared)


def _negates(p: Proposition, terms: Set[str]) -> bool:
    """Tell whether a negation stands in a proposition, in a clause with some of its terms."""
    return p.negated and not (terms and terms <= p.affirmed)


def names_apart(one: Proposition, other: Proposition) -> bool:
    """Tell whether each of two names something of a kind that the other lacks.

    Where they name one of that kind in common, what each names beside it may be by the way: "37
    machines faites à Taïwan, livrées à Minsk", "37 machines livrées à Minsk par un Kirghize".
    """
    kinds = _others(one, other) & _others(other, one)
    shared = (k for name, k in zip(one.names, one.kinds, strict=True) if name in other.names)
    return bool(kinds and kinds.difference(shared))


def _others(one: Proposition, other: Proposition) -> set[str]:
    """Return of what kinds the names are that only the first of two holds.

    A name that is part of another, or the same read as of another kind, may be that one.
    """
    return {
        kind
        for name, kind, called in zip(one.names, one.kinds, one.called, strict=True)
        if name not in other.names and not any(called <= c or c <= called for c in other.called)
    }


def figures_differ(one: Proposition, other: Proposition) -> bool:
    """Tell whether both give figures that cannot belong to one statement.

    They may where one gives all of the other's, or where they have a figure in common and
    what else they give counts other things, in other units.
    """
    if _holds(one.figures, other.figures) or _holds(other.figures, one.figures):
        return False
    left = [f for f in one.figures if not any(same_figure(f, o) for o in other.figures)]
    right = [f for f in other.figures if not any(same_figure(f, o) for o in one.figures)]
    if len(left) == len(one.figures):
        return True
    return any(_may_count_one(one, a, other, b) for a in left for b in right)


def _may_count_one(one: Proposition, a: Figure, other: Proposition, b: Figure) -> bool:
    """Tell whether two figures may be of one thing: of one unit, and nothing says it is not."""
    here, there = one.counted.get(a), other.counted.get(b)
    return a[0] == b[0] and not (here and there and not here & there)


def _holds(figures: frozenset[Figure], others: frozenset[Figure]) -> bool:
    """Tell whether each of the others is among the figures, with or without "at least"."""
    return others <= figures or all(any(same_figure(f, o) for f in figures) for o in others)


def _is_ceiling(one: Proposition, other: Proposition) -> bool:
    """Tell whether one gives as the most that there may be what the other says that there is."""
    return (
        one.statement.factuality is Factuality.POSSIBLE
        and other.statement.factuality is Factuality.CERTAIN
        and any(
            low is None and (unit, high, high) in other.figures - one.figures
            for unit, low, high in one.figures
        )
    )


def _figures_apart(one: Proposition, other: Proposition) -> bool:
    """Tell whether figures keep two from being one claim."""
    # "It may be up to 18 millions" is no estimate of 18 millions.
    return figures_differ(one, other) or any(
        apart(p, q)
        for apart in (_is_ceiling, _contests_a_figure)
        for p, q in ((one, other), (other, one))
    )


def _contests_a_figure(one: Proposition, other: Proposition) -> bool:
    """Tell whether one denies a figure by its name alone, and the other gives no such figure.

    Who contests "le chiffre" of 31 millions of debts does not say that there were none.
    """
    if one.takes_up is None or _holds(other.figures, one.figures):
        return False
    vocabulary = one.report.vocabulary
    return not vocabulary.counting.isdisjoint(vocabulary.terms(words(one.words).folded))


def times_differ(one: Proposition, other: Proposition) -> bool:
    """Tell whether both state times and no two of them have a day in common."""
    return (
        bool(one.times)
        and bool(other.times)
        and all(disjoint(a, b) for a in one.times for b in other.times)
    )


def _one_day_read_twice(one: Proposition, other: Proposition) -> bool:
    """Tell whether two reports of one week name their days alike, in words that both have.

    "Jeudi" is then one Thursday, counted from the day of each.
    """
    here, there = one.report.days, other.report.days
    if not (here and there and here[0] == here[1] and there[0] == there[1]):
        return False
    apart = abs((date.fromisoformat(here[0]) - date.fromisoformat(there[0])).days)
    return (
        apart <= _ONE_WEEK
        and _named_days(one) == _named_days(other)
        and longest_run(one.folded, other.folded) >= _ONE_QUOTATION
    )


def _named_days(p: Proposition) -> set[tuple[str, ...]]:
    """Return the words by which a proposition gives the days of what it tells."""
    text = p.report.document.text
    return {words(text, [t.span]).folded for t in p.statement.times if t.role == "event"}


def adds(one: Proposition, other: Proposition) -> bool:
    """Tell whether one of two gives figures or times where the other gives none."""
    return not (_holds(one.figures, other.figures) and _holds(other.figures, one.figures)) or bool(
        one.times
    ) != bool(other.times)


def shown_figures(proposition: Proposition) -> list[str]:
    """Return the figures of a proposition as a person reads them, sorted."""
    return sorted(
        "–".join(dict.fromkeys("?" if v is None else f"{v:g}" for v in (low, high))) + f" {unit}"
        for unit, low, high in proposition.figures
    )


def _times(proposition: Proposition) -> list[str]:
    return sorted("/".join(dict.fromkeys(days)) for days in proposition.times)


def _versus(one: object, other: object) -> str:
    sides = []
    for side in (one, other):
        assert isinstance(side, list | set | frozenset)
        words_of = (" ".join(x) if isinstance(x, tuple) else str(x) for x in side)
        sides.append(", ".join(sorted(w.strip() for w in words_of)))
    return " ≠ ".join(sides)
