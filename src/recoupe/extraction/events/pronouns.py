"""Whom and what pronouns among an event's parts stand for.

People and bodies are the claimers' matter; here stand who speaks in the first person, whom
a pronoun within somebody's words means, and things: "Les gyroscopes ... Ils ont été
expédiés". What two things fit stays open.
"""

from collections.abc import Iterable, Sequence

from recoupe.extraction import grammar
from recoupe.extraction.attribution.found import Attribution, SourceWords
from recoupe.extraction.claimers import Claimers
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.kinds import Things, admits
from recoupe.extraction.events.roles.control import doer
from recoupe.extraction.events.roles.objects import is_bare_count
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Source, Span

# What was left open by whoever resolves names.
_OPEN = frozenset(("pronoun-unresolved", "source-not-named"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_PARTS = frozenset(("nsubj", "nsubj:pass", "obj", "root", "ROOT", "dislocated", "nmod"))
# Sentences before that of the pronoun in which a thing may stand.
_REACH = 2
# How far up the parse whose something is may stand.
_HIGHEST = 4


class Pronouns:
    """Resolves the pronouns of one report.

    Args:
        sentences: Its sentences, in order.
        attributions: Who says what in it.
        claimers: Resolves people and bodies.
        things: Tells what words name.
        joining: The language's words that join.
    """

    def __init__(
        self,
        sentences: Sequence[Sentence],
        attributions: Sequence[Attribution],
        claimers: Claimers,
        things: Things,
        joining: Joining,
    ) -> None:
        self._sentences = sentences
        self._number = {id(sentence): k for k, sentence in enumerate(sentences)}
        self._attributions = attributions
        self._claimers = claimers
        self._things = things
        self._joining = joining

    def somebody(self, head: Token, sentence: Sentence) -> Source | None:
        """Return whom a pronoun, or a possessive, means; None where it stays open."""
        span = sentence.span_of([head])
        if head.lower_ in self._joining.first_person:
            speaker = self._speaker(span, direct=True)
            plural = head.lower_ in self._joining.first_person_plural
            return speaker if speaker and not (plural and speaker.kind == "person") else None
        if head.dep_ == "det":
            # Whose something is, nothing here tells with any certainty.
            return None
        asked = self._asked(head) or self._expected(head)
        source = self._claimers.resolve(
            SourceWords(sentence.span_of([asked]), asked, sentence)
            if asked is not None
            else SourceWords(span, head, sentence)
        )
        if source is not None and not any(reason.rule in _OPEN for reason in source.reasons):
            return source
        if asked is None and head.lower_ in self._joining.third_person:
            # "Elle affirme qu'on lui a offert un poste"
            return self._speaker(span, direct=False)
        return None

    def _asked(self, pronoun: Token) -> Token | None:
        """Return "la banque" of "la banque refuse de dire si elle a payé"."""
        clause = pronoun.head
        if not any(c.lower_ in self._joining.whether and c.i < pronoun.i for c in clause.children):
            return None
        if clause.dep_ not in {"ccomp", "advcl"} or not pronoun.dep_.startswith("nsubj"):
            return None
        own = doer(clause.head, self._joining)
        if own is None or own.pos_ != "NOUN" or not self._agree(own, pronoun):
            return None
        return own

    def _expected(self, pronoun: Token) -> Token | None:
        """Return "Paris" of "attend de Paris qu'il livre", "exige de la firme qu'elle paie"."""
        clause = pronoun.head
        above = clause.head
        if clause.dep_ != "ccomp" or not pronoun.dep_.startswith("nsubj"):
            return None
        if above.lemma_.lower() not in self._joining.expecting:
            return None
        for child in above.children:
            if (
                above.i < child.i < pronoun.i
                and child.dep_.startswith(("obl", "iobj"))
                and child.pos_ in _NOUNS
                and self._joining.preposition(child) in {"de", "à"}
            ):
                return child
        return None

    def taken_of(self, number: Token) -> Token | None:
        """Return "en" of "en a livré six"."""
        verb = number.head
        if not grammar.is_verb(verb) or number.i < verb.i:
            return None
        before = [c for c in verb.children if c.i < verb.i and c.pos_ == "PRON"]
        return next((c for c in before if c.lower_ in self._joining.open_form), None)

    def is_plural(self, pronoun: Token) -> bool:
        """Tell a pronoun, or a possessive, that stands for several."""
        return pronoun.lower_.lstrip("-t") in self._joining.plural

    def undergo(self, pronoun: Token) -> bool:
        """Tell several to whom something is done: "ils ont été expédiés", "les saisir"."""
        if pronoun.dep_ == "det" or not self.is_plural(pronoun):
            return False
        modal = any(c.dep_ == "xcomp" and grammar.is_passive(c) for c in pronoun.head.children)
        return pronoun.dep_ != "nsubj" or modal

    def something(
        self, head: Token, sentence: Sentence, fillers: Iterable[str]
    ) -> tuple[Token, Sentence] | None:
        """Return the noun that a pronoun takes up; None where none fits, or several do.

        Args:
            head: The pronoun, third person.
            sentence: Its sentence.
            fillers: Kinds that fit the part it plays.
        """
        if head.lower_ not in self._joining.third_person:
            return None
        listed = tuple(fillers)
        allowed = frozenset(listed)
        if head.dep_ == "det":
            owner = self._owner(head, sentence, allowed)
            if owner is not None:
                return owner, sentence
        number = self._number[id(sentence)]
        both = self._beside_pronoun(head)
        for earlier in range(number, max(-1, number - 1 - _REACH), -1):
            held = self._sentences[earlier]
            words = [w for w in held.words if earlier < number or w.i < head.i]
            fitting = [w for w in words if self._fits(w, head, held, allowed)]
            if both:
                fitting = [w for w in fitting if not w.dep_.startswith("nsubj")]
            if len(fitting) > 1 and head.dep_ != "det" and not head.dep_.startswith("nsubj"):
                # "La firme a vendu la cargaison ... l'a revendue": what fits the part best.
                best = [w for w in fitting if admits(listed[:1], self._kinds(w, held))]
                fitting = best or fitting
            chief = [w for w in fitting if w.dep_.startswith("nsubj")]
            if len(chief) > 1:
                # What fits the part best ("sa mort": somebody's, not an outlet's).
                chief = [w for w in chief if admits(listed[:1], self._kinds(w, held))] or chief
            if len(chief) > 1:
                # Of several subjects that of the main clause.
                chief = [w for w in chief if w.head is held.root] or chief
            if len(chief) == 1:
                return chief[0], held
            if len(fitting) == 1:
                return fitting[0], held
            if fitting:
                return None
        return None

    def _beside_pronoun(self, pronoun: Token) -> bool:
        """Tell "ils les ont expédiés": the subject takes up a subject, the object another part."""
        if pronoun.dep_ == "det" or pronoun.dep_.startswith("nsubj"):
            return False
        return any(
            c.dep_.startswith("nsubj") and c.lower_ in self._joining.third_person
            for c in pronoun.head.children
        )

    def _owner(
        self, possessive: Token, sentence: Sentence, allowed: frozenset[str]
    ) -> Token | None:
        """Return whose something is within its sentence: the subject's above it, or the object's.

        "Le chanteur vivait à Paris au moment de sa mort"
        """
        word = possessive.head
        for _ in range(_HIGHEST):
            above = word.head
            if above is word:
                return None
            if grammar.is_verb(above) and not word.dep_.startswith("nsubj"):
                own = doer(above, self._joining)
                objects = [c for c in above.children if c.dep_ in {"obj", "obl:arg"}]
                for held in (own, *objects):
                    if held is None or held.i >= possessive.i or held is word:
                        continue
                    if held is own and held.lower_ in self._joining.third_person:
                        return held
                    if self._is_owned(held) or self._is_one_of_two(held, possessive, sentence):
                        continue
                    if self._is_one(held, possessive, sentence, allowed):
                        return held
            word = above
        return None

    def _is_owned(self, word: Token) -> bool:
        """Tell "sa famille"."""
        return any(grammar.has(c, "Poss", "Yes") for c in word.children if c.dep_ == "det")

    def _is_one_of_two(self, word: Token, possessive: Token, sentence: Sentence) -> bool:
        """Tell "l'avocat de Rey", "la famille de Rey" before "son arrestation": open whose.

        A body's name, or of what it is, leaves the person before it alone: "le chef du parti".
        """
        head, of = (word.head, word) if word.dep_ == "nmod" else (word, None)
        if of is None:
            of = next((c for c in word.children if c.dep_ == "nmod" and c.i > word.i), None)
        if of is None or head.pos_ != "NOUN" or self._joining.preposition(of) != "de":
            return False
        people = [w for w in (head, of) if "person" in self._kinds(w, sentence)]
        if word is of and len(people) == 1:
            return False
        return of in people and self._agree(of, possessive)

    def _is_one(
        self, word: Token, pronoun: Token, sentence: Sentence, allowed: frozenset[str]
    ) -> bool:
        if word.pos_ not in _NOUNS or not self._agree(word, pronoun):
            return False
        held = self._kinds(word, sentence)
        return bool(held) and admits(allowed, held)

    def _kinds(self, word: Token, sentence: Sentence) -> frozenset[str]:
        return self._things.kinds(self._things.core(word), sentence)

    def _fits(
        self, word: Token, pronoun: Token, sentence: Sentence, allowed: frozenset[str]
    ) -> bool:
        if word.pos_ not in _NOUNS:
            return False
        if word.dep_ not in _PARTS and not is_bare_count(word, self._joining):
            return False
        if pronoun.dep_ == "det" and (
            self._is_owned(word) or self._is_one_of_two(word, pronoun, sentence)
        ):
            # "sa famille dit que son arrestation": neither is the other's.
            return False
        if word.head is pronoun.head:
            # Two parts of one verb are two: "les douaniers les ont saisis".
            return False
        return self._is_one(word, pronoun, sentence, allowed)

    def _agree(self, word: Token, pronoun: Token) -> bool:
        if pronoun.lower_ in self._joining.open_form:
            return True
        plural = self.is_plural(pronoun)
        several = any(c.dep_ == "conj" and c.pos_ in _NOUNS for c in word.children)
        if (several or grammar.has(word, "Number", "Plur")) != plural:
            return False
        gender = self._joining.gender.get(pronoun.lower_.lstrip("-t"))
        told = grammar.feature(word, "Gender")
        return not (gender and told and gender != told)

    def is_speaker(self, span: Span, source: Source) -> bool:
        """Tell whether words within what somebody is reported to say would mean that somebody."""
        speaker = self._speaker(span, direct=False)
        return speaker is not None and speaker.name == source.name

    def _speaker(self, span: Span, *, direct: bool) -> Source | None:
        """Return who says the words that a pronoun stands in."""
        held = [
            a
            for a in self._attributions
            if a.content.covers(span)
            and (a.quotation == "direct") == direct
            and a.source is not None
            # "Il plaidera non coupable, a dit son avocate": no pronoun looks ahead.
            and (direct or a.source.span.start < span.start)
        ]
        if not held:
            return None
        nearest = min(held, key=lambda a: a.content.end - a.content.start)
        source = self._claimers.resolve(nearest.source) if nearest.source is not None else None
        if source is None or any(reason.rule in _OPEN for reason in source.reasons):
            return None
        return source
