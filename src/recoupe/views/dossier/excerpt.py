"""What the page shows of a case that is larger than a browser opens."""

from collections.abc import Iterator
from typing import TypeVar

from recoupe.model import Case, Claim, Evidence, Leg, Links, Transfer

LARGEST = 1_500_000
"""Characters of reports that the page shows at most: 40 MB, which a browser opens in seconds."""

_Told = TypeVar("_Told", Transfer, Leg, Evidence)


def excerpt(case: Case, largest: int = LARGEST) -> Case:
    """Return the part of a case that the page shows: all of it, if it is not too large.

    Reports that carry the claims of most origins come first, then of most reports: what is
    cross-checked, or repeated, most. A claim keeps its origins, of the whole case; it has the
    statements and reports that are shown.

    Args:
        case: The case.
        largest: Characters of all reports shown, together.
    """
    if sum(len(document.text) for document in case.documents) <= largest:
        return case
    kept = _reports(case, largest)
    return case.model_copy(
        update={
            "documents": tuple(one for one in case.documents if one.id in kept),
            "readings": {key: one for key, one in case.readings.items() if key in kept},
            "links": _links(case, kept),
        }
    )


def _reports(case: Case, largest: int) -> set[str]:
    """Return the ids of the reports that are shown."""
    sizes = {document.id: len(document.text) for document in case.documents}
    kept: set[str] = set()
    for document in _in_order(case):
        if document not in kept and document in sizes:
            if sizes[document] > largest:
                break
            largest -= sizes[document]
            kept.add(document)
    return kept


def _in_order(case: Case) -> Iterator[str]:
    carried = [claim for claim in case.links.claims if len(claim.documents) > 1]
    carried.sort(key=lambda one: (-len(one.origins), -len(one.documents), one.id))
    for claim in carried:
        yield from claim.documents
    for document in case.documents:
        yield document.id


def _links(case: Case, kept: set[str]) -> Links:
    links = case.links
    statements = {
        s.id for key in kept if key in case.readings for s in case.readings[key].statements
    }
    ids = {claim.id for claim in links.claims if not statements.isdisjoint(claim.statements)}
    out = {document.id for document in case.documents} - kept
    return links.model_copy(
        update={
            "claims": tuple(
                _claim(one, statements, kept, ids) for one in links.claims if one.id in ids
            ),
            # What is drawn on may be an outlet whose report nobody has.
            "lineage": tuple(
                one for one in links.lineage if one.document in kept and one.on not in out
            ),
            "places": tuple(one for one in links.places if one.document in kept),
            "place_relations": tuple(one for one in links.place_relations if one.document in kept),
            "transfers": tuple(_told(links.transfers, kept)),
            "legs": tuple(_told(links.legs, kept)),
            "things": tuple(
                one.model_copy(update={"mentions": mentions})
                for one in links.things
                if (mentions := tuple(m for m in one.mentions if m[0] in kept))
            ),
            "evidence": tuple(
                one.model_copy(
                    update={"compared": tuple(c for c in one.compared if c.statement in statements)}
                )
                for one in _told(links.evidence, kept)
            ),
        }
    )


def _claim(claim: Claim, statements: set[str], kept: set[str], ids: set[str]) -> Claim:
    return claim.model_copy(
        update={
            "statements": tuple(one for one in claim.statements if one in statements),
            "documents": tuple(one for one in claim.documents if one in kept),
            "relations": tuple(one for one in claim.relations if one.claim in ids),
        }
    )


def _told(records: tuple[_Told, ...], kept: set[str]) -> Iterator[_Told]:
    """Yield what reports that are shown tell of, with their accounts alone."""
    for record in records:
        tellings = tuple(one for one in record.tellings if one.document in kept)
        if tellings:
            yield record.model_copy(update={"tellings": tellings})
