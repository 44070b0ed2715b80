"""From the head of a filler to its words and the name it goes by in the report."""

from collections.abc import Sequence

from recoupe.extraction import grammar
from recoupe.extraction.attribution.found import SourceWords
from recoupe.extraction.claimers import Claimers
from recoupe.extraction.events.kinds import Things, is_pronoun
from recoupe.extraction.events.pronouns import Pronouns
from recoupe.extraction.parsed import Sentence
from recoupe.extraction.tokens import Token
from recoupe.model import Mention, Role, SourceKind, Span

_ACTORS = frozenset(("person", "body", "state"))
_PLACES = frozenset(("place", "state", "work"))
_LONGEST = 8


class Fillers:
    """Names the fillers of one report's events.

    Args:
        text: The document's stored text.
        claimers: Resolves who is meant.
        pronouns: Resolves pronouns.
        things: Tells what words name.
    """

    def __init__(self, text: str, claimers: Claimers, pronouns: Pronouns, things: Things) -> None:
        self._text = text
        self._claimers = claimers
        self._pronouns = pronouns
        self._things = things

    def role(
        self,
        head: Token,
        sentence: Sentence,
        fillers: Sequence[str],
        others: frozenset[int] = frozenset(),
    ) -> Role | None:
        """Return a filler with its words and name; None for a pronoun that stays open.

        Args:
            head: The noun, name, pronoun, possessive or adjective of nationality.
            sentence: The sentence it stands in.
            fillers: Kinds that fit the role.
            others: Places of the heads of the event's other fillers.
        """
        if is_pronoun(head) or head.dep_ == "det":
            return self._taken_up(head, sentence, fillers)
        if head.pos_ == "NUM":
            counted = _counted_before(head)
            like = self.role(counted, sentence, fillers) if counted is not None else None
            if like is None and (of_them := self._pronouns.taken_of(head)) is not None:
                like = self._taken_up(of_them, sentence, fillers)
            return Role(span=sentence.span_of([head]), name=like.name) if like else None
        if self._things.is_measure(head) and (of_them := self._pronouns.taken_of(head)):
            like = self._taken_up(of_them, sentence, fillers)
            return Role(span=sentence.span_of([head]), name=like.name if like else head.text)
        money = self._things.sum_of_money(head, sentence)
        if money is not None:
            return Role(span=money, name=_plain(money.of(self._text)))
        mention = self._things.mention(head, sentence)
        # "armée de 300 fusils", taken for one name
        runs_on = mention is not None and _holds_another(mention, sentence, others)
        if runs_on:
            mention = None
        if mention is not None and (parted := _before_goods(head, mention, sentence)):
            return Role(span=parted, name=_plain(parted.of(self._text)))
        if mention is not None and head.pos_ != "ADJ" and not _is_goods(head):
            name = self._meant(head, mention.span, sentence) or mention.name
            return Role(span=mention.span, name=name)
        if head.pos_ == "ADJ":
            span = sentence.span_of([head])
            states = self._things.states.of_adjective(head.text)
            return Role(span=span, name=states[0] if len(states) == 1 else span.of(self._text))
        words = self._until_another(naming_words(head), sentence, others)
        span = sentence.span_of(words)
        beside = None if runs_on or _is_goods(head) else self._things.mention(words[-1], sentence)
        if beside is not None and len(words) > 1 and not _governed(words, beside, sentence):
            # "la compagnie Aerolux" goes by its name.
            return Role(span=span, name=beside.name)
        held = self._things.kinds(head, sentence)
        # What is described in full is named by its words: "la filiale espagnole".
        owned = any(c.dep_ == "det" and grammar.has(c, "Poss", "Yes") for c in head.children)
        somebody = "person" in held or ("body" in held and len(words) == 1 and not owned)
        kind: SourceKind = "person" if "person" in held else "organisation"
        named = self._meant(head, span, sentence, kind) if somebody else None
        return Role(span=span, name=named or _plain(span.of(self._text)))

    def _until_another(
        self, words: list[Token], sentence: Sentence, others: frozenset[int]
    ) -> list[Token]:
        """Return the words up to those for a day ("des pompes mardi") or for another filler."""
        last = len(words)
        for k, word in enumerate(words[1:], 1):
            if word.i in others or (word.pos_ != "ADJ" and self._things.is_time(word, sentence)):
                last = k
                break
        while last > 1 and words[last - 1].lower_ in grammar.DE:
            last -= 1
        return words[:last]

    def _taken_up(self, head: Token, sentence: Sentence, fillers: Sequence[str]) -> Role | None:
        if _PLACES.issuperset(fillers) and head.dep_ != "det":
            return None
        span = sentence.span_of([head])
        # What can be no person, or are several, may well be things: "ils ont été expédiés".
        things = "person" not in fillers or ("thing" in fillers and self._pronouns.undergo(head))
        first, then = (self._somebody, self._something)[:: -1 if things else 1]
        name = first(head, sentence, fillers) or then(head, sentence, fillers)
        return Role(span=span, name=_plain(name)) if name is not None else None

    def _somebody(self, head: Token, sentence: Sentence, fillers: Sequence[str]) -> str | None:
        if _ACTORS.isdisjoint(fillers):
            return None
        source = self._pronouns.somebody(head, sentence)
        if source is None or source.name.casefold() == head.lower_:
            return None
        if source.kind == "person" and "person" not in fillers:
            return None
        own = next((c for c in head.head.children if c.dep_.startswith("nsubj")), head)
        if own is not head and is_pronoun(own):
            # "Ils les ont expédiés": two pronouns of one verb mean two.
            doing = self._pronouns.somebody(own, sentence)
            if doing is not None and doing.name == source.name:
                return None
        return source.name

    def _something(self, head: Token, sentence: Sentence, fillers: Sequence[str]) -> str | None:
        found = self._pronouns.something(head, sentence, fillers)
        if found is None:
            return None
        noun, held = found
        named = self.role(noun, held, fillers)
        return named.name if named is not None else None

    def _meant(
        self, head: Token, span: Span, sentence: Sentence, kind: SourceKind | None = None
    ) -> str | None:
        source = self._claimers.resolve(SourceWords(span, head, sentence))
        if source is None or (kind is not None and source.kind != kind):
            return None
        if head.pos_ == "NOUN" and self._pronouns.is_speaker(span, source):
            # "Le Trésor affirme que la société a livré": whoever speaks is no "la société"
            # in the clause (principle C of binding, Chomsky 1981).
            return None
        # A description as it stands there, or longer, names no better than the words.
        same = span.of(self._text).casefold() in source.name.casefold()
        return None if same and not source.reasons else source.name


