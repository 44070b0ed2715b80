"""What one place of a report tells of a transfer: parties, thing, figures, times, stage."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.compare.texts import words
from recoupe.linking.reports import Report
from recoupe.linking.transfers.parties import Parties
from recoupe.linking.transfers.times import times_of
from recoupe.model import (
    Event,
    EventStatus,
    Factuality,
    Quantity,
    Role,
    Span,
    Statement,
)
from recoupe.model.transfer import Party, Phase, Telling

_PHASES: Mapping[EventStatus, Phase] = {
    "considered": "planned",
    "sought": "planned",
    "agreed": "planned",
    "begun": "carried-out",
    "done": "carried-out",
    "refused": "refused",
    "denied": "denied",
    "unknown": "unknown",
}
_WAYS = ("origin", "via", "destination")
# "la plupart des 400 drones qu'elle avait achetés": what is counted is a part of what was bought.
_PARTS = frozenset(("most-of",))


@dataclass(frozen=True)
class Happening:
    """One event of a report, with the statements that hold it.

    Attributes:
        report: Where it is told.
        event: As read.
        statements: Those that hold its word, the narrowest first.
    """

    report: Report
    event: Event
    statements: tuple[Statement, ...]

    @property
    def place(self) -> tuple[int, int]:
        """Its place in the case."""
        return self.report.place, self.event.trigger.start

    @property
    def phase(self) -> Phase:
        """How far it got, by whoever stands nearest to the words.

        What its source leaves open, or what stands in a statement denied as a whole, was not
        told as carried out, whatever the form of its verb.
        """
        phase = _PHASES[self.event.status]
        factuality = self.statements[0].factuality
        doubted = factuality is Factuality.UNDERSPECIFIED or factuality.denied
        return "unknown" if phase == "carried-out" and doubted else phase


@dataclass(frozen=True)
class Told:
    """A telling with what it is compared by.

    Attributes:
        telling: As kept.
        happening: The event.
        suppliers: Who gives.
        recipients: Who receives.
        item: What, in the report's words; empty where it is not told.
        head: Stem of the item's first word.
        marks: Stems of its other words, without those of nationality.
    """

    telling: Telling
    happening: Happening
    suppliers: tuple[Party, ...]
    recipients: tuple[Party, ...]
    item: str
    head: str
    marks: frozenset[str]


def happenings(reports: Sequence[Report], types: frozenset[str]) -> Iterator[Happening]:
    """Yield the events of some types, in the order of the case.

    Each place of a report once; twice where somebody says it and another denies it.
    """
    for report in reports:
        held: dict[tuple[Span, str, bool], list[tuple[Statement, Event]]] = defaultdict(list)
        for statement in report.reading.statements:
            for event in statement.events:
                if event.type in types:
                    denied = event.status == "denied"
                    held[event.trigger, event.type, denied].append((statement, event))
        for _, pairs in sorted(held.items(), key=lambda item: item[0]):
            pairs.sort(key=lambda p: (p[0].content.end - p[0].content.start, p[0].id))
            yield Happening(report, pairs[0][1], tuple(s for s, _ in pairs))


def told(happening: Happening, parties: Parties, claims: Mapping[str, str]) -> Iterator[Told]:
    """Yield what an event tells of a transfer, one telling for each thing; none where too vague.

    Args:
        happening: An event of type transfer.
        parties: Finds who takes part.
        claims: Statement id to its claim's.
    """
    report, event = happening.report, happening.event
    givers, takers = _parties(happening, parties)
    shared = {p.key for p, _ in givers} & {p.key for p, _ in takers}
    # Nobody hands something over to themselves: one of the two was misread, and none tells which.
    if shared:
        return
    items = [r for r in event.roles.get("item", ()) if not _is_somebody(report, r, parties)]
    things = {_stems(report, item)[0] for item in items} - {""}
    # "les pompes Sorvel" give no pumps: a product's name was taken for its maker's.
    givers = tuple((p, s) for p, s in givers if things.isdisjoint(_stems_of(report, p.name)[:1]))
    if not (givers and takers) and not ((givers or takers) and items):
        return
    statement = happening.statements[0]
    ways = {way: tuple(r.span for r in event.roles.get(way, ())) for way in _WAYS}
    # "par Téhéran" names who acts, or whom it reaches, where that is a party already.
    both = {party.key for party, _ in (*givers, *takers)}
    ways["via"] = tuple(
        role.span
        for role in event.roles.get("via", ())
        if both.isdisjoint(party.key for party, _ in parties.of(report, (role,)))
    )
    base = {
        "supplier": tuple(span for _, span in givers),
        "recipient": tuple(span for _, span in takers),
        **ways,
    }
    times = times_of(happening.report, happening.event, statement)
    for item in items or (None,):
        roles = base | {"item": (item.span,)} if item else base
        head, marks = _stems(report, item) if item else ("", frozenset[str]())
        yield Told(
            telling=Telling(
                document=report.id,
                trigger=event.trigger,
                statement=statement.id,
                statements=tuple(s.id for s in happening.statements),
                status=event.status,
                factuality=statement.factuality,
                claim=claims.get(statement.id),
                roles={role: spans for role, spans in roles.items() if spans},
                quantities=_counting(statement, item) if item else (),
                times=times,
            ),
            happening=happening,
            suppliers=tuple(p for p, _ in givers),
            recipients=tuple(p for p, _ in takers),
            item=" ".join(item.span.of(report.document.text).split()) if item else "",
            head=head,
            marks=marks,
        )


_Named = tuple[tuple[Party, Span], ...]


def _parties(happening: Happening, parties: Parties) -> tuple[_Named, _Named]:
    """Return who gives and who receives.

    Where somebody else is named nearer to the word, who has no part in it ("le ministre a
    critiqué la décision de l'Iran de fournir"), the one further off may have none either.
    """
    report, event = happening.report, happening.event
    sides = []
    for role in ("supplier", "recipient"):
        found: dict[str, tuple[Party, Span]] = {}
        for party, span in parties.of(report, event.roles.get(role, ())):
            found.setdefault(party.key, (party, span))
        sides.append(tuple(found.values()))
    playing = {party.key for side in sides for party, _ in side}
    clear = [
        tuple(
            (party, span)
            for party, span in side
            if span.end > event.trigger.start
            or parties.others(report, Span(span.end, event.trigger.start)) <= playing
        )
        for side in sides
    ]
    return clear[0], clear[1]


def _is_somebody(report: Report, item: Role, parties: Parties) -> bool:
    """Tell what can't be handed over: a pronoun taken for somebody, somebody named."""
    shown = item.span.of(report.document.text)
    taken_up = parties.is_pronoun(report, item.span) and shown.casefold() != item.name.casefold()
    return taken_up or parties.is_party(report, item.span)


def _stems_of(report: Report, name: str) -> tuple[str, ...]:
    return tuple(report.vocabulary.terms(words(name, [Span(0, len(name))]).folded))


def _stems(report: Report, item: Role) -> tuple[str, frozenset[str]]:
    stems = _stems_of(report, item.name)
    return (stems[0], frozenset(stems[1:])) if stems else ("", frozenset())


def _counting(statement: Statement, item: Role) -> tuple[Quantity, ...]:
    return tuple(
        quantity
        for quantity in statement.quantities
        if quantity.of is not None
        and quantity.of.overlaps(item.span)
        and _PARTS.isdisjoint(reason.rule for reason in quantity.reasons)
    )
