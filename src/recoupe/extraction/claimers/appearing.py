"""Where figures appear: by which part of the sentence, quoted or not, heard or spoken of."""

from collections.abc import Mapping

from recoupe.extraction.claimers.figures import Appearance, Figure, Reference
from recoupe.extraction.claimers.floor import Floor
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.salience import weight_of
from recoupe.extraction.claimers.speech import Speech
from recoupe.extraction.claimers.standing import part_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token


class Appearances:
    """Notes where the figures of a report appear.

    Args:
        speech: Who speaks where in it.
        floor: Whoever spoke last.
        references: Offset of a word to whom it stands for; read while the cast fills it.
        lexicon: Words for who can be meant.
    """

    def __init__(
        self, speech: Speech, floor: Floor, references: Mapping[int, Reference], lexicon: Lexicon
    ) -> None:
        self._speech = speech
        self._floor = floor
        self._references = references
        self._lexicon = lexicon

    def note(self, figure: Figure, token: Token, number: int, sentence: Sentence) -> None:
        """Note that a word stands for a figure.

        Args:
            figure: The figure.
            token: The word.
            number: Number of its sentence.
            sentence: Its sentence.
        """
        place = sentence.offset + token.idx
        speaks = place in self._speech
        quoted = self._speech.in_quotation(place)
        part = part_of(token, self._lexicon)
        if part == "inside" and figure.kind == "organisation" and self._is_heard(token, place):
            part = "subordinate"
        weight = weight_of(part, quoted=quoted)
        if speaks and not quoted:
            self._floor.give(figure, sentence.paragraph)
        if figure.appearances and figure.appearances[-1].sentence == number:
            # "Le ministre, Paul Vidal,": once, by the part that brings him most to the fore.
            last = figure.appearances.pop()
            weight, quoted = max(weight, last.weight), quoted and last.quoted
            if last.speaks and not speaks:
                place, speaks = last.place, True
        figure.appearances.append(
            Appearance(place, number, sentence.paragraph, weight, speaks, quoted)
        )

    def _is_heard(self, token: Token, place: int) -> bool:
        """Tell a body for which somebody speaks: "un porte-parole de la banque a répondu"."""
        if self._speech.in_source(place):
            return True
        # "Ana Rey, la présidente de la banque, a répondu"
        held = self._references.get(place - token.idx + token.head.idx)
        return held is not None and self._floor.speaker is held.figure and held.figure.is_person
