"""Counts how claims, their relations and their origins agree with what is annotated.

Claims are compared by pairs of annotated statements, relations by pairs of annotated claims,
origins by their number.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from pathlib import Path

import yaml

from recoupe.evaluation.gold import GoldReport
from recoupe.evaluation.matching import LENIENT, match
from recoupe.linking import link
from recoupe.model import Judgement, Links, Located, Reading

Relation = tuple[str, str, str]
"""A claim as annotated, how it stands to another, and the other."""
_SCORED = frozenset({"refutes", "changes"})
_EITHER = "refutes"


def annotated_relations(folder: Path, affair: str) -> frozenset[Relation]:
    """Load the relations annotated between the claims of an affair, none if there are none.

    Args:
        folder: The gold, beside which ``gold_relations`` stands.
        affair: Its name.
    """
    file = folder.parent / "gold_relations" / f"{affair}.yml"
    if not file.is_file():
        return frozenset()
    entries = yaml.safe_load(file.read_text(encoding="utf-8"))
    return frozenset(_ordered(e["claim"], e["relation"], e["of"]) for e in entries)


def _ordered(claim: str, relation: str, of: str) -> Relation:
    """Return a relation; who denies whom is one relation from both sides."""
    return (
        (min(claim, of), relation, max(claim, of)) if relation == _EITHER else (claim, relation, of)
    )


def annotated_origins(folder: Path, affair: str) -> dict[str, tuple[int, int]]:
    """Load the least and most number of origins of the claims of an affair, if annotated.

    Args:
        folder: The gold, beside which ``gold_origins`` stands.
        affair: Its name.
    """
    file = folder.parent / "gold_origins" / f"{affair}.yml"
    if not file.is_file():
        return {}
    entries = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {
        claim: (number, number) if isinstance(number, int) else (number[0], number[1])
        for claim, number in entries.items()
    }


def count_claims(
    reports: Sequence[GoldReport],
    readings: Mapping[str, Reading],
    links: Links,
    counts: Counter[str],
) -> None:
    """Add to the counts which pairs of annotated statements stand in one claim.

    Args:
        reports: Of one affair, as annotated.
        readings: Document id to what was read in it.
        links: What was found to hold between them.
        counts: ``pairs`` that are annotated as one claim, ``pairs_joined`` in one that was found,
            ``pairs_right`` in both, ``pairs_read`` annotated as one of which both were read.
    """
    claim_of = {statement: claim.id for claim in links.claims for statement in claim.statements}
    named = list(_named(reports, readings, claim_of))
    for (gold_one, one), (gold_other, other) in combinations(named, 2):
        same, joined = gold_one == gold_other, one is not None and one == other
        counts["pairs"] += same
        counts["pairs_joined"] += joined
        counts["pairs_right"] += same and joined
        counts["pairs_read"] += same and one is not None and other is not None


def count_relations(
    reports: Sequence[GoldReport],
    readings: Mapping[str, Reading],
    links: Links,
    related: frozenset[Relation],
    counts: Counter[str],
) -> None:
    """Add to the counts which annotated relations were found.

    Args:
        reports: Of one affair, as annotated.
        readings: Document id to what was read in it.
        links: What was found to hold between them.
        related: The relations annotated.
        counts: ``relations`` that are annotated, ``relations_right`` that were found,
            ``relations_read`` of whose claims a statement each was read; ``relations_found`` in
            all between claims that hold an annotated statement, ``relations_found_right``.
    """
    claim_of = {statement: claim.id for claim in links.claims for statement in claim.statements}
    names: dict[str, set[str]] = defaultdict(set)
    for gold, found in _named(reports, readings, claim_of):
        if found is not None:
            names[found].add(gold)
    every = set().union(*names.values())
    right: set[Relation] = set()
    for claim in links.claims:
        for held in claim.relations:
            if held.relation not in _SCORED or not (names[claim.id] and names[held.claim]):
                continue
            says = {
                _ordered(one, held.relation, other)
                for one in names[claim.id]
                for other in names[held.claim]
            }
            counts["relations_found"] += 1
            counts["relations_found_right"] += bool(says & related)
            right |= says & related
    counts["relations"] += len(related)
    counts["relations_right"] += len(right)
    counts["relations_read"] += sum(r[0] in every and r[2] in every for r in related)


def count_origins(
    reports: Sequence[GoldReport],
    readings: Mapping[str, Reading],
    expected: Mapping[str, tuple[int, int]],
    counts: Counter[str],
) -> None:
    """Add to the counts which claims, joined as annotated, have the origins that are annotated.

    Args:
        reports: Of one affair, as annotated.
        readings: Document id to what was read in it.
        expected: Claim to the least and the most number of its origins.
        counts: ``origins``, claims of which two statements or more were read, and
            ``origins_right``.
    """
    statements = {s.id: s for reading in readings.values() for s in reading.statements}
    members: dict[str, list[str]] = defaultdict(list)
    for gold, found in _named(reports, readings, {key: key for key in statements}):
        if found is not None:
            members[gold].append(found)
    held = {claim: ids for claim, ids in members.items() if claim in expected and len(ids) > 1}
    judgements = [
        Judgement(
            decision="same",
            kind="statement",
            subject=one,
            other=other,
            author="gold",
            places=tuple(
                Located(document=statements[key].document, span=statements[key].content)
                for key in (one, other)
            ),
        )
        for ids in held.values()
        for one, other in pairwise(ids)
    ]
    links = link([report.document for report in reports], readings, judgements)
    claim_of = {statement: claim for claim in links.claims for statement in claim.statements}
    for name, ids in held.items():
        claim = claim_of[ids[0]]
        counts["origins"] += 1
        counts["origins_right"] += (claim.least_origins, len(claim.origins)) == expected[name]


def _named(
    reports: Sequence[GoldReport], readings: Mapping[str, Reading], claim_of: Mapping[str, str]
) -> Iterator[tuple[str, str | None]]:
    """Yield the claim of each annotated statement as annotated, and as found (None: unread)."""
    for report in reports:
        statements = [s for s in report.statements if s.claim]
        # By the annotation itself: two may say of the same words that different sources say them.
        read = {
            id(gold): claim_of.get(found.id)
            for gold, found in match(statements, readings[report.document.id].statements, LENIENT)
        }
        for statement in statements:
            yield statement.claim or "", read.get(id(statement))
