"""Named things in one report, and the names in full of those named in short.

The trained pipeline sees one sentence at a time; a report names a person in
full once and by surname after. Here a name seen once with a schema keeps it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from recoupe.extraction.parsed import Sentence
from recoupe.model import Mention, Span

PERSON = "Person"


def find_mentions(
    text: str, sentences: Sequence[Sentence], schemas: Mapping[str, str]
) -> tuple[Mention, ...]:
    """Return the named things of one report, in order of their place.

    Args:
        text: The document's stored text.
        sentences: Its parsed sentences.
        schemas: The pipeline's entity labels to schemas of FollowTheMoney.

    Returns:
        One mention a named span. A surname, or the last part of a name, that
        fits exactly one fuller name of the same schema carries that name.
    """
    found: list[tuple[Span, str]] = []
    for sentence in sentences:
        for entity in sentence.tokens.ents:
            span = _trimmed(text, sentence.span_of(entity))
            if span.start < span.end and any(c.isalpha() for c in span.of(text)):
                found.append((span, schemas.get(entity.label_, "Thing")))
    voted = _voted(text, found)
    full = _fuller_names(text, voted)
    return tuple(
        Mention(
            span=span, schema_name=schema, name=full.get((schema, span.of(text)), span.of(text))
        )
        for span, schema in voted
    )


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and (text[start].isspace() or text[start] in "«»“”\"'’,.;:("):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "«»“”\"'’,;:)"):
        end -= 1
    return Span(start, end)


def _voted(text: str, found: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Give each name the schema that most of its mentions have; a person's surname is a person."""
    votes: dict[str, Counter[str]] = {}
    for span, schema in found:
        votes.setdefault(span.of(text), Counter())[schema] += 1
    elected = {
        name: max(count.items(), key=lambda v: (v[1], v[0]))[0] for name, count in votes.items()
    }
    surnames = {
        name.split()[-1] for name, schema in elected.items() if schema == PERSON and " " in name
    }
    return [
        (span, PERSON if span.of(text) in surnames else elected[span.of(text)]) for span, _ in found
    ]


def _fuller_names(text: str, found: list[tuple[Span, str]]) -> dict[tuple[str, str], str]:
    names = sorted({(schema, span.of(text)) for span, schema in found})
    full: dict[tuple[str, str], str] = {}
    for schema, name in names:
        if schema != PERSON:
            continue
        parts = name.split()
        fuller = [
            other
            for kind, other in names
            if kind == schema
            and len(other.split()) > len(parts)
            and other.split()[-len(parts) :] == parts
        ]
        if len(fuller) == 1:
            full[(schema, name)] = fuller[0]
    return full
