"""The names of a sentence while it is read, with what stands beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.name_titles import titles_of
from recoupe.extraction.claimers.states import States
from recoupe.extraction.claimers.titles import Title
from recoupe.extraction.parsed import Sentence
from recoupe.model import Mention


@dataclass(frozen=True, slots=True)
class SentenceNames:
    """What the reading of one sentence knows of its names.

    Attributes:
        number: Number of the sentence.
        sentence: The sentence.
        mentions: Its names.
        titles: Nouns beside each name, by the name's identity.
        titled: Offset of such a noun to its name.
        covering: Offset of each character of a name to the name.
        seen: Names already bound, by identity.
        read: Offsets of words already bound.
    """

    number: int
    sentence: Sentence
    mentions: Sequence[Mention]
    titles: Mapping[int, Sequence[Title]]
    titled: Mapping[int, Mention]
    covering: Mapping[int, Mention]
    seen: set[int] = field(default_factory=set)
    read: set[int] = field(default_factory=set)

    @property
    def now(self) -> tuple[int, int]:
        """Number of the sentence and of its paragraph."""
        return self.number, self.sentence.paragraph

    def concerns(self, place: int) -> bool:
        """Tell whether the word at an offset belongs to a name or stands beside one."""
        return place in self.covering or place in self.titled


def names_in(
    number: int,
    sentence: Sentence,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    states: States,
) -> SentenceNames:
    """Return the names of a sentence with what stands beside them.

    Args:
        number: Number of the sentence.
        sentence: The sentence.
        mentions: The names in it.
        lexicon: Words for who can be meant.
        states: The table of states.
    """
    titles = {id(m): titles_of(m, sentence, lexicon, states) for m in mentions}
    titled = {
        sentence.offset + title.token.idx: mention
        for mention in mentions
        for title in titles[id(mention)]
    }
    covering: dict[int, Mention] = {}
    for mention in mentions:
        covering.update(dict.fromkeys(range(*mention.span), mention))
    return SentenceNames(number, sentence, mentions, titles, titled, covering)
