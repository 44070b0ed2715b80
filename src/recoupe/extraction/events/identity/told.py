"""A report's events with what tells two mentions of one event from two events."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.compare.occasions import own_times
from recoupe.extraction.claimers.loading import load_lexicon
from recoupe.extraction.claimers.states import load_states
from recoupe.extraction.claimers.words import fold
from recoupe.extraction.events.identity.alike import Player, states_of, terms_of
from recoupe.extraction.events.identity.words import load_identity
from recoupe.extraction.events.kinds import load_things
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.language import Pack
from recoupe.model import Event, Quantity, Role, Span, TimeValue
from recoupe.ontology import event_types

# Letters by which a noun and its verb are one word: "arrestation", "arrêter" are none of these.
_STEM = 5
_PART = "most-of"
_STOPS = frozenset((".", "!", "?", "…", "»"))


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an event.

    Attributes:
        event: As read.
        place: Number of its sentence.
        sentence: The sentence.
        headline: It stands in the first paragraph read, before the others.
        noun: It is told by a noun, not a verb.
        bare: It is a noun that nothing near by says of whether it happened.
        plural: The noun is plural.
        several: What it befalls is several: "deux hommes ont été arrêtés".
        pointing: The noun points back: "cette attaque".
        definite: The noun is known: "l'attaque".
        another: It is said to be another, or anew.
        recurring: It tells of what recurs, or is many.
        habit: It tells of what somebody does again and again.
        specific: Its word has a family, and is none of its type's general words.
        general: Its word may be used of any event of its type: "l'incident".
        word: Its word's dictionary form.
        family: Family of its word, None for a general word or one without.
        players: Role to who and what fills it.
        times: Times that are its own.
        figures: Figures that count what it befalls.
    """

    event: Event
    place: int
    sentence: Sentence
    headline: bool
    noun: bool
    bare: bool
    plural: bool
    several: bool
    pointing: bool
    definite: bool
    another: bool
    recurring: bool
    habit: bool
    specific: bool
    general: bool
    word: str
    family: int | None
    players: Mapping[str, tuple[Player, ...]]
    times: tuple[TimeValue, ...]
    figures: tuple[Quantity, ...]

    def akin(self, other: "Mention") -> bool:
        """Tell whether two words can name one event: of a family, or with one stem."""
        return self.general or other.general or self.names(other)

    def names(self, other: "Mention") -> bool:
        """Tell whether two words name one event by themselves."""
        if self.family is not None and self.family == other.family:
            return True
        return self.shares_stem(other)

    def shares_stem(self, other: "Mention") -> bool:
        """Tell a noun and its verb: "suspension", "suspendre"."""
        return self.word[:_STEM] == other.word[:_STEM]


