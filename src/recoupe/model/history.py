"""What a case held at the end of one of its builds, in brief."""

from recoupe.model.base import Record
from recoupe.model.links import ClaimRelationKind, LineageRelation, OriginKind


class PastDocument(Record):
    """A report of the case as it was."""

    file: str
    title: str | None = None


class PastOrigin(Record):
    """An origin of a claim as it was."""

    kind: OriginKind
    name: str


class PastClaim(Record):
    """A claim as it was: its words, and the ids of what it held."""

    text: str
    statements: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[str, ...]


class PastRelation(Record):
    """How one claim stood to another, by their ids."""

    claim: str
    relation: ClaimRelationKind
    other: str


class PastEdge(Record):
    """What a report drew on, by the ids of both."""

    document: str
    relation: LineageRelation
    on: str


class Snapshot(Record):
    """What a case held at the end of a build: ids and words, without reasons and spans.

    Attributes:
        build: Number of the build; 0 for an empty case, before any.
        finished: When it ended, ISO 8601 in UTC; empty for build 0.
        documents: Reports by id, those withdrawn left out.
        origins: Origins of claims by id.
        claims: Claims by id.
        relations: Relations between claims, by their key.
        lineage: What draws on what, by its key.
    """

    build: int = 0
    finished: str = ""
    documents: dict[str, PastDocument] = {}
    origins: dict[str, PastOrigin] = {}
    claims: dict[str, PastClaim] = {}
    relations: dict[str, PastRelation] = {}
    lineage: dict[str, PastEdge] = {}


class Withdrawal(Record):
    """A report taken out of the case, or let in again; never overwritten.

    Attributes:
        document: Id of the report at that time.
        file: The file as a person would name it.
        title: Its headline, when known.
        restored: Whether it was let in again.
        author: Who did it.
        time: When, ISO 8601 in UTC; set when it is added.
        note: Why, in the author's words.
    """

    document: str
    file: str
    title: str | None = None
    restored: bool = False
    author: str
    time: str = ""
    note: str = ""
