"""A find beside dated claims about the same thing: what it lets be of each, never which is true.

The dates on a thing tell the first day on which it can have been what it is; the day of the find,
the last on which it can have come. A claim that dates a delivery of the same thing allows some
days; the find leaves some of them, or none. Two things are the same here only by the name of
their model, or by their noun where the thing's words say that it comes from who gave it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from recoupe.compare.names import pieces
from recoupe.compare.texts import words
from recoupe.language.pack import codes, get_pack
from recoupe.linking.reports import Report
from recoupe.linking.things.ended import last_day
from recoupe.linking.things.same_kind import same_kind
from recoupe.model import (
    Compared,
    Evidence,
    EvidenceTelling,
    Reason,
    Span,
    Telling,
    TimeValue,
    Transfer,
)

_FIRST, _LAST = "0001-01-01", "9999-12-31"
_DATED = frozenset(("date", "made"))
_PHASES = frozenset(("carried-out", "unknown"))
_STOPPED = frozenset(("refused", "denied"))
_LOOK_BACK = 80
"""Characters before a date in which a word may make it an end."""
_FARTHEST = 18
"""Words back at which such a word may stand."""
_WORD = re.compile(r"[^\W_]+")
_STOPS = re.compile(r"[.;:!?\n]")
_PARTING = re.compile(r"[,;.:!?()«»\n]")

_Days = tuple[str | None, str | None]


def days_of(group: Sequence[EvidenceTelling]) -> _Days:
    """Return the first day that a find's dates allow, and the day by which it was found."""
    firsts = [
        marking.earliest
        for telling in group
        for marking in telling.thing.markings
        if marking.kind in _DATED and marking.earliest
    ]
    lasts = [time.latest for telling in group for time in telling.find.times if time.latest]
    return max(firsts, default=None), min(lasts, default=None)


