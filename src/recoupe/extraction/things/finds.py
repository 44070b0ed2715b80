"""What was found, by whom, where and when, and who examined it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from recoupe.extraction.attribution import grammar
from recoupe.extraction.events.arguments import Arguments, coordinated, of_verb
from recoupe.extraction.events.fillers import Fillers
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.kinds import Things, admits
from recoupe.extraction.events.noun_arguments import of_noun
from recoupe.extraction.events.status import Statuses
from recoupe.extraction.events.status_words import load_status
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.things.lexicon import EvidenceWords
from recoupe.extraction.things.naming import Draft, Namer
from recoupe.extraction.tokens import Token
from recoupe.language import Pack
from recoupe.model import Reason, Role, Span, TimeValue

_ACTORS = ("person", "body", "state")
_PLACES = frozenset(("place", "state", "work"))
_HAPPENED = frozenset(("done", "begun"))
_NEAR = 6


@dataclass(eq=False)
class Found:
    """What is told of one thing, in the making; fields as of :class:`FindRead`."""

    thing: Draft
    within: Draft | None = None
    found: Span | None = None
    examined: Span | None = None
    places: list[Role] = field(default_factory=list)
    finders: list[Role] = field(default_factory=list)
    examiners: list[Role] = field(default_factory=list)
    times: list[TimeValue] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)

    def take(self, other: "Found", rule: str) -> None:
        """Take over from another record what this one does not tell."""
        told = False
        for name in ("found", "examined", "places", "finders", "examiners", "times"):
            if not getattr(self, name) and (value := getattr(other, name)):
                setattr(self, name, value if isinstance(value, tuple) else list(value))
                told = True
        if told:
            words = " ".join(t.text for t in (other.thing.head,))
            self.reasons.append(Reason(rule=rule, words=words, span=other.thing.span))


class Resolver(Protocol):
    """Tells which thing words mean, with what was told before them."""

    def thing(self, token: Token, sentence: Sentence) -> Draft | None:
        """Return the thing that a noun names or a pronoun takes up."""
        ...

    def last(self, sentence: Sentence) -> Draft | None:
        """Return the thing told of last."""
        ...


class Finds:
    """Reads the finds of one report.

    Args:
        text: The document's stored text.
        namer: Tells what nouns name.
        told: Tells what pronouns among them take up.
        things: Tells kinds of things.
        fillers: Names who takes part.
        statuses: Tells what has happened from what has not.
        times: The report's expressions of time, in order.
        words: The language's words about things.
        joining: Its words that join.
        pack: The pack of its language.
    """

    def __init__(
        self,
        text: str,
        namer: Namer,
        told: Resolver,
        things: Things,
        fillers: Fillers,
        statuses: Statuses,
        times: Sequence[TimeValue],
        words: EvidenceWords,
        joining: Joining,
        pack: Pack,
    ) -> None:
        self._denying = load_status(pack).denying
        self._text = text
        self._namer = namer
        self._told = told
        self._things = things
        self._fillers = fillers
        self._statuses = statuses
        self._times = times
        self._words = words
        self._joining = joining

    def of_verb(self, verb: Token, lemma: str, sentence: Sentence) -> Iterator[Found]:
        """Yield what a verb tells to be found, examined or held."""
        words = self._words
        if lemma not in words.finding | words.examining | words.holding:
            return
        if lemma not in words.holding and _is_habit(verb, lemma in words.examining):
            return
        if any(child.lower_ in words.often for child in verb.children):
            return
        arguments, voice = of_verb(verb, self._joining)
        if voice.reflexive:
            return
        objects = arguments.object or self._lost_object(verb, arguments)
        if not objects:
            return
        status, _, _ = self._statuses.of_verb(verb, sentence, lasting=True)
        if status not in _HAPPENED:
            return
        if lemma in words.holding:
            yield from self._held(arguments, objects, sentence)
            return
        for token in (one for first in objects for one in coordinated(first)):
            thing = self._thing(_agreeing(verb, token), sentence)
            if thing is None or self._is_none(thing.head):
                continue
            if lemma in words.examining:
                actors = list(self._actors(arguments.subject, sentence))
                yield Found(thing, examined=sentence.span_of([verb]), examiners=actors)
            elif lemma not in words.official or self._is_official(arguments, sentence):
                record = self._found(thing, verb, arguments, sentence)
                if lemma not in words.placed or record.places or record.within or thing.remains:
                    yield record

    def of_noun(self, noun: Token, sentence: Sentence) -> Iterator[Found]:
        """Yield what a noun tells to be found or examined: "l'analyse des débris par X"."""
        words = self._words
        examining = words.noun(noun, words.examine_nouns)
        if not examining and not words.noun(noun, words.find_nouns):
            return
        arguments = of_noun(noun, self._joining)
        objects = [t for p, t in arguments.joined if p == "de" and t.i > noun.i][:1]
        if not objects:
            return
        status, _, _ = self._statuses.of_noun(noun, sentence, lasting=False)
        if status not in _HAPPENED:
            return
        thing = self._thing(objects[0], sentence)
        if thing is None or (thing.type in words.general and not thing.remains):
            return
        groups = self._joining.groups
        by = [
            t
            for p, t in arguments.joined
            if "by" in groups.get(p, ()) and p != "de" and t.i > noun.i
        ] or arguments.subject
        record = Found(thing)
        if examining:
            record.examined = sentence.span_of([noun])
            record.examiners = list(self._actors(by, sentence))
        else:
            record.found = sentence.span_of([noun])
            record.finders = list(self._actors(by, sentence))
            self._place(record, noun, arguments, sentence)
            record.times = list(self._when(noun, sentence))
        yield record

    def _found(self, thing: Draft, verb: Token, arguments: Arguments, sentence: Sentence) -> Found:
        record = Found(thing, found=sentence.span_of([verb]))
        record.finders = list(self._actors(arguments.subject, sentence))
        if any(c.lower_ in self._words.there and c.i < verb.i for c in verb.children):
            holder = self._told.last(sentence)
            record.within = holder if holder is not thing else None
        self._place(record, verb, arguments, sentence)
        record.times = list(self._when(verb, sentence))
        return record

    def _held(
        self, arguments: Arguments, objects: Sequence[Token], sentence: Sentence
    ) -> Iterator[Found]:
        holder = next(
            (t for token in arguments.subject if (t := self._thing(token, sentence))), None
        )
        for token in objects if holder is not None else ():
            thing = self._thing(token, sentence)
            if thing is not None and thing is not holder:
                yield Found(thing, within=holder)

    def _thing(self, token: Token, sentence: Sentence) -> Draft | None:
        return self._told.thing(token, sentence)

    def _is_none(self, noun: Token) -> bool:
        """Tell "sa voiture", which its owner got back, and "aucune arme retrouvée"."""
        return any(
            grammar.has(c, "Poss", "Yes") or c.lower_ in self._denying
            for c in noun.children
            if c.dep_ == "det"
        )

    def _is_bare(self, token: Token) -> bool:
        """Tell "par hasard", "sur place": a bare noun that names nothing that takes part."""
        if token.pos_ != "NOUN" or any(c.dep_ in {"det", "nummod"} for c in token.children):
            return False
        case = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
        return case in self._joining.bare_after and "Plur" not in token.morph.get("Number", ())

    def _lost_object(self, verb: Token, arguments: Arguments) -> list[Token]:
        """Return what hangs on the place in the parse: "trouvé dans l'épave un moteur"."""
        for _, place in arguments.joined:
            for child in place.children:
                bare = not any(c.dep_ == "case" and c.lower_ != "des" for c in child.children)
                if child.i > place.i > verb.i and bare and self._namer.kind(child) is not None:
                    return [child]
        return []

    def _is_official(self, arguments: Arguments, sentence: Sentence) -> bool:
        for token in arguments.subject:
            held = self._things.kinds(token, sentence)
            several = "Plur" in token.morph.get("Number", ())
            if not several and "body" not in held and "state" not in held:
                return False
        return True

    def _actors(self, tokens: Sequence[Token], sentence: Sentence) -> Iterator[Role]:
        for token in tokens:
            held = self._things.kinds(token, sentence)
            if (held and not admits(_ACTORS, held)) or self._is_bare(token):
                continue
            if self._namer.kind(token) is None:
                role = self._fillers.role(token, sentence, _ACTORS)
                if role is not None:
                    yield self._in_full(role, token, sentence)

    def _in_full(self, role: Role, token: Token, sentence: Sentence) -> Role:
        """Return somebody without a name with the words that tell whose they are."""
        if " " in role.name or not role.name.islower() or token.pos_ != "NOUN":
            return role
        phrase = grammar.noun_phrase(token)
        held = [w for w in phrase if w.i >= token.i and not self._things.is_time(w, sentence)]
        span = sentence.span_of(held or [token])
        return Role(span=span, name=" ".join(span.of(self._text).split()))

    def _place(self, record: Found, word: Token, arguments: Arguments, sentence: Sentence) -> None:
        """Tell where something was found: at a place, or in another thing."""
        here = [
            (p, t)
            for p, t in arguments.joined
            if ("where" in self._joining.groups.get(p, ()) or p in self._words.into)
            and t is not record.thing.head
        ]
        here += [(p, t) for p, t in self._right_behind(word) if all(t is not o for _, o in here)]
        for preposition, told in here:
            # "dans l'un des parcs de la ville"
            token = self._things.core(told) if told.pos_ in {"PRON", "NUM"} else told
            if token.i < word.i and preposition == "de":
                continue
            if self._things.is_time(token, sentence):
                continue
            holder = self._thing(token, sentence)
            if (
                holder is not None
                and preposition in self._words.into
                and holder is not record.thing
            ):
                record.within = record.within or holder
                continue
            if preposition == "de" or not self._is_place(token, sentence):
                continue
            role = self._fillers.role(token, sentence, ("place", "state", "work"))
            if role is not None and not any(role.span.overlaps(p.span) for p in record.places):
                record.places.append(role)

    def _is_place(self, token: Token, sentence: Sentence) -> bool:
        if self._is_bare(token):
            return False
        held = self._things.kinds(token, sentence)
        site = self._words.noun(token, self._words.sites)
        return site or not _PLACES.isdisjoint(held) or (not held and token.pos_ == "PROPN")

    def _right_behind(self, word: Token) -> Iterator[tuple[str, Token]]:
        """Yield what a preposition right behind joins, wherever the parse hangs it."""
        for token in word.doc[word.i + 1 : min(word.past, word.i + 1 + _NEAR)]:
            if token.is_punct or grammar.is_verb(token) or token.pos_ == "CCONJ":
                return
            if token.pos_ in {"NOUN", "PROPN"}:
                preposition = self._joining.preposition(token)
                if preposition and "where" in self._joining.groups.get(preposition, ()):
                    yield preposition, token
                return

    def _when(self, word: Token, sentence: Sentence) -> Iterator[TimeValue]:
        """Yield the times that hang on a word of finding, with no other verb between."""
        within = sentence.span
        for time in self._times:
            if not within.covers(time.span) or not (time.earliest or time.latest):
                continue
            token = next(
                (t for t in sentence.words if sentence.offset + t.idx >= time.span.start), None
            )
            if token is not None and _hangs_on(token, word):
                yield time


def _agreeing(verb: Token, noun: Token) -> Token:
    """Return what a participle describes: "débris d'un drone retrouvés" are the debris."""
    above = noun.head
    if verb.head is not noun or noun.dep_ != "nmod" or above.pos_ != "NOUN":
        return noun
    plural = "Plur" in verb.morph.get("Number", ())
    astray = plural and "Sing" in noun.morph.get("Number", ())
    # "un ticket de caisse retrouvé": a bare noun only says of what sort the other is.
    bare = not any(c.dep_ in {"det", "nummod"} for c in noun.children)
    return above if astray or bare else noun


def _is_habit(verb: Token, examining: bool) -> bool:
    """Tell "on retrouve des armes", which tells of no one find."""
    if examining:
        return False
    past = grammar.has(verb, "Tense", "Past") or grammar.has(verb, "VerbForm", "Part")
    return not past or grammar.is_present_participle(verb)


def _hangs_on(token: Token, word: Token) -> bool:
    for _ in range(_NEAR):
        if token is word or token.head is word:
            return True
        if token.head is token or (grammar.is_verb(token) and not grammar.auxiliaries(token)):
            return False
        token = token.head
    return False
