"""Which words of a language tell what a text is about."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from recoupe.linking.terms.word_lists import WordLists

_LONGEST_STATE = 4
"""Words of the longest name of a state: "République démocratique du Congo"."""

# Words of a pile repeat, so the endings of each are cut once.
_STEMS: dict[tuple[int, str], str] = {}
_MOST_STEMS = 500_000


@dataclass(frozen=True)
class Vocabulary(WordLists):
    """Word lists of one language, and what they say of words."""

    def content(self, folded: Iterable[str]) -> tuple[str, ...]:
        """Return the stems of the words that are not grammar; figures stay as they are."""
        kept = (w for w in folded if w not in self.stop and (len(w) > 1 or w.isdigit()))
        return tuple(w if w[0].isdigit() else self._stem(w) for w in kept)

    def terms(self, folded: Iterable[str]) -> dict[str, str]:
        """Return what the words say, each with the word that says it first.

        Terms are stems, and words that say the same share one; figures are left to
        whoever reads quantities.
        """
        found: dict[str, str] = {}
        for term, word, _ in self.told_in(tuple(folded)):
            found.setdefault(term, word)
        return found

    def told_in(self, folded: Sequence[str]) -> Iterator[tuple[str, str, int]]:
        """Yield each term of a text with the word that says it and its place among the words.

        A phrase that says what a word says ("au courant", "savoir") is its term.
        """
        known, phrases = self._term_of, self.synonyms.phrases
        past = 0
        for place, word in enumerate(folded):
            if place < past:
                continue
            if word in phrases and (phrase := self.synonyms.phrase_at(folded, place)):
                length, term = phrase
                past = place + length
                if term:
                    yield term, " ".join(folded[place:past]), place
                continue
            # Words of a pile repeat: each is looked up once.
            if word in known:
                told = known[word]
            else:
                told = self._find_term(word)
                if len(known) < _MOST_STEMS:
                    known[word] = told
            if told is not None:
                yield told, word, place

    def with_states(self, folded: Sequence[str]) -> tuple[str, ...]:
        """Return the words of a name, each adjective or name of a state as the state's term.

        What governs may be called by where it sits: "le gouvernement de Nicosie".
        """
        found: list[str] = []
        seats = {} if self.governing.isdisjoint(folded) else self.capitals
        states = self.synonyms.states
        past = 0
        for place, word in enumerate(folded):
            if place < past:
                continue
            phrases = (tuple(folded[place : place + n]) for n in range(_LONGEST_STATE, 0, -1))
            name = next((phrase for phrase in phrases if phrase in states), (word,))
            past = place + len(name)
            found.append(states.get(name) or seats.get(word, word))
        return tuple(found)

    @cached_property
    def _term_of(self) -> dict[str, str | None]:
        return {}

    def _find_term(self, word: str) -> str | None:
        """Return what a word says; None for a figure, or a word of grammar."""
        stems = () if word[0].isdigit() else self.content((word,))
        return self.synonyms.of(word, stems[0]) if stems else None

    @cached_property
    def asking(self) -> frozenset[str]:
        """Terms for asking for what is not decided."""
        return frozenset(self.terms(sorted(self.asks)))

    @cached_property
    def beside_count(self) -> frozenset[str]:
        """Terms beside a figure that say nothing of what it counts."""
        return frozenset(self.terms(sorted(self.beside_counts)))

    @cached_property
    def number_of(self) -> frozenset[str]:
        """Terms for how many or how much: "le nombre"."""
        return frozenset(self.terms(sorted(self.numbers_of)))

    @cached_property
    def packed(self) -> frozenset[str]:
        """Terms for goods that tell nothing of their kind: "cargaison"."""
        return frozenset(self.terms(sorted(self.goods)))

    @cached_property
    def counting(self) -> frozenset[str]:
        """Terms for a count that can be replaced."""
        return frozenset(self.terms(sorted(self.counts)))

    @cached_property
    def refusing(self) -> frozenset[str]:
        """Terms for not doing what is asked."""
        return frozenset(self.terms(sorted(self.refuses)))

    @cached_property
    def weighing(self) -> frozenset[str]:
        """Terms for what a thing is worth, not whether there is such a thing."""
        return frozenset(self.terms(sorted(self.weighs)))

    @cached_property
    def inquiring(self) -> frozenset[str]:
        """Terms for looking into what somebody may have done."""
        return frozenset(self.terms(sorted(self.inquiries)))

    @cached_property
    def unspecific(self) -> frozenset[str]:
        """Terms that tell of things how they are counted, not what they are."""
        return frozenset(self.terms(sorted(self.vague)))

    @cached_property
    def single(self) -> frozenset[str]:
        """Terms for what a thing has but one of."""
        return frozenset(self.terms(sorted(self.one_only)))

    def charges(self, folded: Sequence[str], but: Collection[str] = ()) -> bool:
        """Tell whether a text charges somebody with something.

        Args:
            folded: Its words.
            but: Terms that don't count.
        """
        terms, phrases = self._charging
        return not terms.isdisjoint(self.terms(folded).keys() - but) or bool(
            phrase_in(folded, phrases)
        )

    @cached_property
    def _charging(self) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
        single = sorted(phrase[0] for phrase in self.accusing if len(phrase) == 1)
        return frozenset(self.terms(single)), tuple(p for p in self.accusing if len(p) > 1)

    @cached_property
    def sweeping(self) -> frozenset[str]:
        """Terms for what is denied without a word of the charge."""
        return frozenset(self.terms(sorted(self.blanket)))

    def takes_back(self, folded: Sequence[str]) -> bool:
        """Tell whether a text says that somebody takes back what he said."""
        return bool(phrase_in(folded, self.taking_back))

    def admits(self, folded: Sequence[str]) -> bool:
        """Tell whether a text says that somebody admits something."""
        return bool(phrase_in(folded, self.admitting))

    @cached_property
    def with_opposites(self) -> frozenset[str]:
        """Terms that others are the opposite of: "favorable" of "défavorable"."""
        return frozenset(self.synonyms.opposites.values())

    @cached_property
    def untrue(self) -> frozenset[str]:
        """Terms that verdicts are the opposite of: "authentique" of "faux"."""
        opposites = self.synonyms.opposites
        return frozenset(opposites[t] for t in self.terms(sorted(self.verdicts)) if t in opposites)

    def _stem(self, word: str) -> str:
        key = (id(self.stemmer), word)
        if (stem := _STEMS.get(key)) is None:
            stem = self.stemmer.stemWord(word) if self.stemmer else word
            if len(_STEMS) < _MOST_STEMS:
                _STEMS[key] = stem
        return stem


def phrase_in(folded: Sequence[str], phrases: Iterable[tuple[str, ...]]) -> str:
    """Return the first of some phrases that stands in a text, as words; empty if none does.

    Args:
        folded: The words of the text.
        phrases: The words of each phrase.
    """
    text = f" {' '.join(folded)} "
    found = (" ".join(phrase) for phrase in phrases)
    return next((phrase for phrase in found if f" {phrase} " in text), "")


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language; an empty one where no pack reads it.

    Args:
        language: ISO 639-1 code.
    """
    return Vocabulary.of(language)
