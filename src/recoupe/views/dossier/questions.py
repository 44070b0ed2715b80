"""What the case answers, for the page, and what people decided on it."""

from dataclasses import dataclass

from recoupe.model import OriginKind
from recoupe.questions import Past, resting
from recoupe.questions.added import AddedFigure, AddedOrigin
from recoupe.questions.additions import Firsts
from recoupe.views.dossier.index import Index
from recoupe.views.dossier.walk import ClaimView, Report

ORIGINS_LISTED = 12
"""Origins that are shown, of those that claims rest on alone."""
CLAIMS_LISTED = 30
"""Claims listed under one heading; the export and the commands have them all."""


@dataclass(frozen=True)
class Pillar:
    """An origin and what rests on it.

    Attributes:
        name: As shown.
        kind: A source's kind, or ``outlet``.
        alone: Claims that fall without it, those of them that the page shows.
        bears: How many fall in the whole case.
        repeated: How many of those several reports carry.
        shared: Claims that would keep other origins, those of them that the page shows.
        shares: How many there are of those in the whole case.
    """

    name: str
    kind: OriginKind
    alone: list[ClaimView]
    bears: int
    repeated: int
    shared: list[ClaimView]
    shares: int


@dataclass(frozen=True)
class Addition:
    """What one report adds.

    Attributes:
        report: The report.
        alone: Claims that it alone tells.
        first: Claims that it tells first, and others after it.
        level: Claims that others tell on the same day, or on one that is not known.
        known: How many of its claims an earlier report tells.
        figures: New figures, each with its claim.
        origins: New origins.
    """

    report: Report
    alone: list[ClaimView]
    first: list[ClaimView]
    level: list[ClaimView]
    known: int
    figures: list[tuple[AddedFigure, ClaimView]]
    origins: tuple[AddedOrigin, ...]

    @property
    def new(self) -> int:
        """How many claims no earlier report tells."""
        return len(self.alone) + len(self.first) + len(self.level)


@dataclass(frozen=True)
class Asked:
    """The answers that the page shows; what has nothing to say is empty.

    Attributes:
        pillars: Origins that claims rest on alone, the one with most first.
        additions: What each report adds, in the order of the case.
        past: What people decided, and what the last build changed.
        addresses: Where the claims and reports that changed stand on the page, by id.
        claims: The claims that the page shows, by id.
    """

    pillars: list[Pillar]
    additions: list[Addition]
    past: Past
    addresses: dict[str, str]
    claims: dict[str, ClaimView]

    def __bool__(self) -> bool:
        decided = self.past.withdrawn or self.past.judgements
        return bool(self.pillars or self.additions or self.past.changed or decided)


def asked(index: Index, past: Past) -> Asked:
    """Gather what a case answers.

    One origin says nothing of which most rests on, and a single report nothing of
    what it adds: those parts are left out.

    Args:
        index: The case.
        past: What people decided, and what the last build changed.
    """
    views = {view.record.id: view for view in index.claims}
    origins = resting(index.whole)
    pillars = [
        Pillar(
            one.name,
            one.kind,
            [views[key] for key in one.alone if key in views],
            len(one.alone),
            len(one.repeated),
            [views[key] for key in one.shared if key in views],
            len(one.shared),
        )
        for one in origins
        if one.alone
    ]
    additions = [
        Addition(
            report=index.by_document[one.document],
            alone=[views[c.claim] for c in one.claims if c.told == "alone"],
            first=[views[c.claim] for c in one.claims if c.told == "first"],
            level=[views[c.claim] for c in one.claims if c.told == "order-unknown"],
            known=one.known,
            figures=[(figure, views[figure.claim]) for figure in one.figures],
            origins=one.origins,
        )
        for one in map(Firsts(index.whole).by, index.case.documents)
    ]
    addresses = {key: view.anchor for key, view in views.items()}
    addresses |= {key: report.anchor for key, report in index.by_document.items()}
    return Asked(
        pillars=pillars[:ORIGINS_LISTED] if len(origins) > 1 else [],
        additions=additions if len(additions) > 1 else [],
        past=past,
        addresses=addresses,
        claims=views,
    )
