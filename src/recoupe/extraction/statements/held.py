"""What a statement holds: the times, figures and events within its content."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from recoupe.model import (
    Document,
    Event,
    Factuality,
    Quantity,
    Reason,
    Span,
    Statement,
    TimeValue,
)

_PREPOSITION = 3
"""Characters of "de " before a figure: "de deux à trois"."""


@dataclass(frozen=True, slots=True)
class Held:
    """What stands in a report's sentences, to be given to the statements that hold it."""

    times: Sequence[TimeValue]
    quantities: Sequence[Quantity]
    events: Sequence[Event] = ()

    def denied_in(self, content: Span, cue: Span | None) -> "Held":
        """Return what stands in the report, the events within some words denied.

        For whoever answers "X dément" to what another said, which stays as it was for that one.
        """
        why = Reason(rule="denial", span=cue)
        events = tuple(
            event.model_copy(update={"status": "denied", "reasons": (*event.reasons, why)})
            if content.covers(event.trigger) and event.status not in {"refused", "denied"}
            else event
            for event in self.events
        )
        return replace(self, events=events)


def made(
    document: Document,
    content: Span,
    around: Span,
    held: Held,
    said: frozenset[Span] = frozenset(),
    **fields: object,
) -> Statement:
    """Return a statement with what stands in its content.

    Args:
        document: The report.
        content: The words of the proposition.
        around: The sentences that it was read in.
        held: What stands in the report.
        said: Times that date the speaking.
        fields: Further fields of the record.
    """
    times = []
    for time in held.times:
        if content.covers(time.span):
            times.append(time)
        elif said and time.span in said:
            times.append(time.model_copy(update={"role": "speech"}))
    quantities = tuple(
        q for q in held.quantities if content.covers(q.span) or _reaches_into(q.span, content)
    )
    cue = fields.get("cue")
    values = {
        "id": f"{document.id}:{content.start}-{content.end}",
        "document": document.id,
        "content": content,
        "sentence": around,
        "factuality": Factuality.CERTAIN,
        "times": tuple(times),
        "quantities": quantities,
        "events": tuple(
            e
            for e in held.events
            if content.covers(e.trigger)
            or (isinstance(cue, Span) and _opens(cue, content, e.trigger))
        ),
        **fields,
    }
    return Statement.model_validate(values)


def _reaches_into(figure: Span, content: Span) -> bool:
    """Tell "parle de deux à trois fois", whose preposition stands before what is said."""
    return figure.start < content.start <= figure.start + _PREPOSITION and (
        content.start < figure.end <= content.end
    )


def _opens(cue: Span, content: Span, trigger: Span) -> bool:
    """Tell "menace de P", "se dit prêt à P": by or beside the word of saying itself."""
    return cue.covers(trigger) or (cue.end <= trigger.start and trigger.end <= content.start)
