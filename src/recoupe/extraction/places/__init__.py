"""Places in one report: the words that name them, and how the text sets them out.

What a name means is decided over the whole case, in ``linking.places``.
"""

from collections.abc import Sequence

from recoupe.extraction.parsed import Sentence
from recoupe.extraction.places.borders import border_mention, borders_in
from recoupe.extraction.places.lexicon import load_lexicon
from recoupe.extraction.places.naming import Namer
from recoupe.extraction.places.relations import relations_in
from recoupe.language import Pack
from recoupe.model import Mention, Span
from recoupe.model.place import PlaceMention, PlaceRelation, PlacesRead

__all__ = ["read_places"]


def read_places(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    pack: Pack,
    taken: Sequence[Span] = (),
) -> PlacesRead:
    """Return what a report says of places.

    Args:
        text: The document's text.
        sentences: Its parsed sentences, in order.
        mentions: Its named things (``extraction.mentions``).
        pack: The pack of its language.
        taken: Spans that name no place, such as times.
    """
    lexicon = load_lexicon(pack)
    namer = Namer(text, mentions, lexicon, taken)
    found: list[PlaceMention] = []
    relations: list[PlaceRelation] = []
    peoples: list[tuple[int, str]] = []
    for number, sentence in enumerate(sentences):
        named = namer.in_sentence(sentence, number)
        found.extend(named)
        peoples.extend((number, code) for code in lexicon.peoples_in(sentence))
        borders = list(borders_in(text, sentence.span, named, lexicon))
        found.extend(m for b in borders if (m := border_mention(b, text, number)))
        if named or borders:
            relations.extend(relations_in(text, sentence.span, named, borders, pack, lexicon))
    found.sort(key=lambda mention: mention.span)
    return PlacesRead(mentions=tuple(found), relations=tuple(relations), peoples=tuple(peoples))
