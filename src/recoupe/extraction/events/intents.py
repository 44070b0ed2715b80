"""What somebody says that they will do: "Nous saisirons la justice", "a dit qu'il convoquerait".

No word of its own tells of such an intent: the future does, or under a past word of saying
the conditional, where whoever speaks is its subject.
"""

from collections.abc import Iterator, Sequence

from recoupe.extraction import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.claimers import Claimers
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.kinds import Things
from recoupe.extraction.events.status.judging import Statuses
from recoupe.extraction.events.status.words import load_status
from recoupe.extraction.factuality.mood import conditional_of, is_compound, is_past
from recoupe.extraction.factuality.verdict import reason
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.language import Pack
from recoupe.model import Event, Role, Source, Span
from recoupe.model.statement import EventStatus

_SUBJECTS = frozenset(("nsubj", "expl:subj"))
_PARTIES = frozenset(("body", "state"))
TYPE, ACTOR, ACT = "intent", "actor", "act"


class Intents:
    """Finds the intents that sources of one report state.

    Args:
        text: The document's stored text.
        attributions: Who says what in it.
        claimers: Resolves who speaks.
        statuses: Tells futures by their form.
        joining: The language's words that join.
        things: Tells what words name.
        pack: The pack of the language.
    """

    def __init__(
        self,
        text: str,
        attributions: Sequence[Attribution],
        claimers: Claimers,
        statuses: Statuses,
        joining: Joining,
        things: Things,
        pack: Pack,
    ) -> None:
        self._text = text
        self._attributions = sorted(
            (a for a in attributions if a.source is not None and not a.denies),
            key=lambda a: a.content.end - a.content.start,
        )
        self._claimers = claimers
        self._statuses = statuses
        self._joining = joining
        self._things = things
        self._told = load_status(pack)

    def in_sentence(self, sentence: Sentence) -> Iterator[Event]:
        """Yield the intents stated in one sentence."""
        held = [a for a in self._attributions if a.content.overlaps(sentence.span)]
        if not held:
            return
        for word in sentence.words:
            if word.pos_ not in {"VERB", "AUX"} or word.lemma_.lower() in self._joining.stative:
                continue
            act = self._act(word)
            if act is None or act.lemma_.lower() in self._joining.stative:
                continue
            place = sentence.span_of([word])
            told = next((a for a in held if a.content.covers(place)), None)
            if told is None or not self._is_future(word, act, told):
                continue
            source = self._speaker(word, sentence, told)
            if source is not None and source.span is not None:
                negation = self._statuses.clauses.negation(word)
                status: EventStatus = "considered" if negation is None else "refused"
                shown = sentence.span_of([act])
                yield Event(
                    type=TYPE,
                    status=status,
                    trigger=place,
                    roles={
                        ACTOR: (Role(span=source.span, name=source.name),),
                        ACT: (Role(span=shown, name=shown.of(self._text)),),
                    },
                    reasons=(reason("status-by-tense", sentence, word),),
                )

    def _act(self, word: Token) -> Token | None:
        """Return what will be done: the verb itself, or what "va" governs."""
        if word.lemma_.lower() in self._joining.near_future:
            return next(
                (
                    c
                    for c in word.children
                    if c.i > word.i and c.dep_ == "xcomp" and grammar.has(c, "VerbForm", "Inf")
                ),
                None,
            )
        return word if grammar.has(word, "VerbForm", "Fin") else None

    def _is_future(self, word: Token, act: Token, told: Attribution) -> bool:
        if is_compound(word) or grammar.is_passive(word):
            return False
        if act is not word:
            return grammar.feature(word, "Tense") in {"Pres", "Imp"}
        if self._statuses.clauses.is_future(word):
            return True
        past = told.cue_token is not None and is_past(told.cue_token)
        indirect = told.quotation != "direct"
        conditional = conditional_of(word, self._statuses.words) is not None
        return past and indirect and conditional

    def _speaker(self, word: Token, sentence: Sentence, told: Attribution) -> Source | None:
        """Return who speaks, where it is they who will act."""
        subject = next((c for c in word.children if c.dep_ in _SUBJECTS), None)
        if subject is None or told.source is None:
            return None
        first = subject.lower_ in self._joining.first_person
        if subject.pos_ in {"NOUN", "PROPN"} and self._speaks_for(told.source, subject, sentence):
            return self._claimers.resolve(SourceWords(_span(subject, sentence), subject, sentence))
        if first != (told.quotation == "direct") and not (first and told.quotation == "mixed"):
            return None
        source = self._claimers.resolve(told.source)
        if source is None:
            return None
        if first or subject.lower_ in self._joining.third_person:
            if not first and told.root is not word and word.dep_ not in {"ccomp", "conj"}:
                return None
            plain = source.kind == "person" or first
            several = subject.lower_ in self._joining.plural
            return source if plain or not several else None
        named = self._claimers.resolve(SourceWords(_span(subject, sentence), subject, sentence))
        return source if named is not None and named.name == source.name else None

    def _speaks_for(self, source: SourceWords, subject: Token, sentence: Sentence) -> bool:
        """Tell "L'État ne paiera pas, a prévenu le ministre": whoever speaks answers for it."""
        if _PARTIES.isdisjoint(self._things.kinds(subject, sentence)):
            return False
        shown = source.span.of(self._text).lower().replace("-", " ").split()
        return not self._told.answering.isdisjoint(shown)


def _span(word: Token, sentence: Sentence) -> Span:
    return sentence.span_of([word])
