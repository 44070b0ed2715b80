"""Whom a headline tells of as known: "La firme d'Izmir dément" above "une société d'Izmir, ..."."""

from collections.abc import Sequence

from recoupe.extraction.claimers.descriptions import Description
from recoupe.extraction.claimers.figures import Figure
from recoupe.extraction.claimers.later import become
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.taking_up import taken_up
from recoupe.extraction.parsed import Sentence
from recoupe.model import Span


class Headline:
    """The figures that a headline brings in, until the first paragraph has told who they are.

    Args:
        span: Where the headline stands, None where the report has none.
    """

    def __init__(self, span: Span | None) -> None:
        self._span = span
        self._lead: int | None = None
        self._open: list[tuple[Description, Figure]] = []

    def holds(self, sentence: Sentence) -> bool:
        """Tell whether a sentence is the headline's."""
        return self._span is not None and sentence.span.overlaps(self._span)

    def note(self, described: Description, figure: Figure, sentence: Sentence) -> None:
        """Note whom a definite description brings in, where it stands in the headline."""
        if described.determiner == "definite" and self.holds(sentence):
            self._open.append((described, figure))

    def lead_is_read(self, sentence: Sentence) -> bool:
        """Tell whether the first paragraph ends before a sentence, and somebody is open."""
        if not self._open or self.holds(sentence):
            return False
        ended = self._lead is not None and sentence.paragraph != self._lead
        self._lead = sentence.paragraph
        return ended

    def settle(
        self, figures: Sequence[Figure], now: tuple[int, int], lexicon: Lexicon
    ) -> list[Figure]:
        """Find in the lead who they are.

        Args:
            figures: Whom the report has spoken of so far.
            now: Numbers of the sentence and of the paragraph behind the lead.
            lexicon: Words for who can be meant.

        Returns:
            The figures without those that turned out to be another.
        """
        above = {id(figure) for _, figure in self._open}
        below = [f for f in figures if id(f) not in above]
        for described, figure in self._open:
            if figure.named_later is not None:
                continue
            found = taken_up(below, described, now, lexicon)
            if found is not None and not found.open:
                become(figure, found.figure)
        self._open = []
        return [f for f in figures if f.named_later is None]
