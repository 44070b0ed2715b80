"""A case with everything bound to everything else, and its order on the page."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property

from recoupe.linking.judgements.standing import standing
from recoupe.model import Case, Judgement, Reading, Reason, Statement
from recoupe.views.dossier.walk import ClaimView, Report, Said, Speaker


class Index:
    """A case with everything bound to everything else.

    Args:
        case: The case. Ids that lead nowhere are left out, never followed.
        judgements: Those in force.
        whole: The case of which it is an excerpt; itself by default.

    Attributes:
        whole: The case of which it may show an excerpt.
        reports: In the case's order.
        claims: Most origins first, then most statements, then oldest.
        speakers: Those who speak, most statements first.
    """

    def __init__(
        self, case: Case, judgements: Sequence[Judgement] = (), whole: Case | None = None
    ) -> None:
        self.case = case
        self.whole = whole or case
        self.reports: list[Report] = []
        self._speakers: dict[tuple[str, str], Speaker] = {}
        self._said: dict[str, Said] = {}
        self._entities = {entity.id: entity for entity in case.links.entities}
        for number, document in enumerate(case.documents, 1):
            reading = case.readings.get(document.id)
            reading = reading or Reading(document=document.id, version="")
            self._read(Report(document, reading, f"d{number}"))
        self.by_document = {report.record.id: report for report in self.reports}
        self._check(judgements)
        self.claims = self._claims()
        self.speakers = sorted(
            self._speakers.values(), key=lambda one: (-len(one.said), (one.name or "").casefold())
        )

    @property
    def said(self) -> Iterator[Said]:
        """Every statement, by report and place."""
        return (said for report in self.reports for said in report.said)

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
        """Return the nearest source, or the outlet.

        Named sources that go by one name are one line of the page, be they one entity or
        several: a reader could not tell the lines apart.
        """
        aliases: tuple[str, ...] = ()
        name: str | None
        kind: str
        if record.sources:
            source = record.sources[0]
            kind, name = str(source.kind), source.name
            entity_ids = self.case.links.source_entities.get(record.id, ())
            entity = self._entities.get(entity_ids[0] or "") if entity_ids else None
            if entity:
                name, aliases = entity.name, entity.aliases
            named = entity or kind in ("person", "organisation")
            key = ("named" if named else kind, name.casefold())
        else:
            kind, name = "outlet", report.outlet
            key = ("outlet", name.casefold() if name else report.anchor)
        speaker = self._speakers.get(key)
        if not speaker:
            speaker = self._speakers[key] = Speaker(f"p{len(self._speakers) + 1}", name)
        speaker.kinds[kind] += 1
        speaker.aliases.update(dict.fromkeys(alias for alias in aliases if alias != name))
        return speaker

    def _check(self, judgements: Sequence[Judgement]) -> None:
        """Note who checked which statements, wherever those stand by now."""
        for judgement in judgements:
            for place in judgement.places if judgement.decision == "confirmed" else ():
                report = self.by_document.get(place.document)
                said = report.said if report else []
                at = standing(place.span, (one.record.content for one in said))
                if at is not None:
                    said[at].checked = judgement

    def _claims(self) -> list[ClaimView]:
        views = []
        # Of a whole case, what ids lead to is counted; an excerpt's claims were cut.
        cut = self.whole.links.claims if self.whole is not self.case else ()
        numbers = {one.id: (len(one.documents), len(one.statements)) for one in cut}
        for record in self.case.links.claims:
            said = [self._said[id_] for id_ in record.statements if id_ in self._said]
            standing = dict.fromkeys(one.report for one in said)
            listed = [self.by_document[id_] for id_ in record.documents if id_ in self.by_document]
            reports = list(dict.fromkeys([*listed, *standing]))
            carried, stated = numbers.get(record.id, (len(reports), len(said)))
            views.append(ClaimView(record, "", said, reports, carried, stated))
        views.sort(
            key=lambda view: (
                -view.least_origins,
                -len(view.origins),
                -view.stated,
                -view.carried,
                view.day or date.max,
                view.record.id,
            )
        )
        by_id = {view.record.id: view for view in views}
        for number, view in enumerate(views, 1):
            view.anchor = f"c{number}"
            for one in view.said:
                one.claim = view
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
