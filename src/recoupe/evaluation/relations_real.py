"""Scores the relations found between claims of published articles, each judged by reading.

The articles are OrangeSum's, three or more on each affair, found as for
:mod:`recoupe.evaluation.sameness`. Of each affair every denial and change that was found was
judged by reading both sentences in their reports, and a sample of the incomparable figures. An
annotation holds the relation, the places of one statement on either side and a verdict: ``right``,
``wrong``, or ``open`` where readers may differ, which counts neither way. What is found and was
not judged is counted apart and never as right.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from recoupe.evaluation.frame import Benchmark, evaluation_folder
from recoupe.evaluation.published import Affair, claims_in, read_affairs, score_parts
from recoupe.linking import link
from recoupe.linking.judgements.standing import standing
from recoupe.model import ClaimRelation, Document, Links, Reading, Span

_FOLDER = "gold_relations_real"
_SCORED = frozenset({"refutes", "changes"})
_COMPARED = "incomparable"
_RIGHT = "right"
_BOUND = {False: "told_", True: "to_check_"}
"""Prefixes of the figures by whether a relation is to be checked."""
_SIDES = frozenset({"this-side", "other-side"})

Found = tuple[str, str, str]
"""A relation and the claims on both sides; the first changes the second, any other is mutual."""


def evaluate(path: Path) -> dict[str, float]:
    """Score what contradicts what in published articles, each affair a case of its own.

    Args:
        path: ``orangesum.jsonl.xz``, one article a line under ``title``, ``heading``,
            ``article`` and ``date``.

    Returns:
        ``precision`` of the ``refutes`` and ``changes`` that are found and were judged, ``kept``,
        the share of those judged right that are found, and how many were found right, wrong and
        unjudged; the same for ``incomparable``. Of those found, ``told_precision`` and
        ``to_check_precision`` are of what a report tells itself, and of what was found by
        comparing (:mod:`recoupe.linking.relations.bound`), each with its counts. Keys for the
        affairs kept apart begin with ``held_out_``.

    Raises:
        DataError: The articles or their annotations are missing or others.
    """
    return score_parts(evaluation_folder() / _FOLDER, path, score)


def score(affairs: list[Affair], path: Path) -> dict[str, float]:
    """Score annotated affairs; as :func:`evaluate`, for one part of them."""
    counts: Counter[str] = Counter()
    for affair, pile, readings in read_affairs(affairs, path):
        count(affair, pile, readings, counts)
    figures: dict[str, float] = {}
    for prefix in ("", *_BOUND.values(), f"{_COMPARED}_"):
        right, wrong = counts[f"{prefix}right"], counts[f"{prefix}wrong"]
        if right + wrong:
            figures[f"{prefix}precision"] = round(right / (right + wrong), 4)
        if judged := counts[f"{prefix}judged_right"]:
            figures[f"{prefix}kept"] = round(counts[f"{prefix}kept"] / judged, 4)
        for verdict in ("right", "wrong", "unjudged"):
            figures[f"n_{prefix}{verdict}"] = counts[f"{prefix}{verdict}"]
    return figures


def count(
    affair: Affair,
    pile: list[Document],
    readings: Mapping[str, Reading],
    counts: Counter[str],
) -> None:
    """Add to the counts how the relations found in one affair were judged.

    Args:
        affair: As annotated.
        pile: Its articles.
        readings: What was read in them, by document id.
        counts: By verdict, those found; ``judged_right`` that are annotated so, and ``kept``,
            found among them. Keys of incomparable ones begin with ``incomparable_``.
    """
    links = link(pile, readings)
    found = relations(links)
    judged: dict[Found, list[tuple[bool, str]]] = defaultdict(list)
    claims_at = claims_in(readings, links)
    for kind, *places, verdict in affair["relations"]:
        one, other = places[:3], places[3:]
        # What is told and denied in the same words stands in one place: "P, ce que X dément".
        options = {
            _ordered(kind, a, b) for a in claims_at(*one) for b in claims_at(*other) if a != b
        }
        relation = next(iter(sorted(options & found.keys()) or sorted(options)), None)
        if verdict == _RIGHT:
            counts[f"{_prefix(kind)}judged_right"] += 1
            counts[f"{_prefix(kind)}kept"] += relation in found
        if relation and relation in found:
            judged[relation].append((_is_shown(found[relation], one, other), verdict))
    for key, held in found.items():
        verdict = _verdict(judged[key])
        counts[_prefix(held.relation) + verdict] += 1
        if held.relation in _SCORED:
            counts[_BOUND[held.to_check] + verdict] += 1


def relations(links: Links) -> dict[Found, ClaimRelation]:
    """Return the relations that are scored; one of both sides is one."""
    return {
        _ordered(relation.relation, claim.id, relation.claim): relation
        for claim in links.claims
        for relation in claim.relations
        if relation.relation in _SCORED or relation.relation == _COMPARED
    }


def _is_shown(relation: ClaimRelation, *places: Sequence[int]) -> bool:
    """Tell whether a relation is shown by the very statements that were judged."""
    sides = [r for r in relation.reasons if r.rule in _SIDES and r.span]
    return all(
        any(
            side.words == f"{line}.txt" and standing(Span(start, end), [side.span]) is not None
            for side in sides
            if side.span
        )
        for line, start, end in places
    )


def _verdict(judged: Sequence[tuple[bool, str]]) -> str:
    """Return how a relation was judged: by what shows it, or else by what its claims hold too.

    Where two that were judged apart are one by now, the worse verdict holds.
    """
    verdicts = {verdict for shown, verdict in judged if shown} or {verdict for _, verdict in judged}
    return next((v for v in ("wrong", "open", _RIGHT) if v in verdicts), "unjudged")


def _ordered(kind: str, one: str, other: str) -> Found:
    return (kind, one, other) if kind == "changes" else (kind, min(one, other), max(one, other))


def _prefix(kind: str) -> str:
    return f"{_COMPARED}_" if kind == _COMPARED else ""


BENCHMARKS = (
    Benchmark(
        name="relations-real",
        description="What contradicts or changes what in published articles, judged by hand.",
        place="shared",
        path="data/orangesum.jsonl.xz",
        score=evaluate,
    ),
)
