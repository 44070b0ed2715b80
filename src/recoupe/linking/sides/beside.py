"""What a report tells of people beside their names, and whose they are: "son avocate"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.linking.entities import Entities
from recoupe.linking.reports import Report
from recoupe.linking.sides.offices import Office, OfficeWords
from recoupe.model import Span

_BEFORE, _BEHIND = 110, 120
"""Characters beside a name among which its office is told."""
_NAMED_BELOW = 900
"""Characters behind a description at the head of a report among which it is given a name."""
_ADDRESS = 16
"""Characters before a name among which it is told to be spoken to: "à l'agence X"."""
_WHOSE = 400
"""Characters before "son avocate" among which whose she is was named."""
# What ends a phrase; a comma does too, but for the one right before a name.
_END = re.compile(r"[,.;:!?«»“”\"()\n–—]")
_AGE = re.compile(r"^\s*,\s*\d+\s\w+\s*(?=,)")
_APART = re.compile(r"^\s*[,(]\s*")


@dataclass(frozen=True)
class Body:
    """Who speaks, or is spoken for.

    Attributes:
        entity: The named thing of the case that it is, if any.
        names: What it is called, each as stems in order.
        state: Whether it is a state.
        report: The report that speaks of it.
    """

    entity: str | None
    names: tuple[tuple[str, ...], ...]
    state: bool
    report: str


class Beside:
    """What the reports of a case tell beside names.

    Args:
        entities: The named things of the case.
    """

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        self._records = {e.id: e for e in entities.records}
        self._bodies: dict[tuple[str, str], Body] = {}
        self._names: dict[tuple[str, str], tuple[tuple[str, ...], ...]] = {}

    def body(self, entity: str, report: Report, words: OfficeWords) -> Body:
        """Return a named thing as who speaks, or is spoken for."""
        if (entity, report.id) not in self._bodies:
            key = entity, report.document.language
            record = self._records[entity]
            # Thousands of reports may name it.
            if key not in self._names:
                called = (n for one in (record.name, *record.aliases) for n in words.names(one))
                self._names[key] = tuple(dict.fromkeys(called))
            names = self._names[key]
            state = record.schema_name == "Country" or any(map(words.is_state, names))
            self._bodies[entity, report.id] = Body(entity, names, state, report.id)
        return self._bodies[entity, report.id]

    def is_person(self, entity: str) -> bool:
        """Tell whether a named thing is a person."""
        return self._records[entity].schema_name == "Person"

    def offices(
        self, entity: str, report: Report, words: OfficeWords
    ) -> Iterator[tuple[Office, int]]:
        """Yield the offices that a report tells beside a person's name, and where each stands."""
        text = report.document.text
        for span, named in self._entities.named.get(report.id, ()):
            if named != entity:
                continue
            before = words.without_titles(text[max(0, span.start - _BEFORE) : span.start])
            phrase = _END.split(before.removesuffix(","))[-1]
            if office := words.last(phrase):
                yield office, span.start - 1
            behind = text[span.end : span.end + _BEHIND]
            behind = _AGE.sub("", behind)
            if apart := _APART.match(behind):
                phrase = _END.split(behind[apart.end() :])[0]
                if office := words.first(phrase):
                    yield office, span.end

    def named_below(self, report: Report, at: int) -> str | None:
        """Return the person who is the first that a report names, behind a place in its lead.

        "Le propriétaire du ferry a dit ..." is told next as "Ada Roux, le président de Valmer".
        """
        lead = [s for s in report.reading.body if s.start <= at]
        if len(lead) > (1 if report.reading.headline is None else 2):
            return None
        people = (
            (span, entity)
            for span, entity in self._entities.named.get(report.id, ())
            if self.is_person(entity)
        )
        span, entity = next(people, (None, None))
        if span is None or entity is None or not at < span.start <= at + _NAMED_BELOW:
            return None
        full = len(span.of(report.document.text).split()) > 1
        speaks = any(entity in self._entities.sources[s.id] for s in report.reading.statements)
        return entity if full and speaks else None

    def whose(self, report: Report, at: int, words: OfficeWords, *, person: bool) -> Body | None:
        """Return who was named last before a place in its paragraph: whose "son avocate" is.

        Args:
            report: The report.
            at: The place.
            words: Of its language.
            person: Whether it may be a person.
        """
        text = report.document.text
        paragraph = max((s.start for s in report.reading.body if s.start <= at), default=0)
        start = max(paragraph, at - _WHOSE)
        found: list[tuple[int, Body]] = []
        named = self._entities.named.get(report.id, ())
        first = bisect_left(named, (Span(start, start), ""))
        last = bisect_right(named, (Span(at, at), ""))
        for span, entity in named[first:last]:
            addressed = words.addresses(text[max(0, span.start - _ADDRESS) : span.start])
            if span.end <= at and not addressed and self._may_be(entity, person=person):
                found.append((span.start, self.body(entity, report, words)))
        for statement in report.reading.statements:
            who = self._entities.sources[statement.id]
            for source, speaker in zip(statement.sources, who, strict=True):
                if source.span is None or not start <= source.span.start < source.span.end <= at:
                    continue
                if speaker and self._may_be(speaker, person=person):
                    found.append((source.span.start, self.body(speaker, report, words)))
                elif not speaker and (person or words.is_body(source.name)):
                    names = words.names(source.name)
                    found.append((source.span.start, Body(None, names, False, report.id)))
        return max(found, key=lambda one: one[0])[1] if found else None

    def _may_be(self, entity: str, *, person: bool) -> bool:
        schema = self._records[entity].schema_name
        if schema == "Person":
            return person
        return schema in {"Organization", "PublicBody", "Company", "LegalEntity", "Country"}
