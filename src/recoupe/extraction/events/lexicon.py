"""The words that tell of events, compiled for look-up by lemma."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import Field, ValidationError

from recoupe.errors import DataError
from recoupe.language import Pack
from recoupe.model.base import Record
from recoupe.model.statement import EventStatus
from recoupe.ontology import event_types, kinds

REFLEXIVE = "se_"
#: Stands before the word of a phrase that evokes its event most plainly.
SHOWN = "*"

Kinds = Mapping[str, frozenset[str]]


def listed_words(told: str | Sequence[str]) -> Sequence[str]:
    """Return the words of a list as a pack's file writes it: one string of them, or several."""
    return told.split() if isinstance(told, str) else told


class Entry(Record):
    """Words of one type of event that behave alike, as a pack's file writes them.

    Attributes:
        words: Verbs, nouns or phrases; a pronominal verb with its "se". In a phrase, a star marks
            the word that is its trigger where that is not the first.
        frame: The roles that each slot of the grammar fills, or the name of a shared frame.
        needs: Roles that must be filled, each or one of several ("item|recipient").
        only: Kinds that what fills a slot must be one of.
        never: Kinds that it must not be.
        not_with: Words in a slot, or just behind, with which it tells of something else.
        not_after: Words right behind which it tells of something else.
        with_object: Words one of which must be its object, or stand behind "de".
        with_words: Words one of which must stand just behind.
        carried_by: Verbs one of which must govern a noun.
        not_carried_by: Verbs none of which may govern it.
        of: For a noun, which parts "de" names, the likelier first.
        reflexive: What "se" makes of a verb: nothing told of here, or a passive.
        number: The number in which a noun tells of its event.
        infinitive: Whether it may govern an infinitive and still tell of its event.
        status: Where the event stands by the word alone, where it did happen.
        negated: Where it stands if the word is negated in the present: "n'envisage pas de".
    """

    words: tuple[str, ...] = Field(min_length=1)
    frame: str | dict[str, tuple[str, ...]]
    needs: tuple[str, ...] = ()
    only: dict[str, tuple[str, ...]] = {}
    never: dict[str, tuple[str, ...]] = {}
    not_with: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    with_object: tuple[str, ...] = ()
    with_words: tuple[str, ...] = ()
    carried_by: tuple[str, ...] = ()
    not_carried_by: tuple[str, ...] = ()
    of: tuple[Literal["subject", "object"], ...] = ("object", "subject")
    reflexive: Literal["never", "passive"] = "never"
    number: Literal["any", "singular", "plural"] = "any"
    infinitive: Literal["free", "never"] = "free"
    status: EventStatus | None = None
    negated: EventStatus | None = None


