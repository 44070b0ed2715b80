"""What was found, and dated claims beside it, as the page shows them."""

from dataclasses import dataclass

from recoupe.model import (
    Compared,
    Evidence,
    EvidenceTelling,
    Factuality,
    Marking,
    Role,
    Span,
    Thing,
    TimeValue,
)
from recoupe.views.dossier.index import Index
from recoupe.views.dossier.tellings import degrees, nearest, sort_key
from recoupe.views.dossier.walk import Said, Speaker


@dataclass(frozen=True)
class Words:
    """Words of a report as a cell shows them.

    Attributes:
        shown: The words.
        language: Of the report.
        place: Their address on the page.
    """

    shown: str
    language: str
    place: str


@dataclass(frozen=True)
class ToldFind:
    """One telling of a find and the statement that it rests on.

    Attributes:
        record: The telling.
        said: The narrowest statement that holds its words.
        rests: All statements that it rests on, that one first.
    """

    record: EvidenceTelling
    said: Said
    rests: list[Said]

    def by(self, role: str) -> list[Words]:
        """Return the words of who or where, each with its address."""
        fillers: tuple[Role, ...] = getattr(self.record.find, role)
        return [self.words(filler.span) for filler in fillers]

    def words(self, span: Span) -> Words:
        """Return the words of a span with their language and address."""
        report = self.said.report
        return Words(
            " ".join(report.words(span).split()), report.record.language, report.place_of(span)
        )

    def leads(self) -> None:
        """Give all that cells of the table show an address in the report."""
        find, thing = self.record.find, self.record.thing
        roles = (*find.places, *find.finders, *find.examiners)
        spans = [thing.span, *(role.span for role in roles), *(time.span for time in find.times)]
        spans += [marking.span for marking in thing.markings]
        if self.record.within is not None:
            spans.append(self.record.within.span)
        self.said.report.leads_to(spans)


@dataclass(frozen=True)
class Beside:
    """A dated claim beside a find."""

    record: Compared
    said: Said

    @property
    def claimed(self) -> str:
        """The days that the claim allows, in EDTF; empty where it has none."""
        return _interval(self.record.earliest, self.record.latest)

    @property
    def left(self) -> str:
        """Those of them that the find leaves, in EDTF; empty where it leaves none."""
        return _interval(self.record.from_day, self.record.until_day)


@dataclass(frozen=True)
class Item:
    """One entry of the record of evidence.

    Attributes:
        record: The entry.
        anchor: Its address in the page.
        told: Its tellings, in the order of the case.
        beside: Claims that have a date, and what it lets be of each.
        undated: Claims of the same thing that have none.
    """

    record: Evidence
    anchor: str
    told: list[ToldFind]
    beside: list[Beside]
    undated: list[Beside]

    @property
    def first(self) -> ToldFind:
        """The telling whose words name it."""
        return self.told[0]

    @property
    def item(self) -> Words:
        """What it is, in the fullest words, with the address of those that name it first."""
        first = self.told[0].words(self.told[0].record.thing.span)
        return Words(self.record.item, first.language, first.place)

    def words(self, role: str) -> list[Words]:
        """Return the words for a part played in it, each wording once."""
        found: dict[str, Words] = {}
        for one in self.told:
            for words in one.by(role):
                found.setdefault(words.shown.casefold(), words)
        return list(found.values())

    @property
    def holder(self) -> Words | None:
        """What it was in, or is a part of."""
        for one in self.told:
            if one.record.within is not None:
                return one.words(one.record.within.span)
        return None

    @property
    def markings(self) -> list[tuple[Marking, Words]]:
        """What stands on it, each once, with the words that tell it."""
        found: dict[tuple[str, str], tuple[Marking, Words]] = {}
        for one in self.told:
            for marking in one.record.thing.markings:
                found.setdefault((marking.kind, marking.value), (marking, one.words(marking.span)))
        return list(found.values())

    @property
    def codes(self) -> list[str]:
        """Codes of the Harmonised System that reports give for it."""
        return sorted({c.value for one in self.told for c in one.record.thing.codes})

    @property
    def times(self) -> list[tuple[TimeValue, Words]]:
        """When it was found, each value once, with the words that tell it."""
        found: dict[str, tuple[TimeValue, Words]] = {}
        for one in self.told:
            for time in one.record.find.times:
                found.setdefault(time.value or str(time.span), (time, one.words(time.span)))
        return list(found.values())

    @property
    def factualities(self) -> list[tuple[Factuality, Said]]:
        """How sure its sources are, most sure first, each degree once."""
        return degrees(self.told)

    @property
    def speakers(self) -> list[Speaker]:
        """Who tells of it as the nearest source, in order."""
        return nearest(self.told)

    @property
    def bounds(self) -> str:
        """The days between which it came, in EDTF, by the dates on it and the day of its find."""
        return _interval(self.record.earliest, self.record.latest)

    @property
    def keys(self) -> dict[str, str]:
        """What the page's script sorts by, column by column."""
        days = [t.earliest or t.latest or "" for t, _ in self.times]
        return {
            "what": self.record.item,
            "bears": self.record.earliest or "",
            "where": ", ".join(words.shown for words in self.words("places")),
            "when": min(days, default=""),
            "by": ", ".join(words.shown for words in self.words("examiners")),
            "sure": sort_key(self.told),
        }


