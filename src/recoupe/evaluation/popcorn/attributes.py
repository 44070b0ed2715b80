"""Attributes: parts of names, times, figures, nationalities, occupations and the rest."""

from collections.abc import Iterable, Iterator, Sequence

from recoupe.evaluation.popcorn import clues
from recoupe.evaluation.popcorn.mapping import families
from recoupe.evaluation.popcorn.reading import Read, Word
from recoupe.evaluation.popcorn.records import Entity
from recoupe.evaluation.popcorn.typing import Typing
from recoupe.evaluation.popcorn.units import NOTHING, Unit, units_of
from recoupe.evaluation.popcorn.values import value_of
from recoupe.model import Span

NAMES = ("FIRSTNAME", "LASTNAME")
PERSONS = frozenset(("CIVILIAN", "TERRORIST_OR_CRIMINAL", "MILITARY"))
_WORDS = 4


def types() -> tuple[str, ...]:
    """Return the types of attributes that the mapping learns; names are parted by rule."""
    return tuple(t for t in families()["attribute"] if t not in NAMES)


def units(held: Read) -> list[Unit]:
    """Return the units that may be attributes: times, measures, single words."""
    times = [t.span for t in held.times]
    measured = [
        q.span for q in held.quantities if q.unit and not any(q.span.overlaps(t) for t in times)
    ]
    found = [u for s in times if (u := _phrase(s, "time", held)) is not None]
    found += [u for s in measured if (u := _phrase(s, "measure", held)) is not None]
    taken = [*times, *measured]
    for unit in units_of(held):
        if unit.name is None and not any(t.overlaps(unit.core) for t in taken):
            spans = {
                form: span
                for form, span in unit.spans.items()
                if not any(t.overlaps(span) for t in taken)
            }
            found.append(Unit(spans, unit.head, unit.clues))
    return found


def _phrase(span: Span, kind: str, held: Read) -> Unit | None:
    words = [w for w in held.words if span.covers(w.span)]
    if not words:
        return None
    spans = {"bare": span}
    for k in range(1, min(_WORDS, len(words))):
        spans[f"without {' '.join(w.token.pos_ for w in words[:k])}"] = Span(
            words[k].span.start, span.end
        )
    if words[0].token.i > words[0].token.first:
        before = words[0].sentence.span_of([words[0].token.nbor(-1)])
        spans[f"with {words[0].token.nbor(-1).lower_}"] = Span(before.start, span.end)
    return Unit(spans, words[0], tuple(dict.fromkeys(_told(words, kind))), whole=True)


def _told(words: Sequence[Word], kind: str) -> Iterator[str]:
    shape = " ".join("9" if w.token.like_num else w.token.lower_ for w in words)
    yield f"*{kind}"
    yield f"{kind} shape={shape}"
    yield f"{kind} last={words[-1].token.lower_}"
    yield f"{kind} first={words[0].token.lower_}"
    for word in words:
        yield f"{kind} has={'9' if word.token.like_num else word.token.lower_}"
        if word.token.like_num and word.token.text.isdigit():
            yield f"{kind} digits={len(word.token.text)}"
    first, last = words[0].token, words[-1].token
    if first.i > first.first:
        yield f"{kind} before={first.nbor(-1).lower_}"
    if last.i + 1 < last.past:
        yield f"{kind} behind={last.nbor(1).lower_}"
    top = next((w.token for w in words if w.token.head not in [v.token for v in words]), first)
    yield f"{kind} of={clues.lemma_of(top.head)}"


def attributes_of(
    held: Read, typing: Typing, entities: Sequence[Entity], least: float = 0.8
) -> list[Entity]:
    """Return the attributes of a report: each stands once, as POPCORN has it."""
    kinds = typing.types.types
    nothing = kinds.index(NOTHING)
    found: list[Entity] = []
    for typed in typing.typed(units(held)):
        chances = typed.chances.copy()
        chances[nothing] *= least
        kind = kinds[int(chances.argmax())]
        if kind != NOTHING:
            span = typing.span(typed.unit, kind, held.text)
            found.append(Entity(kind, (span,), value_of(kind, span, held)))
    return [*found, *parts_of_names(held, entities)]


def parts_of_names(held: Read, entities: Iterable[Entity]) -> Iterator[Entity]:
    """Yield first and family names of the persons among the entities, at each place."""
    names = frozenset(m.span for m in held.mentions)
    for entity in entities:
        if entity.type in PERSONS:
            for span in entity.mentions:
                if span in names:
                    yield from _parts(span, entity, held)


def _parts(span: Span, entity: Entity, held: Read) -> Iterator[Entity]:
    """Part a person's name: first names, then family name."""
    words = [w for w in held.words if span.covers(w.span)]
    if not words:
        return
    lexicon = held.things.people
    if len(words) == 1:
        longer = [m.of(held.text).split() for m in entity.mentions if " " in m.of(held.text)]
        word = words[0].token.text
        last = any(word in parts[1:] for parts in longer)
        first = any(word == parts[0] for parts in longer)
        kind = "FIRSTNAME" if first or (not last and lexicon.is_first_name(word)) else "LASTNAME"
        yield Entity(kind, (span,), word)
        return
    cut = 1
    while cut < len(words) - 1 and (
        words[cut].token.text == "-"
        or words[cut - 1].token.text == "-"
        or lexicon.is_first_name(words[cut].token.text)
    ):
        cut += 1
    first_span = Span(span.start, words[cut - 1].span.end)
    last_span = Span(words[cut].span.start, span.end)
    yield Entity("FIRSTNAME", (first_span,), first_span.of(held.text))
    yield Entity("LASTNAME", (last_span,), last_span.of(held.text))
