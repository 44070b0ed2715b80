"""Which found statement answers which annotated one."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from recoupe.evaluation.claimers import same_name
from recoupe.evaluation.gold import GoldReport, GoldStatement
from recoupe.model import Document, Reading, Span, Statement

Reader = Callable[[Iterable[Document]], Iterable[Reading]]
Pairs = list[tuple[GoldStatement, Statement]]

LENIENT, STRICT = 0.3, 0.8
"""Overlaps of content at which the field scores."""


def read_gold(
    gold: Iterable[GoldReport], read: Reader | None
) -> Iterator[tuple[GoldReport, tuple[Statement, ...]]]:
    """Yield each annotated report with the statements read in it.

    Args:
        gold: The annotated reports.
        read: What reads the documents; None for Recoupe's extraction.
    """
    if read is None:
        from recoupe.extraction import read_documents  # noqa: PLC0415 (loads the pipeline)

        read = read_documents
    reports = {report.document.id: report for report in gold}
    for reading in read(report.document for report in reports.values()):
        yield reports[reading.document], reading.statements


def overlap(one: Span, other: Span) -> float:
    """Return the characters two spans share over the length of the longer, 0 to 1."""
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return shared / max(one.end - one.start, other.end - other.start, 1)


def match(expected: Sequence[GoldStatement], found: Sequence[Statement], least: float) -> Pairs:
    """Pair annotated and found statements one to one, the greatest overlap first.

    Args:
        expected: Annotated statements of one report.
        found: Statements read in it.
        least: The least overlap of contents that makes a pair.
    """
    scored = [
        (-overlap(gold.content, statement.content), gold.optional, i, j)
        for i, gold in enumerate(expected)
        for j, statement in enumerate(found)
    ]
    left, right = set(range(len(expected))), set(range(len(found)))
    pairs: Pairs = []
    for score, _, i, j in sorted(scored):
        if -score >= least and i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((expected[i], found[j]))
    return pairs


def attributed(found: Iterable[Statement]) -> list[Statement]:
    """Return the statements that are not in the report's own voice."""
    return [statement for statement in found if statement.sources or statement.cue]


def pairs_for_factuality(expected: Iterable[GoldStatement], found: Sequence[Statement]) -> Pairs:
    """Pair statements for factuality: what was missed as attributed, as read in plain voice."""
    asked = [statement for statement in expected if not statement.optional]
    plain = [statement for statement in found if not (statement.sources or statement.cue)]
    pairs = match([s for s in asked if not s.own], attributed(found), LENIENT)
    matched = {id(statement) for statement, _ in pairs}
    return pairs + match([s for s in asked if id(s) not in matched], plain, LENIENT)


def right_claimer(gold: GoldStatement, found: Statement) -> bool:
    """Tell whether the nearest source of a found statement is the annotated one."""
    return bool(found.sources) and any(
        same_name(name, found.sources[0].name) for name in gold.claimers
    )
