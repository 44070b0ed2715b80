"""Transfers and the legs of routes as rows, and back."""

from collections.abc import Iterator

from sqlalchemy import Connection, Table, select

from recoupe.ledger import tables
from recoupe.ledger.readings import Row, span_columns
from recoupe.model import Leg, Links, Telling, Transfer


def transfer_rows(links: Links) -> Iterator[tuple[Table, Row]]:
    """Yield the rows of a case's transfers and legs, with their tables."""
    for number, transfer in enumerate(links.transfers):
        yield from _transfer(number, transfer)
    for number, leg in enumerate(links.legs):
        yield from _leg(number, leg)


def load_transfers(connection: Connection) -> Iterator[Transfer]:
    """Yield the stored transfers, as they were written."""
    query = select(tables.transfer.c.record).order_by(tables.transfer.c.number)
    for record in connection.execute(query).scalars():
        yield Transfer.model_validate(record)


def load_legs(connection: Connection) -> Iterator[Leg]:
    """Yield the stored legs, as they were written."""
    query = select(tables.leg.c.record).order_by(tables.leg.c.number)
    for record in connection.execute(query).scalars():
        yield Leg.model_validate(record)


def _transfer(number: int, transfer: Transfer) -> Iterator[tuple[Table, Row]]:
    yield (
        tables.transfer,
        {
            "id": transfer.id,
            "number": number,
            "item": transfer.item,
            "phase": transfer.phase,
            "origins": len(transfer.origins),
            "record": transfer.model_dump(mode="json"),
        },
    )
    owner: Row = {"transfer_id": transfer.id}
    for role, parties in (("supplier", transfer.suppliers), ("recipient", transfer.recipients)):
        for place, party in enumerate(parties):
            row = {"role": role, "place": place, "name": party.name, "entity_id": party.entity}
            yield tables.transfer_party, owner | row
    for place, telling in enumerate(transfer.tellings):
        yield tables.transfer_telling, owner | _telling(place, telling)
        for nth, quantity in enumerate(telling.quantities):
            row = quantity.model_dump(include={"low", "high", "unit", "approximate"})
            row |= {"telling_place": place, "place": nth}
            yield tables.transfer_figure, owner | row | span_columns(quantity.span)


def _telling(place: int, telling: Telling) -> Row:
    days = [time.earliest for time in telling.times], [time.latest for time in telling.times]
    return {
        "place": place,
        "statement_id": telling.statement,
        "status": telling.status,
        "factuality": telling.factuality.value,
        # One open end leaves the whole open.
        "earliest": None if None in days[0] else min(map(str, days[0]), default=None),
        "latest": None if None in days[1] else max(map(str, days[1]), default=None),
    } | span_columns(telling.trigger, "trigger")


def _leg(number: int, leg: Leg) -> Iterator[tuple[Table, Row]]:
    record = leg.model_dump(mode="json")
    row: Row = {"id": leg.id, "number": number, "item": leg.item, "phase": leg.phase}
    yield tables.leg, row | {"record": record}
    owner: Row = {"leg_id": leg.id}
    kinds = ("origin",) * bool(leg.origin) + ("via",) * len(leg.via)
    kinds += ("destination",) * bool(leg.destination)
    for place, (kind, stop) in enumerate(zip(kinds, leg.stops, strict=True)):
        row = {"place": place, "kind": kind, "name": stop.name}
        yield tables.leg_stop, owner | row | {"spot_id": stop.spot.id if stop.spot else None}
    for place, telling in enumerate(leg.tellings):
        row = {"place": place, "statement_id": telling.statement, "status": telling.status}
        row |= {"factuality": telling.factuality.value}
        yield tables.leg_telling, owner | row | span_columns(telling.trigger, "trigger")
