"""Where a claim enters the case first hand: origins are counted, not articles.

A statement that its report took over from another has that report's origin.
Otherwise its nearest source is the origin, if it is named; an unnamed one is an
origin of the report that speaks of it, since nobody can tell whether two are
one. What a report says in its own voice comes from its outlet.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.compare.names import normalise
from recoupe.linking.citations import Cited
from recoupe.linking.claims.grouping import Group
from recoupe.linking.claims.propositions import Proposition
from recoupe.linking.entities import Entities
from recoupe.linking.judgements.sources import JudgedSources
from recoupe.linking.origins.onesource import merge
from recoupe.linking.origins.taken_over import TakenOver
from recoupe.linking.origins.told import Told, quoted_in, states_of
from recoupe.linking.outlets import Outlet, Outlets, is_credit
from recoupe.linking.reports import Report
from recoupe.linking.sides.sides import Sides, one_side
from recoupe.model import Lineage, Origin, Reason, Source

_STRENGTH = {"copy": 0, "excerpt": 1, "translation": 2, "summary": 3, "citation": 4}
_BESIDE = "named-beside"
"""Rule by which a source was found to be the person named beside a description."""


@dataclass(frozen=True)
class _Home:
    """Who stands behind what a report says in its own voice."""

    key: str
    name: str
    reasons: tuple[Reason, ...] = ()


class Origins:
    """Finds the origins of claims.

    Args:
        groups: The claims.
        lineage: Which report draws on which.
        cited: The citations with what they mean.
        entities: The named things of the case.
        outlets: Its outlets.
        sides: Tells who speaks for whom.
        judged: What people decided about sources.
    """

    def __init__(
        self,
        groups: Sequence[Group],
        lineage: Sequence[Lineage],
        cited: Sequence[Cited],
        entities: Entities,
        outlets: Outlets,
        sides: Sides,
        judged: JudgedSources,
    ) -> None:
        self._judged = judged
        self._claim_of = {p.id: g.id for g in groups for p in g.members}
        self._by_report: dict[str, list[Proposition]] = defaultdict(list)
        # A headline says shortly, and often of nobody by name, what stands below.
        every = (p for g in groups for p in g.members)
        for p in sorted(every, key=lambda p: (_is_headline(p), p.place)):
            self._by_report[p.report.id].append(p)
        self._edges: dict[str, list[Lineage]] = defaultdict(list)
        for edge in sorted(lineage, key=lambda e: (_STRENGTH[e.relation], -e.score, e.on)):
            self._edges[edge.document].append(edge)
        self._credited: dict[str, list[Cited]] = defaultdict(list)
        self._drawn: dict[tuple[str, str], Report] = {}
        for c in cited:
            if c.on:
                self._drawn[c.report.id, c.outlet.key] = c.on
            elif is_credit(c.report, c.citation):
                self._credited[c.report.id].append(c)
        self._entities = entities
        self._names = {e.id: e.name for e in entities.records}
        self._outlets = outlets
        self._sides = sides
        self._described = _descriptions(entities, self._by_report)
        self._taken = TakenOver(self._by_report, self._claim_of, entities, outlets, sides)
        # Most statements of a report are its own.
        self._own: dict[str, Origin] = {}

    def of(self, group: Group) -> tuple[Origin, ...]:
        """Return the origins of a claim, each once, sorted by id."""
        sourced = {p.report.id for p in group.members if p.statement.sources}
        speakers = {p.speaker for p in group.members}
        return merge(
            [
                self._told(p)
                for p in group.members
                # A headline that says what its report has a source for is no second origin, and
                # neither is a report that tells what one of the sources said.
                if p.statement.sources
                or (p.report.id not in sourced and speakers.isdisjoint(p.names))
            ],
            self._sides,
            self._judged,
        )

    def _told(self, p: Proposition) -> Told:
        origin = self._resolve(p, frozenset())
        described = self._described.get(origin.id, frozenset())
        said = ((p, self._nearest(p)),) if p.statement.sources else ()
        return Told(origin, p.report, states_of(p), quoted_in(p), described, said)

    def _nearest(self, p: Proposition) -> int:
        """Return which of its sources a statement has at first hand."""
        sources = p.statement.sources
        # A paper or a report that a person tells of is what the person rests on.
        told = [place for place, s in enumerate(sources) if s.kind != "document"]
        return told[0] if told and not self._outlets.find(sources[0].name) else 0

    def _resolve(self, p: Proposition, seen: frozenset[str]) -> Origin:
        p = self._below(p)
        seen |= {p.report.id}
        for edge in self._edges[p.report.id]:
            if edge.on in seen:
                continue
            ancestor = self._taken.said_there(p, edge)
            if ancestor:
                why = Reason(rule="taken-over", words=ancestor.report.document.file)
                origin = self._resolve(ancestor, seen)
                return origin.model_copy(update={"reasons": (*origin.reasons, why)})
        return self._first_hand(p, seen)

    def _below(self, p: Proposition) -> Proposition:
        """Return where a report says with whom it has what its headline says "a source" told.

        What stands in the headline of somebody who is only described there is said again below;
        so is what a body says there for which somebody speaks below.
        """
        if not p.statement.sources or not _is_headline(p):
            return p
        kind, side = p.statement.sources[0].kind, None
        for q in self._by_report[p.report.id]:
            if self._claim_of[q.id] != self._claim_of[p.id] or not q.statement.sources or q is p:
                continue
            if kind == "unnamed":
                return q
            if kind == "organisation" and q.statement.sources[0].kind == "person":
                side = side or self._sides.of(p)
                speaker = self._sides.of(q)
                if side and speaker and one_side(side, speaker):
                    return q
        return p

    def _first_hand(self, p: Proposition, seen: frozenset[str]) -> Origin:
        sources = p.statement.sources
        if not sources:
            if p.report.id not in self._own:
                home = self._home(p.report)
                why = home.reasons or (Reason(rule="own-voice", words=home.name),)
                self._own[p.report.id] = Origin(
                    id=home.key, kind="outlet", name=home.name, reasons=why
                )
            return self._own[p.report.id]
        first = self._nearest(p)
        nearest = sources[first]
        outlet = self._outlets.find(nearest.name)
        if outlet and nearest.kind != "unnamed":
            return self._outlet_said(p, outlet, nearest, seen)
        why = (Reason(rule="named-source", words=nearest.name, span=nearest.span),)
        entity = self._entities.sources[p.id][first]
        if entity and nearest.kind in {"person", "organisation"}:
            return Origin(id=entity, kind=nearest.kind, name=self._names[entity], reasons=why)
        through = next((o for s in sources[first + 1 :] if (o := self._outlets.find(s.name))), None)
        home = _Home(f"outlet:{through.key}", through.name) if through else self._home(p.report)
        name = normalise(nearest.name, p.report.vocabulary.leading)
        place = home.key if through or home.reasons else p.report.id
        if nearest.kind == "document":
            return Origin(
                id=f"document:{place}:{name}", kind="document", name=nearest.name, reasons=why
            )
        unnamed = Reason(rule="unnamed-source", words=f"{nearest.name} · {home.name}")
        return Origin(
            id=f"unnamed:{place}:{name}", kind="unnamed", name=nearest.name, reasons=(unnamed,)
        )

    def _outlet_said(
        self, p: Proposition, outlet: Outlet, source: Source, seen: frozenset[str]
    ) -> Origin:
        on = self._drawn.get((p.report.id, outlet.key))
        if on and on.id not in seen:
            for q in self._by_report[on.id]:
                if self._claim_of[q.id] == self._claim_of[p.id]:
                    origin = self._resolve(q, seen)
                    why = Reason(rule="cites-outlet", words=source.name, span=source.span)
                    return origin.model_copy(update={"reasons": (*origin.reasons, why)})
        why = Reason(rule="cites-outlet", words=source.name, span=source.span)
        return Origin(id=f"outlet:{outlet.key}", kind="outlet", name=outlet.name, reasons=(why,))

    def _home(self, report: Report) -> _Home:
        credited = self._credited[report.id]
        # Of a report that credits several nobody can tell which sentence is whose.
        several = len({c.name for c in report.reading.citations if is_credit(report, c)}) > 1
        if len(credited) == 1 and not several:
            outlet = credited[0].outlet
            why = Reason(rule="credited", words=outlet.name, span=credited[0].citation.span)
            return _Home(f"outlet:{outlet.key}", outlet.name, (why,))
        if own := self._outlets.of(report):
            return _Home(f"outlet:{own.key}", own.name)
        return _Home(f"outlet:{report.id}", report.document.file)


def _is_headline(p: Proposition) -> bool:
    """Tell whether a statement stands in its report's headline."""
    headline = p.report.reading.headline
    return headline is not None and headline.overlaps(p.statement.content)


def _descriptions(
    entities: Entities, by_report: Mapping[str, Sequence[Proposition]]
) -> dict[str, frozenset[str]]:
    """Return what named people are called beside their names, by entity."""
    found: dict[str, set[str]] = defaultdict(set)
    for p in (p for held in by_report.values() for p in held):
        for source, entity in zip(p.statement.sources, entities.sources[p.id], strict=True):
            if entity and source.kind == "person":
                beside = (r.words for r in source.reasons if r.rule == _BESIDE and r.words)
                found[entity].update(beside)
    return {entity: frozenset(told) for entity, told in found.items()}
