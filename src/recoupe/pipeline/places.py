"""The places of a report or of a whole case, from text to map, on their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.extraction import read_documents
from recoupe.linking.located import resolve_places
from recoupe.model import Document
from recoupe.model.place import CheckedRelation, ResolvedPlace


@dataclass(frozen=True)
class PlacesFound:
    """What a document says of places, resolved.

    Attributes:
        mentions: In order; ``place`` is None where a mention is left open or unknown.
        relations: In order, held against the map.
    """

    mentions: tuple[ResolvedPlace, ...]
    relations: tuple[CheckedRelation, ...]


def places_in(text: str, language: str = "fr") -> PlacesFound:
    """Return the places that a text names.

    Args:
        text: Plain text; every paragraph of it is read.
        language: ISO 639-1 code; it must have a pack with a gazetteer.

    Returns:
        Mentions with span, name, place (coordinates, country, kind), runners-up and reasons.
    """
    document = Document(id="text", file="text", text=text, sha256="", language=language)
    return places_in_case([document])["text"]


def places_in_case(documents: Sequence[Document]) -> dict[str, PlacesFound]:
    """Return the places that the documents of a case name, weighed together.

    Args:
        documents: Documents in languages that have a pack with a gazetteer.

    Returns:
        Document id to what it says of places.
    """
    readings = {reading.document: reading for reading in read_documents(documents)}
    resolved, relations = resolve_places([(d, readings[d.id]) for d in documents])
    return {
        document.id: PlacesFound(resolved[document.id], relations[document.id])
        for document in documents
    }
