"""Hedges around the main verb, and the form of the sentence."""

import re

from spacy.tokens import Token

from recoupe.extraction.factuality.modality import condition_in, conditional_of
from recoupe.extraction.factuality.verdict import Verdict, Words, reason
from recoupe.extraction.parsed import Sentence
from recoupe.model import Factuality, Reason, Span

# A hedge behind these belongs to their clause and not to the main verb.
_LATER_CLAUSE = re.compile(r"[,;] (?:qui|dont|que|où|ce qui|ce que|alors que|tandis que|car)\b")


def judge_hedges(verdict: Verdict, text: str, content: Span, words: Words) -> None:
    """Take adverbs and fixed phrases of doubt, plan and impossibility into account.

    Args:
        verdict: The value in the making; changed in place.
        text: The document's stored text.
        content: Span of the proposition.
        words: The pack's words.
    """
    lowered = content.of(text).lower().replace("’", "'")
    clause = _LATER_CLAUSE.split(lowered)[0]

    def met(rule: str, phrase: str, value: Factuality) -> bool:
        if phrase not in clause:
            return False
        match = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", clause)
        if match is None:
            return False
        span = Span(content.start + match.start(), content.start + match.end())
        verdict.lower(value, Reason(rule=rule, words=span.of(text), span=span))
        return True

    for phrase in words.not_excluded:
        if met("hedge", phrase, Factuality.POSSIBLE):
            verdict.negative = False
            return
    for value, phrase in words.phrases:
        if met("hedge", phrase, value):
            break
    for adverb, value in words.adverbs.items():
        if met("hedging-adverb", adverb, value):
            break
    for phrase in words.intention_phrases:
        if not verdict.negative and met("intention", phrase, Factuality.UNDERSPECIFIED):
            break


def judge_form(
    verdict: Verdict,
    text: str,
    content: Span,
    sentence: Sentence,
    root: Token | None,
    words: Words,
) -> None:
    """Take questions and conditions into account.

    Args:
        verdict: The value in the making; changed in place.
        text: The document's stored text.
        content: Span of the proposition.
        sentence: The sentence of its main verb.
        root: Its main token.
        words: The pack's words.
    """
    first = re.match(r"\w+", content.of(text))
    if first is not None and words.imperative.match(first.group().lower()):
        span = Span(content.start, content.start + first.end())
        verdict.lower(
            Factuality.UNDERSPECIFIED, Reason(rule="imperative", words=span.of(text), span=span)
        )
    after = text[content.end : content.end + 4]
    if re.match(r"[\s\u00a0\u202f»”\"]*\?", after) or content.of(text).endswith("?"):
        verdict.lower(Factuality.UNDERSPECIFIED, Reason(rule="question", words="?"))
    elif root is not None and conditional_of(root, words) is None:
        opener = condition_in(root, words)
        if opener is not None and content.covers(sentence.span_of([opener])):
            verdict.lower(Factuality.UNDERSPECIFIED, reason("condition", sentence, opener))
