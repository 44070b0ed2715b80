"""Who has the floor: whoever spoke last, until a sentence is about somebody else."""

from collections.abc import Iterable

from recoupe.extraction.attribution.found import Attribution
from recoupe.extraction.claimers.figures import Figure
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.salience import WEIGHTS


class Floor:
    """Whoever spoke last in a report while it is read.

    Args:
        lexicon: Words for who can be meant.

    Attributes:
        speaker: Whoever spoke last, None before anybody has.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.speaker: Figure | None = None
        self._paragraph = -1
        self._lexicon = lexicon

    def give(self, speaker: Figure, paragraph: int) -> None:
        """Note that somebody speaks in a paragraph."""
        self.speaker, self._paragraph = speaker, paragraph

    def continuing(
        self,
        speaks: Attribution | None,
        paragraph: int,
        figures: Iterable[Figure],
        feminine: bool | None = None,
    ) -> tuple[float, Figure | None]:
        """Return by how much a quotation that goes on favours whoever spoke last, and who that is.

        Args:
            speaks: What the pronoun says that is asked for, None where it is no source.
            paragraph: Number of its paragraph.
            figures: Whom the report has spoken of so far.
            feminine: The pronoun's gender, None where it does not tell.
        """
        if speaks is None or self.speaker is None:
            return 1.0, None
        if paragraph - self._paragraph > 1 or self._overtaken(self.speaker, figures, feminine):
            return 1.0, None
        verb = speaks.cue_token
        factor = WEIGHTS.same_speaker
        if verb is not None and verb.lemma_.lower() in self._lexicon.continuing:
            factor *= WEIGHTS.continuing
        return factor, self.speaker

    def _overtaken(self, speaker: Figure, figures: Iterable[Figure], feminine: bool | None) -> bool:
        """Tell whether a sentence has been about somebody else since somebody spoke last.

        "Elle accuse le gérant : l'homme aurait, selon elle, menti": he takes the floor from nobody
        who is "elle".
        """
        if not speaker.appearances:
            return True
        since = speaker.appearances[-1].place
        return any(
            f is not speaker
            and f.is_person
            and f.plural == speaker.plural
            and (feminine is None or f.feminine in {None, feminine})
            and f.appearances
            and f.appearances[-1].place > since
            and f.appearances[-1].weight >= WEIGHTS.subordinate
            for f in figures
        )
