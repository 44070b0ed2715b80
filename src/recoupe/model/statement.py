"""What a report states: attributed propositions and what they hold."""

from enum import StrEnum
from typing import Literal

from recoupe.model.base import Reason, Record, Span

Quotation = Literal["direct", "indirect", "mixed"]
SourceKind = Literal["person", "organisation", "unnamed", "document"]
BasisKind = Literal["document", "witness", "imagery", "intelligence", "own", "media"]
TimeRole = Literal["event", "speech"]
TimeBasis = Literal["stated", "inferred"]
EventStatus = Literal[
    "considered", "sought", "agreed", "begun", "done", "refused", "denied", "unknown"
]


class Factuality(StrEnum):
    """How sure the nearest source is, in the values of FactBank (Saurí and Pustejovsky 2009)."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAIN_NOT = "CT-"
    PROBABLE_NOT = "PR-"
    POSSIBLE_NOT = "PS-"
    UNDERSPECIFIED = "Uu"

    @property
    def denied(self) -> bool:
        """Whether the proposition is denied rather than affirmed."""
        return self.value.endswith("-")


class Source(Record):
    """One link in a chain of sources.

    Attributes:
        span: The words that name the source, or None when it is only implied.
        kind: Person, organisation, unnamed source, or document.
        name: The name as resolved within the report ("Kirby" to "John Kirby"),
            or the description of an unnamed source.
        reasons: How the name was resolved; empty when it stands as written.
        candidates: Other names it may be, when it could not be resolved.
    """

    span: Span | None
    kind: SourceKind
    name: str
    reasons: tuple[Reason, ...] = ()
    candidates: tuple[str, ...] = ()


class Basis(Record):
    """What a source says that it rests on."""

    kind: BasisKind
    span: Span


class TimeValue(Record):
    """An expression of time and the days it allows.

    Attributes:
        span: The words.
        value: EDTF (ISO 8601-2), or None where no calendar value follows.
        earliest: First day it allows, ISO 8601 (``YYYY-MM-DD``), None if open.
        latest: Last day it allows, likewise.
        timex: TIMEX3 type and value, for scoring on TimeML corpora.
        role: Whether it dates what happened or the act of speaking.
        basis: Whether the day was stated, or inferred from an anchor.
        reasons: The anchor and the rule, or why it stays open.
    """

    span: Span
    value: str | None
    earliest: str | None = None
    latest: str | None = None
    timex: tuple[str, str] | None = None
    role: TimeRole = "event"
    basis: TimeBasis = "stated"
    reasons: tuple[Reason, ...] = ()


class Quantity(Record):
    """A figure, its bounds, and what is counted.

    Attributes:
        span: The words of the figure, with its hedge and unit.
        low: Lower bound in ``unit``, None if open.
        high: Upper bound, likewise.
        unit: ISO 4217 for money, UCUM-like symbol for measures (``km``, ``%``),
            None for a plain count.
        of: What is counted, when the text says so.
        approximate: Whether the text itself hedges the figure.
        reasons: The rule and the words.
    """

    span: Span
    low: float | None
    high: float | None
    unit: str | None = None
    of: Span | None = None
    approximate: bool = False
    reasons: tuple[Reason, ...] = ()


class Role(Record):
    """One filler of one role of an event."""

    span: Span
    name: str


class Event(Record):
    """A typed happening, the word that evokes it, and the parts played in it.

    Attributes:
        type: Its type, of the ontology.
        status: Where it stands, as the sentence tells it.
        trigger: The word that evokes it.
        roles: Role to what fills it.
        reasons: What decided the status.
        id: The event that this mention tells: mentions of one report that tell the same one
            share it. Of what was read before events had one, empty.
    """

    type: str
    status: EventStatus
    trigger: Span
    roles: dict[str, tuple[Role, ...]] = {}
    reasons: tuple[Reason, ...] = ()
    id: str = ""


class Mention(Record):
    """Words in one document that name something.

    Attributes:
        span: The words.
        schema_name: A schema of FollowTheMoney (Person, Organization,
            PublicBody, Company, Address, Vessel, ...), or Thing.
        name: The name in full, as resolved within the document.
    """

    span: Span
    schema_name: str
    name: str


class Statement(Record):
    """One attributed proposition.

    Attributes:
        id: Document id and content offsets.
        document: Id of the document.
        content: The words of the proposition.
        sentence: The sentence, or sentences, that it was read in.
        quotation: Direct, indirect or mixed; None in the report's own voice.
        cue: The word of saying.
        sources: Chain of sources, nearest first; the report's author is the
            outermost and implied, so an empty chain is the report's own voice.
        factuality: The value that the nearest source gives.
        factuality_reasons: What decided it.
        basis: What the source says it rests on.
        denies: The statement is a denial whose content is denied (``nier``,
            ``démentir``, ``sans fondement``); used to bind it to claims.
        times: Times within the content, and of the act of speaking.
        quantities: Figures within the content.
        events: Typed events within the content.
        reasons: What decided the attribution.
    """

    id: str
    document: str
    content: Span
    sentence: Span
    quotation: Quotation | None = None
    cue: Span | None = None
    sources: tuple[Source, ...] = ()
    factuality: Factuality = Factuality.CERTAIN
    factuality_reasons: tuple[Reason, ...] = ()
    basis: Basis | None = None
    denies: bool = False
    times: tuple[TimeValue, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    reasons: tuple[Reason, ...] = ()
