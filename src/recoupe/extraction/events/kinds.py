"""What kind of thing words name: person, body, place, weapon, vessel, money, idea."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.extraction import grammar
from recoupe.extraction.claimers.lexicon import Lexicon
from recoupe.extraction.claimers.loading import load_lexicon
from recoupe.extraction.claimers.states import States, load_states
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.places.lexicon import load_lexicon as load_places
from recoupe.extraction.tokens import Token
from recoupe.language import Pack
from recoupe.model import Mention, Span
from recoupe.ontology import kinds, kinds_above

_OF = frozenset(("de", "d'", "d’", "des", "du"))
# Past every offset: sorts behind all spans that begin at the same place.
_BEHIND = 10**9
# A make or model may be of anything that is made.
_MADE = frozenset(("thing", "weapon", "device", "vehicle", "vessel", "aircraft", "substance"))
_BY_SCHEMA: Mapping[str, frozenset[str]] = {
    "Person": frozenset(("person", "named")),
    "Organization": frozenset(("body",)),
    "Company": frozenset(("body",)),
    "PublicBody": frozenset(("body",)),
    "Address": frozenset(("place",)),
    "Thing": _MADE,
    "Event": frozenset(("event",)),
}
_NOTHING: frozenset[str] = frozenset()
#: What a noun is that no list has, where a trigger's `only` lets it pass.
UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class ThingWords:
    """A language's nouns by what they name.

    Attributes:
        kinds: Noun to its kinds.
        measures: Nouns that only measure or group what stands behind "de".
        idea_endings: Endings of nouns for what can't be handed over.
        neuter: Pronouns for what was said or happened.
    """

    kinds: Mapping[str, frozenset[str]]
    measures: frozenset[str]
    idea_endings: tuple[str, ...]
    neuter: frozenset[str]


@cache
def load_things(pack: Pack) -> ThingWords:
    """Return the pack's nouns by what they name, compiled once.

    Raises:
        ValueError: The list names a kind that the ontology has not.
    """
    told = pack.words("things")
    found: dict[str, set[str]] = {}
    for kind, nouns in told["kinds"].items():
        if kind not in kinds():
            raise ValueError(f"there is no kind '{kind}'")
        for noun in nouns.split():
            found.setdefault(noun, set()).add(kind)
    return ThingWords(
        kinds={noun: frozenset(named) for noun, named in found.items()},
        measures=frozenset(told["measures"].split()),
        idea_endings=tuple(told["idea_endings"]),
        neuter=frozenset(told["neuter"]),
    )


def admits(allowed: Iterable[str], held: frozenset[str]) -> bool:
    """Tell whether something of some kinds is of one that is allowed, or untold where that is."""
    wanted = frozenset(allowed)
    if not held:
        return UNTOLD in wanted
    return any(not wanted.isdisjoint(kinds_above(kind)) for kind in held)


def excluded(never: frozenset[str], held: frozenset[str]) -> bool:
    """Tell whether something can only be of kinds that are ruled out."""
    return bool(held) and all(not never.isdisjoint(kinds_above(kind)) for kind in held)


class Things:
    """Tells what the words of one report name.

    Args:
        mentions: Its named things.
        times: Spans of its expressions of time.
        money: Spans of its sums of money.
        pack: The pack of its language.
    """

    def __init__(
        self,
        mentions: Sequence[Mention],
        times: Iterable[Span],
        money: Iterable[Span],
        pack: Pack,
    ) -> None:
        self._mentions = sorted(mentions, key=lambda m: m.span)
        self._starts = [m.span.start for m in self._mentions]
        self._times = sorted(times)
        self._money = sorted(money)
        self._words = load_things(pack)
        self.people: Lexicon = load_lexicon(pack)
        self.states: States = load_states(pack)
        self._places = load_places(pack).gazetteer
        self._known: dict[int, frozenset[str]] = {}

    def mention(self, token: Token, sentence: Sentence) -> Mention | None:
        """Return the name that a word is a part of."""
        place = sentence.offset + token.idx
        k = bisect_right(self._starts, place) - 1
        if k < 0 or self._mentions[k].span.end <= place:
            return None
        return self._mentions[k]

    def kinds(self, token: Token, sentence: Sentence) -> frozenset[str]:
        """Return the kinds of what a noun, name or pronoun names; none where nothing tells."""
        place = sentence.offset + token.idx
        if place not in self._known:
            self._known[place] = self._kinds(token, sentence)
        return self._known[place]

    def is_capital(self, token: Token) -> bool:
        """Tell whether a word is a capital's name, which may stand for its state."""
        return self.states.of_name(token.text) is not None and not token.text.islower()

    def is_known_place(self, token: Token, sentence: Sentence) -> bool:
        """Tell whether the table of places has a name: else what it was taken for is a guess."""
        mention = self.mention(token, sentence)
        return bool(self._places.find(mention.name if mention is not None else token.text))

    def is_time(self, token: Token, sentence: Sentence) -> bool:
        """Tell whether a word belongs to an expression of time."""
        return _holds(self._times, sentence.offset + token.idx)

    def sum_of_money(self, token: Token, sentence: Sentence) -> Span | None:
        """Return the span of the sum of money that a word belongs to."""
        place = sentence.offset + token.idx
        return next((span for span in self._money if span.start <= place < span.end), None)

    def _kinds(self, token: Token, sentence: Sentence) -> frozenset[str]:
        if self.is_time(token, sentence):
            return frozenset(("time",))
        if _holds(self._money, sentence.offset + token.idx):
            return frozenset(("money",))
        lower = token.lower_
        if token.pos_ != "PROPN" or lower == token.text:
            listed = self._of_noun(token)
            if listed:
                return listed
        return self._of_name(token, sentence) or self._of_form(token)

    def _of_name(self, token: Token, sentence: Sentence) -> frozenset[str]:
        mention = self.mention(token, sentence)
        if self.states.is_state(token.text) and (mention is None or " " not in mention.name):
            return frozenset(("place", "state"))
        if mention is None:
            return _NOTHING
        told = _BY_SCHEMA.get(mention.schema_name, _NOTHING)
        return told | {"state"} if "place" in told and self.states.is_state(mention.name) else told

    def _of_form(self, token: Token) -> frozenset[str]:
        """Return what a word may be by its class and form alone."""
        if token.pos_ == "SYM" or token.text == "%":
            return frozenset(("idea",))
        if token.pos_ == "NUM":
            return frozenset(("person", "thing"))
        if token.lower_ in self._words.neuter:
            return frozenset(("idea", "event"))
        if token.pos_ == "PRON":
            return frozenset(("person", "body", "state", "thing"))
        if token.pos_ in {"NOUN", "ADJ"} and self.states.of_adjective(token.text):
            return frozenset(("person", "body"))
        if token.lower_.endswith(self._words.idea_endings):
            return frozenset(("idea",))
        return _NOTHING

    def _of_noun(self, token: Token) -> frozenset[str]:
        for form in (token.lemma_.lower(), token.lower_, token.lower_.rstrip("sx")):
            found = self._words.kinds.get(form)
            if found is not None:
                # A policeman is one of the police, and somebody who can be arrested.
                body = "body" in found and "person" not in found
                person = body and self.people.is_person(self.people.noun(token))
                return found | {"person"} if person else found
        noun = self.people.noun(token)
        if self.people.is_person(noun):
            return frozenset(("person",))
        return frozenset(("body",)) if self.people.is_body(noun) else _NOTHING

    def is_measure(self, token: Token) -> bool:
        """Tell "moitié", "dizaine", which count something else."""
        return token.lemma_.lower() in self._words.measures

    def core(self, token: Token) -> Token:
        """Return what a phrase is about: "drones" of "une dizaine de drones"."""
        seen = 0
        while seen < 3 and (token.lemma_.lower() in self._words.measures or token.like_num):
            inner = next(
                (
                    c
                    for c in token.children
                    if c.i > token.i
                    and c.dep_ in {"nmod", "obl:arg", "obl:mod", "flat", "nsubj"}
                    and c.pos_ in {"NOUN", "PROPN"}
                    and c.i <= token.i + 6
                    and _of_between(token, c)
                ),
                None,
            )
            if inner is None:
                return token
            token, seen = inner, seen + 1
        return token


def _holds(spans: Sequence[Span], place: int) -> bool:
    """Tell whether one of the spans, in order, holds an offset."""
    k = bisect_right(spans, Span(place, _BEHIND)) - 1
    return k >= 0 and spans[k].end > place


def _of_between(token: Token, noun: Token) -> bool:
    return any(t.lower_ in _OF for t in token.doc[token.i + 1 : noun.i])


def is_pronoun(token: Token) -> bool:
    """Tell whether a word is a pronoun, also one tied to its verb."""
    return token.pos_ == "PRON" or (token.text.startswith("-") and not grammar.is_verb(token))
