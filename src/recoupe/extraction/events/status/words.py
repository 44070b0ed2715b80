"""A language's words that say where an event stands, compiled for look-up."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.extraction.events.lexicon import REFLEXIVE, listed_words
from recoupe.language import Pack
from recoupe.model.statement import EventStatus

_BY_NAME: tuple[EventStatus, ...] = (
    "considered", "sought", "agreed", "begun", "done", "refused", "denied", "unknown",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatusWords:
    """A language's words that say where an event stands.

    Attributes:
        verbs: Verb to the status of what it governs as a clause or infinitive.
        before_infinitives: Those of the verbs that say nothing of a clause.
        over_nouns: Verb to the status of the noun for an event that is its object.
        nouns: Noun to the status of what stands behind its "de".
        adjectives: Adjective to the status of the noun it describes.
        before: Preposition to the status of the noun behind it.
        denying: Determiners that deny.
        neither: Conjunctions that deny each word they stand before.
        without: Prepositions that deny.
        happening: Verbs whose own tense is that of the noun for an event they are about.
        reaching: Verbs whose own clause tells where the event stands that they lead to.
        conditions: Conjunctions of condition.
        purposes: Prepositions before an infinitive that is only aimed at.
        condition_phrases: What makes "que" a condition.
        open_when_negated: Verbs that leave possible what they govern when negated.
        condition_pronouns: What makes "au cas" a condition.
        carried: Noun to the status of the event behind "à" whose verb has it for an object.
        answering: Words for those who answer for a body or a state when they say what it will do.
        proving: Words that deny what they govern when negated.
        asked: Words that open a question about a part of what is taken for granted.
        shown: Pronouns by which a clause points at who did it ("c'est lui qui").
        claims: Nouns for what is only said.
        rejecting: Verbs that deny what such a noun says.
        claiming: Verbs by which somebody takes what happened on themselves.
        ceasing: Verbs for an end, which negated tell of what goes on.
        outside: Words that negate the noun behind: "hors de question".
        seeming: Verbs behind which stands what is said of their subject.
        containing: Verbs whose conditional tells what is in a thing, not whether it is.
        about: Verbs whose participle tells what an accord or a plan is about.
        realised: Verbs whose past tells that what they govern happened: "a dû partir".
        with_be: Verbs whose past is made with "être".
        instead: What stands before an infinitive that has not happened.
        first: Prepositions before what happened if what is told beside it did.
        until: Prepositions before the day up to which something will not have happened.
        future_stem: What an infinitive ends with that is the stem of a future.
        future_stems: Stems of futures that no infinitive begins.
        future_endings: What an infinitive without its last letter takes in the future.
    """

    verbs: Mapping[str, EventStatus]
    before_infinitives: frozenset[str]
    over_nouns: Mapping[str, EventStatus]
    nouns: Mapping[str, EventStatus]
    adjectives: Mapping[str, EventStatus]
    before: Mapping[str, EventStatus]
    denying: frozenset[str]
    neither: frozenset[str]
    without: frozenset[str]
    happening: frozenset[str]
    reaching: frozenset[str]
    conditions: frozenset[str]
    purposes: frozenset[str]
    condition_phrases: tuple[str, ...]
    open_when_negated: frozenset[str]
    condition_pronouns: frozenset[str]
    carried: Mapping[str, EventStatus]
    answering: frozenset[str]
    proving: frozenset[str]
    asked: frozenset[str]
    shown: frozenset[str]
    claims: frozenset[str]
    rejecting: frozenset[str]
    claiming: frozenset[str]
    ceasing: frozenset[str]
    outside: frozenset[str]
    seeming: frozenset[str]
    containing: frozenset[str]
    about: frozenset[str]
    realised: frozenset[str]
    with_be: frozenset[str]
    instead: tuple[str, ...]
    first: frozenset[str]
    until: frozenset[str]
    future_stems: frozenset[str]
    future_endings: tuple[str, ...]
    future_stem: str


@cache
def load_status(pack: Pack) -> StatusWords:
    """Return the pack's words that say where an event stands, compiled once."""
    told = pack.words("event_status")

    def table(name: str) -> dict[str, EventStatus]:
        found: dict[str, EventStatus] = {}
        for status in _BY_NAME:
            listed = told[name].get(status, ())
            for word in listed_words(listed):
                found.setdefault(_key(word), status)
        return found

    return StatusWords(
        verbs=table("verbs"),
        before_infinitives=frozenset(told["before_infinitives"].split()),
        over_nouns=table("over_nouns"),
        nouns=table("nouns"),
        adjectives=table("adjectives"),
        before=table("prepositions"),
        denying=frozenset((*told["denying_determiners"], *told["neither"])),
        neither=frozenset(told["neither"]),
        without=frozenset(told["without"]),
        happening=frozenset(told["happening"]),
        reaching=frozenset(_key(word) for word in told["reaching"]),
        conditions=frozenset(told["conditions"]),
        purposes=frozenset(told["purposes"]),
        condition_phrases=tuple(told["condition_phrases"]),
        open_when_negated=frozenset(told["open_when_negated"]),
        condition_pronouns=frozenset(told["condition_pronouns"]),
        carried=table("carried"),
        answering=frozenset(listed_words(told["answering"])),
        proving=frozenset(listed_words(told["proving"])),
        asked=frozenset(told["asked"]),
        shown=frozenset(told["shown"]),
        claims=frozenset(told["claims"].split()),
        claiming=frozenset(told["claiming"]),
        ceasing=frozenset(told["ceasing"]),
        outside=frozenset(told["outside"]),
        seeming=frozenset(told["seeming"]),
        containing=frozenset(told["containing"]),
        about=frozenset(told["about"]),
        realised=frozenset(told["realised"]),
        with_be=frozenset(told["with_be"].split()),
        instead=tuple(told["instead"]),
        first=frozenset(told["first"]),
        until=frozenset(told["until"]),
        future_stems=frozenset(told["future_stems"].split()),
        rejecting=frozenset(told["rejecting"]),
        future_endings=tuple(told["future_endings"]),
        future_stem=told["future_stem"],
    )


def _key(word: str) -> str:
    return word.replace("s'", REFLEXIVE) if word.startswith("s'") else word
