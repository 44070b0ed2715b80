"""Who speaks where: the words that head sources, and what stands inside quotations."""

from bisect import bisect_right
from collections.abc import Sequence

from recoupe.extraction.attribution.found import Attribution, SourceWords
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
        self._quoted = sorted(a.content for a in attributions if a.quotation == "direct")

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
        return k >= 0 and self._quoted[k].end > place


def source_place(words: SourceWords) -> int | None:
    """Return the offset of the word that heads a source's words."""
    return words.sentence.offset + words.head.idx if words.head is not None else None
