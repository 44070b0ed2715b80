"""Events: typed happenings, the words that evoke them, who plays what part, where they stand.

Each word is looked up once by its lemma; only words that a list knows are looked at
further. Types and roles are the ontology's, the words a language's own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from recoupe.extraction.attribution.beside.answered import is_answer
from recoupe.extraction.attribution.found import Attribution
from recoupe.extraction.claimers import Claimers
from recoupe.extraction.events.candidates import Candidate, candidates_in, joined_within
from recoupe.extraction.events.circumstances import Told, completed
from recoupe.extraction.events.fillers import Fillers
from recoupe.extraction.events.intents import Intents
from recoupe.extraction.events.joining import Joining, load_joining
from recoupe.extraction.events.kinds import Things
from recoupe.extraction.events.lexicon import Entry, load_triggers
from recoupe.extraction.events.pronouns import Pronouns
from recoupe.extraction.events.roles.arguments import of_verb
from recoupe.extraction.events.roles.filling import Filled, fill
from recoupe.extraction.events.roles.noun_arguments import of_noun
from recoupe.extraction.events.roles.plans import plan_before
from recoupe.extraction.events.roles.voice import is_infinitive
from recoupe.extraction.events.status.judging import Statuses
from recoupe.extraction.events.status.words import load_status
from recoupe.extraction.factuality.lexicon import load_words
from recoupe.extraction.factuality.mood import is_compound
from recoupe.extraction.factuality.negation import negation_of
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.language import Pack
from recoupe.model import Event, Mention, Reason, Span
from recoupe.model.statement import EventStatus
from recoupe.ontology import event_types

__all__ = ["find_events"]

_OBJECTS = frozenset(("obj", "nsubj:pass"))


def find_events(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    times: Iterable[Span],
    money: Iterable[Span],
    claimers: Claimers,
    pack: Pack,
) -> tuple[Event, ...]:
    """Return the events that a report tells of, in order of their triggers.

    Args:
        text: The document's stored text.
        sentences: Its parsed sentences.
        mentions: Its named things.
        attributions: Who says what in it: a denial is told from an account.
        times: Spans of its expressions of time.
        money: Spans of its sums of money.
        claimers: Resolves who is meant.
        pack: The pack of its language.
    """
    things = Things(mentions, times, money, pack)
    joining = load_joining(pack)
    pronouns = Pronouns(sentences, attributions, claimers, things, joining)
    fillers = Fillers(text, claimers, pronouns, things)
    statuses = Statuses(pack, joining)
    intents = Intents(text, attributions, claimers, statuses, joining, things, pack)
    finder = _Finder(attributions, things, fillers, statuses, joining, pack)
    found: list[Event] = []
    for sentence in sentences:
        found.extend(finder.in_sentence(sentence))
        found.extend(intents.in_sentence(sentence))
    return tuple(sorted(found, key=lambda event: event.trigger))


class _Finder:
    """Finds the events of one report."""

    def __init__(
        self,
        attributions: Sequence[Attribution],
        things: Things,
        fillers: Fillers,
        statuses: Statuses,
        joining: Joining,
        pack: Pack,
    ) -> None:
        self._lexicon = load_triggers(pack)
        self._joining = joining
        self._things = things
        self._fillers = fillers
        self._statuses = statuses
        self._planned = load_status(pack).nouns
        # A denial that is itself denied ("n'exclut pas") is none; one that answers denies
        # what stands as it was for him who said it.
        words = load_words(pack)
        self._denials = [
            a
            for a in attributions
            if a.denies
            and not is_answer(a)
            and a.root is not None
            and (a.cue_token is None or negation_of(a.cue_token, words) is None)
        ]

    def in_sentence(self, sentence: Sentence) -> Iterator[Event]:
        """Yield the events of one sentence, in order of their triggers."""
        held: set[int] = set()
        told: dict[int, str] = {}
        found: list[Told] = []
        causes: dict[int, Sequence[Token]] = {}
        for candidate in candidates_in(sentence, self._lexicon, self._joining):
            if candidate.word.i in held:
                # A word within a phrase that has told of its event.
                continue
            read = self._event(candidate, sentence)
            if read is not None and not _told_by_verb(candidate, read[0], told):
                event, causes[candidate.word.i] = read
                told[candidate.word.i] = event.type
                held.update(i for met in candidate.met for i in met.held)
                found.append((candidate.word, event))
        yield from completed(found, causes, self._joining)

    def _event(
        self, candidate: Candidate, sentence: Sentence
    ) -> tuple[Event, Sequence[Token]] | None:
        """Return the event that a word tells of, with the heads of what caused it."""
        word = candidate.word
        arguments, voice = (
            of_verb(word, self._joining)
            if candidate.verbal
            else (of_noun(word, self._joining), None)
        )
        readings: list[Filled] = []
        for met in candidate.met:
            around = arguments
            if met.held:
                hung = joined_within(met, word, self._joining)
                around = replace(arguments, joined=[*arguments.joined, *hung])
            reading = fill(met, around, voice, sentence, self._things, self._joining)
            if reading is not None:
                readings.append(reading)
        best = _fullest(readings)
        if best is None:
            return None
        event_type = event_types()[best.trigger.type]
        judge = self._statuses.of_verb if candidate.verbal else self._statuses.of_noun
        status, reasons, above = judge(word, sentence, lasting=event_type.aspect == "lasting")
        place = sentence.span_of([best.shown])
        if status == "done" and candidate.verbal:
            # "a critiqué la décision de Paris de livrer", wherever the parse hangs it
            plan = plan_before(word, self._joining) if is_infinitive(word) else None
            if plan is not None and plan.lemma_.lower() not in self._joining.charges:
                status = self._planned.get(plan.lemma_.lower(), "considered")
                reasons = (
                    *reasons,
                    Reason(rule="status-by-noun", span=sentence.span_of([plan])),
                )
        if status not in {"refused", "denied"}:
            weighed = {reason.span for reason in reasons}
            for denial in self._denials:
                if (
                    denial.cue not in weighed
                    and denial.content.covers(place)
                    and denial.root in above
                ):
                    status = "denied"
                    reasons = (*reasons, Reason(rule="denial", span=denial.cue))
                    break
        told = _by_word(best.trigger.entry, status, word)
        if told is None:
            return None
        roles = {}
        taken = frozenset(head.i for heads in best.roles.values() for head in heads)
        for role, played in event_type.roles.items():
            heads = best.roles.get(role, ())
            others = taken.difference(head.i for head in heads)
            found = [self._fillers.role(head, sentence, played.fillers, others) for head in heads]
            named = tuple(dict.fromkeys(f for f in found if f is not None))
            if named:
                roles[role] = named
        event = Event(
            type=best.trigger.type, status=told, trigger=place, roles=roles, reasons=reasons
        )
        return event, best.roles.get("cause", ())


def _by_word(entry: Entry, status: EventStatus, word: Token) -> EventStatus | None:
    """Return where an event stands given its word's own status, None where there is none."""
    if entry.status == "refused":
        # "n'exclut pas de vendre" states no intent.
        return None if status in {"refused", "denied"} else "refused"
    if status == "denied" and entry.negated is not None and not is_compound(word):
        return entry.negated
    # "a annoncé son intention de": it is announced, and no more agreed to than before.
    own = {"done", "agreed"} if entry.status == "considered" and word.pos_ == "NOUN" else {"done"}
    return entry.status if status in own and entry.status is not None else status


def _told_by_verb(candidate: Candidate, event: Event, told: dict[int, str]) -> bool:
    """Tell "verser une indemnité", of which the verb has told already."""
    word = candidate.word
    return not candidate.verbal and word.dep_ in _OBJECTS and told.get(word.head.i) == event.type


def _fullest(readings: Sequence[Filled]) -> Filled | None:
    """Return the reading with most of its roles filled; a phrase before a word."""
    if not readings:
        return None
    types = event_types()
    held = {reading.trigger.type for reading in readings}
    left = [r for r in readings if held.isdisjoint(types[r.trigger.type].yields_to)]
    return max(left or readings, key=lambda r: (len(r.trigger.behind), r.told))
