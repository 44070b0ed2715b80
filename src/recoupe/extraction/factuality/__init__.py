"""How sure the nearest source is of a proposition.

Values and their meaning are FactBank's (Saurí and Pustejovsky 2009): certain,
probable or possible, each affirmed or denied, or underspecified. The value is
read from the word of saying, from the main verb of the content (negation, mood,
governing verbs), from hedges around it, and from the form of the sentence.
"""

from spacy.tokens import Token

from recoupe.extraction.attribution.lexicon import load_saying
from recoupe.extraction.factuality.attitude import judge_attitude
from recoupe.extraction.factuality.hedges import judge_form, judge_hedges
from recoupe.extraction.factuality.modality import judge_stray_conditional, judge_verb
from recoupe.extraction.factuality.negation import negation_of
from recoupe.extraction.factuality.verdict import Verdict, Words, load_words, reason
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
    words = load_words(pack)
    verdict = Verdict()
    _judge_cue(verdict, sentence, cue, (cue_value, cue_negated), denies, words)
    if root is not None:
        judge_verb(verdict, sentence, root, cue, words)
        judge_attitude(verdict, sentence, root, load_saying(pack))
    judge_stray_conditional(verdict, sentence, content, cue, words)
    # Around a denied proposition the words belong to what is denied.
    if not denies:
        judge_hedges(verdict, text, content, words)
    judge_form(verdict, text, content, sentence, root, words)
    return verdict.value, tuple(verdict.reasons)


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
