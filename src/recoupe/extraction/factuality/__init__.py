"""How sure the nearest source is of a proposition.

Values and their meaning are FactBank's (Saurí and Pustejovsky 2009): certain,
probable or possible, each affirmed or denied, or underspecified. The value is
read from the word of saying, from the main verb of the content (negation, mood,
governing verbs), from hedges around it, and from the form of the sentence.
"""

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.lexicon import Saying, load_saying
from recoupe.extraction.factuality.asides import is_conjugated
from recoupe.extraction.factuality.attitude import judge_attitude
from recoupe.extraction.factuality.events import clause_of, governor_of, teller_of
from recoupe.extraction.factuality.form import is_answer, judge_form, judge_verbless
from recoupe.extraction.factuality.governing import judge_mistagged
from recoupe.extraction.factuality.hedges import (
    judge_hedges,
    judge_predicate,
    judge_stray_conditional,
)
from recoupe.extraction.factuality.lexicon import Words, load_words
from recoupe.extraction.factuality.modality import has_verb, is_affirmed, judge_verb
from recoupe.extraction.factuality.negation import negation_of
from recoupe.extraction.factuality.nouns import judge_bound, judge_nouns
from recoupe.extraction.factuality.scope import Scope, lexical, read_scope
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.language import Pack
from recoupe.model import Factuality, Reason, Span

__all__ = ["judge", "judge_event"]

_DE = frozenset(("de", "d'", "d’"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "expl:subj"))
_IT = frozenset(("il", "c'", "c’", "ce"))
_KNOWING = frozenset(("savoir", "constater", "voir"))
_FIRST_PERSON = frozenset(("je", "j'", "j’", "nous"))


def judge(
    text: str,
    content: Span,
    root: Token | None,
    sentence: Sentence,
    pack: Pack,
    *,
    cue: Token | None = None,
    cue_value: Factuality = Factuality.CERTAIN,
    cue_negated: Factuality = Factuality.UNDERSPECIFIED,
    denies: bool = False,
) -> tuple[Factuality, tuple[Reason, ...]]:
    """Return how sure the source is of the content, and why.

    Args:
        text: The document's stored text.
        content: Span of the proposition.
        root: The content's main token; None where it has no parse.
        sentence: The sentence that the content's main verb stands in.
        pack: The pack of the language.
        cue: The word of saying; None in the report's own voice.
        cue_value: What the word of saying commits its subject to.
        cue_negated: The same where the word of saying is negated.
        denies: The statement is a denial of the content.

    Returns:
        The value and the reasons in the order in which they were met.
    """
    words, saying = load_words(pack), load_saying(pack)
    verdict = Verdict()
    scope = read_scope(text, content, sentence, words, cue)
    named = root is not None and scope.head is None and not grammar.is_verb(root)
    if cue is not None and root is not None and cue.idx + sentence.offset < content.start:
        cue_value = _value_over(cue, root, named, cue_value, saying, words)
    if denies and cue is not None and root is not None and _turns_down(cue, root, saying, words):
        cue_value, denies = Factuality.CERTAIN, False
    _judge_cue(verdict, sentence, cue, (cue_value, cue_negated), denies, words)
    # What is denied as a noun ("rejette ces accusations") is not judged from within.
    if root is not None and not (denies and not grammar.is_verb(root)):
        root = _main_of(root, cue, scope)
        _judge_heads(
            verdict, sentence, root, cue, scope, saying, words, into_complements=cue is None
        )
        known = _is_vouched(root) and negation_of(root, words) is None
        if not known and not is_affirmed(scope, words):
            judge_attitude(verdict, sentence, root, cue is None, saying, words)
    judge_stray_conditional(verdict, sentence, root, cue, scope, saying, words)
    # Around a denied proposition the words belong to what is denied.
    if not denies:
        judge_predicate(verdict, sentence, root, scope, words)
        judge_hedges(verdict, text, content, scope, words)
        judge_nouns(verdict, sentence, scope, words)
        judge_bound(verdict, sentence, scope, words)
    judge_form(verdict, text, content, sentence, root, scope, saying, words)
    return verdict.value, tuple(verdict.reasons)


