"""Which words of a language tell what a text is about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import snowballstemmer

from recoupe.compare.texts import plain, words
from recoupe.language.pack import codes, get_pack
from recoupe.linking.terms.synonyms import NONE, Synonyms, synonyms

_LONGEST_STATE = 4
"""Words of the longest name of a state: "République démocratique du Congo"."""


@dataclass(frozen=True)
class Vocabulary:
    """Word lists of one language, folded, and its stemmer.

    Attributes:
        stop: Words of grammar, no matter of a proposition.
        negating: Those of them that do nothing but negate (not "pas", that may be a noun).
        privative: Those that deny the next word that tells ("sans visite").
        verbal: Those that deny a verb and what follows it.
        negations: Those that make a negation of one that goes before ("ne ... pas").
        only: What makes it "only" instead ("ne ... que").
        expletive: What stands before such a word where the negation denies nothing ("avant que").
        relative: Words that begin a clause about a thing just named.
        further: Words before a source that is not the one just told of.
        governing: Nouns for what speaks for a state as its name does.
        outlets: Articles, and words for kinds of outlet that may stand before its name.
        leading: Articles and titles, no part of a name that they begin.
        press: What an agency is of, before its name ("agence de presse").
        bylines: What stands before the name of who wrote a report.
        told: Nouns for what another said, without saying what; singular.
        verdicts: Words that call it untrue; singular.
        papers: Nouns for what tells something and may be a fake; singular.
        asks: Words for asking for what is not decided.
        refuses: Words for not doing what is asked.
        first_person: Words by which one person speaks of oneself.
        pointing: Determiners that point back ("une telle lettre").
        demonstrative: Those that point at what was just said.
        having: Infinitives before a participle: "avoir vendu".
        accusing: Words by which somebody is charged with something.
        blanket: Words for what is denied without a word of the charge.
        numerals: Number words from three on, each with its figure.
        taking_back: Words, and phrases, for taking back what one said before.
        admitting: Those for saying that what one would rather not say is so.
        formerly: Those that tell that what follows was said first.
        henceforth: Those that tell that it is said now.
        replaced: Those beside a figure that another has replaced.
        counts: Words for a count that can be replaced.
        earlier: Words before what came first, told second.
        one_only: Words for what a thing has but one of, such as a destination.
        capitals: Capitals of one word that speak for one state, with its term.
        synonyms: Words that say the same, and words that say the opposite.
        stemmer: Snowball stemmer, or None for a language without one.
    """

    stop: frozenset[str] = frozenset()
    negating: frozenset[str] = frozenset()
    privative: frozenset[str] = frozenset()
    verbal: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    expletive: frozenset[str] = frozenset()
    relative: frozenset[str] = frozenset()
    further: frozenset[str] = frozenset()
    governing: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    press: frozenset[str] = frozenset()
    bylines: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    refuses: frozenset[str] = frozenset()
    first_person: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    demonstrative: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    accusing: tuple[tuple[str, ...], ...] = ()
    blanket: frozenset[str] = frozenset()
    numerals: Mapping[str, str] = field(default_factory=dict)
    taking_back: tuple[tuple[str, ...], ...] = ()
    admitting: tuple[tuple[str, ...], ...] = ()
    formerly: tuple[tuple[str, ...], ...] = ()
    henceforth: tuple[tuple[str, ...], ...] = ()
    replaced: tuple[tuple[str, ...], ...] = ()
    counts: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    one_only: frozenset[str] = frozenset()
    capitals: Mapping[str, str] = field(default_factory=dict)
    synonyms: Synonyms = NONE
    stemmer: Any = None

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
    def counting(self) -> frozenset[str]:
        """Terms for a count that can be replaced."""
        return frozenset(self.terms(sorted(self.counts)))

    @cached_property
    def refusing(self) -> frozenset[str]:
        """Terms for not doing what is asked."""
        return frozenset(self.terms(sorted(self.refuses)))

    @cached_property
    def single(self) -> frozenset[str]:
        """Terms for what a thing has but one of."""
        return frozenset(self.terms(sorted(self.one_only)))

    def charges(self, folded: Sequence[str]) -> bool:
        """Tell whether a text charges somebody with something."""
        terms, phrases = self._charging
        return not terms.isdisjoint(self.terms(folded)) or bool(phrase_in(folded, phrases))

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


def _phrases(language: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each phrase of a list."""
    return tuple(words(phrase).folded for phrase in get_pack(language).words("synonyms")[name])


