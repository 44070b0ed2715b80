"""Where an event stands: considered, sought, agreed, begun, done, refused, denied, unknown.

The verb's own tense, mood and negation are asked first, then what governs it, word by
word up the parse: "a refusé de livrer", "un projet de vente", "dément avoir livré". How
certain it is that the event stands so is factuality's matter: who accuses somebody of a
delivery speaks of one that is done.
"""

from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.status.clauses import Clauses, Standing
from recoupe.extraction.events.status.nouns import NounStatus
from recoupe.extraction.events.status.verbs import VerbStatus
from recoupe.extraction.events.status.words import load_status
from recoupe.extraction.factuality.lexicon import load_words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.language import Pack
from recoupe.model import Reason
from recoupe.model.statement import EventStatus

Judged = tuple[EventStatus, tuple[Reason, ...], tuple[Token, ...]]
"""A status, why, and the words that govern the event, itself first."""


class Statuses:
    """Judges where events stand, for one language.

    Args:
        pack: The pack of the language.
        joining: Its words that join.
    """

    def __init__(self, pack: Pack, joining: Joining) -> None:
        self.words = load_words(pack)
        told = load_status(pack)
        self.clauses = Clauses(self.words, told, joining)
        self._verbs = VerbStatus(self.words, told, self.clauses)
        self._nouns = NounStatus(self.words, told, joining, self.clauses, self._verbs)

    def of_verb(self, verb: Token, sentence: Sentence, *, lasting: bool) -> Judged:
        """Return where an event stands that a verb tells of.

        Args:
            verb: The verb.
            sentence: Its sentence.
            lasting: Whether such an event goes on, so that the present tells of one begun.
        """
        return _judged(self._verbs.of_clause(verb, sentence, lasting))

    def of_noun(self, noun: Token, sentence: Sentence, *, lasting: bool) -> Judged:
        """Return where an event stands that a noun tells of; else as :meth:`of_verb`."""
        return _judged(self._nouns.of_phrase(noun, sentence, lasting))


def _judged(standing: Standing) -> Judged:
    return standing.status, tuple(standing.reasons), tuple(standing.met)
