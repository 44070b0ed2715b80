"""Reads the times of a sentence: what the words say, and the days that allows.

Relative times are anchored on the day of publication, or on a day that the text set
just before; without either they stay relative. There is no clock here: a report
without a date never becomes one of today.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from recoupe.extraction.anchoring import Context, Resolution, resolve
from recoupe.extraction.earliest import bound_of
from recoupe.extraction.speech_days import speech_day
from recoupe.language import Pack
from recoupe.language.expressions import Interval, Moment, Tense, TimeExpression
from recoupe.model import Dating, Reason, Span, TimeValue

LOOK_BACK = 600
"""How many characters before a sentence may hold the day that "le lendemain" leans on."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that relative times are counted from.

    Attributes:
        day: Day of publication; None when it is unknown, or known only loosely.
        edtf: The same as EDTF, with what is known of a loose one.
        words: Where it comes from, for reasons ("metadata", "dateline", ...).
        bound: Where the day is unknown, the earliest that it can be: a reason whose
            words are that day.
    """

    day: datetime.date | None = None
    edtf: str | None = None
    words: str = ""
    bound: Reason | None = None

    @classmethod
    def of(cls, dating: Dating | None) -> "Anchor":
        """Return the anchor that a report's dating gives."""
        if dating is None:
            return cls()
        if dating.value is None:
            return cls(bound=bound_of(dating))
        try:
            day = datetime.date.fromisoformat(dating.value.partition("T")[0])
        except ValueError:
            day = None
        return cls(day, dating.value, dating.basis)


TenseOf = Callable[[Span], Tense | None]


def read_times(
    text: str, within: Span, pack: Pack, anchor: Anchor, tense: TenseOf | None = None
) -> tuple[TimeValue, ...]:
    """Return the times in one sentence, in order, without overlap.

    Args:
        text: The document's text.
        within: The sentence.
        pack: The document's language.
        anchor: What relative times are counted from.
        tense: Tells the tense of the clause that holds a span ("present" only where no
            compound past is meant); None where it can't. Without it plain word forms
            decide.

    Returns:
        Values whose spans are offsets into ``text``.
    """
    found = pack.find_times(within.of(text))
    values = [_read(text, within.start, one, pack, anchor, tense) for one in found]
    said = speech_day(text, within, values, anchor.day, pack)
    if said is None:
        return tuple(values)
    quotes, spoken = said
    then = Anchor(datetime.date.fromisoformat(spoken.earliest or ""), spoken.earliest)
    reason = Reason(rule="counted-from-day-of-speech", words=spoken.span.of(text), span=spoken.span)
    for number, (one, value) in enumerate(zip(found, values, strict=True)):
        if any(quote.covers(value.span) for quote in quotes) and _is_anchored(value):
            again = _read(text, within.start, one, pack, then, tense)
            values[number] = again.model_copy(update={"reasons": (*again.reasons, reason)})
    return tuple(values)


def _read(
    text: str,
    offset: int,
    one: TimeExpression,
    pack: Pack,
    anchor: Anchor,
    tense: TenseOf | None,
) -> TimeValue:
    resolution = _resolve(text, offset, one, pack, anchor, tense)
    timex: tuple[str, str] | None = resolution.timex
    if isinstance(one.meaning, Interval):  # TimeML has no value for a range
        timex = None
        if len(one.parts) == 1:
            timex = _resolve(text, offset, one.parts[0], pack, anchor, tense).timex
    value = _value(offset, one, resolution, timex, anchor, text)
    if anchor.bound is not None and "no-anchor-day" in {r.rule for r in value.reasons}:
        said = _tense(Span(offset + one.start, offset + one.end), one, tense)
        value = _bounded(value, one, anchor.bound, said)
    return value


def _is_anchored(value: TimeValue) -> bool:
    return any(reason.rule in _ANCHORED for reason in value.reasons)


