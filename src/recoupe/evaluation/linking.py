"""Scores lineage and claims on the annotated reports, affair by affair.

Lineage is scored by its edges between reports of one affair. Claims are scored by
pairs of annotated statements (pairwise F1, as coreference within a topic is): a pair
counts as joined where both were read and stand in one claim. Recall so carries what
reading missed; ``claims_recall_read`` is that among pairs of which both were read.
Relations are scored by pairs of annotated claims: one is found where a statement of each
stands in claims so related. A denial may stand on either side, a change on its own only.
Origins are scored by claims of two annotated statements or more, whose statements are joined as
annotated first, so that only their counting is measured.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from recoupe.evaluation.frame import Benchmark
from recoupe.evaluation.gold import HELD_OUT, GoldReport, load_gold
from recoupe.evaluation.linking_claims import (
    annotated_origins,
    annotated_relations,
    count_claims,
    count_origins,
    count_relations,
)
from recoupe.evaluation.matching import Reader
from recoupe.linking import link
from recoupe.model import Document, Links, Reading


def evaluate(folder: Path, read: Reader | None = None) -> dict[str, float]:
    """Score the linking of annotated reports, each affair a case of its own.

    Args:
        folder: The gold, as :func:`recoupe.evaluation.gold.load_gold` takes it.
        read: What reads the documents; by default, Recoupe's extraction.

    Returns:
        ``lineage_precision``, ``lineage_recall`` and ``lineage_f1`` (an edge between two
        reports, in either direction), ``lineage_direction`` and ``lineage_relation`` (share
        of the edges found that point the right way, and have the right kind);
        ``claims_precision``, ``claims_recall``, ``claims_f1`` and ``claims_recall_read``;
        ``relations_precision``, ``relations_recall``, ``relations_f1`` (refutes and changes)
        and ``relations_recall_read``, for affairs whose relations are annotated in
        ``gold_relations`` beside the folder; ``origins_exact``, the share of the claims in
        ``gold_origins`` with the very least and most number of origins that is annotated.
        Keys for the part kept apart begin with ``held_out_``; ``n_...`` are counts.

    Raises:
        DataError: The gold is missing or malformed.
    """
    affairs: dict[tuple[str, str], list[GoldReport]] = defaultdict(list)
    for report in load_gold(folder):
        affairs[report.part, report.affair].append(report)
    figures: dict[str, float] = {}
    for part, prefix in (("development", ""), (HELD_OUT, f"{HELD_OUT}_")):
        counts: Counter[str] = Counter()
        for (of, _), reports in sorted(affairs.items()):
            if of == part and len(reports) > 1:
                counts.update(_count(folder, reports, read))
        if counts["affairs"]:
            figures |= {f"{prefix}{key}": value for key, value in _figures(counts).items()}
    return figures


def _count(folder: Path, reports: Sequence[GoldReport], read: Reader | None) -> Counter[str]:
    related = annotated_relations(folder, reports[0].affair)
    readings = {reading.document: reading for reading in _read(reports, read)}
    links = link([report.document for report in reports], readings)
    counts: Counter[str] = Counter(affairs=1)
    # An affair in which no report is annotated with what it draws on says nothing of it.
    if any(report.draws_on for report in reports):
        _count_lineage(reports, links, counts)
    count_claims(reports, readings, links, counts)
    if related:
        count_relations(reports, readings, links, related, counts)
    if expected := annotated_origins(folder, reports[0].affair):
        count_origins(reports, readings, expected, counts)
    return counts


def _read(reports: Sequence[GoldReport], read: Reader | None) -> Iterable[Reading]:
    if read is None:
        from recoupe.extraction import read_documents  # noqa: PLC0415 (loads the pipeline)

        read = read_documents
    return read(report.document for report in reports)


def _count_lineage(reports: Sequence[GoldReport], links: Links, counts: Counter[str]) -> None:
    by_name = {_stem(report.document): report.document.id for report in reports}
    expected = {
        frozenset((report.document.id, by_name[edge.report])): (report.document.id, edge.relation)
        for report in reports
        for edge in report.draws_on
        if edge.report
    }
    # Who draws on an outlet may draw on the report of it that is in the pile: neither is wrong.
    open_pairs = {
        frozenset((report.document.id, other.document.id))
        for report in reports
        for edge in report.draws_on
        for other in reports
        if edge.outlet and (other.document.publisher or "").startswith(edge.outlet)
    } - expected.keys()
    ids = set(by_name.values())
    found = {
        pair: (edge.document, edge.relation)
        for edge in links.lineage
        if edge.on in ids and (pair := frozenset((edge.document, edge.on))) not in open_pairs
    }
    counts["edges"] += len(expected)
    counts["edges_found"] += len(found)
    for pair in expected.keys() & found.keys():
        counts["edges_right"] += 1
        counts["edges_direction"] += expected[pair][0] == found[pair][0]
        counts["edges_relation"] += expected[pair][1] == found[pair][1]


def _stem(document: Document) -> str:
    """Return the name of a report's annotation without its endings: "03" of "affair/03.yml.txt"."""
    return PurePosixPath(document.file).name.split(".")[0]


def _figures(counts: Counter[str]) -> dict[str, float]:
    figures: dict[str, float] = {
        "n_affairs": counts["affairs"],
        "n_edges": counts["edges"],
        "n_claims_pairs": counts["pairs"],
    }
    for name, right, found, asked in (
        ("lineage", "edges_right", "edges_found", "edges"),
        ("claims", "pairs_right", "pairs_joined", "pairs"),
    ):
        figures[f"{name}_precision"] = counts[right] / max(counts[found], 1)
        figures[f"{name}_recall"] = counts[right] / max(counts[asked], 1)
        figures[f"{name}_f1"] = 2 * counts[right] / max(counts[found] + counts[asked], 1)
    if counts["relations"]:
        precision = counts["relations_found_right"] / max(counts["relations_found"], 1)
        recall = counts["relations_right"] / counts["relations"]
        figures |= {
            "n_relations": counts["relations"],
            "relations_precision": precision,
            "relations_recall": recall,
            "relations_f1": 2 * precision * recall / ((precision + recall) or 1),
            "relations_recall_read": counts["relations_right"] / max(counts["relations_read"], 1),
        }
    if counts["origins"]:
        figures["n_origins"] = counts["origins"]
        figures["origins_exact"] = counts["origins_right"] / counts["origins"]
    edges = max(counts["edges_right"], 1)
    figures["lineage_direction"] = counts["edges_direction"] / edges
    figures["lineage_relation"] = counts["edges_relation"] / edges
    figures["claims_recall_read"] = counts["pairs_right"] / max(counts["pairs_read"], 1)
    return {name: round(value, 4) for name, value in figures.items()}


BENCHMARKS = (
    Benchmark(
        name="linking",
        description="Which report draws on which, and which statements say the same, in the "
        "invented reports annotated by hand, affair by affair.",
        place="evaluation",
        path="gold",
        score=evaluate,
    ),
)
