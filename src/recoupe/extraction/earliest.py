"""The earliest day on which a report without a date can have been written.

What it tells as past had happened by then. It is a bound, never a date: a report of
2024 may tell of nothing later than 2022.
"""

import datetime
import re
from collections.abc import Sequence
from functools import cache

from recoupe.extraction.anchoring import Context, resolve
from recoupe.language import Pack
from recoupe.language.expressions import CalendarDate, Moment, TimeExpression
from recoupe.model import Dating, Reason, Span

RULE = "after-date-in-text"
# A day that states its year has one of these; a paragraph without them isn't looked through.
_YEAR = re.compile(r"\d{4}|\d[/.-]\d{1,2}[/.-]\d")
_CLAUSE = 80
"""How far, in characters, a verb of planning may stand before the day that it plans."""


def earliest_day(text: str, body: Sequence[Span], pack: Pack) -> Reason | None:
    """Return the latest stated day that a report tells as past, or None.

    Args:
        text: The document's text.
        body: Spans of the paragraphs taken as the report itself.
        pack: The report's language.

    Returns:
        A reason whose words are the day in ISO 8601 and whose span shows where it is told.
    """
    latest: tuple[datetime.date, Span] | None = None
    for paragraph in body:
        if not _YEAR.search(text, paragraph.start, paragraph.end):
            continue
        for one in pack.find_times(paragraph.of(text), _YEAR):
            span = Span(paragraph.start + one.start, paragraph.start + one.end)
            day = _stated(one)
            if day is None or one.tense != "past" or not told_past(text, span):
                continue
            if _planned(pack).search(text, max(paragraph.start, span.start - _CLAUSE), span.start):
                continue
            if latest is None or day > latest[0]:
                latest = day, span
    if latest is None:
        return None
    return Reason(rule=RULE, words=latest[0].isoformat(), span=latest[1])


def bound_of(dating: Dating) -> Reason | None:
    """Return the bound that a report's dating keeps among its doubts, or None."""
    return next((doubt for doubt in dating.doubts if doubt.rule == RULE), None)


def told_past(text: str, span: Span) -> bool:
    """Tell whether nothing right before opens the day to the future ("jusqu'au", "d'ici")."""
    return not re.search(
        r"(?:jusqu|d['’]ici|avant|pour|\bau\b)[\w'’\s]{0,8}$", text[: span.start][-20:]
    )


def date_in(one: TimeExpression) -> CalendarDate | None:
    """Return the calendar date that an expression names, its hour left out."""
    meaning = one.meaning.day if isinstance(one.meaning, Moment) else one.meaning
    return meaning if isinstance(meaning, CalendarDate) else None


def _stated(one: TimeExpression) -> datetime.date | None:
    """Return the first day of a date that states its year, and its month at least."""
    date = date_in(one)
    if date is None or date.year is None or date.month is None:
        return None
    period = resolve(date, Context(None, lambda _: None)).period
    return period.first if period else None


@cache
def _planned(pack: Pack) -> re.Pattern[str]:
    stems = "|".join(map(re.escape, pack.words("times")["planning_stems"]))
    return re.compile(rf"(?<!\w)(?:{stems})\w*[^.;:!?]*$", re.IGNORECASE)
