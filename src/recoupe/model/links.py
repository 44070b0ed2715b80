"""What holds between documents: entities, lineage, claims, origins."""

from collections.abc import Iterable
from typing import Literal

from recoupe.model.base import Reason, Record, Span
from recoupe.model.document import Document, Skipped
from recoupe.model.place import CheckedRelation, ResolvedPlace
from recoupe.model.reading import Reading
from recoupe.model.thing import Evidence, Thing
from recoupe.model.transfer import Leg, Transfer

LineageRelation = Literal["copy", "excerpt", "summary", "translation", "citation"]
ClaimRelationKind = Literal["supports", "refutes", "changes", "incomparable"]
OriginKind = Literal["person", "organisation", "unnamed", "document", "outlet"]

PERHAPS_ONE = "perhaps-same-source"
"""Rule of the reason that an origin may be another one; its words are that one's name and file."""

TO_CHECK = "to-check"
"""Rule of the reason that a relation was found by comparing claims, and no report tells it."""


class Located(Record):
    """A span in one document of the case."""

    document: str
    span: Span


class Entity(Record):
    """A thing named in the case, across documents.

    Attributes:
        id: Stable identity, derived from the schema and the normalised name.
        schema_name: A schema of FollowTheMoney.
        name: The fullest name used.
        aliases: Other names used, sorted.
        mentions: Where it is named, in order of document and place.
        latitude: Decimal degrees (WGS 84), for places that were resolved.
        longitude: Decimal degrees, likewise.
        country: ISO 3166-1 alpha-2, likewise.
    """

    id: str
    schema_name: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Located, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None


class Passage(Record):
    """The same matter in two documents: where it stands in each."""

    document: Span
    on: Span


class Lineage(Record):
    """An edge from a document to what it draws on.

    Attributes:
        document: Id of the document that draws.
        on: Id of the document drawn on, or ``origin:NAME`` for an outlet
            whose report is not in the pile.
        relation: How it draws on it.
        score: Share of the drawing document's matter found in the other, 0 to 1;
            for a citation, 1 when the outlet is named outright.
        reason: Why, and why in this direction.
        passages: Spans on both sides; for a citation of an outlet outside the
            pile, empty.
        cites: The words of the citation in ``document``, if there are any.
    """

    document: str
    on: str
    relation: LineageRelation
    score: float
    reasons: tuple[Reason, ...]
    passages: tuple[Passage, ...] = ()
    cites: Span | None = None


class Origin(Record):
    """Where a claim enters the case first hand.

    Attributes:
        id: Stable identity within the case.
        kind: A source's kind, or ``outlet`` for a report's own voice.
        name: As shown to a person.
        reasons: Why it counts as an origin of its own.
    """

    id: str
    kind: OriginKind
    name: str
    reasons: tuple[Reason, ...] = ()

    def may_be(self, other: "Origin") -> bool:
        """Tell whether linking found that this origin and another may be the same source."""
        return any(
            reason.rule == PERHAPS_ONE and (reason.words or "").startswith(f"{there.name} · ")
            for here, there in ((self, other), (other, self))
            for reason in here.reasons
        )


def is_to_check(reasons: Iterable[Reason]) -> bool:
    """Tell whether what rests on these reasons was found by comparing, and no report tells it."""
    return any(reason.rule == TO_CHECK for reason in reasons)


class ClaimRelation(Record):
    """How one claim stands to another."""

    claim: str
    relation: ClaimRelationKind
    reasons: tuple[Reason, ...]

    @property
    def to_check(self) -> bool:
        """Whether it was found by comparing claims, and no report tells it."""
        return is_to_check(self.reasons)


class Claim(Record):
    """One proposition as stated by one or more statements.

    Attributes:
        id: Stable identity, derived from its earliest statement.
        text: The words of the statement that says it most plainly, verbatim.
        statements: Ids of the statements, sorted by document date and place.
        documents: Ids of the documents they stand in, sorted likewise.
        origins: Where it enters first hand.
        relations: How it stands to other claims.
        reasons: Why these statements were taken to say the same.
    """

    id: str
    text: str
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[Origin, ...]
    relations: tuple[ClaimRelation, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def least_origins(self) -> int:
        """How many origins it has at least: those that may be one source count once."""
        apart: list[list[Origin]] = []
        for origin in self.origins:
            for held in apart:
                if all(origin.may_be(other) for other in held):
                    held.append(origin)
                    break
            else:
                apart.append([origin])
        return len(apart)


class Links(Record):
    """Everything that linking decides about a case; a function of the set of readings.

    Attributes:
        entities: Sorted by id.
        source_entities: Statement id to the entity ids of its sources, nearest
            first; None where a source is no entity.
        lineage: Sorted by document and what it draws on.
        claims: Sorted by id.
        places: Every mention of a place, with what it was taken to mean and the runners-up;
            sorted by document and span.
        place_relations: Places set out by others, held against the map; sorted likewise.
        transfers: What goes from one to another, sorted by parties, stage and thing.
        legs: Ways from place to place, in the order of their first telling.
        things: Things that go by a name, sorted by id.
        evidence: What was found, in the order of its first telling.
    """

    entities: tuple[Entity, ...] = ()
    source_entities: dict[str, tuple[str | None, ...]] = {}
    lineage: tuple[Lineage, ...] = ()
    claims: tuple[Claim, ...] = ()
    places: tuple[ResolvedPlace, ...] = ()
    place_relations: tuple[CheckedRelation, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    legs: tuple[Leg, ...] = ()
    things: tuple[Thing, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Case(Record):
    """A whole case as the ledger holds it: what views and exporters read.

    Attributes:
        documents: Sorted by day of publication (undated last), then file.
        readings: Document id to what was read in it.
        links: What holds between documents.
        skipped: What could not be read.
        name: The case's name, for titles.
    """

    documents: tuple[Document, ...] = ()
    readings: dict[str, Reading] = {}
    links: Links = Links()
    skipped: tuple[Skipped, ...] = ()
    name: str = ""
