"""Entities and events: what is typed, joined to what it is the same as."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from recoupe.evaluation.popcorn.chains import chained
from recoupe.evaluation.popcorn.mapping import families
from recoupe.evaluation.popcorn.reading import Read
from recoupe.evaluation.popcorn.records import Entity, Report
from recoupe.evaluation.popcorn.typing import Typed, Typing
from recoupe.evaluation.popcorn.units import NOTHING, units_of
from recoupe.evaluation.popcorn.weights import Booleans, Case, Floats, Weights, learn, sigmoid
from recoupe.model import Span

_LEAST = 0.5
"""What must speak for anything at all, of what speaks for a unit being nothing."""
_ALONE = 0.1
"""What a type of event has where no other word of the report speaks for it."""
_UNTOLD = 0.1
"""What a type has where the report's words don't speak for it."""
_THEMATIC = frozenset(("NOUN", "VERB", "ADJ"))
_EPOCHS = 10
_SHRINK = 1e-3


def themes(held: Read) -> tuple[str, ...]:
    """Return the clues of what a whole report is about: the words that it holds."""
    words = (w.token for w in held.words if w.token.pos_ in _THEMATIC)
    return tuple(dict.fromkeys(t.lemma_.lower() for t in words))


def learn_topics(reports: Iterable[tuple[tuple[str, ...], Report]]) -> Weights:
    """Learn which types of events a report holds."""
    asked = frozenset(families()["event"])
    cases = [Case(told, frozenset(e.type for e in r.entities) & asked) for told, r in reports]
    return learn(cases, sorted(asked), many=True, epochs=_EPOCHS, shrink=_SHRINK)


def entities_of(held: Read, typing: Typing, topics: Weights, least: float = _LEAST) -> list[Entity]:
    """Return the entities and events of a report with all their mentions.

    Args:
        held: The report as read.
        typing: The mapping of its words and names.
        topics: Which types of events a report holds, by its words.
        least: What must speak for any type, of what speaks for none.
    """
    types = typing.types.types
    nothing = types.index(NOTHING)
    kept = [
        t
        for t in typing.typed(units_of(held))
        if 1 - t.chances[nothing] > least * t.chances[nothing]
    ]
    happening = np.array([t in families()["event"] for t in types])
    about = _about(held, topics, types)
    told = _typed_together(kept, types, happening, about)
    named = [(t.unit, kind) for t, kind in zip(kept, told, strict=True)]
    return [
        Entity(
            chain.kind,
            tuple(sorted({typing.span(u, chain.kind, held.text) for u in chain.units})),
        )
        for chain in chained(named, held)
    ]


def _about(held: Read, topics: Weights, types: Sequence[str]) -> Floats:
    """Return what the whole report says for each type of event, 1 for other types."""
    chances = sigmoid(topics.scores(themes(held)))
    found = np.ones(len(types), dtype=np.float32)
    for kind, chance in zip(topics.types, chances, strict=True):
        found[types.index(kind)] = _UNTOLD + chance
    return found


def _typed_together(
    kept: Sequence[Typed], types: Sequence[str], happening: Booleans, about: Floats
) -> list[str]:
    """Return each unit's type: whoever is one figure is of one type, and so are most events."""
    nothing = types.index(NOTHING)
    of_figure: dict[int, list[Typed]] = defaultdict(list)
    events = np.zeros(len(types), dtype=np.float32)
    for typed in kept:
        if typed.unit.head.figure is not None:
            of_figure[id(typed.unit.head.figure)].append(typed)
        events += np.where(happening, typed.chances, 0)
    told: list[str] = []
    for typed in kept:
        chances = typed.chances.copy()
        chances[nothing] = 0
        if happening[int(np.argmax(chances))]:
            # "L'incident" is what the report tells of.
            chances = np.where(happening, chances * (_ALONE + events) * about, 0)
        elif typed.unit.head.figure is not None:
            group = of_figure[id(typed.unit.head.figure)]
            sure = np.asarray(sum(t.chances for t in group))
            sure = np.where(happening, -1e9, sure)
            sure[nothing] = -1e9
            told.append(types[int(np.argmax(sure))])
            continue
        told.append(types[int(np.argmax(chances))])
    return told


def marked_in(entities: Iterable[Entity], types: Iterable[str]) -> list[tuple[Span, str]]:
    """Return the annotated spans of some types."""
    asked = frozenset(types)
    return [(m, e.type) for e in entities if e.type in asked for m in e.mentions]
