"""The form of a proposition: question, order, wish, condition."""

import re
from itertools import pairwise

from recoupe.extraction import grammar
from recoupe.extraction.attribution.lexicon import Saying
from recoupe.extraction.factuality.asides import is_conjugated
from recoupe.extraction.factuality.infinitives import infinitive_behind
from recoupe.extraction.factuality.mood import condition_in, conditional_of, is_done
from recoupe.extraction.factuality.scope import Scope, lexical
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality, Reason, Span

_F = Factuality
_QUESTION_BEHIND = re.compile(r"[\s\u00a0\u202f»”\"]*\?")
# A page's next words may stand right behind: "une démission cet été ?par la rédaction".
_SENTENCE_END = re.compile(r"[.!?…](?=[\s»”’\"']|$)|(?<=\s)\?(?=\w)")
_ASKED_BEFORE = re.compile(r"(?<!\w)(si\s+[«\"“]?\s*|s['’])$", re.IGNORECASE)
# In words, from "Rappelons" to "que".
_LONGEST_TELLING = 6
# No order ends so: "Accusations de vol : ...".
_NOUN_ENDINGS = ("tions", "sions", "xions")
_BEHIND_VERB = grammar.QUE | {"-", "pas", "de"}


def judge_form(
    verdict: Verdict,
    text: str,
    content: Span,
    sentence: Sentence,
    root: Token | None,
    scope: Scope,
    saying: Saying,
    words: Words,
) -> None:
    """Take questions, orders, wishes and conditions into account.

    Args:
        verdict: The value in the making; changed in place.
        text: The document's stored text.
        content: Span of the proposition.
        sentence: The sentence of its main verb.
        root: Its main token.
        scope: Its main clause.
        saying: The words of saying of the language.
        words: The pack's words.
    """
    _order(verdict, sentence, scope, words)
    told = content.of(text)
    first = _SENTENCE_END.search(told)
    behind = text[content.end : content.end + 4]
    asks = first.group() == "?" if first else _QUESTION_BEHIND.match(behind)
    if asks:
        verdict.lower(_F.UNDERSPECIFIED, Reason(rule="question", words="?"))
        return
    asked = _ASKED_BEFORE.search(text[max(0, content.start - 6) : content.start])
    if asked is not None and (asked.group()[1] == "i" or told.startswith("il")):
        start = content.start - len(asked.group())
        span = Span(start, start + len(asked.group().strip()))
        verdict.lower(_F.UNDERSPECIFIED, Reason(rule="question", words=span.of(text), span=span))
        return
    if _is_only_as_if(scope):
        verdict.lower(_F.UNDERSPECIFIED, reason("condition", sentence, *scope.tokens[:2]))
        return
    if scope.head is None and _is_only_aim(scope, words):
        verdict.lower(_F.UNDERSPECIFIED, reason("intention", sentence, scope.tokens[0]))
        return
    if root is None or any(r.rule == "hypothesis" for r in verdict.reasons):
        return
    head = scope.head if scope.head is not None else root
    conditional = conditional_of(root, words) is not None
    condition = condition_in(scope, conditional, words)
    if condition and _is_thought(head, condition[0], saying):
        return
    # "j'ai indiqué que si P, Q": what was done is the telling.
    told_on = bool(condition) and condition[0].i > 0 and condition[0].nbor(-1).lower_ in grammar.QUE
    # "si une faute a été commise", where that is all that is told
    told_on |= (
        bool(condition)
        and scope.head is None
        and condition[0] is scope.tokens[0]
        and not any(t.text == "," for t in scope.tokens)
    )
    if condition and (told_on or not (is_done(root, words) or is_done(lexical(head), words))):
        verdict.lower(_F.UNDERSPECIFIED, reason("condition", sentence, *condition))


def _is_thought(head: Token, condition: Token, saying: Saying) -> bool:
    """Tell "pourraient croire qu'ils gagnent si": the condition is that of what is believed."""
    thinking = infinitive_behind(head)
    if thinking is None or thinking.i > condition.i or saying.lemma(thinking) not in saying.mental:
        return False
    return any(t.lower_ in grammar.QUE for t in head.doc[thinking.i + 1 : condition.i])


