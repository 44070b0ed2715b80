"""The date that a report gives itself, in a form that only reports use.

An agency's dateline, "Publié le", a head line with a day of the week, a date below who wrote
it or above the day of its update.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.extraction.earliest import date_in
from recoupe.language import Pack
from recoupe.language.expressions import CalendarDate
from recoupe.model import Span

HEAD_LINES = 12
"""How many lines from the top may hold a dateline or a page's own date."""

_PLACE = re.compile(r"(?:[^\W\d_][\w'’.-]*[\s,/()–—-]*){1,6}")
_AFTER_DATELINE = re.compile(r"\s*(?:à\s+\S+\s*)?(?:\([^)]{2,40}\))?\s*(?:[-–—:.]|$)")
_LONGEST_PLACE, _LONGEST_DATE = 48, 80


@dataclass(frozen=True, slots=True)
class Dateline:
    """A date that the report gives itself: where, which, and in which form."""

    span: Span
    date: CalendarDate
    form: str


def find_dateline(text: str, lines: Sequence[Span], pack: Pack) -> Dateline | None:
    """Return the first date that a report gives itself.

    Args:
        text: The document's text.
        lines: The lines at its head.
        pack: The report's language.
    """
    found = (
        _dateline(text, line, pack) or _beside(text, place, lines, pack)
        for place, line in enumerate(lines)
    )
    return next((dateline for dateline in found if dateline), None)


def head_lines(text: str, body: Sequence[Span]) -> Iterator[Span]:
    """Yield the first lines of a text, and the first paragraph of the report if it stands lower."""
    first = body[0].start if body else 0
    count = 0
    for match in re.finditer(r"[^\n]+", text):
        line = match[0].strip()
        if not line:
            continue
        count += 1
        if count > HEAD_LINES and match.end() <= first:
            continue
        start = match.start() + match[0].index(line)
        yield Span(start, start + len(line))
        if count >= HEAD_LINES and match.end() > first:
            return


def _dateline(text: str, line: Span, pack: Pack) -> Dateline | None:
    """Return the date that a line gives the report, if it has the form of one."""
    words = line.of(text)[:240]
    for one in pack.find_times(words):
        date = date_in(one)
        if date is None or date.day is None or date.month is None:
            continue
        span = Span(line.start + one.start, line.start + one.end)
        before, after = words[: one.start], words[one.end :]
        if _published_words(pack).search(before):
            return Dateline(span, date, "published")
        if _updated_words(pack).search(before):
            continue
        form = _form(before, after, date)
        if form is not None:
            return Dateline(span, date, form)
        if one.start > _LONGEST_PLACE:
            return None
    return None


def _beside(text: str, place: int, lines: Sequence[Span], pack: Pack) -> Dateline | None:
    """Return the date that is alone on a line, by what stands beside it.

    Behind who wrote the report, and before the day of its update, stands its own day.
    """
    line = lines[place]
    words = line.of(text)
    if len(words) > _LONGEST_DATE:
        return None
    one = next(iter(pack.find_times(words)), None)
    date = date_in(one) if one else None
    if one is None or date is None or not (date.day and date.month and date.year):
        return None
    before, after = words[: one.start].strip(" \t|·–—-"), words[one.end :].strip(" \t|·–—,-")
    updated = _opening(pack, "updated")
    if before or (after and not updated.match(after)):
        return None
    behind = lines[place + 1].of(text) if place + 1 < len(lines) else ""
    above = lines[place - 1].of(text) if place else ""
    if after or updated.match(behind) or _opening(pack, "bylines").fullmatch(above):
        return Dateline(Span(line.start + one.start, line.start + one.end), date, "beside")
    return None


def _form(before: str, after: str, date: CalendarDate) -> str | None:
    closed = _AFTER_DATELINE.match(after)
    if closed is None:
        return None
    agency = "(" in closed[0]
    ends_line = closed.end() >= len(after.rstrip())
    if not before.strip():
        if not ends_line and (agency or closed[0].strip(" .") or after.lstrip()[:1] == "."):
            return "head-of-report"  # "22 mai 2012. – Le ministère ..."
        return "head-line" if ends_line and date.weekday and date.year else None
    if len(before) > _LONGEST_PLACE or not _PLACE.fullmatch(before.strip() + " "):
        return None
    upper = before.strip(" ,(–—-").split()[0]
    if upper[:1].isupper() and not ends_line and (agency or upper.isupper()):
        return "agency"  # "PARIS, 12 mars 2024 (AFP) -"
    separated = before.rstrip()[-1:] in ",–—-|·(/"
    if upper[:1].isupper() and separated and not ends_line and date.year:
        return "agency"  # "Paris, le 12 mars 2024 -"
    if ends_line and date.weekday and date.year and (separated or before.rstrip().endswith(" le")):
        return "head-line"  # "Le Courrier - samedi 9 mars 2024"
    return None


@cache
def _published_words(pack: Pack) -> re.Pattern[str]:
    return _before(pack.words("times")["dating"]["published"])


@cache
def _updated_words(pack: Pack) -> re.Pattern[str]:
    return _before(pack.words("times")["dating"]["updated"])


@cache
def _opening(pack: Pack, which: str) -> re.Pattern[str]:
    forms = pack.words("times")["dating"][which]
    if which == "updated":
        forms = [re.escape(form.removesuffix(" le")) for form in forms]
    return re.compile(rf"\s*(?:{'|'.join(forms)})\b", re.IGNORECASE)


def _before(forms: Sequence[str]) -> re.Pattern[str]:
    # The article may have gone to the date ("Publié" + "le 12 mars").
    either = "|".join(re.escape(form.removesuffix(" le")) for form in forms)
    return re.compile(rf"\b(?:{either})\b[\s:,]*(?:le[\s:]*)?$", re.IGNORECASE)
