"""How sure the nearest source is of a proposition.

Values and their meaning are FactBank's (Saurí and Pustejovsky 2009): certain,
probable or possible, each affirmed or denied, or underspecified. The value is
read from the word of saying, from the main verb of the content (negation, mood,
governing verbs), from hedges around it, and from the form of the sentence.
"""

from recoupe.extraction import grammar
from recoupe.extraction.attribution.lexicon import load_saying
from recoupe.extraction.factuality.attitude import judge_attitude
from recoupe.extraction.factuality.conjectures import judge_conjectures
from recoupe.extraction.factuality.constructions import judge_constructions
from recoupe.extraction.factuality.cue import judge_cue, turns_down, value_beside, value_over
from recoupe.extraction.factuality.events import clause_of, governor_of, teller_of
from recoupe.extraction.factuality.form import judge_form
from recoupe.extraction.factuality.heads import blamed_with, is_vouched, judge_heads, main_of
from recoupe.extraction.factuality.hedges import judge_hedges
from recoupe.extraction.factuality.lacking import judge_lack
from recoupe.extraction.factuality.lexicon import load_words
from recoupe.extraction.factuality.modality import is_affirmed
from recoupe.extraction.factuality.negation import negation_of
from recoupe.extraction.factuality.nouns import judge_bound, judge_nouns
from recoupe.extraction.factuality.predicates import judge_predicate
from recoupe.extraction.factuality.scope import read_scope
from recoupe.extraction.factuality.stray_conditionals import judge_stray_conditional
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.language import Pack
from recoupe.model import Factuality, Reason, Span

__all__ = ["judge", "judge_event"]


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
    scope = read_scope(content, sentence, words, cue)
    named = root is not None and scope.head is None and not grammar.is_verb(root)
    if cue is not None and cue_value is Factuality.CERTAIN and not denies:
        cue_value = value_beside(cue, root, saying, words)
    if cue is not None and root is not None and cue.idx + sentence.offset < content.start:
        cue_value = value_over(cue, root, named, cue_value, saying, words)
    if denies and cue is not None and root is not None and turns_down(cue, root, saying, words):
        cue_value, denies = Factuality.CERTAIN, False
    judge_cue(verdict, sentence, cue, (cue_value, cue_negated), denies, words)
    # What is denied as a noun ("rejette ces accusations") is not judged from within.
    if root is not None and not (denies and not grammar.is_verb(root)):
        root = main_of(root, cue, scope)
        if named and cue is not None:
            root = blamed_with(root, cue, scope, saying) or root
        judge_heads(
            verdict, sentence, root, cue, scope, saying, words, into_complements=cue is None
        )
        known = is_vouched(root) and negation_of(root, words) is None
        if not known and not is_affirmed(scope, words):
            own_voice = cue is None and not denies
            judge_attitude(verdict, sentence, root, own_voice, saying, words)
    judge_stray_conditional(verdict, sentence, root, cue, scope, saying, words)
    # Around a denied proposition the words belong to what is denied.
    if not denies:
        judge_predicate(verdict, sentence, root, scope, words)
        judge_constructions(verdict, sentence, root, scope, words)
        judge_hedges(verdict, text, content, scope, words)
        judge_nouns(verdict, sentence, scope, words)
        judge_bound(verdict, sentence, cue, scope, words)
        judge_conjectures(verdict, sentence, root, cue, scope, words)
    judge_lack(verdict, sentence, scope, words)
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
    root = governor_of(event, words)
    if root is event and words.lemma(event) in words.modals:
        # A modal says how certain another event is; of itself only whether it holds.
        negation = negation_of(event, words)
        if negation is not None:
            verdict.lower(Factuality.CERTAIN_NOT, reason("negation", sentence, negation))
        return verdict
    content = sentence.span_of(clause_of(root))
    scope = read_scope(content, sentence, words)
    teller = teller_of(root, saying)
    judge_heads(verdict, sentence, root, teller, scope, saying, words, into_complements=False)
    judge_stray_conditional(verdict, sentence, root, teller, scope, saying, words)
    judge_hedges(verdict, text, content, scope, words)
    judge_form(verdict, text, content, sentence, root, scope, saying, words)
    return verdict
