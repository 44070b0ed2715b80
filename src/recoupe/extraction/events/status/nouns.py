"""Where an event stands that a noun tells of.

Its own phrase is asked first ("une éventuelle vente"), then what governs it: "un projet de
vente", "a suspendu la livraison", "rejette les accusations de livraison".
"""

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.roles.voice import is_infinitive
from recoupe.extraction.events.status.clauses import Clauses, Standing
from recoupe.extraction.events.status.predicates import said_of
from recoupe.extraction.events.status.verbs import OBJECTS, OPENING, VerbStatus
from recoupe.extraction.events.status.words import StatusWords
from recoupe.extraction.factuality.lexicon import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model.statement import EventStatus


class NounStatus:
    """Judges nouns and what governs them, for one language.

    Args:
        words: Its words of factuality.
        told: Its words of status.
        joining: Its words that join.
        clauses: Judges verbs by themselves.
        verbs: Judges verbs and what governs them.
    """

    def __init__(
        self,
        words: Words,
        told: StatusWords,
        joining: Joining,
        clauses: Clauses,
        verbs: VerbStatus,
    ) -> None:
        self._words = words
        self._told = told
        self._joining = joining
        self._clauses = clauses
        self._verbs = verbs

    def of_phrase(self, noun: Token, sentence: Sentence, lasting: bool) -> Standing:
        """Return where a noun's event stands, by its phrase and by what governs it."""
        standing = Standing("done", met=[noun])
        self._within_phrase(noun, standing, sentence)
        if standing.status == "done":
            self._above_noun(noun, standing, sentence, lasting)
        return standing

    def _within_phrase(self, noun: Token, standing: Standing, sentence: Sentence) -> None:
        """Ask a noun's determiner, preposition and adjectives."""
        told = self._told
        for child in noun.children:
            before = child.i < noun.i
            if before and (
                child.lower_ in told.denying
                or (child.lower_ in self._words.bare and child.dep_ == "advmod")
                or (child.lower_ in told.without and child.dep_ == "case")
            ):
                standing.turn("denied", "negation", sentence, child)
                return
            if child.dep_ == "cop" and (negation := self._clauses.negation(child)) is not None:
                # "Ce n'est pas un accident"
                standing.turn("denied", "negation", sentence, negation)
                return
            if child.dep_ == "cop" and noun.dep_ == "xcomp" and is_infinitive(child):
                # "Ce pourrait être un tir"
                modal = told.verbs.get(self._clauses.lemma(noun.head))
                if modal == "considered":
                    standing.turn(modal, "modal-verb", sentence, noun.head)
                    return
            status = told.adjectives.get(child.lemma_.lower())
            if status is not None and child.dep_ in {"amod", "acl", "nmod"}:
                standing.turn(status, "status-by-adjective", sentence, child)
                return
        preposition = self._joining.preposition(noun)
        if preposition is not None and preposition in told.before:
            word = next(c for c in noun.children if c.dep_ in {"case", "mark"})
            standing.turn(told.before[preposition], "status-by-preposition", sentence, word)

    def _above_noun(
        self, noun: Token, standing: Standing, sentence: Sentence, lasting: bool
    ) -> None:
        """Ask what governs a noun."""
        while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
            noun = noun.head
        head = noun.head
        if head is noun:
            return
        standing.met.append(head)
        condition = self._clauses.condition_over(noun)
        if condition is not None:
            standing.turn("unknown", "condition", sentence, condition)
        elif (said := said_of(noun, self._clauses, self._told)) is not None:
            standing.turn(said[0], said[1], sentence, said[2])
        elif head.pos_ in {"NOUN", "PROPN"} and noun.dep_.startswith("nmod"):
            self._under_noun(noun, head, standing, sentence)
        elif grammar.is_verb(head) or any(c.dep_ == "cop" for c in head.children):
            self._under_verb(noun, head, standing, sentence, lasting)

    def _under_noun(self, noun: Token, head: Token, standing: Standing, sentence: Sentence) -> None:
        """Take "un projet de vente", "a rejeté la demande de livraison" into account."""
        if self._verbs.rejected(head, standing, sentence):
            return
        lemma = head.lemma_.lower()
        # "un terme aux livraisons"
        status = self._told.nouns.get(lemma, self._told.carried.get(lemma))
        if status is None or self._joining.preposition(noun) not in self._joining.noun_links:
            return
        standing.turn(status, "status-by-noun", sentence, head)
        verb = head.head
        if status in {"agreed", "considered"} and head.dep_ in {"obj", "nsubj:pass"}:
            above = self._told.over_nouns.get(self._clauses.lemma(verb))
            if above in {"refused", "denied", "sought"}:
                standing.met.append(verb)
                standing.turn(above, "status-by-verb", sentence, verb)

    def _under_verb(
        self, noun: Token, head: Token, standing: Standing, sentence: Sentence, lasting: bool
    ) -> None:
        """Take what is done to a noun's event, or what it does, into account."""
        lemma = self._clauses.lemma(head)
        subject = noun.dep_ == "nsubj" and not grammar.is_passive(head)
        is_object = noun.dep_ in OBJECTS or (noun.dep_ == "nsubj" and not subject)
        linked = noun.dep_.startswith("obl") and (
            self._joining.preposition(noun) in self._joining.noun_links
        )
        status = self._told.over_nouns.get(lemma)
        if status is not None and (linked or (is_object and not noun.dep_.startswith("obl"))):
            self._by_verb(head, status, lemma, standing, sentence)
        elif linked and lemma in self._told.reaching:
            standing.take(self._verbs.of_clause(head, sentence, lasting))
        elif linked and (carried := self._carried(head, noun)) is not None:
            noun_status, word = carried
            self._by_verb(head, noun_status, word.lemma_.lower(), standing, sentence)
        elif subject and status == "begun":
            # "Les livraisons ont continué"
            clause = self._clauses.judge(head, sentence, lasting=lasting)
            if clause.status == "done":
                clause.turn("begun", "status-by-verb", sentence, head)
            standing.take(clause)
        elif lemma in self._told.claiming:
            # Whoever claims an attack or doesn't: it happened.
            return
        elif (is_object or subject or noun.dep_.startswith("obl")) and (
            lemma in self._joining.support or lemma in self._told.happening
        ):
            standing.take(self._verbs.of_clause(head, sentence, lasting))
        elif subject or noun.dep_ == "nsubj:pass":
            clause = self._clauses.judge(head, sentence, lasting=False)
            if clause.status == "considered" and lemma not in self._told.containing:
                # "La vente rapporterait": it has not happened either.
                standing.take(clause)

    def _carried(self, verb: Token, noun: Token) -> tuple[EventStatus, Token] | None:
        """Take "opposer son veto à la vente", "mettre fin aux livraisons" into account."""
        for child in verb.children:
            if verb.i < child.i < noun.i and child.dep_ in {"obj", "obl:arg", "obl:mod", "nmod"}:
                status = self._told.carried.get(child.lemma_.lower())
                if status is not None:
                    return status, child
        return None

    def _by_verb(
        self,
        verb: Token,
        status: EventStatus,
        lemma: str,
        standing: Standing,
        sentence: Sentence,
    ) -> None:
        """Take a verb into account that says where its object stands."""
        if status in OPENING and (open_ := self._verbs.yet(verb, sentence)):
            standing.take(open_)
            return
        if status == "denied" and self._verbs.left_open(verb, standing, sentence):
            return
        if self._clauses.negation(verb) is not None:
            if lemma in self._told.open_when_negated:
                status = "considered"
            elif status in {"refused", "denied"}:
                return
            elif status in {"agreed", "begun"}:
                status = "refused"
        standing.turn(status, "status-by-verb", sentence, verb)
