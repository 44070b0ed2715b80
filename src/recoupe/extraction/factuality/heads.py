"""The main verb of a proposition, by the parse and by the order of words."""

from itertools import pairwise

from recoupe.extraction import grammar
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.factuality.attitude import judge_attitude
from recoupe.extraction.factuality.fragments import RELATIVES
from recoupe.extraction.factuality.further_heads import (
    complements,
    correlate,
    explains,
    further_modals,
)
from recoupe.extraction.factuality.governing import judge_mistagged
from recoupe.extraction.factuality.modality import has_verb, is_affirmed, judge_verb
from recoupe.extraction.factuality.scope import Scope, lexical
from recoupe.extraction.factuality.verbless import is_answer, judge_verbless
from recoupe.extraction.factuality.verdict import Verdict
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token

_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "expl:subj"))
# "de ne pas l'avoir dit": what may stand between.
_BEFORE_INFINITIVE = frozenset(("ADV", "PRON", "PART"))
_IT = frozenset(("il", "c'", "c’", "ce"))
_KNOWING = frozenset(("savoir", "constater", "voir"))
_FIRST_PERSON = frozenset(("je", "j'", "j’", "nous"))
_ONE = "on"


def main_of(root: Token, cue: Token | None, scope: Scope) -> Token:
    """Return the main verb: the parse's, unless it stands where none can."""
    if scope.head is None:
        return root
    elsewhere = (
        root is cue
        or root.i in scope.left_out
        or _is_behind(root, scope)
        or grammar.is_present_participle(root)
        or _is_set_before(root, scope)
        or _is_aside(root, scope)
        or _is_spliced(root, scope)
        # "le soupçon persiste", parsed as one long noun phrase
        or (not has_verb(root) and grammar.is_finite(scope.head))
    )
    return lexical(scope.head) if elsewhere else root


def blamed_with(root: Token, cue: Token, scope: Scope, saying: Saying) -> Token | None:
    """Return the infinitive of "accuse ⟦la banque de ne pas payer⟧", where the parse has the noun.

    Args:
        root: The content's main token.
        cue: The word of saying.
        scope: The content.
        saying: The words of saying of the language.
    """
    told = saying.cue(cue)
    if told is None or not told.blames or grammar.is_verb(root):
        return None
    tokens = scope.tokens
    for place, token in enumerate(tokens):
        if token.i <= root.i or not grammar.has(token, "VerbForm", "Inf"):
            continue
        before = (t for t in reversed(tokens[:place]) if t.pos_ not in _BEFORE_INFINITIVE)
        opener = next(before, None)
        if opener is not None and opener.lower_ in grammar.DE:
            return token
    return None


def _is_set_before(root: Token, scope: Scope) -> bool:
    """Tell whether the parse's main verb stands in "si P," or "bien que P," before the main one."""
    head = scope.head
    if head is None or root.i >= head.i:
        return False
    return scope.opens_inside and any(t.text == "," for t in root.doc[root.i : head.i])


def _is_aside(root: Token, scope: Scope) -> bool:
    """Tell "l'employé, qu'il a refusé de nommer, a été licencié": set in behind the subject."""
    head = scope.head
    if head is None or root.i >= head.i or root in scope.main:
        return False
    before = [t for t in scope.tokens if t.i < root.i]
    opened = any(a.text == "," and b.lower_ in RELATIVES | grammar.QUE for a, b in pairwise(before))
    return opened and any(t.text == "," for t in root.doc[root.i : head.i])


def _is_spliced(root: Token, scope: Scope) -> bool:
    """Tell "les discours ne règlent rien, il faut agir": the first clause is what is judged."""
    head = scope.head
    if head is None or head.i >= root.i or head.lower_.endswith("er"):
        # "Fermer l'école, il faudra y réfléchir"
        return False
    above = _predicate(head)
    if above.head is not root or above.dep_ == "conj":
        return False
    return any(
        c.dep_ in _SUBJECTS and c.nbor(-1).text == "," for c in root.children if c.i > head.i
    )


