"""What a language's grammar finds before anything is resolved: the common tongue of all packs.

The finders of a pack say what the words mean; ``extraction`` decides, with the
report's day at hand, which days that allows. Meanings follow TIMEX3 (TimeML 1.2.1)
where it has a word for them, and stay free of any language and of any anchor.
"""

from dataclasses import dataclass
from typing import Literal

Unit = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "night",
    "week",
    "weekend",
    "month",
    "quarter",
    "half-year",
    "year",
    "decade",
    "century",
]
Base = Literal["speech", "text", "event"]
"""Counted from the day of speaking, from a time that the text set before, or from an event
that the words name ("la veille du scrutin"), whose day no calendar knows."""
Phase = Literal["start", "mid", "end"]
Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """Fields of a calendar date, as many as the words give.

    Attributes:
        year: Common era.
        month: 1 to 12.
        day: 1 to 31; may not exist in the month ("31 février").
        weekday: ISO 8601, Monday is 1.
        season: EDTF code, 21 (spring) to 24 (winter).
        quarter: 1 to 4.
        half: 1 or 2.
        turn: -1 last, 0 this, 1 next ("novembre dernier").
        year_shift: Year counted from the speaker's ("mars de l'an dernier" is -1).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    turn: int | None = None
    year_shift: int | None = None


@dataclass(frozen=True, slots=True)
class DayWithin:
    """A day named by the week or month that holds it: "vendredi de la semaine prochaine".

    Attributes:
        of: The week or month.
        day: Day of the month; or
        weekday: day of the week, ISO 8601,
        nth: and which of them, from 1; -1 is the last.
    """

    of: "Meaning"
    day: int | None = None
    weekday: int | None = None
    nth: int = 1


@dataclass(frozen=True, slots=True)
class WeekOf:
    """A week named by a day that it holds ("la semaine du 14 mai"), or by its place in a month.

    Attributes:
        of: The day, or the month.
        nth: Which week of the month, from 1; -1 is the last; None for the week of a day.
    """

    of: "Meaning"
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class CountedFrom:
    """A time counted from another that the words name: "deux jours avant le 3 mai"."""

    of: "Meaning"
    unit: Unit
    amount: float


@dataclass(frozen=True, slots=True)
class YearSpan:
    """A decade or a century: ``count`` years from ``first``."""

    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast: a fixed ``month`` and ``day``, or ``easter`` days after Easter Sunday.

    With ``weekday`` it is the ``nth`` such day of the month (-1 the last).
    """

    month: int | None = None
    day: int | None = None
    easter: int | None = None
    weekday: int | None = None
    nth: int = 1
    year: int | None = None
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A period counted from a base: ``amount`` units later (earlier when negative).

    Attributes:
        unit: Grain of the period meant.
        amount: None when the text does not say how many ("il y a quelques mois");
            then ``sign`` tells the direction.
        base: What it is counted from.
        counted: "Il y a deux mois" counts a length and is loose at its grain;
            "le mois dernier" names a calendar period and is not.
        sign: Direction, for an unknown amount.
    """

    unit: Unit
    amount: float | None
    base: Base = "speech"
    counted: bool = False
    sign: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """The ``amount`` units up to the base (``sign`` -1) or from it on (1)."""

    unit: Unit
    amount: float | None
    sign: int


@dataclass(frozen=True, slots=True)
class Duration:
    """A length: pairs of an amount (None for an unknown one) and its unit."""

    lengths: tuple[tuple[float | None, Unit], ...]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Something that comes again, as a TIMEX3 value of type SET."""

    timex: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Now, before or later, without a calendar value."""

    timex: Literal["PRESENT_REF", "PAST_REF", "FUTURE_REF"]


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; ``zone`` in minutes from UTC, None where none is given."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: int | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A time within a day: a part of it (letters of TIMEX3) or a clock time.

    Attributes:
        day: The day; None when the words leave it to what stands before.
        part: ``MO MI AF EV NI DT``.
        clock: Time of day.
    """

    day: "Meaning | None"
    part: str | None = None
    clock: Clock | None = None


@dataclass(frozen=True, slots=True)
class PhaseOf:
    """The beginning, middle or end of a period ("début novembre")."""

    of: "Meaning"
    phase: Phase


@dataclass(frozen=True, slots=True)
class Interval:
    """From one time to another; an end that is None is open.

    ``strict`` leaves the named time itself out ("avant le 3 mai").
    """

    start: "Meaning | None"
    end: "Meaning | None"
    strict: bool = False


Meaning = (
    CalendarDate
    | DayWithin
    | WeekOf
    | CountedFrom
    | YearSpan
    | Feast
    | Shift
    | Stretch
    | Duration
    | Recurrence
    | Reference
    | Moment
    | PhaseOf
    | Interval
)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """An expression of time as written, not yet anchored.

    Attributes:
        start: Offset of the first character, in code points.
        end: Offset just past the last one.
        meaning: What the words mean.
        approximate: Whether the words hedge it.
        tense: Tense of the clause as far as plain word forms tell; a parse knows better.
        loose: Whether the clause's tense says little of it: a bound ("fermé jusqu'au
            7 juillet") and what names an event ("le scrutin du 28 juin") may lie ahead of
            what is told as past.
        settled: Whether a participle beside it tells its tense, whatever the clause's
            verb ("la loi votée le 3 octobre sera annulée").
        parts: What TimeML annotates inside, where that is not the whole: the ends of
            a range, the time without its preposition, the length in "il y a trois jours".
    """

    start: int
    end: int
    meaning: Meaning
    approximate: bool = False
    tense: Tense | None = None
    loose: bool = False
    settled: bool = False
    parts: tuple["TimeExpression", ...] = ()


@dataclass(frozen=True, slots=True)
class QuantityExpression:
    """A figure as written.

    Attributes:
        start: Offset of the first character, hedge included, in code points.
        end: Offset just past the last one, unit included.
        low: Lower bound, in ``unit``; None if open.
        high: Upper bound, likewise.
        unit: ISO 4217 for money, UCUM-like symbol for measures, None for a count.
        approximate: Whether the words hedge it.
        rules: Pairs of a rule's name and the words it rests on, in the order applied.
        of: Offsets of the words that name what is counted, as far as their place
            after the figure tells; a parse knows better.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str | None = None
    approximate: bool = False
    rules: tuple[tuple[str, str], ...] = ()
    of: tuple[int, int] | None = None
