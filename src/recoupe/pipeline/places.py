"""The places of a report or of a whole case, from text to map, on their own."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.compare.places import open_gazetteer
from recoupe.extraction.blocks import behind_dateline, find_blocks
from recoupe.extraction.mentions import find_mentions
from recoupe.extraction.parsed import Sentence, sentences_of
from recoupe.extraction.places import read_places
from recoupe.language import get_pack
from recoupe.language.gazetteers import gazetteer_path
from recoupe.linking.places import Grammar, PlacesOf, resolve
from recoupe.model import Document
from recoupe.model.place import CheckedRelation, PlacesRead, ResolvedPlace


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
    reports = []
    for document in documents:
        reports.append(
            PlacesOf(
                document=document.id,
                text=document.text,
                places=_read(document),
                gazetteer=open_gazetteer(gazetteer_path(document.language)),
                grammar=_grammar(document.language),
            )
        )
    resolved, relations = resolve(reports)
    return {
        document.id: PlacesFound(resolved[document.id], relations[document.id])
        for document in documents
    }


def _grammar(language: str) -> Grammar:
    words = get_pack(language).words("places")
    return Grammar(
        language, frozenset(words["bare_countries"]), frozenset(words["articled_countries"])
    )


def _read(document: Document) -> PlacesRead:
    pack = get_pack(document.language)
    sentences: list[Sentence] = []
    read = [
        behind_dateline(document.text, block.span, pack)
        for block in find_blocks(document.text, pack, document.title)
        if block.kind in {"body", "headline"}
    ]
    texts = (span.of(document.text).replace("\n", " ") for span in read)
    for number, doc in enumerate(pack.pipeline().pipe(texts)):
        sentences.extend(sentences_of(doc, read[number].start, number))
    mentions = find_mentions(document.text, sentences, pack)
    return read_places(document.text, sentences, mentions, pack)
