"""Scores claims on pairs of statements of published articles, judged one by one by reading.

The articles are OrangeSum's, several on each affair, found by rare names that they share within
four days. From the pairs of statements of an affair some were drawn from each of several strata
(what was joined then, the likest others, the next), so each stands for a number of pairs, its
weight. A verdict is ``same``, ``different``, or ``part`` where one tells what the other tells and
mainly something else: that counts neither way. The texts belong to others, so an annotation holds
the line of an article in the file, a digest of its text, and places.
"""

import hashlib
import json
import lzma
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from recoupe.errors import DataError
from recoupe.evaluation.frame import Benchmark, evaluation_folder
from recoupe.evaluation.gold import HELD_OUT
from recoupe.linking import link
from recoupe.linking.judgements.standing import standing
from recoupe.model import Document, Reading, Span

_FOLDER = "gold_same"
_DIGITS = 16
"""Hexadecimal digits of a digest that are kept."""


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
    folder = evaluation_folder() / _FOLDER
    figures: dict[str, float] = {}
    for file, prefix in (("affairs.yml", ""), (f"{HELD_OUT}/affairs.yml", f"{HELD_OUT}_")):
        try:
            affairs = yaml.safe_load((folder / file).read_text(encoding="utf-8"))
        except (OSError, yaml.YAMLError) as error:
            raise DataError(f"{file} can't be read ({error})", "get it again") from error
        figures |= {f"{prefix}{key}": value for key, value in score(affairs, path).items()}
    return figures


def score(affairs: list[Mapping[str, Any]], path: Path) -> dict[str, float]:
    """Score annotated affairs; as :func:`evaluate`, for one part of them."""
    wanted = {line: digest for affair in affairs for line, digest in affair["articles"].items()}
    documents = {int(document.id): document for document in _articles(path, wanted)}
    from recoupe.extraction import read_documents  # noqa: PLC0415 (loads the pipeline)

    readings = {reading.document: reading for reading in read_documents(documents.values())}
    counts: Counter[str] = Counter()
    for affair in affairs:
        pile = [documents[line] for line in affair["articles"]]
        _count(affair, {d.id: readings[d.id] for d in pile}, pile, counts)
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
    affair: Mapping[str, Any],
    readings: Mapping[str, Reading],
    pile: list[Document],
    counts: Counter[str],
) -> None:
    claim_of = {s: claim.id for claim in link(pile, readings).claims for s in claim.statements}

    def claim_at(line: int, start: int, end: int) -> str | None:
        statements = readings[str(line)].statements
        at = standing(Span(start, end), [s.content for s in statements])
        return claim_of.get(statements[at].id) if at is not None else None

    for *places, verdict, weight in affair["pairs"]:
        one, other = claim_at(*places[:3]), claim_at(*places[3:])
        joined = one is not None and one == other
        counts[verdict] += weight
        counts[f"n_{verdict}"] += 1
        counts[f"joined_{verdict}"] += weight * joined


def _articles(path: Path, wanted: Mapping[int, str]) -> Iterator[Document]:
    """Yield the articles that stand in some lines of the file, told apart by their digests."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number not in wanted:
                continue
            article = json.loads(line)
            text = "\n\n".join(article[key] for key in ("title", "heading", "article"))
            digest = hashlib.sha256(text.encode()).hexdigest()
            if not digest.startswith(str(wanted[number]).zfill(_DIGITS)):
                remedy = "get the OrangeSum whose lines were annotated"
                raise DataError(f"line {number} of {path.name} is another article", remedy)
            yield Document(
                id=str(number),
                file=f"{number}.txt",
                location="",
                text=text,
                sha256=digest,
                published=article["date"],
                language="fr",
            )


BENCHMARKS = (
    Benchmark(
        name="claims-real",
        description="Which statements of published articles say the same, on pairs judged by hand.",
        place="shared",
        path="data/orangesum.jsonl.xz",
        score=evaluate,
    ),
)
