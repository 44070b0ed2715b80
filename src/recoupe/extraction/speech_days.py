"""The day on which quoted words were said, where their sentence tells it.

In « Nous rouvrirons demain », a dit lundi le directeur, "demain" is the day after
Monday, whenever the report came out. Reported speech without quotation marks is in the
report's own voice, and counts from the report's day.
"""

import datetime
import re
from collections.abc import Collection, Sequence
from functools import cache

from recoupe.extraction.quotations import find_quotations
from recoupe.language import Pack
from recoupe.model import Span, TimeValue

NEAR = 45
"""How many characters may part a quotation from the day on which it was said."""
_MARKS = '«»"“”'
_WORD = re.compile(r"\w+")
_RELATIVES = ("relative_subject", "relative_of", "relative_where")


def speech_day(
    text: str, within: Span, values: Sequence[TimeValue], day: datetime.date | None, pack: Pack
) -> tuple[tuple[Span, ...], TimeValue] | None:
    """Return the quotations of a sentence and the day on which they were said.

    Args:
        text: The document's text.
        within: The sentence.
        values: Its times.
        day: Day of publication.
        pack: The document's language.

    Returns:
        None where there is no quotation with a time in it, or no day outside of it, before
        the report's, that stands right beside it; two such days tell nothing, nor does one in a
        clause about something else ("« vendredi » dans ce village où, le 10 juin 1944, ...").
    """
    if day is None or len(values) < 2:
        return None
    if not any(mark in text[within.start : within.end] for mark in _MARKS):
        return None
    quotes = tuple(quoted.inner for quoted in find_quotations(text, [within]))
    outside = [v for v in values if not any(q.overlaps(v.span) for q in quotes)]
    if not quotes or len(outside) == len(values):
        return None
    days = [
        v
        for v in outside
        if v.earliest is not None
        and v.earliest == v.latest
        and v.earliest < day.isoformat()
        and any(_beside(text, v.span, q, _relatives(pack)) for q in quotes)
    ]
    return (quotes, days[0]) if len(days) == 1 else None


@cache
def _relatives(pack: Pack) -> frozenset[str]:
    """Return the words that begin a clause about a thing just named."""
    lists = pack.words("event_grammar")
    return frozenset(word for name in _RELATIVES for word in lists[name])


def _beside(text: str, time: Span, quote: Span, relatives: Collection[str]) -> bool:
    """Tell whether nothing but one clause stands between a time and a quotation."""
    low, high = (time, quote) if time.end <= quote.start else (quote, time)
    between = text[low.end : high.start].strip(_MARKS + " \u00a0\u202f,:")
    if len(between) > NEAR or any(mark in between for mark in ",;.()"):
        return False
    return high is quote or not any(word in relatives for word in _WORD.findall(between))
