"""What holds between reports: entities, places, lineage, claims, origins, relations."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from recoupe.linking import citations, entities, located, routes, things, transfers
from recoupe.linking.claims import anaphora, grouping, recounts
from recoupe.linking.claims.likeness import likenesses
from recoupe.linking.claims.told import propositions
from recoupe.linking.code_version import version
from recoupe.linking.judgements.claims import regroup
from recoupe.linking.judgements.lineage import judged_lineage
from recoupe.linking.judgements.sources import judged_sources
from recoupe.linking.kept import Memory
from recoupe.linking.lineage.edges import build as lineage_of
from recoupe.linking.origins.entering import Origins
from recoupe.linking.outlets import Outlets
from recoupe.linking.relations.finding import relate
from recoupe.linking.reports import Report, prepare
from recoupe.linking.sides.sides import Sides
from recoupe.model import Claim, ClaimRelation, Document, Judgement, Lineage, Links, Reading

__all__ = ["link", "version"]


def link(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    judgements: Sequence[Judgement] = (),
    memory: Memory | None = None,
) -> Links:
    """Decide what holds between the reports of a case.

    A function of the set of documents and readings: their order changes
    nothing, and neither do the clock, the machine or chance.

    Args:
        documents: The reports; one without a reading is left out.
        readings: Document id to what was read in it.
        judgements: People's decisions, oldest first; they win over the scores. Statements
            judged to be misread are out of ``readings`` already
            (:mod:`recoupe.linking.judgements.misread`).
        memory: Where what follows from one report alone, or from two, is kept for the next time,
            if it is. It changes nothing but the time that linking takes.

    Returns:
        Entities, places, lineage, claims, transfers and legs, each sorted as
        :class:`recoupe.model.Links` says.
    """
    reports = prepare(documents, readings, memory)
    known = entities.build(reports, judgements)
    places, placed = located.places_of(reports, known.none)
    named = located.locate(known, places)
    outlets = Outlets(reports)
    drawn = judged_lineage(judgements)
    cited = drawn.heed(citations.resolve(reports, outlets))
    edges = lineage_of(reports, cited, drawn)
    sides = Sides(named)
    groups, related = _grouped(reports, named, edges, judgements, sides)
    told = judged_sources(judgements, named.records)
    origins = Origins(groups, edges, cited, named, outlets, sides, told)
    stated = tuple(sorted(_claims(groups, related, origins), key=lambda claim: claim.id))
    del groups, origins
    given = transfers.build(reports, named, stated)
    goods, evidence = things.build(reports, given, stated)
    return Links(
        entities=named.records,
        source_entities=dict(sorted(named.sources.items())),
        lineage=edges,
        claims=stated,
        places=tuple(one for _, held in sorted(places.items()) for one in held),
        place_relations=tuple(one for _, held in sorted(placed.items()) for one in held),
        transfers=given,
        legs=routes.build(reports, places),
        things=goods,
        evidence=evidence,
    )


# Likenesses take as much memory as all claims: they go before those are made.
def _grouped(
    reports: Sequence[Report],
    named: entities.Entities,
    edges: Sequence[Lineage],
    judgements: Sequence[Judgement],
    sides: Sides,
) -> tuple[Sequence[grouping.Group], Mapping[str, tuple[ClaimRelation, ...]]]:
    """Return the claims of a case, and how they stand to each other."""
    found = recounts.resolve(propositions(reports, named))
    told = anaphora.resolve(found)
    pairs = likenesses(told, edges)
    groups = regroup(grouping.group(told, pairs), told, pairs, judgements)
    for p in told:
        p.unsign()
    related = relate(found, pairs, groups, named.sources, sides)
    # Only what was taken over from another report is looked for by its words after this.
    drawn = {report for edge in edges for report in (edge.document, edge.on)}
    for p in told:
        p.forget(terms=p.report.id not in drawn)
    return groups, related


def _claims(
    groups: Iterable[grouping.Group],
    related: Mapping[str, tuple[ClaimRelation, ...]],
    origins: Origins,
) -> Iterator[Claim]:
    for group in groups:
        yield Claim(
            id=group.id,
            text=group.text,
            statements=tuple(p.id for p in group.members),
            documents=tuple(dict.fromkeys(p.report.id for p in group.members)),
            origins=origins.of(group),
            relations=related.get(group.id, ()),
            reasons=group.reasons,
        )
