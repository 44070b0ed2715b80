"""What a report adds to what was known before it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from recoupe.compare.names import normalise
from recoupe.linking.outlets import Outlets
from recoupe.model import Case, Claim, Document, Origin, Quantity, Statement
from recoupe.questions.added import AddedClaim, AddedFigure, AddedOrigin, Additions, Told
from recoupe.questions.counted import counted_stems, with_counted
from recoupe.questions.order import Order

_Figure = tuple[float | None, float | None, str | None]
"""Bounds and unit."""
_ANYTHING, _UNSAID = "", "?"
"""For figures whatever they count, and for those that do not say it: no stem is spelt so."""


def adds(case: Case, document: Document) -> Additions:
    """Tell what a report adds to what the case knew before it.

    Args:
        case: The case.
        document: One of its reports; one in which nothing was read adds nothing.
    """
    return Firsts(case).by(document)


def all_additions(case: Case) -> tuple[Additions, ...]:
    """Tell what each report of a case adds, in the order of the case."""
    told = Firsts(case)
    return tuple(told.by(document) for document in case.documents)


class Firsts:
    """What the reports of a case tell, and which told it first.

    Args:
        case: The case.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._order = Order(case)
        self._claim_of = {s: claim for claim in case.links.claims for s in claim.statements}
        self._documents = {document.id: document for document in case.documents}
        # In the order of the case: what came before is then found at once.
        self._statements = {
            s.id: s
            for document in case.documents
            if document.id in case.readings
            for s in case.readings[document.id].statements
        }

    def by(self, document: Document) -> Additions:
        """Tell what one report adds."""
        reading = self._case.readings.get(document.id)
        stated = sorted(reading.statements, key=lambda s: s.content) if reading else []
        own = list({c.id: c for s in stated if (c := self._claim_of.get(s.id))}.values())
        new = [claim for claim in own if not self._before(claim.documents, document.id)]
        return Additions(
            document=document.id,
            file=document.file,
            title=document.title,
            claims=tuple(self._added(claim, document.id) for claim in new),
            known=len(own) - len(new),
            figures=tuple(self._new_figures(stated, document.id)),
            origins=tuple(self._new_origins(own, document.id)),
            earlier=self._order.earlier(document.id),
        )

    def _before(self, documents: Iterable[str], document: str) -> bool:
        """Tell whether one of some reports came before another."""
        return any(self._order.precedes(one, document) for one in documents if one != document)

    def _added(self, claim: Claim, document: str) -> AddedClaim:
        others = [one for one in claim.documents if one != document]
        told: Told = "alone"
        if others:
            first = all(self._order.precedes(document, one) for one in others)
            told = "first" if first else "order-unknown"
        return AddedClaim(
            claim=claim.id,
            text=claim.text,
            told=told,
            others=len(others),
            origins=tuple(origin.name for origin in claim.origins),
        )

    # --- figures ---

    @cached_property
    def _figures(self) -> dict[tuple[_Figure, str], dict[str, None]]:
        """Reports by figure and word stem of what it counts, in the order of the case."""
        found: dict[tuple[_Figure, str], dict[str, None]] = defaultdict(dict)
        for statement in self._statements.values():
            for quantity in statement.quantities:
                for stem in (
                    _ANYTHING,
                    *(counted_stems(quantity, self._documents[statement.document]) or (_UNSAID,)),
                ):
                    found[_figure(quantity), stem][statement.document] = None
        return found

    def _new_figures(self, stated: Sequence[Statement], document: str) -> Iterator[AddedFigure]:
        told: set[tuple[_Figure, frozenset[str]]] = set()
        for statement in stated:
            claim = self._claim_of.get(statement.id)
            for quantity in statement.quantities if claim else ():
                figure, counted = (
                    _figure(quantity),
                    counted_stems(quantity, self._documents[statement.document]),
                )
                # Where one does not say what it counts, it may be the same.
                stems = (_UNSAID, *sorted(counted)) if counted else (_ANYTHING,)
                if (figure, counted) in told or any(
                    self._before(self._figures.get((figure, stem), ()), document) for stem in stems
                ):
                    continue
                told.add((figure, counted))
                text = self._documents[document].text
                yield AddedFigure(
                    words=with_counted(quantity, text),
                    statement=statement.id,
                    claim=claim.id if claim else "",
                    text=statement.content.of(text),
                )

    # --- origins ---

    @cached_property
    def _attested(self) -> dict[str, dict[str, None]]:
        """Reports that bring each origin, by its id, in the order of the case."""
        outlets = Outlets(self._order.reports)
        homes = {
            report.id: f"outlet:{outlet.key}"
            for report in self._order.reports
            if (outlet := outlets.of(report))
        }
        rank = {document.id: place for place, document in enumerate(self._case.documents)}
        found: dict[str, set[str]] = defaultdict(set)
        for claim in self._case.links.claims:
            stated = [self._statements[s] for s in claim.statements if s in self._statements]
            for origin in claim.origins:
                bringing = {s.document for s in stated if self._brings(s, origin, homes)}
                found[origin.id] |= bringing or set(claim.documents)
        return {
            key: dict.fromkeys(sorted(held & rank.keys(), key=rank.__getitem__))
            for key, held in found.items()
        }

    def _brings(self, statement: Statement, origin: Origin, homes: dict[str, str]) -> bool:
        if not statement.sources:
            return homes.get(statement.document) == origin.id
        if origin.id in self._case.links.source_entities.get(statement.id, ()):
            return True
        name = normalise(origin.name)
        return any(normalise(source.name) == name for source in statement.sources)

    def _new_origins(self, own: Sequence[Claim], document: str) -> Iterator[AddedOrigin]:
        origins = {origin.id: origin for claim in own for origin in claim.origins}
        for key, origin in origins.items():
            bringing = self._attested[key]
            if document in bringing and not self._before(bringing, document):
                yield AddedOrigin(origin=key, name=origin.name, kind=origin.kind)


def _figure(quantity: Quantity) -> _Figure:
    return quantity.low, quantity.high, quantity.unit
