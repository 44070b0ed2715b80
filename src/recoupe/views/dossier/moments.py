"""Dates of a case, and everything that bears each."""

from dataclasses import dataclass, field
from datetime import date

from recoupe.model import Span, TimeValue
from recoupe.views.dossier.walk import Report, Said


@dataclass(frozen=True)
class Entry:
    """One claim at one date, whoever repeats it.

    Attributes:
        role: Whether the date is that of what happened or of the act of speaking.
        said: The statements, in the case's order.
        inferred: The first statement's expression of time, where its date was inferred.
    """

    role: str
    said: list[Said]
    inferred: Span | None

    @property
    def reports(self) -> int:
        """In how many reports it stands."""
        return len({said.report.anchor for said in self.said})


@dataclass(eq=False)
class Moment:
    """A date, and everything that bears it.

    Attributes:
        value: EDTF.
        first: First day it allows, None if open.
        last: Last day it allows, likewise.
        anchor: Its address in the page.
        reports: Reports published then.
        told: Statements with the expression that gives this date.
    """

    value: str
    first: date | None
    last: date | None
    anchor: str = ""
    reports: list[Report] = field(default_factory=list)
    told: list[tuple[Said, TimeValue]] = field(default_factory=list)

    @property
    def number(self) -> int:
        """How many things bear this date."""
        return len(self.reports) + len(self.told)

    @property
    def uncertain(self) -> bool:
        """Whether its value itself is marked as approximate or uncertain (EDTF ``~ ? %``)."""
        return any(mark in self.value for mark in "~?%")

    @property
    def spoken(self) -> bool:
        """Whether all that bears it is the act of speaking, not what happened."""
        return all(time.role == "speech" for _, time in self.told)

    @property
    def doubted(self) -> bool:
        """Whether it is the day of a report whose date is in doubt."""
        return any(report.doubtful for report in self.reports)

    @property
    def entries(self) -> list[Entry]:
        """What was told, each claim once: a date repeated by five reports is one line."""
        found: dict[tuple[str, str], Entry] = {}
        for said, time in self.told:
            key = (said.claim.anchor if said.claim else said.anchor, time.role)
            words = time.span if time.basis == "inferred" else None
            found.setdefault(key, Entry(time.role, [], words)).said.append(said)
        return list(found.values())
