"""Who speaks, by the names that the case knows them by."""

from recoupe.model import Case, Statement


class Speaking:
    """The names of the sources of a case.

    Args:
        case: The case.
    """

    def __init__(self, case: Case) -> None:
        self._sources = case.links.source_entities
        self._names = {entity.id: entity.name for entity in case.links.entities}

    def chain(self, statement: Statement) -> tuple[str, ...]:
        """Return the names of a statement's sources, nearest first; none for the report itself."""
        entities = self._sources.get(statement.id, ())
        known = (self._names.get(key or "") for key in entities)
        return tuple(next(known, None) or source.name for source in statement.sources)
