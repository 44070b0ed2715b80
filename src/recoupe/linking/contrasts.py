"""What sets two propositions apart: polarity, figures, times, statuses, names, roles."""

from recoupe.compare.dates import disjoint
from recoupe.linking.propositions import Figure, Proposition
from recoupe.model import Reason


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
    if one.negative != other.negative:
        return Reason(rule="other-polarity")
    if figures_differ(one, other):
        return Reason(rule="other-figures", words=_versus(shown_figures(one), shown_figures(other)))
    anchored = same_passage and one.anchored and other.anchored
    if times_differ(one, other) and not anchored:
        return Reason(rule="other-time", words=_versus(_times(one), _times(other)))
    if {t for t, _ in one.statuses} & {t for t, _ in other.statuses} and not (
        one.statuses <= other.statuses or other.statuses <= one.statuses
    ):
        return Reason(rule="other-status", words=_versus(one.statuses, other.statuses))
    if same_matter:
        return None
    # Two that are affirmed, one of them in a sentence with a negation in it.
    if one.negated != other.negated and not one.negative:
        return Reason(rule="other-polarity")
    if one.open != other.open:
        return Reason(rule="other-certainty")
    if _others(one, other) & _others(other, one):
        return Reason(rule="other-names")
    # "A sold it to B" has the words of "B sold it to A"; a passive may turn them
    # round too, but then nothing is lost by leaving it open.
    if [n for n in one.names if n in other.names] != [n for n in other.names if n in one.names]:
        return Reason(rule="other-order")
    for kind, role in sorted({(t, r) for t, r, _ in one.roles}):
        here = {name for t, r, name in one.roles if (t, r) == (kind, role)}
        there = {name for t, r, name in other.roles if (t, r) == (kind, role)}
        if there and not here & there:
            return Reason(rule="other-roles", words=_versus(here, there))
    return None


def _others(one: Proposition, other: Proposition) -> set[str]:
    """Return of what kinds the names are that only the first of two holds."""
    pairs = zip(one.names, one.kinds, strict=True)
    return {kind for name, kind in pairs if name not in other.names}


def figures_differ(one: Proposition, other: Proposition) -> bool:
    """Tell whether both give figures and neither gives all of the other's."""
    return not (_holds(one.figures, other.figures) or _holds(other.figures, one.figures))


def _holds(figures: frozenset[Figure], others: frozenset[Figure]) -> bool:
    """Tell whether each of the others is among the figures, with or without "at least"."""
    return others <= figures or all(any(_same_figure(f, o) for f in figures) for o in others)


def _same_figure(one: Figure, other: Figure) -> bool:
    """Tell whether two figures have a bound in common that the same side of it is open to.

    "23" is "at least 23" said without care; "under 20" is not "over 20".
    """
    unit, low, high = one
    if one == other:
        return True
    return unit == other[0] and (
        (low is not None and low == other[1]) or (high is not None and high == other[2])
    )


def times_differ(one: Proposition, other: Proposition) -> bool:
    """Tell whether both state times and no two of them have a day in common."""
    return (
        bool(one.times)
        and bool(other.times)
        and all(disjoint(a, b) for a in one.times for b in other.times)
    )


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
