"""Where an event stands: considered, sought, agreed, begun, done, refused, denied, unknown.

The verb's own tense, mood and negation are asked first, then what governs it, word by
word up the parse: "a refusé de livrer", "un projet de vente", "dément avoir livré". How
certain it is that the event stands so is factuality's matter: who accuses somebody of a
delivery speaks of one that is done.
"""

from recoupe.extraction.attribution import grammar
from recoupe.extraction.events.clause_status import Clauses, Standing, is_infinitive
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.predicates import said_of
from recoupe.extraction.events.status_words import load_status
from recoupe.extraction.factuality.lexicon import load_words
from recoupe.extraction.factuality.mood import conditional_of, is_compound
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.language import Pack
from recoupe.model import Reason
from recoupe.model.statement import EventStatus

_HIGHEST = 6
_GOVERNED = frozenset(("xcomp", "ccomp", "obl:arg", "obl:mod", "csubj", "obl", "acl"))
_RELATIVE = frozenset(("acl:relcl", "acl"))
_ASIDE = frozenset(("acl:relcl", "advcl", "parataxis", "amod"))
_OBJECTS = frozenset(("obj", "nsubj:pass", "obl:arg", "obl:agent"))
# What has begun, or was agreed to, only where that itself has happened.
_OPENING = frozenset(("begun", "agreed"))

Judged = tuple[EventStatus, tuple[Reason, ...], tuple[Token, ...]]
"""A status, why, and the words that govern the event, itself first."""


