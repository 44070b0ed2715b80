"""A name read at one place of a report is read wherever it stands in it."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.parsed import Sentence
from recoupe.model import Span

# A name of one word stands for a longer one if it has more letters than this.
_SHORTEST = 3
_ELIDED = re.compile(r"L['’][^\W\d_a-zà-ÿ]\w+")


def named_everywhere(
    text: str,
    sentences: Sequence[Sentence],
    found: list[tuple[Span, str]],
    lexicon: Lexicon,
) -> list[tuple[Span, str]]:
    """Read names wherever they stand, also where the pipeline cut them."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for span, schema in found:
        name = span.of(text)
        several = " " in name or (
            len(name) > _SHORTEST and name.isalpha() and not lexicon.is_known(name.lower())
        )
        # "L'Observateur", whose article has a capital within a sentence
        several = several or bool(_ELIDED.fullmatch(name))
        if several and name[:1].isupper() and "\n" not in name:
            names[name][schema] += 1
    if not names:
        return found
    places = sorted(_places(text, names), key=lambda s: (s.start, -s.end))
    held = {span for span, _ in found}
    added: list[tuple[Span, str]] = []
    for sentence in sentences:
        start, end = sentence.span
        at = bisect_left(places, (start, 0))
        for span in places[at : bisect_left(places, (end, 0))]:
            # The longest of those that begin here, then what begins behind it.
            goes_on = span.end < end and _is_letter(text[span.end])
            if span.start < start or span.end > end or goes_on:
                continue
            start = span.end
            if span not in held:
                schema = min(names[span.of(text)].items(), key=lambda v: (-v[1], v[0]))[0]
                added.append((span, schema))
    if not added:
        return found
    # The longer of two that overlap is the name; the shorter was cut.
    added.sort(key=lambda a: (-_length(a[0]), a[0]))
    kept = [
        (span, schema)
        for span, schema in found
        if not any(a.overlaps(span) and _length(a) > _length(span) for a, _ in added)
    ]
    kept += [(a, s) for a, s in added if not any(a.overlaps(span) for span, _ in kept)]
    return sorted(kept)


def _places(text: str, names: Iterable[str]) -> Iterator[Span]:
    """Yield where names begin a word; an expression of them all costs more to make than to use."""
    for name in names:
        at = text.find(name)
        while at >= 0:
            if not (at and _is_letter(text[at - 1])):
                yield Span(at, at + len(name))
            at = text.find(name, at + 1)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _length(span: Span) -> int:
    """Return the length of a span in characters."""
    return span.end - span.start
