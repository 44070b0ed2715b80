"""What a report can add to a case, as records."""

from typing import Literal

from recoupe.model import OriginKind, Record

Told = Literal["alone", "first", "order-unknown"]


class AddedClaim(Record):
    """A claim that no report before tells.

    Attributes:
        claim: Its id.
        text: Its words.
        told: ``alone`` in this report; ``first`` here, then in others; ``order-unknown`` where
            others tell it that are of the same day, or that have no day.
        others: How many other reports tell it.
        origins: Names of its origins.
    """

    claim: str
    text: str
    told: Told
    others: int
    origins: tuple[str, ...]


class AddedFigure(Record):
    """A figure that no report before gives for the same thing.

    Attributes:
        words: The figure and what it counts, verbatim.
        statement: Id of the statement that gives it.
        claim: Id of its claim.
        text: Words of the statement.
    """

    words: str
    statement: str
    claim: str
    text: str


class AddedOrigin(Record):
    """An origin of claims that no report before brings."""

    origin: str
    name: str
    kind: OriginKind


class Additions(Record):
    """What a report adds to the case.

    Attributes:
        document: Its id.
        file: Its file.
        title: Its headline, when known.
        claims: Claims that no report before tells, in the order in which it tells them.
        known: How many of its claims a report before tells.
        figures: New figures, likewise.
        origins: New origins of its claims.
        earlier: How many reports of the case came before it.
    """

    document: str
    file: str
    title: str | None
    claims: tuple[AddedClaim, ...]
    known: int
    figures: tuple[AddedFigure, ...]
    origins: tuple[AddedOrigin, ...]
    earlier: int
