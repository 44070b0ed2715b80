"""Who found or examined a thing, where and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from recoupe.extraction import grammar
from recoupe.extraction.events.fillers import Fillers
from recoupe.extraction.events.joining import Joining
from recoupe.extraction.events.kinds import Things, admits
from recoupe.extraction.events.roles.arguments import Arguments
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.things.lexicon import EvidenceWords
from recoupe.extraction.things.naming import Draft
from recoupe.extraction.tokens import Token
from recoupe.model import Reason, Role, Span, TimeValue

_ACTORS = ("person", "body", "state")
_PLACES = frozenset(("place", "state", "work"))
_NEAR = 6


@dataclass(eq=False)
class Found:
    """What is told of one thing, in the making; fields as of :class:`FindRead`."""

    thing: Draft
    within: Draft | None = None
    found: Span | None = None
    examined: Span | None = None
    places: list[Role] = field(default_factory=list)
    finders: list[Role] = field(default_factory=list)
    examiners: list[Role] = field(default_factory=list)
    times: list[TimeValue] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)

    def take(self, other: "Found", rule: str) -> None:
        """Take over from another record what this one does not tell."""
        told = False
        for name in ("found", "examined", "places", "finders", "examiners", "times"):
            if not getattr(self, name) and (value := getattr(other, name)):
                setattr(self, name, value if isinstance(value, tuple) else list(value))
                told = True
        if told:
            words = " ".join(t.text for t in (other.thing.head,))
            self.reasons.append(Reason(rule=rule, words=words, span=other.thing.span))


class Resolver(Protocol):
    """Tells which thing words mean, with what was told before them."""

    def thing(self, token: Token, sentence: Sentence) -> Draft | None:
        """Return the thing that a noun names or a pronoun takes up."""
        ...

    def last(self, sentence: Sentence) -> Draft | None:
        """Return the thing told of last."""
        ...


class Circumstances:
    """Reads who, where and when for the finds of one report.

    Args:
        text: The document's stored text.
        told: Tells what nouns and pronouns mean.
        things: Tells kinds of things.
        fillers: Names who takes part.
        times: The report's expressions of time, in order.
        words: The language's words about things.
        joining: Its words that join.
    """

    def __init__(
        self,
        text: str,
        told: Resolver,
        things: Things,
        fillers: Fillers,
        times: Sequence[TimeValue],
        words: EvidenceWords,
        joining: Joining,
    ) -> None:
        self._text = text
        self._told = told
        self._things = things
        self._fillers = fillers
        self._times = times
        self._words = words
        self._joining = joining

    def actors(self, tokens: Sequence[Token], sentence: Sentence) -> Iterator[Role]:
        """Yield who takes part, each with the words that name them."""
        for token in tokens:
            held = self._things.kinds(token, sentence)
            if (held and not admits(_ACTORS, held)) or self._is_bare(token):
                continue
            if self._words.kind(token) is None:
                role = self._fillers.role(token, sentence, _ACTORS)
                if role is not None:
                    yield self._in_full(role, token, sentence)

    def _in_full(self, role: Role, token: Token, sentence: Sentence) -> Role:
        """Return somebody without a name with the words that tell whose they are."""
        if " " in role.name or not role.name.islower() or token.pos_ != "NOUN":
            return role
        phrase = grammar.noun_phrase(token)
        held = [w for w in phrase if w.i >= token.i and not self._things.is_time(w, sentence)]
        span = sentence.span_of(held or [token])
        return Role(span=span, name=" ".join(span.of(self._text).split()))

    def place(self, record: Found, word: Token, arguments: Arguments, sentence: Sentence) -> None:
        """Tell where something was found: at a place, or in another thing."""
        here = [
            (p, t)
            for p, t in arguments.joined
            if ("where" in self._joining.groups.get(p, ()) or p in self._words.into)
            and t is not record.thing.head
        ]
        here += [(p, t) for p, t in self._right_behind(word) if all(t is not o for _, o in here)]
        for preposition, told in here:
            # "dans l'un des parcs de la ville"
            token = self._things.core(told) if told.pos_ in {"PRON", "NUM"} else told
            if token.i < word.i and preposition == "de":
                continue
            if self._things.is_time(token, sentence):
                continue
            holder = self._told.thing(token, sentence)
            if (
                holder is not None
                and preposition in self._words.into
                and holder is not record.thing
            ):
                record.within = record.within or holder
                continue
            if preposition == "de" or not self._is_place(token, sentence):
                continue
            role = self._fillers.role(token, sentence, ("place", "state", "work"))
            if role is not None and not any(role.span.overlaps(p.span) for p in record.places):
                record.places.append(role)

    def _is_place(self, token: Token, sentence: Sentence) -> bool:
        if self._is_bare(token):
            return False
        held = self._things.kinds(token, sentence)
        site = self._words.noun(token, self._words.sites)
        return site or not _PLACES.isdisjoint(held) or (not held and token.pos_ == "PROPN")

    def _right_behind(self, word: Token) -> Iterator[tuple[str, Token]]:
        """Yield what a preposition right behind joins, wherever the parse hangs it."""
        for token in word.doc[word.i + 1 : min(word.past, word.i + 1 + _NEAR)]:
            if token.is_punct or grammar.is_verb(token) or token.pos_ == "CCONJ":
                return
            if token.pos_ in {"NOUN", "PROPN"}:
                preposition = self._joining.preposition(token)
                if preposition and "where" in self._joining.groups.get(preposition, ()):
                    yield preposition, token
                return

    def when(self, word: Token, sentence: Sentence) -> Iterator[TimeValue]:
        """Yield the times that hang on a word of finding, with no other verb between."""
        within = sentence.span
        for time in self._times:
            if not within.covers(time.span) or not (time.earliest or time.latest):
                continue
            token = next(
                (t for t in sentence.words if sentence.offset + t.idx >= time.span.start), None
            )
            if token is not None and _hangs_on(token, word):
                yield time

    def _is_bare(self, token: Token) -> bool:
        """Tell "par hasard", "sur place": a bare noun that names nothing that takes part."""
        if token.pos_ != "NOUN" or any(c.dep_ in {"det", "nummod"} for c in token.children):
            return False
        case = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
        return case in self._joining.bare_after and "Plur" not in token.morph.get("Number", ())


def _hangs_on(token: Token, word: Token) -> bool:
    for _ in range(_NEAR):
        if token is word or token.head is word:
            return True
        if token.head is token or (grammar.is_verb(token) and not grammar.auxiliaries(token)):
            return False
        token = token.head
    return False
