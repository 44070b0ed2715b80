"""What a denial denies: the claim in its words, or the one that it only points back to.

"X denies having sold it" says what is denied. "X denies these accusations", "Faux, répond X",
"une telle lettre n'existe pas" do not, or hardly: they answer what another said shortly before
in the same report, and are bound to that.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.compare.texts import words
from recoupe.linking.contrasts import (
    figures_differ,
    names_apart,
    opposite,
    roles_apart,
    times_differ,
)
from recoupe.linking.likeness import Likeness
from recoupe.linking.propositions import Proposition
from recoupe.linking.sameness import longest_run
from recoupe.model import Reason

_HELD, _SHARED = 0.6, 3
"""Least share of the shorter of a claim and its outright denial that the other holds, and words."""
_HELD_SHORT, _SHARED_SHORT = 0.8, 2
"""The same for a short denial."""
_LEAST_DICE = 0.4
"""Least Dice coefficient of a denial and what a report says in its own voice."""
_OPPOSITE, _SHARED_OPPOSITE = 0.7, 3
"""Least Dice coefficient of two that differ by a negation alone: antonyms resemble it."""
_SAME_WORDS = 0.8
"""Share of the shorter that a run of the same words is, where nothing is left to deny it."""
_HELD_SPEAKER = 0.4
"""Least share of the shorter that the longer holds, where one source says both."""
_HELD_EVENT = 0.4
"""The same for two that tell of one event."""
_COMMON, _COMMON_SHARE = 12, 0.05
"""A term in more statements, and a larger share of them, than this takes up none of them."""
_CLOSE = 0.1
"""A denial is bound to the claim it fits best, and to those that fit as well but for this."""
_BACK, _NEAR = 8, 900
"""Statements, and characters, before a denial in its report that it may take a word from."""
_JUST, _JUST_NEAR = 3, 500
"""The same for a denial that takes up no word."""
_ABOUT = 5
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


def bind(found: Sequence[Proposition], pairs: Sequence[Likeness]) -> list[Denial]:
    """Bind denials to what they deny.

    Args:
        found: Propositions in the order of the case.
        pairs: How alike those are that share rare words.
    """
    bound = [*_by_words(found, pairs)]
    told = {b.denial.id for b in bound if b.denial.report.id == b.denied.report.id}
    bound += [b for b in pointing_back(found) if b.denial.id not in told]
    bound += _of_what_it_rests_on(found)
    return bound


def _by_words(found: Sequence[Proposition], pairs: Sequence[Likeness]) -> Iterator[Denial]:
    options: dict[str, list[tuple[Likeness, Proposition, Proposition]]] = {}
    for pair in pairs:
        one, other = found[pair.one], found[pair.other]
        if not opposite(one, other):
            continue
        if one.negative == other.negative:
            if _contradict(one, other, pair):
                denial, denied = (one, other) if _denied(one, other) else (other, one)
                options.setdefault(denial.id, []).append((pair, denial, denied))
            continue
        denial, denied = (one, other) if one.negative else (other, one)
        # What a report says of itself is background to most of what is denied in it.
        background = denied.speaker is None and pair.dice < _LEAST_DICE
        if _denies(one, other, pair) and not background and not _says_again(denial, denied):
            options.setdefault(denial.id, []).append((pair, denial, denied))
    for fits in options.values():
        best = max(pair.inside for pair, _, _ in fits)
        for pair, denial, denied in fits:
            if pair.inside >= best - _CLOSE:
                rule = "denies" if denial.statement.denies else "other-polarity"
                words = f"{pair.inside:.0%} · {', '.join(pair.shared[:6])}"
                shared = Reason(rule="shared-words", words=words)
                yield Denial(denial, denied, (Reason(rule=rule, words=denial.words), shared))


def _says_again(denial: Proposition, denied: Proposition) -> bool:
    """Tell whether what both say stands in a denial where it denies nothing.

    It may be in another sentence of it, or be the other's very words, to which a negation
    beside them does not belong.
    """
    if denial.statement.denies or not denial.negated:
        return False
    shared = denial.terms.keys() & denied.terms.keys()
    if shared <= denial.affirmed:
        return True
    shorter = min(len(denial.folded), len(denied.folded))
    return longest_run(denial.folded, denied.folded) >= _SAME_WORDS * shorter


def _contradict(one: Proposition, other: Proposition, pair: Likeness) -> bool:
    """Tell whether two sources say the opposite by a word alone: "favorable", "défavorable"."""
    return (
        None not in (one.speaker, other.speaker)
        and not (pair.same_speaker or one.open or other.open or one.negative)
        # Two that each hold a word of denial may well say the same with them.
        and bool(one.signs.marked) != bool(other.signs.marked)
        and pair.inside >= _HELD
        and len(pair.shared) >= _SHARED_SHORT
        and not figures_differ(one, other)
        and not times_differ(one, other)
        and not names_apart(one, other)
        and not roles_apart(one, other)
    )


def _denied(one: Proposition, other: Proposition) -> frozenset[str]:
    """Return the terms that only the first of two denies of what both speak of."""
    return (one.signs.denied - other.signs.denied) & one.terms.keys() & other.terms.keys()


def _denies(one: Proposition, other: Proposition, pair: Likeness) -> bool:
    if one.statement.denies or other.statement.denies:
        alike = (pair.inside >= _HELD and len(pair.shared) >= _SHARED) or (
            pair.inside >= _HELD_SHORT and len(pair.shared) >= _SHARED_SHORT
        )
    elif pair.same_speaker:
        alike = pair.inside >= _HELD_SPEAKER
    else:
        # Where both have a negation in their words, they say the same, one of
        # them inside a sentence that affirms it.
        alike = (
            pair.dice >= _OPPOSITE
            and len(pair.shared) >= _SHARED_OPPOSITE
            and not (one.negated and other.negated)
        )
    return (
        (alike or _of_one_event(one, other, pair))
        and not one.open
        and not other.open
        and not figures_differ(one, other)
        and not times_differ(one, other)
    )


def _of_one_event(one: Proposition, other: Proposition, pair: Likeness) -> bool:
    """Tell whether two speak of an event of one type, with one or a thing in the same part."""
    if not (one.statement.denies or other.statement.denies):
        return False
    types = {t for t, _ in one.statuses} & {t for t, _ in other.statuses}
    fillers = {(t, r, f) for t, r, f in one.roles if t in types}
    return (
        bool(fillers & other.roles) and pair.inside >= _HELD_EVENT and not roles_apart(one, other)
    )


def _of_what_it_rests_on(found: Sequence[Proposition]) -> Iterator[Denial]:
    """Bind those that call a document untrue to what that document says.

    "Les messages sont des faux" denies what "selon des messages" tells.
    """
    resting: dict[str, list[Proposition]] = {}
    for q in found:
        if q.statement.sources and q.statement.sources[0].kind in {"document", "unnamed"}:
            name = words(q.statement.sources[0].name).folded
            for term in q.report.vocabulary.terms(name):
                resting.setdefault(term, []).append(q)
    for p in found:
        untrue = p.report.vocabulary.untrue & p.terms.keys() & p.signs.denied
        if not untrue or p.speaker is None or len(p.terms) > _ABOUT:
            continue
        told = p.report.vocabulary.told
        for term in sorted(
            t for t, w in p.terms.items() if t not in untrue and _singular(w) in told
        ):
            why = Reason(rule="calls-source-untrue", words=p.terms[term])
            for q in resting.get(term, ()):
                if q.speaker != p.speaker and not q.negative and not q.open:
                    yield Denial(p, q, (Reason(rule="denies", words=p.words), why))


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
    own = [term for term, word in p.terms.items() if _singular(word) not in empty]
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
    if p.statement.denies and 0 < len(own) <= _ABOUT and len(own) < len(p.terms):
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
    return bool(p.terms) and all(_singular(word) in empty for word in p.terms.values())


def _is_verdict(p: Proposition) -> bool:
    """Tell whether a statement only calls something untrue."""
    verdicts = p.report.vocabulary.verdicts
    return only_points(p) and any(_singular(word) in verdicts for word in p.terms.values())


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word[-1] in "sx" else word
