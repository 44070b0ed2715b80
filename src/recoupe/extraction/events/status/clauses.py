"""Where an event stands by the tense, mood and negation of its own clause."""

from dataclasses import dataclass, field

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.lexicon import REFLEXIVE
from recoupe.extraction.events.status.words import StatusWords
from recoupe.extraction.factuality.governing import modal_auxiliaries
from recoupe.extraction.factuality.lexicon import Words
from recoupe.extraction.factuality.mood import conditional_of, is_compound
from recoupe.extraction.factuality.negation import negation_of
from recoupe.extraction.factuality.verdict import reason
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Reason
from recoupe.model.statement import EventStatus

_OPEN_MARKS = frozenset(("?",))
_STOPS = frozenset((".", "!", "?", "…", "...", "»", '"', "”", ":", ";", ")"))


@dataclass(slots=True)
class Standing:
    """A status in the making, with why, and the words met on the way up.

    Attributes:
        status: The status so far.
        reasons: What decided it.
        met: The event's word and those that govern it.
    """

    status: EventStatus
    reasons: list[Reason] = field(default_factory=list)
    met: list[Token] = field(default_factory=list)

    def turn(self, status: EventStatus, rule: str, sentence: Sentence, word: Token) -> None:
        """Take a word into account that decides the status anew."""
        self.status = status
        self.reasons.append(reason(rule, sentence, word))

    def take(self, other: "Standing") -> None:
        """Take over what another clause tells of the same event."""
        self.status = other.status
        self.reasons += other.reasons
        self.met += other.met


