"""A case as the page walks it: every record beside its neighbours and its address in the page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from urllib.parse import urlsplit

from recoupe.model import (
    Case,
    Claim,
    Dating,
    Document,
    Factuality,
    Origin,
    Reading,
    Reason,
    Source,
    Span,
    Statement,
)
from recoupe.views.dossier import dates
from recoupe.views.dossier.marks import Block, Marked, blocks

_NOTHING = Dating()


@dataclass(eq=False)
class Report:
    """One document of the case and what was read in it.

    Attributes:
        record: The document.
        reading: What was read in it.
        anchor: Its address in the page.
        said: Its statements, in order of place.
    """

    record: Document
    reading: Reading
    anchor: str
    said: list["Said"] = field(default_factory=list)

    @property
    def dating(self) -> Dating:
        """The day of publication; the reader's own where the reading has none and no doubt."""
        if self.reading.dating == _NOTHING:
            return Dating(value=self.record.published, basis=self.record.published_basis)
        return self.reading.dating

    @cached_property
    def day(self) -> date | None:
        """First day that the day of publication allows."""
        first, last = dates.bounds(self.dating.value)
        return first or last

    @property
    def doubtful(self) -> bool:
        """Whether its day of publication is missing or doubted."""
        return not self.dating.value or bool(self.dating.doubts)

    @property
    def title(self) -> str | None:
        """The headline, stated or standing in the text."""
        headline = self.reading.headline
        stands = headline.of(self.record.text).strip() if headline else ""
        return self.record.title or stands or None

    @property
    def outlet(self) -> str | None:
        """Name of the outlet."""
        return self.record.publisher

    @property
    def link(self) -> str | None:
        """The address, if it is one of the web; nothing else may become a link."""
        url = (self.record.url or "").strip()
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        return url if parts.scheme in ("http", "https") and parts.netloc else None

    def words(self, span: Span) -> str:
        """Return the words of a span of this report."""
        return span.of(self.record.text)

    @cached_property
    def blocks(self) -> list[Block]:
        """The text, cut for marking."""
        return blocks(self.record.text, self.reading.body, self.reading.headline, self._marked())

    def _marked(self) -> list[Marked]:
        return [
            Marked(
                key,
                said.record.content,
                said.record.cue,
                tuple(source.span for source in said.record.sources if source.span),
            )
            for key, said in enumerate(self.said)
        ]

    @cached_property
    def marked(self) -> set[int]:
        """Keys of the statements whose words can be marked."""
        lines = (line for block in self.blocks for line in block.lines)
        return {key for line in lines for segment in line.segments for key in segment.starts}


@dataclass(eq=False)
class Speaker:
    """Someone who speaks in the case, or an outlet in its own voice.

    Attributes:
        anchor: Its address in the page.
        kind: A source's kind, or ``outlet``.
        name: As shown; None for an outlet without a name.
        aliases: Other names it goes by.
        said: What it states as the nearest source.
    """

    anchor: str
    kind: str
    name: str | None
    aliases: tuple[str, ...] = ()
    said: list["Said"] = field(default_factory=list)

    @property
    def reports(self) -> int:
        """In how many reports it speaks."""
        return len({said.report.anchor for said in self.said})

    @property
    def outlets(self) -> list[str]:
        """Names of the outlets it speaks in, in order of first appearance."""
        return list(dict.fromkeys(said.report.outlet for said in self.said if said.report.outlet))

    @property
    def assurance(self) -> list[tuple[Factuality, int]]:
        """How many statements it gives with each factuality, most sure first."""
        counted = {value: 0 for value in Factuality}
        for said in self.said:
            counted[said.record.factuality] += 1
        return [(value, number) for value, number in counted.items() if number]


@dataclass(eq=False)
class Said:
    """One statement in its report.

    Attributes:
        record: The statement.
        report: Where it stands.
        key: Its number in the report, from 0.
        anchor: Its address in the page.
        speaker: The nearest source, or the outlet.
        claim: The claim that it states.
    """

    record: Statement
    report: Report
    key: int
    anchor: str
    speaker: Speaker
    claim: "ClaimView | None" = None

    @property
    def words(self) -> str:
        """The words of the proposition."""
        return self.report.words(self.record.content)

    @property
    def place(self) -> str:
        """Address of its words, or of its report where they cannot be marked."""
        return self.anchor if self.key in self.report.marked else self.report.anchor

    @property
    def denied(self) -> bool:
        """Whether it denies: by its verb, or by its factuality."""
        return self.record.denies or self.record.factuality.denied

    def written(self, source: Source) -> str:
        """Return the words that name a source where they differ from its name, else nothing."""
        words = self.report.words(source.span) if source.span else ""
        return "" if words.casefold() == source.name.casefold() else words


