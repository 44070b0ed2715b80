"""Pairs of statements that may say the same: found by rare words, scored by all of them."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import log

import numpy as np
from numpy.typing import NDArray

from recoupe.compare.texts import overlap, weigh
from recoupe.linking.blocking import Shared, shared_keys, stable_hash
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.claims.sameness import is_telling, sameness
from recoupe.model import Lineage, Passage, Reason, Span

_KEYS = 12
"""Rarest words of a statement by which others are found."""
_MOST = 40
"""A word in more statements than this finds none."""
_SHARED_KEYS = 2
_AT_ONCE = 65_536
LEAST_DICE, LEAST_INSIDE = 0.2, 0.4
"""No rule on claims or relations looks at a pair of two sources that has less of both."""
FEW_REPORTS, _FEW_SHARE = 12, 0.05
"""What more reports, and a larger share of them, name than this is named in many affairs; a case
of no more reports than that is of one."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two statements say the same.

    Attributes:
        one: The earlier, as a place in the propositions.
        other: The later.
        dice: Weighted Dice coefficient of their content words.
        inside: Share of the lighter one's words that the other holds.
        shared: Content words in common, the heaviest first.
        identical: Word for word the same.
        same_matter: They stand in one passage that their reports share.
        same_speaker: One source says both.
        says: How many statements of the case have that one source; 0 where it is not one.
        strangers: Their reports share no lineage, and nothing that few reports of the case name.
        score: Log-odds that they say the same, see :mod:`recoupe.linking.claims.sameness`.
    """

    one: int
    other: int
    dice: float
    inside: float
    shared: tuple[str, ...]
    identical: bool
    same_matter: bool
    same_speaker: bool = False
    says: int = 0
    strangers: bool = False
    score: float = 0.0

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What the likeness rests on."""
        found = []
        if self.identical:
            found.append(Reason(rule="same-words"))
        if self.same_matter:
            found.append(Reason(rule="shared-passage"))
        if not self.identical:
            words = f"{self.dice:.0%} · {', '.join(self.shared[:6])}"
            found.append(Reason(rule="shared-words", words=words))
            if self.same_speaker:
                found.append(Reason(rule="same-speaker"))
        return tuple(found)


def likenesses(found: Sequence[Proposition], lineage: Sequence[Lineage]) -> tuple[Likeness, ...]:
    """Compare the statements that share rare words, all others being unlike.

    Args:
        found: In the order of the case.
        lineage: Which passages reports share.

    Returns:
        Pairs of one source, and all others that are alike enough for any rule to look at, by
        place.
    """
    known = Counter(stem for p in found for stem in p.stems)
    # On one scale for any size of case: a word of a single statement weighs 1.
    most = log(1 + len(found))
    parts: dict[str, int] = {}
    for p in found:
        parts |= {term: max(words, parts.get(term, 1)) for term, words in p.parts.items()}
    weights = {
        term: log(1 + len(found) / count) / most / parts.get(term, 1)
        for term, count in known.items()
    }
    # One rare word in common is enough in one mouth, in two denials, or where a statement has no
    # other.
    codes = {p.speaker: code for code, p in enumerate(found) if p.speaker}
    mouths = np.array([codes[p.speaker] if p.speaker else -1 for p in found], np.int64)
    few = np.array([len(p.stems) < _SHARED_KEYS for p in found], np.bool_)
    denied = np.array([p.negative for p in found], np.bool_)

    def enough(pairs: Shared) -> NDArray[np.bool_]:
        low, high = pairs.low, pairs.high
        wanted: NDArray[np.bool_] = (
            (pairs.keys >= _SHARED_KEYS)
            | ((mouths[low] == mouths[high]) & (mouths[low] >= 0))
            | (denied[low] & denied[high])
            | few[low]
            | few[high]
        )
        return wanted

    shared, _ = shared_keys([_keys(p, known) for p in found], most=_MOST, wanted=enough)
    same = [one * len(found) + other for one, other in _word_for_word(found)]
    near = shared.low * len(found) + shared.high
    pairs = np.unique(np.concatenate((near, np.array(same, np.int64))))
    aligned, kin = _Aligned(lineage), _Kin(found, lineage)
    says = Counter(p.speaker for p in found if p.speaker)
    # What all words of a statement weigh is asked for once for each pair that it is in.
    masses = [weigh(p.stems, weights) for p in found]
    compared = (
        _compare(found, (low, high), weights, masses, aligned, says, kin)
        for low, high in _places(pairs, len(found))
        if not nested(found[low], found[high])
    )
    return tuple(pair for pair in compared if pair)


def _places(pairs: NDArray[np.int64], items: int) -> Iterator[tuple[int, int]]:
    """Yield the places of pairs, kept as one number each; a large case has millions of them."""
    for first in range(0, len(pairs), _AT_ONCE):
        low, high = np.divmod(pairs[first : first + _AT_ONCE], items)
        yield from zip(low.tolist(), high.tolist(), strict=True)


def nested(one: Proposition, other: Proposition) -> bool:
    """Tell whether one statement is part of the other's words: what is said, and that it is."""
    same = one.report.id == other.report.id
    return same and one.statement.content.overlaps(other.statement.content)


