"""The main clause of a proposition, as the order of words shows it.

A second opinion beside the parse: the first conjugated verb that no relative
pronoun and no conjunction opens a clause for is the main one. Where parse and
order disagree on the main verb, both are judged, and the more cautious reading
holds: a doubt too much is the lesser error.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.extraction import grammar
from recoupe.extraction.factuality.asides import behind_why, is_conjugated, without_asides
from recoupe.extraction.factuality.fragments import RELATIVES, is_fragment
from recoupe.extraction.factuality.opening import opens_clause
from recoupe.extraction.factuality.phrases import words_of
from recoupe.extraction.factuality.words import Words
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Span

_CLEAVING = grammar.QUE | {"qui"}
_MARKS = frozenset(("«", "»", "“", "”", '"'))
_WHICH = {"laquelle", "lequel"}
_PARTS = {";", ":", "–", "—"}
_CLITICS = {"PRON", "ADV", "PART", "AUX"}


@dataclass(frozen=True, slots=True)
class Scope:
    """The first main clause of a proposition.

    Attributes:
        tokens: The proposition's tokens in its sentence.
        head: Its first conjugated main verb; None where none is seen.
        main: The tokens of the main clause, without clauses that hang on it.
        tail: The tokens of further main clauses.
        text: The proposition in lower case with plain apostrophes, all else but the
            main clause blanked.
        words: The words of that text.
        infinitives: Those of them that are infinitives.
        start: Offset in its paragraph of that text.
        opens_inside: Whether it begins with a clause that hangs on the main one.
        left_out: Places of words that say nothing of it: titles, introductions.
    """

    tokens: Sequence[Token]
    head: Token | None
    main: Sequence[Token]
    tail: Sequence[Token]
    text: str
    words: frozenset[str]
    infinitives: frozenset[str]
    start: int
    opens_inside: bool
    left_out: frozenset[int]


def read_scope(content: Span, sentence: Sentence, words: Words, cue: Token | None = None) -> Scope:
    """Return the first main clause of a proposition.

    Args:
        content: Span of the proposition.
        sentence: The sentence of its main verb.
        words: The pack's words.
        cue: The word of saying; where it is set into the content, its words are left out.
    """
    low, high = content.start - sentence.offset, content.end - sentence.offset
    tokens = [t for t in sentence.words if low <= t.idx < high]
    if cue is not None and cue.doc is sentence.doc and low <= cue.idx < high:
        tokens = _without(tokens, cue)
    kept = without_asides(tokens, words)
    left_out = frozenset(t.i for t in tokens).difference(t.i for t in kept)
    tokens = kept
    tokens = behind_why(tokens, words)
    walk = _Walk(tokens, words)
    if walk.head is None and is_fragment(tokens):
        walk = _Walk(tokens, words, fragment=True)
    main = walk.main
    shown: list[str] = []
    at = low
    for token in main:
        # A mark within a phrase parts nothing: "il y a « peu de chances » que".
        said = " " * len(token.text) if token.text in _MARKS else token.text
        shown += (" " * (token.idx - at), said)
        at = token.idx + len(token.text)
    shown.append(" " * (high - at))
    first = next((i for i, t in enumerate(tokens) if not t.is_punct), None)
    opens_inside = first is not None and opens_clause(tokens, first, words, False) == "clause"
    clause = "".join(shown)[: high - low].replace("’", "'").lower()
    infinitives = frozenset(
        t.lower_ for t in main if t.lower_[-1:] in "re" and grammar.has(t, "VerbForm", "Inf")
    )
    return Scope(
        tokens=tokens,
        head=walk.head,
        main=main,
        tail=walk.tail,
        text=clause,
        words=words_of(clause),
        infinitives=infinitives,
        start=low,
        opens_inside=opens_inside,
        left_out=left_out,
    )


def _without(tokens: list[Token], cue: Token) -> list[Token]:
    """Leave ", a-t-il dit," out of what it interrupts."""
    commas = [t.i for t in tokens if t.text == ","]
    before = max((i for i in commas if i < cue.i), default=None)
    behind = min((i for i in commas if i > cue.i), default=None)
    if before is None or behind is None:
        return tokens
    return [t for t in tokens if not before <= t.i <= behind]


class _Walk:
    """A walk along a proposition that keeps count of the clauses it is in.

    Args:
        tokens: The proposition.
        words: The pack's words.
        fragment: It has no main verb, and its first relative clause is what is told.
    """

    def __init__(self, tokens: Sequence[Token], words: Words, *, fragment: bool = False) -> None:
        self._fragment = fragment
        self.tokens = tokens
        self.words = words
        self.head: Token | None = None
        self.main: list[Token] = []
        self.tail: Sequence[Token] = ()
        # In a clause that hangs on another, and whether its verb was met.
        self._inside = self._met = False
        self._complement = self._listing = False
        self._boundary: int | None = None
        self._last_verb = -1
        self._cleft = False
        self._infinitive = bool(tokens) and grammar.has(tokens[0], "VerbForm", "Inf")
        # The verb of a clause with "que": it stands in where no main verb is seen.
        self._que = False
        self._behind_que: Token | None = None
        for place in range(len(tokens)):
            if not self._step(place):
                break
        if self.head is None:
            self.head = self._behind_que

    def _step(self, place: int) -> bool:
        """Take one token in; return whether the first main clause may go on."""
        token = self.tokens[place]
        head = self.head
        if head is not None and not self._cleft and self._cleaves(token, head):
            # "C'est le notaire qui aurait signé": the relative clause is what is said.
            self.head, self._cleft = None, True
            self.main.append(token)
            return True
        if self._fragment and head is None and token.lower_ in RELATIVES and place:
            self._fragment = False
            self.main.append(token)
            return True
        opened = None
        if token.lower_ in self.words.opening:
            opened = opens_clause(self.tokens, place, self.words, self.head is not None)
        if opened == "complement":
            if self._inside and self.head is not None:
                # "pour prouver que P" is no part of the main clause.
                self._met = False
            else:
                self._complement, self._inside = self.head is not None, False
        elif opened is not None:
            self._inside, self._met = True, opened == "infinitive"
            self._listing = token.lower_ == "dont"
            self._que = (
                token.lower_ in grammar.QUE
                and token.pos_ == "SCONJ"
                and not (self._infinitive and _is_relative(token, self.words))
            )
            self.main.append(token)
            return True
        if self.head is not None:
            self._bound(token)
        if is_conjugated(token, self.words):
            if not self._verb(token, place):
                return False
        elif self._inside and self._ends(token, place):
            self._inside = False
        if not self._inside:
            self.main.append(token)
        return True

    def _ends(self, token: Token, place: int) -> bool:
        """Tell whether a mark ends a clause that hangs on another; "dont" may have no verb."""
        if token.text not in {",", ";"}:
            return False
        return self._met or (self._listing and self.tokens[place - 1].lower_ != "dont")

    def _cleaves(self, token: Token, head: Token) -> bool:
        if self._boundary is not None:
            return False
        if not (token.lower_ in _CLEAVING or _gives_reason(token)):
            return False
        if head.lemma_ != "être" or head.i == 0 or token.i - head.i < 2:
            return False
        return head.nbor(-1).lower_ in grammar.CE

    def _bound(self, token: Token) -> None:
        """Note where a further main clause may begin."""
        if token.text in _PARTS:
            if self._boundary is None:
                self._boundary = len(self.main)
            self._inside = self._complement = False
        elif token.pos_ == "CCONJ" and not self._inside and not self._complement:
            self._boundary = len(self.main)

    def _verb(self, token: Token, place: int) -> bool:
        """Take a conjugated verb in; return False where it is a further clause's."""
        if self._inside and not self._met:
            self._met = True
            if self._que and self._behind_que is None:
                self._behind_que = token
        elif not (self._inside and _joined(self.tokens, place, self._last_verb)):
            self._inside = False
            if self.head is None:
                self.head = token
            elif self._boundary is not None and not self._complement:
                self.main, self.tail = self.main[: self._boundary], self.tokens[place:]
                return False
        self._last_verb = place
        return True


def _is_relative(que: Token, words: Words) -> bool:
    """Tell "trompé par un associé grec qu'il n'a jamais vu", taken for a conjunction."""
    verb = que.head
    described = verb.head.pos_ == "ADJ" and verb.head.dep_ == "amod"
    return verb.dep_ == "acl:relcl" or (described and verb.head.lower_ not in words.unsure)


def _gives_reason(token: Token) -> bool:
    """Tell "c'est la raison pour laquelle"."""
    return token.lower_ in _WHICH and token.i > 0 and token.nbor(-1).lower_ == "pour"


def _joined(tokens: Sequence[Token], place: int, last_verb: int) -> bool:
    """Tell whether a conjunction links a verb to the one before it."""
    at = place - 1
    while at > last_verb and tokens[at].pos_ in _CLITICS:
        at -= 1
    return at > last_verb and tokens[at].pos_ == "CCONJ"


def lexical(verb: Token) -> Token:
    """Return the verb or predicate that a conjugated auxiliary or copula belongs to."""
    belongs = verb.dep_.startswith("aux") or verb.dep_ == "cop"
    return verb.head if belongs and verb.i < verb.head.i <= verb.i + 12 else verb
