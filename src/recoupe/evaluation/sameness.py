"""Scores claims on pairs of statements of published articles, judged one by one by reading.

The articles are OrangeSum's, several on each affair, found by rare names that they share within
four days. From the pairs of statements of an affair some were drawn from each of several strata
(what was joined then, the likest others, the next), so each stands for a number of pairs, its
weight. A verdict is ``same``, ``different``, or ``part`` where one tells what the other tells and
mainly something else: that counts neither way. The texts belong to others, so an annotation holds
the line of an article in the file, a digest of its text, and places.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from recoupe.evaluation.frame import Benchmark, evaluation_folder
from recoupe.evaluation.published import Affair, claims_in, read_affairs, score_parts
from recoupe.linking import link
from recoupe.model import Document, Reading

_FOLDER = "gold_same"


def evaluate(path: Path) -> dict[str, float]:
    """Score how claims join the statements of published articles, each affair a case of its own.

    Args:
        path: ``orangesum.jsonl.xz``, one article a line under ``title``, ``heading``,
            ``article`` and ``date``.

    Returns:
        ``precision``, ``recall`` and ``f1`` of pairs of statements in one claim, each weighed by
        the pairs that it stands for; ``n_same`` and ``n_different``, how many were judged. A
        pair of which one is read no more is not joined. Keys for the affairs kept apart begin
        with ``held_out_``.

    Raises:
        DataError: The articles or their annotations are missing or others.
    """
    return score_parts(evaluation_folder() / _FOLDER, path, score)


def score(affairs: list[Affair], path: Path) -> dict[str, float]:
    """Score annotated affairs; as :func:`evaluate`, for one part of them."""
    counts: Counter[str] = Counter()
    for affair, pile, readings in read_affairs(affairs, path):
        _count(affair, readings, pile, counts)
    precision = counts["joined_same"] / max(
        counts["joined_same"] + counts["joined_different"], 1e-9
    )
    recall = counts["joined_same"] / max(counts["same"], 1e-9)
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / ((precision + recall) or 1), 4),
        "n_same": counts["n_same"],
        "n_different": counts["n_different"],
    }


def _count(
    affair: Affair,
    readings: Mapping[str, Reading],
    pile: list[Document],
    counts: Counter[str],
) -> None:
    claims_at = claims_in(readings, link(pile, readings))
    for *places, verdict, weight in affair["pairs"]:
        one, other = claims_at(*places[:3])[:1], claims_at(*places[3:])[:1]
        joined = bool(one) and one == other
        counts[verdict] += weight
        counts[f"n_{verdict}"] += 1
        counts[f"joined_{verdict}"] += weight * joined


BENCHMARKS = (
    Benchmark(
        name="claims-real",
        description="Which statements of published articles say the same, on pairs judged by hand.",
        place="shared",
        path="data/orangesum.jsonl.xz",
        score=evaluate,
    ),
)