def _word_for_word(found: Sequence[Proposition]) -> set[tuple[int, int]]:
    """Pair what is the same word for word, however common its words.

    Those that also agree in everything else are each paired with the first of
    them only, since they join up through it; and with the one before it in its own report.
    """
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, p in enumerate(found):
        alike[p.folded].append(place)
    same: list[dict[tuple[object, ...], list[int]]] = []
    # Most statements are the only one of their words: their signatures are never asked for.
    for places in alike.values():
        if len(places) > 1:
            same.append(defaultdict(list))
            for place in places:
                same[-1][found[place].signature].append(place)
    pairs: set[tuple[int, int]] = set()
    for variants in same:
        firsts = sorted(places[0] for places in variants.values())
        pairs |= set(combinations(firsts, 2))
        for places in variants.values():
            pairs |= {(places[0], place) for place in places[1:]}
            pairs |= {
                (place, after)
                for place, after in pairwise(places)
                if found[place].report.id == found[after].report.id
            }
    return pairs


def _keys(p: Proposition, known: Counter[str]) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    useful = sorted((known[s], s) for s in p.stems if 1 < known[s] <= _MOST)[:_KEYS]
    keys = {stable_hash(s) for _, s in useful}
    # An exact figure is enough by itself, and one with what it counts is a rare word of its own.
    keys |= {stable_hash(f"{figure}") for figure in p.figures if is_telling(figure)}
    keys |= {
        stable_hash(f"{figure} {term}") for figure, terms in p.counted.items() for term in terms
    }
    return np.array(sorted(keys), np.uint64)


def _compare(
    found: Sequence[Proposition],
    pair: tuple[int, int],
    weights: dict[str, float],
    masses: Sequence[float],
    aligned: "_Aligned",
    says: Mapping[str, int],
    kin: "_Kin",
) -> Likeness | None:
    one, other = found[pair[0]], found[pair[1]]
    shared = one.terms.keys() & other.terms.keys()
    mass = weigh(shared, weights)
    dice, inside = overlap(masses[pair[0]], masses[pair[1]], mass)
    same_speaker = one.speaker is not None and one.speaker == other.speaker
    # Most pairs end here; in a large case they would fill more memory than all claims.
    if not same_speaker and dice < LEAST_DICE and inside < LEAST_INSIDE:
        return None
    ranked = sorted(shared, key=lambda term: (-weights[term], term))
    return Likeness(
        *pair,
        dice,
        inside,
        tuple(_both(one.terms[term], other.terms[term]) for term in ranked),
        one.folded == other.folded,
        aligned.same(one, other),
        same_speaker,
        says[one.speaker] if same_speaker and one.speaker else 0,
        kin.are_strangers(one.report.id, other.report.id),
        sameness(one, other, dice, inside, mass),
    )


def _both(word: str, other: str) -> str:
    """Return a shared word as both say it; endings are not shown."""
    return word if word[:4] == other[:4] else f"{word} = {other}"


class _Kin:
    """Which reports may tell of one affair."""

    def __init__(self, found: Sequence[Proposition], lineage: Sequence[Lineage]) -> None:
        self._edges = {frozenset((edge.document, edge.on)) for edge in lineage}
        self._named: dict[str, set[str]] = defaultdict(set)
        for p in found:
            self._named[p.report.id].update(p.names, [p.speaker] if p.speaker else [])
        holders = Counter(name for names in self._named.values() for name in names)
        most = max(FEW_REPORTS, _FEW_SHARE * len(self._named))
        for names in self._named.values():
            names -= {name for name in names if holders[name] > most}

    def are_strangers(self, one: str, other: str) -> bool:
        """Tell whether two reports share no lineage, and nothing that few reports name."""
        return (
            one != other
            and len(self._named) > FEW_REPORTS
            and self._named[one].isdisjoint(self._named[other])
            and frozenset((one, other)) not in self._edges
        )


class _Aligned:
    """Which spans of two reports are one passage."""

    def __init__(self, lineage: Sequence[Lineage]) -> None:
        self._passages: dict[tuple[str, str], list[Passage]] = {
            (edge.document, edge.on): sorted(edge.passages, key=lambda p: p.document)
            for edge in lineage
            # What a citation is about is a sentence at most, and seldom all of it.
            if edge.relation != "citation"
        }

    def same(self, one: Proposition, other: Proposition) -> bool:
        """Tell whether two statements stand in one passage that their reports share."""
        for drawing, on in ((one, other), (other, one)):
            passages = self._passages.get((drawing.report.id, on.report.id))
            if not passages:
                continue
            held = holding(drawing.statement.content, passages)
            if any(_mostly(on.statement.content, p.on) for p in held):
                return True
        return False


def holding(content: Span, passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages that together hold at least half of a statement that draws.

    Args:
        content: The statement's span in the report that draws.
        passages: What it shares with another, by place.

    Returns:
        The passages that overlap it, or none when they hold less than half.
    """
    last = bisect_left(passages, content.end, key=lambda p: p.document.start)
    held = [p for p in passages[:last] if p.document.overlaps(content)]
    common = sum(
        min(content.end, p.document.end) - max(content.start, p.document.start) for p in held
    )
    return held if 2 * common >= content.end - content.start else []


def _mostly(span: Span, other: Span) -> bool:
    """Tell whether two spans share at least half of the shorter."""
    common = min(span.end, other.end) - max(span.start, other.start)
    return 2 * common >= min(span.end - span.start, other.end - other.start)
