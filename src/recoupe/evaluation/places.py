"""How well places are found in reports and put on the map.

A mention counts as right when it was found, lies within 20 km of where it should (of an
area: within what its annotation allows) and in the right country.

Scoring by distance follows the evaluation of geoparsers: Leidner 2007, "Toponym Resolution
in Text"; Gritta et al. 2020, "A pragmatic guide to geoparsing evaluation".
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from recoupe.evaluation.frame import Benchmark
from recoupe.evaluation.gold import HELD_OUT
from recoupe.evaluation.places_gold import WATERS, Affair, Mention, load
from recoupe.model import Document, Span
from recoupe.model.place import ResolvedPlace
from recoupe.pipeline.places import places_in_case

Read = Callable[[Sequence[Document]], Mapping[str, Sequence[ResolvedPlace]]]
"""Resolves the places of a case: document id to its mentions."""


class _Tally:
    """What was found and resolved in one part."""

    def __init__(self) -> None:
        self.expected = self.matched = self.held = 0
        self.answered = self.right = 0
        self.shares: defaultdict[str, list[bool]] = defaultdict(list)

    def add(self, mentions: Sequence[Mention], found: Sequence[ResolvedPlace]) -> None:
        """Count one report."""
        pairs = _matched(mentions, found)
        matched = {id(answer): mention for mention, answer in pairs}
        answers = {mention.span: answer for mention, answer in pairs}
        for answer in found:
            sort = matched[id(answer)].sort if id(answer) in matched else None
            if sort == "optional" or (sort is None and _is_excused(answer.span, mentions)):
                continue
            self.held += 1
            self.matched += sort in {"place", "unknown", "open"}
            # What is open may be answered either way: it has a figure of its own.
            self.answered += answer.place is not None and sort != "open"
        for mention in mentions:
            self.expected += mention.sort in {"place", "unknown", "open"}
            self._judge(mention, answers.get(mention.span), found)

    def _judge(
        self, mention: Mention, answer: ResolvedPlace | None, found: Sequence[ResolvedPlace]
    ) -> None:
        if mention.sort == "place":
            is_right = answer is not None and mention.is_right(answer.place)
            self.right += is_right
            kind = mention.readings[0].kind
            self.shares["recall_water" if kind in WATERS else f"recall_{kind}"].append(is_right)
            if mention.metonym:
                self.shares["recall_metonym"].append(is_right)
        elif mention.sort == "open":
            is_open = answer is not None and answer.place is None
            self.shares["open_left"].append(is_open)
            self.shares["open_kept"].append(is_open or _weighed(mention, answer) > 1)
        elif mention.sort != "optional":
            touched = any(f.place is not None and f.span.overlaps(mention.span) for f in found)
            name = "unknown_left" if mention.sort == "unknown" else "traps_avoided"
            self.shares[name].append(not touched)

    def figures(self) -> dict[str, float]:
        """Return precision, recall, F1 and the shares."""
        figures = _f1("", self.right, self.answered, sum(map(len, self._by_kind())))
        figures |= _f1("found_", self.matched, self.held, self.expected)
        for name, cases in sorted(self.shares.items()):
            figures[name] = sum(cases) / len(cases)
            figures[f"n_{name}"] = float(len(cases))
        return figures

    def _by_kind(self) -> Iterator[list[bool]]:
        for name, cases in self.shares.items():
            if name.startswith("recall_") and name != "recall_metonym":
                yield cases


def _f1(prefix: str, right: int, found: int, expected: int) -> dict[str, float]:
    return {
        f"{prefix}precision": right / max(1, found),
        f"{prefix}recall": right / max(1, expected),
        f"{prefix}f1": 2 * right / max(1, found + expected),
        f"n_{prefix}precision": float(found),
        f"n_{prefix}recall": float(expected),
        f"n_{prefix}f1": float(expected),
    }


def _matched(
    mentions: Iterable[Mention], found: Iterable[ResolvedPlace]
) -> list[tuple[Mention, ResolvedPlace]]:
    """Pair annotated and found words that overlap, one to one, the closest pairs first."""
    every = [(m, f) for m in mentions for f in found if m.span.overlaps(f.span)]
    every.sort(key=lambda pair: -_likeness(pair[0].span, pair[1].span))
    taken: set[int] = set()
    pairs = []
    for mention, answer in every:
        if id(mention) not in taken and id(answer) not in taken:
            taken |= {id(mention), id(answer)}
            pairs.append((mention, answer))
    return pairs


def _likeness(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))


def _is_excused(span: Span, mentions: Iterable[Mention]) -> bool:
    touched = [mention.sort == "optional" for mention in mentions if mention.span.overlaps(span)]
    return bool(touched) and all(touched)


def _weighed(mention: Mention, answer: ResolvedPlace | None) -> int:
    """Return how many of the places that may be meant are among those weighed."""
    spots = [candidate.place for candidate in answer.candidates] if answer else []
    return sum(any(map(reading.fits, spots)) for reading in mention.readings)


def score(affairs: Iterable[Affair], read: Read) -> dict[str, float]:
    """Score what a system says of the places in affairs.

    Args:
        affairs: The annotated affairs.
        read: The system.

    Returns:
        ``precision``, ``recall``, ``f1``: found and resolved rightly, of what was resolved and
        of what should be; ``found_f1`` and its parts: whether it was found, resolved or not;
        ``recall_city`` and the like by kind, ``recall_metonym``; ``unknown_left``, the share of
        invented places that were not put on the map; ``traps_avoided``, likewise; ``open_left``,
        the share of undecidable ones left open; ``open_kept``, those and the ones where several
        of the possible places were weighed. The part kept apart has them under ``held_out_``.
    """
    tallies = {"development": _Tally(), HELD_OUT: _Tally()}
    for affair in affairs:
        documents = [report.document for report in affair.reports]
        cases = [documents] if affair.together else [[document] for document in documents]
        answers = {name: found for case in cases for name, found in read(case).items()}
        for report in affair.reports:
            tallies[affair.part].add(report.mentions, answers[report.document.id])
    figures = tallies["development"].figures()
    for name, value in tallies[HELD_OUT].figures().items():
        counted = name.startswith("n_")
        figures[f"n_{HELD_OUT}_{name[2:]}" if counted else f"{HELD_OUT}_{name}"] = value
    return figures


def _read(case: Sequence[Document]) -> dict[str, Sequence[ResolvedPlace]]:
    return {name: found.mentions for name, found in places_in_case(case).items()}


def evaluate(folder: Path) -> dict[str, float]:
    """Score Recoupe on the annotated affairs in a folder.

    Raises:
        DataError: They are missing or malformed.
    """
    return score(load(folder), _read)


BENCHMARKS = (
    Benchmark(
        name="places",
        description="Places found and put on the map, in invented reports from all continents.",
        place="evaluation",
        path="places",
        score=evaluate,
    ),
)