class Mentions:
    """Makes the mentions of one report.

    Args:
        sentences: Its parsed sentences, in order.
        times: Its times.
        quantities: Its figures.
        pack: The pack of its language.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        times: Iterable[TimeValue],
        quantities: Iterable[Quantity],
        pack: Pack,
    ) -> None:
        self._sentences = sentences
        self._starts = [s.span.start for s in sentences]
        self._times = tuple(times)
        self._quantities = tuple(quantities)
        self._words = load_identity(pack)
        self._kinds = load_things(pack).kinds
        self._people = load_lexicon(pack)
        self._states = load_states(pack)
        small = pack.words("stopwords")
        self._small = frozenset((*small["articles"], *small["titles"]))

    def of(self, events: Sequence[Event]) -> Iterator[Mention]:
        """Yield a mention for each event, in their order."""
        by_place: dict[int, list[Event]] = {}
        for event in events:
            by_place.setdefault(self._place(event.trigger), []).append(event)
        for place, held in by_place.items():
            span = self._sentences[place].span
            times = [t for t in self._times if span.covers(t.span)]
            figures = [q for q in self._quantities if span.covers(q.span)]
            triggers = [event.trigger for event in held]
            for event in held:
                others = [t for t in triggers if t != event.trigger]
                yield self._mention(event, place, own_times(event.trigger, others, times), figures)

    def _place(self, span: Span) -> int:
        return bisect_right(self._starts, span.start) - 1

    def _token(self, span: Span) -> Token:
        sentence = self._sentences[self._place(span)]
        at = span.start - sentence.offset
        return next((w for w in sentence.words if w.idx >= at), sentence.words[-1])

    def _mention(
        self,
        event: Event,
        place: int,
        times: tuple[TimeValue, ...],
        quantities: Sequence[Quantity],
    ) -> Mention:
        word = self._token(event.trigger)
        before = [c for c in word.children if c.i < word.i]
        beside = {c.lower_ for c in word.children}
        noun = word.pos_ == "NOUN" or (word.pos_ != "VERB" and any(c.dep_ == "det" for c in before))
        plural = (
            noun
            and "Plur" in word.morph.get("Number", ())
            and word.lower_ not in self._words.one_in_many
        )
        pointing = noun and any(c.lower_ in self._words.pointing for c in before)
        known = self._words.definite
        if event.status in {"denied", "unknown"}:
            # "conteste tout déversement": what was told of before.
            known |= self._words.denying
        definite = noun and any(
            c.lower_ in known or (c.dep_ == "case" and c.lower_ in self._words.contracted)
            for c in before
        )
        players = {
            role: tuple(self._player(filler) for filler in fillers)
            for role, fillers in event.roles.items()
        }
        lemma = fold(word.lemma_)
        family = self._family(event.type, word, lemma)
        general = lemma in self._words.general.get(event.type, ())
        lasting = event_types()[event.type].aspect == "lasting"
        habit = event.status == "begun" and not noun
        crowd = plural and not pointing and not times and not (definite and lasting)
        figures = tuple(q for q in quantities if self._counts(q, event))
        return Mention(
            event=event,
            place=place,
            sentence=self._sentences[place],
            headline=self._is_headline(self._sentences[place]),
            noun=noun,
            bare=noun and event.status == "done" and not event.reasons,
            plural=plural,
            several=any(p.plural for group in players.values() for p in group),
            pointing=pointing,
            definite=definite,
            another=not (self._words.another if noun else self._words.again).isdisjoint(beside),
            recurring=habit or (crowd and not figures),
            habit=habit,
            specific=family is not None and not general,
            general=general,
            word=lemma,
            family=None if general else family,
            players=players,
            times=times,
            figures=figures,
        )

    def _family(self, event_type: str, word: Token, lemma: str) -> int | None:
        """Return the family of a word, or of the noun of a phrase: "prendre feu"."""
        families = self._words.families
        found = families.get((event_type, lemma))
        if found is not None or word.pos_ == "NOUN":
            return found
        nouns = (fold(c.lemma_) for c in word.children if c.pos_ == "NOUN" and not c.children)
        return next((f for n in nouns if (f := families.get((event_type, n))) is not None), None)

    def _is_headline(self, sentence: Sentence) -> bool:
        return sentence.paragraph == 0 and sentence.words[-1].text not in _STOPS

    def _player(self, role: Role) -> Player:
        head = self._token(role.span)
        proper = role.name[:1].isupper() and (
            head.pos_ != "NOUN" or head.text != role.name[: len(head.text)]
        )
        before = {c.lower_ for c in head.children if c.dep_ in {"det", "case"}}
        known = self._words.definite | self._words.pointing
        terms = terms_of(role.name, self._small)
        return Player(
            name=role.name,
            head=head,
            proper=proper,
            terms=terms,
            state=states_of(role.name, self._states),
            kinds=frozenset() if proper or not terms else self._kinds_of(head, terms[0]),
            definite=not known.isdisjoint(before) or head.pos_ == "PRON",
            plural="Plur" in head.morph.get("Number", ()),
        )

    def _kinds_of(self, head: Token, term: str) -> frozenset[str]:
        if found := self._kinds.get(term):
            return found
        noun = self._people.noun(head)
        if self._people.is_person(noun):
            return frozenset(("person",))
        return frozenset(("body",)) if self._people.is_body(noun) else frozenset()

    def _counts(self, quantity: Quantity, event: Event) -> bool:
        if any(reason.rule == _PART for reason in quantity.reasons):
            return False
        if quantity.of is None:
            return any(quantity.span.overlaps(r.span) for f in event.roles.values() for r in f)
        if quantity.of.overlaps(event.trigger):
            return True
        return any(quantity.of.overlaps(r.span) for f in event.roles.values() for r in f)