class Clauses:
    """Judges verbs by themselves, for one language.

    Args:
        words: Its words of factuality.
        told: Its words of status.
        joining: Its words that join.
    """

    def __init__(self, words: Words, told: StatusWords, joining: Joining) -> None:
        self._words = words
        self._told = told
        self._joining = joining

    def judge(self, verb: Token, sentence: Sentence, *, lasting: bool) -> Standing:
        """Judge a verb by its own tense, mood and negation.

        Args:
            verb: The verb.
            sentence: Its sentence.
            lasting: Whether such an event goes on, so that the present tells of one begun.
        """
        standing = Standing("done", met=[verb])
        words = self._words
        modals = modal_auxiliaries(verb, words)
        bearer = modals[0] if modals else verb
        compound = is_compound(verb) or (bearer is not verb and is_compound(bearer))
        conditional = None if compound else conditional_of(bearer, words)
        if conditional is not None and self._happened(verb, bearer):
            # "seraient arrivés": a past, of which somebody else says so.
            compound, conditional = True, None
        finite = bool(grammar.mood_and_tense(bearer)[0])
        future = finite and not compound and self.is_future(bearer)
        negation = negation_of(bearer, words) or (negation_of(verb, words) if modals else None)
        if negation is not None and self._of_denial(negation, verb):
            negation = None
        if negation is None and not finite:
            # "n'a ni vendu ni loué"
            negation = next((c for c in verb.children if c.lower_ in self._told.neither), None)
        condition = self.condition(verb)
        if condition is not None:
            standing.turn("unknown", "condition", sentence, condition)
        elif sentence.words[-1].text in _OPEN_MARKS and verb.head is verb:
            standing.turn("unknown", "question", sentence, sentence.words[-1])
        elif negation is not None:
            without = negation.lower_ in self._told.without
            wont = not without and (future or conditional is not None or bool(modals))
            if wont and self._not_before(verb):
                standing.turn("considered", "status-by-tense", sentence, bearer)
            else:
                standing.turn("refused" if wont else "denied", "negation", sentence, negation)
        elif modals and not (compound and words.lemma(modals[0]) == "pouvoir"):
            standing.turn("considered", "modal-verb", sentence, modals[0])
        elif future or conditional is not None:
            standing.turn("considered", "status-by-tense", sentence, conditional or bearer)
        elif lasting and self._goes_on(verb, bearer, sentence, compound):
            standing.turn("begun", "status-by-tense", sentence, bearer)
        elif finite and grammar.mood_and_tense(bearer)[0] == "Imp":
            standing.turn("sought", "imperative", sentence, bearer)
        return standing

    def _of_denial(self, negation: Token, verb: Token) -> bool:
        """Tell the "pas" of "ne dément pas avoir livré", which stands beside both verbs."""
        above = verb.head
        denies = above is not verb and self._told.verbs.get(self.lemma(above)) == "denied"
        return denies and grammar.is_verb(above) and self.negation(above) is negation

    def _happened(self, verb: Token, bearer: Token) -> bool:
        """Tell "seraient arrivés", "se seraient poursuivis" from "seraient livrés"."""
        with_be = verb.lemma_.lower() in self._told.with_be or any(
            c.lower_ in self._joining.reflexive for c in verb.children if c.i < verb.i
        )
        return with_be and bearer is verb and bool(grammar.auxiliaries(verb))

    def _not_before(self, verb: Token) -> bool:
        """Tell "ne sera pas livré avant juin": it will be then."""
        return any(
            child.i > verb.i
            and child.dep_.startswith("obl")
            and any(c.lower_ in self._told.until for c in child.children if c.dep_ == "case")
            for child in verb.children
        )

    def _goes_on(self, verb: Token, bearer: Token, sentence: Sentence, compound: bool) -> bool:
        """Tell "livre", "livrait", "livrant" from a headline's present: that is done."""
        if grammar.is_present_participle(verb):
            return True
        tense = grammar.mood_and_tense(bearer)[1]
        if compound or sentence.words[-1].text not in _STOPS:
            return False
        return tense == "Pres" or (tense == "Imp" and not grammar.is_passive(verb))

    def negation(self, verb: Token) -> Token | None:
        """Return the word that negates a verb, or None."""
        return negation_of(verb, self._words)

    def is_future(self, verb: Token) -> bool:
        """Tell a future, also by its form: taggers take "suspendra" for a simple past."""
        if grammar.mood_and_tense(verb)[1] == "Fut":
            return True
        stem, low = verb.lemma_.lower().removesuffix("e"), verb.lower_
        if any(
            low.endswith(ending) and low[: -len(ending)] in self._told.future_stems
            for ending in self._told.future_endings
        ):
            return True
        told = low[len(stem) :] in self._told.future_endings
        return told and low.startswith(stem) and stem.endswith(self._told.future_stem)

    def condition(self, verb: Token) -> Token | None:
        """Return what makes a clause a condition or a question: "si", "à moins que"."""
        for child in verb.children:
            where = child.lower_ in self._told.condition_pronouns
            if (child.dep_ != "mark" and not where) or child.i > verb.i:
                continue
            if child.lower_ in self._told.conditions:
                return child
            before = verb.doc[max(verb.first, child.i - 3) : child.i]
            shown = " ".join(t.lower_ for t in before)
            joins = where or child.lower_ in grammar.QUE
            if joins and shown.endswith(self._told.condition_phrases):
                return child
        return None

    def condition_over(self, noun: Token) -> Token | None:
        """Return what makes the clause that a noun stands in a condition."""
        word = noun
        while word.head is not word:
            word = word.head
            condition = self.condition(word)
            if condition is not None and condition.i < noun.i:
                return condition
            if word.dep_ in {"acl:relcl", "advcl", "ccomp"}:
                return None
        return None

    def lemma(self, word: Token) -> str:
        """Return a verb's lemma as the lists write it: pronominal where "se" stands before."""
        lemma = self._words.lemma(word)
        if lemma.startswith(REFLEXIVE):
            return lemma
        plain = word.lemma_.lower()
        pronominal = f"{REFLEXIVE}{plain}"
        if (pronominal in self._told.verbs or pronominal in self._told.over_nouns) and any(
            c.lower_ in self._joining.reflexive for c in word.children
        ):
            return pronominal
        return plain
