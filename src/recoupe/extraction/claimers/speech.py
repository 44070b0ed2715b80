"""Who speaks where: the words that head sources, and what stands inside quotations."""

from bisect import bisect_right
from collections.abc import Collection, Sequence

from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.tokens import Token
from recoupe.model import Span

# Past every offset: sorts behind all spans that begin at the same place.
_BEHIND = 10**9


class Speech:
    """The attributions of one report, by the places of their words.

    Args:
        attributions: Who says what in it.
    """

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._said: dict[int, Attribution] = {}
        self._words: dict[int, SourceWords] = {}
        for attribution in attributions:
            for words in (attribution.source, *attribution.further):
                place = source_place(words) if words is not None else None
                if words is not None and place is not None:
                    self._said.setdefault(place, attribution)
                    self._words.setdefault(place, words)
        self._sources = sorted(words.span for words in self._words.values())
        self._quoted = sorted(a.content for a in attributions if a.quotation == "direct")

    def in_source(self, place: int) -> bool:
        """Tell whether an offset lies inside a source's words."""
        k = bisect_right(self._sources, Span(place, _BEHIND)) - 1
        return k >= 0 and self._sources[k].end > place

    @property
    def places(self) -> Collection[int]:
        """The offsets of the words that head the words of a source."""
        return self._said.keys()

    def __contains__(self, place: int) -> bool:
        """Tell whether the word at an offset heads the words of a source."""
        return place in self._said

    def said_at(self, place: int) -> Attribution | None:
        """Return what is said by the source whose words have their head at an offset."""
        return self._said.get(place)

    def words_at(self, place: int) -> SourceWords | None:
        """Return the words of the source that have their head at an offset."""
        return self._words.get(place)

    def in_quotation(self, place: int) -> bool:
        """Tell whether an offset lies inside a direct quotation."""
        k = bisect_right(self._quoted, Span(place, _BEHIND)) - 1
        if k < 0 or self._quoted[k].end <= place:
            return False
        # "« Je doute, dit-il, que ... »": who breaks a quotation off speaks outside it.
        said = self._said.get(place)
        return said is None or said.content != self._quoted[k]


def source_head(words: SourceWords) -> Token | None:
    """Return the word that heads a source's words.

    Where the parse takes a name inside them, or the pronoun of a relative clause,
    for their head, it is the noun that comes before: "de hauts responsables de
    l'administration Rey", "le propriétaire du navire qui a coulé".
    """
    head = words.head
    if head is None or head.pos_ not in {"PROPN", "PRON"}:
        return head
    start = words.span.start - words.sentence.offset
    first: Token | None = None
    for token in words.sentence.words:
        if token.idx >= head.idx:
            break
        if token.idx < start or (first is not None and token.text != ","):
            continue
        if first is not None:
            # "Le ministre, Paul Vidal": the noun stands beside the name, not over it.
            return head
        if token.pos_ in {"NOUN", "PROPN"}:
            first = token
    if first is None or first.pos_ != "NOUN":
        return head
    if head.pos_ == "PRON":
        return first
    between = head.doc[first.i + 1 : head.i]
    return first if any(t.pos_ == "ADP" for t in between) else head


def source_place(words: SourceWords) -> int | None:
    """Return the offset of the word that heads a source's words."""
    head = source_head(words)
    return words.sentence.offset + head.idx if head is not None else None