class Statuses:
    """Judges where events stand, for one language.

    Args:
        pack: The pack of the language.
        joining: Its words that join.
    """

    def __init__(self, pack: Pack, joining: Joining) -> None:
        self.words = load_words(pack)
        self._told = load_status(pack)
        self._joining = joining
        self.clauses = Clauses(self.words, self._told, joining)

    def of_verb(self, verb: Token, sentence: Sentence, *, lasting: bool) -> Judged:
        """Return where an event stands that a verb tells of.

        Args:
            verb: The verb.
            sentence: Its sentence.
            lasting: Whether such an event goes on, so that the present tells of one begun.
        """
        standing = self._of_clause(verb, sentence, lasting)
        return standing.status, tuple(standing.reasons), tuple(standing.met)

    def of_noun(self, noun: Token, sentence: Sentence, *, lasting: bool) -> Judged:
        """Return where an event stands that a noun tells of; else as :meth:`of_verb`."""
        standing = Standing("done", met=[noun])
        self._within_phrase(noun, standing, sentence)
        if standing.status == "done":
            self._above_noun(noun, standing, sentence, lasting)
        return standing.status, tuple(standing.reasons), tuple(standing.met)

    def _of_clause(self, verb: Token, sentence: Sentence, lasting: bool) -> Standing:
        standing = self.clauses.judge(verb, sentence, lasting=lasting)
        if standing.status != "unknown":
            self._climb(verb, standing, sentence)
        return standing

    def _within_phrase(self, noun: Token, standing: Standing, sentence: Sentence) -> None:
        """Ask a noun's determiner, preposition and adjectives."""
        told = self._told
        for child in noun.children:
            before = child.i < noun.i
            if before and (
                child.lower_ in told.denying
                or (child.lower_ in self.words.bare and child.dep_ == "advmod")
                or (child.lower_ in told.without and child.dep_ == "case")
            ):
                standing.turn("denied", "negation", sentence, child)
                return
            if child.dep_ == "cop" and (negation := self.clauses.negation(child)) is not None:
                # "Ce n'est pas un accident"
                standing.turn("denied", "negation", sentence, negation)
                return
            if child.dep_ == "cop" and noun.dep_ == "xcomp" and is_infinitive(child):
                # "Ce pourrait être un tir"
                modal = told.verbs.get(self.clauses.lemma(noun.head))
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
        condition = self.clauses.condition_over(noun)
        if condition is not None:
            standing.turn("unknown", "condition", sentence, condition)
        elif (said := said_of(noun, self.clauses, self._told)) is not None:
            standing.turn(said[0], said[1], sentence, said[2])
        elif head.pos_ in {"NOUN", "PROPN"} and noun.dep_.startswith("nmod"):
            self._under_noun(noun, head, standing, sentence)
        elif grammar.is_verb(head) or any(c.dep_ == "cop" for c in head.children):
            self._under_verb(noun, head, standing, sentence, lasting)

    def _under_noun(self, noun: Token, head: Token, standing: Standing, sentence: Sentence) -> None:
        """Take "un projet de vente", "a rejeté la demande de livraison" into account."""
        if self._rejected(head, standing, sentence):
            return
        lemma = head.lemma_.lower()
        # "un terme aux livraisons"
        status = self._told.nouns.get(lemma, self._told.carried.get(lemma))
        if status is None or self._joining.preposition(noun) not in self._joining.noun_links:
            return
        standing.turn(status, "status-by-noun", sentence, head)
        verb = head.head
        if status in {"agreed", "considered"} and head.dep_ in {"obj", "nsubj:pass"}:
            above = self._told.over_nouns.get(self.clauses.lemma(verb))
            if above in {"refused", "denied", "sought"}:
                standing.met.append(verb)
                standing.turn(above, "status-by-verb", sentence, verb)

    def _rejected(self, noun: Token, standing: Standing, sentence: Sentence) -> bool:
        """Take "rejette les accusations de livraison" into account."""
        verb = noun.head
        if noun.lemma_.lower() not in self._told.claims or noun.dep_ not in _OBJECTS:
            return False
        if self.clauses.lemma(verb) not in self._told.rejecting:
            return False
        if self.clauses.negation(verb) is None:
            standing.turn("denied", "denial", sentence, verb)
        return True

    def _under_verb(
        self, noun: Token, head: Token, standing: Standing, sentence: Sentence, lasting: bool
    ) -> None:
        """Take what is done to a noun's event, or what it does, into account."""
        lemma = self.clauses.lemma(head)
        subject = noun.dep_ == "nsubj" and not grammar.is_passive(head)
        is_object = noun.dep_ in _OBJECTS or (noun.dep_ == "nsubj" and not subject)
        linked = noun.dep_.startswith("obl") and (
            self._joining.preposition(noun) in self._joining.noun_links
        )
        status = self._told.over_nouns.get(lemma)
        if status is not None and (linked or (is_object and not noun.dep_.startswith("obl"))):
            self._by_verb(head, status, lemma, standing, sentence)
        elif linked and lemma in self._told.reaching:
            standing.take(self._of_clause(head, sentence, lasting))
        elif linked and (carried := self._carried(head, noun)) is not None:
            noun_status, word = carried
            self._by_verb(head, noun_status, word.lemma_.lower(), standing, sentence)
        elif subject and status == "begun":
            # "Les livraisons ont continué"
            clause = self.clauses.judge(head, sentence, lasting=lasting)
            if clause.status == "done":
                clause.turn("begun", "status-by-verb", sentence, head)
            standing.take(clause)
        elif lemma in self._told.claiming:
            # Whoever claims an attack or doesn't: it happened.
            return
        elif (is_object or subject or noun.dep_.startswith("obl")) and (
            lemma in self._joining.support or lemma in self._told.happening
        ):
            standing.take(self._of_clause(head, sentence, lasting))
        elif subject or noun.dep_ == "nsubj:pass":
            clause = self.clauses.judge(head, sentence, lasting=False)
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

    def _yet(self, head: Token, sentence: Sentence) -> Standing | None:
        """Return where a governing verb itself stands, where that is still ahead or open."""
        if not grammar.is_verb(head) or is_infinitive(head):
            return None
        clause = self.clauses.judge(head, sentence, lasting=False)
        return clause if clause.status in {"considered", "unknown"} else None

    def _by_verb(
        self,
        verb: Token,
        status: EventStatus,
        lemma: str,
        standing: Standing,
        sentence: Sentence,
    ) -> None:
        """Take a verb into account that says where its object stands."""
        if status in _OPENING and (open_ := self._yet(verb, sentence)):
            standing.take(open_)
            return
        if self.clauses.negation(verb) is not None:
            if lemma in self._told.open_when_negated:
                status = "considered"
            elif status in {"refused", "denied"}:
                return
            elif status in {"agreed", "begun"}:
                status = "refused"
        standing.turn(status, "status-by-verb", sentence, verb)

    def _climb(self, verb: Token, standing: Standing, sentence: Sentence) -> None:
        """Ask what governs a verb, and what governs that."""
        word, first = verb, True
        for _ in range(_HIGHEST):
            head = word.head
            if head is word:
                return
            infinitive = is_infinitive(word)
            if word.dep_ == "conj" and (infinitive or not grammar.is_finite(word)):
                word = head
                continue
            if (
                word.dep_ in _RELATIVE
                and not infinitive
                and (
                    self._cleft(head, standing, sentence)
                    or self._rejected(head, standing, sentence)
                )
            ):
                return
            if self._purpose(word, standing, sentence) or (word.dep_ in _ASIDE and not infinitive):
                return
            status = self._of_governor(head, infinitive)
            if not infinitive and self._unproved(head, standing, sentence):
                return
            if word.dep_ not in _GOVERNED and head.pos_ not in {"NOUN", "ADJ"}:
                return
            standing.met.append(head)
            if status is not None and not (infinitive and is_compound(word) and status != "denied"):
                # "accusé d'avoir livré" tells of what is done, whoever says so.
                self._governed(standing, status, head, sentence, infinitive, first)
                # "pourrait commencer à livrer": what governs the beginning tells more.
                first = first and status in _OPENING and is_infinitive(head)
            if infinitive and self._open_above(head, standing, sentence):
                return
            word = head

    def _cleft(self, head: Token, standing: Standing, sentence: Sentence) -> bool:
        """Take "ce n'est pas nous qui avons coupé le câble" into account."""
        copula = next((c for c in head.children if c.dep_ == "cop"), None)
        shown = any(c.lower_ in self._told.shown for c in head.children if c.i < head.i)
        negation = self.clauses.negation(copula) if copula is not None and shown else None
        if negation is not None:
            standing.turn("denied", "negation", sentence, negation)
        return negation is not None

    def _unproved(self, head: Token, standing: Standing, sentence: Sentence) -> bool:
        """Take "rien ne prouve que", "il n'y a aucune preuve que" into account."""
        if head.lemma_.lower() not in self._told.proving:
            return False
        verb = head if grammar.is_verb(head) else head.head
        negation = self.clauses.negation(verb) if grammar.is_verb(verb) else None
        if negation is not None:
            standing.turn("denied", "negation", sentence, negation)
        return negation is not None

    def _of_governor(self, head: Token, infinitive: bool) -> EventStatus | None:
        """Return what a governing word makes of what it governs; None where nothing."""
        lemma = self.clauses.lemma(head)
        status = self._told.verbs.get(lemma)
        if not infinitive:
            # "pense vendre" is a plan, "pense que l'Iran vend" a belief in what goes on.
            status = self._told.verbs.get(f"{lemma}-que", status)
        if head.pos_ in {"NOUN", "ADJ"} and not grammar.is_verb(head):
            status = self._told.nouns.get(head.lemma_.lower(), status)
            if status is None and head.pos_ == "ADJ" and infinitive:
                # "est prêt à livrer"
                return "considered"
        if status is None and (lemma in self.words.intention or lemma in self.words.planning):
            return "considered"
        return status

    def _open_above(self, head: Token, standing: Standing, sentence: Sentence) -> bool:
        """Take "si l'usine échoue à livrer", "n'a pas l'intention de livrer" into account."""
        condition = self.clauses.condition(head)
        if condition is not None:
            standing.turn("unknown", "condition", sentence, condition)
            return True
        if self._rejected(head, standing, sentence):
            return True
        if head.pos_ == "NOUN" and grammar.is_verb(head.head) and head.dep_ == "obj":
            negation = self.clauses.negation(head.head)
            if negation is not None:
                standing.turn("denied", "negation", sentence, negation)
                return True
        return False

    def _governed(
        self,
        standing: Standing,
        status: EventStatus,
        head: Token,
        sentence: Sentence,
        infinitive: bool,
        first: bool,
    ) -> None:
        """Take one governing word into account."""
        negation = self._negation(head)
        if status == "denied":
            if negation is None:
                standing.turn("denied", "denial", sentence, head)
            return
        if standing.status in {"refused", "denied"} and not infinitive:
            return
        if not first and status != "refused":
            return
        if self._realised(head):
            # "ont dû débarquer", "a pu être sauvée": they did, it was.
            self._carried_out(standing, head, negation, sentence, infinitive)
            return
        if status == "done":
            self._carried_out(standing, head, negation, sentence, infinitive)
        elif status in _OPENING and negation is None and (open_ := self._yet(head, sentence)):
            # "pourrait commencer à livrer", "autorisera à livrer": not yet.
            standing.take(open_)
        elif negation is not None:
            if self.clauses.lemma(head) in self._told.open_when_negated:
                standing.turn("considered", "hedge", sentence, head)
            elif self.clauses.lemma(head) in self._told.ceasing:
                # "n'a pas cessé de livrer"
                standing.turn("begun", "status-by-verb", sentence, head)
            elif status != "refused":
                turned: EventStatus = "denied" if status == "sought" else "refused"
                standing.turn(turned, "negation", sentence, negation)
        elif infinitive or standing.status != "done" or status in {"sought", "refused"}:
            # Not "espère que X a livré", which is over.
            standing.turn(status, "status-by-verb", sentence, head)

    def _realised(self, head: Token) -> bool:
        """Tell "a dû partir" from "aurait dû partir", "doit partir"."""
        return (
            self.clauses.lemma(head) in self._told.realised
            and is_compound(head)
            and conditional_of(head, self.words) is None
            and not any(grammar.has(a, "Mood", "Cnd") for a in grammar.auxiliaries(head))
        )

    def _negation(self, head: Token) -> Token | None:
        """Return what negates a governing word: also "n'est pas question de", "pas question de"."""
        if grammar.is_verb(head):
            return self.clauses.negation(head)
        for child in head.children:
            before = child.i < head.i
            if before and (child.lower_ in self.words.bare or child.lower_ in self._told.outside):
                return child
        if head.head.lower_ in self._told.outside:
            return head.head
        copula = next((c for c in head.children if c.dep_ == "cop"), None)
        return self.clauses.negation(copula) if copula is not None else None

    def _carried_out(
        self,
        standing: Standing,
        head: Token,
        negation: Token | None,
        sentence: Sentence,
        infinitive: bool,
    ) -> None:
        """Take "a réussi à livrer", "pourra livrer" into account: the verb's own tense tells."""
        if not infinitive:
            return
        if negation is not None:
            standing.turn("refused", "negation", sentence, negation)
        elif grammar.is_finite(head) and not is_compound(head):
            own = self.clauses.judge(head, sentence, lasting=False)
            standing.status = own.status
            standing.reasons += own.reasons

    def _purpose(self, word: Token, standing: Standing, sentence: Sentence) -> bool:
        """Take "pour livrer", "avant de livrer", "sans livrer" into account."""
        if not is_infinitive(word):
            return False
        before = [t for t in word.doc[max(word.first, word.i - 4) : word.i] if not _clitic(t)]
        if " ".join(t.lower_ for t in before).endswith(self._told.instead):
            standing.turn("denied", "status-by-preposition", sentence, before[-1])
            return True
        for child in word.children:
            if child.dep_ in {"mark", "case"} and child.i < word.i:
                if child.lower_ in self._told.first and not is_infinitive(word.head):
                    beside = self.clauses.judge(word.head, sentence, lasting=False)
                    if beside.status in {"done", "denied"}:
                        return True
                if child.lower_ in self._told.purposes and not is_compound(word):
                    standing.turn("considered", "status-by-preposition", sentence, child)
                    return True
                if child.lower_ in self._told.without:
                    return True
        return False


def _clitic(word: Token) -> bool:
    return word.pos_ == "PRON"
