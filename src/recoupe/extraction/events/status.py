"""Where an event stands: considered, sought, agreed, begun, done, refused, denied, unknown.

The verb's own tense, mood and negation are asked first, then what governs it, word by
word up the parse: "a refusé de livrer", "un projet de vente", "dément avoir livré". How
certain it is that the event stands so is factuality's matter: who accuses somebody of a
delivery speaks of one that is done.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from recoupe.extraction.attribution import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.lexicon import REFLEXIVE
from recoupe.extraction.factuality.governing import modal_auxiliaries
from recoupe.extraction.factuality.lexicon import Words, load_words
from recoupe.extraction.factuality.mood import conditional_of, is_compound
from recoupe.extraction.factuality.negation import negation_of
from recoupe.extraction.factuality.verdict import reason
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.language import Pack
from recoupe.model import Reason
from recoupe.model.statement import EventStatus

_HIGHEST = 6
_OPEN_MARKS = frozenset(("?",))
_BY_NAME: tuple[EventStatus, ...] = (
    "considered", "sought", "agreed", "begun", "done", "refused", "denied", "unknown",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatusWords:
    """A language's words that say where an event stands.

    Attributes:
        verbs: Verb to the status of what it governs as a clause or infinitive.
        over_nouns: Verb to the status of the noun for an event that is its object.
        nouns: Noun to the status of what stands behind its "de".
        adjectives: Adjective to the status of the noun it describes.
        before: Preposition to the status of the noun behind it.
        denying: Determiners that deny.
        without: Prepositions that deny.
        happening: Verbs whose own tense is that of the noun for an event they are about.
        conditions: Conjunctions of condition.
        purposes: Prepositions before an infinitive that is only aimed at.
        condition_phrases: What makes "que" a condition.
        open_when_negated: Verbs that leave possible what they govern when negated.
        future_endings: What an infinitive without its last letter takes in the future.
    """

    verbs: Mapping[str, EventStatus]
    over_nouns: Mapping[str, EventStatus]
    nouns: Mapping[str, EventStatus]
    adjectives: Mapping[str, EventStatus]
    before: Mapping[str, EventStatus]
    denying: frozenset[str]
    without: frozenset[str]
    happening: frozenset[str]
    conditions: frozenset[str]
    purposes: frozenset[str]
    condition_phrases: tuple[str, ...]
    open_when_negated: frozenset[str]
    future_endings: tuple[str, ...]


@cache
def load_status(pack: Pack) -> StatusWords:
    """Return the pack's words that say where an event stands, compiled once."""
    told = pack.words("event_status")

    def table(name: str) -> dict[str, EventStatus]:
        found: dict[str, EventStatus] = {}
        for status in _BY_NAME:
            listed = told[name].get(status, ())
            for word in listed.split() if isinstance(listed, str) else listed:
                key = word.replace("s'", REFLEXIVE) if word.startswith("s'") else word
                found.setdefault(key, status)
        return found

    return StatusWords(
        verbs=table("verbs"),
        over_nouns=table("over_nouns"),
        nouns=table("nouns"),
        adjectives=table("adjectives"),
        before=table("prepositions"),
        denying=frozenset(told["denying_determiners"]),
        without=frozenset(told["without"]),
        happening=frozenset(told["happening"]),
        conditions=frozenset(told["conditions"]),
        purposes=frozenset(told["purposes"]),
        condition_phrases=tuple(told["condition_phrases"]),
        open_when_negated=frozenset(told["open_when_negated"]),
        future_endings=tuple(told["future_endings"]),
    )


@dataclass(slots=True)
class _Standing:
    """A status in the making, with why, and the words met on the way up."""

    status: EventStatus
    reasons: list[Reason] = field(default_factory=list)
    met: list[Token] = field(default_factory=list)

    def turn(self, status: EventStatus, rule: str, sentence: Sentence, word: Token) -> None:
        self.status = status
        self.reasons.append(reason(rule, sentence, word))