def judge_event(text: str, event: Token, sentence: Sentence, pack: Pack) -> Verdict:
    """Return how certain and of what polarity an event is in its own clause.

    Args:
        text: The document's stored text.
        event: The verb, noun or adjective that tells of it.
        sentence: The sentence it stands in.
        pack: The pack of the language.

    Returns:
        The verdict on the clause whose main word the event is, whatever it hangs on.
    """
    words, saying = load_words(pack), load_saying(pack)
    verdict = Verdict()
    if words.lemma(event) in words.modals:
        # A modal says how certain another event is; of itself only whether it holds.
        negation = negation_of(event, words)
        if negation is not None:
            verdict.lower(Factuality.CERTAIN_NOT, reason("negation", sentence, negation))
        return verdict
    root = governor_of(event, words)
    content = sentence.span_of(clause_of(root))
    scope = read_scope(text, content, sentence, words)
    teller = teller_of(root, saying)
    _judge_heads(verdict, sentence, root, teller, scope, saying, words, into_complements=False)
    judge_stray_conditional(verdict, sentence, root, teller, scope, saying, words)
    judge_hedges(verdict, text, content, scope, words)
    judge_form(verdict, text, content, sentence, root, scope, saying, words)
    return verdict


def _value_over(
    cue: Token, root: Token, named: bool, value: Factuality, saying: Saying, words: Words
) -> Factuality:
    """Return what a word of saying commits to, given what form its content has."""
    if named:
        if words.lemma(cue) in words.claiming and root.lemma_.lower() in words.claimed:
            # "revendique la levée de l'embargo"; "revendique l'attentat" vouches for it.
            return Factuality.UNDERSPECIFIED
        # "a promis l'envoi d'une mission" is as open as "a promis d'envoyer".
        told = saying.cue(cue)
        return (told and told.infinitive) or value
    if (
        grammar.has(root, "VerbForm", "Inf")
        and saying.lemma(cue) in words.ordering_with_de
        and any(c.lower_ in _DE and cue.i < c.i < root.i for c in root.children)
    ):
        return Factuality.UNDERSPECIFIED
    return value


def _turns_down(cue: Token, root: Token, saying: Saying, words: Words) -> bool:
    """Tell "a rejeté l'offre", an act, from "a rejeté les accusations", a denial."""
    return saying.lemma(cue) in saying.speech_objects and root.lemma_.lower() in words.acts


def _main_of(root: Token, cue: Token | None, scope: Scope) -> Token:
    """Return the main verb: the parse's, unless it stands where none can."""
    if scope.head is None:
        return root
    elsewhere = (
        root is cue
        or root.i in scope.left_out
        or _is_behind(root, scope)
        or grammar.is_present_participle(root)
        or _is_set_before(root, scope)
        or _is_spliced(root, scope)
    )
    return lexical(scope.head) if elsewhere else root


def _is_set_before(root: Token, scope: Scope) -> bool:
    """Tell whether the parse's main verb stands in "si P," or "bien que P," before the main one."""
    head = scope.head
    if head is None or root.i >= head.i:
        return False
    return scope.opens_inside and any(t.text == "," for t in root.doc[root.i : head.i])


def _is_spliced(root: Token, scope: Scope) -> bool:
    """Tell "les discours ne règlent rien, il faut agir": the first clause is what is judged."""
    head = scope.head
    if head is None or head.i >= root.i:
        return False
    above = _predicate(head)
    if above.head is not root or above.dep_ == "conj":
        return False
    return any(
        c.dep_ in _SUBJECTS and c.nbor(-1).text == "," for c in root.children if c.i > head.i
    )


