"""Things that reports name, what stands on them, and the record of what was found."""

from typing import Literal

from recoupe.model.base import Reason, Record, Span
from recoupe.model.statement import Factuality, Role, TimeValue

MarkingKind = Literal["date", "made", "number", "words"]
"""A date that stands on the thing; when it is said to have been made; a number; other words."""
Bearing = Literal["allows", "excludes", "says-nothing"]
"""What a find lets be of a claim: never whether the claim is true."""


class Marking(Record):
    """What a thing bears, or when it is said to have been made.

    Attributes:
        kind: A date, a number, or words on it; or the day of its making, as told.
        span: The words that tell it, from the word of marking to the value's end.
        value: The date in EDTF, the number, or the words.
        earliest: First day that a date allows, ISO 8601.
        latest: Last day likewise.
    """

    kind: MarkingKind
    span: Span
    value: str
    earliest: str | None = None
    latest: str | None = None


class GoodsCode(Record):
    """A code of the Harmonised System that a text gives.

    Attributes:
        span: The code as written.
        value: Its digits, four to ten.
    """

    span: Span
    value: str


class ThingRead(Record):
    """A thing as one place of a report names it.

    Attributes:
        span: The words.
        type: The noun that says what it is, in its dictionary form.
        kind: Of the ontology (weapon, device, vehicle, vessel, aircraft, work, substance).
        remains: Only something left of it is there: debris, a wreck.
        model: Its model's name, or its own; None where it has none.
        maker: Who made it.
        nations: States that its words say it comes from.
        markings: What stands on it.
        codes: Codes of the Harmonised System.
    """

    span: Span
    type: str
    kind: str
    remains: bool = False
    model: Role | None = None
    maker: Role | None = None
    nations: tuple[str, ...] = ()
    markings: tuple[Marking, ...] = ()
    codes: tuple[GoodsCode, ...] = ()


class FindRead(Record):
    """That a thing was found, examined or bears a date, as one report tells it.

    Attributes:
        thing: Span of the thing, which :class:`Things` tells more of.
        within: Span of the thing that it was found in, or is a part of.
        found: The word of finding.
        examined: The word of examining.
        places: Where it was found.
        finders: Who found it.
        examiners: Who examined it.
        times: When it was found.
        reasons: What was taken over from a sentence before.
    """

    thing: Span
    within: Span | None = None
    found: Span | None = None
    examined: Span | None = None
    places: tuple[Role, ...] = ()
    finders: tuple[Role, ...] = ()
    examiners: tuple[Role, ...] = ()
    times: tuple[TimeValue, ...] = ()
    reasons: tuple[Reason, ...] = ()


class ThingsRead(Record):
    """The things of one report and what was found of them.

    Attributes:
        named: Things with a model, a maker, a marking, a code, or a part in a find, by place.
        finds: Likewise.
    """

    named: tuple[ThingRead, ...] = ()
    finds: tuple[FindRead, ...] = ()


class Thing(Record):
    """A thing that goes by a name in a case, across its reports.

    Attributes:
        id: Stable identity, derived from its name.
        name: Its model's name or its own, as most reports write it.
        aliases: Other spellings, sorted.
        type: The noun that most reports call it by; empty where none does.
        kind: Of the ontology.
        makers: Who made it, as reports name them, sorted.
        codes: Codes of the Harmonised System that reports give for it, sorted.
        mentions: Where it is named: document and span, in the order of the case.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    type: str = ""
    kind: str = "thing"
    makers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    mentions: tuple[tuple[str, Span], ...] = ()


class EvidenceTelling(Record):
    """One place of a report that tells of a find.

    Attributes:
        document: Id of the document.
        statement: Id of the narrowest statement that holds its word.
        statements: Ids of all that hold a word that it rests on, the narrowest first.
        factuality: How sure the nearest source is.
        claim: Id of the claim that the statement states, None where there is none.
        find: What was read, with every span.
        thing: The thing.
        within: What holds it, None where that is not told.
    """

    document: str
    statement: str
    statements: tuple[str, ...]
    factuality: Factuality
    claim: str | None = None
    find: FindRead
    thing: ThingRead
    within: ThingRead | None = None


class Compared(Record):
    """A dated claim beside a find, and what the find allows.

    Attributes:
        transfer: Id of the transfer that the claim tells of.
        statement: Id of the statement that dates it.
        time: When, as that statement has it; None where it has no day.
        earliest: First day that the claim allows, None if open.
        latest: Last day likewise.
        bearing: Whether the find allows it, excludes it, or says nothing.
        from_day: First of the claim's days that the find allows, None if open.
        until_day: Last of them likewise.
        reasons: Why the two are of one kind of thing, and why it bears so.
    """

    transfer: str
    statement: str
    time: Span | None = None
    earliest: str | None = None
    latest: str | None = None
    bearing: Bearing
    from_day: str | None = None
    until_day: str | None = None
    reasons: tuple[Reason, ...] = ()


class Evidence(Record):
    """What was found, where, when, by whom, and what stands on it.

    Attributes:
        id: Stable identity, from its first telling.
        thing: Id of the named thing that it is, None where it has no name.
        item: What, in the fullest of the reports' words.
        type: The noun for it.
        earliest: First day on which it can have been what it is, by the dates on it.
        latest: Day by which it had been found.
        tellings: In the order of the case.
        compared: Dated claims that it bears on.
        reasons: Why tellings were taken together.
    """

    id: str
    thing: str | None = None
    item: str
    type: str
    earliest: str | None = None
    latest: str | None = None
    tellings: tuple[EvidenceTelling, ...]
    compared: tuple[Compared, ...] = ()
    reasons: tuple[Reason, ...] = ()
