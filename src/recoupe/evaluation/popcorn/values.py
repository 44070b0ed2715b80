"""Normal forms of attributes, as POPCORN writes them."""

import re

from recoupe.evaluation.popcorn.reading import Read
from recoupe.model import Span

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def value_of(kind: str, span: Span, held: Read) -> str | None:
    """Return an attribute's normal form: ``DD/MM/YYYY`` with zeros for what is not said.

    Args:
        kind: The attribute's type.
        span: Its words.
        held: The report as read.
    """
    if kind.startswith("TIME"):
        time = next((t for t in held.times if t.span.overlaps(span)), None)
        found = _DAY.match(time.value) if time is not None and time.value else None
        year, month, day = found.groups() if found is not None else ("0000", None, None)
        return f"{day or '00'}/{month or '00'}/{year}"
    if kind.startswith("QUANTITY"):
        figure = next((q for q in held.quantities if q.span.overlaps(span)), None)
        if figure is None:
            return "2"  # "plusieurs", "quelques": more than one
        low = figure.low if figure.low is not None else figure.high
        return None if low is None else f"{low:g}"
    if kind == "NATIONALITY":
        words = span.of(held.text)
        return next(iter(held.things.states.of_adjective(words)), words)
    return span.of(held.text)
