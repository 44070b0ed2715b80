"""What goes from one to another, and by which way, as the page shows it."""

from dataclasses import dataclass
from itertools import groupby

from recoupe.model import (
    Factuality,
    Leg,
    LegTelling,
    Quantity,
    Span,
    Stop,
    Telling,
    TimeValue,
    Transfer,
)
from recoupe.views.dossier.index import Index
from recoupe.views.dossier.tellings import degrees, nearest, sort_key
from recoupe.views.dossier.walk import Said, Speaker

_STAGES = ("carried-out", "planned", "unknown", "refused", "denied")


@dataclass(frozen=True)
class ToldTransfer:
    """One telling and the statement that it stands in."""

    record: Telling
    said: Said

    def place_of(self, span: Span) -> str:
        """Return the address of words of it."""
        return self.said.report.place_of(span)

    def leads(self) -> None:
        """Give all that cells of the table show an address in the report."""
        record = self.record
        roles = (span for spans in record.roles.values() for span in spans)
        figures = (quantity.span for quantity in record.quantities)
        times = (time.span for time in record.times)
        self.said.report.leads_to((record.trigger, *roles, *figures, *times))


@dataclass(frozen=True)
class Row:
    """One entry of the ledger of transfers.

    Attributes:
        record: The entry.
        anchor: Its address in the page.
        told: Its tellings, in the order of the case.
    """

    record: Transfer
    anchor: str
    told: list[ToldTransfer]

    @property
    def supplier(self) -> str:
        """Who gives, as one name; empty where no report tells."""
        return ", ".join(party.name for party in self.record.suppliers)

    @property
    def recipient(self) -> str:
        """Who receives, likewise."""
        return ", ".join(party.name for party in self.record.recipients)

    def place_of(self, role: str) -> str:
        """Return the address of the words that name a role first, or of the first telling."""
        for one in self.told:
            for span in one.record.roles.get(role, ()):
                return one.place_of(span)
        return self.told[0].said.place

    def words(self, role: str) -> list[tuple[str, Said, str]]:
        """Return the words that fill a role, each wording once, with statement and address."""
        found: dict[str, tuple[str, Said, str]] = {}
        for one in self.told:
            for span in one.record.roles.get(role, ()):
                shown = " ".join(one.said.report.words(span).split())
                found.setdefault(shown.casefold(), (shown, one.said, one.place_of(span)))
        return list(found.values())

    @property
    def figures(self) -> list[tuple[Quantity, Said, str]]:
        """Every figure with statement and address; figures of one value in one mouth once."""
        found: dict[object, tuple[Quantity, Said, str]] = {}
        for one in self.told:
            for q in one.record.quantities:
                key = (q.low, q.high, q.unit, q.approximate, one.said.speaker.anchor)
                found.setdefault(key, (q, one.said, one.place_of(q.span)))
        return list(found.values())

    @property
    def times(self) -> list[tuple[TimeValue, Said, str]]:
        """Every time with its statement and address, each value once."""
        found: dict[str, tuple[TimeValue, Said, str]] = {}
        for one in self.told:
            for time in one.record.times:
                found.setdefault(
                    time.value or str(time.span), (time, one.said, one.place_of(time.span))
                )
        return list(found.values())

    @property
    def statuses(self) -> list[tuple[str, str]]:
        """Where it stands, as told, each status once, with the address of the event's word."""
        found = {one.record.status: one.place_of(one.record.trigger) for one in reversed(self.told)}
        return list(reversed(found.items()))

    @property
    def factualities(self) -> list[tuple[Factuality, Said]]:
        """How sure its sources are, most sure first, each degree once."""
        return degrees(self.told)

    @property
    def speakers(self) -> list[Speaker]:
        """Who tells of it as the nearest source, in order."""
        return nearest(self.told)

    @property
    def keys(self) -> dict[str, str]:
        """What the page's script sorts by, column by column."""
        lows = [q.low if q.low is not None else q.high or 0.0 for q, _, _ in self.figures]
        days = [t.earliest or t.latest or "" for t, _, _ in self.times]
        return {
            "from": self.supplier,
            "to": self.recipient,
            "what": self.record.item,
            "count": f"{max(lows):020.3f}" if lows else "",
            "when": min(days, default=""),
            "stage": str(_STAGES.index(self.record.phase)),
            "sure": sort_key(self.told),
            "who": f"{9999 - len(self.record.origins):04d}",
        }


@dataclass(frozen=True)
class ToldLeg:
    """One telling of a leg and the statement that it stands in."""

    record: LegTelling
    said: Said


@dataclass(frozen=True)
class Way:
    """One leg of a route.

    Attributes:
        record: The leg.
        anchor: Its address in the page.
        told: Its tellings.
    """

    record: Leg
    anchor: str
    told: list[ToldLeg]

    @property
    def stops(self) -> list[tuple[str, str]]:
        """Its places by name, each with the address of the words that name it first."""
        first = self.told[0]
        spans = (*first.record.origin, *first.record.via, *first.record.destination)
        named = self.record.stops
        if len(spans) != len(named):
            return [(stop.name, first.said.place) for stop in named]
        report = first.said.report
        return [(stop.name, report.place_of(span)) for stop, span in zip(named, spans, strict=True)]

    @property
    def travelled(self) -> bool:
        """Whether somebody says for certain that it was travelled."""
        certain = any(one.record.factuality is Factuality.CERTAIN for one in self.told)
        return certain and self.record.phase == "carried-out"

    @property
    def denied(self) -> bool:
        """Whether it is denied, or was refused: then it is on no map."""
        return self.record.phase in {"denied", "refused"}

    @property
    def drawn(self) -> list[Stop]:
        """Its places that lie on the map; none where fewer than two do."""
        known = [stop for stop in self.record.stops if stop.spot]
        return known if len(known) > 1 and not self.denied else []

    @property
    def factualities(self) -> list[Factuality]:
        """How sure its sources are, most sure first."""
        held = {one.record.factuality for one in self.told}
        return [value for value in Factuality if value in held]


@dataclass(frozen=True)
class Exchanges:
    """The transfers and routes of a case.

    Attributes:
        pairs: Entries by who gives and who receives, both directions apart.
        ways: Legs of routes.
    """

    pairs: list[tuple[str, str, list[Row]]]
    ways: list[Way]

    @property
    def rows(self) -> int:
        """How many entries there are."""
        return sum(len(rows) for _, _, rows in self.pairs)

    def __bool__(self) -> bool:
        return bool(self.pairs or self.ways)


def exchanges(index: Index) -> Exchanges:
    """Gather the transfers and routes of a case; a telling without its statement is left out."""
    said = {one.record.id: one for one in index.said}
    rows: list[Row] = []
    for record in index.case.links.transfers:
        told = [ToldTransfer(t, said[t.statement]) for t in record.tellings if t.statement in said]
        for one in told:
            one.leads()
        if told:
            rows.append(Row(record, f"x{len(rows) + 1}", told))
    ways: list[Way] = []
    for leg in index.case.links.legs:
        seen = [ToldLeg(t, said[t.statement]) for t in leg.tellings if t.statement in said]
        for way in seen:
            record_of = way.record
            way.said.report.leads_to((*record_of.origin, *record_of.via, *record_of.destination))
        if seen:
            ways.append(Way(leg, f"w{len(ways) + 1}", seen))
    pairs = groupby(rows, key=lambda row: (row.supplier, row.recipient))
    return Exchanges([(*pair, list(held)) for pair, held in pairs], ways)
