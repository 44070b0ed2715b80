"""Conditionals that the parse did not put at the main verb."""

from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.factuality.asides import is_conjugated
from recoupe.extraction.factuality.infinitives import infinitive_behind
from recoupe.extraction.factuality.mood import future_in_the_past
from recoupe.extraction.factuality.scope import Scope
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

_F = Factuality
# Reasons that already tell what a conditional in the content means.
_TOLD = {"conditional-of-hearsay", "hypothesis", "future-in-the-past", "modal-verb", "intention",
         "unreal"}  # fmt: skip


def judge_stray_conditional(
    verdict: Verdict,
    sentence: Sentence,
    root: Token | None,
    cue: Token | None,
    scope: Scope,
    saying: Saying,
    words: Words,
) -> None:
    """Take a conditional into account that the parse did not put at the content's head.

    A proposition with a hearsay form in it is never certain: a missed
    conditional is the worst of errors, a doubt too much the least.

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the content's main verb.
        root: The content's main token.
        cue: The word of saying; None in the report's own voice.
        scope: The proposition's main clause.
        saying: The words of saying of the language.
        words: The pack's words.
    """
    if any(r.rule in _TOLD for r in verdict.reasons):
        return
    verbless = scope.head is None and (root is None or root.pos_ not in {"VERB", "AUX"})
    # In the report's own voice a further clause may be somebody's, unrecognised.
    further = scope.tail if cue is None else ()
    for token in scope.tokens if verbless else (*scope.main, *further):
        if not words.is_conditional(token) or not is_conjugated(token, words):
            continue
        lemma = words.lemma(token)
        if lemma in words.modals and further and token.i >= further[0].i:
            # "P, mais Q pourrait": P is what is told.
            continue
        if verdict.negative and token.lemma_ in words.ne_alone and lemma not in words.modals:
            # "ne saurait être tenu pour responsable": cannot
            continue
        wished = lemma in words.intention and infinitive_behind(token) is not None
        if wished or lemma in words.need:
            # Wishes and needs are told by what they govern.
            continue
        if future_in_the_past(token, token, cue):
            return
        # "le maire avait annoncé que la ligne fermerait"
        head = scope.head
        if head is not None and head.i < token.i:
            teller = _teller(head, token, saying)
            if teller is not None and future_in_the_past(token, token, teller):
                continue
        value = words.modals[lemma] if lemma in words.duty else _F.POSSIBLE
        verdict.lower(value, reason("conditional-of-hearsay", sentence, token))
        return


def _teller(head: Token, bearer: Token, saying: Saying) -> Token | None:
    """Return the word of saying between the main verb and a conditional, if any."""
    for token in head.doc[head.i : bearer.i]:
        if saying.cue(token) is not None:
            return token
    return None
