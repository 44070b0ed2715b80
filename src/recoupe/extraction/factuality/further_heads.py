"""Verbs beside the main one that tell how sure a proposition is: behind "que", a colon, a modal."""

from itertools import pairwise

from recoupe.extraction import grammar
from recoupe.extraction.factuality.asides import is_conjugated
from recoupe.extraction.factuality.modality import is_affirmed
from recoupe.extraction.factuality.scope import Scope, lexical
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.tokens import Token

_RELATIVES = frozenset(("quoi", "laquelle", "lequel", "lesquels", "lesquelles"))
_CORRELATIVES = frozenset(("plus", "moins", "mieux", "autant"))
# In words, from a verb to "que": "a précisé à la chaîne publique, que P".
_FAR = 10


def complements(root: Token, scope: Scope, vouched: bool, words: Words) -> list[Token]:
    """Return the main verbs of what hangs on the main clause with "que"."""
    hanging = [t for t in root.children if t.dep_ in {"ccomp", "csubj"} and t.i > root.i]
    told = _behind_que(root, scope, words)
    if hanging and told is None:
        return hanging
    if told is not None:
        return [told]
    if vouched:
        following = root.nbor(1) if root.i + 1 < grammar.sentence_end(root) else None
        vouched = following is not None and following.lower_ in grammar.QUE
    if not (vouched or is_affirmed(scope, words)):
        return []
    # "il ne fait aucun doute que": it hangs on the noun, or the parse lost it.
    behind = (t for t in scope.main if t.i > root.i and is_conjugated(t, words))
    return [lexical(t) for t in behind][:1]


def _behind_que(root: Token, scope: Scope, words: Words) -> Token | None:
    """Return the verb behind "que" of "il faut dire que P", "précise à la presse, que P"."""
    end = grammar.sentence_end(root)
    place = next(
        (t.i for t in root.doc[root.i + 1 : min(root.i + _FAR, end)] if t.lower_ in grammar.QUE),
        None,
    )
    if place is None or root.doc[place].pos_ != "SCONJ":
        return None
    between = root.doc[root.i + 1 : place]
    if any(is_conjugated(t, words) for t in between):
        return None
    need = words.lemma(root) in words.need
    said = any(t.lemma_ in words.need_to_say for t in between)
    parted = bool(between) and between[-1].text == ","
    if not (said if need else parted):
        return None
    behind = (t for t in scope.tokens if t.i > place and is_conjugated(t, words))
    told = next(behind, None)
    return lexical(told) if told is not None else None


def further_modals(scope: Scope, words: Words) -> list[Token]:
    """Return the modals behind a head that may be another clause's verb.

    "Quand on triche comme il l'a fait, il faut payer": where a clause opens before the head, the
    order of words may have taken its verb for the main one; what it calls main is judged too.
    """
    head = scope.head
    if head is None or not any(t.i < head.i and t.lower_ in words.opening for t in scope.tokens):
        return []
    return [
        t
        for t in scope.main
        if t.i > head.i
        and is_conjugated(t, words)
        and (words.lemma(t) in words.need or words.lemma(t) in words.modals)
        and not _is_held(t, head, words)
    ]


def _is_held(verb: Token, head: Token, words: Words) -> bool:
    """Tell whether "que" or a relative holds a verb, and no cleft: "les mots que nous pouvons"."""
    between = verb.doc[head.i + 1 : verb.i]
    clause = []
    for token in reversed(between):
        if token.text == ",":
            break
        clause.append(token.lower_)
    if not any(low in words.opening or low in _RELATIVES for low in clause):
        return False
    main = verb.doc[max(grammar.sentence_start(verb), head.i - 1) : verb.i]
    return not any(a.lower_ in grammar.CE and b.lemma_ == "être" for a, b in pairwise(main))


def correlate(scope: Scope, words: Words) -> Token | None:
    """Return the verb of the second half of "plus P, plus Q", which is what is told."""
    tokens = scope.tokens
    if not tokens or tokens[0].lower_ not in _CORRELATIVES or scope.head is None:
        return None
    halves = [
        t.i
        for t in tokens
        if t.i > scope.head.i and t.lower_ in _CORRELATIVES and t.nbor(-1).text in {",", "et"}
    ]
    if not halves:
        return None
    return next((t for t in tokens if t.i > halves[0] and is_conjugated(t, words)), None)


def explains(scope: Scope) -> bool:
    """Tell whether a colon stands between the first clause and the next."""
    if not (scope.tail and scope.main):
        return False
    low, high = scope.main[-1].i, scope.tail[0].i
    return any(t.text == ":" for t in scope.tail[0].doc[low:high])
