"""What can change in a case, as records."""

from typing import Literal

from recoupe.model import ClaimRelationKind, LineageRelation, Record


class ClaimChange(Record):
    """What became of one claim.

    Attributes:
        kind: ``new``, ``gone``, or ``changed``; ``joined`` to another, or ``parted`` from one.
        claim: Its id; the former one where it is gone or joined to another.
        text: Its words.
        was: Its former id, where that was another; for one joined or parted, the id of
            the claim that it went into or came out of.
        documents: Files of the reports that carry it.
        more_documents: Files of those that carry it now and did not.
        fewer_documents: Files of those that did and no longer do.
        more_origins: Names of the origins that it has now and had not.
        fewer_origins: Names of those that it had and has no more.
        origins: How many origins it has; had, where it is gone.
    """

    kind: Literal["new", "gone", "changed", "joined", "parted"]
    claim: str
    text: str
    was: str | None = None
    documents: tuple[str, ...] = ()
    more_documents: tuple[str, ...] = ()
    fewer_documents: tuple[str, ...] = ()
    more_origins: tuple[str, ...] = ()
    fewer_origins: tuple[str, ...] = ()
    origins: int = 0


class RelationChange(Record):
    """A relation between two claims that is new or gone, with their words."""

    kind: Literal["new", "gone"]
    relation: ClaimRelationKind
    claim: str
    text: str
    other: str
    other_text: str


class EdgeChange(Record):
    """What a report draws on, new or gone: by files, and by name for outlets outside the pile."""

    kind: Literal["new", "gone"]
    relation: LineageRelation
    document: str
    on: str


class OriginChange(Record):
    """An origin of claims, new or gone."""

    kind: Literal["new", "gone"]
    origin: str
    name: str


class DocumentChange(Record):
    """A report that is new, gone, or replaced by another text of the same file."""

    kind: Literal["new", "gone", "replaced"]
    document: str
    file: str
    title: str | None


class Changes(Record):
    """What changed between the ends of two builds.

    Attributes:
        since: Number of the earlier one; 0 for the empty case.
        since_time: When it ended.
        until: Number of the later one.
        until_time: When it ended.
        documents: Reports.
        claims: Claims.
        origins: Origins.
        relations: Relations between claims.
        lineage: What reports draw on.
    """

    since: int
    since_time: str
    until: int
    until_time: str
    documents: tuple[DocumentChange, ...] = ()
    claims: tuple[ClaimChange, ...] = ()
    origins: tuple[OriginChange, ...] = ()
    relations: tuple[RelationChange, ...] = ()
    lineage: tuple[EdgeChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.documents or self.claims or self.origins or self.relations or self.lineage)
