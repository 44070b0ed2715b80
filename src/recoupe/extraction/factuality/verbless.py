"""Propositions without a verb: bare denials, doubts and answers."""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.factuality.modality import is_affirmed
from recoupe.extraction.factuality.negation import adds_one_more
from recoupe.extraction.factuality.nouns import binds_infinitive
from recoupe.extraction.factuality.scope import Scope
from recoupe.extraction.factuality.verdict import Verdict, reason
from recoupe.extraction.factuality.wishes import names_event
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Factuality

_F = Factuality
# In words, "pas plus de".
_AT_MOST = 3
# In words, from "présumés" to what was done to them.
_NEAR = 4
# In words; what is longer is a clause.
_LONGEST_ANSWER = 4
_OF = grammar.QUE | grammar.DE_DU | {"pour"}


def judge_verbless(
    verdict: Verdict, sentence: Sentence, root: Token, scope: Scope, words: Words
) -> None:
    """Take denials and doubts without a verb into account: "Aucune trace", "la possibilité de".

    Args:
        verdict: The value in the making; changed in place.
        sentence: The sentence of the proposition.
        root: Its main token, no verb.
        scope: The proposition.
        words: The pack's words.
    """
    tokens = [t for t in scope.tokens if not t.is_punct]
    if not tokens:
        return
    if is_affirmed(scope, words):
        return
    tokens, root = _behind_colon(tokens, root, scope)
    if tokens[0].lower_ in words.heading_for and any(names_event(t, words) for t in tokens[1:4]):
        verdict.lower(_F.UNDERSPECIFIED, reason("intention", sentence, tokens[0]))
        return
    place = next((i for i, t in enumerate(tokens) if t.lower_ not in words.intensifiers), 0)
    denies = tokens[place].lower_ in words.verbless and not (
        _is_at_most(tokens[place:], words)
        or any(adds_one_more(t, words) for t in tokens[place + 1 : place + 2])
    )
    denying = tokens[place] if denies else None
    if denying is None and any(c.lower_ in words.determiners for c in root.children):
        denying = root
    if denying is not None:
        verdict.lower(_F.CERTAIN_NOT, reason("negation", sentence, denying))
        return
    denied = next((c for c in root.rights if c.lemma_.lower() in words.denying), None)
    first = next((t for t in tokens if t.pos_ in {"NOUN", "PROPN"}), None)
    if denied is not None and denied.i == root.i + 1 and root is first:
        # "Une information démentie par le maire"
        verdict.lower(_F.CERTAIN_NOT, reason("denial", sentence, denied))
        return
    noun = root.lemma_.lower()
    if noun in words.missing:
        verdict.lower(_F.CERTAIN_NOT, reason("negation", sentence, root))
        return
    if root.lower_ in words.willing and any(
        t.lower_ in grammar.A_AU for t in tokens if t.i == root.i + 1
    ):
        verdict.lower(_F.UNDERSPECIFIED, reason("intention", sentence, root))
        return
    behind = [t.lower_ for t in tokens if t.i > root.i and t.pos_ != "ADJ" and not t.is_quote][:2]
    opens = bool(behind) and behind[0] in _OF and behind[-1] not in words.not_open
    if noun in words.open_nouns and opens:
        verdict.lower(words.open_nouns[noun], reason("hedge", sentence, root))
    if noun in words.open_with_infinitive and (
        any(t.dep_ == "acl" and grammar.has(t, "VerbForm", "Inf") for t in tokens)
        or binds_infinitive(root.doc[root.i : min(root.i + 6, grammar.sentence_end(root))])
    ):
        verdict.lower(_F.UNDERSPECIFIED, reason("hedge", sentence, root))
    for child in root.children:
        value = words.open_adjectives.get(child.lower_)
        if value is not None and not _is_presumed_only(root, child, value, words):
            verdict.lower(value, reason("hedge", sentence, child))
            return


def _is_at_most(tokens: Sequence[Token], words: Words) -> bool:
    """Tell "Pas plus de trente", which tells how many at most."""
    return (
        len(tokens) > _AT_MOST
        and all(t.lower_ in words.particles for t in tokens[: _AT_MOST - 1])
        and tokens[_AT_MOST - 1].lower_ in grammar.DE
        and tokens[_AT_MOST].pos_ == "NUM"
    )


def _is_presumed_only(noun: Token, presumed: Token, value: Factuality, words: Words) -> bool:
    """Tell "trois trafiquants présumés interpellés": who they are is presumed, not what is told."""
    if value is not _F.PROBABLE or names_event(noun, words) or noun.lemma_.lower() in words.deeds:
        return False
    end = min(presumed.i + _NEAR, grammar.sentence_end(presumed))
    behind = presumed.doc[presumed.i + 1 : end]
    return any(grammar.has(t, "VerbForm", "Part") for t in behind)


def _behind_colon(tokens: list[Token], root: Token, scope: Scope) -> tuple[list[Token], Token]:
    """Return what "Port de Sfax : pas de fermeture" tells, and its noun."""
    colon = next((t.i for t in scope.tokens if t.text == ":"), None)
    told = [t for t in tokens if colon is not None and t.i > colon]
    if not told:
        return tokens, root
    return told, next((t for t in told if t.pos_ == "NOUN"), root)


def is_answer(scope: Scope, words: Words) -> bool:
    """Tell a short answer ("Absolument pas", "Non") from a clause."""
    tokens = [t for t in scope.tokens if not t.is_punct]
    return (
        bool(tokens)
        and scope.head is None
        and (
            tokens[0].lower_ in words.bare
            or (len(tokens) <= _LONGEST_ANSWER and any(t.lower_ in words.verbless for t in tokens))
        )
    )