def _numerals(numbers: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """Return simple number words with their figures; one and two are words of grammar."""
    simple = (numbers["units"], numbers["teens"], numbers["tens"])
    return {plain(w): str(value) for words in simple for w, value in words.items() if value > 2}


def _named_states(language: str) -> list[list[str]]:
    """Return for each state its adjective, with the forms that no ending gives, and its names."""
    endings = get_pack(language).words("synonyms")["endings"][""]
    return [
        [
            *(state["adjective"] + ending for ending in (*endings, "ne", "nes")),
            *state.get("forms", []),
            state["name"],
            *state.get("with", []),
        ]
        for state in get_pack(language).words("states")["states"].values()
    ]


def _capitals(language: str) -> dict[str, str]:
    """Return the capitals of one word, each with the term of the one state that it speaks for."""
    return {
        plain(state["capital"]): plain(state["adjective"])
        for state in get_pack(language).words("states")["states"].values()
        if state.get("capital", "").isalpha() and state["capital"] not in state.get("shared", ())
    }


# Words of a pile repeat, so the endings of each are cut once.
_STEMS: dict[tuple[int, str], str] = {}
_MOST_STEMS = 500_000


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language; an empty one where no pack reads it.

    Args:
        language: ISO 639-1 code.
    """
    if language not in codes():
        return Vocabulary()
    lists = get_pack(language).words("stopwords")
    articles = frozenset(lists["articles"])
    stemmer = snowballstemmer.stemmer(lists["stemmer"])
    return Vocabulary(
        stop=frozenset(word for line in lists["words"] for word in line),
        negating=frozenset(lists["negating"]),
        privative=frozenset(lists["privative"]),
        verbal=frozenset(lists["verbal"]),
        negations=frozenset(lists["negations"]),
        only=frozenset(lists["only"]),
        expletive=frozenset(lists["expletive"]),
        relative=frozenset(lists["relative"]),
        further=frozenset(lists["further"]),
        governing=frozenset(lists["governing"]),
        outlets=articles | frozenset(lists["outlets"]),
        leading=articles | frozenset(lists["titles"]),
        press=frozenset(lists["press"]),
        bylines=frozenset(lists["bylines"]),
        told=frozenset(plain(word) for line in lists["told"] for word in line),
        verdicts=frozenset(plain(word) for line in lists["verdicts"] for word in line),
        papers=frozenset(map(plain, lists["papers"])),
        asks=frozenset(plain(word) for word in lists["asks"]),
        refuses=frozenset(plain(word) for word in lists["refuses"]),
        first_person=frozenset(lists["first_person"]),
        pointing=frozenset(lists["pointing"]),
        demonstrative=frozenset(lists["demonstrative"]),
        having=frozenset(lists["having"]),
        accusing=_phrases(language, "accusing"),
        blanket=frozenset(plain(word) for word in get_pack(language).words("synonyms")["blanket"]),
        numerals=_numerals(get_pack(language).words("numbers")),
        taking_back=_phrases(language, "turning"),
        admitting=_phrases(language, "admitting"),
        formerly=_phrases(language, "formerly"),
        henceforth=_phrases(language, "henceforth"),
        replaced=_phrases(language, "replaced"),
        counts=frozenset(plain(word) for word in get_pack(language).words("synonyms")["count"]),
        earlier=frozenset(lists["earlier"]),
        one_only=frozenset(
            plain(word) for line in get_pack(language).words("synonyms")["single"] for word in line
        ),
        capitals=_capitals(language),
        synonyms=synonyms(
            get_pack(language).words("synonyms"), stemmer.stemWord, _named_states(language)
        ),
        stemmer=stemmer,
    )
