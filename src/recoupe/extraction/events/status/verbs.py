"""Where an event stands that a verb tells of, by what governs it.

The verb's own clause is asked first, then word by word up the parse: "a refusé de livrer",
"dément avoir livré", "rien ne prouve qu'il ait livré".
"""

from recoupe.extraction import grammar
from recoupe.extraction.events.roles.voice import is_infinitive
from recoupe.extraction.events.status.clauses import Clauses, Standing
from recoupe.extraction.events.status.words import StatusWords
from recoupe.extraction.factuality.lexicon import Words
from recoupe.extraction.factuality.mood import conditional_of, is_compound
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model.statement import EventStatus

_HIGHEST = 6
_GOVERNED = frozenset(("xcomp", "ccomp", "obl:arg", "obl:mod", "csubj", "obl", "acl"))
_RELATIVE = frozenset(("acl:relcl", "acl"))
_ASIDE = frozenset(("acl:relcl", "advcl", "parataxis", "amod"))
# How a noun hangs on the verb that something is done to it by.
OBJECTS = frozenset(("obj", "nsubj:pass", "obl:arg", "obl:agent"))
# What has begun, or was agreed to, only where that itself has happened.
OPENING = frozenset(("begun", "agreed"))


class VerbStatus:
    """Judges verbs and what governs them, for one language.

    Args:
        words: Its words of factuality.
        told: Its words of status.
        clauses: Judges verbs by themselves.
    """

    def __init__(self, words: Words, told: StatusWords, clauses: Clauses) -> None:
        self._words = words
        self._told = told
        self._clauses = clauses

    def of_clause(self, verb: Token, sentence: Sentence, lasting: bool) -> Standing:
        """Return where a verb's event stands, by its clause and by all that governs it."""
        standing = self._clauses.judge(verb, sentence, lasting=lasting)
        if standing.status != "unknown":
            self._climb(verb, standing, sentence)
        return standing

    def left_open(self, verb: Token, standing: Standing, sentence: Sentence) -> bool:
        """Take "ne nie pas", "sans démentir", "refuse de nier" into account: it is left open."""
        if not grammar.is_verb(verb):
            # "n'est pas faux" affirms.
            return False
        negation = self._clauses.negation(verb)
        if negation is not None:
            standing.turn("unknown", "negation", sentence, negation)
            return True
        above = verb.head
        held = is_infinitive(verb) and verb.dep_ in _GOVERNED and above is not verb
        if held and self._told.verbs.get(self._clauses.lemma(above)) == "refused":
            standing.turn("unknown", "status-by-verb", sentence, above)
            return True
        return False

    def rejected(self, noun: Token, standing: Standing, sentence: Sentence) -> bool:
        """Take "rejette les accusations de livraison" into account."""
        verb = noun.head
        if noun.lemma_.lower() not in self._told.claims or noun.dep_ not in OBJECTS:
            return False
        if self._clauses.lemma(verb) not in self._told.rejecting:
            return False
        if not self.left_open(verb, standing, sentence):
            standing.turn("denied", "denial", sentence, verb)
        return True

    def yet(self, head: Token, sentence: Sentence) -> Standing | None:
        """Return where a governing verb itself stands, where that is still ahead or open."""
        if not grammar.is_verb(head) or is_infinitive(head):
            return None
        clause = self._clauses.judge(head, sentence, lasting=False)
        return clause if clause.status in {"considered", "unknown"} else None

    def _climb(self, verb: Token, standing: Standing, sentence: Sentence) -> None:
        """Ask what governs a verb, and what governs that."""
        word, first = verb, True
        for _ in range(_HIGHEST):
            head = word.head
            if head is word:
                return
            infinitive = is_infinitive(word)
            if self._is_asked_about(word, infinitive):
                return
            if word.dep_ == "conj" and (infinitive or not grammar.is_finite(word)):
                word = head
                continue
            if (
                word.dep_ in _RELATIVE
                and not infinitive
                and (
                    self._cleft(head, standing, sentence) or self.rejected(head, standing, sentence)
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
            if status == "denied" and self.left_open(head, standing, sentence):
                return
            if status is not None and not (infinitive and is_compound(word) and status != "denied"):
                # "accusé d'avoir livré" tells of what is done, whoever says so.
                self._governed(standing, status, head, sentence, infinitive, first)
                # "pourrait commencer à livrer": what governs the beginning tells more.
                first = first and status in OPENING and is_infinitive(head)
            if infinitive and self._open_above(head, standing, sentence):
                return
            word = head

    def _is_asked_about(self, word: Token, infinitive: bool) -> bool:
        """Tell "n'a pu établir qui les avait achetés", which takes the purchase for granted."""
        if infinitive or word.dep_ != "ccomp":
            return False
        return any(c.i < word.i and c.lower_ in self._told.asked for c in word.children)

    def _cleft(self, head: Token, standing: Standing, sentence: Sentence) -> bool:
        """Take "ce n'est pas nous qui avons coupé le câble" into account."""
        copula = next((c for c in head.children if c.dep_ == "cop"), None)
        shown = any(c.lower_ in self._told.shown for c in head.children if c.i < head.i)
        negation = self._clauses.negation(copula) if copula is not None and shown else None
        if negation is not None:
            standing.turn("denied", "negation", sentence, negation)
        return negation is not None

    def _unproved(self, head: Token, standing: Standing, sentence: Sentence) -> bool:
        """Take "rien ne prouve que", "il n'y a aucune preuve que" into account."""
        if head.lemma_.lower() not in self._told.proving:
            return False
        verb = head if grammar.is_verb(head) else head.head
        negation = self._clauses.negation(verb) if grammar.is_verb(verb) else None
        if negation is not None:
            standing.turn("denied", "negation", sentence, negation)
        return negation is not None

    def _of_governor(self, head: Token, infinitive: bool) -> EventStatus | None:
        """Return what a governing word makes of what it governs; None where nothing."""
        lemma = self._clauses.lemma(head)
        status = self._told.verbs.get(lemma)
        if not infinitive:
            # "pense vendre" is a plan, "pense que l'Iran vend" a belief in what goes on.
            if lemma in self._told.before_infinitives:
                status = None
            status = self._told.verbs.get(f"{lemma}-que", status)
        if head.pos_ in {"NOUN", "ADJ"} and not grammar.is_verb(head):
            status = self._told.nouns.get(head.lemma_.lower(), status)
            if status is None and head.pos_ == "ADJ" and infinitive:
                # "est prêt à livrer"
                return "considered"
        if status is None and (lemma in self._words.intention or lemma in self._words.planning):
            return "considered"
        return status

    def _open_above(self, head: Token, standing: Standing, sentence: Sentence) -> bool:
        """Take "si l'usine échoue à livrer", "n'a pas l'intention de livrer" into account."""
        condition = self._clauses.condition(head)
        if condition is not None:
            standing.turn("unknown", "condition", sentence, condition)
            return True
        if self.rejected(head, standing, sentence):
            return True
        if head.pos_ == "NOUN" and grammar.is_verb(head.head) and head.dep_ == "obj":
            negation = self._clauses.negation(head.head)
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
        turned: EventStatus
        negation = self._negation(head)
        if status == "denied":
            if negation is None:
                # "dément ne pas avoir livré"
                turned = "unknown" if standing.status == "denied" else "denied"
                standing.turn(turned, "denial", sentence, head)
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
        elif status in OPENING and negation is None and (open_ := self.yet(head, sentence)):
            # "pourrait commencer à livrer", "autorisera à livrer": not yet.
            standing.take(open_)
        elif negation is not None:
            if self._clauses.lemma(head) in self._told.open_when_negated:
                standing.turn("considered", "hedge", sentence, head)
            elif self._clauses.lemma(head) in self._told.ceasing:
                # "n'a pas cessé de livrer"
                standing.turn("begun", "status-by-verb", sentence, head)
            elif status != "refused":
                turned = "denied" if status == "sought" else "refused"
                standing.turn(turned, "negation", sentence, negation)
        elif infinitive or standing.status != "done" or status in {"sought", "refused"}:
            # Not "espère que X a livré", which is over.
            standing.turn(status, "status-by-verb", sentence, head)

    def _realised(self, head: Token) -> bool:
        """Tell "a dû partir" from "aurait dû partir", "doit partir"."""
        return (
            self._clauses.lemma(head) in self._told.realised
            and is_compound(head)
            and conditional_of(head, self._words) is None
            and not any(grammar.has(a, "Mood", "Cnd") for a in grammar.auxiliaries(head))
        )

    def _negation(self, head: Token) -> Token | None:
        """Return what negates a governing word: also "n'est pas question de", "pas question de"."""
        if grammar.is_verb(head):
            return self._clauses.negation(head)
        for child in head.children:
            before = child.i < head.i
            if before and (child.lower_ in self._words.bare or child.lower_ in self._told.outside):
                return child
        if head.head.lower_ in self._told.outside:
            return head.head
        copula = next((c for c in head.children if c.dep_ == "cop"), None)
        return self._clauses.negation(copula) if copula is not None else None

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
            own = self._clauses.judge(head, sentence, lasting=False)
            standing.status = own.status
            standing.reasons += own.reasons

    def _purpose(self, word: Token, standing: Standing, sentence: Sentence) -> bool:
        """Take "pour livrer", "avant de livrer", "sans livrer" into account."""
        if not is_infinitive(word):
            return False
        # Without clitics: "au lieu de les livrer".
        before = [t for t in word.doc[max(word.first, word.i - 4) : word.i] if t.pos_ != "PRON"]
        if " ".join(t.lower_ for t in before).endswith(self._told.instead):
            standing.turn("denied", "status-by-preposition", sentence, before[-1])
            return True
        for child in word.children:
            if child.dep_ in {"mark", "case"} and child.i < word.i:
                if child.lower_ in self._told.first and not is_infinitive(word.head):
                    beside = self._clauses.judge(word.head, sentence, lasting=False)
                    if beside.status in {"done", "denied"}:
                        return True
                if child.lower_ in self._told.purposes and not is_compound(word):
                    standing.turn("considered", "status-by-preposition", sentence, child)
                    return True
                if child.lower_ in self._told.without:
                    return True
        return False
