"""One source that later says the same of another: "destinés à la Syrie", then "au Liban".

Most of what one says twice of two names is simply two things: a minister visits Rome, and then
Naples. It is another position where a thing can have but one such ("destiné à", "appartient à"),
or where the text says that the source turns round ("est revenu sur ses déclarations").
"""

from recoupe.compare.texts import fold, words
from recoupe.linking.claims.contrasts import times_differ
from recoupe.linking.claims.likeness import Likeness
from recoupe.linking.claims.propositions import Proposition
from recoupe.model import Reason

_SHARED = 2
"""Least words in common beside the names: what is spoken of, and what is said of it."""


def said_of_another(one: Proposition, other: Proposition, pair: Likeness) -> tuple[Reason, ...]:
    """Tell by which name one source says otherwise what it said, if by nothing but a name.

    Args:
        one: A statement.
        other: Another, of the same polarity.
        pair: How alike they are.
    """
    if not pair.same_speaker or one.report.id == other.report.id or one.asks or other.asks:
        return ()
    here, there = _alone(one, other), _alone(other, one)
    if here is None or there is None or one.kinds[here] != other.kinds[there]:
        return ()
    left, right = _without(one, here), _without(other, there)
    shared = left & right
    if len(shared) < _SHARED or shared != min(left, right, key=len) or times_differ(one, other):
        return ()
    if shared.isdisjoint(one.report.vocabulary.single) and not (
        takes_back(one) or takes_back(other)
    ):
        return ()
    names = (" ".join(sorted(p.called[at])) for p, at in ((one, here), (other, there)))
    return (Reason(rule="other-names", words=" ≠ ".join(names)),)


def _alone(one: Proposition, other: Proposition) -> int | None:
    """Return the place of the one name that only the first of two has, None if there are more."""
    own = [
        at
        for at, (name, called) in enumerate(zip(one.names, one.called, strict=True))
        if name not in other.names and not any(called <= c or c <= called for c in other.called)
    ]
    return own[0] if len(own) == 1 else None


def _without(p: Proposition, at: int) -> frozenset[str]:
    """Return the terms of a statement without those of one of its names."""
    return frozenset(p.terms) - p.report.vocabulary.terms(sorted(p.called[at])).keys()


def takes_back(p: Proposition) -> bool:
    """Tell whether the sentence of a statement says that its source takes back what it said."""
    told = words(p.report.document.text, [p.statement.sentence]).folded
    return p.report.vocabulary.takes_back(told)


def admits(p: Proposition) -> bool:
    """Tell whether the sentence of a statement says that its source admits something."""
    told = words(p.report.document.text, [p.statement.sentence]).folded
    return p.report.vocabulary.admits(told)


def was_said(p: Proposition) -> bool:
    """Tell whether a statement is told as made before: "affirmait", "après avoir affirmé"."""
    cue, text, vocabulary = p.statement.cue, p.report.document.text, p.report.vocabulary
    if cue is None:
        return False
    said = cue.of(text).split(maxsplit=1)
    if not said:
        return False
    before = text[p.statement.sentence.start : cue.start].split()
    after = bool(before) and fold(before[-1]) in vocabulary.earlier
    return fold(said[0]) in (vocabulary.having if after else vocabulary.said_before)