class TypeWords(Record):
    """A pack's file for one type of event.

    Attributes:
        frames: Frames that several words share, by name.
        verbs, nouns, phrases: The words.
    """

    frames: dict[str, dict[str, tuple[str, ...]]] = {}
    verbs: tuple[Entry, ...] = ()
    nouns: tuple[Entry, ...] = ()
    phrases: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Trigger:
    """One word, or phrase, that tells of events of one type.

    Attributes:
        type: The type of event.
        word: Lemma of the word that is looked up; the first of a phrase.
        behind: The further words of a phrase, in order.
        verbal: Whether it is a verb, or a phrase that begins with one.
        pronominal: Whether it is itself only with "se" before it.
        frame: Slot to roles, in order of precedence.
        entry: What else is asked of its surroundings.
        needs: Sets of roles, of each of which one must be filled.
        only: Slot to kinds, one of which what fills it must be.
        never: Slot to kinds that it must not be.
        not_with: Words with which it tells of something else.
    """

    type: str
    word: str
    behind: tuple[str, ...]
    verbal: bool
    pronominal: bool
    frame: tuple[tuple[str, tuple[str, ...]], ...]
    entry: Entry
    needs: tuple[frozenset[str], ...]
    only: Kinds
    never: Kinds
    not_with: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All triggers of a language.

    Attributes:
        verbs: Lemma of a verb to what it may tell of, phrases first.
        nouns: The same for nouns.
        forms: Form of a verb to its lemma, where the lemmatiser does not know it.
        types: What may be told of, sorted.
    """

    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, tuple[Trigger, ...]]
    forms: Mapping[str, str]

    def coverage(self) -> dict[str, int]:
        """Return how many words and phrases tell of each type of event."""
        count = dict.fromkeys(event_types(), 0)
        for table in (self.verbs, self.nouns):
            for triggers in table.values():
                for trigger in triggers:
                    count[trigger.type] += 1
        return count


@cache
def load_triggers(pack: Pack) -> Lexicon:
    """Return the pack's words for events, checked and compiled once.

    Raises:
        DataError: A file is malformed, or names a type, role or kind that there is not.
    """
    verbs: dict[str, list[Trigger]] = {}
    nouns: dict[str, list[Trigger]] = {}
    forms: dict[str, str] = {}
    for name, told in pack.triggers().items():
        try:
            words = TypeWords.model_validate(told)
            for trigger in _compiled(name, words):
                table = verbs if trigger.verbal else nouns
                table.setdefault(trigger.word, []).append(trigger)
        except (ValidationError, ValueError) as error:
            raise DataError(
                f"the words for '{name}' are malformed: {error}", "mend them"
            ) from error
    for lemma in sorted(verbs):
        for form in pack.verb_forms(lemma):
            forms.setdefault(form, lemma)
    return Lexicon(_sorted(verbs), _sorted(nouns), forms)


def _sorted(table: Mapping[str, list[Trigger]]) -> dict[str, tuple[Trigger, ...]]:
    return {
        word: tuple(sorted(found, key=lambda t: -len(t.behind))) for word, found in table.items()
    }


def _compiled(name: str, words: TypeWords) -> Iterator[Trigger]:
    if name not in event_types():
        raise ValueError(f"there is no type '{name}'")
    for entry in words.verbs:
        for word in entry.words:
            yield _trigger(name, word, (), True, entry, words)
    for entry in words.nouns:
        for word in entry.words:
            yield _trigger(name, word, (), False, entry, words)
    for entry in words.phrases:
        for phrase in entry.words:
            plain = phrase.replace("’", "'").replace("'", "' ").split()
            word, *behind = plain
            if word in {"se", "s'"}:
                word, behind = f"{REFLEXIVE}{behind[0]}", behind[1:]
            verbal = word.endswith(("er", "ir", "re"))
            yield _trigger(name, word, tuple(behind), verbal, entry, words)


def _trigger(
    name: str, word: str, behind: tuple[str, ...], verbal: bool, entry: Entry, words: TypeWords
) -> Trigger:
    if isinstance(entry.frame, str) and entry.frame not in words.frames:
        raise ValueError(f"'{word}' has a frame that there is not, '{entry.frame}'")
    frame = words.frames[entry.frame] if isinstance(entry.frame, str) else entry.frame
    roles = event_types()[name].roles
    needs = tuple(frozenset(need.split("|")) for need in entry.needs)
    named = {role for held in (*frame.values(), *needs) for role in held}
    if unknown := named - set(roles):
        raise ValueError(f"'{word}' names roles that there are not: {sorted(unknown)}")
    told = {kind for held in (*entry.only.values(), *entry.never.values()) for kind in held}
    if unknown := told - set(kinds()):
        raise ValueError(f"'{word}' names kinds that there are not: {sorted(unknown)}")
    lemma = word.replace("s'", REFLEXIVE) if word.startswith("s'") else word
    return Trigger(
        type=name,
        word=lemma.removeprefix(REFLEXIVE),
        behind=behind,
        verbal=verbal,
        pronominal=lemma.startswith(REFLEXIVE),
        frame=tuple((slot, tuple(held)) for slot, held in frame.items()),
        entry=entry,
        needs=needs,
        only={slot: frozenset(held) for slot, held in entry.only.items()},
        never={slot: frozenset(held) for slot, held in entry.never.items()},
        not_with=frozenset(entry.not_with),
    )
