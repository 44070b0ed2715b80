"""The cast of a report: whom it names, describes and takes up, read once in the order of its text.

Each name, noun and pronoun that can stand for somebody is bound to a figure, old
or new, before the next is read, so that what a pronoun may stand for is known
when it comes: `names`, `several`, `pronouns` and `descriptions` bind one kind of word each, and
`bound` keeps whom all have been bound to.
"""

from bisect import bisect_right
from collections.abc import Sequence

from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.claimers.cast.bound import Bound
from recoupe.extraction.claimers.cast.descriptions import bind_description
from recoupe.extraction.claimers.cast.names import bind_name
from recoupe.extraction.claimers.cast.pronouns import bind_pronoun
from recoupe.extraction.claimers.cast.several import bind_joined, bind_one_of
from recoupe.extraction.claimers.figures import Figure, Reference
from recoupe.extraction.claimers.groups import joined_by
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.sentence_names import names_in
from recoupe.extraction.claimers.speech import source_place
from recoupe.extraction.claimers.states import States
from recoupe.extraction.parsed import Sentence
from recoupe.model import Mention, Span

# Words of these classes stand for nobody, save inside a name or as a source.
_SMALL_WORDS = frozenset(
    ("ADP", "DET", "PUNCT", "CCONJ", "SCONJ", "AUX", "ADV", "NUM", "SYM", "SPACE", "INTJ")
)


class Cast:
    """The figures of one report, and whom each of its words stands for.

    Args:
        text: The document's stored text.
        sentences: Its parsed sentences.
        mentions: Its named things.
        attributions: Who says what in it; their sources are speakers.
        lexicon: Words for who can be meant.
        states: The table of states.
        saying: Lemmas of verbs of saying.
        outlet: Who publishes the report, where that is known.
        headline: Where its headline stands, None where it has none.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        attributions: Sequence[Attribution],
        lexicon: Lexicon,
        states: States,
        saying: frozenset[str],
        outlet: str | None = None,
        headline: Span | None = None,
    ) -> None:
        self._bound = Bound(text, mentions, attributions, lexicon, states, saying, outlet, headline)
        rest = sorted(mentions, key=lambda m: m.span)
        starts = [m.span.start for m in rest]
        for number, sentence in enumerate(sentences):
            span = sentence.span
            if self._bound.headline.lead_is_read(sentence):
                now = (number, sentence.paragraph)
                self._bound.names.figures = self._bound.headline.settle(self.figures, now, lexicon)
            low, high = bisect_right(starts, span.start - 1), bisect_right(starts, span.end - 1)
            self._read(number, sentence, rest[low:high])

    @property
    def figures(self) -> list[Figure]:
        """Whom the report has spoken of so far."""
        return self._bound.figures

    def reference(self, place: int) -> Reference | None:
        """Return whom the word at an offset of the document stands for, None if for nobody."""
        return self._bound.references.get(place)

    def joint(self, place: int) -> Figure | None:
        """Return the several of whom the word at an offset names the first, None if one alone."""
        return self._bound.joint.get(place)

    def is_source(self, words: SourceWords) -> bool:
        """Tell whether words were told to be a source's, not those of some other part."""
        place = source_place(words)
        known = self._bound.speech.words_at(place) if place is not None else None
        return known is not None and known.span == words.span

    def _read(self, number: int, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        bound = self._bound
        names = names_in(number, sentence, mentions, bound.lexicon, bound.states)
        one_of, amounts, speaking = bound.lexicon.one_of, bound.lexicon.amounts, bound.speech.places
        for token in sentence.words:
            place = sentence.offset + token.idx
            if (
                token.pos_ in _SMALL_WORDS
                and token.lower_ not in one_of
                and token.lower_ not in amounts
                and place not in speaking
                and not names.concerns(place)
                and token.text[0] != "-"
            ):
                continue
            if place in names.read or (mentions and bind_name(token, place, names, bound)):
                pass
            elif group := bound.standing.group_of(token):
                bind_one_of(token, group, names, bound)
            elif bound.standing.is_pronoun(token, place):
                bind_pronoun(token, names, bound)
            elif token.pos_ == "PROPN" and (bearer := bound.names.unseen_bearer(token)):
                bound.references[place] = Reference(bearer, "named-in-full-elsewhere")
                bound.note(bearer, token, names)
            elif bound.standing.can_be_meant(token, place):
                bind_description(token, names, bound)
            if token.dep_ == "conj" or joined_by(token, bound.lexicon):
                bind_joined(token, names, bound)