def judge_heads(
    verdict: Verdict,
    sentence: Sentence,
    root: Token,
    cue: Token | None,
    scope: Scope,
    saying: Saying,
    words: Words,
    *,
    into_complements: bool,
) -> None:
    """Judge the main verb by the parse and, where it is another, by the order of words.

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the main verb.
        root: The main verb by the parse, or the predicate of a copula.
        cue: The word of saying that introduces the content, if any.
        scope: The proposition's main clause.
        saying: The words of saying of the language.
        words: The pack's words.
        into_complements: Whether what hangs on the main verb with "que" is what is told.
    """
    reading = Verdict()
    judge_mistagged(reading, sentence, cue, scope, words)
    if reading.plain and (is_answer(scope, words) or (scope.head is None and not has_verb(root))):
        judge_verbless(verdict, sentence, root, scope, words)
        return
    judge_verb(reading, sentence, root, cue, scope, words)
    head = lexical(scope.head) if scope.head is not None else root
    if reading.plain and head is not root:
        other = Verdict()
        judge_verb(other, sentence, head, root if _is_told_by(root, head) else cue, scope, words)
        if not other.plain:
            reading = other
    vouched = is_vouched(root)
    shows = root.lemma_ in words.vouching
    if reading.plain and (into_complements or vouched or shows or is_affirmed(scope, words)):
        # What hangs on an unrecognised word of saying, or on "il est certain que".
        for told in complements(root, scope, vouched, words):
            judge_verb(reading, sentence, told, root, scope, words)
            if vouched:
                judge_attitude(reading, sentence, told, False, saying, words)
    if reading.plain:
        for further in further_modals(scope, words):
            judge_verb(reading, sentence, further, cue, scope, words)
    if reading.plain and (second := correlate(scope, words)) is not None:
        # "Plus la crue tarde, plus lourdes peuvent en être les suites"
        judge_verb(reading, sentence, lexical(second), cue, scope, words)
    if reading.plain and into_complements and explains(scope):
        # "Le fonds a fait un geste : il proposerait un délai"
        judge_verb(reading, sentence, lexical(scope.tail[0]), None, scope, words)
    if verdict.negative and reading.open and all(r.rule == "intention" for r in reading.reasons):
        # "dément vouloir partir" denies as "ne veut pas partir" does.
        reading.open = False
    verdict.take(reading)


def _is_told_by(root: Token, head: Token) -> bool:
    """Tell "avoir compris que la banque ne paierait pas", a future seen from the past."""
    group = grammar.verb_group(root)
    return (
        root.i < head.i
        and len(group) > 1
        and grammar.has(group[0], "VerbForm", "Inf")
        and any(t.lower_ in grammar.QUE for t in root.doc[root.i + 1 : head.i])
    )


def _predicate(head: Token) -> Token:
    return head.head if head.dep_ == "cop" else lexical(head)


def is_vouched(root: Token) -> bool:
    """Tell "il est clair que P", "nous savons que P": what is told is P."""
    subjects = [c for c in root.children if c.i < root.i and c.dep_ in _SUBJECTS]
    if any(c.dep_ == "cop" for c in root.children):
        return any(c.lower_ in _IT for c in subjects)
    if root.lemma_ in _KNOWING and any(c.lower_ == _ONE for c in subjects):
        # Not "P, mais on voit que Q", which tells P.
        before = root.doc[grammar.sentence_start(root) : root.i]
        return not any(
            grammar.is_finite(t) and grammar.is_verb(t) and t.head is not root for t in before
        )
    return root.lemma_ in _KNOWING and any(c.lower_ in _FIRST_PERSON for c in subjects)


def _is_behind(root: Token, scope: Scope) -> bool:
    """Tell whether the parse puts the main verb into a later clause than the first."""
    return bool(scope.tail) and root.i >= scope.tail[0].i
