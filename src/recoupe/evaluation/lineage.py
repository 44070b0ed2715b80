"""Scores which report draws on which, on invented pairs whose lineage is known.

An edge is right when the two reports are a pair of which one draws on the other; whether it
points the right way and has the right kind is scored apart. Any other edge between two reports
is wrong, also one between different affairs of a pile.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from recoupe.compare.names import outlet_keys
from recoupe.evaluation.frame import Benchmark
from recoupe.evaluation.lineage_set import RELATIONS, Pile, load_piles
from recoupe.evaluation.matching import Reader
from recoupe.linking import link
from recoupe.linking.terms.vocabulary import vocabulary
from recoupe.model import Lineage, Links

_OUTSIDE = "origin:"


def evaluate(folder: Path, read: Reader | None = None) -> dict[str, float]:
    """Score lineage on the reports of a folder.

    Args:
        folder: As :func:`recoupe.evaluation.lineage_set.load_piles` takes it.
        read: What reads the documents; by default, Recoupe's extraction.

    Returns:
        ``precision`` and ``recall`` of edges over the pairs, ``direction`` and ``relation``
        (share of the right edges that point the right way, and have the right kind),
        ``recall_KIND`` for each kind of pair; ``independent_alarms`` (share of the pairs that
        do not draw on each other but were linked); ``outside_recall`` (outlets credited whose
        report is not in the pile); ``together_...`` for affairs linked whole.
        Keys for the part kept apart begin with ``held_out_``; ``n_...`` are counts.

    Raises:
        DataError: The reports are missing or malformed.
    """
    counts: dict[str, Counter[str]] = {}
    for part, pile, links in linked(folder, read):
        _count(pile, links, counts.setdefault(part, Counter()))
    figures: dict[str, float] = {}
    for part, counted in counts.items():
        prefix = "" if part == "development" else f"{part}_"
        figures |= {f"{prefix}{key}": value for key, value in _figures(counted).items()}
    return figures


def linked(folder: Path, read: Reader | None = None) -> Iterator[tuple[str, Pile, Links]]:
    """Yield the part, each pile and what linking says of it; arguments as for ``evaluate``."""
    if read is None:
        from recoupe.extraction import read_documents  # noqa: PLC0415 (loads the pipeline)

        read = read_documents
    for part, pile in load_piles(folder):
        readings = {reading.document: reading for reading in read(pile.documents)}
        yield part, pile, link(pile.documents, readings)


def wrong(pile: Pile, links: Links) -> Iterator[tuple[str, str, Lineage | None]]:
    """Yield what is not right in a pile, each as what is wrong, the report, and the edge if any."""
    inside = _inside(pile, links)
    for pair, edge in inside.items():
        if pair in pile.draws:
            if edge.relation not in RELATIONS[pile.draws[pair]]:
                yield f"{pile.draws[pair]} found as {edge.relation}", edge.document, edge
        elif pair[::-1] in pile.draws:
            yield "the wrong way", edge.document, edge
        else:
            yield "does not draw on it", edge.document, edge
    for pair, kind in pile.draws.items():
        if pair not in inside and pair[::-1] not in inside:
            yield f"{kind} not found", pair[0], None
    for document in sorted(pile.credits.keys() - _credited(pile, links)):
        yield f"{pile.credits[document]} not found", document, None


def _inside(pile: Pile, links: Links) -> dict[tuple[str, str], Lineage]:
    """Return the edges between two reports that are scored."""
    edges = {(e.document, e.on): e for e in links.lineage if not e.on.startswith(_OUTSIDE)}
    return {pair: edge for pair, edge in edges.items() if pair not in pile.either}


def _credited(pile: Pile, links: Links) -> set[str]:
    """Return the reports of which the outlet that they credit was found."""
    articles = vocabulary("fr").outlets
    return {
        edge.document
        for edge in links.lineage
        if edge.on.startswith(_OUTSIDE) and edge.document in pile.credits
        if outlet_keys(edge.on.removeprefix(_OUTSIDE), articles)
        & outlet_keys(pile.credits[edge.document].split(" (")[0], articles)
    }


def _count(pile: Pile, links: Links, counts: Counter[str]) -> None:
    inside = _inside(pile, links)
    of = "together_" if pile.kind == "together" else ""
    counts[f"{of}edges"] += len(pile.draws)
    counts[f"{of}found"] += len(inside)
    counts["pairs"] += pile.pairs
    if pile.kind in RELATIONS and not RELATIONS[pile.kind]:
        counts["independent"] += pile.pairs
        counts["alarms"] += len(inside)
    for pair, kind in pile.draws.items():
        edge = inside.get(pair) or inside.get(pair[::-1])
        counts[f"{of}edges_{kind}"] += 1
        if edge:
            counts[f"{of}right"] += 1
            counts[f"{of}right_{kind}"] += 1
            counts[f"{of}direction"] += pair in inside
            counts[f"{of}relation"] += edge.relation in RELATIONS[kind]
    counts["credits"] += len(pile.credits)
    counts["credits_found"] += len(_credited(pile, links))


def _figures(counts: Counter[str]) -> dict[str, float]:
    figures: dict[str, float] = {"n_pairs": counts["pairs"]}
    for of in ("", "together_"):
        right = counts[f"{of}right"]
        figures |= {
            f"{of}precision": right / max(counts[f"{of}found"], 1),
            f"{of}recall": right / max(counts[f"{of}edges"], 1),
            f"{of}direction": counts[f"{of}direction"] / max(right, 1),
            f"{of}relation": counts[f"{of}relation"] / max(right, 1),
            f"{of}n_recall": counts[f"{of}edges"],
        }
    for kind, relations in RELATIONS.items():
        if relations and counts[f"edges_{kind}"]:
            figures[f"recall_{kind}"] = counts[f"right_{kind}"] / max(counts[f"edges_{kind}"], 1)
    figures["independent_alarms"] = counts["alarms"] / max(counts["independent"], 1)
    figures["n_independent_alarms"] = counts["independent"]
    figures["outside_recall"] = counts["credits_found"] / max(counts["credits"], 1)
    figures["n_outside_recall"] = counts["credits"]
    return {name: round(value, 4) for name, value in figures.items()}


BENCHMARKS = (
    Benchmark(
        name="lineage",
        description="Which report draws on which, in pairs of invented reports made by hand "
        "and by program: copies, cuts, mixtures, summaries, translations, citations.",
        place="evaluation",
        path="lineage",
        score=evaluate,
    ),
)