def read_timexes(
    text: str, within: Span, pack: Pack, anchor: Anchor, tense: TenseOf | None = None
) -> tuple[tuple[Span, str, str], ...]:
    """Return what TimeML would annotate in one sentence: spans with TIMEX3 type and value.

    TimeML leaves prepositions out and annotates both ends of a range, where
    :func:`read_times` gives one value for the whole.
    """
    found = []
    for one in pack.find_times(within.of(text)):
        for part in one.parts or (one,):
            resolution = _resolve(text, within.start, part, pack, anchor, tense)
            span = Span(within.start + part.start, within.start + part.end)
            found.append((span, *resolution.timex))
    return tuple(found)


def _resolve(
    text: str,
    offset: int,
    one: TimeExpression,
    pack: Pack,
    anchor: Anchor,
    tense: TenseOf | None,
) -> Resolution:
    span = Span(offset + one.start, offset + one.end)
    context = Context(
        day=anchor.day,
        earlier=lambda exact: _earlier(text, span.start, pack, anchor, exact),
        tense=_tense(span, one, tense),
        loose=one.loose,
    )
    return resolve(one.meaning, context)


def _tense(span: Span, one: TimeExpression, tense: TenseOf | None) -> Tense | None:
    if one.settled:
        return one.tense
    said = tense(span) if tense is not None else None
    if said is None or (said == "present" and one.tense is not None):
        return one.tense  # the present tells nothing of the day; other words may
    return said


def _earlier(
    text: str, before: int, pack: Pack, anchor: Anchor, exact: bool
) -> tuple[datetime.date, Reason] | None:
    """Find the last time that the text set before an offset, if it set one close enough."""
    start = max(0, before - LOOK_BACK)
    paragraph = text.rfind("\n\n", start, before)
    if paragraph >= 0 and before - paragraph > 2:
        start = paragraph
    for one in reversed(pack.find_times(text[start:before])):  # type: ignore[call-overload]
        if isinstance(one.meaning, Interval) or (
            isinstance(one.meaning, Moment) and one.meaning.day is None
        ):
            continue
        found = resolve(one.meaning, Context(anchor.day, lambda _: None, one.tense))
        period = found.period
        if period and period.first and (not exact or period.first == period.last):
            span = Span(start + one.start, start + one.end)
            return period.first, Reason(
                rule="counted-from-earlier-time", words=span.of(text), span=span
            )
    return None


def _bounded(
    value: TimeValue, one: TimeExpression, bound: Reason, tense: Tense | None
) -> TimeValue:
    """Give a relative time the earliest day that it can be.

    The later a report is written, the later is what it counts from its own day; so what
    the words come to on the earliest possible day bounds them from below.
    """
    first = datetime.date.fromisoformat(bound.words)
    period = resolve(one.meaning, Context(first, lambda _: None, tense)).period
    if period is None or period.first is None:
        return value
    reasons = (*value.reasons, bound)
    return value.model_copy(update={"earliest": period.first.isoformat(), "reasons": reasons})


_ANCHORED = frozenset(
    (
        "counted-from-anchor", "day-of-anchor-assumed", "feast", "nearest-agreeing-day",
        "nearest-coming-date", "nearest-past-date", "weekday-after-anchor",
        "weekday-before-anchor", "weekday-of-anchor",
    )
)  # fmt: skip


def _value(
    offset: int,
    one: TimeExpression,
    resolution: Resolution,
    timex: tuple[str, str] | None,
    anchor: Anchor,
    text: str,
) -> TimeValue:
    period = resolution.period
    edtf = period.edtf if period else None
    if edtf and one.approximate and "/" not in edtf and "T" not in edtf and edtf[-1] != "~":
        edtf += "~"
    day = anchor.day.isoformat() if anchor.day else ""
    reasons = tuple(
        Reason(rule=reason.rule, words=day, span=reason.span)
        if reason.rule in _ANCHORED and resolution.inferred and not reason.words
        else reason
        for reason in resolution.reasons
    )
    span = Span(offset + one.start, offset + one.end)
    if one.approximate:
        reasons = (*reasons, Reason(rule="hedged", words=span.of(text)))
    return TimeValue(
        span=span,
        value=edtf,
        earliest=period.first.isoformat() if period and period.first else None,
        latest=period.last.isoformat() if period and period.last else None,
        timex=timex,
        basis="inferred" if resolution.inferred else "stated",
        reasons=reasons,
    )
