"""A report's text cut into flat segments, so that nested and crossing statements can be marked.

HTML cannot nest elements that cross. The text is therefore cut at every edge of
every span, and each segment tells which statements cover it. Joined again, the
segments are the text, character for character.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from recoupe.model import Span

# Shorter runs of debris are shown greyed in place; longer ones fold away.
FOLDED_LINES = 4


@dataclass(frozen=True, slots=True)
class Marked:
    """What a statement marks in its report.

    Attributes:
        key: Its place in the sequence of the document's statements.
        content: Span of its content.
        cue: Span of its word of saying.
        sources: Spans of the words that name its sources.
    """

    key: int
    content: Span
    cue: Span | None
    sources: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which nothing changes.

    Attributes:
        text: Its words.
        statements: Keys of the statements that cover it, outermost first.
        starts: Keys of the statements that begin with it, outermost first.
        cue: Whether it belongs to a word of saying.
        source: Whether it belongs to the words that name a source.
        point: Offset of its first character, where the page leads to words that begin here.
    """

    text: str
    statements: tuple[int, ...]
    starts: tuple[int, ...]
    cue: bool
    source: bool
    point: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a report.

    Attributes:
        segments: Its text, without the line end.
        after: The line ends (and empty lines) that follow it.
        kind: ``body``, ``headline`` or ``debris``.
    """

    segments: tuple[Segment, ...]
    after: str
    kind: str


@dataclass(frozen=True, slots=True)
class Block:
    """Lines shown together: one line of the report, or a run of page debris.

    Attributes:
        lines: The lines.
        folded: Whether the run is long enough to fold away.
    """

    lines: tuple[Line, ...]
    folded: bool


def blocks(
    text: str,
    body: Sequence[Span],
    headline: Span | None,
    marked: Sequence[Marked],
    led_to: Iterable[Span] = (),
) -> list[Block]:
    """Cut a report's text into lines and segments.

    Args:
        text: The stored text.
        body: Spans of the report itself; empty where nothing was set apart,
            and then the whole text is taken as the report.
        headline: Span of the headline, if it stands in the text.
        marked: What its statements mark.
        led_to: Words that some other part of the page leads to.

    Returns:
        Blocks whose segments and line ends, joined, are ``text``.
    """
    segments = _Cutter(text, marked, led_to)
    found: list[Block] = []
    debris: list[Line] = []
    offset = 0
    body = sorted(body)
    while offset < len(text):
        end = text.find("\n", offset)
        end = len(text) if end < 0 else end
        after = end
        while after < len(text) and text[after] == "\n":
            after += 1
        span = Span(offset, end)
        cut = tuple(segments.within(span))
        line = Line(cut, text[end:after], _kind(span, text, body, headline, cut))
        if line.kind == "debris":
            debris.append(line)
        else:
            found.extend(_debris(debris))
            debris = []
            found.append(Block((line,), folded=False))
        offset = after
    found.extend(_debris(debris))
    return found


def _debris(lines: list[Line]) -> Iterable[Block]:
    if len(lines) > FOLDED_LINES:
        yield Block(tuple(lines), folded=True)
    else:
        yield from (Block((line,), folded=False) for line in lines)


def _kind(
    line: Span, text: str, body: Sequence[Span], headline: Span | None, cut: Iterable[Segment]
) -> str:
    if headline and headline.overlaps(line):
        return "headline"
    if not body or any(segment.statements for segment in cut):
        return "body"
    after = bisect_left(body, (line.end, -1))
    inside = after > 0 and body[after - 1].overlaps(line)
    return "body" if inside or not line.of(text).strip() else "debris"


def _trimmed(content: Span, text: str) -> Span:
    """Return the span without line ends at its edges, which no line shows."""
    words = content.of(text)
    start = content.start + len(words) - len(words.lstrip("\n"))
    return Span(start, start + len(words.strip("\n")))


class _Cutter:
    """Cuts at the edges of spans; a sweep, so its cost follows the number of edges."""

    def __init__(self, text: str, marked: Sequence[Marked], led_to: Iterable[Span]) -> None:
        self._text = text
        whole = Span(0, len(text))
        held = [span for span in led_to if span.start < span.end and whole.covers(span)]
        points = {span.start for span in held}
        opened: dict[int, list[tuple[str, int, Span]]] = {}
        closed: dict[int, list[tuple[str, int, Span]]] = {}
        for entry in marked:
            tagged = [("statement", _trimmed(entry.content, text))]
            tagged += [("cue", entry.cue)] if entry.cue else []
            tagged += [("source", span) for span in entry.sources]
            for tag, span in tagged:
                if span.start < span.end and whole.covers(span):
                    opened.setdefault(span.start, []).append((tag, entry.key, span))
                    closed.setdefault(span.end, []).append((tag, entry.key, span))
        edges = sorted({0, len(text), *opened, *closed, *points, *(span.end for span in held)})
        live: list[tuple[str, int, Span]] = []
        self._pieces: list[tuple[Span, Segment]] = []
        for start, end in pairwise(edges):
            for gone in closed.get(start, ()):
                live.remove(gone)
            live.extend(opened.get(start, ()))
            # The widest first: the innermost statement is the one a click means.
            covering = sorted(
                (item for item in live if item[0] == "statement"),
                key=lambda item: (item[2].start - item[2].end, item[1]),
            )
            piece = Segment(
                text[start:end],
                tuple(key for _, key, _ in covering),
                tuple(key for _, key, span in covering if span.start == start),
                any(tag == "cue" for tag, _, _ in live),
                any(tag == "source" for tag, _, _ in live),
                start if start in points else None,
            )
            self._pieces.append((Span(start, end), piece))
        self._ends = [span.end for span, _ in self._pieces]

    def within(self, line: Span) -> Iterable[Segment]:
        """Yield the segments of one line, cut at its ends."""
        for index in range(bisect_right(self._ends, line.start), len(self._pieces)):
            span, piece = self._pieces[index]
            if span.start >= line.end:
                return
            start, end = max(span.start, line.start), min(span.end, line.end)
            first = start == span.start
            if first and end == span.end:
                yield piece
                continue
            yield replace(
                piece,
                text=self._text[start:end],
                starts=piece.starts if first else (),
                point=piece.point if first else None,
            )
