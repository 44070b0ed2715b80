"""What is said to have gone from one to another, the way it took, and what was found."""

from typing import Literal

from recoupe.model.base import Reason, Record, Span
from recoupe.model.place import Spot
from recoupe.model.statement import EventStatus, Factuality, Quantity, TimeValue

Phase = Literal["planned", "carried-out", "refused", "denied", "unknown"]
"""How far it got: what was promised and what was delivered never stand in one entry."""


class Party(Record):
    """Who gives or who receives.

    Attributes:
        key: What two namings of one party share: an entity's id, ``state:NAME``, or
            ``described:WORDS``.
        name: As shown; the state for a capital or a seat of power that stands for it.
        entity: Id of the entity, None where the case has none.
    """

    key: str
    name: str
    entity: str | None = None


class Telling(Record):
    """One place of a report that tells of a transfer.

    Attributes:
        document: Id of the document.
        trigger: The word that tells of it.
        statement: Id of the narrowest statement that holds it.
        statements: Ids of all that hold it, narrowest first.
        status: Where it stands, as the sentence tells it.
        factuality: How sure the nearest source is.
        claim: Id of the claim that the statement states, None where there is none.
        roles: Role to the words that fill it, of those that were taken over.
        quantities: Figures that count what is handed over.
        times: When it happens or happened, by this telling.
    """

    document: str
    trigger: Span
    statement: str
    statements: tuple[str, ...]
    status: EventStatus
    factuality: Factuality
    claim: str | None = None
    roles: dict[str, tuple[Span, ...]] = {}
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeValue, ...] = ()


class Transfer(Record):
    """Something that goes from one to another, with all who tell of it.

    One entry is not one delivery: it is what reports tell of one thing between the same
    parties at one stage. Figures are those of its tellings, never added.

    Attributes:
        id: Stable identity, from its first telling.
        suppliers: Who gives; empty where no report tells.
        recipients: Who receives, likewise.
        item: What, in the fullest of the reports' own words; empty where none is told.
        phase: How far it got.
        origins: Ids of the origins of the claims that tell of it, sorted.
        tellings: In the order of the case.
        reasons: Why tellings were taken together.
    """

    id: str
    suppliers: tuple[Party, ...]
    recipients: tuple[Party, ...]
    item: str
    phase: Phase
    origins: tuple[str, ...] = ()
    tellings: tuple[Telling, ...]
    reasons: tuple[Reason, ...] = ()


class Stop(Record):
    """One place of a way.

    Attributes:
        name: As shown: the place's, or the words.
        spot: Where it lies; None where that is open or unknown.
    """

    name: str
    spot: Spot | None = None


class LegTelling(Record):
    """One place of a report that tells of a leg, with the words of each stop."""

    document: str
    trigger: Span
    statement: str
    status: EventStatus
    factuality: Factuality
    origin: tuple[Span, ...] = ()
    via: tuple[Span, ...] = ()
    destination: tuple[Span, ...] = ()


class Leg(Record):
    """A way from one place to another, with all who tell of it.

    Attributes:
        id: Stable identity, from its first telling.
        item: What goes there, in the reports' words; empty where none is told.
        origin: Where it begins; None where only the way is told.
        via: Places passed through, in order.
        destination: Where it ends; None likewise. At least two stops are told.
        phase: How far it got: only a leg that was travelled is drawn through.
        tellings: In the order of the case.
    """

    id: str
    item: str
    origin: Stop | None
    via: tuple[Stop, ...]
    destination: Stop | None
    phase: Phase
    tellings: tuple[LegTelling, ...]

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All its places, in order."""
        ends = (self.origin, *self.via, self.destination)
        return tuple(stop for stop in ends if stop is not None)
