"""The places of a case and what is said of each: known, left open, not found, told by another."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from recoupe.model.place import CheckedRelation, PlaceCandidate, ResolvedPlace, Spot
from recoupe.views.dossier.index import Index
from recoupe.views.dossier.walk import Report, Said

OPEN = "several-likely"
"""The rule by which linking leaves a name open between several places."""
_LIKELY = 0.15
"""Share from which a place that a name may mean is worth drawing."""


@dataclass(eq=False)
class Named:
    """A name of the case, or the place that several names mean, with what is said of it.

    Attributes:
        name: As shown.
        anchor: Its address in the page.
        spot: Where it lies; None where that is open or unknown.
        mentions: Where it is named, with the report.
        said: Statements whose words name it, by report and place, each once.
    """

    name: str
    anchor: str = ""
    spot: Spot | None = None
    mentions: list[tuple[Report, ResolvedPlace]] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    @property
    def candidates(self) -> tuple[PlaceCandidate, ...]:
        """What it may mean, likeliest first."""
        return self.mentions[0][1].candidates

    @property
    def likely(self) -> list[Spot]:
        """The places that remain likely, where it is left open between several."""
        if self.why != OPEN:
            return []
        return [one.place for one in self.candidates if one.score >= _LIKELY]

    @property
    def why(self) -> str:
        """The rule by which it was left open or not found; empty where it has a place."""
        reasons = self.mentions[0][1].reasons
        return "" if self.spot or not reasons else reasons[0].rule

    @property
    def weight(self) -> int:
        """How much the case speaks of it."""
        return len(self.said)

    @property
    def entries(self) -> list[list[Said]]:
        """What is said of it, each claim once with all that state it."""
        found: dict[str, list[Said]] = {}
        for said in self.said:
            found.setdefault(said.claim.anchor if said.claim else said.anchor, []).append(said)
        return list(found.values())

    @property
    def runners_up(self) -> list[PlaceCandidate]:
        """Other places of the name that were weighed, likeliest first, each once."""
        found: dict[str, PlaceCandidate] = {}
        for _, mention in self.mentions:
            for one in mention.candidates:
                if self.spot and one.place.id != self.spot.id:
                    known = found.get(one.place.id)
                    if known is None or known.score < one.score:
                        found[one.place.id] = one
        return sorted(found.values(), key=lambda one: (-one.score, one.place.id))

    @property
    def forms(self) -> list[str]:
        """The words that name it in the reports, where they differ from its name."""
        words = dict.fromkeys(report.words(mention.span) for report, mention in self.mentions)
        return [one for one in words if one.casefold() != self.name.casefold()]


@dataclass(frozen=True)
class Told:
    """A place set out by another, and the statement that tells it."""

    record: CheckedRelation
    report: Report
    said: Said | None
    anchor: str


@dataclass(frozen=True)
class Places:
    """The places of a case.

    Attributes:
        known: Places on the map, the most spoken of first.
        left_open: Names that several places bear, or that nothing made sure.
        unknown: Names that the gazetteer does not have.
        told: Distances and directions, held against the map.
    """

    known: list[Named]
    left_open: list[Named]
    unknown: list[Named]
    told: list[Told]

    @property
    def any(self) -> bool:
        """Whether the case names a place at all."""
        return bool(self.known or self.left_open or self.unknown)


def places(index: Index) -> Places:
    """Gather the places of a case."""
    known: dict[str, Named] = {}
    others: dict[tuple[str, ...], Named] = {}
    had: set[tuple[int, str]] = set()
    for mention in index.case.links.places:
        report = index.by_document.get(mention.document)
        if report is None:
            continue
        if mention.place:
            named = known.setdefault(
                mention.place.id, Named(mention.place.name, spot=mention.place)
            )
        else:
            likely = [one.place.id for one in mention.candidates if one.score >= _LIKELY]
            key = (mention.name.casefold(), *sorted(likely))
            named = others.setdefault(key, Named(mention.name))
        named.mentions.append((report, mention))
        said = innermost(report, mention)
        if said and (id(named), said.anchor) not in had:
            had.add((id(named), said.anchor))
            named.said.append(said)
    unsure = _ordered(others.values())
    made = Places(
        known=_ordered(known.values()),
        left_open=[one for one in unsure if one.candidates],
        unknown=[one for one in unsure if not one.candidates],
        told=_told(index),
    )
    for number, one in enumerate((*made.known, *made.left_open, *made.unknown), 1):
        one.anchor = f"g{number}"
        one.said.sort(key=lambda said: int(said.anchor[1:]))
    return made


def innermost(report: Report, mention: ResolvedPlace | CheckedRelation) -> Said | None:
    """Return the narrowest statement whose content holds the words; None where none does."""
    span = mention.span if isinstance(mention, ResolvedPlace) else mention.relation.span
    holding = [said for said in report.said if said.record.content.covers(span)]
    return min(
        holding,
        key=lambda said: (said.record.content.end - said.record.content.start, said.key),
        default=None,
    )


def _ordered(named: Iterable[Named]) -> list[Named]:
    return sorted(named, key=lambda one: (-one.weight, -len(one.mentions), one.name.casefold()))


def _told(index: Index) -> list[Told]:
    found = []
    for record in index.case.links.place_relations:
        report = index.by_document.get(record.document)
        if report is not None:
            found.append((report, record))
    # What contradicts the map first: that is what a reader has to see.
    found.sort(
        key=lambda pair: (pair[1].agrees is not False, pair[0].anchor, pair[1].relation.span)
    )
    return [
        Told(record, report, innermost(report, record), f"gr{number}")
        for number, (report, record) in enumerate(found, 1)
    ]
