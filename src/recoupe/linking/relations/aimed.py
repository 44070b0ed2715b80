"""Denials of what a source says that they name: "les accusations de Kiev", "les thèses du rapport".

They say nothing of what was said, but whose words they are aimed at. In one report all that this
source says before them is meant; in another what it says of whoever denies.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from recoupe.compare.names import normalise
from recoupe.linking.claims.likeness import FEW_REPORTS
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.relations.pointing import Denial
from recoupe.linking.sides.sides import Sides
from recoupe.linking.terms.vocabulary import Vocabulary
from recoupe.linking.terms.word_lists import singular
from recoupe.model import Reason

_WHOSE = 3
"""Words that tell, after that noun, among which those are that name whose words are meant."""
_ABOUT = 0.5
"""Least share of what they are said to be about that the words meant have."""
_MOST = 6
"""Statements of one source in one report that a denial of its words is bound to, the last."""


@dataclass(frozen=True)
class _Aim:
    """A denial of somebody's words.

    Attributes:
        denial: The denial.
        rest: What stands behind "« sans fondement » les accusations", a state as its term.
    """

    denial: Proposition
    rest: tuple[str, ...]

    def is_at(self, key: frozenset[str]) -> bool:
        """Tell whether the words denied are those of who is called so, or of a paper of theirs."""
        return key <= self.whose or any(name <= key & self.whose for name in self._named)

    def about(self, key: frozenset[str]) -> frozenset[str]:
        """Return the terms of what they are said to be about, if that is said."""
        vocabulary = self.denial.report.vocabulary
        named = (at for at, word in enumerate(self.rest) if _terms((word,), vocabulary) & key)
        last = max(named, default=len(self.rest))
        after = self.rest[last + 1 :]
        if not after or after[0] not in vocabulary.about:
            return frozenset()
        empty = vocabulary.told | vocabulary.verdicts
        return _terms([w for w in after if singular(w) not in empty], vocabulary)

    @cached_property
    def whose(self) -> frozenset[str]:
        """The terms among which those are that name whose words are denied."""
        return frozenset(tuple(self.denial.report.vocabulary.terms(self.rest))[:_WHOSE])

    @cached_property
    def _named(self) -> list[frozenset[str]]:
        vocabulary = self.denial.report.vocabulary
        found = (
            _terms(_with_states(sorted(c), vocabulary), vocabulary) for c in self.denial.called
        )
        return [terms for terms in found if terms]


def denied_of_a_source(found: Sequence[Proposition], sides: Sides) -> Iterator[Denial]:
    """Bind denials of what a named source says to what it says.

    Args:
        found: Propositions in the order of the case.
        sides: Tells for which state somebody speaks.
    """
    denials = [aim for p in found if (aim := _aim(p))]
    if not denials:
        return
    few = len({p.report.id for p in found}) <= FEW_REPORTS
    denying = {aim.denial.report.id for aim in denials}
    told: dict[frozenset[str], list[Proposition]] = defaultdict(list)
    for q in found:
        if q.statement.sources and not (q.negative or q.asks):
            # Whose officials somebody is takes long to tell.
            states = _states_of(q, sides) if few or q.report.id in denying else frozenset()
            for key in sorted(_called(q) | states, key=sorted):
                told[key].append(q)
    # A large case has thousands of sources, and hundreds of such denials.
    places = {key: place for place, key in enumerate(told)}
    holding: dict[str, list[frozenset[str]]] = defaultdict(list)
    for key in told:
        for term in key:
            holding[term].append(key)
    for aim in denials:
        p = aim.denial
        own = _called(p)
        near = {key for term in aim.whose for key in holding.get(term, ())}
        for key in sorted(near, key=places.__getitem__):
            if aim.is_at(key) and key not in own:
                for q in _meant(p, told[key], aim.about(key)):
                    why = Reason(rule="aimed-at", words=q.statement.sources[0].name)
                    yield Denial(p, q, (Reason(rule="denies", words=p.words), why))


def _aim(p: Proposition) -> _Aim | None:
    """Return whose words a statement denies, if it is these that it denies."""
    if not p.negative or p.open or p.speaker is None or not _rejects(p):
        return None
    vocabulary = p.report.vocabulary
    empty = vocabulary.told | vocabulary.verdicts
    opening = tuple(takewhile(lambda w: w in vocabulary.stop or singular(w) in empty, p.folded))
    # "Les conclusions du rapport": the rapport is who concludes.
    told = [
        at
        for at, word in enumerate(opening)
        if singular(word) in vocabulary.told and (not at or opening[at - 1] not in vocabulary.about)
    ]
    if not told:
        return None
    rest = p.folded[told[-1] + 1 :]
    # "Tout rapport avec X" is nothing that X says; "les accusations américaines" are of a state.
    link = next((word for word in rest if word in vocabulary.stop), "")
    aim = _Aim(p, _with_states(rest, vocabulary))
    return aim if link in vocabulary.of_whom or aim.rest[:1] != rest[:1] else None


def _rejects(p: Proposition) -> bool:
    """Tell whether a statement denies words, or calls them untrue: no negation alone does."""
    verdicts = p.report.vocabulary.verdicts
    return p.statement.denies or any(singular(word) in verdicts for word in p.terms.values())


def _with_states(folded: Sequence[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return some words, a capital and a state's adjective as the state."""
    return tuple(vocabulary.capitals.get(w, w) for w in vocabulary.with_states(folded))


def _terms(folded: Sequence[str], vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(vocabulary.terms(folded))


def _called(p: Proposition) -> frozenset[frozenset[str]]:
    """Return by what terms the nearest source of a statement is called; a paper by its noun too."""
    source, vocabulary = p.statement.sources[0], p.report.vocabulary
    own = _with_states(normalise(source.name, vocabulary.leading).split(), vocabulary)
    paper = source.kind == "document" and bool(own) and singular(own[0]) in vocabulary.told
    noun = own[:1] if paper else own
    return frozenset(filter(None, (_terms(own, vocabulary), _terms(noun, vocabulary))))


def _states_of(p: Proposition, sides: Sides) -> frozenset[frozenset[str]]:
    """Return the terms of the states for which a source holds an office: "ministre bulgare"."""
    side = sides.of(p)
    if side is None or not side.person:
        return frozenset()
    return frozenset(
        frozenset({state})
        for post in side.posts
        for state in (*post.office.of[:1], *post.office.adjectives)
        if side.words.is_state([state])
    )


def _meant(
    p: Proposition, said: Sequence[Proposition], about: frozenset[str]
) -> Iterator[Proposition]:
    """Yield what a source said that a denial may mean: what is of the matter that it names."""
    denier = {*p.names, p.speaker}
    fits = [q for q in said if len(about & q.terms.keys()) >= _ABOUT * len(about)]
    here = [q for q in fits if q.report.id == p.report.id and _is_told_by_then(q, p)]
    yield from here[-_MOST:]
    yield from (q for q in fits if q.report.id != p.report.id and not denier.isdisjoint(q.names))


def _is_told_by_then(q: Proposition, p: Proposition) -> bool:
    """Tell whether words stand before their denial, or in its sentence: "selon qui P"."""
    if q.place < p.place:
        return True
    return (
        q.statement.sentence == p.statement.sentence
        and q.statement.content.start >= p.statement.content.end
    )