def _holds_another(mention: Mention, sentence: Sentence, others: frozenset[int]) -> bool:
    """Tell whether words taken for one name hold the head of another filler."""
    return bool(others) and any(
        word.i in others and mention.span.covers(sentence.span_of([word]))
        for word in sentence.words
    )


def _before_goods(head: Token, mention: Mention, sentence: Sentence) -> Span | None:
    """Return "Kenya" of "au Kenya des grues", which was taken for one name."""
    for word in head.doc[head.i + 1 : head.past]:
        if sentence.offset + word.idx >= mention.span.end:
            return None
        if _is_goods(word):
            start = max(mention.span.start, sentence.offset + head.idx)
            last = word.nbor(-2)
            return Span(start, sentence.offset + last.idx + len(last.text))
    return None


def _is_goods(word: Token) -> bool:
    """Tell a plural noun with its article, which no name goes on with."""
    return (
        word.pos_ == "NOUN"
        and word.text.islower()
        and word.i > word.first + 1
        and word.nbor(-1).lower_ == "des"
        and word.nbor(-2).pos_ == "PROPN"
    )


def _counted_before(number: Token) -> Token | None:
    """Return "personnes" of "quatre personnes sont mortes et 41 ont été blessées"."""
    verb = number.head
    if not number.dep_.startswith("nsubj") or verb.dep_ != "conj":
        return None
    subjects = [c for c in verb.head.children if c.dep_.startswith("nsubj")]
    return next(
        (c for c in subjects if c.pos_ == "NOUN" and any(n.pos_ == "NUM" for n in c.children)),
        None,
    )


def naming_words(head: Token) -> list[Token]:
    """Return the words that name a thing, without article, figure and relative clause.

    Adjectives and participles right behind it, names, and one complement without an
    article belong to it: "pièces de rechange usagées", "société écran malaisienne".
    """
    last = head.i
    if grammar.is_verb(head):
        return [head]
    for word in head.doc[head.i + 1 : min(head.past, head.i + 1 + _LONGEST)]:
        if word.is_punct or word.is_space:
            break
        if word.i != last + 1:
            break
        if _is_designation(word):
            # "drones Orkane-5", wherever the parse hangs it
            last = word.i
            continue
        hangs = head.i <= word.head.i <= last or (
            # A figure of what follows is none of what stands before it.
            word.head.i == word.i + 1 and word.pos_ != "NUM"
        )
        if not hangs:
            break
        described = word.pos_ in {"ADJ", "PROPN", "NUM"} and word.dep_ in {
            "amod", "flat", "flat:name", "flat:foreign", "appos", "nummod", "nmod",
        }  # fmt: skip
        described = described or (word.pos_ == "PROPN" and word.dep_ == "acl")
        compound = word.pos_ == "NOUN" and word.dep_ in {
            "appos",
            "flat",
            "nmod",
            "compound",
            "amod",
        }
        if described or (compound and word.head.i <= last):
            last = word.i
            continue
        if word.lower_ in grammar.DE and word.i + 1 < head.past:
            inner = word.nbor(1)
            if (
                inner.pos_ in {"NOUN", "PROPN"}
                and word.head is inner
                and head.i <= inner.head.i <= last
            ):
                last = word.i
                continue
        if word.pos_ in {"NOUN", "PROPN"} and word.nbor(-1).lower_ in grammar.DE:
            last = word.i
            continue
        break
    words = list(head.doc[head.i : last + 1])
    while len(words) > 1 and words[-1].lower_ in grammar.DE:
        words.pop()
    return words


def _is_designation(word: Token) -> bool:
    """Tell "T-90", "Orkane-5" right behind the noun that they name."""
    return (
        word.text[0].isupper() and word.text[-1].isdigit() and word.pos_ in {"PROPN", "X", "NOUN"}
    )


def _governed(words: Sequence[Token], mention: Mention, sentence: Sentence) -> bool:
    """Tell "le port de Brest", which is not Brest, from "le groupe Sorel"."""
    first = next((w for w in words if sentence.offset + w.idx >= mention.span.start), None)
    return first is None or first.nbor(-1).lower_ in grammar.DE or first.pos_ == "ADJ"


def _plain(words: str) -> str:
    return " ".join(words.split())
