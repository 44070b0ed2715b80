"""What stands on a thing, and when it is said to have been made.

Four forms: a participle ("estampillées février 2022"), a verb of bearing ("portait la mention
« X »"), a mark that stands on something ("la date figure sur le moteur"), and a mark of something
("le numéro de série du moteur, X"). The value stands close behind, with nothing in between that
could make it another's: "marqué par la guerre" marks nothing.
"""

from collections.abc import Iterator, Sequence

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.roles.arguments import of_verb
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.things.lexicon import EvidenceWords
from recoupe.extraction.things.naming import Namer
from recoupe.extraction.things.values import Values
from recoupe.extraction.tokens import Token
from recoupe.model import TimeValue
from recoupe.model.thing import Marking, MarkingKind

_NEAR = 9
"""Words behind a verb up to which what it bears may stand."""


class Markings:
    """Reads what stands on the things of one report.

    Args:
        text: The document's stored text.
        times: Its expressions of time, in order.
        namer: Tells what nouns name.
        words: The language's words about things.
        joining: Its words that join.
    """

    def __init__(
        self,
        text: str,
        times: Sequence[TimeValue],
        namer: Namer,
        words: EvidenceWords,
        joining: Joining,
    ) -> None:
        self._values = Values(text, times, words)
        self._namer = namer
        self._words = words
        self._joining = joining

    def of_verb(
        self, verb: Token, lemma: str, sentence: Sentence
    ) -> Iterator[tuple[Token, Marking]]:
        """Yield what a verb tells to stand on a thing, with the thing's noun."""
        words = self._words
        found = self._borne(verb, sentence) if lemma in words.bearing else None
        if found is None and lemma in words.marking | words.making:
            found = self._marked(verb, lemma, sentence)
        if found is None and lemma in words.aging:
            found = self._aging(verb, sentence)
        if found is None and lemma in words.standing:
            found = self._standing(verb, lemma, sentence)
        if found is not None:
            yield found

    def of_noun(self, noun: Token, sentence: Sentence) -> Iterator[tuple[Token, Marking]]:
        """Yield the number that a noun for a mark gives: "le numéro de série du moteur, X"."""
        if not self._words.noun(noun, self._words.mark_numbers) or not self._is_serial(noun):
            return
        thing = next(
            (
                c
                for head in (noun, *(c for c in noun.children if c.i > noun.i))
                for c in head.children
                if c.i > noun.i
                and c.dep_ == "nmod"
                and self._namer.kind(c) is not None
                and not self._words.noun(c, self._words.serial)
            ),
            None,
        ) or self._before(noun)
        if thing is not None:
            start = max(noun.i, thing.i) if thing.i <= noun.i + 5 else noun.i
            marking = self._values.number(noun, start + 1, sentence)
            if marking is not None:
                yield thing, marking

    def _borne(self, verb: Token, sentence: Sentence) -> tuple[Token, Marking] | None:
        """Take "portant la date de mars 2021", "portait la mention « X »"."""
        mark = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)
        if mark is None or mark.i > verb.i + _NEAR:
            return None
        arguments, voice = of_verb(verb, self._joining)
        if voice.passive or voice.reflexive:
            return None
        thing = next(iter(arguments.subject), None) or self._before(verb)
        if thing is not None and self._words.is_mark(thing):
            # "les plaques du moteur portent l'année 2019"
            thing = next(self._namer.of(thing), None)
        if thing is None:
            return None
        # "des inscriptions en cyrillique et la date d'août 2021"
        for one in (mark, *(c for c in mark.children if c.dep_ == "conj")):
            marking = self._of_mark(one, verb if one is mark else one, sentence)
            if marking is not None:
                return thing, marking
        return None

    def _marked(self, verb: Token, lemma: str, sentence: Sentence) -> tuple[Token, Marking] | None:
        """Take "estampillées février 2022", "gravé du numéro X", "fabriqué en 2021"."""
        if grammar.has(verb, "VerbForm", "Inf") or grammar.has(verb, "Tense", "Pres"):
            return None
        arguments, voice = of_verb(verb, self._joining)
        bare = not grammar.auxiliaries(verb) and not voice.reflexive
        if not (voice.passive or bare) or (arguments.subject and not voice.passive and not bare):
            return None
        thing = next((t for t in arguments.object if self._namer.kind(t) or t.pos_ != "NOUN"), None)
        if thing is None or self._namer.kind(thing) is None:
            thing = (thing if thing is not None and thing.pos_ == "PRON" else None) or (
                self._before(verb) if bare else None
            )
        if thing is None:
            return None
        making = lemma in self._words.making and lemma not in self._words.dating
        made: MarkingKind = "made" if making else "date"
        dated = making or lemma in self._words.dating
        found = self._values.date(verb, made, sentence, making=making) if dated else None
        if found is None and not making:
            found = self._values.quoted(verb, verb.i + 1, sentence)
            if found is None and any(
                self._words.noun(w, self._words.mark_numbers) for w in verb.doc[verb.i : verb.i + 5]
            ):
                found = self._values.number(verb, verb.i + 1, sentence)
        return (thing, found) if found is not None else None

    def _aging(self, verb: Token, sentence: Sentence) -> tuple[Token, Marking] | None:
        """Take "une grenade datant de 1943", "le moteur date de 2019"."""
        arguments, voice = of_verb(verb, self._joining)
        if voice.passive or voice.reflexive:
            return None
        thing = next((t for t in arguments.subject if self._namer.kind(t)), None)
        if thing is None and grammar.is_present_participle(verb):
            thing = self._before(verb)
        found = self._values.date(verb, "made", sentence) if thing is not None else None
        return (thing, found) if thing is not None and found is not None else None

    def _standing(
        self, verb: Token, lemma: str, sentence: Sentence
    ) -> tuple[Token, Marking] | None:
        """Take "la date de mars 2021 figure sur l'une des pièces"."""
        arguments, voice = of_verb(verb, self._joining)
        marks = (
            arguments.object
            if lemma in self._words.reading or voice.passive
            else (arguments.subject or arguments.object)
        )
        mark = next((m for m in marks if self._words.is_mark(m)), None)
        places = [t for p, t in arguments.joined if p in self._words.on]
        if not places and lemma in self._words.reading and verb.dep_ == "xcomp":
            # "Sur le moteur, on peut lire"
            places = [
                c
                for c in verb.head.children
                if c.dep_.startswith("obl") and self._joining.preposition(c) in self._words.on
            ]
        thing = next((t for t in places if self._namer.kind(t) or t.pos_ in {"PRON", "NUM"}), None)
        if mark is None or thing is None:
            return None
        marking = self._of_mark(mark, mark, sentence)
        return (thing, marking) if marking is not None else None

    def _of_mark(self, mark: Token, opener: Token, sentence: Sentence) -> Marking | None:
        words = self._words
        if words.noun(mark, words.mark_dates):
            return self._values.date(mark, "date", sentence, opener=opener)
        if words.noun(mark, words.mark_numbers):
            shown = self._is_serial(mark)
            return self._values.number(opener, mark.i + 1, sentence, shortest=3 if shown else 4)
        if words.noun(mark, words.mark_words):
            return self._values.quoted(opener, mark.i + 1, sentence) or self._values.date(
                mark, "date", sentence, opener=opener
            )
        return None

    def _is_serial(self, noun: Token) -> bool:
        behind = noun.doc[noun.i + 1 : min(noun.past, noun.i + 3)]
        return any(self._words.noun(w, self._words.serial) for w in behind)

    def _before(self, word: Token) -> Token | None:
        """Return the thing right before a participle, over adjectives, or before a bracket."""
        for other in reversed(word.doc[max(word.first, word.i - 5) : word.i]):
            if self._namer.kind(other) is not None and other.pos_ != "ADJ":
                return other
            if other.pos_ not in {"ADJ", "PROPN", "NUM"} and other.text not in {"(", ","}:
                return None
        return None
