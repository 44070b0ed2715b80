"""Whom the words of one report have been bound to so far, and what binding the next asks."""

from collections.abc import Sequence

from recoupe.extraction.attribution.found import Attribution
from recoupe.extraction.claimers.appearing import Appearances
from recoupe.extraction.claimers.figures import Figure, Reference
from recoupe.extraction.claimers.floor import Floor
from recoupe.extraction.claimers.headlines import Headline
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.named import PLACE, NamedFigures
from recoupe.extraction.claimers.sentence_names import SentenceNames
from recoupe.extraction.claimers.speech import Speech
from recoupe.extraction.claimers.standing import Standing
from recoupe.extraction.claimers.states import States
from recoupe.extraction.claimers.words import told_apart_by
from recoupe.extraction.tokens import Token
from recoupe.model import Mention, Span


class Bound:
    """What the reading of one report keeps from word to word.

    Args:
        text: The document's stored text.
        mentions: Its named things.
        attributions: Who says what in it; their sources are speakers.
        lexicon: Words for who can be meant.
        states: The table of states.
        saying: Lemmas of verbs of saying.
        outlet: Who publishes the report, where that is known.
        headline: Where its headline stands, None where it has none.

    Attributes:
        names: The figures, and which of them bear which name.
        speech: Who speaks where.
        standing: Tells what a word can stand for.
        floor: Whoever spoke last.
        headline: Whom the headline brought in.
        references: Offset of a word to whom it stands for.
        joint: Offset of a word that names the first of several to all of them.
        places: The words of the names of places.
    """

    def __init__(
        self,
        text: str,
        mentions: Sequence[Mention],
        attributions: Sequence[Attribution],
        lexicon: Lexicon,
        states: States,
        saying: frozenset[str],
        outlet: str | None,
        headline: Span | None,
    ) -> None:
        self.text = text
        self.lexicon = lexicon
        self.states = states
        self.names = NamedFigures(text, mentions, lexicon, states, outlet)
        self.speech = Speech(attributions)
        self.standing = Standing(text, self.speech, lexicon, states, saying)
        self.references: dict[int, Reference] = {}
        self.joint: dict[int, Figure] = {}
        self.floor = Floor(lexicon)
        self.headline = Headline(headline)
        self._appearances = Appearances(self.speech, self.floor, self.references, lexicon)
        self.places = frozenset(
            told_apart_by(word)
            for mention in mentions
            if mention.schema_name == PLACE
            for word in mention.name.split()
        )

    @property
    def figures(self) -> list[Figure]:
        """Whom the report has spoken of so far."""
        return self.names.figures

    def note(self, figure: Figure, token: Token, names: SentenceNames) -> None:
        """Note that a word of the sentence in hand stands for a figure."""
        self._appearances.note(figure, token, names.number, names.sentence)
