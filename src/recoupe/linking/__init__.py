"""What holds between reports: entities, places, lineage, claims, origins, relations."""

from collections.abc import Mapping, Sequence

from recoupe.linking import citations, claims, entities, lineage, located, relations
from recoupe.linking.likeness import likenesses
from recoupe.linking.origins import Origins
from recoupe.linking.outlets import Outlets
from recoupe.linking.propositions import propositions
from recoupe.linking.reports import prepare
from recoupe.model import Claim, Document, Links, Reading

__all__ = ["link"]


def link(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    judgements: Sequence[object] = (),
) -> Links:
    """Decide what holds between the reports of a case.

    A function of the set of documents and readings: their order changes
    nothing, and neither do the clock, the machine or chance.

    Args:
        documents: The reports; one without a reading is left out.
        readings: Document id to what was read in it.
        judgements: People's decisions. None is acted on yet: they are kept in
            the ledger, and the parameter is there so that callers need not
            change when linking obeys them.

    Returns:
        Entities, places, lineage and claims, each sorted as :class:`recoupe.model.Links` says.
    """
    del judgements
    reports = prepare(documents, readings)
    places, placed = located.places_of(reports)
    named = located.locate(entities.build(reports), places)
    outlets = Outlets(reports)
    cited = citations.resolve(reports, outlets)
    edges = lineage.build(reports, cited)
    found = propositions(reports, named)
    pairs = likenesses(found, edges)
    groups = claims.group(found, pairs)
    related = relations.relate(found, pairs, groups, named.sources)
    origins = Origins(groups, edges, cited, named, outlets)
    return Links(
        entities=named.records,
        source_entities=dict(sorted(named.sources.items())),
        lineage=edges,
        claims=tuple(
            sorted(
                (
                    Claim(
                        id=group.id,
                        text=group.text,
                        statements=tuple(p.id for p in group.members),
                        documents=tuple(dict.fromkeys(p.report.id for p in group.members)),
                        origins=origins.of(group),
                        relations=related.get(group.id, ()),
                        reasons=group.reasons,
                    )
                    for group in groups
                ),
                key=lambda claim: claim.id,
            )
        ),
        places=tuple(one for _, held in sorted(places.items()) for one in held),
        place_relations=tuple(one for _, held in sorted(placed.items()) for one in held),
    )