class Comparer:
    """Holds finds beside the dated claims of a case.

    Args:
        reports: In the order of the case.
        transfers: What its reports tell to have gone from one to another.
    """

    def __init__(self, reports: Sequence[Report], transfers: Sequence[Transfer]) -> None:
        self._reports = {report.id: report for report in reports}
        self._statements = {s.id: s for r in reports for s in r.reading.statements}
        self._transfers = [t for t in transfers if t.item and t.phase in _PHASES | _STOPPED]
        # By the words of the item and the term of its noun: most are of other things.
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for number, transfer in enumerate(self._transfers):
            item = pieces(transfer.item)
            vocabulary = self._reports[transfer.tellings[0].document].vocabulary
            for word in {*item, *tuple(vocabulary.terms(item))[:1]}:
                self._by_word[word].append(number)

    def compare(self, evidence: Evidence) -> tuple[Compared, ...]:
        """Return what a find allows of each dated claim about the same thing.

        Those that it excludes come first, then those that it allows, then those of which it
        says nothing.
        """
        if evidence.earliest is None and evidence.latest is None:
            return ()
        found: list[Compared] = []
        for transfer in self._like(evidence):
            why = same_kind(evidence, transfer, self._reports)
            if why is None:
                continue
            beside: list[Compared] = []
            for telling in transfer.tellings:
                one = self._held_against(evidence, transfer, telling, why)
                if one is not None:
                    beside.append(one)
            # What is dated nowhere is told once.
            dated = [one for one in beside if one.time is not None]
            found += dated or beside[:1]
        order = ("excludes", "allows", "says-nothing")
        return tuple(sorted(found, key=lambda one: order.index(one.bearing)))

    def _like(self, evidence: Evidence) -> Iterator[Transfer]:
        """Yield the transfers of what may be the same thing, in order, each once."""
        words: set[str] = set()
        for telling in evidence.tellings:
            vocabulary = self._reports[telling.document].vocabulary
            for thing in (telling.thing, telling.within):
                if thing is not None and thing.model is not None:
                    words.update(pieces(thing.model.name)[:1])
                elif thing is not None:
                    words.update(tuple(vocabulary.terms(pieces(thing.type)))[:1])
        found = sorted({number for word in words for number in self._by_word.get(word, ())})
        return (self._transfers[number] for number in found)

    def _held_against(
        self, evidence: Evidence, transfer: Transfer, telling: Telling, why: Reason
    ) -> Compared | None:
        if transfer.phase in _STOPPED:
            return self._after_end(evidence, transfer, telling, why)
        if telling.status == "denied" or telling.factuality.denied:
            return None
        told = telling.times or tuple(self._end_behind(telling))
        times = {time.value or str(time.span): time for time in told}
        if len(times) > 1 or (times and telling.status == "begun"):
            # Several days for one delivery: which is meant, is open; what goes on, none bounds.
            return None
        if not times:
            return Compared(
                transfer=transfer.id,
                statement=telling.statement,
                bearing="says-nothing",
                reasons=(why, Reason(rule="claim-undated")),
            )
        time = next(iter(times.values()))
        claimed = self._days(time, telling)
        start, end = claimed[0] or _FIRST, claimed[1] or _LAST
        first = max(evidence.earliest or _FIRST, start)
        last = min(evidence.latest or _LAST, end)
        allowed = first <= last
        return Compared(
            transfer=transfer.id,
            statement=telling.statement,
            time=time.span,
            earliest=claimed[0],
            latest=claimed[1],
            bearing="allows" if allowed else "excludes",
            from_day=None if not allowed or first == _FIRST else first,
            until_day=None if not allowed or last == _LAST else last,
            reasons=(why, _reason(evidence, (start, end), (first, last))),
        )

    def _after_end(
        self, evidence: Evidence, transfer: Transfer, telling: Telling, why: Reason
    ) -> Compared | None:
        """Hold a find against deliveries that are told to have ended by some day."""
        statement = self._statements.get(telling.statement)
        report = self._reports[telling.document]
        end = last_day(telling, statement, report) if statement is not None else None
        if end is None or evidence.earliest is None:
            # Without a date on it, a find may have come at any time before.
            return None
        until = min(evidence.latest or _LAST, end)
        allowed = evidence.earliest <= until
        ended = Reason(rule="deliveries-ended", words=end)
        return Compared(
            transfer=transfer.id,
            statement=telling.statement,
            time=telling.times[0].span,
            latest=end,
            bearing="allows" if allowed else "excludes",
            from_day=evidence.earliest if allowed else None,
            until_day=until if allowed else None,
            reasons=(why, ended, _reason(evidence, (_FIRST, end), (evidence.earliest, until))),
        )

    def _end_behind(self, telling: Telling) -> Iterator[TimeValue]:
        """Yield the end told behind a delivery, with no other event between and no relative clause.

        "a vendu des drones, mais l'a fait avant le début de la guerre le 3 mai": what is nearer
        to the day than the delivery's word takes no part in it.
        """
        report = self._reports[telling.document]
        text, trigger = report.document.text, telling.trigger
        statement = self._statements.get(telling.statement)
        if statement is None:
            return
        for time in statement.times:
            if time.role != "event" or time.span.start < trigger.end:
                continue
            # What the end is told by ("avant le début de l'offensive") is no event between.
            end = self._end_before(time, report)
            between = Span(trigger.end, end[1] if end else time.span.start)
            told = words(text, [between]).folded
            parted = _STOPS.search(between.of(text)) is not None
            others = any(between.covers(event.trigger) for event in statement.events)
            if not (parted or others) and report.vocabulary.relative.isdisjoint(told) and end:
                yield time
            return

    def _days(self, time: TimeValue, telling: Telling) -> _Days:
        """Return the days that a claim allows: "avant le début de X le 24 février" ends before."""
        end = self._end_before(time, self._reports[telling.document])
        if end is None or not (time.earliest and time.latest):
            return time.earliest, time.latest
        return (None, _day(time.earliest, -1)) if end[0] == "before" else (time.earliest, None)

    def _end_before(self, time: TimeValue, report: Report) -> tuple[str, int] | None:
        """Return what a word before a date makes of it, with no mark between, and its place."""
        text = report.document.text
        before, after = _ends(report.document.language)
        start = max(0, time.span.start - _LOOK_BACK)
        # A time that is an end by its own words ("avant mai") holds the word itself.
        near = _PARTING.split(text[start : time.span.start])[-1]
        start = time.span.start - len(near)
        # As written: without its accent "dès" would be "des".
        found = list(_WORD.finditer(text, start, time.span.end))
        for word in found[: -_FARTHEST - 1 : -1]:
            if word.group().lower() in before:
                return "before", word.start()
            if word.group().lower() in after:
                return "after", word.start()
        return None


def _reason(evidence: Evidence, claimed: tuple[str, str], left: tuple[str, str]) -> Reason:
    """Say why a find leaves none of a claim's days, or some, or all."""
    if left[0] <= left[1]:
        return Reason(rule="leaves-all-days" if left == claimed else "leaves-some-days")
    if evidence.earliest is not None and evidence.earliest > claimed[1]:
        return Reason(rule="bears-later-date", words=evidence.earliest)
    return Reason(rule="found-before", words=evidence.latest or "")


@cache
def _ends(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return a language's words that make a date behind them an end, and a beginning."""
    if language not in codes():
        return frozenset(), frozenset()
    told = get_pack(language).words("evidence")
    return frozenset(told["before"]), frozenset(told["after"])


def _day(day: str, move: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=move)).isoformat()