@dataclass(frozen=True)
class NamedThing:
    """A thing that goes by a name.

    Attributes:
        record: The thing.
        named: The words that name it.
    """

    record: Thing
    named: list[Words]

    @property
    def reports(self) -> int:
        """In how many reports it is named."""
        return len({document for document, _ in self.record.mentions})


@dataclass(frozen=True)
class Exhibits:
    """The evidence and the named things of a case.

    Attributes:
        items: Evidence, in the order of the case.
        things: Named things, most named first.
    """

    items: list[Item]
    things: list[NamedThing]

    @property
    def compared(self) -> list[Item]:
        """Evidence that has dated claims beside it, what excludes or narrows one first."""
        found = [item for item in self.items if item.beside]
        return sorted(found, key=lambda item: min(map(_weight, item.beside)))

    def __bool__(self) -> bool:
        return bool(self.items or self.things)


def exhibits(index: Index) -> Exhibits:
    """Gather the evidence of a case; what rests on no known statement is left out."""
    said = {one.record.id: one for one in index.said}
    items: list[Item] = []
    for record in index.case.links.evidence:
        told = [
            ToldFind(t, said[t.statement], [said[s] for s in t.statements if s in said])
            for t in record.tellings
            if t.statement in said
        ]
        beside = [Beside(c, said[c.statement]) for c in record.compared if c.statement in said]
        for one in told:
            one.leads()
        if told:
            dated = [one for one in beside if one.record.time is not None]
            undated = [one for one in beside if one.record.time is None]
            items.append(Item(record, f"e{len(items) + 1}", told, dated, undated))
    things = [NamedThing(thing, _naming(thing, index)) for thing in index.case.links.things]
    things.sort(key=lambda one: (-len(one.record.mentions), one.record.name.casefold()))
    return Exhibits(items, things)


def _naming(thing: Thing, index: Index) -> list[Words]:
    """Return the words that name a thing, and give them an address."""
    found = []
    for document, span in thing.mentions:
        report = index.by_document.get(document)
        if report is not None:
            report.leads_to([span])
            words = " ".join(report.words(span).split())
            found.append(Words(words, report.record.language, report.place_of(span)))
    return found


def _weight(one: Beside) -> int:
    if one.record.bearing == "excludes":
        return 0
    return 1 if one.left != one.claimed else 2


def _interval(first: str | None, last: str | None) -> str:
    if first == last:
        return first or ""
    return f"{first or '..'}/{last or '..'}"
