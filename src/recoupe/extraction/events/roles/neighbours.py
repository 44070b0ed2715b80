"""What belongs together: fillers in a list, and phrases that the parse hangs on a word beside.

Of two verbs, or a verb and a noun, the nearest has a phrase behind them.
"""

from collections.abc import Iterator

from recoupe.extraction import grammar
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.roles.objects import SUBJECTS
from recoupe.extraction.tokens import Token

_FAR = 6
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"))


def lost_to(verb: Token) -> int:
    """Return the place from which phrases belong to a verb joined to it: "..., puis livrés à"."""
    for other in verb.children:
        if other.dep_ == "conj" and other.i > verb.i and grammar.is_verb(other):
            # "achète et revend à": without anything between them they share what follows.
            between = verb.doc[verb.i + 1 : other.i]
            if any(t.head is verb and t.pos_ in NOMINAL for t in between):
                return other.i
    return verb.past


def gained_by(verb: Token) -> list[Token]:
    """Return the phrases behind a verb that the parse hangs on what it describes or is joined to.

    "des drones achetés à l'Iran", "construits à Brno, expédiés par mer, de Gdańsk à Tema".
    """
    above = verb.head
    if verb.dep_ in {"acl", "amod"}:
        kinds: tuple[str, ...] = ("nmod",)
    elif verb.dep_ == "conj" and grammar.is_verb(above):
        kinds = ("obl",)
    else:
        return []
    following = [c for c in above.children if c.i > verb.i]
    until = min((c.i for c in following if grammar.is_verb(c)), default=verb.past)
    return [
        c
        for c in following
        if c.i < until
        and c.dep_.startswith(kinds)
        and not any(
            k.dep_ == "case" and k.lower_ in grammar.DE_DU
            for k in c.children
            if verb.dep_ != "conj"
        )
    ]


def coordinated(token: Token) -> Iterator[Token]:
    """Yield a filler and those joined to it by commas and conjunctions."""
    yield token
    if token.dep_ in SUBJECTS and token.head is not token:
        # "La France et l'Italie ont livré": two subjects of one verb.
        for other in token.head.children:
            if other.dep_ == token.dep_ and other.i > token.i and _joined_by_and(token, other):
                yield other
    for child in token.children:
        if (
            child.dep_ != "conj"
            or child.i < token.i
            or child.pos_ not in {"NOUN", "PROPN", "NUM", "PRON"}
        ):
            continue
        if any(c.dep_ in SUBJECTS or c.dep_ == "cop" for c in child.children):
            continue
        if begins_anew(child):
            continue
        yield from coordinated(child)


def gap_behind(verb: Token, joining: Joining) -> int:
    """Return the place where a second pair begins: "des chars à Kiev et du blé à Dakar".

    What stands from there on belongs together, and not to the first pair.
    """
    for word in verb.doc[verb.i + 1 : verb.past]:
        if word.dep_ != "conj" or word.pos_ not in {"NOUN", "NUM"} or word.head.i < verb.i:
            continue
        whom = joining.preposition(word.head)
        if whom in {None, "de"} or joining.preposition(word) not in {None, "de"}:
            continue
        counted = word.pos_ == "NUM" or any(
            c.dep_ == "nummod"
            or c.lower_ in joining.with_article
            or grammar.has(c, "Definite", "Ind")
            for c in word.children
            if c.i < word.i
        )
        behind = verb.doc[word.i + 1 : min(verb.past, word.i + 1 + _FAR)]
        if counted and any(joining.contracted.get(t.lower_, t.lower_) == whom for t in behind):
            return min((c.i for c in word.children), default=word.i)
    return verb.past


def begins_anew(joined: Token) -> bool:
    """Tell "à travers la mer, d'Odessa", which the parse takes for a list: there is no "et"."""
    if joined.dep_ != "conj" or any(c.dep_ == "cc" for c in joined.children):
        return False
    own, above = (
        {c.lower_ for c in token.children if c.dep_ == "case"} for token in (joined, joined.head)
    )
    if not own or not own.isdisjoint(above):
        return False
    last = all(c.dep_ != "conj" or c.i <= joined.i for c in joined.head.children)
    return last or not own.isdisjoint(grammar.DE_DU)


def _joined_by_and(left: Token, right: Token) -> bool:
    between = left.doc[left.i + 1 : right.i]
    return any(t.pos_ == "CCONJ" for t in between) and not any(grammar.is_verb(t) for t in between)
