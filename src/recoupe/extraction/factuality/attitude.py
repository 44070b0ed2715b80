"""What a speaker says of their own certainty: "je doute que", "nous pensons que".

Within a quotation the main verb may itself be one of thinking or saying; its
subject is then the source, and the content is no surer than the verb.
"""

from spacy.tokens import Token

from recoupe.extraction.attribution import grammar
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.parsed import Sentence
from recoupe.model import Factuality

_FIRST_PERSON = {"je", "j'", "j’", "nous", "on"}


def judge_attitude(verdict: Verdict, sentence: Sentence, root: Token, saying: Saying) -> None:
    """Take a first-person verb of thinking at the head of a proposition into account.

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the main verb.
        root: The main verb.
        saying: The words of saying of the language.
    """
    cue = saying.cue(root)
    if cue is None or cue.value is Factuality.CERTAIN or cue.denies:
        return
    before = root.doc[max(grammar.sentence_start(root), root.i - 4) : root.i]
    behind = root.doc[root.i + 1 : min(root.i + 4, grammar.sentence_end(root))]
    if not any(t.lower_ in _FIRST_PERSON for t in before):
        return
    if not any(t.lower_ in grammar.QUE for t in behind):
        return
    if verdict.negative:
        # "je ne pense pas que": the negation is the content's, and no surer than the verb.
        verdict.level = min(verdict.level, 1)
        verdict.reasons.append(reason("first-person-verb", sentence, root))
    else:
        verdict.lower(cue.value, reason("first-person-verb", sentence, root))
