"""The things of a case by name, and the record of what was found, held beside dated claims.

A thing without a name is one wherever one claim tells of it; a thing with a name is one thing.
Finds are one entry where one claim tells of them, or where the same model with the same dates on
it was found in the same place.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from recoupe.compare.names import normalise
from recoupe.linking.reports import Report
from recoupe.linking.things.comparing import Comparer, days_of
from recoupe.linking.things.named import named_things
from recoupe.model import (
    Claim,
    Evidence,
    EvidenceTelling,
    FindRead,
    Reason,
    Span,
    Statement,
    Thing,
    ThingRead,
    Transfer,
)

__all__ = ["build"]


def build(
    reports: Sequence[Report], transfers: Sequence[Transfer], claims: Sequence[Claim]
) -> tuple[tuple[Thing, ...], tuple[Evidence, ...]]:
    """Return the named things of a case, by id, and its evidence in the order of the case.

    Args:
        reports: In the order of the case.
        transfers: What its reports tell to have gone from one to another.
        claims: Its claims.
    """
    things, of_name = named_things(reports)
    claim_of = {statement: claim.id for claim in claims for statement in claim.statements}
    groups: list[list[EvidenceTelling]] = []
    known: dict[tuple[object, ...], list[EvidenceTelling]] = {}
    for report in reports:
        for telling in _tellings(report, claim_of):
            keys = list(_keys(telling, report))
            group = next((known[key] for key in keys if key in known), None)
            if group is None:
                groups.append(group := [])
            group.append(telling)
            for key in keys:
                known.setdefault(key, group)
    comparer = Comparer(reports, transfers)
    by_id = {report.id: report for report in reports}
    return things, tuple(_entry(group, by_id, of_name, comparer) for group in groups)


def _tellings(report: Report, claim_of: Mapping[str, str]) -> list[EvidenceTelling]:
    read = report.reading.things
    named = {thing.span: thing for thing in read.named}
    found = []
    for find in read.finds:
        thing = named[find.thing]
        statements = _resting_on(report, find, thing)
        # What its nearest source denies was not found.
        if not statements or statements[0].factuality.denied:
            continue
        found.append(
            EvidenceTelling(
                document=report.id,
                statement=statements[0].id,
                statements=tuple(statement.id for statement in statements),
                factuality=statements[0].factuality,
                claim=claim_of.get(statements[0].id),
                find=find,
                thing=thing,
                within=named.get(find.within) if find.within else None,
            )
        )
    return found


def _resting_on(report: Report, find: FindRead, thing: ThingRead) -> list[Statement]:
    """Return the statements that hold the words of a find, those of its chief word first."""
    anchors = [*(m.span for m in thing.markings), find.found, find.examined, find.thing]
    found: dict[str, Statement] = {}
    for anchor in anchors:
        if anchor is None:
            continue
        holding = [s for s in report.reading.statements if s.content.covers(anchor)]
        if not holding and not found:
            holding = [s for s in report.reading.statements if s.content.overlaps(anchor)]
        holding.sort(key=lambda s: (s.content.end - s.content.start, s.id))
        for statement in holding:
            found.setdefault(statement.id, statement)
    return list(found.values())


def _keys(telling: EvidenceTelling, report: Report) -> list[tuple[object, ...]]:
    """Return what tellings of one find share at least one of."""
    thing = telling.thing
    marks = tuple(sorted((m.kind, m.value) for m in thing.markings))
    keys: list[tuple[object, ...]] = []
    if telling.claim:
        keys.append(("claim", telling.claim, thing.type, marks))
    if thing.model and (marks or telling.find.places):
        leading = report.vocabulary.leading
        model = normalise(thing.model.name, leading)
        places = tuple(sorted(normalise(p.name, leading) for p in telling.find.places))
        keys.append(("model", model, marks, places))
    return keys


def _entry(
    group: Sequence[EvidenceTelling],
    reports: Mapping[str, Report],
    of_name: Mapping[str, str],
    comparer: Comparer,
) -> Evidence:
    first = group[0]
    items = [_words(reports[one.document], one.thing.span) for one in group]
    earliest, latest = days_of(group)
    report = reports[first.document]
    names = {
        of_name[key]
        for one in group
        if one.thing.model
        and (key := normalise(one.thing.model.name, report.vocabulary.leading)) in of_name
    }
    reasons = [Reason(rule="same-find", words=str(len(group)))] if len(group) > 1 else []
    evidence = Evidence(
        id="e" + sha256(f"{first.document}|{first.thing.span.start}".encode()).hexdigest()[:12],
        thing=names.pop() if len(names) == 1 else None,
        item=max(items, key=len),
        type=first.thing.type,
        earliest=earliest,
        latest=latest,
        tellings=tuple(group),
        reasons=tuple(reasons),
    )
    return evidence.model_copy(update={"compared": comparer.compare(evidence)})


def _words(report: Report, span: Span) -> str:
    return " ".join(span.of(report.document.text).split())