def _is_only_as_if(scope: Scope) -> bool:
    """Tell "comme si le port avait été vendu" where it begins what is told."""
    first = [t.lower_ for t in scope.tokens[:2]]
    return first[:1] == ["comme"] and first[-1] in grammar.SI


def _is_only_aim(scope: Scope, words: Words) -> bool:
    """Tell "pour éviter une panne", "comment réparer la digue" where that is all that is told."""
    tokens = [t for t in scope.tokens if not t.is_punct]
    if not tokens:
        return False
    opener = tokens[0].lower_
    if tokens[0].lemma_.lower() in words.aims and len(tokens) > 1:
        # "Objectif : former des cadres"
        return grammar.has(tokens[1], "VerbForm", "Inf")
    if opener not in words.purpose_openers and opener not in words.asking_openers:
        return False
    return any(grammar.has(t, "VerbForm", "Inf") for t in tokens[1:4])


def _order(verdict: Verdict, sentence: Sentence, scope: Scope, words: Words) -> None:
    """Take "Fermez les vannes", "Ne touchez à rien", "Que la justice passe" into account."""
    tokens = [t for t in scope.tokens if not t.is_punct]
    if not tokens:
        return
    place = 0
    if tokens[0].lower_ in words.ne:
        # "Ne vous en faites pas"
        place = next((i for i, t in enumerate(tokens[1:], 1) if t.pos_ != "PRON"), 0)
    first = tokens[place]
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if _tells_that(tokens[place:], words):
        # "Rappelons que P", "Notez toutefois que P"
        return
    if _is_order(first, following, words) or (
        grammar.has(first, "Mood", "Imp") and grammar.subject(first) is None
    ):
        verdict.open = True
        verdict.reasons.append(reason("imperative", sentence, first))
    elif (
        first.text in {"Que", "Qu'", "Qu’"}
        and (scope.head is None or scope.head is _first_verb(tokens, words))
        and not any(t.text == "?" for t in tokens)
    ) or _falls_to(tokens, scope):
        verdict.lower(_F.UNDERSPECIFIED, reason("imperative", sentence, first))
    elif first.lower_ == "soit" and any(t.lower_ == "soit" for t in tokens[2:]):
        verdict.lower(_F.UNDERSPECIFIED, reason("condition", sentence, first))


def _tells_that(tokens: list[Token], words: Words) -> bool:
    """Tell "Rappelons au passage que P", which tells P, from "Disons-lui de partir"."""
    first = tokens[0]
    told = {first.lemma_.lower(), f"{first.lower_[:-3]}er", f"{first.lower_[:-2]}er"}
    if told.isdisjoint(words.need_to_say):
        return False
    for token in tokens[1:_LONGEST_TELLING]:
        if token.lower_ in grammar.QUE:
            return True
        if grammar.is_verb(token) or token.pos_ in {"PRON", "CCONJ"}:
            return False
    return False


def _first_verb(tokens: list[Token], words: Words) -> Token | None:
    return next((t for t in tokens if is_conjugated(t, words)), None)


def _falls_to(tokens: list[Token], scope: Scope) -> bool:
    """Tell "À vous de décider", "C'est à l'État de payer"."""
    if scope.head is not None and not (scope.head in tokens[:2] and tokens[0].lower_ in grammar.CE):
        return False
    rest = tokens[2:8] if scope.head is not None else tokens[:6]
    if not rest or rest[0].lower_ not in grammar.A_AU:
        return False
    return any(
        a.lower_ in grammar.DE and grammar.has(b, "VerbForm", "Inf") for a, b in pairwise(rest[1:])
    )


def _is_order(first: Token, following: Token | None, words: Words) -> bool:
    if first.lower_ in words.imperatives:
        return True
    if not words.imperative.match(first.lower_):
        return False
    if first.lower_.endswith("ons"):
        # Nouns end so too: "camions".
        behind = following.lower_ if following is not None else ""
        if first.lower_.endswith(_NOUN_ENDINGS) and not behind.startswith("-"):
            return False
        return first.pos_ in {"VERB", "AUX"} or behind in _BEHIND_VERB
    if following is None or first.pos_ in {"VERB", "AUX"}:
        return True
    return following.lower_ in words.behind_imperative or following.text.startswith("-")
