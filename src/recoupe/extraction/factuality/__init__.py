"""How sure the nearest source is of a proposition.

Values and their meaning are FactBank's (Saurí and Pustejovsky 2009): certain,
probable or possible, each affirmed or denied, or underspecified. The value is
read from the word of saying, from the main verb of the content (negation, mood,
governing verbs), from hedges around it, and from the form of the sentence.
"""

from spacy.tokens import Token

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.lexicon import load_saying
from recoupe.extraction.factuality.attitude import judge_attitude
from recoupe.extraction.factuality.form import is_answer, judge_form, judge_verbless
from recoupe.extraction.factuality.governing import judge_mistagged
from recoupe.extraction.factuality.hedges import (
    judge_hedges,
    judge_predicate,
    judge_stray_conditional,
)
from recoupe.extraction.factuality.lexicon import Words, load_words
from recoupe.extraction.factuality.modality import is_affirmed, judge_verb
from recoupe.extraction.factuality.negation import negation_of
from recoupe.extraction.factuality.scope import Scope, lexical, read_scope
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.parsed import Sentence
from recoupe.language import Pack
from recoupe.model import Factuality, Reason, Span

__all__ = ["judge"]


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
    _judge_cue(verdict, sentence, cue, (cue_value, cue_negated), denies, words)
    scope = read_scope(text, content, sentence, words)
    # What is denied as a noun ("rejette ces accusations") is not judged from within.
    named = denies and root is not None and not grammar.is_verb(root)
    if root is not None and not named:
        if _is_behind(root, scope) or (
            scope.head is not None and grammar.is_present_participle(root)
        ):
            root = lexical(scope.head) if scope.head is not None else root
        _judge_heads(verdict, sentence, root, cue, scope, words)
    if root is not None and not named and not is_affirmed(scope, words):
        judge_attitude(verdict, sentence, root, cue is None, saying, words)
    judge_stray_conditional(verdict, sentence, root, cue, scope, saying, words)
    # Around a denied proposition the words belong to what is denied.
    if not denies:
        judge_predicate(verdict, sentence, root, scope, words)
        judge_hedges(verdict, text, content, scope, words)
    judge_form(verdict, text, content, sentence, root, scope, words)
    return verdict.value, tuple(verdict.reasons)


def _judge_heads(
    verdict: Verdict,
    sentence: Sentence,
    root: Token,
    cue: Token | None,
    scope: Scope,
    words: Words,
) -> None:
    """Judge the main verb by the parse and, where it is another, by the order of words."""
    reading = Verdict()
    judge_mistagged(reading, sentence, cue, scope, words)
    if reading.plain and (
        is_answer(scope, words) or (scope.head is None and not grammar.is_verb(root))
    ):
        judge_verbless(verdict, sentence, root, scope, words)
        return
    judge_verb(reading, sentence, root, cue, scope, words)
    head = lexical(scope.head) if scope.head is not None else root
    if reading.plain and head is not root:
        other = Verdict()
        judge_verb(other, sentence, head, cue, scope, words)
        if not other.plain:
            reading = other
    if reading.plain and (cue is None or is_affirmed(scope, words)):
        # What hangs on an unrecognised word of saying, or on "il est certain que".
        for told in (t for t in root.children if t.dep_ == "ccomp" and t.i > root.i):
            judge_verb(reading, sentence, told, root, scope, words)
    verdict.take(reading)


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
    local = cue.doc is sentence.tokens.doc
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
