"""Reads the figures of a sentence: bounds, unit, and what is counted."""

from collections.abc import Callable, Sequence

from recoupe.language import Pack
from recoupe.model import Quantity, Reason, Span

CountedIn = Callable[[Span], Span | None]


def read_quantities(
    text: str,
    within: Span,
    pack: Pack,
    counted: CountedIn | None = None,
    taken: Sequence[Span] = (),
) -> tuple[Quantity, ...]:
    """Return the figures in one sentence, in order, without overlap.

    Args:
        text: The document's text.
        within: The sentence.
        pack: The document's language.
        counted: Finds, from the parse, the words that name what a figure counts; None
            where it can't. Without it the words right after the figure are taken.
        taken: Spans of times and names; a figure within one is no quantity.

    Returns:
        Quantities whose spans are offsets into ``text``. The span holds hedge, figure
        and unit; the words that name what is counted are apart, in ``of``.
    """
    read = []
    for one in pack.find_quantities(within.of(text)):
        span = Span(within.start + one.start, within.start + one.end)
        if any(other.overlaps(span) for other in taken):
            continue
        of = counted(span) if counted is not None else None
        if of is None and one.of is not None:
            of = Span(within.start + one.of[0], within.start + one.of[1])
        read.append(
            Quantity(
                span=span,
                low=one.low,
                high=one.high,
                unit=one.unit,
                of=of,
                approximate=one.approximate,
                reasons=tuple(Reason(rule=rule, words=words) for rule, words in one.rules),
            )
        )
    return tuple(read)
