"""What a speaker says of their own certainty: "je doute que", "nous pensons que".

Within a quotation the main verb may itself be one of thinking or saying; its
subject is then the source, and the content is no surer than the verb. In the
report's own voice such a verb tells of a proposition too ("nie tout", "s'attend
à une hausse"), and the sentence is no surer than its verb either.
"""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.attribution.lexicon import Cue, Saying
from recoupe.extraction.factuality.asides import is_conjugated
from recoupe.extraction.factuality.infinitives import infinitive_behind
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

_NEAR = 8
_FAR = 18
_FIRST_PERSON = {"je", "j'", "j’", "nous", "on"}
# Within words of somebody's these mean whoever speaks, or nearly so.
_PRONOUNS = _FIRST_PERSON | {"il", "elle", "ils", "elles"}
_OPENING = grammar.QUE | {"si", "qui", "comment", "pourquoi", "où", "de", "d'", "d’", "à"}


def judge_attitude(
    verdict: Verdict,
    sentence: Sentence,
    root: Token,
    own_voice: bool,
    saying: Saying,
    words: Words,
) -> None:
    """Take a verb of thinking or denying at the head of a proposition into account.

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the main verb.
        root: The main verb.
        own_voice: Whether the proposition is the report's own.
        saying: The words of saying of the language.
        words: The pack's words.
    """
    if root.lower_ in words.doubting and not grammar.is_verb(root) and is_conjugated(root, words):
        # "un diplomate doute que", taken for a noun
        verdict.lower(words.doubting[root.lower_], reason("first-person-verb", sentence, root))
        return
    root = _holder(root, words)
    cue = saying.cue(root)
    if cue is None:
        return
    lemma = saying.lemma(root)
    if cue.denies:
        if lemma in words.denying or (
            own_voice and lemma in words.turning_down and _is_blame(root, words)
        ):
            told = reason("denial", sentence, root)
            if verdict.negative:
                verdict.open = True
                verdict.reasons.append(told)
            else:
                verdict.lower(Factuality.CERTAIN_NOT, told)
        return
    before = root.doc[max(grammar.sentence_start(root), root.i - 4) : root.i]
    behind = root.doc[root.i + 1 : min(root.i + _FAR, grammar.sentence_end(root))]
    # Further off, only where the words between are set in: "espère, pour la ville, que".
    behind = tuple(t for t in behind if t.i < root.i + _NEAR or t.nbor(-1).text == ",")
    first_person = any(t.lower_ in _FIRST_PERSON for t in before)
    if cue.value is Factuality.CERTAIN:
        # "je ne dis pas que P"
        if first_person and verdict.negative and any(t.lower_ in grammar.QUE for t in behind):
            verdict.lower(cue.negated, reason("first-person-verb", sentence, root))
        return
    if lemma in words.expecting:
        _take(verdict, cue.value, sentence, root)
        return
    by_pronoun = any(t.lower_ in _PRONOUNS for t in before)
    governs = _takes_clause(behind, words)
    if not by_pronoun and not (own_voice or governs or _is_infinitive(root)):
        return
    if _leaves_open(root, cue, behind, verdict):
        _take(verdict, cue.value, sentence, root)


def _takes_clause(behind: Sequence[Token], words: Words) -> bool:
    """Tell "pense que P" from "ne pense qu'à ça"."""
    place = next((i for i, t in enumerate(behind[:2]) if t.lower_ in grammar.QUE), None)
    if place is None or place + 1 >= len(behind) or behind[place + 1].pos_ == "ADP":
        return False
    return any(is_conjugated(t, words) for t in behind[place + 1 :])


def _holder(root: Token, words: Words) -> Token:
    """Return the verb of thinking: of "j'ose espérer que" the infinitive."""
    if words.lemma(root) not in words.daring:
        return root
    return infinitive_behind(root) or root


def _is_blame(root: Token, words: Words) -> bool:
    """Tell "rejette toute responsabilité", "récuse les faits" from "rejette l'amendement"."""
    for noun in root.rights:
        if noun.dep_ in {"obj", "obl:arg", "obl", "obl:mod"} and noun.pos_ == "NOUN":
            every = any(c.lower_ in {"tout", "toute", "tous", "toutes"} for c in noun.children)
            return every or noun.lemma_.lower() in words.blame
    return False


def _leaves_open(root: Token, cue: Cue, behind: Sequence[Token], verdict: Verdict) -> bool:
    """Tell whether a proposition hangs on a verb: "espère que", "dit ignorer le nom"."""
    if any(t.lower_ in grammar.QUE for t in behind):
        return True
    if cue.value is not Factuality.UNDERSPECIFIED or verdict.negative:
        return False
    if cue.negated is Factuality.CERTAIN:
        # "accuse le port de cacher les plans": what is kept back is so.
        return False
    asks = "clause" in cue.takes and "infinitive" not in cue.takes
    return (_is_infinitive(root) and verdict.plain) or (
        asks and any(t.lower_ in _OPENING for t in behind[:2])
    )


def _is_infinitive(root: Token) -> bool:
    return grammar.has(root, "VerbForm", "Inf")


def _take(verdict: Verdict, value: Factuality, sentence: Sentence, root: Token) -> None:
    told = reason("first-person-verb", sentence, root)
    if verdict.negative and value is not Factuality.UNDERSPECIFIED:
        # "je ne pense pas que": the negation is the content's, and no surer than the verb.
        verdict.level = min(verdict.level, 1)
        verdict.reasons.append(told)
    else:
        verdict.lower(value, told)
