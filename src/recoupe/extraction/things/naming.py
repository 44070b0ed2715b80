"""From a noun to the thing it names: type, model, maker, where it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from recoupe.extraction import grammar
from recoupe.extraction.events.fillers import naming_words
from recoupe.extraction.events.kinds import Things
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.things.lexicon import EvidenceWords, forms
from recoupe.extraction.things.names import Names, closed
from recoupe.extraction.tokens import Token
from recoupe.model import Role, Span
from recoupe.model.thing import GoodsCode, Marking, ThingRead

_ALIVE = frozenset(("animal", "person"))
_FARTHEST = 4
"""Words that may stand between "débris" and what they are of."""


@dataclass(eq=False)
class Draft:
    """A thing in the making.

    Attributes:
        head: Its noun; of "débris d'un drone", the first.
        core: The noun that tells its type; there, the second.
        sentence: Where it stands.
        span: Its words.
        remains: Only something left of it is there.
        model, maker, nations: As of :class:`ThingRead`.
        markings, codes: What is found to stand on it, with more to come.
    """

    head: Token
    core: Token
    sentence: Sentence
    span: Span
    type: str
    kind: str
    remains: bool = False
    model: Role | None = None
    maker: Role | None = None
    nations: tuple[str, ...] = ()
    markings: list[Marking] = field(default_factory=list)
    codes: list[GoodsCode] = field(default_factory=list)

    @property
    def definite(self) -> bool:
        """Whether it is one told of already: "le moteur", "ces pièces"."""
        return any(
            c.dep_ == "det"
            and (grammar.has(c, "Definite", "Def") or grammar.has(c, "PronType", "Dem"))
            for c in self.head.children
        )

    def done(self) -> ThingRead:
        """Return the record."""
        return ThingRead(
            span=self.span,
            type=self.type,
            kind=self.kind,
            remains=self.remains,
            model=self.model,
            maker=self.maker,
            nations=self.nations,
            markings=tuple(sorted(set(self.markings), key=lambda m: (m.span, m.kind))),
            codes=tuple(sorted(set(self.codes), key=lambda c: c.span)),
        )


class Namer:
    """Tells what the nouns of one report name.

    Args:
        text: The document's stored text.
        things: Tells kinds of things, and names.
        words: The language's words about things.
    """

    def __init__(self, text: str, things: Things, words: EvidenceWords) -> None:
        self._things = things
        self._words = words
        self._text = text
        self._names = Names(text, things, words)
        self._drafts: dict[Span, Draft] = {}

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """All that were asked for, by place."""
        return tuple(self._drafts[span] for span in sorted(self._drafts))

    def kind(self, noun: Token) -> str | None:
        """Return the kind of what a noun names, None where it is no thing of interest here."""
        return self._words.kind(noun)

    def thing(self, head: Token, sentence: Sentence, default: str | None = None) -> Draft | None:
        """Return the thing that a noun, or a word of amount before it, names.

        Args:
            head: The noun.
            sentence: Its sentence.
            default: Kind of what no list has; None where that is no thing of interest.
        """
        head = self._counted(head)
        kind = self.kind(head) or (default if head.pos_ == "NOUN" else None)
        if kind is None or self._things.is_time(head, sentence):
            return None
        core, remains = head, self._words.noun(head, self._words.remains)
        if remains:
            core = next(self.of(head), head)
            kind = self.kind(core) or kind
            if core is head and self._was_alive(head, sentence):
                return None
        words = naming_words(head)
        if core is not head and core.i - head.i <= _FARTHEST:
            words = list(head.doc[head.i : naming_words(core)[-1].i + 1])
        told = self._words.marking | self._words.making | self._words.finding
        while len(words) > 1 and self._words.verb(words[-1]) in told:
            # "munitions marquées": what they bear is no part of what they are.
            words.pop()
        span = sentence.span_of(words)
        if span not in self._drafts:
            made = Draft(head, core, sentence, span, self._type(core), kind, remains)
            named = self._names.of(core, sentence)
            if named is None and kind == "work":
                named = self._names.of_plant(core, sentence)
            if named is not None:
                role, firm = named
                made.maker, made.model = (role, None) if firm else (None, role)
                end = closed(self._text, role.span.end)
                if end > span.end:
                    made.span = Span(span.start, end)
            made.nations = tuple(dict.fromkeys(self._nations(core)))
            made.maker = made.maker or self._made_by(core, sentence)
            if made.span in self._drafts:
                return self._drafts[made.span]
            self._drafts[span] = made
        return self._drafts[span]

    def of(self, noun: Token) -> Iterator[Token]:
        """Yield the things that a part, or what is left, is of: "le moteur d'un missile"."""
        for child in noun.children:
            if child.i > noun.i and child.dep_ in {"nmod", "obl:arg", "obl:mod"}:
                opener = next((c for c in child.children if c.dep_ == "case"), None)
                if opener is not None and opener.lower_ in grammar.DE_DU:
                    inner = self._counted(child)
                    if self.kind(inner) is not None:
                        yield inner

    def _was_alive(self, remains: Token, sentence: Sentence) -> bool:
        """Tell "restes humains", "la carcasse d'un tigre" from what is left of a thing."""
        for child in remains.children:
            if child.i < remains.i:
                continue
            if self._words.noun(child, self._words.alive):
                return True
            if child.dep_ == "nmod" and not _ALIVE.isdisjoint(self._things.kinds(child, sentence)):
                return True
        return False

    def _counted(self, head: Token) -> Token:
        core = self._things.core(head)
        if core is head and head.pos_ in {"PRON", "NUM"}:
            # "l'une des pièces", "deux des missiles"
            return next(self.of(head), head)
        if core is head and self._words.noun(head, self._words.containers):
            return next(self.of(head), head)
        return core

    def _type(self, noun: Token) -> str:
        known = self._words.kinds
        return next((form for form in forms(noun) if form in known), noun.lemma_.lower())

    def _nations(self, noun: Token) -> Iterator[str]:
        states = self._things.states
        last = noun.i
        for word in naming_words(noun)[1:]:
            if word.pos_ in {"ADJ", "NOUN"} and len(found := states.of_adjective(word.text)) == 1:
                yield found[0]
            last = word.i
        for child in noun.children:
            if child.i <= noun.i:
                continue
            if child.dep_ in {"amod", "nmod"} and child.pos_ == "ADJ":
                yield from (s for s in states.of_adjective(child.text)[:2] if child.i > last)
            if self._words.noun(child, self._words.made_in):
                for inner in child.children:
                    if len(found := states.of_adjective(inner.text)) == 1:
                        yield found[0]
            if self._words.verb(child) in self._words.making and not grammar.is_finite(child):
                yield from self._made_where(child)

    def _made_where(self, verb: Token) -> Iterator[str]:
        for word in verb.children:
            if word.i > verb.i and word.pos_ == "PROPN" and word.dep_.startswith(("obl", "nmod")):
                name = self._things.states.names.get(word.lower_)
                if name is not None and not any(c.lower_ == "par" for c in word.children):
                    yield name

    def _made_by(self, noun: Token, sentence: Sentence) -> Role | None:
        """Return the name of who made a thing, where a participle tells: "fabriqué par X"."""
        for verb in noun.children:
            if verb.i < noun.i or self._words.verb(verb) not in self._words.making:
                continue
            agent = grammar.agent(verb)
            for word in (agent, *agent.children) if agent is not None else ():
                mention = self._things.mention(word, sentence)
                if mention is not None and mention.schema_name != "Address":
                    return Role(span=mention.span, name=mention.name)
        return None
