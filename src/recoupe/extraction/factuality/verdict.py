"""A factuality value in the making, and the words that the pack decides it by."""

import re
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from recoupe.extraction.parsed import Sentence
from recoupe.language import Pack
from recoupe.model import Factuality, Reason

_LEVELS = ("PS", "PR", "CT")


@dataclass(slots=True)
class Verdict:
    """Certainty and polarity as they stand, with the reasons so far.

    Every step lowers certainty or turns polarity; none raises certainty.
    """

    level: int = 2
    negative: bool = False
    open: bool = False
    reasons: list[Reason] = field(default_factory=list)

    def lower(self, value: Factuality, reason: Reason) -> None:
        """Take a value into account: the lower certainty holds, a denial turns polarity."""
        if value is Factuality.UNDERSPECIFIED:
            self.open = True
        else:
            self.level = min(self.level, _LEVELS.index(value.value[:2]))
            self.negative ^= value.denied
        self.reasons.append(reason)

    @property
    def value(self) -> Factuality:
        """The value as it stands."""
        if self.open:
            return Factuality.UNDERSPECIFIED
        return Factuality(_LEVELS[self.level] + ("-" if self.negative else "+"))


@dataclass(frozen=True, slots=True)
class Words:
    """The pack's words that lower certainty or turn polarity.

    Attributes:
        ne: Forms of the clitic that goes with negation.
        particles: Words that negate with it.
        determiners: Words that negate from within a noun phrase ("aucun").
        conditional: Pattern of the forms that are in the conditional.
        imperative: Pattern of a first word that orders or asks.
        modals: Verb lemma to the value of what it governs.
        linking: Modal verbs that also take an adjective ("semble touché").
        duty: Modals that tell a duty in the present and likelihood otherwise.
        intention: Verb lemmas whose complement is planned, wished for or offered.
        performative: Verb lemmas whose complement is open in the present tense only.
        not_excluded: Lower-case double negations that leave something possible.
        considering: The same for verbs whose object is a noun ("étudie l'achat").
        intention_phrases: Lower-case phrases that do the same.
        adverbs: Lower-case adverb to value.
        phrases: Lower-case phrase to value, in order of precedence.
        conditions: Words and phrases that open a condition.
        schedule: Words of time that make a duty a schedule.
    """

    ne: frozenset[str]
    particles: frozenset[str]
    determiners: frozenset[str]
    conditional: re.Pattern[str]
    imperative: re.Pattern[str]
    modals: dict[str, Factuality]
    linking: frozenset[str]
    duty: frozenset[str]
    intention: frozenset[str]
    performative: frozenset[str]
    not_excluded: tuple[str, ...]
    considering: frozenset[str]
    intention_phrases: tuple[str, ...]
    adverbs: dict[str, Factuality]
    phrases: tuple[tuple[Factuality, str], ...]
    conditions: tuple[str, ...]
    schedule: frozenset[str]


@cache
def load_words(pack: Pack) -> Words:
    """Return the pack's words of factuality, compiled once."""
    words = pack.words("factuality")
    negation = words["negation"]

    def plain(phrase: str) -> str:
        return phrase.replace("_", " ").replace("’", "'")

    def reflexive(lemma: str) -> str:
        return lemma.replace("s'", "se_")

    return Words(
        ne=frozenset(negation["ne"]),
        particles=frozenset(negation["particles"]),
        determiners=frozenset(negation["determiners"]),
        conditional=re.compile(words["conditional"]),
        imperative=re.compile(words["imperative"]),
        modals={lemma: Factuality(value) for lemma, value in words["modals"].items()},
        linking=frozenset(words["linking"]),
        duty=frozenset(words["duty"]),
        intention=frozenset(reflexive(lemma) for lemma in words["intention"]),
        performative=frozenset(words["performative"]),
        not_excluded=tuple(plain(p) for p in words["not_excluded"]),
        considering=frozenset(words["considering"]),
        intention_phrases=tuple(plain(p) for p in words["intention_phrases"]),
        adverbs={
            plain(adverb): Factuality(value)
            for value, adverbs in words["adverbs"].items()
            for adverb in adverbs
        },
        phrases=tuple(
            (Factuality(value), plain(phrase))
            for value, phrases in words["phrases"].items()
            for phrase in phrases
        ),
        conditions=tuple(plain(p) for p in words["conditions"]),
        schedule=frozenset(words["schedule"]),
    )


def reason(rule: str, sentence: Sentence, *tokens: Token) -> Reason:
    """Return a reason that rests on tokens of a sentence."""
    return Reason(rule=rule, words=" ".join(t.text for t in tokens), span=sentence.span_of(tokens))
