"""When what one place of a report tells of happened: which of its times are the event's own."""

import re
from functools import cache

from recoupe.compare.occasions import own_times
from recoupe.compare.texts import plain
from recoupe.language.pack import codes, get_pack
from recoupe.linking.reports import Report
from recoupe.model import Event, Span, Statement, TimeValue

_WORD = re.compile(r"[^\W_]+")
_STOP = re.compile(r"[.;:!?\n]")
_ASIDE = 80
"""Characters before a day in which an aside that holds it may begin."""
_LEADING = 2
"""Words that may stand between a comma and a day that it leads."""


def times_of(report: Report, event: Event, statement: Statement) -> tuple[TimeValue, ...]:
    """Return the times of an event: those that stand nearer to its word than to any other's.

    What is done can't be dated after the report that tells of it.

    Args:
        report: What tells of it.
        event: The event.
        statement: The narrowest statement that holds it.
    """
    others = [e.trigger for e in statement.events if e.trigger != event.trigger]
    until = report.days[1] if report.days else None
    done = event.status in {"done", "begun"}
    return tuple(
        time
        for time in own_times(event.trigger, others, statement.times)
        if not (done and until and time.earliest and time.earliest > until)
        and not _is_of_another_clause(time.span, event.trigger, report)
    )


def _is_of_another_clause(time: Span, trigger: Span, report: Report) -> bool:
    """Tell the day of an aside, or of a clause above or below that of an event's word.

    "Orvane, fondée en 2019, a vendu"; "révèle en mai que Orvane a vendu"; "vendu des pompes que
    la mairie attend depuis mai".
    """
    first, last = sorted((time, trigger))
    if first.end > last.start:
        return False
    text = report.document.text
    between = text[first.end : last.start]
    openers = _openers(report.document.language)
    if not openers.isdisjoint(plain(w) for w in _WORD.findall(between.rsplit(",", 1)[-1])):
        return True
    if time > trigger or "," not in between:
        return False
    before = _STOP.split(text[max(0, time.start - _ASIDE) : time.start])[-1]
    # "en mai 2022, Orvane": what begins with the day is no aside about something else.
    return "," in before and len(_WORD.findall(before.rsplit(",", 1)[-1])) > _LEADING


@cache
def _openers(language: str) -> frozenset[str]:
    """Return a language's words that open a clause within another."""
    if language not in codes():
        return frozenset()
    told = get_pack(language).words("event_grammar")
    named = ("relative_subject", "relative_object", "relative_of")
    return frozenset(plain(word).rstrip("'’") for name in named for word in told[name])