@dataclass(eq=False)
class ClaimView:
    """One claim, its statements and its relations.

    Attributes:
        record: The claim.
        anchor: Its address in the page.
        said: Its statements, by report and place.
        reports: The reports they stand in.
        relations: Kind, the other claim, reasons, and whether it is told from the other side.
    """

    record: Claim
    anchor: str
    said: list[Said]
    reports: list[Report]
    relations: list[tuple[str, "ClaimView", tuple[Reason, ...], bool]] = field(default_factory=list)

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Where it enters the case first hand."""
        return self.record.origins

    @property
    def factualities(self) -> list[tuple[Factuality, int]]:
        """How many statements give it each factuality, most sure first."""
        found = [said.record.factuality for said in self.said]
        return [(value, found.count(value)) for value in Factuality if value in found]

    @property
    def speakers(self) -> list[Speaker]:
        """Who states it, in order."""
        return list(dict.fromkeys(said.speaker for said in self.said))

    @property
    def denied(self) -> bool:
        """Whether a statement denies it, or a denial is aimed at it."""
        aimed = any(kind == "refutes" for kind, _, _, _ in self.relations)
        return aimed or any(said.denied for said in self.said)

    @property
    def echo(self) -> bool:
        """Whether several reports carry it and one origin stands behind them."""
        return len(self.origins) == 1 and len(self.reports) > 1

    @property
    def lone(self) -> bool:
        """Whether it is one statement in a report's own voice, related to nothing."""
        return len(self.said) == 1 and not self.said[0].record.sources and not self.relations

    @property
    def day(self) -> date | None:
        """First day on which it was published."""
        return min((report.day for report in self.reports if report.day), default=None)


class Index:
    """A case with everything bound to everything else.

    Args:
        case: The case. Ids that lead nowhere are left out, never followed.

    Attributes:
        reports: In the case's order.
        claims: Most origins first, then most statements, then oldest.
        speakers: Those who speak, most statements first.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self.reports: list[Report] = []
        self._speakers: dict[tuple[str, str], Speaker] = {}
        self._said: dict[str, Said] = {}
        self._entities = {entity.id: entity for entity in case.links.entities}
        for number, document in enumerate(case.documents, 1):
            reading = case.readings.get(document.id)
            reading = reading or Reading(document=document.id, version="")
            self._read(Report(document, reading, f"d{number}"))
        self.by_document = {report.record.id: report for report in self.reports}
        self.claims = self._claims()
        self.speakers = sorted(
            self._speakers.values(), key=lambda one: (-len(one.said), (one.name or "").casefold())
        )

    @property
    def said(self) -> Iterator[Said]:
        """Every statement, by report and place."""
        return (said for report in self.reports for said in report.said)

    @cached_property
    def denials(self) -> int:
        """How many statements are denials."""
        return sum(said.record.denies for said in self.said)

    @cached_property
    def outlets(self) -> dict[str | None, list[Report]]:
        """Reports by outlet, most reports first; those without a name under None."""
        found: dict[str | None, list[Report]] = {}
        for report in self.reports:
            found.setdefault(report.outlet, []).append(report)
        return dict(sorted(found.items(), key=lambda item: (item[0] is None, -len(item[1]))))

    def _read(self, report: Report) -> None:
        self.reports.append(report)
        ordered = sorted(
            report.reading.statements, key=lambda one: (one.content.start, -one.content.end, one.id)
        )
        for key, record in enumerate(ordered):
            speaker = self._speaker(record, report)
            said = Said(record, report, key, f"s{len(self._said) + 1}", speaker)
            self._said[record.id] = said
            speaker.said.append(said)
            report.said.append(said)

    def _speaker(self, record: Statement, report: Report) -> Speaker:
        """Return the nearest source: its entity, or else its kind and name; or the outlet."""
        aliases: tuple[str, ...] = ()
        name: str | None
        if record.sources:
            source = record.sources[0]
            kind, name = source.kind, source.name
            key = (str(kind), name.casefold())
            entity_ids = self.case.links.source_entities.get(record.id, ())
            entity = self._entities.get(entity_ids[0] or "") if entity_ids else None
            if entity:
                key, name, aliases = ("entity", entity.id), entity.name, entity.aliases
        else:
            kind, name = "outlet", report.outlet
            key = ("outlet", name.casefold() if name else report.anchor)
        if key not in self._speakers:
            self._speakers[key] = Speaker(f"p{len(self._speakers) + 1}", kind, name, aliases)
        return self._speakers[key]

    def _claims(self) -> list[ClaimView]:
        views = []
        for record in self.case.links.claims:
            said = [self._said[id_] for id_ in record.statements if id_ in self._said]
            standing = dict.fromkeys(one.report for one in said)
            listed = [self.by_document[id_] for id_ in record.documents if id_ in self.by_document]
            views.append(ClaimView(record, "", said, list(dict.fromkeys([*listed, *standing]))))
        views.sort(
            key=lambda view: (
                -len(view.origins),
                -len(view.said),
                -len(view.reports),
                view.day or date.max,
                view.record.id,
            )
        )
        by_id = {view.record.id: view for view in views}
        for number, view in enumerate(views, 1):
            view.anchor = f"c{number}"
            for said in view.said:
                said.claim = view
        for view in views:
            for relation in view.record.relations:
                other = by_id.get(relation.claim)
                if other and other is not view:
                    _relate(view, relation.relation, other, relation.reasons)
        return views


def _relate(one: ClaimView, kind: str, other: ClaimView, reasons: tuple[Reason, ...]) -> None:
    """Bind two claims, on both sides; a relation stated from both sides is told once on each."""
    for view, target, inverse in ((one, other, False), (other, one, True)):
        known = any(had == kind and to is target for had, to, _, _ in view.relations)
        if not known:
            view.relations.append((kind, target, reasons, inverse))
