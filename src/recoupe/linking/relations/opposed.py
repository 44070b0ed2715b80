"""Denials in the words of what they deny: "X denies having sold it", "sold", "not sold".

Two statements that are alike but for their polarity, or for a word and its opposite, refute each
other: how alike they must be depends on what denies.
"""

from collections.abc import Iterator, Sequence

from recoupe.linking.claims.contrasts import (
    figures_differ,
    names_apart,
    opposite,
    roles_apart,
    times_differ,
)
from recoupe.linking.claims.likeness import Likeness
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.relations.pointing import Denial
from recoupe.linking.relations.scope import is_cleft, leaves_standing, only_in_part, repeat
from recoupe.linking.relations.turned import admits, takes_back
from recoupe.linking.relations.verdicts import only_points
from recoupe.model import Reason

_HELD, _SHARED = 0.6, 3
"""Least share of the shorter of a claim and its outright denial that the other holds, and words."""
_HELD_SHORT, _SHARED_SHORT = 0.8, 2
"""The same for a short denial."""
_LEAST_DICE = 0.4
"""Least Dice coefficient of a denial and what a report says in its own voice, or a source in
another report."""
_OPPOSITE, _SHARED_OPPOSITE = 0.7, 3
"""Least Dice coefficient of two that differ by a negation alone: antonyms resemble it."""
_ANSWERS = 400
"""Characters between two statements of a report of which the later may answer the earlier."""
_HELD_SPEAKER, _HELD_TURNING = 0.8, 0.4
"""Least share of the shorter that the longer holds, where one source says both; and where its
words tell that it takes back what it said, or admits it."""
_HELD_EVENT = 0.4
"""The same for two that tell of one event."""
_PERSONS = frozenset({"person", "unnamed"})
_CLOSE = 0.1
"""A denial is bound to the claim it fits best, and to those that fit as well but for this."""


def denied_in_words(found: Sequence[Proposition], pairs: Sequence[Likeness]) -> Iterator[Denial]:
    """Bind denials to what they deny in its words.

    Args:
        found: Propositions in the order of the case.
        pairs: How alike those are that share rare words.
    """
    options: dict[str, list[tuple[Likeness, Proposition, Proposition]]] = {}
    for pair in pairs:
        one, other = found[pair.one], found[pair.other]
        if not opposite(one, other):
            continue
        if one.negative == other.negative:
            denial, denied = (one, other) if _denied(one, other) else (other, one)
            if _contradict(one, other, pair) and not only_in_part(denial, denied):
                options.setdefault(denial.id, []).append((pair, denial, denied))
            continue
        denial, denied = (one, other) if one.negative else (other, one)
        # What a report says of itself is background to most of what is denied in it.
        background = denied.speaker is None and pair.dice < _LEAST_DICE
        if _denies(one, other, pair) and not background and not leaves_standing(denial, denied):
            options.setdefault(denial.id, []).append((pair, denial, denied))
    for fits in options.values():
        best = max(pair.inside for pair, _, _ in fits)
        for pair, denial, denied in fits:
            if pair.inside < best - _CLOSE:
                continue
            # What is told inside of it is meant: "revenu au port, après les bruits selon lesquels
            # il avait vendu son bateau".
            if not any(_stands_in(other, denied) for _, _, other in fits):
                rule = "denies" if denial.statement.denies else "other-polarity"
                both = f"{pair.inside:.0%} · {', '.join(pair.shared[:6])}"
                shared = Reason(rule="shared-words", words=both)
                yield Denial(denial, denied, (Reason(rule=rule, words=denial.words), shared))


def _stands_in(inner: Proposition, outer: Proposition) -> bool:
    """Tell whether one statement is a part of another's words."""
    return (
        inner.id != outer.id
        and inner.report.id == outer.report.id
        and inner.speaker != outer.speaker
        and outer.statement.content.covers(inner.statement.content)
        and outer.statement.content != inner.statement.content
    )


def _contradict(one: Proposition, other: Proposition, pair: Likeness) -> bool:
    """Tell whether two sources say the opposite by a word alone: "favorable", "défavorable"."""
    return (
        None not in (one.speaker, other.speaker)
        and not (pair.same_speaker or one.open or other.open or one.negative)
        # Two that each hold a word of denial may well say the same with them.
        and bool(one.signs.marked) != bool(other.signs.marked)
        # A long statement holds words that are another's opposite without speaking of the same.
        and (
            (pair.dice >= _OPPOSITE or _answers(one, other))
            if _by_an_opposite(one, other)
            else pair.dice >= _OPPOSITE and not repeat(one, other)
        )
        and pair.inside >= _HELD
        and len(pair.shared) >= _SHARED_SHORT
        and not figures_differ(one, other)
        and not times_differ(one, other)
        and not names_apart(one, other)
        and not roles_apart(one, other)
        and not (_of_its_subject(one) and _of_its_subject(other))
    )


def _of_its_subject(p: Proposition) -> bool:
    """Tell whether a person says something of "il" or "elle", which is mostly oneself."""
    persons = p.statement.sources and p.statement.sources[0].kind in _PERSONS
    return bool(persons) and not p.report.vocabulary.subjects.isdisjoint(p.folded[:1])


def _answers(one: Proposition, other: Proposition) -> bool:
    """Tell whether one of two follows the other closely in a report."""
    first, second = sorted((one, other), key=lambda p: p.place)
    gap = second.statement.content.start - first.statement.content.end
    return first.report.id == second.report.id and gap <= _ANSWERS


def _by_an_opposite(one: Proposition, other: Proposition) -> bool:
    """Tell whether two differ by a word and its opposite, no negation: "favorable" is of both."""
    listed = one.report.vocabulary.with_opposites
    return not listed.isdisjoint(_denied(one, other) | _denied(other, one))


def _denied(one: Proposition, other: Proposition) -> frozenset[str]:
    """Return the terms that only the first of two denies of what both speak of."""
    return (one.signs.denied - other.signs.denied) & one.terms.keys() & other.terms.keys()


def _denies(one: Proposition, other: Proposition, pair: Likeness) -> bool:
    if (one.statement.denies or other.statement.denies) and not pair.same_speaker:
        alike = (pair.inside >= _HELD and len(pair.shared) >= _SHARED) or (
            pair.inside >= _HELD_SHORT and len(pair.shared) >= _SHARED_SHORT
        )
        # A few words that a long statement of another report holds are of any matter.
        near = one.report.id == other.report.id or only_points(one) or only_points(other)
        alike = alike and (near or pair.dice >= _LEAST_DICE)
    elif pair.same_speaker:
        turns = any(admits(p) or takes_back(p) for p in (one, other))
        alike = pair.inside >= (_HELD_TURNING if turns else _HELD_SPEAKER) and (
            turns or (len(pair.shared) >= _SHARED_SHORT and pair.dice >= _LEAST_DICE)
        )
    else:
        alike = (
            pair.dice >= _OPPOSITE
            and len(pair.shared) >= _SHARED_OPPOSITE
            and not any(is_cleft(p, q) for p, q in ((one, other), (other, one)))
            # What no source says and no word negates is affirmed: "ne sort que le soir".
            and all(p.speaker or p.negated or not p.negative for p in (one, other))
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
