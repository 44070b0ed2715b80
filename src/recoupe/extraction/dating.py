"""When a report was published, as far as metadata and its own words tell.

Metadata given by a person outranks all. Next comes what the report says of itself in
a form that only reports use: an agency's dateline, "Publié le", a head line with a
day of the week that agrees. A page's own date is kept unless the text contradicts it;
a bare date in a page's debris may be that of the scraping, and is told, not used.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cache

from recoupe.extraction.anchoring import Context, resolve
from recoupe.extraction.datelines import Dateline, find_dateline, head_lines
from recoupe.extraction.earliest import date_in, earliest_day, told_past
from recoupe.language import Pack
from recoupe.language.expressions import CalendarDate
from recoupe.model import Dating, Document, Reason, Span

TOLERANCE = 2
"""Days by which a dateline may differ from the day of publication without a doubt."""
FAR = 45
"""Days within which news names a day with its weekday ("mardi 12 mars")."""


def date_report(document: Document, body: Sequence[Span], pack: Pack) -> Dating:
    """Return the day a report was published.

    Args:
        document: The report; its ``published`` is what metadata or the page says.
        body: Spans of the paragraphs taken as the report itself.
        pack: The report's language.

    Returns:
        The day in EDTF with its basis; no day where none can be trusted. Doubts tell
        what speaks against the day, or why there is none and what is the earliest day
        on which the report can have been written.
    """
    dating = _date(document, body, pack)
    if dating.value is not None:
        return dating
    bound = earliest_day(document.text, body, pack)
    return (
        dating if bound is None else dating.model_copy(update={"doubts": (*dating.doubts, bound)})
    )


def _date(document: Document, body: Sequence[Span], pack: Pack) -> Dating:
    text = document.text
    lines = list(head_lines(text, body))
    doubts: list[Reason] = []
    dateline = find_dateline(text, lines, pack)
    if dateline is not None and dateline.form == "beside" and document.published is not None:
        # What stands on the page so may also be the day of an update.
        dateline = None
    told = None
    if dateline is not None:
        told, doubt = _day_of(dateline, text)
        if doubt is not None:
            doubts.append(doubt)
    published = _parse(document.published)
    basis = document.published_basis
    if document.published is not None and basis != "page":
        if dateline is not None and _differs(told, dateline.date, published):
            doubts.append(_reason("dateline-differs", dateline.span, text))
        span = dateline.span if dateline is not None else None
        return Dating(value=document.published, basis=basis, span=span, doubts=tuple(doubts))
    if document.published is not None:
        return _of_page(document, published, dateline, told, doubts, body, pack)
    if told is not None and dateline is not None:
        return Dating(
            value=told.isoformat(), basis="dateline", span=dateline.span, doubts=tuple(doubts)
        )
    if dateline is not None and not doubts:
        doubts.append(_reason("dateline-without-year", dateline.span, text))
    doubts.extend(_bare_dates(text, lines, pack))
    return Dating(doubts=tuple(doubts))


def _of_page(
    document: Document,
    published: datetime.date | None,
    dateline: Dateline | None,
    told: datetime.date | None,
    doubts: list[Reason],
    body: Sequence[Span],
    pack: Pack,
) -> Dating:
    """Weigh the date that a page bears against what its text says."""
    text = document.text
    if dateline is not None and _differs(told, dateline.date, published):
        doubts.append(_reason("page-date-contradicted", dateline.span, text))
        if told is None:
            return Dating(doubts=tuple(doubts))
        return Dating(
            value=told.isoformat(), basis="dateline", span=dateline.span, doubts=tuple(doubts)
        )
    if dateline is None and published is not None:
        against = _against(text, body, published, pack)
        if against is not None:
            return Dating(doubts=(*doubts, against))
    return Dating(
        value=document.published,
        basis="page",
        span=dateline.span if dateline else None,
        doubts=tuple(doubts),
    )


def _against(
    text: str, body: Sequence[Span], published: datetime.date, pack: Pack
) -> Reason | None:
    """Find words of the report that its page's date does not allow.

    A day told as past can't lie after publication. A day named with its weekday lies
    near it: when every one of the first paragraphs lies far, the page's date is not
    the report's.
    """
    near: list[bool] = []
    first_far: Span | None = None
    for paragraph in body[:6]:
        for one in pack.find_times(paragraph.of(text)):
            date = date_in(one)
            if date is None or date.day is None or date.month is None:
                continue
            span = Span(paragraph.start + one.start, paragraph.start + one.end)
            day = _resolved(date, published)
            if day is None:
                continue
            if date.year and one.tense == "past" and day > published and told_past(text, span):
                return _reason("page-date-before-text", span, text)
            if date.weekday:
                near.append(abs((day - published).days) <= FAR)
                if not near[-1] and first_far is None:
                    first_far = span
    if near and not any(near) and first_far is not None:
        return _reason("page-date-far-from-text", first_far, text)
    return None


def _resolved(date: CalendarDate, anchor: datetime.date) -> datetime.date | None:
    period = resolve(date, Context(anchor, lambda _: None)).period
    return period.first if period else None


def _day_of(dateline: Dateline, text: str) -> tuple[datetime.date | None, Reason | None]:
    date = dateline.date
    if date.year is None or date.month is None or date.day is None:
        return None, None
    try:
        day = datetime.date(date.year, date.month, date.day)
    except ValueError:
        return None, _reason("impossible-date", dateline.span, text)
    if date.weekday and day.isoweekday() != date.weekday:
        doubt = _reason("weekday-disagrees", dateline.span, text)
        # A head line is trusted for its weekday alone; other forms carry the date.
        return (None if dateline.form == "head-line" else day), doubt
    return day, None


def _differs(
    told: datetime.date | None, date: CalendarDate, published: datetime.date | None
) -> bool:
    if published is None:
        return False
    if told is None:
        if date.year is not None:
            return False
        told = _resolved(date, published)
    return told is not None and abs((told - published).days) > TOLERANCE


def _bare_dates(text: str, lines: Sequence[Span], pack: Pack) -> Iterator[Reason]:
    """Yield the dates in a page's head that may be those of its scraping."""
    scraped = _scraped(pack)
    for line in lines:
        words = line.of(text)
        if len(words) > 80:
            continue
        match = scraped.search(words) if scraped else None
        if match:
            span = Span(line.start + match.start(), line.start + match.end())
            yield _reason("bare-date-not-trusted", span, text)
            continue
        for one in pack.find_times(words):
            date = date_in(one)
            if date is not None and date.day and date.month and date.year:
                span = Span(line.start + one.start, line.start + one.end)
                yield _reason("bare-date-not-trusted", span, text)


def _parse(edtf: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((edtf or "")[:10])
    except ValueError:
        return None


def _reason(rule: str, span: Span, text: str) -> Reason:
    return Reason(rule=rule, words=span.of(text), span=span)


@cache
def _scraped(pack: Pack) -> re.Pattern[str] | None:
    forms = pack.words("times")["dating"]["scraped"]
    return re.compile("|".join(forms), re.IGNORECASE) if forms else None
