"""Deliveries that a report tells to have ended: what came later can't be of them.

"L'Iran a cessé de livrer des drones en mars 2021", "n'exporte plus depuis 2019". One that was
turned down once ("a refusé en 2021 de livrer") says nothing of what went before or after.
"""

from calendar import monthrange
from functools import cache

from recoupe.compare.texts import plain
from recoupe.language.pack import codes, get_pack
from recoupe.linking.reports import Report
from recoupe.model import Event, Factuality, Statement, Telling, TimeValue

_BY_WORD = frozenset(("status-by-verb", "status-by-noun"))
_MONTHS = 12
_NOT = "negation"
_CERTAIN = frozenset((Factuality.CERTAIN, Factuality.PROBABLE))
_NOT_ANY_MORE = frozenset((Factuality.CERTAIN_NOT, Factuality.PROBABLE_NOT))


def last_day(telling: Telling, statement: Statement, report: Report) -> str | None:
    """Return the last day on which deliveries that have ended can have been made.

    Args:
        telling: What tells of them, with one day at most.
        statement: The statement that holds it.
        report: Where it stands.

    Returns:
        The day, ISO 8601; None where nothing ended, or it is not told when.
    """
    if len(telling.times) != 1 or not _has_ended(telling, statement, report):
        return None
    time = telling.times[0]
    until = report.days[1] if report.days else None
    if until is not None and time.earliest is not None and time.earliest > until:
        # What is yet to end has not ended.
        return None
    return time.latest or _latest_of_beginning(time)


def _has_ended(telling: Telling, statement: Statement, report: Report) -> bool:
    event = next((e for e in statement.events if e.trigger == telling.trigger), None)
    if event is None or any(reason.rule == "denial" for reason in event.reasons):
        return False
    ended, no_more = _words(report.document.language)
    if telling.status == "refused":
        said = _told_by(event, _BY_WORD, report)
        # "a cessé de livrer" affirms that something ended and denies that it goes on.
        sure = telling.factuality in _CERTAIN | _NOT_ANY_MORE
        return sure and any(word.startswith(ended) for word in said)
    if telling.status == "denied":
        said = _told_by(event, frozenset((_NOT,)), report)
        return telling.factuality in _NOT_ANY_MORE and not no_more.isdisjoint(said)
    return False


def _told_by(event: Event, rules: frozenset[str], report: Report) -> list[str]:
    text = report.document.text
    return [
        plain(reason.span.of(text))
        for reason in event.reasons
        if reason.rule in rules and reason.span
    ]


def _latest_of_beginning(time: TimeValue) -> str | None:
    """Return the last day of "2019" in "depuis 2019"."""
    value = (time.value or "").split("/")[0]
    parts = value.split("-")
    if not all(part.isdigit() for part in parts) or len(parts[0]) != len("2019"):
        return None
    year = int(parts[0])
    month = int(parts[1]) if len(parts) > 1 else _MONTHS
    if len(parts) > len((year, month)):
        return value
    if year < 1 or not 1 <= month <= _MONTHS:
        return None
    return f"{year:04d}-{month:02d}-{monthrange(year, month)[1]:02d}"


@cache
def _words(language: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return how words for an end begin in a language, and its words for "no more"."""
    if language not in codes():
        return (), frozenset()
    told = get_pack(language).words("evidence")
    return tuple(told["ended"]), frozenset(told["no_more"])
