"""Who speaks, by the names that the case knows them by."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from recoupe.compare.names import normalise
from recoupe.model import Case, Entity, Source, Statement


class Speaking:
    """The names of the sources of a case.

    Args:
        case: The case.
    """

    def __init__(self, case: Case) -> None:
        self._case = case
        self._sources = case.links.source_entities
        self._entities = {entity.id: entity for entity in case.links.entities}

    def chain(self, statement: Statement) -> tuple[str, ...]:
        """Return the names of a statement's sources, nearest first; none for the report itself."""
        return tuple(entity.name if entity else s.name for s, entity in self._told(statement))

    @cached_property
    def other_names(self) -> dict[str, tuple[str, ...]]:
        """What each entity is called besides its name, as a source too ("Téhéran" for Iran)."""
        found = {key: dict.fromkeys(entity.aliases) for key, entity in self._entities.items()}
        for source, entity in self._all():
            if entity and source.name != entity.name:
                found[entity.id][source.name] = None
        return {key: tuple(names) for key, names in found.items()}

    def speakers(self) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
        """Return the names of each source, that of :meth:`chain` first, and its kind, by a key.

        Sources of one name are one.
        """
        names: dict[str, dict[str, None]] = defaultdict(dict)
        kinds: dict[str, str] = {}
        for source, entity in self._all():
            name = entity.name if entity else source.name
            key = normalise(name)
            names[key] |= dict.fromkeys((name, *(self.other_names[entity.id] if entity else ())))
            kinds.setdefault(key, str(source.kind))
        return {key: tuple(own) for key, own in names.items()}, kinds

    def _all(self) -> Iterator[tuple[Source, Entity | None]]:
        for document in self._case.documents:
            reading = self._case.readings.get(document.id)
            for statement in reading.statements if reading else ():
                yield from self._told(statement)

    def _told(self, statement: Statement) -> Iterator[tuple[Source, Entity | None]]:
        known = self._sources.get(statement.id, ())
        for place, source in enumerate(statement.sources):
            key = known[place] if place < len(known) else None
            yield source, self._entities.get(key) if key else None
