"""Figures for one thing: those that agree, those that contradict each other, and those that can't.

Figures are held against each other only where the texts say that they count the same thing. They
are never added up: what was used, delivered and shot down are three counts.
"""

from collections.abc import Collection
from datetime import date
from typing import Literal

from recoupe.compare.names import normalise
from recoupe.compare.texts import words
from recoupe.linking.claims.contrasts import (
    figures_differ,
    names_apart,
    roles_apart,
    shown_figures,
    times_differ,
)
from recoupe.linking.claims.likeness import Likeness
from recoupe.linking.claims.propositions import Figure, Proposition
from recoupe.linking.terms.vocabulary import phrase_in
from recoupe.model import Factuality, Reason

SURE = frozenset({Factuality.CERTAIN, Factuality.PROBABLE})
"""How sure who counts anew must be to contradict a count."""
Verdict = Literal["contradictory", "incomparable"]

_SAME_THING = 0.45
"""Least Dice coefficient of two that count one thing in ways that can't be set side by side."""
_SAME_SUBJECT = 0.4
"""The same for two figures of one count, which differ in what else they tell."""
_COUNTED_ANEW = 0.4
"""Least share of the shorter that the longer holds, where one source counts anew."""
_SAME_COUNT = 0.1
"""Share of the larger by which two figures of one source differ at most that are one, rounded."""
_ROUNDING = 0.2
"""Share of the larger by which two figures may differ and be one count, rounded or overtaken."""
_SAME_DAYS = 2
"""Days between two figures after which the later may be the newer count, not another one."""


def compare_figures(
    one: Proposition, other: Proposition, pair: Likeness
) -> tuple[Verdict, Reason] | None:
    """Tell whether two statements give figures of one thing that don't go together.

    Args:
        one: A statement.
        other: Another, of the same polarity.
        pair: How alike they are.

    Returns:
        ``contradictory`` for two sources' counts of one thing at one time, ``incomparable`` with
        what makes them so, None where they go together or count different things.
    """
    counted = sorted(counted_terms(one) & counted_terms(other))
    if not counted or not figures_differ(one, other):
        return None
    of = ", ".join(counted)
    if pair.dice >= _SAME_THING:
        here, there = {t for t, _ in one.statuses}, {t for t, _ in other.statuses}
        if here and there and not here & there:
            kinds = f"{', '.join(sorted(here))} ≠ {', '.join(sorted(there))}"
            return "incomparable", Reason(rule="other-action", words=kinds)
        if times_differ(one, other):
            return "incomparable", Reason(rule="other-period", words=of)
        if _units(one, counted) and not _units(one, counted) & _units(other, counted):
            units = " ≠ ".join(", ".join(shown_figures(p)) for p in (one, other))
            return "incomparable", Reason(rule="other-unit", words=units)
    if pair.dice < _SAME_SUBJECT or not _one_count(one, other, pair):
        return None
    if not exclude_each_other(one, other):
        return None
    figures = " ≠ ".join(", ".join(shown_figures(p)) for p in (one, other))
    return "contradictory", Reason(rule="other-figures", words=f"{figures} · {of}")


def exclude_each_other(one: Proposition, other: Proposition) -> bool:
    """Tell whether two statements count one thing, and not alike however it was rounded."""
    if not one.counted and not other.counted:
        # "Deux à trois fois" counts nothing but how often.
        return bool(one.figures) and all(_apart(a, b) for a in one.figures for b in other.figures)
    return any(
        _apart(a, b)
        for a, terms in one.counted.items()
        for b, others in other.counted.items()
        if terms & others
    )


def _one_count(one: Proposition, other: Proposition, pair: Likeness) -> bool:
    """Tell whether two sources speak of one count: of one happening, at one time."""
    if one.speaker is None or other.speaker is None or pair.same_speaker:
        return False
    if any(p.recounts and p.statement.factuality not in SURE for p in (one, other)):
        # "Le chiffre pourrait atteindre 17" leaves 11 standing.
        return False
    return not (
        one.negative
        or one.open
        or other.open
        or times_differ(one, other)
        or names_apart(one, other)
        or roles_apart(one, other)
        or one.statuses - other.statuses
        or other.statuses - one.statuses
        or _days_between(one, other) > _SAME_DAYS
        or _is_newer(one, other)
        or renews(one)
        or renews(other)
        or expects(one)
        or expects(other)
        or _of_a_day(one)
        or _of_a_day(other)
        # "Du 24 au 26" and "du 30 au 2", each of bookings made from the 5th to the 18th.
        or (one.times - other.times and other.times - one.times)
    )


