"""The places of a case as rows, and back: what each mention means, what else it may, relations."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, Table, select

from recoupe.ledger import tables
from recoupe.ledger.readings import Row, span_columns
from recoupe.ledger.reasons import dump_reasons, load_reasons
from recoupe.model import Links, Span
from recoupe.model.place import CheckedRelation, PlaceCandidate, ResolvedPlace, Spot


def place_rows(links: Links) -> Iterator[tuple[Table, Row]]:
    """Yield the rows of a case's places, with their tables."""
    for spot in _spots(links).values():
        yield tables.spot, spot.model_dump(mode="json")
    counted: Counter[str] = Counter()
    for mention in links.places:
        owner = {"document_id": mention.document}
        place = counted[mention.document]
        counted[mention.document] += 1
        row: Row = {"place": place, "name": mention.name, "score": mention.score}
        row |= {"spot_id": mention.place.id if mention.place else None}
        row |= {"reasons": dump_reasons(mention.reasons)}
        yield tables.place_mention, owner | row | span_columns(mention.span)
        for rank, candidate in enumerate(mention.candidates):
            row = {"mention_place": place, "place": rank, "spot_id": candidate.place.id}
            row |= {"score": candidate.score, "reasons": dump_reasons(candidate.reasons)}
            yield tables.place_candidate, owner | row
    counted.clear()
    for checked in links.place_relations:
        yield tables.place_relation, _relation_row(checked, counted[checked.document])
        counted[checked.document] += 1


def load_places(connection: Connection) -> Iterator[ResolvedPlace]:
    """Yield the stored mentions of places, as they were written, by document and span."""
    spots = _load_spots(connection)
    candidates: defaultdict[tuple[str, int], list[PlaceCandidate]] = defaultdict(list)
    table = tables.place_candidate
    query = select(table).order_by(table.c.document_id, table.c.mention_place, table.c.place)
    for row in connection.execute(query).mappings():
        candidates[row["document_id"], row["mention_place"]].append(
            PlaceCandidate(
                place=spots[row["spot_id"]],
                score=row["score"],
                reasons=load_reasons(row["reasons"]),
            )
        )
    rows = connection.execute(select(tables.place_mention)).mappings()
    # Sorted here: databases differ in how they order strings.
    for row in sorted(rows, key=lambda one: (one["document_id"], one["place"])):
        spot = row["spot_id"]
        yield ResolvedPlace(
            document=row["document_id"],
            span=Span(row["span_start"], row["span_end"]),
            name=row["name"],
            place=None if spot is None else spots[spot],
            score=row["score"],
            reasons=load_reasons(row["reasons"]),
            candidates=tuple(candidates[row["document_id"], row["place"]]),
        )


def load_place_relations(connection: Connection) -> Iterator[CheckedRelation]:
    """Yield the stored relations of place, as they were written, by document and span."""
    table = tables.place_relation
    rows = connection.execute(select(table.c.document_id, table.c.place, table.c.record))
    for row in sorted(rows, key=lambda one: (one[0], one[1])):
        yield CheckedRelation.model_validate(row[2])


def _spots(links: Links) -> Mapping[str, Spot]:
    """Return every place that the mentions and relations of a case know, by id, sorted."""
    found: dict[str, Spot] = {}
    for mention in links.places:
        for spot in (mention.place, *(one.place for one in mention.candidates)):
            if spot is not None:
                found[spot.id] = spot
    for checked in links.place_relations:
        for spot in (checked.subject, checked.anchor):
            if spot is not None:
                found[spot.id] = spot
    return dict(sorted(found.items()))


def _load_spots(connection: Connection) -> Mapping[str, Spot]:
    rows = connection.execute(select(tables.spot)).mappings()
    return {row["id"]: Spot.model_validate(dict(row)) for row in rows}


def _relation_row(checked: CheckedRelation, place: int) -> Row:
    told = checked.relation
    row: Row = {
        "document_id": checked.document,
        "place": place,
        "anchor_id": checked.anchor.id if checked.anchor else None,
        "subject_id": checked.subject.id if checked.subject else None,
        "low": told.low,
        "high": told.high,
        "bearing": told.bearing,
        "latitude": checked.latitude,
        "longitude": checked.longitude,
        "agrees": checked.agrees,
        "record": checked.model_dump(mode="json"),
    }
    spans = span_columns(told.span) | span_columns(told.anchor, "anchor")
    return row | spans | span_columns(told.subject, "subject")
