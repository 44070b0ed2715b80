"""Figures of one thing beside each other: what is recorded of them."""

from typing import Literal

from recoupe.model import EventStatus, Factuality, Quantity, Reason, Record

Verdict = Literal["compatible", "contradictory", "incomparable", "newer", "older"]


class Standing(Record):
    """How a figure stands to another one of its series.

    Attributes:
        statement: The statement that gives the other figure.
        verdict: ``compatible`` where their bounds meet for one action and time;
            ``incomparable`` where action, time or unit differ; ``contradictory`` where linking
            found that two sources count one thing otherwise; ``newer`` or ``older`` what one
            source counted anew since, or had counted before. Two figures that differ while
            nothing says why stand in no list.
        reasons: What decided it.
    """

    statement: str
    verdict: Verdict
    reasons: tuple[Reason, ...]


class ToldFigure(Record):
    """A figure as one claim gives it.

    Attributes:
        statement: Id of the first statement that gives it.
        claim: Id of its claim; None where linking made none of it.
        document: Id of the report.
        file: Its file.
        published: Its day in EDTF, when known.
        quantity: The figure, its bounds and unit, where it stands.
        words: Its words, with what is counted.
        who: Who holds it: names of the chain of sources, nearest first; empty for the report.
        factuality: How sure the nearest source is.
        action: Type of the event that the counted thing takes part in, when known.
        status: How far that event has come.
        times: When, in EDTF, as told beside it.
        origins: Ids of the origins of its claim.
        again: Ids of further statements of the same claim that give it.
        standing: How it stands to other figures of the series.
    """

    statement: str
    claim: str | None
    document: str
    file: str
    published: str | None
    quantity: Quantity
    words: str
    who: tuple[str, ...]
    factuality: Factuality
    action: str | None
    status: EventStatus | None
    times: tuple[str, ...]
    origins: tuple[str, ...]
    again: tuple[str, ...]
    standing: tuple[Standing, ...] = ()


class Series(Record):
    """The figures that are told of one thing.

    Attributes:
        thing: What is counted, in the word that the reports use most.
        figures: By action, then in the order of the case.
        origins: Ids of all their origins, each once.
    """

    thing: str
    figures: tuple[ToldFigure, ...]
    origins: tuple[str, ...]
