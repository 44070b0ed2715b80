"""What was found or examined, and what holds what."""

from collections.abc import Iterator, Sequence

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.kinds import Things
from recoupe.extraction.events.roles.arguments import Arguments, of_verb
from recoupe.extraction.events.roles.neighbours import coordinated
from recoupe.extraction.events.roles.noun_arguments import of_noun
from recoupe.extraction.events.status.judging import Statuses
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.things.circumstances import Circumstances, Found, Resolver
from recoupe.extraction.things.lexicon import EvidenceWords
from recoupe.extraction.things.naming import Draft, Namer
from recoupe.extraction.tokens import Token

_HAPPENED = frozenset(("done", "begun"))


class Finds:
    """Reads the finds of one report.

    Args:
        namer: Tells what nouns name.
        told: Tells what pronouns among them take up.
        circumstances: Tells who, where and when.
        things: Tells kinds of things.
        statuses: Tells what has happened from what has not.
        words: The language's words about things.
        joining: Its words that join.
        denying: Determiners by which there was none.
    """

    def __init__(
        self,
        namer: Namer,
        told: Resolver,
        circumstances: Circumstances,
        things: Things,
        statuses: Statuses,
        words: EvidenceWords,
        joining: Joining,
        denying: frozenset[str],
    ) -> None:
        self._namer = namer
        self._told = told
        self._circumstances = circumstances
        self._things = things
        self._statuses = statuses
        self._words = words
        self._joining = joining
        self._denying = denying

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
                actors = list(self._circumstances.actors(arguments.subject, sentence))
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
            record.examiners = list(self._circumstances.actors(by, sentence))
        else:
            record.found = sentence.span_of([noun])
            record.finders = list(self._circumstances.actors(by, sentence))
            self._circumstances.place(record, noun, arguments, sentence)
            record.times = list(self._circumstances.when(noun, sentence))
        yield record

    def _found(self, thing: Draft, verb: Token, arguments: Arguments, sentence: Sentence) -> Found:
        record = Found(thing, found=sentence.span_of([verb]))
        record.finders = list(self._circumstances.actors(arguments.subject, sentence))
        if any(c.lower_ in self._words.there and c.i < verb.i for c in verb.children):
            holder = self._told.last(sentence)
            record.within = holder if holder is not thing else None
        self._circumstances.place(record, verb, arguments, sentence)
        record.times = list(self._circumstances.when(verb, sentence))
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


def _agreeing(verb: Token, noun: Token) -> Token:
    """Return what a participle describes: "débris d'un drone retrouvés" are the debris."""
    above = noun.head
    if verb.head is not noun or noun.dep_ != "nmod" or above.pos_ != "NOUN":
        return noun
    numbers = verb.morph.get("Number"), noun.morph.get("Number")
    astray = all(numbers) and numbers[0] != numbers[1]
    # "un ticket de caisse retrouvé": a bare noun only says of what sort the other is.
    single = not grammar.has(noun, "Number", "Plur")
    bare = single and not any(c.dep_ in {"det", "nummod"} for c in noun.children)
    return above if astray or bare else noun


def _is_habit(verb: Token, examining: bool) -> bool:
    """Tell "on retrouve des armes", which tells of no one find."""
    if examining:
        return False
    past = grammar.has(verb, "Tense", "Past") or grammar.has(verb, "VerbForm", "Part")
    return not past or grammar.is_present_participle(verb)
