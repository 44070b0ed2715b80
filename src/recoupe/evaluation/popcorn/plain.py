"""The mapping without anything learnt: ``plain`` in mapping.yml, for what our reading tells."""

from collections import defaultdict
from collections.abc import Hashable, Iterator

from recoupe.evaluation.popcorn.attributes import parts_of_names
from recoupe.evaluation.popcorn.mapping import plain
from recoupe.evaluation.popcorn.reading import Read, Word
from recoupe.evaluation.popcorn.records import Entity, Report
from recoupe.evaluation.popcorn.values import value_of
from recoupe.model import Quantity, Span, TimeValue
from recoupe.ontology import kinds_above

_NOUNS = frozenset(("NOUN", "PROPN"))
_DAY = len("2020-01-01")


def plain_report(held: Read) -> Report:
    """Return the entities, events and attributes of a report by the plain mapping."""
    joined: dict[Hashable, list[Span]] = defaultdict(list)
    kinds: dict[Hashable, str] = {}
    for key, kind, span in _entities(held):
        joined[key].append(span)
        kinds.setdefault(key, kind)
    entities = [Entity(kinds[k], tuple(sorted(set(spans)))) for k, spans in joined.items()]
    return Report(held.text, (*entities, *_attributes(held, entities)), frozenset())


def _entities(held: Read) -> Iterator[tuple[Hashable, str, Span]]:
    told = plain()
    for word in held.words:
        if word.mention is not None:
            kind = told["schemas"].get(word.mention.schema_name)
            if kind and word.span.start == word.mention.span.start:
                named: Hashable = id(word.figure) if word.figure is not None else word.mention.name
                yield (kind, named), kind, word.mention.span
        elif word.event and word.event in told["events"]:
            yield told["events"][word.event], told["events"][word.event], word.span
        elif kind := _kind(word):
            meant: Hashable = id(word.figure) if word.figure is not None else word.span
            yield (kind, meant), kind, word.span


def _kind(word: Word) -> str | None:
    """Return the type of a noun, or of a pronoun that stands for somebody."""
    told = plain()["kinds"]
    figure = word.figure
    if figure is not None and figure.is_person and not figure.thing:
        return str(told["people" if figure.plural else "person"])
    if word.token.pos_ not in _NOUNS:
        return None
    several = "Plur" in word.token.morph.get("Number", [])
    for kind in sorted(word.kinds):
        for above in sorted(kinds_above(kind)):
            if above in told:
                return str(told["people" if above == "person" and several else above])
    return None


def _attributes(held: Read, entities: list[Entity]) -> Iterator[Entity]:
    told = plain()["attributes"]
    for time in held.times:
        kind = told["times"][_time(time)]
        yield Entity(kind, (time.span,), value_of(kind, time.span, held))
    for quantity in held.quantities:
        if quantity.unit is None:
            kind = told["quantities"][_quantity(quantity)]
            yield Entity(kind, (quantity.span,), value_of(kind, quantity.span, held))
    for word in held.words:
        if word.mention is None and held.things.states.of_adjective(word.token.lower_):
            yield Entity("NATIONALITY", (word.span,), value_of("NATIONALITY", word.span, held))
    yield from parts_of_names(held, entities)


def _time(time: TimeValue) -> str:
    return "exact" if time.value and len(time.value) >= _DAY else "fuzzy"


def _quantity(quantity: Quantity) -> str:
    if quantity.low is None or quantity.high is None:
        return "min" if quantity.high is None else "max"
    return "exact" if quantity.low == quantity.high and not quantity.approximate else "fuzzy"