class Statuses:
    """Judges where events stand, for one language.

    Args:
        pack: The pack of the language.
        joining: Its words that join.
    """

    def __init__(self, pack: Pack, joining: Joining) -> None:
        self.words: Words = load_words(pack)
        self._told = load_status(pack)
        self._joining = joining

    def of_verb(
        self, verb: Token, sentence: Sentence, *, lasting: bool
    ) -> tuple[EventStatus, tuple[Reason, ...], tuple[Token, ...]]:
        """Return where an event stands that a verb tells of.

        Args:
            verb: The verb.
            sentence: Its sentence.
            lasting: Whether such an event goes on, so that the present tells of one begun.

        Returns:
            The status, why, and the words that govern it, itself first.
        """
        standing = self._of_clause(verb, sentence, lasting)
        self._climb(verb, standing, sentence, lasting)
        return standing.status, tuple(standing.reasons), tuple(standing.met)

    def of_noun(
        self, noun: Token, sentence: Sentence, *, lasting: bool
    ) -> tuple[EventStatus, tuple[Reason, ...], tuple[Token, ...]]:
        """Return where an event stands that a noun tells of; else as :meth:`of_verb`."""
        standing = _Standing("done", met=[noun])
        told = self._told
        for child in noun.children:
            low = child.lower_
            if low in told.denying and child.i < noun.i:
                standing.turn("denied", "negation", sentence, child)
                break
            if low in told.without and child.dep_ == "case":
                standing.turn("denied", "negation", sentence, child)
                break
            lemma = child.lemma_.lower()
            status = told.adjectives.get(lemma)
            if status is not None and child.dep_ in {"amod", "acl", "nmod"}:
                standing.turn(status, "status-by-adjective", sentence, child)
                break
        preposition = self._joining.preposition(noun)
        if preposition is not None and preposition in told.before:
            word = next(c for c in noun.children if c.dep_ in {"case", "mark"})
            standing.turn(told.before[preposition], "status-by-preposition", sentence, word)
            return standing.status, tuple(standing.reasons), tuple(standing.met)
        if standing.status == "done":
            self._above_noun(noun, standing, sentence, lasting)
        return standing.status, tuple(standing.reasons), tuple(standing.met)

    def _above_noun(
        self, noun: Token, standing: _Standing, sentence: Sentence, lasting: bool
    ) -> None:
        """Ask what governs a noun."""
        head = noun.head
        if head is noun:
            return
        while noun.dep_ == "conj" and head.head is not head and head.pos_ == "NOUN":
            noun, head = head, head.head
        told = self._told
        standing.met.append(head)
        lemma = self._lemma(head)
        condition = self._condition_over(noun)
        if condition is not None:
            standing.turn("unknown", "condition", sentence, condition)
            return
        if head.pos_ in {"NOUN", "PROPN"} and noun.dep_.startswith("nmod"):
            preposition = self._joining.preposition(noun)
            status = told.nouns.get(head.lemma_.lower())
            if status is not None and preposition in {"de", "à", "sur", "pour"}:
                standing.turn(status, "status-by-noun", sentence, head)
                if status in {"agreed", "considered"}:
                    self._denied_above(head, standing, sentence)
            return
        if not grammar.is_verb(head) and not any(c.dep_ == "cop" for c in head.children):
            return
        is_object = noun.dep_ in {"obj", "nsubj:pass", "obl:arg", "obl:agent"} or (
            noun.dep_ == "nsubj" and grammar.is_passive(head)
        )
        if (is_object or noun.dep_.startswith("obl")) and lemma in told.over_nouns:
            if noun.dep_.startswith("obl") and self._joining.preposition(noun) not in {
                "à", "de", "sur",
            }:  # fmt: skip
                return
            status = told.over_nouns[lemma]
            negated = negation_of(head, self.words) is not None
            if negated and lemma in told.open_when_negated:
                status = "considered"
            elif negated and status in {"refused", "denied"}:
                return
            if negated and status in {"agreed", "begun"}:
                status = "refused"
            standing.turn(status, "status-by-verb", sentence, head)
            return
        if noun.dep_ == "nsubj" and told.over_nouns.get(lemma) == "begun":
            # "Les livraisons ont continué"
            clause = self._of_clause(head, sentence, lasting)
            standing.status = "begun" if clause.status in {"begun", "done"} else clause.status
            standing.reasons += [*clause.reasons, reason("status-by-verb", sentence, head)]
            return
        carries = lemma in self._joining.support or lemma in told.happening
        if carries and (is_object or noun.dep_ in {"nsubj", "obl:mod", "obl"}):
            clause = self._of_clause(head, sentence, lasting)
            self._climb(head, clause, sentence, lasting)
            standing.status = clause.status
            standing.reasons += clause.reasons
            standing.met += clause.met
        elif is_object and negation_of(head, self.words) is not None and lemma == "avoir":
            standing.turn("denied", "negation", sentence, head)

    def _denied_above(self, noun: Token, standing: _Standing, sentence: Sentence) -> None:
        """Take "a rejeté la demande de livraison" into account."""
        verb = noun.head
        if noun.dep_ not in {"obj", "nsubj:pass"} or not grammar.is_verb(verb):
            return
        status = self._told.over_nouns.get(self._lemma(verb))
        if status in {"refused", "denied", "sought"}:
            standing.met.append(verb)
            standing.turn(status, "status-by-verb", sentence, verb)

    def _of_clause(self, verb: Token, sentence: Sentence, lasting: bool) -> _Standing:
        """Judge a verb by its own tense, mood and negation."""
        standing = _Standing("done", met=[verb])
        words = self.words
        modals = modal_auxiliaries(verb, words)
        bearer = modals[0] if modals else verb
        mood, tense = grammar.mood_and_tense(bearer)
        compound = is_compound(verb) or (bearer is not verb and is_compound(bearer))
        conditional = conditional_of(bearer, words)
        finite = bool(mood)
        future = finite and (tense == "Fut" or self.is_future(bearer))
        negation = negation_of(bearer, words) or (negation_of(verb, words) if modals else None)
        condition = self._condition(verb)
        if condition is not None:
            standing.turn("unknown", "condition", sentence, condition)
        elif sentence.words[-1].text in _OPEN_MARKS and verb.head is verb:
            standing.turn("unknown", "question", sentence, sentence.words[-1])
        elif negation is not None and negation.lower_ in self._told.without:
            standing.turn("denied", "negation", sentence, negation)
        elif negation is not None:
            future = future or (conditional is not None and not compound)
            status: EventStatus = "refused" if future or modals else "denied"
            standing.turn(status, "negation", sentence, negation)
        elif modals and not (compound and words.lemma(modals[0]) == "pouvoir"):
            standing.turn("considered", "modal-verb", sentence, modals[0])
        elif future and not compound:
            standing.turn("considered", "status-by-tense", sentence, bearer)
        elif conditional is not None and not compound:
            standing.turn("considered", "status-by-tense", sentence, conditional)
        elif finite and not compound and self._goes_on(verb, tense, lasting):
            standing.turn("begun", "status-by-tense", sentence, bearer)
        elif grammar.is_present_participle(verb) and lasting:
            standing.turn("begun", "status-by-tense", sentence, verb)
        elif finite and mood == "Imp":
            standing.turn("sought", "imperative", sentence, bearer)
        return standing

    def negation(self, verb: Token) -> Token | None:
        """Return the word that negates a verb, or None."""
        return negation_of(verb, self.words)

    def is_future(self, verb: Token) -> bool:
        """Tell a future by its form: taggers take "suspendra" for a simple past."""
        if grammar.has(verb, "Tense", "Fut"):
            return True
        stem = verb.lemma_.lower().removesuffix("e")
        return (
            verb.lower_.startswith(stem) and verb.lower_[len(stem) :] in self._told.future_endings
        )

    def _condition(self, verb: Token) -> Token | None:
        """Return what makes a clause a condition or a question: "si", "à moins que"."""
        for child in verb.children:
            if child.dep_ != "mark" or child.i > verb.i:
                continue
            if child.lower_ in self._told.conditions:
                return child
            before = verb.doc[max(verb.first, child.i - 3) : child.i]
            shown = " ".join(t.lower_ for t in before)
            if child.lower_ in grammar.QUE and shown.endswith(self._told.condition_phrases):
                return child
        return None

    def _condition_over(self, noun: Token) -> Token | None:
        """Return what makes the clause that a noun stands in a condition."""
        word = noun
        while word.head is not word:
            word = word.head
            condition = self._condition(word)
            if condition is not None and condition.i < noun.i:
                return condition
            if word.dep_ in {"acl:relcl", "advcl", "ccomp"}:
                return None
        return None

    def _goes_on(self, verb: Token, tense: str, lasting: bool) -> bool:
        if tense == "Imp" and not grammar.is_passive(verb):
            return lasting
        return tense == "Pres" and lasting

    def _climb(self, verb: Token, standing: _Standing, sentence: Sentence, lasting: bool) -> None:
        """Ask what governs a verb, and what governs that."""
        if standing.status == "unknown":
            return
        word = verb
        first = True
        for _ in range(_HIGHEST):
            head = word.head
            if head is word:
                return
            infinitive = _is_infinitive(word)
            if word.dep_ == "conj" and (infinitive or not _own_clause(word)):
                word = head
                continue
            if word.dep_ in {"acl:relcl", "advcl", "parataxis", "amod"} and not infinitive:
                if word.dep_ != "advcl":
                    return
                self._purpose(word, standing, sentence)
                return
            if infinitive and self._purpose(word, standing, sentence):
                return
            lemma = self._lemma(head)
            compound = infinitive and is_compound(word)
            status = self._told.verbs.get(lemma)
            if head.pos_ in {"NOUN", "ADJ"} and not grammar.is_verb(head):
                status = self._told.nouns.get(head.lemma_.lower(), status)
                if status is None and head.pos_ == "ADJ" and infinitive:
                    status = "considered"
            elif word.dep_ not in {"xcomp", "ccomp", "obl:arg", "obl:mod", "csubj", "obl", "acl"}:
                return
            if status is None and lemma in self.words.intention | self.words.planning:
                status = "considered"
            standing.met.append(head)
            self._governed(standing, status, head, sentence, compound, infinitive, first, lasting)
            if infinitive and (condition := self._condition(head)) is not None:
                standing.turn("unknown", "condition", sentence, condition)
                return
            if head.pos_ == "NOUN" and grammar.is_verb(head.head) and head.dep_ == "obj":
                negation = negation_of(head.head, self.words)
                if negation is not None:
                    standing.turn("denied", "negation", sentence, negation)
                    return
            if status is not None:
                first = False
            word = head

    def _governed(
        self,
        standing: _Standing,
        status: EventStatus | None,
        head: Token,
        sentence: Sentence,
        compound: bool,
        infinitive: bool,
        first: bool,
        lasting: bool,
    ) -> None:
        """Take one governing word into account."""
        if status is None:
            return
        negation = negation_of(head, self.words) if grammar.is_verb(head) else None
        if status == "denied":
            if negation is None:
                standing.turn("denied", "denial", sentence, head)
            return
        # "accusé d'avoir livré", "craint d'avoir livré": it is done, whoever fears it.
        settled = compound or (standing.status in {"refused", "denied"} and not infinitive)
        if settled or (not first and status != "refused"):
            return
        if status == "done":
            if negation is not None and infinitive:
                standing.turn("refused", "negation", sentence, negation)
            elif infinitive and grammar.is_finite(head) and not is_compound(head):
                own = self._of_clause(head, sentence, lasting=False)
                standing.status = own.status
                standing.reasons += own.reasons
            return
        if negation is not None:
            if self._lemma(head) in self._told.open_when_negated:
                standing.turn("considered", "hedge", sentence, head)
            elif status != "refused":
                turned: EventStatus = "denied" if status == "sought" else "refused"
                standing.turn(turned, "negation", sentence, negation)
            return
        told_as_done = not infinitive and standing.status == "done"
        if told_as_done and status in {"considered", "agreed", "begun"}:
            # "espère que X a livré"
            return
        standing.turn(status, "status-by-verb", sentence, head)

    def _purpose(self, word: Token, standing: _Standing, sentence: Sentence) -> bool:
        """Take "pour livrer", "avant de livrer", "sans livrer" into account."""
        for child in word.children:
            if child.dep_ in {"mark", "case"} and child.i < word.i:
                if child.lower_ in self._told.purposes and not is_compound(word):
                    standing.turn("considered", "status-by-preposition", sentence, child)
                    return True
                if child.lower_ in self._told.without:
                    return True
        return False

    def _lemma(self, word: Token) -> str:
        """Return a verb's lemma as the lists write it: pronominal where "se" stands before."""
        lemma = self.words.lemma(word)
        if lemma.startswith(REFLEXIVE):
            return lemma
        plain = word.lemma_.lower()
        pronominal = f"{REFLEXIVE}{plain}"
        if (pronominal in self._told.verbs or pronominal in self._told.over_nouns) and any(
            c.lower_ in self._joining.reflexive for c in word.children
        ):
            return pronominal
        return plain


def _is_infinitive(verb: Token) -> bool:
    return any(grammar.has(t, "VerbForm", "Inf") for t in (verb, *grammar.auxiliaries(verb)))


def _own_clause(verb: Token) -> bool:
    """Tell whether a coordinated verb has a tense of its own."""
    return grammar.is_finite(verb)