def _of_a_day(p: Proposition) -> bool:
    """Tell whether a count is of one day, or of those that came on top: "cas en 24 heures"."""
    return bool(phrase_in(p.folded, p.report.vocabulary.per_day))


def expects(p: Proposition) -> bool:
    """Tell whether a figure is what somebody looks ahead to: "tablaient sur neuf millions"."""
    cue = p.statement.cue
    told = words(p.report.document.text, [cue]).folded if cue else ()
    return not p.report.vocabulary.expecting.isdisjoint(told)


def renews(p: Proposition) -> bool:
    """Tell "le bilan s'est alourdi à huit morts", "un précédent bilan": other counts stood then."""
    named = (word for s in p.statement.sources for word in normalise(s.name).split())
    return not p.report.vocabulary.renewed.isdisjoint((*p.folded, *named))


def _is_newer(one: Proposition, other: Proposition) -> bool:
    """Tell whether the report of a later day counts more: what is counted has grown."""
    first, second = sorted((one, other), key=lambda p: p.report.days or ("", ""))
    if first.report.days is None or first.report.days == second.report.days:
        return False
    return max(map(_size, second.counted), default=0.0) > max(
        map(_size, first.counted), default=0.0
    )


def _size(figure: Figure) -> float:
    return (figure[1] if figure[1] is not None else figure[2]) or 0.0


def _days_between(one: Proposition, other: Proposition) -> float:
    here, there = one.report.days, other.report.days
    if one.report.id == other.report.id:
        return 0
    if here is None or there is None:
        return float("inf")
    return abs((date.fromisoformat(here[0]) - date.fromisoformat(there[0])).days)


def _apart(one: Figure, other: Figure) -> bool:
    """Tell whether two figures of one unit exclude each other, however they were rounded."""
    if one[0] != other[0]:
        return False
    low, high = sorted((one, other), key=lambda f: (f[1] if f[1] is not None else f[2]) or 0.0)
    if low[2] is None or high[1] is None:
        return False
    return low[2] < high[1] * (1 - _ROUNDING)


def counted_anew(one: Proposition, other: Proposition, pair: Likeness) -> tuple[Reason, ...]:
    """Tell what one source counts differently in two statements, if it does."""
    counted = sorted(
        # "De nouveaux cas" and "de nouveaux morts" are new, and nothing else.
        counted_terms(one) & counted_terms(other) - one.report.vocabulary.unspecific
    )
    if _is_the_sum(one, other, counted) or _is_the_sum(other, one, counted):
        return ()
    if not counted or pair.inside < _COUNTED_ANEW or not figures_differ(one, other):
        return ()
    if _of_a_day(one) or _of_a_day(other):
        return ()
    # "Plus de trois milliards" and "plus de 3,2 milliards" are one count, and "trois valises
    # d'argent" none of "cinq millions d'euros d'argent".
    if all(
        a[0] != b[0] or _is_one_rounded(a, b)
        for a, terms in one.counted.items()
        for b, others in other.counted.items()
        if terms & others
    ):
        return ()
    figures = " ≠ ".join(", ".join(shown_figures(p)) for p in (one, other))
    return (Reason(rule="counted-anew", words=f"{figures} · {', '.join(counted)}"),)


def _is_the_sum(one: Proposition, other: Proposition, counted: Collection[str]) -> bool:
    """Tell whether one gives in all what the other gives by parts: "95" and "72 ici, 23 là"."""
    whole = [f for f, terms in one.counted.items() if not terms.isdisjoint(counted)]
    parts = [f[1] for f in other.figures if whole and f[0] == whole[0][0]]
    if len(whole) != 1 or len(parts) < 2:
        return False
    return whole[0][1] == sum(part for part in parts if part is not None)


def _is_one_rounded(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are measures so near that one rounds the other; no small counts."""
    low, high = sorted((f[1] if f[1] is not None else f[2]) or 0.0 for f in (one, other))
    near = high - low <= _SAME_COUNT * high
    return one[0] == other[0] and near and (bool(one[0]) or None in one + other)


def counted_terms(p: Proposition) -> frozenset[str]:
    """Return the terms of what the figures of a proposition count."""
    return frozenset().union(*p.counted.values()) if p.counted else frozenset()


def _units(p: Proposition, counted: list[str]) -> set[str]:
    return {figure[0] for figure, terms in p.counted.items() if terms & set(counted) and figure[0]}