def _judge_heads(
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
    """Judge the main verb by the parse and, where it is another, by the order of words."""
    reading = Verdict()
    judge_mistagged(reading, sentence, cue, scope, words)
    if reading.plain and (is_answer(scope, words) or (scope.head is None and not has_verb(root))):
        judge_verbless(verdict, sentence, root, scope, words)
        return
    judge_verb(reading, sentence, root, cue, scope, words)
    head = lexical(scope.head) if scope.head is not None else root
    if reading.plain and head is not root:
        other = Verdict()
        judge_verb(other, sentence, head, cue, scope, words)
        if not other.plain:
            reading = other
    vouched = _is_vouched(root)
    if reading.plain and (into_complements or vouched or is_affirmed(scope, words)):
        # What hangs on an unrecognised word of saying, or on "il est certain que".
        for told in _complements(root, scope, vouched, words):
            judge_verb(reading, sentence, told, root, scope, words)
            if vouched:
                judge_attitude(reading, sentence, told, False, saying, words)
    if reading.plain and into_complements and _explains(scope):
        # "Le fonds a fait un geste : il proposerait un délai"
        judge_verb(reading, sentence, lexical(scope.tail[0]), None, scope, words)
    verdict.take(reading)


def _predicate(head: Token) -> Token:
    return head.head if head.dep_ == "cop" else lexical(head)


def _is_vouched(root: Token) -> bool:
    """Tell "il est clair que P", "nous savons que P": what is told is P."""
    subjects = [c for c in root.children if c.i < root.i and c.dep_ in _SUBJECTS]
    if any(c.dep_ == "cop" for c in root.children):
        return any(c.lower_ in _IT for c in subjects)
    return root.lemma_ in _KNOWING and any(c.lower_ in _FIRST_PERSON for c in subjects)


def _complements(root: Token, scope: Scope, vouched: bool, words: Words) -> list[Token]:
    """Return the main verbs of what hangs on the main clause with "que"."""
    hanging = [t for t in root.children if t.dep_ in {"ccomp", "csubj"} and t.i > root.i]
    if hanging:
        return hanging
    if vouched:
        following = root.nbor(1) if root.i + 1 < grammar.sentence_end(root) else None
        vouched = following is not None and following.lower_ in grammar.QUE
    if not (vouched or is_affirmed(scope, words)):
        return []
    # "il ne fait aucun doute que": it hangs on the noun, or the parse lost it.
    behind = (t for t in scope.main if t.i > root.i and is_conjugated(t, words))
    return [lexical(t) for t in behind][:1]


def _explains(scope: Scope) -> bool:
    """Tell whether a colon stands between the first clause and the next."""
    if not (scope.tail and scope.main):
        return False
    low, high = scope.main[-1].i, scope.tail[0].i
    return any(t.text == ":" for t in scope.tail[0].doc[low:high])


def _is_behind(root: Token, scope: Scope) -> bool:
    """Tell whether the parse puts the main verb into a later clause than the first."""
    return bool(scope.tail) and root.i >= scope.tail[0].i


def _judge_cue(
    verdict: Verdict,
    sentence: Sentence,
    cue: Token | None,
    values: tuple[Factuality, Factuality],
    denies: bool,
    words: Words,
) -> None:
    if cue is None:
        if denies:
            verdict.lower(Factuality.CERTAIN_NOT, Reason(rule="denial"))
        return
    # A cue may stand in another paragraph than its content (« ... ». X a ajouté).
    local = cue.doc is sentence.doc
    told = reason("cue-value", sentence, cue) if local else Reason(rule="cue-value", words=cue.text)
    value, negated = values
    negation = negation_of(cue, words) if local else None
    if negation is not None:
        if negated is not Factuality.CERTAIN:
            verdict.lower(negated, reason("cue-negated", sentence, negation, cue))
    elif denies:
        verdict.lower(Factuality.CERTAIN_NOT, told.model_copy(update={"rule": "denial"}))
    elif value is not Factuality.CERTAIN:
        verdict.lower(value, told)
    elif local and words.is_conditional(first := grammar.verb_group(cue)[0]):
        # "la banque aurait signalé les virements": that it did so is hearsay.
        verdict.lower(Factuality.POSSIBLE, reason("conditional-of-hearsay", sentence, first))
