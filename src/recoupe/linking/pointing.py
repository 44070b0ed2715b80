"""Denials that point back: "ces accusations", "faux", "une telle lettre n'existe pas".

They answer what another said shortly before in the same report, and are bound to that by a word
or two, or by nothing but their place.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.linking.contrasts import figures_differ
from recoupe.linking.propositions import Proposition
from recoupe.model import Reason

_COMMON, _COMMON_SHARE = 12, 0.05
"""A term in more statements, and a larger share of them, than this takes up none of them."""
_BACK, _NEAR = 8, 900
"""Statements, and characters, before a denial in its report that it may take a word from."""
_JUST, _JUST_NEAR = 3, 500
"""The same for a denial that takes up no word."""
ABOUT = 5
"""Most terms of what accusations are said to be about."""
_FEW, _FEW_POINTING = 4, 3
"""Most terms of a denial that points back by a word or two, or by "une telle"."""
_POINTS, _NEGATES = 0.5, 0.5
"""Least share of its terms that such a denial takes up; for a sentence that only holds a negation,
no word of denying and no "une telle", of another source's words."""


@dataclass(frozen=True)
class Denial:
    """A denial and a statement that it denies.

    Attributes:
        denial: The denial.
        denied: What it denies.
        reasons: What binds them.
    """

    denial: Proposition
    denied: Proposition
    reasons: tuple[Reason, ...]


def pointing_back(found: Sequence[Proposition]) -> Iterator[Denial]:
    """Bind denials that say little of their own to what another said before in the report.

    Args:
        found: Propositions in the order of the case.
    """
    known = Counter(term for p in found for term in p.terms)
    most = max(_COMMON, _COMMON_SHARE * len(found))
    common = frozenset(term for term, count in known.items() if count > most)
    for place, p in enumerate(found):
        if p.open or (p.speaker is None and not p.statement.denies):
            continue
        verdict = not p.negative and _is_verdict(p)
        if not (p.negative or verdict):
            continue
        # "Aucune telle discussion n'a lieu" denies even that a thing is thought of.
        thought = _points(p)
        before = [
            q
            for q in reversed(found[max(0, place - _BACK) : place])
            if _may_be_meant(p, q)
            and (thought or not q.open)
            and (q.speaker is None or q.speaker != p.speaker)
            and p.statement.content.start - q.statement.content.end <= _NEAR
        ]
        if said := _said_before(p, before, found[max(0, place - _JUST) : place], common):
            yield said


def _may_be_meant(p: Proposition, q: Proposition) -> bool:
    return (
        q.report.id == p.report.id
        and not (q.negative or q.negated)
        and not _is_verdict(q)
        and q.statement.content.end <= p.statement.content.start
        and not figures_differ(p, q)
    )


def _said_before(
    p: Proposition,
    before: Sequence[Proposition],
    last: Sequence[Proposition],
    common: frozenset[str],
) -> Denial | None:
    vocabulary = p.report.vocabulary
    empty = vocabulary.told | vocabulary.verdicts
    own = [term for term, word in p.terms.items() if singular(word) not in empty]
    why = Reason(rule="denies", words=p.words)
    points = _points(p)
    outright = p.statement.denies or points
    for q in before if len(p.terms) <= _FEW else ():
        shared = [term for term in own if term in q.terms]
        # What most statements of the case hold ties none of them to another.
        if common.issuperset(shared):
            continue
        least = (_POINTS if outright else _NEGATES) * len(p.terms)
        # One word of two takes up as much of another matter ("avoir assisté au dîner").
        enough = points or len(shared) > 1 or len(shared) == len(own)
        if shared and len(shared) >= least and enough and (outright or q.speaker):
            words = ", ".join(p.terms[term] for term in shared)
            return Denial(p, q, (why, Reason(rule="takes-up", words=words)))
    # "les accusations de X sur Y": of what others said before, what is likest to Y.
    if p.statement.denies and 0 < len(own) <= ABOUT and len(own) < len(p.terms):
        held = [(sum(term in q.terms for term in own), -rank) for rank, q in enumerate(before)]
        best = max(held, default=(0, 0))
        if best[0]:
            q = before[-best[1]]
            words = ", ".join(word for term, word in p.terms.items() if term in q.terms)
            return Denial(p, q, (why, Reason(rule="takes-up", words=words)))
    # Nothing but "ces accusations", "faux": what another said last is meant.
    if own and not points:
        return None
    near = p.statement.content.start - _JUST_NEAR
    for q in before:
        if q in last and q.speaker and q.statement.content.end >= near and p.terms:
            return Denial(p, q, (why, Reason(rule="said-just-before", words=q.words)))
    return None


def _points(p: Proposition) -> bool:
    """Tell whether a short statement points back by a determiner: "une telle lettre"."""
    pointing = p.report.vocabulary.pointing
    return not pointing.isdisjoint(p.folded) and len(p.terms) <= _FEW_POINTING


def only_points(p: Proposition) -> bool:
    """Tell whether a statement says nothing of its own: "ces accusations", "faux"."""
    vocabulary = p.report.vocabulary
    empty = vocabulary.told | vocabulary.verdicts
    return bool(p.terms) and all(singular(word) in empty for word in p.terms.values())


def _is_verdict(p: Proposition) -> bool:
    """Tell whether a statement only calls something untrue."""
    verdicts = p.report.vocabulary.verdicts
    return only_points(p) and any(singular(word) in verdicts for word in p.terms.values())


def singular(word: str) -> str:
    """Return a folded word without the ending of its plural."""
    return word[:-1] if len(word) > 4 and word[-1] in "sx" else word
